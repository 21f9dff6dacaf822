import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { VERDICTS } from '../session';
import type { SubmissionResult } from '../work/work';
import { CONSOLIDATION, STATE } from './words';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    gap: '8px',
    alignItems: 'flex-start',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  line: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** One submission: the file, whose it is, and whether it can be taken. */
export function SubmissionRow({
  submission,
  onDrop,
}: {
  readonly submission: SubmissionResult;
  readonly onDrop: () => void;
}) {
  const styles = useStyles();
  const { file, state, unit, period, verdict, counts, message } = submission;
  const whose = [unit ?? CONSOLIDATION.unitUnknown, period].filter((part) => part !== null).join(' · ');
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <Text>{file}</Text>
        <Text size={200} className={styles.line}>
          {state === 'read' && verdict !== null ? `${whose} · ${VERDICTS[verdict]}` : STATE[state]}
        </Text>
        {counts && state === 'read' && (
          <Text size={200} className={styles.line}>
            {CONSOLIDATION.counts(counts.error, counts.warning, counts.info)}
          </Text>
        )}
        {message !== null && <Text size={200}>{message}</Text>}
      </span>
      {state !== 'dropped' && (
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          title={CONSOLIDATION.drop}
          aria-label={CONSOLIDATION.dropOne(file)}
          onClick={onDrop}
        />
      )}
    </li>
  );
}
