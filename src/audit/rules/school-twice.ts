import { areDistinctNames, isAtMostOneLetterApart, normalizeName, SCHOOL_MEASURES, type PlanSchool } from '../../plan';
import type { AuditContext } from '../context';
import { cellPlace } from '../places';
import { sameSum } from '../precision';
import { defineRule } from '../rule';
import { rowExplains } from '../sums';
import type { TableView } from '../views/table-view';

interface Seen {
  readonly view: TableView;
  readonly row: number;
  readonly name: string;
}

/** Unknown names that are compared with each other. */
const MOST_STRANGERS = 300;

/** 学校重复: the same school in two rows of the workbook, or two names that are nearly one. */
export const schoolTwice = defineRule({
  ids: ['D01', 'D03'],
  name: 'school-twice',
  level: 'error',
  group: 'duplicate',
  stage: 'structure',
  tables: ['schools'],
  title: '学校重复',
  protects: '重复的学校会使班数、学位、用地多计一遍。',
  fixable: 'none',
  source: '一校一行',
  whenToExplain: '名称相近但确是两所学校的，写明。',
  messages: {
    twice: (d: { name: string; first: string }) => `“${d.name}”与${d.first}重复。`,
    alike: (d: { name: string; other: string; first: string }) =>
      `“${d.name}”与${d.first}的“${d.other}”名称相近，请核实是否同一所学校。`,
  },
  advice: {
    twice: '确是同一所的，保留一行，删去另一行；写错校名的，改正校名。',
    alike: '是同一所的合并；是两所的写审核说明。',
  },
  *check(context, report) {
    const { plan } = context;
    const tables = context.tablesOf('schools');
    const seen = new Map<string, Seen>();
    const strangers: (Seen & { readonly key: string })[] = [];
    // Ledgers list the schools again for another purpose: a second table repeats, it does not duplicate.
    for (const group of groupsOf(tables)) {
      seen.clear();
      strangers.length = 0;
      const repeated = repeatedKeys(context, group);
      for (const view of group) {
        for (const row of view.table.dataRows) {
          // Nothing stands twice, and no further names are compared.
          if (repeated.size === 0 && strangers.length >= MOST_STRANGERS) break;
          const name = view.name(row);
          if (name === '') continue;
          const match = context.matchAt(view, row);
          const key = keyOf(match.school, name);
          const first = seen.get(key);
          if (first) {
            // Of the two rows the one that fits the plan less is the one to change.
            const here = { view, row, name };
            const [a, b] = [fit(context, first), fit(context, here)];
            const [wrong, right] = a < b ? [first, here] : [here, first];
            // Nothing tells two neighbours apart: both are pointed at.
            const isOpen = a === b && first.view === view && row === first.row + 1;
            const cell = cellPlace(wrong.view, wrong.row, 'schoolName');
            const place = isOpen && cell.area ? { ...cell, area: { ...cell.area, top: first.row } } : cell;
            yield report('twice', { name: wrong.name, first: where(right, wrong.view) }, place, {
              found: wrong.name,
              causes: {
                reaches: {
                  sheet: wrong.view.sheet.name,
                  rows: [wrong.row],
                  columns: null,
                  notSums: !explains(context, wrong.view, wrong.row),
                },
              },
            });
            seen.set(key, right);
            continue;
          }
          if (repeated.has(key)) seen.set(key, { view, row, name });
          if (!match.school && match.how !== 'near' && strangers.length < MOST_STRANGERS) {
            const bare = normalizeName(name, plan.cityName);
            const other = strangers.find(
              (each) => each.key !== bare && isAlike(each.key, bare) && !areDistinctNames(plan, each.name, name),
            );
            if (other)
              yield report(
                'alike',
                { name, other: other.name, first: where(other, view) },
                cellPlace(view, row, 'schoolName'),
                { id: 'D03', level: 'warning', found: name },
              );
            strangers.push({ view, row, name, key: bare });
          }
        }
      }
    }
  },
});

/** Tables that together list each school once: one table, or the parts of one table over several sheets. */
function groupsOf(tables: readonly TableView[]): readonly (readonly TableView[])[] {
  const parts = tables.filter((view) => view.table.sectionStyle === 'onePerSheet');
  return [
    ...(parts.length > 0 ? [parts] : []),
    ...tables.filter((view) => view.table.sectionStyle !== 'onePerSheet').map((view) => [view]),
  ];
}

/** What makes two rows the same school: the plan's school, else the name without spaces. */
function keyOf(school: PlanSchool | null, name: string): string {
  return school?.id ?? (/\s/u.test(name) ? name.replace(/\s+/gu, '') : name);
}

/** Keys that stand more than once; nearly all of a long list stand once and need not be remembered by row. */
function repeatedKeys(context: AuditContext, group: readonly TableView[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const repeated = new Set<string>();
  for (const view of group)
    for (const row of view.table.dataRows) {
      const name = view.name(row);
      if (name === '') continue;
      const key = keyOf(context.matchAt(view, row).school, name);
      const before = keys.size;
      keys.add(key);
      if (keys.size === before) repeated.add(key);
    }
  return repeated;
}

function where(seen: Seen, from: TableView): string {
  const cell = seen.view.cellName(seen.row, seen.view.column('schoolName')?.column ?? 0);
  return seen.view === from
    ? `${seen.view.lineNames([seen.row])}（${cell}）`
    : `工作表“${seen.view.sheet.name}”的 ${cell}`;
}

/** One letter more, less or other, and not merely another number. */
function isAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || !isAtMostOneLetterApart(a, b)) return false;
  return a.replace(/[\d一二三四五六七八九十]/gu, '') !== b.replace(/[\d一二三四五六七八九十]/gu, '');
}

/** The row that stands twice is what its section's subtotals (or the total) are over by. */
function explains(context: AuditContext, view: TableView, row: number): boolean {
  const section = view.sectionOf(row);
  return section !== null && (section.subtotalRow === null || rowExplains(context.figures(view), section, row));
}

/** How well a row fits the plan's school of its name: its stage, and the figures that the plan shows. */
function fit(context: AuditContext, { view, row }: Seen): number {
  const { school } = context.matchAt(view, row);
  if (!school) return 0;
  let score = view.sectionOf(row)?.stage === school.stage ? 1 : 0;
  if (school.remark.value !== null && view.has('remark'))
    score += view.text(row, 'remark') === school.remark.value ? 1 : 0;
  if (String(school.sequence) === view.text(row, 'sequence')) score += 0.5;
  if (isInOrder(context, view, row, school)) score += 0.25;
  for (const field of SCHOOL_MEASURES) {
    const planned = school[field].value;
    const value = view.numbers(field)?.value(row) ?? NaN;
    if (planned !== null && !Number.isNaN(value)) score += sameSum(planned, value) ? 1 : -1;
  }
  return score;
}

/** Where a row stands among ascending rows; halved again and again, since every row of a long list may stand twice. */
function positionOf(rows: readonly number[], row: number): number {
  let low = 0;
  for (let high = rows.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row stands where the plan's order of the stage puts its school. */
function isInOrder(context: AuditContext, view: TableView, row: number, school: PlanSchool): boolean {
  const rows = view.sectionOf(row)?.rows ?? [];
  const at = positionOf(rows, row);
  const sequence = (each: number | undefined): number | null =>
    each === undefined ? null : (context.schoolAt(view, each)?.sequence ?? null);
  return (sequence(rows[at - 1]) ?? 0) <= school.sequence && school.sequence <= (sequence(rows[at + 1]) ?? Infinity);
}
