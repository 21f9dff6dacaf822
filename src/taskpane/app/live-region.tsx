import { makeStyles } from '@fluentui/react-components';
import { usePane } from './session-context';

const useStyles = makeStyles({
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Says the newest announcement to screen readers; the two halves take turns so that equal words are said again. */
export function LiveRegion() {
  const { text, count } = usePane((state) => state.announcement);
  const styles = useStyles();
  return (
    <div className={styles.spoken} role="status" aria-live="polite" aria-atomic="true">
      <span>{count % 2 === 0 ? text : ''}</span>
      <span>{count % 2 === 1 ? text : ''}</span>
    </div>
  );
}
