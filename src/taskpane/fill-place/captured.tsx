import { Button, Checkbox, makeStyles, Text } from '@fluentui/react-components';
import type { BaselineDifference } from '../../fill';
import { usePane, useSession } from '../app/session-context';
import type { Capture } from '../session';
import { SECTION } from './section-style';
import { BASELINE } from './words';

const useStyles = makeStyles({
  buttons: SECTION.buttons,
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  text: { overflowWrap: 'anywhere' },
  answer: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
});

/** A baseline that was read: what it adds and contradicts, the yes to each contradiction, and the way into the workbook. */
export function Captured({ capture }: { readonly capture: Capture }) {
  const session = useSession();
  const styles = useStyles();
  const isBusy = usePane((state) => state.task !== null);
  const { filled, differences, open } = capture.result;
  const weighty = differences.filter(({ needsYes }) => needsYes);
  const others = differences.filter(({ needsYes }) => !needsYes);
  return (
    <>
      <Text>{BASELINE.summary(filled, differences.length)}</Text>
      {weighty.length > 0 && <Text weight="semibold">{BASELINE.open(weighty.length)}</Text>}
      <ul className={styles.list}>
        {weighty.map((one) => (
          <Difference
            key={one.id}
            one={one}
            accept={typeof capture.from === 'string' ? BASELINE.accept : BASELINE.acceptFile}
            isAccepted={capture.accepted.has(one.id)}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{BASELINE.others(others.length)}</summary>
          <ul className={styles.list}>
            {others.map(({ id, text }) => (
              <li key={id}>
                <Text size={200} className={styles.text}>
                  {text}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={isBusy || open.length > 0}
          onClick={() => void session.keepBaseline()}
        >
          {BASELINE.keep}
        </Button>
        <Button onClick={session.dropCapture}>{BASELINE.drop}</Button>
      </div>
    </>
  );
}

function Difference({
  one,
  accept,
  isAccepted,
}: {
  readonly one: BaselineDifference;
  readonly accept: string;
  readonly isAccepted: boolean;
}) {
  const session = useSession();
  const styles = useStyles();
  const { id, text, what, at } = one;
  return (
    <li>
      <Text className={styles.text}>{text}</Text>
      <div className={styles.answer}>
        <Checkbox
          label={accept}
          aria-label={`${accept}：${what}`}
          checked={isAccepted}
          onChange={(_, { checked }) => void session.acceptDifference(id, checked === true)}
        />
        {at !== null && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={`${BASELINE.look}：${what}`}
            onClick={() => void session.lookAt({ kind: 'content', ...at, content: { kind: 'empty' } })}
          >
            {BASELINE.look}
          </Button>
        )}
      </div>
    </li>
  );
}
