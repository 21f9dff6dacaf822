import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { freeEdits, previewRows, withTicks, type Preview, type PreviewGroup } from '../session';
import { PreviewChange } from './preview-change';
import { PREVIEW } from './words';

const useStyles = makeStyles({
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', position: 'relative' },
  all: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%', boxSizing: 'border-box' },
  group: {
    display: 'flex',
    alignItems: 'center',
    paddingRight: '12px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  fold: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    flexGrow: 1,
    minWidth: 0,
    minHeight: '32px',
    padding: '4px 0',
    border: 'none',
    textAlign: 'left',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  sign: { flexShrink: 0 },
  title: { minWidth: 0, overflowWrap: 'anywhere' },
  box: { paddingLeft: '12px' },
});

interface ListProps {
  readonly preview: Preview;
  readonly ticked: ReadonlySet<number>;
  readonly onTicked: (ticked: ReadonlySet<number>) => void;
}

/** Every change, drawn only where it is seen; a group is folded and ticked as one. */
export function PreviewList({ preview, ticked, onTicked }: ListProps) {
  const styles = useStyles();
  const { edits, groups } = preview;
  const [collapsed, setCollapsed] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo(() => previewRows(groups, collapsed), [groups, collapsed]);
  const counts = useMemo(() => groups.map((group) => tickedIn(group, ticked)), [groups, ticked]);
  const scroll = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (at) => (rows[at]?.kind === 'group' ? 34 : 116),
    getItemKey: (at) => {
      const row = rows[at];
      return row?.kind === 'group' ? `group ${row.group}` : (row?.index ?? at);
    },
    overscan: 6,
    // Until it is measured: draws the first rows at once instead of an empty frame.
    initialRect: { width: 320, height: 400 },
  });
  const tick = (range: Pick<PreviewGroup, 'first' | 'end'>, isOn: boolean): void =>
    onTicked(withTicks(ticked, range, isOn, { free: freeEdits(edits), count: edits.length }));
  const fold = (group: number): void => {
    const next = new Set(collapsed);
    if (!next.delete(group)) next.add(group);
    setCollapsed(next);
  };
  return (
    <div ref={scroll} className={styles.scroll} tabIndex={0} role="group" aria-label={PREVIEW.heading}>
      <div className={styles.all} style={{ height: list.getTotalSize() }} role="list">
        {list.getVirtualItems().map(({ index: at, key, start }) => {
          const row = rows[at];
          const group = row?.kind === 'group' ? groups[row.group] : undefined;
          const edit = row?.kind === 'edit' ? edits[row.index] : undefined;
          return (
            <div
              key={key}
              ref={list.measureElement}
              data-index={at}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              role="listitem"
              aria-posinset={at + 1}
              aria-setsize={rows.length}
            >
              {row?.kind === 'group' && group && (
                <Heading
                  group={group}
                  isCollapsed={row.isCollapsed}
                  ticked={counts[row.group] ?? 0}
                  onFold={() => fold(row.group)}
                  onTick={(isOn) => tick(group, isOn)}
                />
              )}
              {row?.kind === 'edit' && edit && (
                <PreviewChange
                  change={edit}
                  isTicked={ticked.has(row.index)}
                  onTick={(isOn) => tick({ first: row.index, end: row.index + 1 }, isOn)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function tickedIn({ first, end }: PreviewGroup, ticked: ReadonlySet<number>): number {
  let count = 0;
  for (let index = first; index < end; index++) if (ticked.has(index)) count++;
  return count;
}

interface HeadingProps {
  readonly group: PreviewGroup;
  readonly isCollapsed: boolean;
  /** How many of its changes are ticked. */
  readonly ticked: number;
  readonly onFold: () => void;
  readonly onTick: (isOn: boolean) => void;
}

function Heading({ group, isCollapsed, ticked, onFold, onTick }: HeadingProps) {
  const styles = useStyles();
  const { title, first, end } = group;
  const count = end - first;
  return (
    <div className={styles.group}>
      <span className={styles.box}>
        <Checkbox
          aria-label={PREVIEW.wholeGroup(title)}
          checked={ticked === count ? true : ticked === 0 ? false : 'mixed'}
          onChange={() => onTick(ticked < count)}
        />
      </span>
      <button type="button" className={styles.fold} aria-expanded={!isCollapsed} onClick={onFold}>
        {isCollapsed ? (
          <ChevronRightRegular aria-hidden className={styles.sign} />
        ) : (
          <ChevronDownRegular aria-hidden className={styles.sign} />
        )}
        <Text weight="semibold" className={styles.title}>
          {PREVIEW.group(title, ticked, count)}
        </Text>
      </button>
    </div>
  );
}
