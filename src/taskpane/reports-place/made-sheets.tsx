import { Button, Field, Link, makeStyles, Text, Textarea } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { copyText } from '../app/copy';
import { useSession } from '../app/session-context';
import type { ReportsMade } from '../session';
import { REPORTS } from './words';

const useStyles = makeStyles({
  made: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
  // Wide enough for a finger, and for WCAG's smallest target.
  link: { minHeight: '24px' },
  text: { minWidth: 0, width: '100%' },
  copy: { alignSelf: 'flex-start' },
});

/** The sheets that were written, what to note about them, and the 综述 to copy. */
export function MadeSheets({
  made,
  isNew = false,
}: {
  readonly made: ReportsMade;
  /** Made while the place is open: brought into view. */
  readonly isNew?: boolean;
}) {
  const session = useSession();
  const styles = useStyles();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNew) section.current?.scrollIntoView?.({ block: 'start' });
  }, [isNew, made.sheets]);
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(made.summaryText);
    session.notify(isCopied ? 'success' : 'warning', isCopied ? REPORTS.copied : REPORTS.copyFailed);
  };
  return (
    <section ref={section} className={styles.made} aria-label={REPORTS.made}>
      <Text>{REPORTS.made}</Text>
      {made.isStale && <Text size={200}>{REPORTS.stale}</Text>}
      <ul className={styles.list}>
        {made.sheets.map((sheet) => (
          <li key={sheet}>
            <Link className={styles.link} as="button" onClick={() => void session.showSheet(sheet)}>
              {sheet}
            </Link>
          </li>
        ))}
      </ul>
      {made.notes.map((note) => (
        <Text key={note} size={200}>
          {note}
        </Text>
      ))}
      {made.summaryText !== '' && (
        <>
          <Field label={REPORTS.summary}>
            <Textarea className={styles.text} value={made.summaryText} readOnly rows={6} resize="vertical" />
          </Field>
          <Button className={styles.copy} onClick={() => void copy()}>
            {REPORTS.copy}
          </Button>
        </>
      )}
    </section>
  );
}
