import { cellIndex, columnName, type SheetSnapshot } from '../../workbook';
import { ownSheets } from '../context';
import { referencesOf } from '../formula';
import { cellsInRow } from '../leaning';
import { anyCellPlace } from '../places';
import { defineRule } from '../rule';

/** Rows that a summary of sheets may have, at least, and cells of one column that are looked at. */
const LEAST_ROWS = 3;
const MOST_ROWS = 500;

interface Reference {
  readonly row: number;
  /** `null` where the cell refers to no other sheet. */
  readonly sheet: string | null;
  readonly column: number;
  readonly at: string;
}

/** 汇总表引用: a column that takes one column of sheet after sheet, and in one row another column or a typed number. */
export const sheetReference = defineRule({
  ids: ['F09'],
  name: 'sheet-reference',
  level: 'warning',
  group: 'formula',
  stage: 'formula',
  tables: [],
  title: '汇总表的引用与上下各行不一致',
  protects: '汇总表一格引错了列或被手工数盖掉，明细再改也传不过来。',
  fixable: 'none',
  source: '同列其余各行的引用',
  whenToExplain: '该行确需另取数的，写明。',
  messages: {
    column: (d: { formula: string; found: string; expected: string }) =>
      `公式 ${d.formula} 取的是${d.found}列，上下各行取的都是${d.expected}列。`,
    sheet: (d: { formula: string; found: string; expected: string }) =>
      `公式 ${d.formula} 取自工作表“${d.found}”，同行其他各格取自“${d.expected}”。`,
    typed: (d: { value: string; expected: string }) => `${d.value} 是手工数，上下各行都取自各工作表的${d.expected}列。`,
  },
  advice: {
    column: '改为引用与上下各行相同的列。',
    sheet: '改为引用与同行各格相同的工作表。',
    typed: '恢复引用；确需手工填的写审核说明。',
  },
  *check(context, report) {
    for (const [position, sheet] of ownSheets(context)) {
      const references = referencesByCell(sheet);
      for (const run of runsOf(sheet, references)) {
        const usual = usualColumn(run.cells);
        if (usual === null) continue;
        for (const cell of run.cells) {
          const place = anyCellPlace(
            context,
            position,
            sheet,
            { sheet: sheet.name, row: cell.row, column: run.column },
            'reference',
          );
          const expected = columnName(usual);
          const leansOn = [cellsInRow(sheet, cell.row, [run.column])];
          const details = { found: cell.at, expected, leansOn, causes: { blocks: true } } as const;
          if (cell.sheet === null) yield report('typed', { value: cell.at, expected }, place, details);
          else if (cell.column !== usual)
            yield report('column', { formula: cell.at, found: columnName(cell.column), expected }, place, details);
          else {
            const own = usualSheet(references, sheet, cell.row);
            if (own !== null && own !== cell.sheet)
              yield report('sheet', { formula: cell.at, found: cell.sheet, expected: own }, place, {
                ...details,
                expected: own,
              });
          }
        }
      }
    }
  },
});

/** Cells that show a cell of another sheet and do nothing else: `=小学!D9`. */
function referencesByCell(sheet: SheetSnapshot): ReadonlyMap<number, Reference> {
  const found = new Map<number, Reference>();
  for (const [index, formula] of sheet.formulas) {
    if (!/^=\s*(?:'[^']+'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d{1,7}\s*$/iu.test(formula)) continue;
    const [only] = referencesOf(formula);
    if (!only?.sheet || only.sheet === sheet.name) continue;
    const row = sheet.top + Math.floor(index / sheet.columnCount);
    found.set(index, { row, sheet: only.sheet, column: only.area.left, at: formula });
  }
  return found;
}

interface Run {
  readonly column: number;
  readonly cells: readonly Reference[];
}

/** Rows below each other of one column that hold references; typed numbers among or beside them belong to the run. */
function* runsOf(sheet: SheetSnapshot, references: ReadonlyMap<number, Reference>): Generator<Run> {
  if (references.size < LEAST_ROWS) return;
  const columns = new Set([...references.keys()].map((index) => sheet.left + (index % sheet.columnCount)));
  for (const column of columns) {
    let cells: Reference[] = [];
    for (let row = sheet.top; row <= sheet.top + sheet.rowCount; row++) {
      const index = cellIndex(sheet, row, column);
      const known = references.get(index);
      const value = index < 0 ? null : (sheet.values[index] ?? null);
      const isTyped = typeof value === 'number' && !sheet.formulas.has(index) && isReferenceRow(sheet, references, row);
      if (known) cells.push(known);
      else if (isTyped) cells.push({ row, sheet: null, column: -1, at: String(value) });
      else {
        if (cells.length >= LEAST_ROWS && cells.length <= MOST_ROWS) yield { column, cells };
        cells = [];
      }
    }
  }
}

/** Another cell of the row takes its number from another sheet. */
function isReferenceRow(sheet: SheetSnapshot, references: ReadonlyMap<number, Reference>, row: number): boolean {
  for (let column = sheet.left; column < sheet.left + sheet.columnCount; column++)
    if (references.has(cellIndex(sheet, row, column))) return true;
  return false;
}

/** The column that all rows but one take, from different sheets. */
function usualColumn(cells: readonly Reference[]): number | null {
  const counts = new Map<number, Set<string>>();
  for (const { sheet, column } of cells)
    if (sheet !== null) counts.set(column, new Set([...(counts.get(column) ?? []), sheet]));
  const [best] = [...counts].sort(([, a], [, b]) => b.size - a.size);
  return best && best[1].size >= Math.max(2, cells.length - 1) ? best[0] : null;
}

/** The sheet that all other references of the row name; `null` where they are fewer than two or differ. */
function usualSheet(references: ReadonlyMap<number, Reference>, sheet: SheetSnapshot, row: number): string | null {
  const counts = new Map<string, number>();
  for (let column = sheet.left; column < sheet.left + sheet.columnCount; column++) {
    const name = references.get(cellIndex(sheet, row, column))?.sheet;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best, ...others] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] >= 2 && others.every(([, count]) => count === 1) && others.length === 1 ? best[0] : null;
}
