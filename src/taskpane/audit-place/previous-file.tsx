import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { usePane, useSession } from '../app/session-context';
import { AUDIT } from './words';

const useStyles = makeStyles({
  chosen: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '6px', minWidth: 0 },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
  warning: { fontWeight: tokens.fontWeightSemibold },
});

/** Points to the same unit's previous submission; says which one is in use and whether it was compared. */
export function PreviousFile() {
  const session = useSession();
  const styles = useStyles();
  const previous = usePane((state) => state.settings.previous);
  const outcome = usePane((state) => state.audited?.result.previous ?? null);
  const isBusy = usePane((state) => state.task !== null);
  const input = useRef<HTMLInputElement>(null);
  if (!session.work.previous) return null;
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.xls"
        aria-label={AUDIT.choosePrevious}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file && !isBusy) void session.choosePrevious(file);
        }}
      />
      {previous === null ? (
        <Button
          size="small"
          appearance="subtle"
          title={AUDIT.previousHint}
          disabledFocusable={isBusy}
          onClick={() => input.current?.click()}
        >
          {AUDIT.choosePrevious}
        </Button>
      ) : (
        <div className={styles.chosen}>
          <Text size={200} className={styles.name}>
            {AUDIT.previous}：{[previous.unit, previous.period].filter(Boolean).join(' ') || previous.fileName}
            {outcome !== null && (
              <span className={outcome === 'compared' ? undefined : styles.warning}>（{AUDIT[outcome]}）</span>
            )}
          </Text>
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={isBusy}
            onClick={() => void session.dropPrevious()}
          >
            {AUDIT.dropPrevious}
          </Button>
        </div>
      )}
    </>
  );
}
