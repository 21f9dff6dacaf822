import { yichunPlan, type PlanIndicator } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { calculate, makeSum, numberIn, tidy, type Cell, type Page } from './draft';
import type { Figures } from './figures';
import { infoLine, infoPairs, note, period, sentOn, title } from './frame';
import { drawHeader, type Column } from './school-table';

const heads = (...columns: readonly (readonly [string, ...string[]])[]): readonly Column[] =>
  columns.map(([field, ...head]) => ({ field, head }));

type Values = Readonly<Record<string, CellValue>>;

function putRow(
  page: Page,
  row: number,
  columns: readonly Column[],
  values: Values,
  about: Partial<Cell>,
): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  columns.forEach(({ field }, column) => {
    if (field in values)
      cells.set(field, page.put(row, column, values[field] ?? null, { role: 'row', ...about, field }));
  });
  return cells;
}

/** `a ÷ b`, `a − b` as a formula of the row. */
function follow(
  cells: ReadonlyMap<string, Cell>,
  field: string,
  of: readonly [string, string],
  how: 'percent' | 'share' | 'minus',
): void {
  const [cell, a, b] = [cells.get(field), cells.get(of[0]), cells.get(of[1])];
  if (!cell || !a || !b || numberIn(a) === null || numberIn(b) === null) return;
  cell.parts = [a, b];
  if (how === 'share') cell.format = '0.0%';
  cell.recipe = {
    value: () =>
      calculate([a, b], ([x = 0, y = 0]) => {
        if (how === 'minus') return tidy(x - y);
        if (y === 0) return '#DIV/0!';
        return how === 'percent' ? tidy(Math.round((x / y) * 1000) / 10) : tidy(x / y);
      }),
    text: (name) => {
      if (how === 'minus') return `=${name(a)}-${name(b)}`;
      return how === 'percent' ? `=ROUND(${name(a)}/${name(b)}*100,1)` : `=${name(a)}/${name(b)}`;
    },
  };
}

const INDICATOR_COLUMNS: Readonly<Record<'plain' | 'grouped' | 'years', readonly Column[]>> = {
  plain: heads(
    ['sequence', '序号'], ['indicator', '指标名称'], ['unit', '计量单位'], ['target', '2025年目标'],
    ['before', '2022年完成'], ['now', '本期累计完成'], ['rate', '完成率（%）'], ['gap', '与目标差距'], ['owner', '责任单位'],
  ),
  grouped: heads(
    ['group', '指标类别'], ['indicator', '主要指标', '名称'], ['unit', '主要指标', '单位'], ['target', '目标值（2025年）'],
    ['now', '完成情况', '实际完成'], ['rate', '完成情况', '完成比例'], ['reached', '是否达到目标'],
  ),
  years: heads(
    ['indicator', '指标'], ['unit', '单位'], ['before', '完成数', '2022年'], ['now', '完成数', '2023年（至报告期）'],
    ['target', '2025年目标数'],
  ),
}; // prettier-ignore

export function drawIndicators(page: Page, figures: Figures, kind: 'plain' | 'grouped' | 'years'): number {
  const columns = INDICATOR_COLUMNS[kind];
  title(
    page,
    0,
    columns.length,
    kind === 'years' ? '教育提升主要指标分年完成情况' : '宜春中心城区教育提升专项行动目标完成情况表',
  );
  infoLine(page, 1, [
    [0, 'unit', '填报单位：宜春市教育体育局'],
    [3, 'period', `报告期：${period(figures)}`],
  ]);
  let row = drawHeader(page, 2, columns, 'indicators');
  let groupTop = row;
  let group = '';
  const close = () => {
    if (kind === 'grouped' && group !== '') {
      page.put(groupTop, 0, group, { role: 'heading', field: 'group', table: 'indicators' });
      page.merge(groupTop, 0, row - 1, 0);
    }
  };
  yichunPlan.indicators.forEach((indicator, i) => {
    if (kind === 'years' && indicator.target === null) return;
    if (groupOf(indicator) !== group) {
      close();
      group = groupOf(indicator);
      groupTop = row;
    }
    drawIndicator(page, row++, columns, indicator, i + 1, figures, kind);
  });
  close();
  totalsOf(page);
  infoLine(page, row + 1, [
    [0, 'filler', `填报人：${figures.people[0]}`],
    [2, 'checker', `审核人：${figures.people[1]}`],
    [4, 'date', `填报日期：${sentOn(figures)}`],
  ]);
  return row + 2;
}

