import { columnIndex, columnName, parseArea } from '../workbook';
import { FIELDS, ENTRY_KINDS, type FieldId, type EntryKind } from '../recognize';
import type { Figure, SubmittedRow } from './types';

/**
 * Rows as a consolidation workbook keeps them: arrays in place of objects, sheets by their position in a list. A
 * thousand files of a hundred rows would otherwise be a hundred megabytes of field names.
 */
export interface StoredRows {
  readonly sheets: readonly string[];
  readonly rows: readonly StoredRow[];
}

/** `row` is a column's letters where the entry fills a column. */
type StoredRow = readonly [
  kind: EntryKind,
  name: string,
  item: string | null,
  candidates: readonly string[],
  stage: string | null,
  sheet: number,
  row: number | string,
  ...figures: StoredFigure[],
];
/** The cell is its column's letters where it stands on the row itself, else a whole A1. */
type StoredFigure = readonly [field: FieldId, value: string | number, at: string, format?: string, isUncounted?: 1];

export function storeRows(rows: readonly SubmittedRow[]): StoredRows {
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
  const position = new Map(sheets.map((sheet, i) => [sheet, i]));
  return {
    sheets,
    rows: rows.map(({ kind, name, item, candidates, stage, sheet, row, fillsColumn, figures }): StoredRow => [
      kind,
      name,
      item,
      candidates,
      stage,
      position.get(sheet) ?? 0,
      fillsColumn ? columnName(row) : row,
      ...(Object.keys(figures) as FieldId[]).flatMap((field) => {
        const figure = figures[field];
        return figure ? [storeFigure(field, figure, fillsColumn ? null : row)] : [];
      }),
    ]),
  };
}

function storeFigure(field: FieldId, { value, at, format, isUncounted }: Figure, row: number | null): StoredFigure {
  const own = parseArea(at);
  const place =
    own && row !== null && own.top === row && at === `${columnName(own.left)}${row + 1}` ? columnName(own.left) : at;
  if (isUncounted) return [field, value, place, format ?? '', 1];
  return format === undefined ? [field, value, place] : [field, value, place, format];
}

const FIELD_IDS: ReadonlySet<unknown> = new Set(FIELDS.map(({ id }) => id));
const KINDS: ReadonlySet<unknown> = new Set(ENTRY_KINDS);

/** The rows again; `null` where they are not what {@link storeRows} made. */
export function restoreRows(stored: unknown): readonly SubmittedRow[] | null {
  if (typeof stored !== 'object' || stored === null || !('sheets' in stored) || !('rows' in stored)) return null;
  const { sheets, rows } = stored;
  if (!isTexts(sheets) || !Array.isArray(rows)) return null;
  const restored: SubmittedRow[] = [];
  for (const row of rows as readonly unknown[]) {
    const one = restoreRow(row, sheets);
    if (!one) return null;
    restored.push(one);
  }
  return restored;
}

function restoreRow(stored: unknown, sheets: readonly string[]): SubmittedRow | null {
  if (!Array.isArray(stored)) return null;
  const [kind, name, item, candidates, stage, sheet, row, ...cells] = stored as readonly unknown[];
  const at = typeof sheet === 'number' ? sheets[sheet] : undefined;
  if (!isKind(kind) || typeof name !== 'string' || !isTextOrNull(item) || !isTextOrNull(stage)) return null;
  const line = typeof row === 'string' && /^[A-Z]{1,3}$/u.test(row) ? columnIndex(row) : row;
  if (!isTexts(candidates) || at === undefined || typeof line !== 'number' || !Number.isInteger(line)) return null;
  const lies = line === row ? {} : { fillsColumn: true as const };
  const figures: Partial<Record<FieldId, Figure>> = {};
  for (const cell of cells) {
    if (!Array.isArray(cell)) return null;
    const [field, value, place, format, isUncounted] = cell as readonly unknown[];
    if (!isField(field) || typeof place !== 'string') return null;
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    figures[field] = {
      value,
      at: /\d/u.test(place) ? place : `${place}${line + 1}`,
      ...(typeof format === 'string' && format !== '' ? { format } : {}),
      ...(isUncounted === 1 ? { isUncounted: true as const } : {}),
    };
  }
  return { kind, name, item, candidates, stage, sheet: at, row: line, ...lies, figures };
}

function isKind(value: unknown): value is EntryKind {
  return KINDS.has(value);
}

function isField(value: unknown): value is FieldId {
  return FIELD_IDS.has(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
