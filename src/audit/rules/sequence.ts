import { readNumber, valueAt } from '../../workbook';
import { cellPlace } from '../places';
import { isWritable, proposeContent, putValue } from '../repairs';
import { defineRule, MEMBERSHIP, type LeansOn } from '../rule';
import type { Fix } from '../finding';
import type { AuditContext } from '../context';
import type { TableView } from '../views/table-view';

/** 序号不连续: numbers within a section (or through the table) that skip or repeat. */
export const sequence = defineRule({
  ids: ['A12'],
  name: 'sequence',
  level: 'warning',
  group: 'arithmetic',
  stage: 'note',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '序号不连续',
  protects: '序号断了，往往是漏了一行或多了一行。',
  fixable: 'auto',
  source: '序号从 1 起连续',
  whenToExplain: '序号沿用方案原号、只报本单位学校的，写明。',
  messages: {
    repeated: (d: { value: string; expected: number }) => `序号 ${d.value} 重复，应为 ${d.expected}。`,
    skipped: (d: { value: string; expected: number }) => `序号由此跳号：应为 ${d.expected}，现为 ${d.value}。`,
    wide: (d: { value: string; expected: number }) => `序号“${d.value}”是全角数字或文本，应为 ${d.expected}。`,
    blank: (d: { expected: number }) => `序号未填，应为 ${d.expected}。`,
  },
  advice: {
    repeated: '核对是否多了一行，再重排序号。',
    skipped: '核对是否漏了一行，再重排序号。',
    wide: '一键改为半角数字。',
    blank: '补填序号。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      const column = view.column('sequence')?.column;
      if (column === undefined) continue;
      for (const row of view.table.dataRows) {
        const text = valueAt(view.sheet, row, column);
        if (typeof text !== 'string' || !/^[０-９]+$/u.test(text.trim())) continue;
        const expected = numberAt(view, row);
        if (expected === null) continue;
        yield report('wide', { value: text.trim(), expected }, cellPlace(view, row, 'sequence'), {
          found: text.trim(),
          expected,
          merges: true,
          repair: () => putValue(view, row, column, expected, '改为半角数字'),
        });
      }
      for (const rows of runsOf(view)) {
        const numbers = rows.map((row) => numberAt(view, row));
        const given = numbers.filter((value) => value !== null).length;
        if (given * 2 < rows.length || given === 0) continue;
        const counted = jumps(numbers);
        if (counted.length === 0) continue;
        // A unit may keep the plan's own numbers for the schools it reports.
        const planned = planNumbers(context, view, rows);
        const kept = planned && follows(numbers, planned) ? off(numbers, planned) : null;
        const faults = kept !== null && kept.length < counted.length ? kept : counted;
        const leansOn = [membershipOf(view, rows)];
        const repeats = repeated(numbers);
        // All faults of a run are mended together, by one and the same list of edits.
        let fix: Fix | null | undefined;
        const repair = (): Fix | null => (fix ??= faults === kept ? null : renumber(view, rows));
        for (const { at, expected } of faults) {
          const row = rows[at] ?? -1;
          const value = numbers[at] ?? null;
          const place = cellPlace(view, row, 'sequence');
          const details = { found: value, expected, leansOn, repair };
          if (value === null) yield report('blank', { expected }, place, { ...details, level: 'info' });
          else
            yield report(
              repeats.has(value) ? 'repeated' : 'skipped',
              { value: String(value), expected },
              place,
              details,
            );
        }
      }
    }
  },
});

function membershipOf(view: TableView, rows: readonly number[]): LeansOn {
  const all = new Set(rows);
  return { sheet: view.sheet.name, columns: [MEMBERSHIP], rows, has: (row) => all.has(row) };
}

function repeated(numbers: readonly (number | null)[]): ReadonlySet<number | null> {
  const seen = new Set<number | null>();
  return new Set(numbers.filter((value) => seen.size === seen.add(value).size));
}

interface Fault {
  readonly at: number;
  readonly expected: number;
}

/** Cells out of step with both neighbours, and places where the count jumps; positions within the run. */
function jumps(numbers: readonly (number | null)[]): readonly Fault[] {
  if (isShuffled(numbers)) return [];
  const offsets = numbers.map((value, i) => (value === null ? null : value - i));
  const faults: Fault[] = [];
  let step = firstStep(offsets);
  for (const [i, offset] of offsets.entries()) {
    if (offset === step) continue;
    faults.push({ at: i, expected: i + step });
    const next = offsets[i + 1] ?? null;
    if (offset !== null && next !== null && next === offset && next !== step) step = offset;
  }
  return faults;
}

/** What the first number should be: 1, or where a sheet goes on from another one, what the second says. */
function firstStep(offsets: readonly (number | null)[]): number {
  const [first = null, second = null] = offsets;
  if (first === null || first === 1 || first === 0) return first === 0 && second === 0 ? 0 : 1;
  return second === first ? first : (second ?? 1);
}

/** The right numbers in another order: the table was sorted by something else. */
function isShuffled(numbers: readonly (number | null)[]): boolean {
  if (numbers.every((value, i) => value === i + 1)) return false;
  return [...numbers].sort((a, b) => (a ?? 0) - (b ?? 0)).every((value, i) => value === i + 1);
}

function off(numbers: readonly (number | null)[], planned: readonly (number | null)[]): readonly Fault[] {
  return numbers.flatMap((value, at) => {
    const expected = planned[at] ?? null;
    return expected !== null && value !== expected ? [{ at, expected }] : [];
  });
}

/** Most numbers are the plan's, and the plan's do not simply count on from 1. */
function follows(numbers: readonly (number | null)[], planned: readonly (number | null)[]): boolean {
  const same = numbers.filter((value, i) => value !== null && value === planned[i]).length;
  return (
    numbers.length >= 2 &&
    same * 3 >= numbers.length * 2 &&
    planned.some((value, i) => value !== null && value !== i + 1)
  );
}

/** Rows that are numbered together: per section where the numbers begin anew, else through the table. */
function runsOf(view: TableView): readonly (readonly number[])[] {
  const sections = view.table.sections.map((section) => section.rows).filter((rows) => rows.length > 0);
  if (sections.length < 2) return [view.table.dataRows];
  // Sections are numbered anew where most of their rows, or the first of them, count from 1.
  const anew = sections.slice(1).filter((rows) => {
    const inStep = rows.filter((row, i) => numberAt(view, row) === i + 1).length;
    return numberAt(view, rows[0] ?? -1) === 1 || inStep * 2 >= rows.length;
  }).length;
  return anew * 2 >= sections.length - 1 ? sections : [view.table.dataRows];
}

function numberAt(view: TableView, row: number): number | null {
  const reading = readNumber(view.raw(row, 'sequence'));
  return reading.kind === 'number' ? reading.value : null;
}

function planNumbers(
  context: AuditContext,
  view: TableView,
  rows: readonly number[],
): readonly (number | null)[] | null {
  return view.kind === 'schools' ? rows.map((row) => context.schoolAt(view, row)?.sequence ?? null) : null;
}

function renumber(view: TableView, rows: readonly number[]): Fix | null {
  const column = view.column('sequence')?.column ?? -1;
  if (rows.some((row) => !isWritable(view, row, column))) return null;
  return {
    kind: 'auto',
    label: '重排序号',
    edits: rows.flatMap((row, i) =>
      numberAt(view, row) === i + 1
        ? []
        : [proposeContent(view, row, column, { kind: 'value', value: i + 1 }, '重排序号')],
    ),
  };
}
