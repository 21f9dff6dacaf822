import type { ListRow } from '../session';

const PAGE = 8;

/** The row that a key goes to, or `null` for a key that does not walk through the list. */
export function nextFocus(
  event: { readonly key: string; readonly target: EventTarget; readonly altKey: boolean; readonly ctrlKey: boolean },
  rows: readonly ListRow[],
  activeId: string | null,
): string | null {
  if (event.altKey || event.ctrlKey || isField(event.target)) return null;
  const from = rows.findIndex(({ id }) => id === activeId);
  const last = rows.length - 1;
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from < 0 ? 0 : from - 1,
    PageDown: from + PAGE,
    PageUp: from - PAGE,
    Home: 0,
    End: last,
  }[event.key];
  return to === undefined ? null : (rows[Math.min(last, Math.max(0, to))]?.id ?? null);
}

/** In a field the arrow keys belong to the text. */
export function isField(target: EventTarget): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
