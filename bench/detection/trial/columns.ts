import { yichunPlan, type PlanMeasure } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import type { Cell, Page } from '../proof/book';
import type { FundLine, TargetLine } from '../proof/figures';
import { dateWords, SOME_DEPARTMENTS, type TrialFigures, type TrialSchool } from './figures';
import { DATE, header, item, line, sums, type Column } from './table';

export const stageName = (id: string): string => yichunPlan.stages.find((stage) => stage.id === id)?.name ?? '';

const VALUES: Readonly<Record<string, (school: TrialSchool, index: number) => CellValue>> = {
  no: (_, i) => i + 1,
  name: (s) => s.name,
  stage: (s) => stageName(s.stage),
  classes: (s) => s.classes,
  seats: (s) => s.seats,
  land: (s) => s.land,
  builder: (s) => s.builder,
  remark: (s) => s.remark,
  nature: (s) => s.nature,
  status: (s) => s.status,
  percent: (s) => s.percent,
  start: (s) => s.start,
  due: (s) => s.due,
  done: (s) => s.done,
  invest: (s) => s.invest,
  prior: (s) => s.prior,
  current: (s) => s.current,
  month: (s) => s.month,
  yearPlan: (s) => s.yearPlan,
  total: (s) => s.prior + s.current,
  formed: (s) => s.formed,
  upper: (s) => s.upper,
  bond: (s) => s.bond,
  own: (s) => s.own,
  isLate: () => '否',
};
const SUMMED = new Set(['classes', 'seats', 'land', 'invest', 'prior', 'current', 'month', 'yearPlan', 'total', 'formed', 'upper', 'bond', 'own']); // prettier-ignore
const DATES = new Set(['start', 'due', 'done']);

/** `total`, `rate`, `invest` may follow from others. */
export function col(
  field: string,
  head: string,
  more: Partial<Column<TrialSchool>> & { readonly scale?: number } = {},
): Column<TrialSchool> {
  const base = VALUES[field];
  const { scale, ...rest } = more;
  const value = base && scale ? (s: TrialSchool, i: number) => Number((Number(base(s, i)) / scale).toFixed(4)) : base;
  return {
    head,
    field,
    ...(value ? { value } : {}),
    ...(DATES.has(field) ? { format: DATE } : {}),
    ...(field === 'land' ? { format: '0.00' } : {}),
    sum: SUMMED.has(field),
    ...rest,
  };
}

export const rows = (
  page: Page,
  top: number,
  columns: readonly Column<TrialSchool>[],
  schools: readonly TrialSchool[],
  first = 0,
): Cell[][] => schools.map((school, i) => item(page, top + i, columns, school, first + i, school.id));

export function footer(page: Page, row: number, width: number, f: TrialFigures, who: readonly [string, string]): void {
  line(page, row, width, `填报人：${who[0]}\u3000\u3000审核人：${who[1]}\u3000\u3000填报日期：${dateWords(f.report + 3)}`, 'line', 'footer'); // prettier-ignore
}

/** The table of targets, returns the first row below. */
export function targetTable(
  page: Page,
  top: number,
  f: TrialFigures,
  heads: readonly string[],
  isFormula: boolean,
): number {
  const isPart = ({ indicator: { unit } }: TargetLine): boolean => unit !== '文字';
  const columns: Column<TargetLine>[] = [
    { head: heads[0] ?? '序号', field: 'tno', value: (_, i) => i + 1 },
    { head: heads[1] ?? '指标名称', field: 'indicator', value: (t) => t.indicator.name },
    { head: heads[2] ?? '计量单位', field: 'tunit', value: (t) => (isPart(t) ? t.indicator.unit : '—') },
    { head: heads[3] ?? '2025年目标', field: 'target', value: (t) => t.indicator.target ?? t.indicator.targetText },
    { head: heads[4] ?? '上年完成', field: 'before', value: (t) => t.before },
    { head: heads[5] ?? '本期完成（累计）', field: 'now', value: (t) => t.now },
    { head: heads[6] ?? '完成率（%）', field: 'tRate', calc: { op: 'percent', of: ['now', 'target'], asFormula: isFormula } },
    { head: heads[7] ?? '与目标差距', field: 'gap', calc: { op: 'minus', of: ['target', 'now'], asFormula: isFormula } },
    {
      head: heads[8] ?? '是否达到', field: 'reached',
      value: (t) => ((isPart(t) ? Number(t.now) >= (t.indicator.target ?? 0) : t.now === t.indicator.targetText) ? '是' : '否'),
    },
    { head: heads[9] ?? '责任单位', field: 'tdept', value: () => '市教体局' },
  ]; // prettier-ignore
  const first = header(page, top, columns);
  const made = f.targets.map((t, i) => item(page, first + i, columns, t, i, t.indicator.id));
  const cell = (id: string): Cell | undefined => made.flat().find((one) => one.id === id && one.field === 'now');
  for (const [whole, from, to] of [['T06', 7, 13], ['T14', 15, 19]] as const) {
    const parts = f.targets.flatMap((t, i) => (i + 1 >= from && i + 1 <= to ? [cell(t.indicator.id)] : []));
    const target = cell(whole);
    if (target) target.calc = { op: 'sum', of: parts.flatMap((part) => part ?? []), asFormula: false };
  } // prettier-ignore
  return first + made.length;
}

