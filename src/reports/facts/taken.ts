import { builderSection, fieldOf, type FieldId, type RecognizedTable } from '../../recognize';
import {
  formatAt,
  isBlank,
  mergeAt,
  quoteSheetName,
  readDate,
  readNumber,
  standingName,
  trimmed,
  valueAt,
  type CellValue,
} from '../../workbook';
import { clean } from '../paper/live';

/** What a report takes over from one cell of the workbook. */
export interface Taken {
  /** In the field's own unit; text where the cell holds words or a number that only a person can read; `null` where blank. */
  readonly value: string | number | null;
  /** Formula (without `=`) that follows the cell; `null` where no plain formula gives the value. */
  readonly formula: string | null;
  /** The cell, as a person names it: `附件2!D12`; empty where the table has no such column. */
  readonly from: string;
  readonly format?: string;
  /** The field is a number, but the cell could not be counted. */
  readonly isUncounted?: true;
}

export const NOTHING: Taken = { value: null, formula: null, from: '' };

interface Place {
  readonly raw: CellValue;
  readonly name: string;
  readonly format: string;
}

function placeOf(table: RecognizedTable, row: number, column: number): Place {
  const merge = isBlank(valueAt(table.sheet, row, column)) ? mergeAt(table.sheet, row, column) : null;
  const top = merge?.top ?? row;
  const left = merge?.left ?? column;
  return {
    raw: valueAt(table.sheet, top, left),
    name: `${quoteSheetName(table.sheet.name)}!${standingName(table.sheet, top, left)}`,
    format: formatAt(table.sheet, top, left),
  };
}

/** A text cell; merged cells give the text of the whole area, a heading over its rows their builder. */
export function takeText(table: RecognizedTable, row: number, field: FieldId): Taken {
  const column = table.byField.get(field);
  if (!column) {
    const section = field === 'builder' ? builderSection(table, row) : null;
    const at = section?.headingRow ?? section?.subtotalRow ?? null;
    if (!section || at === null) return NOTHING;
    const from = `${quoteSheetName(table.sheet.name)}!${standingName(table.sheet, at, table.area.left)}`;
    return { value: section.builder, formula: null, from };
  }
  const { raw, name } = placeOf(table, row, column.column);
  const text = raw === null ? '' : trimmed(String(raw));
  const follows = raw === null || (typeof raw === 'string' && raw === text);
  return { value: text === '' ? null : text, formula: follows ? `IF(${name}="","",${name})` : null, from: name };
}

/**
 * A number in the field's own unit (个, 亩, 万元). Numbers typed as text are read as anyone would read them; what
 * only a person can decide (`约2700`, `1350+900`) stays text and is not counted.
 */
export function takeNumber(table: RecognizedTable, row: number, field: FieldId): Taken {
  const column = table.byField.get(field);
  if (!column) return NOTHING;
  const raw = valueAt(table.sheet, row, column.column);
  const from = `${quoteSheetName(table.sheet.name)}!${standingName(table.sheet, row, column.column)}`;
  const reading = readNumber(raw);
  const follow = (factor: number): string =>
    factor === 1 ? `IF(${from}="","",${from})` : `IF(${from}="","",IFERROR(${from}*${factor},${from}))`;
  switch (reading.kind) {
    case 'blank':
      return { value: null, formula: follow(column.factor), from };
    case 'placeholder':
      return { value: null, formula: null, from };
    case 'error':
    case 'unreadable':
      return { value: reading.text, formula: null, from, isUncounted: true };
    case 'number': {
      const factor = factorOf(field, reading.unit) ?? (reading.unit === null ? column.factor : null);
      if (reading.sure === 'guess' || factor === null)
        return { value: trimmed(String(raw)), formula: null, from, isUncounted: true };
      const value = factor === 1 ? reading.value : clean(reading.value * factor);
      return { value, formula: typeof raw === 'number' ? follow(factor) : null, from };
    }
  }
}

/** Factor of a unit typed in the cell itself (`2700个学位`); `null` without a unit or with a foreign one. */
function factorOf(field: FieldId, unit: string | null): number | null {
  if (unit === null) return null;
  const factors = fieldOf(field).unitFactors;
  const known = Object.keys(factors)
    .filter((word) => unit.startsWith(word))
    .sort((a, b) => b.length - a.length)[0];
  return known === undefined ? null : (factors[known] ?? null);
}

/** A date cell as Excel's day number. What names only a month or a year is shown so, and counts as its last day. */
export function takeDate(table: RecognizedTable, row: number, field: FieldId): Taken {
  const column = table.byField.get(field);
  if (!column) return NOTHING;
  const { raw, name: from, format } = placeOf(table, row, column.column);
  const reading = readDate(raw, format);
  const follow = `IF(${from}="","",${from})`;
  if (reading.kind === 'blank') return { value: null, formula: follow, from, format: 'yyyy-mm-dd' };
  if (reading.kind === 'placeholder') return { value: null, formula: null, from };
  if (reading.kind !== 'date') return { value: reading.text, formula: null, from, isUncounted: true };
  const shown = DATE_FORMATS[reading.precision];
  if (reading.serial === null || reading.sure === 'guess' || shown === undefined)
    return { value: trimmed(String(raw)), formula: null, from, isUncounted: true };
  return { value: reading.serial, formula: reading.stored === 'cell' ? follow : null, from, format: shown };
}

/** Quarters and half-years have no number format; they stay words. */
const DATE_FORMATS: Readonly<Partial<Record<string, string>>> = {
  day: 'yyyy-mm-dd',
  month: 'yyyy"年"m"月"',
  monthEnd: 'yyyy"年"m"月底"',
  year: 'yyyy"年"',
};
