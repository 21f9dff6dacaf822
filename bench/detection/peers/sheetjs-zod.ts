import * as XLSX from '@e965/xlsx';
import { z } from 'zod';
import { yichunPlan as plan } from '../../../src/plan';
import type { Checker, Flag } from '../checker';
import {
  BUILDERS,
  DATES,
  FUND_BY_NAME,
  INDICATOR_BY_NAME,
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
import { findTables, type FoundTable } from './sheet-layout';

type Row = Partial<Record<FieldKey, unknown>>;
const ERRORS = /^#(?:REF!|VALUE!|N\/A|DIV\/0!|NAME\?|NUM!|NULL!)/u;

/** SheetJS reads, zod checks each row (types, ranges, lists, the plan's figures, dates in order), code adds the sums. */
export const sheetJsZodPeer: Checker = {
  name: '@e965/xlsx 0.20.3 + zod 4.6.7',
  async check(_, bytes) {
    const workbook = XLSX.read(bytes, { cellDates: true, cellFormula: true });
    const flags: Flag[] = [];
    for (const name of workbook.SheetNames) {
      const sheet = workbook.Sheets[name];
      if (!sheet) continue;
      const grid = gridOf(sheet);
      for (const table of findTables(grid)) {
        const at = (row: number, key: FieldKey, text: string): void => {
          const column = table.columns.get(key) ?? 0;
          flags.push({
            sheet: name,
            area: { top: row, left: column, bottom: row, right: column },
            text: `${key}: ${text}`,
            isSerious: true,
          });
        };
        const schema = rowSchema(table.kind, new Set(table.columns.keys()));
        for (const row of table.rows) {
          const values: Row = Object.fromEntries(
            [...table.columns].map(([key, column]) => [key, grid[row]?.[column] ?? undefined]),
          );
          const parsed = schema.safeParse(values);
          for (const issue of parsed.error?.issues ?? []) at(row, issue.path[0] as FieldKey, issue.message);
        }
        checkSums(grid, table, at);
        checkNames(grid, table, at);
      }
    }
    return Promise.resolve(flags);
  },
};

/** From A1 on, so that positions are sheet positions; merged cells show their value in every row that they cover. */
function gridOf(sheet: XLSX.WorkSheet): unknown[][] {
  const range = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
  range.s = { r: 0, c: 0 };
  const grid = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, range, blankrows: true, defval: null });
  for (const { s, e } of sheet['!merges'] ?? []) {
    for (let r = s.r; r <= e.r; r++) if (s.c === e.c && grid[r]) (grid[r] ?? [])[s.c] ??= grid[s.r]?.[s.c] ?? null;
  }
  return grid;
}

function fieldSchema(kind: TableKey, key: FieldKey): z.ZodType {
  if (NUMBERS.has(key)) {
    let number = z
      .number()
      .nonnegative()
      .max(MOST[key] ?? Number.MAX_SAFE_INTEGER);
    if (WHOLE.has(key)) number = number.int();
    return number;
  }
  if (DATES.has(key))
    return z
      .date()
      .min(new Date(2020, 0, 1))
      .max(new Date(2025, 11, 31));
  if (kind === 'indicators' && (key === 'target' || key === 'actual'))
    return z.union([z.number().nonnegative(), z.string()]);
  const text = z.coerce
    .string()
    .min(1)
    .refine((value) => !ERRORS.test(value))
    .refine((value) => value === value.trim());
  if (key === 'builder') return text.refine((value) => BUILDERS.has(plain(value)), 'not in the list');
  if (key === 'status') return text.refine((value) => STATES.has(plain(value)), 'not in the list');
  if (key === 'name' && kind === 'schools')
    return text.refine((value) => SCHOOL_BY_NAME.has(plain(value)), 'not in the plan');
  if (key === 'name' && kind === 'funds')
    return text.refine((value) => FUND_BY_NAME.has(plain(value)), 'not in the plan');
  return text;
}

function rowSchema(kind: TableKey, keys: ReadonlySet<FieldKey>) {
  const shape: Record<string, z.ZodType> = {};
  for (const key of keys) {
    const field = fieldSchema(kind, key);
    shape[key] = REQUIRED[kind].includes(key) ? field : field.optional();
  }
  // Unlike refine on the object, this runs though a field is wrong.
  return z.object(shape).check(({ value, issues }) => {
    const row = value as Row;
    const say = (key: FieldKey, message: string): void => {
      issues.push({ code: 'custom', path: [key], message, input: row[key] });
    };
    if (kind === 'schools') checkSchool(row, say);
    if (kind === 'funds') checkFund(row, say);
    if (kind === 'indicators') checkIndicator(row, say);
  });
}

type Say = (key: FieldKey, message: string) => void;
const isNumber = (value: unknown): value is number => typeof value === 'number';

