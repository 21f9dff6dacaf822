import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane, useSession } from '../app/session-context';
import { FILL } from './words';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  clear: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '8px' },
});

/** What was written and can be taken back, newest first; cleared only after a second word. */
export function Journal() {
  const session = useSession();
  const styles = useStyles();
  const changes = usePane((state) => state.changes);
  const isBusy = usePane((state) => state.task !== null);
  const [isAsking, setAsking] = useState(false);
  if (changes.length === 0) return null;
  const clear = (): void => {
    setAsking(false);
    void session.clearJournal();
  };
  return (
    <section>
      <h2 className={styles.heading}>{FILL.journal}</h2>
      <ol className={styles.list} reversed>
        {[...changes].reverse().map(({ title, edits }, index) => (
          <li key={changes.length - index}>
            <Text size={200}>
              {title}（{FILL.places(edits.length)}）
            </Text>{' '}
            {index === 0 && (
              <Button size="small" disabledFocusable={isBusy} onClick={() => void session.undo()}>
                {FILL.undo}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div className={styles.clear}>
        {isAsking && <Text size={200}>{FILL.clearAsk}</Text>}
        <Button size="small" disabledFocusable={isBusy} onClick={isAsking ? clear : () => setAsking(true)}>
          {FILL.clear}
        </Button>
        {isAsking && (
          <Button size="small" appearance="primary" onClick={() => setAsking(false)}>
            {FILL.keep}
          </Button>
        )}
      </div>
    </section>
  );
}
