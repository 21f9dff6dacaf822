import { Button, makeStyles, Text } from '@fluentui/react-components';
import { usePane, useSession } from '../app/session-context';
import { SETTINGS } from './words';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
  button: { alignSelf: 'flex-start' },
  evidence: { display: 'block' },
});

const KINDS: Readonly<Record<string, string>> = SETTINGS.noteKinds;

/** What is wrong with, or missing from, the plan itself; fetched when asked for. */
export function PlanNotes() {
  const session = useSession();
  const styles = useStyles();
  const notes = usePane((state) => state.planNotes);
  if (notes === null) {
    return (
      <Button className={styles.button} onClick={() => void session.loadPlanNotes()}>
        {SETTINGS.showNotes}
      </Button>
    );
  }
  return (
    <ul className={styles.list} aria-label={SETTINGS.notes}>
      {notes.map(({ id, kind, text, evidence }) => (
        <li key={id}>
          <Text size={200}>
            {id} {KINDS[kind] ?? kind}：{text}
          </Text>
          <Text size={200} className={styles.evidence}>
            {evidence}
          </Text>
        </li>
      ))}
    </ul>
  );
}
