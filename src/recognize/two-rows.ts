import type { Plan } from '../plan';
import { gatherSheet, type SheetCell } from '../workbook';
import { fieldOf } from './fields';
import { linesAbove } from './lines-above';
import { readSheetTables } from './sheet-tables';
import { viewOf, type SheetView } from './sheet-view';
import type { RecognizedTable } from './types';

/** Rows of one entry: what was planned and, below it, what came of it. */
const OF_PLAN = /^(?:计划|规划|目标|应完成)(?:数|值)?$/u;
const OF_DEED = /^(?:实际|完成|实绩|已完成)(?:数|值)?$/u;
const FEWEST_PAIRS = 3;

/** A table that has not come to its first pair by then has none: long ones need not be walked to the end. */
const MOST_ROWS_BEFORE = 100;

/** Where a table says 计划 and 实际 in turn: the column that does, and the first row of each pair. 0-based. */
export interface Pairs {
  readonly column: number;
  readonly rows: readonly number[];
}

/** `null` for a table with one row an entry. */
export function pairsOf({ sheet, columns, unknownColumns, area }: RecognizedTable): Pairs | null {
  const view = viewOf(sheet);
  for (const { column } of [...columns, ...unknownColumns]) {
    const rows: number[] = [];
    let filled = 0;
    for (let row = area.top; row <= area.bottom + 1; row++) {
      if (rows.length === 0 && row > area.top + MOST_ROWS_BEFORE) break;
      if (!view.blank(row, column)) filled++;
      // Only texts are looked at closely: a long table holds mostly figures.
      if (typeof view.shown(row, column) !== 'string') continue;
      if (OF_PLAN.test(view.text(row, column)) && OF_DEED.test(view.text(row + 1, column))) rows.push(row);
    }
    if (rows.length >= FEWEST_PAIRS && rows.length * 3 >= filled) return { column, rows };
  }
  return null;
}

/**
 * The table with one row an entry: columns whose cells reach over both rows as they are, the others once as planned and
 * once as done (`完工时间` → 计划完工时间, 实际完工时间). Read from a sheet gathered from the cells; `null` where that
 * gives no list of schools.
 */
export function foldPairs(view: SheetView, plan: Plan, table: RecognizedTable, pairs: Pairs): RecognizedTable | null {
  const { headerRows, area } = table;
  const heads = [...table.columns, ...table.unknownColumns].sort((a, b) => a.column - b.column);
  const lines: SheetCell[][] = [[], ...pairs.rows.map(() => [])];
  const words = new Map<number, string>();
  const add = (head: (typeof heads)[number], below: 0 | 1, word: string): void => {
    const at = headerRows.last;
    const top = view.merge(at, head.column)?.top ?? at;
    words.set(lines[0]?.length ?? 0, word);
    lines[0]?.push({ row: view.blank(at, head.column) ? top : at, column: head.column });
    pairs.rows.forEach((row, i) => lines[i + 1]?.push({ row: row + below, column: head.column }));
  };
  for (const head of heads) {
    if (head.column === pairs.column) continue;
    const reaching = pairs.rows.filter((row) => {
      const merge = view.merge(row, head.column);
      return (merge?.top === row && merge.bottom === row + 1) || view.blank(row + 1, head.column);
    });
    const isOne = pairs.rows.every((row) => view.merge(row, head.column)?.bottom === row + 1);
    if (isOne || (reaching.length === pairs.rows.length && !/时间|日期|投资|资金/u.test(head.header)))
      add(head, 0, head.header);
    else {
      add(head, 0, `计划${head.header}`);
      add(head, 1, `实际${head.header}`);
    }
  }
  const gathered = gatherSheet(view.sheet, lines, words);
  if (!gathered) return null;
  const above = linesAbove(view, Math.max(view.top, area.top - 10), area.top);
  const [folded, ...more] = readSheetTables(viewOf(gathered), plan, above);
  if (folded?.kind !== 'schools' || more.length > 0 || folded.dataRows.length === 0) return null;
  return { ...folded, reasons: pairReasons(folded) };
}

/** Said instead of what would be said of a card, which is read from gathered cells as well. */
function pairReasons({ columns, unknownColumns }: RecognizedTable): readonly string[] {
  const fields = columns.map(({ field }) => fieldOf(field).title).join('、');
  const unknown = unknownColumns.map(({ header }) => header).join('、');
  return [
    `每一项占两行（计划一行、实际一行），按一项一行读取，认得 ${columns.length} 列：${fields}。`,
    ...(unknown === '' ? [] : [`未认得的列：${unknown}。`]),
  ];
}
