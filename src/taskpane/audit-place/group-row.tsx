import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { LEVELS } from '../../audit';
import { useSession } from '../app/session-context';
import type { ListRow } from '../session';
import { LEVEL_WORDS } from './words';

const useStyles = makeStyles({
  group: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    width: '100%',
    padding: '6px 12px',
    border: 'none',
    textAlign: 'left',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: 'inherit',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  sign: { flexShrink: 0 },
  // Side by side where there is room, else the counts below the title.
  words: { display: 'flex', flexWrap: 'wrap', columnGap: '6px', flexGrow: 1, minWidth: 0 },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  counts: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
});

/** A group's heading; a click folds it. */
export function GroupRow({
  row,
  tabIndex,
}: {
  readonly row: Extract<ListRow, { kind: 'group' }>;
  readonly tabIndex: number;
}) {
  const session = useSession();
  const styles = useStyles();
  const counts = LEVELS.filter((level) => row.counts[level] > 0).map(
    (level) => `${LEVEL_WORDS[level]} ${row.counts[level]}`,
  );
  return (
    <button
      type="button"
      className={styles.group}
      tabIndex={tabIndex}
      aria-expanded={!row.isCollapsed}
      onFocus={() => session.activate(row.id)}
      onClick={() => session.toggleGroup(row.title)}
    >
      {row.isCollapsed ? (
        <ChevronRightRegular aria-hidden className={styles.sign} />
      ) : (
        <ChevronDownRegular aria-hidden className={styles.sign} />
      )}
      <span className={styles.words}>
        <Text weight="semibold" className={styles.title}>
          {row.title}
        </Text>{' '}
        <Text size={200} className={styles.counts}>
          {counts.join(' ')}
        </Text>
      </span>
    </button>
  );
}
