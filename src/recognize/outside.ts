import { periodOfTitle, placedLines, readFormLines, readLoneDay, type ReadLine } from './form-lines';
import type { SheetView } from './sheet-view';
import type { FormLine, Period, RecognizedTable, Stated } from './types';

/** `报告期写到月份，如 2023年6月`: how to write a period, not which one it is. */
const EXAMPLE = /(?:如|例)[:：]?\s*[“"（(]?\s*(?:20\d\d|二[〇○零])/u;

/** Sheets that explain how to fill in name the lines of a form without being one. */
const EXPLAINS = /说明|须知|指南|要求|示例/u;

/** Lines beside a table stand next to its first rows. */
const BESIDE_ROWS = 60;

/** Where on the sheet a table lies. */
type TakenUp = Pick<RecognizedTable, 'area' | 'roles'>;

/** What a sheet says about the submission outside its tables. */
export interface Outside {
  readonly lines: readonly FormLine[];
  readonly periods: readonly Stated<Period>[];
}

/** Reads the rows that no table claims, and the cells beside tables. Long sheets are read around their tables only. */
export function readOutside(view: SheetView, tables: readonly TakenUp[]): Outside {
  const lines: ReadLine[] = [];
  const periods: Stated<Period>[] = [];
  const isExplaining = tables.length === 0 && EXPLAINS.test(view.sheet.name);
  const limit = tables.length === 0 ? Math.min(view.bottom, view.top + 200) : view.bottom;
  for (let row = view.top; row <= limit; row++) {
    const here = tables.filter(({ area }) => row >= area.top && row <= area.bottom);
    const [table] = here;
    if (table && tables.some(({ area }) => area.left > table.area.right || area.right < table.area.left)) {
      // Beside the table another one may have ended, and who reports stands below that.
      const isBeside = (column: number): boolean =>
        here.every(({ area }) => column < area.left - 1 || column > area.right + 1);
      lines.push(...readFormLines(view, row, isBeside));
      continue;
    }
    if (table) {
      const role = table.roles[row - table.area.top];
      if (role !== 'note') {
        if (row < table.area.top + BESIDE_ROWS) lines.push(...linesBeside(view, tables, row));
        else if (role === 'data' && row < table.area.bottom - 20) {
          // Nothing to find among the data; go on where the table's tail begins.
          const tail = table.roles.findLastIndex((one) => one === 'data');
          row = Math.max(row, table.area.top + tail - 1);
        }
        continue;
      }
    }
    const read = isExplaining ? [] : readFormLines(view, row);
    lines.push(...read);
    // Rows of a table that was not recognized hold dates of works, not the period.
    if (tables.length === 0 && filledIn(view, row) > MOST_IN_TITLE) continue;
    for (let column = view.left; column <= view.right; column++) {
      const value = view.value(row, column);
      if (typeof value !== 'string' || value.length > 60 || table) continue;
      // The day on which somebody filled in is no period.
      if (read.some(({ label, at }) => label === 'reportedOn' && at.column === column)) continue;
      const at = { sheet: view.sheet.name, row, column };
      const day = isBelow(tables, row) ? readLoneDay(value) : null;
      if (day !== null && !isExplaining)
        lines.push({
          label: 'reportedOn',
          word: '日期',
          value: day,
          mark: null,
          at,
          endsInColon: false,
          isBeside: false,
        });
      else if (!isExplaining && dayOfTitle(value) !== null)
        lines.push({
          label: 'period',
          word: '截至',
          value: dayOfTitle(value) ?? '',
          mark: null,
          at,
          endsInColon: false,
          isBeside: false,
        });
      else if (mayStatePeriod(value)) {
        const stated = periodOfTitle(value, at);
        if (stated) periods.push(stated);
      }
    }
  }
  return { lines: placedLines(lines), periods };
}

const isBelow = (tables: readonly TakenUp[], row: number): boolean =>
  tables.length > 0 && tables.every(({ area }) => row > area.bottom);

/** `建设进度排名（截至2023年5月27日）`: the day up to which a title counts. */
function dayOfTitle(text: string): string | null {
  return /截[至止]\s*到?\s*([12]\d{3}年\d{1,2}月\d{1,2}日)/u.exec(text.normalize('NFKC'))?.[1] ?? null;
}

function mayStatePeriod(text: string): boolean {
  return (
    /20\d\d|[〇○零]/u.test(text) &&
    !/方案|20\d\d[-—–~至]\s*20\d\d/u.test(text) &&
    !/日期|时间/u.test(text.replace(/截[至止]时间/u, '')) &&
    !EXAMPLE.test(text)
  );
}

/** A row of a title block holds no more cells. */
const MOST_IN_TITLE = 3;

function filledIn(view: SheetView, row: number): number {
  let filled = 0;
  for (let column = view.left; column <= view.right; column++) {
    const value = view.value(row, column);
    if (value !== null && value !== '') filled++;
  }
  return filled;
}

/** Lines in cells of a table's row that lie left or right of all tables; there only words with a colon count. */
function linesBeside(view: SheetView, tables: readonly TakenUp[], row: number): readonly ReadLine[] {
  const left = Math.min(...tables.map(({ area }) => area.left));
  const right = Math.max(...tables.map(({ area }) => area.right));
  if (view.left >= left && view.right <= right) return [];
  let isWorth = false;
  for (let column = view.left; column <= view.right && !isWorth; column++) {
    if (column >= left && column <= right) continue;
    const value = view.value(row, column);
    isWorth = typeof value === 'string' && /[:：]/u.test(value);
  }
  if (!isWorth) return [];
  return readFormLines(view, row, (column) => column < left || column > right);
}