function groupOf({ id }: PlanIndicator): string {
  const n = Number(id.slice(1));
  if (n <= 5) return '普及水平';
  if (n <= 13) return '新增学校';
  return n <= 19 ? '新增学位' : '其他';
}

function drawIndicator(
  page: Page, row: number, columns: readonly Column[], indicator: PlanIndicator, sequence: number, figures: Figures,
  kind: 'plain' | 'grouped' | 'years',
): void {
  const [before, now] = figures.done.get(indicator.id) ?? [null, null];
  const isText = indicator.target === null;
  const text = indicator.targetText;
  const values: Values = {
    sequence,
    indicator: kind === 'years' ? (indicator.words[0] ?? indicator.name) : indicator.name,
    unit: isText ? null : indicator.unit,
    target: indicator.target ?? text,
    before: isText ? text : before,
    now: isText ? text : now,
    rate: null, gap: null, owner: '市教体局',
    reached: isText || (now !== null && now >= (indicator.target ?? 0)) ? '是' : '否',
  }; // prettier-ignore
  const cells = putRow(page, row, columns, values, { entry: indicator.id, table: 'indicators' });
  follow(cells, 'rate', ['now', 'target'], kind === 'grouped' ? 'share' : 'percent');
  follow(cells, 'gap', ['target', 'now'], 'minus');
} // prettier-ignore

/** The totals know their parts, though they are typed. */
function totalsOf(page: Page): void {
  const all = [...page.cells.values()].filter((cell) => cell.table === 'indicators' && cell.role === 'row');
  for (const [id, low, high] of [['T06', 7, 13], ['T14', 15, 19]] as const) {
    for (const total of all.filter((cell) => cell.entry === id && (cell.field === 'now' || cell.field === 'before')))
      total.parts = all.filter((cell) => {
        const n = Number(cell.entry.slice(1));
        return cell.field === total.field && n >= low && n <= high;
      });
  }
} // prettier-ignore

const FUND_COLUMNS: Readonly<Record<'district' | 'office' | 'short', readonly Column[]>> = {
  district: heads(['sequence', '序号'], ['fund', '项目名称'], ['content', '具体内容'], ['amount', '金额\n（万元）']),
  office: heads(
    ['sequence', '序号'], ['fund', '专项名称'], ['amount', '安排金额'], ['passedOn', '已下达'], ['spent', '已支出'],
    ['rate', '执行率（%）'], ['left', '结余'], ['user', '使用单位'],
  ),
  short: heads(['fund', '经费项目'], ['content', '用途'], ['amount', '预算安排（万元）'], ['spent', '累计支出（万元）'], ['rate', '支出进度']),
}; // prettier-ignore

