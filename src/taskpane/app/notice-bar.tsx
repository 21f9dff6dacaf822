import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { usePane, useSession } from './session-context';
import { SHELL } from './words';

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: '8px 12px 0', minHeight: 'auto' },
  // The session announces the words itself, once and in one place.
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** The one line that has to be said, until it is dismissed or the next thing happens. */
export function NoticeBar() {
  const session = useSession();
  const notice = usePane((state) => state.notice);
  const canUndo = usePane((state) => state.changes.length > 0);
  const styles = useStyles();
  if (!notice) return null;
  return (
    <MessageBar className={styles.bar} intent={notice.intent} layout="multiline" politeness="polite">
      <MessageBarBody className={styles.body}>{notice.text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={SHELL.dismiss}
            onClick={session.dismissNotice}
          />
        }
      >
        {notice.offersUndo && canUndo && (
          <Button size="small" onClick={() => void session.undo()}>
            {SHELL.undo}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
