import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanNote } from '../../plan';
import { SETTINGS } from './words';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
  button: { alignSelf: 'flex-start' },
  evidence: { display: 'block' },
});

/** What is wrong with, or missing from, the plan itself; shown when asked for. */
export function PlanNotes({ notes }: { readonly notes: readonly PlanNote[] }) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className={styles.button} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {SETTINGS.showNotes}（{notes.length}）
      </Button>
      {isOpen && (
        <ul className={styles.list} aria-label={SETTINGS.notes}>
          {notes.map(({ id, kind, text, evidence }) => (
            <li key={id}>
              <Text size={200}>
                {id} {SETTINGS.noteKinds[kind]}：{text}
              </Text>
              <Text size={200} className={styles.evidence}>
                {evidence}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
