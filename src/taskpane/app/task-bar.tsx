import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { usePane, useSession } from './session-context';
import { SHELL } from './words';

const useStyles = makeStyles({
  bar: { flexShrink: 0, padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground2 },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '28px', gap: '8px' },
});

/** What is under way: a word for the step, how far it is, and the way out. */
export function TaskBar() {
  const session = useSession();
  const task = usePane((state) => state.task);
  const styles = useStyles();
  if (!task) return null;
  const percent = task.total > 0 ? Math.min(100, Math.round((task.done / task.total) * 100)) : null;
  const words = `${task.title}：${task.step}${percent === null ? '…' : ` ${percent}%`}`;
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <Text size={200}>{words}</Text>
        {task.canCancel && (
          <Button size="small" onClick={session.cancel}>
            {SHELL.cancel}
          </Button>
        )}
      </div>
      <ProgressBar aria-label={words} {...(percent === null ? {} : { value: percent / 100 })} />
    </div>
  );
}
