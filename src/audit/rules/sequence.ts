import { readNumber } from '../../workbook';
import { cellPlace } from '../places';
import { isWritable, proposeContent } from '../repairs';
import { defineRule } from '../rule';
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
    blank: (d: { expected: number }) => `序号未填，应为 ${d.expected}。`,
  },
  advice: { repeated: '核对是否多了一行，再重排序号。', skipped: '核对是否漏了一行，再重排序号。', blank: '补填序号。' },
  *check(context, report) {
    for (const view of context.tables) {
      if (!view.has('sequence')) continue;
      const runs = runsOf(view);
      for (const rows of runs) {
        const numbers = rows.map((row) => numberAt(view, row));
        const given = numbers.filter((value) => value !== null).length;
        if (given < 2 || given * 2 < rows.length) continue;
        // A unit may keep the plan's own numbers for the schools it reports.
        if (isPlanOrder(context, view, rows, numbers)) continue;
        const sorted = numbers.every((value, i) => value === null || i === 0 || value >= (numbers[i - 1] ?? 0));
        if (!sorted && isPermutation(numbers)) continue;
        let expected = numbers[0] === null ? 1 : (numbers[0] ?? 1);
        if (rows === runs[0] && expected !== 1 && numbers[1] === 2) expected = 1;
        for (const [i, row] of rows.entries()) {
          const value = numbers[i] ?? null;
          if (value !== expected) {
            const message = value === null ? 'blank' : numbers.indexOf(value) < i ? 'repeated' : 'skipped';
            const place = cellPlace(view, row, 'sequence');
            const details = { found: value, expected, repair: () => renumber(view, rows, numbers[0] ?? 1) };
            yield message === 'blank'
              ? report('blank', { expected }, place, { ...details, level: 'info' })
              : report(message, { value: String(value), expected }, place, details);
            // One slip of one cell: the numbers go on as if it had been right.
            const next = numbers[i + 1];
            if (value !== null && next !== undefined && next !== expected + 1) expected = value;
          }
          expected++;
        }
      }
    }
  },
});

/** Rows that are numbered together: per section where the numbers begin anew, else through the table. */
function runsOf(view: TableView): readonly (readonly number[])[] {
  const sections = view.table.sections.map((section) => section.rows).filter((rows) => rows.length > 0);
  if (sections.length < 2) return [view.table.dataRows];
  const restarts = sections.slice(1).filter((rows) => numberAt(view, rows[0] ?? -1) === 1).length;
  return restarts * 2 >= sections.length - 1 ? sections : [view.table.dataRows];
}

function numberAt(view: TableView, row: number): number | null {
  const reading = readNumber(view.raw(row, 'sequence'));
  return reading.kind === 'number' ? reading.value : null;
}

function isPlanOrder(context: AuditContext, view: TableView, rows: readonly number[], numbers: readonly (number | null)[]): boolean {
  if (view.kind !== 'schools') return false;
  const known = rows.flatMap((row, i) => {
    const { school } = context.matchAt(view, row);
    return school ? [school.sequence === numbers[i]] : [];
  });
  return known.length > 0 && known.length === rows.length && known.every(Boolean);
}

function isPermutation(numbers: readonly (number | null)[]): boolean {
  const sorted = [...numbers].sort((a, b) => (a ?? 0) - (b ?? 0));
  return sorted.every((value, i) => value === i + 1);
}

function renumber(view: TableView, rows: readonly number[], first: number): Fix | null {
  const column = view.column('sequence')?.column ?? -1;
  if (rows.some((row) => !isWritable(view, row, column))) return null;
  const start = first === 0 ? 0 : 1;
  return {
    kind: 'auto',
    label: '重排序号',
    edits: rows.flatMap((row, i) =>
      numberAt(view, row) === i + start ? [] : [proposeContent(view, row, column, { kind: 'value', value: i + start }, '重排序号')],
    ),
  };
}
