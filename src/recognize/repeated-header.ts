import { squeezed } from '../workbook';
import type { HeaderBlock } from './header-block';
import type { SheetView } from './sheet-view';

const squeezedHeaders = new WeakMap<
  HeaderBlock,
  readonly { readonly column: number; readonly words: string; readonly last: string }[]
>();

function headersOf(
  block: HeaderBlock,
): readonly { readonly column: number; readonly words: string; readonly last: string }[] {
  let headers = squeezedHeaders.get(block);
  if (!headers) {
    headers = block.columns.map(({ column, header }) => ({
      column,
      words: squeezed(header),
      last: squeezed(header).slice(-1),
    }));
    squeezedHeaders.set(block, headers);
  }
  return headers;
}

/** A row that says the table's headers again, as printed pages do. */
export function isRepeatedHeader(view: SheetView, block: HeaderBlock, row: number): boolean {
  let same = 0;
  for (const { column, words, last } of headersOf(block)) {
    const text = view.value(row, column);
    if (typeof text !== 'string' || text === '') continue;
    // Folding a text costs more than all else here, so the last letter decides first.
    const end = text.charAt(text.length - 1);
    if ((end === last || /[\s)）]/u.test(end)) && words.endsWith(squeezed(text))) same++;
  }
  return same >= 3 || (same >= 2 && same === block.columns.length);
}

/** The line `甲 乙 1 2 3` or `1 2 3 4 5` below a header. */
export function isColumnNumbers(view: SheetView, block: HeaderBlock, row: number, filled: number): boolean {
  if (row !== block.last + 1 || filled < 3) return false;
  let numbered = 0;
  for (let column = block.left; column <= block.right; column++) {
    const text = view.text(row, column);
    if (text === '') continue;
    if (!/^(?:[甲乙丙丁戊己庚辛]|[(（]?\d{1,2}[)）]?|[A-Z])$/u.test(text)) return false;
    numbered++;
  }
  return numbered === filled && numbered >= block.columns.length - 1;
}
