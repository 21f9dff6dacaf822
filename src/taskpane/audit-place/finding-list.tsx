import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react';
import { usePane, useSession } from '../app/session-context';
import { listRows, NO_FILTER, type Audited, type Filter, type ListRow } from '../session';
import { FindingRow } from './finding-row';
import { GroupRow } from './group-row';
import { nextFocus } from './list-keys';
import { AUDIT } from './words';

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: '120px',
    overflowY: 'auto',
    overflowX: 'hidden',
    position: 'relative',
    outlineStyle: 'none',
  },
  all: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
  none: {
    flexGrow: 1,
    padding: '16px 12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    alignItems: 'flex-start',
  },
});

/** The findings: drawn only where they are seen, walked through with the arrow keys. */
export function FindingList({ audited }: { readonly audited: Audited }) {
  const session = useSession();
  const styles = useStyles();
  const filter = usePane((state) => state.filter);
  const collapsed = usePane((state) => state.collapsed);
  const activeId = usePane((state) => state.activeId);
  const rows = useMemo(() => listRows(audited, filter, collapsed), [audited, filter, collapsed]);
  const scroll = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 32 : 58),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // Until it is measured: draws the first rows at once instead of an empty frame.
    initialRect: { width: 320, height: 400 },
  });
  useEffect(() => {
    // The button that was pressed went away with the page before: the arrow keys shall work at once.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && document.hasFocus()) scroll.current?.querySelector<HTMLElement>('button')?.focus();
  }, []);
  const takeFocus = useFocusFollowsActive({ rows, filter, activeId }, scroll, (index) => list.scrollToIndex(index));

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextFocus(event, rows, activeId);
    if (next === null) return;
    event.preventDefault();
    takeFocus();
    session.activate(next);
  };

  if (rows.length === 0) {
    return (
      <div className={styles.none}>
        <Text>{AUDIT.noMatch}</Text>
        <Button size="small" onClick={() => session.filter({ ...NO_FILTER, groupBy: filter.groupBy })}>
          {AUDIT.clearFilter}
        </Button>
      </div>
    );
  }
  // Without an active row the first can be reached with Tab.
  const tabId = rows.some(({ id }) => id === activeId) ? activeId : rows[0]?.id;
  return (
    <div ref={scroll} tabIndex={-1} className={styles.scroll} onKeyDown={onKeyDown}>
      <div className={styles.all} style={{ height: list.getTotalSize() }} role="list" aria-label={AUDIT.list}>
        {list.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={key}
              ref={list.measureElement}
              data-index={index}
              data-row={row.id}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={rows.length}
            >
              {row.kind === 'group' ? (
                <GroupRow row={row} tabIndex={row.id === tabId ? 0 : -1} />
              ) : (
                <FindingRow row={row} tabIndex={row.id === tabId ? 0 : -1} isUnderSheet={filter.groupBy === 'sheet'} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/**
 * Keeps the keyboard on the active row: after an arrow key, and when the row that had it went away with a fix.
 * Focus is moved only if it was in the list, or was lost with what was removed. Under another filter or grouping the
 * active row stays in view; if it is no longer listed, the list begins at its top.
 */
function useFocusFollowsActive(
  {
    rows,
    filter,
    activeId,
  }: { readonly rows: readonly ListRow[]; readonly filter: Filter; readonly activeId: string | null },
  scroll: RefObject<HTMLDivElement | null>,
  scrollTo: (index: number) => void,
): () => void {
  const isWanted = useRef(false);
  const wanted = useRef<string | null>(null);
  const index = rows.findIndex(({ id }) => id === activeId);
  const shown = useRef(filter);
  const follow = useEffectEvent(() => {
    const element = scroll.current;
    const isOtherList = shown.current !== filter;
    shown.current = filter;
    if (!element) return;
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (index < 0) {
      if (!isOtherList) return;
      scrollTo(0);
      // With the button that cleared the filter.
      if (isLost) element.querySelector<HTMLElement>('button')?.focus();
      return;
    }
    if (!isWanted.current && !isLost && !element.contains(activeElement)) {
      scrollTo(index);
      return;
    }
    isWanted.current = false;
    wanted.current = activeId;
    focusRow(element, activeId, () => scrollTo(index), wanted);
  });
  useEffect(() => follow(), [index, activeId, filter]);
  return () => {
    isWanted.current = true;
  };
}

/**
 * Rows out of view are not drawn: bring the row into view first, then give it the focus; unless another row is
 * `wanted` by then, because the next key came sooner.
 */
function focusRow(
  list: HTMLElement,
  id: string | null,
  bring: () => void,
  wanted: RefObject<string | null>,
  triesLeft = 5,
): void {
  if (wanted.current !== id) return;
  const row = [...list.querySelectorAll<HTMLElement>('[data-row]')].find((one) => one.dataset.row === id);
  const button = row?.querySelector<HTMLElement>('button');
  if (button) {
    button.focus();
    return;
  }
  // The row that has the focus may go out of view, and out of the page: the next key shall be heard all the same.
  list.focus({ preventScroll: true });
  bring();
  if (triesLeft > 0) requestAnimationFrame(() => focusRow(list, id, () => undefined, wanted, triesLeft - 1));
}
