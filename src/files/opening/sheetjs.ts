import { read, type CellObject, type DenseWorkSheet, type Range, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { isErrorValue, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook';
import { Refusal } from '../failure';
import type { Limits } from '../limits';
import { DAYS_1904, showsCalendarDay } from './number-format';
import { SheetBlock } from './sheet-block';

/** What is known of a sheet before it is read. */
interface ExpectedSheet {
  readonly isWorksheet: boolean;
  readonly filledCells: number;
  readonly emptyTexts: number;
}

/**
 * Reads what the own reader does not: workbook streams of an xls, xlsb, and packages of unusual make. Knows no
 * custom parts. Throws a {@link Refusal} for what it cannot read whole; `expected` are the sheets that there must be,
 * in the order of the stream.
 */
export function readWithSheetJs(
  bytes: Uint8Array,
  limits: Limits,
  expected: readonly ExpectedSheet[] | null = null,
): WorkbookSnapshot {
  const workbook = parse(bytes, expected === null ? 'array' : 'buffer');
  if (workbook.SheetNames.length > limits.sheets)
    throw new Refusal('tooManySheets', `${workbook.SheetNames.length} 个`);
  if (expected !== null) compareSheets(workbook, expected);
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  let cells = limits.cells;
  const sheets: SheetSnapshot[] = [];
  workbook.SheetNames.forEach((name, i) => {
    const sheet = workbook.Sheets[name];
    // A sheet that broke while it was parsed is simply absent.
    if (sheet === undefined) throw new Refusal('brokenSheet', name);
    if (!isWorksheet(sheet)) return;
    const snapshot = sheetSnapshot(name, sheet, { is1904, cells, merges: limits.merges });
    cells -= snapshot.values.length;
    sheets.push({ ...snapshot, visibility: VISIBILITY[workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0] });
  });
  return { sheets, parts: {}, externalLinks: [] };
}

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const;

/** Sheets and cells that were passed over in silence. */
function compareSheets(workbook: WorkBook, expected: readonly ExpectedSheet[]): void {
  const names = workbook.SheetNames;
  if (names.length !== expected.length || new Set(names).size !== names.length) throw new Refusal('incomplete');
  expected.forEach((wanted, i) => {
    const sheet = workbook.Sheets[names[i] ?? ''];
    if (!wanted.isWorksheet || sheet === undefined) return;
    const given = isWorksheet(sheet) ? countCells(sheet) : { filledCells: 0, emptyTexts: 0 };
    if (given.filledCells !== wanted.filledCells || given.emptyTexts > wanted.emptyTexts)
      throw new Refusal('incomplete');
  });
}

/** `F` alone is what the cells of a formula over many cells have. */
function countCells(sheet: DenseWorkSheet): { readonly filledCells: number; readonly emptyTexts: number } {
  let [filledCells, emptyTexts] = [0, 0];
  sheet['!data'].forEach((row) =>
    row?.forEach((cell) => {
      if (cell.t === 'z') return;
      filledCells++;
      if ((cell.v ?? '') === '' && formulaOf(cell) === null && cell.F === undefined) emptyTexts++;
    }),
  );
  return { filledCells, emptyTexts };
}

/** A bare workbook stream is taken as it is only under the name of a buffer; as an array it would be copied number by number. */
function parse(bytes: Uint8Array, type: 'array' | 'buffer'): WorkBook {
  try {
    return read(bytes, {
      type,
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(reason)) throw new Refusal('password');
    throw new Refusal('unreadable');
  }
}

function isWorksheet(sheet: WorkSheet): sheet is DenseWorkSheet {
  const type: unknown = sheet['!type'];
  return (type === undefined || type === 'sheet') && Array.isArray(sheet['!data']);
}

function sheetSnapshot(
  name: string,
  sheet: DenseWorkSheet,
  options: { is1904: boolean; cells: number; merges: number },
): SheetSnapshot {
  const block = new SheetBlock(name, options.cells);
  const codes: string[] = ['General'];
  const numbers = new Map<string, number>([['General', 0]]);
  // `forEach` passes over the holes of a sparse array; a loop to its length would not.
  sheet['!data'].forEach((row, r) => {
    row?.forEach((cell, c) => {
      const code = typeof cell.z === 'string' ? cell.z : 'General';
      let format = numbers.get(code);
      if (format === undefined) numbers.set(code, (format = codes.push(code) - 1));
      const value = cellValue(cell);
      const shift = options.is1904 && typeof value === 'number' && showsCalendarDay(code) ? DAYS_1904 : 0;
      block.add(r, c, typeof value === 'number' ? value + shift : value, format, formulaOf(cell));
    });
  });
  const merges: readonly Range[] = sheet['!merges'] ?? [];
  if (merges.length > options.merges) throw new Refusal('tooManyMerges', name);
  return {
    name,
    visibility: 'visible',
    isProtected: sheet['!protect'] !== undefined,
    ...block.finish((format) => codes[format] ?? 'General'),
    merges: merges.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenIn(sheet['!rows']),
    hiddenColumns: hiddenIn(sheet['!cols']),
  };
}

const ERROR_TEXT: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

function cellValue(cell: CellObject): CellValue {
  switch (cell.t) {
    case 's':
      return typeof cell.v === 'string' ? cell.v : String(cell.v ?? '');
    case 'n':
      if (typeof cell.v !== 'number' || !Number.isFinite(cell.v)) throw new Refusal('damaged');
      return cell.v;
    case 'b':
      return cell.v === true;
    case 'e': {
      if (typeof cell.v === 'number') return ERROR_TEXT[cell.v] ?? '#VALUE!';
      return typeof cell.v === 'string' && isErrorValue(cell.v) ? cell.v : '#VALUE!';
    }
    default:
      return null;
  }
}

function formulaOf(cell: CellObject): string | null {
  return cell.f === undefined || cell.f === '' ? null : `=${cell.f}`;
}

/** The list may have holes and may begin with any index. */
function hiddenIn(lines: readonly ({ hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  lines?.forEach((line, i) => {
    if (line?.hidden === true) hidden.add(i);
  });
  return hidden;
}
