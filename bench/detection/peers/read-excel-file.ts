import readXlsxFile, { parseSheetData } from 'read-excel-file/node';
import type { Checker, Flag } from '../checker';
import {
  BUILDERS,
  DATES,
  FUND_BY_NAME,
  MOST,
  NUMBERS,
  plain,
  REQUIRED,
  SCHOOL_BY_NAME,
  STATES,
  WHOLE,
  type FieldKey,
  type TableKey,
} from './field-rules';
import { findTables } from './sheet-layout';

/** A `read-excel-file` schema with custom types: one cell at a time, as such a schema can say it. */
export const readExcelFilePeer: Checker = {
  name: 'read-excel-file 9.3.17, schema',
  async check(_, bytes) {
    const flags: Flag[] = [];
    for (const { sheet, data } of await readXlsxFile(Buffer.from(bytes))) {
      for (const table of findTables(data)) {
        const keys = [...table.columns.keys()];
        const rows = table.rows.map((row) => keys.map((key) => data[row]?.[table.columns.get(key) ?? -1] ?? null));
        const { errors } = parseSheetData([keys, ...rows], schemaOf(table.kind, keys));
        for (const error of errors ?? []) {
          const row = table.rows[error.row - 1] ?? 0;
          const column = table.columns.get(error.column as FieldKey) ?? 0;
          flags.push({
            sheet,
            area: { top: row, left: column, bottom: row, right: column },
            text: `${error.column}: ${error.error}`,
            isSerious: true,
          });
        }
      }
    }
    return flags;
  },
};

function schemaOf(kind: TableKey, keys: readonly FieldKey[]) {
  return Object.fromEntries(
    keys.map((key) => [
      key,
      { column: key, required: REQUIRED[kind].includes(key), type: (value: unknown) => checked(kind, key, value) },
    ]),
  );
}

/** The value as it is, or an error in the way the library asks for it. */
function checked(kind: TableKey, key: FieldKey, value: unknown): string {
  if (NUMBERS.has(key)) {
    if (typeof value !== 'number') throw new Error('not_a_number');
    if (value < 0) throw new Error('negative');
    if (WHOLE.has(key) && !Number.isInteger(value)) throw new Error('not_whole');
    if (value > (MOST[key] ?? Infinity)) throw new Error('too_large');
  } else if (DATES.has(key)) {
    if (!(value instanceof Date)) throw new Error('not_a_date');
    if (value.getFullYear() < 2020 || value.getFullYear() > 2025) throw new Error('out_of_period');
  } else if (typeof value === 'string') {
    const text = plain(value);
    if (key === 'name' && kind === 'schools' && !SCHOOL_BY_NAME.has(text)) throw new Error('not_in_plan');
    if (key === 'name' && kind === 'funds' && !FUND_BY_NAME.has(text)) throw new Error('not_in_plan');
    if (key === 'builder' && !BUILDERS.has(text)) throw new Error('not_in_list');
    if (key === 'status' && !STATES.has(text)) throw new Error('not_in_list');
  }
  return String(value);
}
