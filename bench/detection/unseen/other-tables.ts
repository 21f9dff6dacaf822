import { yichunPlan } from '../../../src/plan';
import type { Random } from '../random';
import { calculated, type Cell, type Page } from './draft';
import { sumUp } from './table';

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;

interface IndicatorHabit {
  readonly from: number;
  readonly to?: number;
  /** Responsible unit and a remark beside the figures. */
  readonly extras: boolean;
}

/** How far each target has come: consistent with its parts, never beyond it. */
export function drawActuals(random: Random): Map<string, number> {
  const actuals = new Map<string, number>();
  for (const { id, unit, target } of yichunPlan.indicators) {
    if (target === null) continue;
    if (unit === '%') actuals.set(id, rounded(target - random.whole(3, 29) / 10, 1));
    else if (unit === '万个') actuals.set(id, rounded((target * random.whole(20, 75)) / 100, 2));
    else actuals.set(id, random.whole(0, Math.floor(target * 0.7)));
  }
  const add = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (actuals.get(id) ?? 0), 0);
  actuals.set('T06', add(['T07', 'T08', 'T09', 'T10', 'T11', 'T12', 'T13']));
  actuals.set('T14', rounded(add(['T15', 'T16', 'T17', 'T18', 'T19']), 2));
  return actuals;
}

/** 指标名称 | 计量单位 | 目标 | 完成 | 完成率 | 差距 | 是否达到 (| 责任单位 | 说明); returns the first free row. */
export function drawIndicators(page: Page, top: number, random: Random, habit: IndicatorHabit): number {
  const table = 'indicators';
  const heads = [
    ['seq', random.pick(['序号', '编号'])],
    ['indicator', random.pick(['指标名称', '目标任务', '主要指标', '监测指标'])],
    ['measure', random.pick(['计量单位', '单位'])],
    ['target', random.pick(['2025年目标', '2025年目标值', '目标值'])],
    ['actual', random.pick(['本期完成（累计）', '目前完成', '累计完成', '实际完成值'])],
    ['quota', random.pick(['完成率（%）', '目标完成率（%）'])],
    ['gap', random.pick(['与目标差距', '差距', '尚差'])],
    ['reached', random.pick(['是否达到', '是否达标'])],
    ...(habit.extras ? [['owner', random.pick(['责任单位', '牵头单位'])]] : []),
  ];
  heads.forEach(([field = '', word = ''], c) =>
    page.put(top, c, word, { table, field, key: 'header', role: 'header' }),
  );
  const actuals = drawActuals(random);
  const rows = yichunPlan.indicators.slice(habit.from, habit.to).filter(({ target }) => target !== null);
  rows.forEach(({ id, name, unit, target }, r) => {
    const row = top + 1 + r;
    const put = (column: number, value: string | number | null): Cell =>
      page.put(row, column, value, { table, field: heads[column]?.[0] ?? '', key: id, role: 'entry' });
    put(0, r + 1);
    put(1, name);
    put(2, unit);
    const aim = put(3, target);
    const actual = put(4, actuals.get(id) ?? 0);
    put(5, null).calculate(
      () => `=ROUND(${actual.name}/${aim.name}*100,1)`,
      () => calculated(actual, aim, (a, b) => (b === 0 ? null : rounded((a / b) * 100, 1))),
    );
    put(6, null).calculate(
      () => `=${aim.name}-${actual.name}`,
      () => calculated(aim, actual, (a, b) => rounded(a - b, 6)),
    );
    put(7, (actual.number() ?? 0) >= (target ?? 0) ? '是' : '否');
    if (habit.extras) put(8, '市教体局');
  });
  return top + 1 + rows.length;
}

