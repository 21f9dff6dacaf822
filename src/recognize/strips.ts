import type { SheetView } from './sheet-view';

/** A row with so many texts begins the tables; titles and form lines above it may run across all of them. */
const LEAST_TEXTS = 3;

/**
 * Where tables stand beside each other: the parts of the sheet that columns without any cell part, each as a view of
 * its own columns, left to right; one part, the whole, where there is no such column between filled ones.
 */
export function stripsOf(view: SheetView): readonly SheetView[] {
  const from = firstTableRow(view);
  if (from === null) return [view];
  const strips: SheetView[] = [];
  let left: number | null = null;
  for (let column = view.left; column <= view.right + 1; column++) {
    const isGap = column > view.right || isEmpty(view, column, from);
    if (!isGap) left ??= column;
    else if (left !== null) {
      strips.push({ ...view, left, right: column - 1 });
      left = null;
    }
  }
  return strips.length > 1 ? strips : [view];
}

function firstTableRow(view: SheetView): number | null {
  for (let row = view.top; row <= view.bottom; row++) {
    let texts = 0;
    for (let column = view.left; column <= view.right; column++)
      if (typeof view.value(row, column) === 'string' && !view.blank(row, column)) texts++;
    if (texts >= LEAST_TEXTS) return row;
  }
  return null;
}

/** No cell of the column from `from` on holds anything or lies in a merged cell. */
function isEmpty(view: SheetView, column: number, from: number): boolean {
  for (let row = from; row <= view.bottom; row++)
    if (!view.blank(row, column) || view.merge(row, column) !== undefined) return false;
  return true;
}
