import type { Plan } from '../plan';
import { gatherSheet, standingArea, type SheetCell } from '../workbook';
import { readLabelled } from './form-labels';
import { matchHeader, parseHeader } from './header-words';
import { linesAbove } from './lines-above';
import { readSheetTables } from './sheet-tables';
import { viewOf, type SheetView } from './sheet-view';
import type { FieldId, RecognizedTable } from './types';

/** A word of a form and the cell beside it that answers; 0-based cells of the sheet. */
interface Pair {
  readonly label: SheetCell;
  readonly answer: SheetCell;
  /** The field that the word names; `null` for a word that no known field claims. */
  readonly field: FieldId | null;
}

/** Rows and columns of a sheet that may be forms. */
const MOST_ROWS = 400;
const MOST_COLUMNS = 40;

/** A form of fewer words could be a note beside a table. */
const FEWEST_WORDS = 4;

/** A table found upright that knows more columns than this is no form in which a few words stand in a row. */
const FEW_COLUMNS = 3;

/**
 * The forms of one school each (一校一表, 登记卡) that a sheet holds: words and answers in pairs, several pairs to a row.
 * Each is read as a table of one row from a sheet gathered from its cells, `sheet.standing` being the sheet as it
 * stands. None where the tables found upright explain more of the sheet, or the pairs are not sure.
 */
export function readCards(
  view: SheetView,
  plan: Plan,
  upright: readonly RecognizedTable[],
): readonly RecognizedTable[] {
  const { sheet } = view;
  if (sheet.rowCount > MOST_ROWS || sheet.columnCount > MOST_COLUMNS) return [];
  if (upright.some(({ columns, dataRows }) => columns.length > FEW_COLUMNS && dataRows.length > 1)) return [];
  const pairs = pairsOf(view);
  const cards = cardsOf(pairs);
  const tables = cards.flatMap((card) => readCard(view, plan, card) ?? []);
  return tables.length === cards.length ? tables : [];
}

/** All words with an answer to their right, in reading order; empty where headers stand side by side as above a table. */
function pairsOf(view: SheetView): readonly Pair[] {
  const labels = new Map<string, FieldId>();
  const columns = new Map<number, number>();
  for (let row = view.top; row <= view.bottom; row++)
    for (let column = view.left; column <= view.right; column++) {
      const field = fieldNamed(view, row, column);
      if (field === null) continue;
      labels.set(`${row},${column}`, field);
      columns.set(column, (columns.get(column) ?? 0) + 1);
    }
  if (labels.size < FEWEST_WORDS) return [];
  const pairs: Pair[] = [];
  let unanswered = 0;
  for (let row = view.top; row <= view.bottom; row++) {
    let next = view.left;
    for (let column = view.left; column <= view.right; column++) {
      if (column < next) continue;
      const field = labels.get(`${row},${column}`) ?? null;
      const isWord = field !== null || ((columns.get(column) ?? 0) >= 2 && isOtherWord(view, row, column));
      if (!isWord) continue;
      const answer = (view.merge(row, column)?.right ?? column) + 1;
      if (labels.has(`${row},${answer}`)) {
        if (field !== null) unanswered++;
        continue;
      }
      if (field === null && view.blank(row, answer)) continue;
      pairs.push({ label: { row, column }, answer: { row, column: answer }, field });
      next = answer + 1;
    }
  }
  const known = pairs.filter(({ field }) => field !== null).length;
  return known >= FEWEST_WORDS && unanswered * 5 <= known ? pairs : [];
}

/** The school field that a cell's word names for certain; `null` for answers, lines of the form and merged-away cells. */
function fieldNamed(view: SheetView, row: number, column: number): FieldId | null {
  const value = view.value(row, column);
  if (typeof value !== 'string' || value.length > 24) return null;
  if (readLabelled(value).some(({ label }) => label !== null)) return null;
  const [best] = matchHeader('schools', parseHeader(value));
  return best && best.confidence >= 0.9 ? best.field : null;
}

/** A short word where the form's other words stand, with an answer that is none itself. */
function isOtherWord(view: SheetView, row: number, column: number): boolean {
  const value = view.value(row, column);
  return (
    typeof value === 'string' &&
    /^[\p{Script=Han}\p{L}（）()、/／\s%㎡：:]{2,16}$/u.test(value.trim()) &&
    readLabelled(value).every(({ label, answer }) => label === null && (answer ?? '') === '')
  );
}

/** Pairs by form: a further one begins where the name of a school is asked for again. */
function cardsOf(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const names = pairs.filter(({ field }) => field === 'schoolName');
  const [first] = names;
  if (!first) return [];
  const top = pairs[0]?.label.row ?? 0;
  // What stands above the first name stands above the others as well.
  const above = first.label.row - top;
  const starts = names.map(({ label }) => label.row - above);
  // Two forms side by side would have to be parted by columns.
  if (new Set(starts).size < starts.length) return [];
  const cards = starts.map((start, i) =>
    pairs.filter(({ label }) => label.row >= start && label.row < (starts[i + 1] ?? Infinity)),
  );
  return cards.every(isCard) ? cards : [];
}

/** Enough different things are asked for, and the answers stand in pairs with their words and not in a grid of figures. */
function isCard(card: readonly Pair[]): boolean {
  const fields = card.flatMap(({ field }) => field ?? []);
  return new Set(fields).size >= FEWEST_WORDS && new Set(card.map(({ label }) => label.row)).size >= 2;
}

function readCard(view: SheetView, plan: Plan, card: readonly Pair[]): RecognizedTable | null {
  if (!standsInPairs(view, card)) return null;
  const gathered = gatherSheet(view.sheet, [card.map(({ label }) => label), card.map(({ answer }) => answer)]);
  if (!gathered) return null;
  const top = card[0]?.label.row ?? view.top;
  const tables = readSheetTables(viewOf(gathered), plan, linesAbove(view, Math.max(view.top, top - 10), top));
  const [table] = tables;
  if (!table || table.kind !== 'schools' || !table.byField.has('schoolName')) return null;
  return table.dataRows.length <= 1 && table.totalRow === null ? table : null;
}

/** Hardly a row of the form holds more than its words and their answers: a note, but no second entry. */
function standsInPairs(view: SheetView, card: readonly Pair[]): boolean {
  const used = new Set(
    card.flatMap(({ label, answer }) => [label, answer].map(({ row, column }) => `${row},${column}`)),
  );
  const rows = [...new Set(card.map(({ label }) => label.row))];
  const more = rows.filter((row) => {
    for (let column = view.left; column <= view.right; column++)
      if (!view.blank(row, column) && !used.has(`${row},${column}`)) return true;
    return false;
  });
  return more.length * 4 <= rows.length;
}

/** Rows of the sheet as it stands that forms take up; those without a word of theirs may hold lines such as `填报人：`. */
export function rowsOfCard(table: RecognizedTable): Pick<RecognizedTable, 'area' | 'roles'> {
  const { sheet } = table;
  const { top } = sheet;
  const all = { top, left: 0, bottom: top + sheet.rowCount - 1, right: sheet.columnCount - 1 };
  const area = standingArea(sheet, all);
  const words = Array.from({ length: sheet.columnCount }, (_, column) =>
    standingArea(sheet, { top, left: column, bottom: top, right: column }),
  );
  const roles = Array.from({ length: area.bottom - area.top + 1 }, (_, i) =>
    words.some((word) => word.top === area.top + i) ? ('data' as const) : ('note' as const),
  );
  return { area, roles };
}
