import type { ProposedEdit } from '../../workbook';

/** Changes that stand one after another under the same words: `first` up to, without, `end`. */
export interface PreviewGroup {
  readonly title: string;
  readonly first: number;
  readonly end: number;
}

/** A line of the preview's list; `index` counts edits, `group` groups, both from 0. */
export type PreviewRow =
  | { readonly kind: 'group'; readonly group: number; readonly isCollapsed: boolean }
  | { readonly kind: 'edit'; readonly index: number };

/** The edits in their order, a new group wherever the words change. */
export function previewGroups(
  edits: readonly ProposedEdit[],
  titleOf: (edit: ProposedEdit) => string,
): readonly PreviewGroup[] {
  const groups: PreviewGroup[] = [];
  edits.forEach((edit, index) => {
    const title = titleOf(edit);
    const last = groups.at(-1);
    if (last?.title === title) groups[groups.length - 1] = { ...last, end: index + 1 };
    else groups.push({ title, first: index, end: index + 1 });
  });
  return groups;
}

/** What the list shows: headings where there is more than one group, and the edits of those that are not folded. */
export function previewRows(groups: readonly PreviewGroup[], collapsed: ReadonlySet<number>): readonly PreviewRow[] {
  return groups.flatMap(({ first, end }, group): readonly PreviewRow[] => {
    const isCollapsed = collapsed.has(group);
    const edits = Array.from({ length: end - first }, (_, i) => ({ kind: 'edit' as const, index: first + i }));
    if (groups.length === 1) return edits;
    return [{ kind: 'group', group, isCollapsed }, ...(isCollapsed ? [] : edits)];
  });
}

/**
 * Ticks the edits `first` up to `end`, or takes their ticks away. Edits from `free` on move rows or stand on moved
 * rows: they stand or fall together, up to `count`.
 */
export function withTicks(
  ticked: ReadonlySet<number>,
  { first, end }: Pick<PreviewGroup, 'first' | 'end'>,
  isOn: boolean,
  { free, count }: { readonly free: number; readonly count: number },
): ReadonlySet<number> {
  const next = new Set(ticked);
  const put = (from: number, to: number): void => {
    for (let index = from; index < to; index++)
      if (isOn) next.add(index);
      else next.delete(index);
  };
  put(first, Math.min(end, free));
  if (end > free) put(free, count);
  return next;
}
