import { yichunPlan } from '../../../src/plan';
import type { Book, Cell, Page } from './book';
import type { Figures } from './figures';

/** What stands around a table, by field: 填报单位, 报告期, … */
interface Around {
  readonly unit?: string;
  readonly period?: string;
  readonly preparer?: string;
  readonly phone?: string;
  readonly reviewer?: string;
  readonly date?: string;
}

export const LABELS: Readonly<Record<keyof Around, string>> = {
  unit: '填报单位',
  period: '报告期',
  preparer: '填报人',
  phone: '联系电话',
  reviewer: '审核人',
  date: '填报日期',
};

/** One line with `填报单位：…` and the like, at the columns given. */
export function lines(page: Page, row: number, columns: readonly number[], around: Around): void {
  (Object.keys(LABELS) as (keyof Around)[])
    .filter((field) => around[field] !== undefined)
    .forEach((field, i) =>
      page.put(row, columns[i] ?? 2 * i, `${LABELS[field]}：${around[field] ?? ''}`, field, 'line'),
    );
}

export function drawFunds(
  book: Book,
  figures: Figures,
  style: { readonly sheet: string; readonly rates: boolean },
): void {
  const page = book.page(style.sheet);
  page.put(0, 0, '中心城区教育提升专项行动经费执行情况表', 'title', 'line');
  page.merge(0, 0, 0, style.rates ? 7 : 5);
  if (style.rates) lines(page, 1, [0, 4], { unit: '市财政局', period: '2023年6月' });
  else lines(page, 1, [0, 3], { period: '2023年6月' });
  page.put(1, style.rates ? 7 : 5, '单位：万元');
  const titles = [
    ['seq', '序号'], ['fundName', '项目名称'], ['content', '具体内容'], ['amount', '安排金额'], ['issued', '已下达'],
    ['spent', '已支出'], ['balance', '结余'], ['execution', '执行率（%）'],
  ].slice(0, style.rates ? 8 : 6) as [string, string][]; // prettier-ignore
  titles.forEach(([field, title], column) => page.put(2, column, title, field, 'header'));
  const rows: Cell[][] = figures.funds.map(({ fund, amount, issued, spent }, i) => {
    const cells = [i + 1, fund.name, fund.content, amount, issued, spent, null, null];
    return titles.map(([field], column) => page.put(3 + i, column, cells[column] ?? null, field, 'item', fund.id));
  });
  const below = 3 + rows.length;
  const total = titles.map(([field], column) =>
    page.put(below, column, column === 1 ? '合计' : null, field, 'total', 'all'),
  );
  total.slice(3, 6).forEach((cell) => {
    cell.calc = {
      op: 'sum',
      of: rows.flatMap((row) => row.filter(({ field }) => field === cell.field)),
      asFormula: true,
    };
  });
  for (const row of [...rows, total]) {
    const [amount, , spent, balance, execution] = row.slice(3);
    if (!amount || !spent || !balance || !execution) continue;
    balance.calc = { op: 'minus', of: [amount, spent], asFormula: true };
    execution.calc = { op: 'percent', of: [spent, amount], asFormula: true };
  }
  if (style.rates)
    lines(page, below + 2, [0, 2, 3, 6], {
      preparer: '陈某',
      phone: '0795-3580000',
      reviewer: '褚某',
      date: '2023年7月5日',
    });
}

export function drawTargets(
  book: Book,
  figures: Figures,
  style: { readonly sheet: string; readonly hasGap: boolean },
): void {
  const page = book.page(style.sheet);
  page.put(0, 0, '中心城区教育提升专项行动目标完成情况表', 'title', 'line');
  page.merge(0, 0, 0, style.hasGap ? 7 : 5);
  if (style.hasGap) lines(page, 1, [0, 3, 6], { unit: '市教体局', period: '2023年6月', date: '2023年7月6日' });
  else lines(page, 1, [0], { period: '2023年6月' });
  const titles = [
    ['seq', '序号'], ['indicator', '指标名称'], ['unitOf', '计量单位'], ['target', '2025年目标'], ['before', '2021年底完成'],
    ['now', '本期累计完成'], ['gap', '与目标差距'], ['attained', '完成率（%）'],
  ].slice(0, style.hasGap ? 8 : 6) as [string, string][]; // prettier-ignore
  titles.forEach(([field, title], column) => page.put(2, column, title, field, 'header'));
  const cells = figures.targets.map(({ indicator, before, now }, i) => {
    const values = [
      i + 1,
      indicator.name,
      indicator.unit,
      indicator.target ?? indicator.targetText,
      before,
      now,
      null,
      null,
    ];
    const row = titles.map(([field], column) =>
      page.put(3 + i, column, values[column] ?? null, field, 'item', indicator.id),
    );
    const [target, , done, gap, attained] = row.slice(3);
    if (target && done && gap && attained && indicator.target !== null) {
      gap.calc = { op: 'minus', of: [target, done], asFormula: true };
      attained.calc = { op: 'percent', of: [done, target], asFormula: true };
    }
    return row;
  });
  if (style.hasGap) return;
  const done = new Map(cells.map((row) => [row[0]?.id, row.find(({ field }) => field === 'now')]));
  const sum = (id: string, parts: readonly string[]): void => {
    const cell = done.get(id);
    if (cell) cell.calc = { op: 'sum', of: parts.flatMap((part) => done.get(part) ?? []), asFormula: false };
  };
  sum('T06', ['T07', 'T08', 'T09', 'T10', 'T11', 'T12', 'T13']);
  sum('T14', ['T15', 'T16', 'T17', 'T18', 'T19']);
}

const PROGRESS = [
  '已印发实施方案，正按季度推进。',
  '已组织专题培训2期，覆盖全部学校。',
  '已完成调研，正在征求意见。',
  '已建立工作专班，按月调度。',
];

/** Annex 1 with progress; with `hasState` a column 完成情况. */
export function drawMeasures(book: Book, style: { readonly sheet: string; readonly hasState: boolean }): void {
  const page = book.page(style.sheet);
  page.put(0, 0, '重点举措责任分工及进展情况表', 'title', 'line');
  page.merge(0, 0, 0, style.hasState ? 5 : 4);
  if (style.hasState) lines(page, 1, [0, 2, 3], { unit: '市教体局', period: '2023年6月', date: '2023年7月6日' });
  else lines(page, 1, [0], { period: '2023年6月' });
  const titles = [
    ['seq', '序号'], ['measureHeading', '一级标题'], ['measure', '工作举措'], ['departments', '责任部门'], ['progress', '本期进展'],
    ['state', '完成情况'],
  ].slice(0, style.hasState ? 6 : 5) as [string, string][]; // prettier-ignore
  titles.forEach(([field, title], column) => page.put(2, column, title, field, 'header'));
  yichunPlan.measures.forEach((measure, i) => {
    const row = 3 + i;
    const isFirst = yichunPlan.measures[i - 1]?.heading !== measure.heading;
    // Where the plan's stored text shows no department, the unit gives its own.
    const departments = measure.departments.length > 0 ? measure.departments.join('\n') : '市教体局';
    const values = [
      measure.sequence, isFirst ? measure.heading : null, `${measure.title}。${measure.text}`, departments,
      PROGRESS[i % PROGRESS.length] ?? null, '推进中',
    ]; // prettier-ignore
    titles.forEach(([field], column) => {
      if (field !== 'measureHeading' || isFirst)
        page.put(row, column, values[column] ?? null, field, 'item', measure.id);
    });
    if (isFirst)
      page.merge(row, 1, row + yichunPlan.measures.filter(({ heading }) => heading === measure.heading).length - 1, 1);
  });
}
