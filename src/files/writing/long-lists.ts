import { columnName } from '../../workbook';
import type { WorkbookPackage } from './workbook-package';
import { plainSheet, type WrittenCell } from './worksheet-xml';

/** The sheet, hidden from everyone, that holds the lists which are too long for a validation. */
export const LISTS_SHEET = 'plancheck-lists';

/** Lists that do not fit into a validation, each a column of one hidden sheet; equal lists share a column. */
export class LongLists {
  private readonly lists = new Map<string, readonly string[]>();

  /** The cells that hold the items, as a validation names them. */
  source(items: readonly string[]): string {
    const key = items.join('\n');
    this.lists.set(key, items);
    const column = columnName([...this.lists.keys()].indexOf(key));
    return `'${LISTS_SHEET}'!$${column}$1:$${column}$${Math.max(1, items.length)}`;
  }

  addTo(target: WorkbookPackage): void {
    if (this.lists.size === 0) return;
    const lists = [...this.lists.values()];
    const height = Math.max(...lists.map((items) => items.length));
    const rows = Array.from({ length: height }, (_, row): [number, WrittenCell[]] => [
      row,
      lists.flatMap((items, column) => {
        const value = items[row];
        return value === undefined ? [] : [{ column, style: 0, value, formula: null }];
      }),
    ]);
    target.addSheet(LISTS_SHEET, 'veryHidden', plainSheet(rows));
  }
}
