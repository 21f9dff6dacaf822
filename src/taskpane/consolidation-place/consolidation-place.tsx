import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useRef, useState, type DragEvent } from 'react';
import { SCROLLING_COLUMN } from '../app/place-style';
import { usePane, useSession } from '../app/session-context';
import { MadeSheets } from '../reports-place/made-sheets';
import { Questions } from './questions';
import { SubmissionRow } from './submission-row';
import { CONSOLIDATION } from './words';

const useStyles = makeStyles({
  place: {
    ...SCROLLING_COLUMN,
    padding: '12px',
    gap: '12px',
    flexGrow: 1,
    border: '2px dashed transparent',
  },
  over: { borderTopColor: tokens.colorBrandStroke1, borderBottomColor: tokens.colorBrandStroke1 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  conflict: { flexShrink: 0 },
  conflictText: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** 汇总: choose or drop files, see what became of each, write the sum. */
export default function ConsolidationPlace() {
  const session = useSession();
  const styles = useStyles();
  const submissions = usePane((state) => state.submissions);
  const made = usePane((state) => state.consolidated);
  const conflict = usePane((state) => state.conflict);
  const isBusy = usePane((state) => state.task !== null);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const read = submissions.filter(({ state }) => state === 'read').length;

  const take = (files: FileList | null): void => {
    if (files && !isBusy) void session.readSubmissions([...files]);
  };
  const onDrag = (event: DragEvent, isInside: boolean): void => {
    event.preventDefault();
    setOver(isInside);
  };
  return (
    <div
      className={mergeClasses(styles.place, isOver && styles.over)}
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        onDrag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <Text>{isOver ? CONSOLIDATION.dropHere : CONSOLIDATION.intro}</Text>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xlsm,.xls"
        aria-label={CONSOLIDATION.choose}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <Button
        appearance={read > 0 ? 'secondary' : 'primary'}
        icon={<DocumentArrowUpRegular />}
        disabledFocusable={isBusy}
        onClick={() => input.current?.click()}
      >
        {CONSOLIDATION.choose}
      </Button>
      {submissions.length > 0 && (
        <ul className={styles.list} aria-label={CONSOLIDATION.files}>
          {submissions.map((submission, index) => (
            <SubmissionRow key={index} submission={submission} onDrop={() => session.dropSubmission(index)} />
          ))}
        </ul>
      )}
      {read > 0 && (
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void session.combine()}>
          {CONSOLIDATION.combine(read)}
        </Button>
      )}
      {conflict && (
        <MessageBar intent="warning" layout="multiline" className={styles.conflict}>
          <MessageBarBody className={styles.conflictText}>{CONSOLIDATION.conflict(conflict)}</MessageBarBody>
        </MessageBar>
      )}
      <Questions isBusy={isBusy} />
      {made && <MadeSheets made={made} />}
    </div>
  );
}