function checkSchool(row: Row, say: Say): void {
  const school = SCHOOL_BY_NAME.get(plain(String(row.name ?? '')));
  for (const [key, field] of [
    ['classes', 'plannedClasses'],
    ['seats', 'plannedSeats'],
    ['land', 'plannedLand'],
  ] as const) {
    const planned = school?.[field].value ?? null;
    const value = row[key];
    if (planned !== null && isNumber(value) && Math.abs(value - planned) > 0.005) say(key, `plan: ${planned}`);
  }
  const size = plan.stages.find((stage) => stage.id === school?.stage)?.classSize.value ?? null;
  if (size !== null && isNumber(row.classes) && isNumber(row.seats) && Math.abs(row.seats / row.classes - size) > 10)
    say('seats', `per class: ${size}`);
  if (isNumber(row.formed) && isNumber(row.seats) && row.formed > row.seats) say('formed', 'more than planned');
  if (isNumber(row.invested) && isNumber(row.investment) && row.invested > row.investment)
    say('invested', 'more than planned');
  if (
    isNumber(row.rate) &&
    isNumber(row.invested) &&
    isNumber(row.investment) &&
    Math.abs(row.rate - (100 * row.invested) / row.investment) > 0.05
  )
    say('rate', 'does not follow');
  if (row.started instanceof Date && row.completed instanceof Date && row.completed < row.started)
    say('completed', 'before the start');
  const isDone = row.status === '已完工' || row.status === '投入使用';
  if ('completed' in row && isDone && !(row.completed instanceof Date)) say('completed', 'missing');
  if (row.status === '未开工' && row.started instanceof Date) say('status', 'has a start');
  const builder = school?.builder.value ?? null;
  if (builder !== null && typeof row.builder === 'string' && row.builder !== builder)
    say('builder', `plan: ${builder}`);
}

function checkFund(row: Row, say: Say): void {
  const planned = FUND_BY_NAME.get(plain(String(row.name ?? '')))?.amount.value ?? null;
  if (planned !== null && isNumber(row.amount) && row.amount !== planned) say('amount', `plan: ${planned}`);
  if (isNumber(row.spent) && isNumber(row.amount) && row.spent > row.amount) say('spent', 'more than the amount');
}

function checkIndicator(row: Row, say: Say): void {
  const one = INDICATOR_BY_NAME.get(plain(String(row.name ?? '')));
  if (!one) return;
  if (one.target !== null && row.target !== one.target) say('target', `plan: ${one.target}`);
  if (one.targetText !== null && row.target !== one.targetText) say('target', `plan: ${one.targetText}`);
  if (one.target !== null && !isNumber(row.actual)) say('actual', 'no number');
  if (row.unit !== undefined && row.unit !== one.unit) say('unit', `plan: ${one.unit}`);
  if (one.unit === '%' && isNumber(row.actual) && (row.actual <= 1 || row.actual > 120)) say('actual', 'no percentage');
}

/** A subtotal is the sum of its section's rows, below or above them; the total that of all rows. */
function checkSums(
  grid: readonly (readonly unknown[])[],
  table: FoundTable,
  say: (row: number, key: FieldKey, text: string) => void,
): void {
  const sections = new Map<number, number[]>();
  let section = -1;
  let before = -1;
  for (const row of table.rows) {
    const heading = table.headingOf.get(row) ?? -1;
    if (heading !== before || table.sums.some((sum) => sum.row === row - 1)) section = row;
    before = heading;
    sections.set(section, [...(sections.get(section) ?? []), row]);
  }
  const isAbove = table.sums.some((sum) => !sum.isTotal && sum.row < (table.rows[0] ?? 0));
  for (const { row, isTotal } of table.sums) {
    const own = [...sections.values()].find((rows) => (isAbove ? rows[0] === row + 1 : rows.at(-1) === row - 1));
    const rows = isTotal ? table.rows : own;
    if (!rows) continue;
    for (const key of [
      'classes',
      'seats',
      'land',
      'formed',
      'investment',
      'invested',
      'amount',
      'allocated',
      'spent',
    ] as const) {
      const column = table.columns.get(key);
      if (column === undefined) continue;
      const stated = grid[row]?.[column];
      const sum = rows.reduce(
        (total, each) => total + (isNumber(grid[each]?.[column]) ? Number(grid[each]?.[column]) : 0),
        0,
      );
      if (!isNumber(stated)) say(row, key, 'no number');
      else if (Math.abs(stated - sum) > 0.01) say(row, key, `sum: ${sum}`);
    }
  }
}

/** One row for each school, fund, indicator. */
function checkNames(
  grid: readonly (readonly unknown[])[],
  table: FoundTable,
  say: (row: number, key: FieldKey, text: string) => void,
): void {
  const column = table.columns.get('name') ?? 0;
  const seen = new Set<string>();
  for (const row of table.rows) {
    const name = plain(String(grid[row]?.[column] ?? ''));
    if (name !== '' && seen.has(name)) say(row, 'name', 'twice');
    seen.add(name);
  }
}