/** Annex 3 with what became of it; `typed`: the total stands on top and is no formula. */
export function drawFunds(page: Page, top: number, random: Random, sums: 'range' | 'typed'): number {
  const table = 'funds';
  const heads = [
    ['seq', '序号'],
    ['fund', random.pick(['项目名称', '经费项目', '专项名称'])],
    ['content', random.pick(['具体内容', '用途', '主要用途'])],
    ['amount', random.pick(['金额（万元）', '安排金额（万元）', '预算安排（万元）'])],
    ['allotted', random.pick(['已下达（万元）', '已拨付（万元）', '资金到位（万元）'])],
    ['spent', random.pick(['已支出（万元）', '累计支出（万元）', '已使用（万元）'])],
    ['balance', random.pick(['结余（万元）', '未支出（万元）'])],
    ['execution', random.pick(['执行率（%）', '支出进度（%）'])],
    ['fundRemark', '说明'],
  ] as const;
  heads.forEach(([field, word], c) => page.put(top, c, word, { table, field, key: 'header', role: 'header' }));
  const amounts = shareOut(random);
  const first = sums === 'typed' ? top + 2 : top + 1;
  const put = (row: number, column: number, key: string, value: string | number | null): Cell =>
    page.put(row, column, value, {
      table,
      field: heads[column]?.[0] ?? '',
      key,
      role: key === 'total' ? 'total' : 'entry',
    });
  yichunPlan.funds.forEach(({ id, name, content }, f) => {
    const amount = amounts[f] ?? 0;
    const allotted = rounded((amount * random.whole(60, 100)) / 100, 1);
    [f + 1, name, content, amount, allotted, rounded((allotted * random.whole(30, 95)) / 100, 1)].forEach((value, c) =>
      put(first + f, c, id, value),
    );
    drawBalance(page, first + f, (column) => put(first + f, column, id, null));
  });
  const totalRow = sums === 'typed' ? top + 1 : first + yichunPlan.funds.length;
  put(totalRow, 1, 'total', '合计');
  for (const column of [3, 4, 5]) {
    const total = put(totalRow, column, 'total', null);
    sumUp(
      total,
      yichunPlan.funds.map((_, f) => page.at(first + f, column)),
      sums,
    );
  }
  drawBalance(page, totalRow, (column) => put(totalRow, column, 'total', null));
  return Math.max(totalRow + 1, first + yichunPlan.funds.length);
}

function drawBalance(page: Page, row: number, put: (column: number) => Cell): void {
  const [amount, spent] = [page.at(row, 3), page.at(row, 5)];
  put(6).calculate(
    () => `=${amount.name}-${spent.name}`,
    () => calculated(amount, spent, (a, b) => rounded(a - b, 6)),
  );
  put(7).calculate(
    () => `=ROUND(${spent.name}/${amount.name}*100,1)`,
    () => calculated(spent, amount, (a, b) => (b === 0 ? null : rounded((a / b) * 100, 1))),
  );
}

/** The amounts that the plan shows, and made-up ones for the rest of its total. */
function shareOut(random: Random): number[] {
  const known = yichunPlan.funds.map(({ amount }) => amount.value);
  const open = known.filter((value) => value === null).length;
  let rest = (yichunPlan.fundTotal.value ?? 0) - known.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  let left = open;
  return known.map((value) => {
    if (value !== null) return value;
    left--;
    const share = left === 0 ? rest : random.whole(3, 7) * 10;
    rest -= share;
    return share;
  });
}

const STEPS = [
  '已印发实施方案，正按计划推进。',
  '完成前期调研，工作方案正在征求意见。',
  '已召开部署会，任务分解到科室。',
  '本期开展专题活动两次，成效较好。',
];

/** Annex 1: 序号 | 一级标题 (merged) | 工作举措 | 责任部门 | 进展 | 完成情况 | 下步打算. */
export function drawMeasures(page: Page, top: number, random: Random): number {
  const table = 'measures';
  const heads = [
    ['seq', '序号'],
    ['measureHeading', random.pick(['一级标题', '重点任务'])],
    ['measureText', random.pick(['工作举措', '具体举措'])],
    ['departments', random.pick(['责任部门', '责任单位'])],
    ['progress', random.pick(['本期进展', '进展情况', '目前进展'])],
    ['state', '完成情况'],
    ['next', '下步打算'],
  ] as const;
  heads.forEach(([field, word], c) => page.put(top, c, word, { table, field, key: 'header', role: 'header' }));
  let previous = '';
  let first = top + 1;
  yichunPlan.measures.forEach(({ id, sequence, heading, text, departments }, m) => {
    const row = top + 1 + m;
    const isNew = heading !== previous;
    if (isNew && m > 0) page.merge(first, 1, row - 1, 1);
    if (isNew) first = row;
    previous = heading;
    const owners = (departments.length > 0 ? departments : ['市教体局']).join('、');
    const values = [sequence, isNew ? heading : null, text, owners, random.pick(STEPS), '推进中', '按计划抓好落实。'];
    values.forEach((value, c) =>
      page.put(row, c, value, { table, field: heads[c]?.[0] ?? '', key: id, role: 'entry' }),
    );
  });
  const bottom = top + 1 + yichunPlan.measures.length;
  page.merge(first, 1, bottom - 1, 1);
  return bottom;
}