export function drawFunds(page: Page, figures: Figures, kind: 'district' | 'office' | 'short', top = 0): number {
  const columns = FUND_COLUMNS[kind];
  title(page, top, columns.length, '中心城区教育提升专项行动经费切块安排表');
  infoLine(page, top + 1, [
    [0, 'unit', '填报单位：宜春市教育体育局'],
    [columns.length - 1, 'unit-of-measure', '单位：万元'],
  ]);
  let row = drawHeader(page, top + 2, columns, 'funds');
  const drawn = yichunPlan.funds.map((fund, i) => {
    const own = figures.funds[i] ?? { amount: 0, passedOn: 0, spent: 0 };
    const values: Values = {
      sequence: i + 1, fund: fund.name, content: fund.content, ...own, rate: null, left: null, user: '市教体局',
    }; // prettier-ignore
    return rates(putRow(page, row++, columns, values, { entry: fund.id, table: 'funds' }), kind);
  });
  const sums = rates(
    putRow(
      page,
      row,
      columns,
      { amount: null, passedOn: null, spent: null, rate: null, left: null },
      { role: 'total', table: 'funds' },
    ),
    kind,
  );
  page.put(row, 0, '合  计', { role: 'total', field: 'label', table: 'funds' });
  for (const [field, cell] of sums) {
    const parts = drawn.flatMap((cells) => cells.get(field) ?? []);
    if (field !== 'rate' && field !== 'left') makeSum(cell, parts, kind === 'short' ? 'typed' : 'range');
  }
  rates(sums, kind);
  infoPairs(page, row + 2, [['填表人', 'filler', figures.people[0]], ['审核人', 'checker', figures.people[2]]]); // prettier-ignore
  return row + 3;
}

function rates(cells: Map<string, Cell>, kind: string): Map<string, Cell> {
  for (const field of ['amount', 'passedOn', 'spent']) if (cells.get(field)) cells.get(field)!.format = '#,##0';
  follow(cells, 'rate', ['spent', 'amount'], kind === 'short' ? 'share' : 'percent');
  follow(cells, 'left', ['amount', 'spent'], 'minus');
  return cells;
}

const MEASURE_COLUMNS: Readonly<Record<'merged' | 'flat', readonly Column[]>> = {
  merged: heads(
    ['heading', '一级标题'], ['sequence', '序号'], ['measure', '工作举措'], ['departments', '责任部门'],
    ['state', '完成情况'], ['progress', '本期进展'],
  ),
  flat: heads(['sequence', '序号'], ['measure', '重点举措'], ['content', '主要内容'], ['departments', '责任单位'], ['state', '落实情况']),
}; // prettier-ignore

const PROGRESS: Readonly<Record<string, string>> = {
  推进中: '已印发实施方案，正按计划推进。',
  长期坚持: '已形成常态化机制，持续落实。',
  已完成: '已全部完成并通过验收。',
};

export function drawMeasures(page: Page, figures: Figures, kind: 'merged' | 'flat'): number {
  const columns = MEASURE_COLUMNS[kind];
  title(page, 0, columns.length, '重点举措责任分工及进展情况表');
  infoLine(page, 1, [
    [0, 'unit', '填报单位：宜春市教育体育局'],
    [3, 'date', `填报日期：${sentOn(figures)}`],
  ]);
  let row = drawHeader(page, 2, columns, 'measures');
  yichunPlan.measures.forEach((measure, i) => {
    const state = figures.measures[i] ?? '推进中';
    const isFirst = yichunPlan.measures[i - 1]?.heading !== measure.heading;
    const values: Values = {
      sequence: measure.sequence, measure: measure.title, content: measure.text, state, progress: PROGRESS[state] ?? null,
      departments: measure.departments.length > 0 ? measure.departments.join(kind === 'merged' ? '\n' : '、') : '市教体局',
    }; // prettier-ignore
    putRow(page, row, columns, values, { entry: measure.id, table: 'measures' });
    if (kind === 'merged' && isFirst) {
      const size = yichunPlan.measures.filter(({ heading }) => heading === measure.heading).length;
      page.put(row, 0, measure.heading, { role: 'heading', field: 'heading', entry: measure.id, table: 'measures' });
      page.merge(row, 0, row + size - 1, 0);
    }
    row++;
  });
  note(page, row, columns.length, '注：落实情况分为未启动、推进中、已完成、长期坚持。');
  infoLine(page, row + 1, [
    [0, 'filler', `填报人：${figures.people[0]}`],
    [2, 'checker', `审核人：${figures.people[1]}`],
  ]);
  return row + 2;
}
