import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { usePane, useSession } from '../app/session-context';
import type { Audited } from '../session';
import { PreviousFile } from './previous-file';
import { AUDIT, TABLE_WORDS } from './words';

const useStyles = makeStyles({
  foot: {
    // In a low pane it gives way to the list and scrolls itself; nothing may lie below the edge, out of reach.
    flexShrink: 1,
    minHeight: '36px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '6px 12px',
    maxHeight: '45%',
    overflowY: 'auto',
  },
  line: {
    display: 'flex',
    gap: '2px',
    flexWrap: 'wrap',
    '& > button': { minWidth: 0, paddingLeft: '6px', paddingRight: '6px' },
  },
  why: { display: 'block', color: tokens.colorNeutralForeground2 },
  list: { margin: '6px 0 0', paddingLeft: '18px', overflowWrap: 'anywhere' },
});

/** What was taken for what, and what was not recognized; marks in the sheet. */
export function Recognized({ audited }: { readonly audited: Audited }) {
  const session = useSession();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(audited.result.verdict === 'nothingFound');
  const isMarked = usePane((state) => state.isMarked);
  const isBusy = usePane((state) => state.task !== null);
  const id = useId();
  const { tables, findings } = audited.result;
  const { recognized, names, notRecognized } = audited;
  return (
    <div className={styles.foot}>
      <div className={styles.line}>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {AUDIT.recognized}（{tables.length}）
        </Button>
        {findings.length > 0 && (
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={isBusy}
            onClick={() => void (isMarked ? session.unmark() : session.mark())}
          >
            {isMarked ? AUDIT.unmark : AUDIT.mark}
          </Button>
        )}
        <PreviousFile />
      </div>
      {isOpen && (
        <ul id={id} className={styles.list}>
          {recognized.map(({ kind, sheet, range, rows, confidence, reasons }) => (
            <li key={`${sheet}!${range}`}>
              <Text size={200}>
                {sheet}!{range}：{AUDIT.recognizedAs(TABLE_WORDS[kind] ?? kind, rows)}
              </Text>
              <Text size={200} className={styles.why}>
                {AUDIT.sure(confidence)}。{reasons.join('')}
              </Text>
            </li>
          ))}
          {notRecognized.map(({ sheet, detail }) => (
            <li key={sheet}>
              <Text size={200}>
                {sheet}：{AUDIT.notRecognized}，{detail}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {isOpen && names.length > 0 && (
        <ul className={styles.list} aria-label={AUDIT.names}>
          {names.map(({ name, school }) => (
            <li key={name}>
              <Text size={200}>{AUDIT.sameAs(name, school)}</Text>{' '}
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={isBusy}
                onClick={() => void session.withdrawName(name)}
              >
                {AUDIT.forget}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