/** The table of funds; `scale` 10 shows thousands of yuan where the form asks for 千元. */
export function fundTable(
  page: Page,
  top: number,
  f: TrialFigures,
  heads: readonly string[],
  isFormula: boolean,
  factor = 1,
): number {
  const columns: Column<FundLine>[] = [
    { head: heads[0] ?? '序号', field: 'fno', value: (_, i) => i + 1 },
    { head: heads[1] ?? '项目名称', field: 'fund', value: (l) => l.fund.name },
    { head: heads[2] ?? '具体内容', field: 'content', value: (l) => l.fund.content },
    { head: heads[3] ?? '安排金额', field: 'amount', value: (l) => l.amount * factor, sum: true },
    { head: heads[4] ?? '已下达', field: 'issued', value: (l) => l.issued * factor, sum: true },
    { head: heads[5] ?? '已支出', field: 'spent', value: (l) => l.spent * factor, sum: true },
    { head: heads[6] ?? '结余', field: 'rest', calc: { op: 'minus', of: ['issued', 'spent'], asFormula: isFormula }, sum: true },
    { head: heads[7] ?? '执行率（%）', field: 'fRate', calc: { op: 'percent', of: ['spent', 'issued'], asFormula: isFormula } },
  ]; // prettier-ignore
  const first = header(page, top, columns);
  const made = f.funds.map((l, i) => item(page, first + i, columns, l, i, l.fund.id));
  sums(page, first + made.length, columns, '合计', made, 'total', 'funds', isFormula);
  return first + made.length + 1;
}

const STEPS: readonly (readonly [status: string, text: string])[] = [
  ['推进中', '工作方案已印发，正按月调度推进'],
  ['长期坚持', '已纳入日常工作，常态化开展'],
  ['推进中', '已完成前期调研，正在征求各方意见'],
  ['已完成', '相关制度已出台并全面实施'],
  ['未启动', '待上级文件明确后启动'],
];

/** Building goes on, so the measures about it do too. */
const ORDER = [1, 1, 0, 0, 2, 0, 2, 0, 1, 4, 1, 3, 0, 3, 4, 2, 0, 1] as const;

/** The measures of annex 1: the headings are merged over their three rows. */
export function measureTable(page: Page, top: number, heads: readonly string[]): number {
  const step = (i: number): readonly [string, string] => STEPS[ORDER[i] ?? 0] ?? ['推进中', ''];
  const columns: Column<PlanMeasure>[] = [
    { head: heads[0] ?? '序号', field: 'mno', value: (m) => m.sequence },
    { head: heads[1] ?? '一级标题', field: 'mheading', value: (m, i) => (i % 3 === 0 ? m.heading : null) },
    { head: heads[2] ?? '工作举措', field: 'measure', value: (m) => `${m.sequence}.${m.title}。${m.text}` },
    { head: heads[3] ?? '责任部门', field: 'depts', value: (m, i) => (m.departmentsShown ? m.departments.join('、') : i % 2 ? '市教体局' : SOME_DEPARTMENTS.slice(0, 2).join('、')) },
    { head: heads[4] ?? '本期进展', field: 'mtext', value: (_, i) => step(i)[1] },
    { head: heads[5] ?? '完成情况', field: 'mstatus', value: (_, i) => step(i)[0] },
  ]; // prettier-ignore
  const first = header(page, top, columns);
  yichunPlan.measures.forEach((m, i) => {
    item(page, first + i, columns, m, i, m.id);
    if (i % 3 === 0) page.merge(first + i, 1, first + i + 2, 1);
  });
  return first + yichunPlan.measures.length;
}

/** A table by stage or builder that is typed from the lists: number of schools, classes, seats, land, money. */
export function digest(
  page: Page, top: number, f: readonly TrialSchool[], all: readonly Cell[], by: 'stage' | 'builder', columns: readonly (readonly [string, string])[],
  heads: readonly [string, string, string], hasTotalFirst = false,
): number {
  [heads[0], heads[1], heads[2], ...columns.map(([, head]) => head)].forEach((head, i) =>
    page.put(top, i, head, `head:d${['no', 'name', 'count'][i] ?? columns[i - 3]?.[0] ?? ''}`, 'header'),
  );
  const keys = [...new Set(f.map((s) => s[by]))];
  const shift = hasTotalFirst ? 1 : 0;
  const made = keys.map((key, i) => {
    const mine = f.filter((s) => s[by] === key);
    const row = top + 1 + shift + i;
    page.put(row, 0, i + 1, 'dno', 'item', key);
    page.put(row, 1, by === 'stage' ? stageName(key) : key, 'dname', 'item', key);
    const cells = [page.put(row, 2, mine.length, 'dcount', 'item', key)];
    columns.forEach(([field], c) => {
      const cell = page.put(row, 3 + c, null, `d${field}`, 'item', key);
      cell.calc = { op: 'sum', asFormula: false, of: all.filter((one) => one.field === field && mine.some(({ id }) => id === one.id)) };
      cells.push(cell);
    });
    return cells;
  });
  const row = hasTotalFirst ? top + 1 : top + 1 + made.length;
  page.put(row, 1, '合计', 'label', 'total', 'digest');
  ['count', ...columns.map(([field]) => field)].forEach((field, c) => {
    const cell = page.put(row, 2 + c, null, `d${field}`, 'total', 'digest');
    cell.calc = { op: 'sum', asFormula: true, of: made.flatMap((cells) => cells.filter((one) => one.field === `d${field}`)) };
  });
  return top + 2 + made.length;
} // prettier-ignore
