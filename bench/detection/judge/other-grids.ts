import { yichunPlan, type PlanIndicator } from '../../../src/plan';
import { columnName, type CellValue } from '../../../src/workbook';
import type { Random } from '../random';
import type { Draft, Role, Spot, Tag } from './draft';

/** Figures of the tables beside annex 2 (合成数据), drawn once for all layouts. */
export interface OtherFigures {
  /** By indicator: last year's and this year's. */
  readonly actuals: ReadonlyMap<string, readonly [CellValue, CellValue]>;
  /** By fund: amount, handed down, spent, in 万元. */
  readonly funds: ReadonlyMap<string, readonly [number, number, number]>;
  /** By measure: state and words. */
  readonly measures: ReadonlyMap<string, readonly [string, string]>;
}

/** Indicators whose figure is the sum of others. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  T06: ['T07', 'T08', 'T09', 'T10', 'T11', 'T12', 'T13'],
  T14: ['T15', 'T16', 'T17', 'T18', 'T19'],
};

export function drawOtherFigures(random: Random): OtherFigures {
  const actuals = new Map<string, [CellValue, CellValue]>();
  for (const { id, unit, target } of yichunPlan.indicators) {
    if (target === null) actuals.set(id, ['推进中', id === 'T04' ? '大体相当' : '推进中']);
    else if (unit === '%') {
      const now = target - 0.2 - random.whole(2, 15) / 10;
      actuals.set(id, [round(now - random.whole(3, 12) / 10), round(now)]);
    } else {
      const now = unit === '万个' ? round(target * (0.4 + random.next() * 0.3)) : Math.floor(target * 0.7);
      actuals.set(id, [unit === '万个' ? round(now * 0.6) : Math.floor(now * 0.6), now]);
    }
  }
  for (const [whole, parts] of Object.entries(PARTS)) {
    const add = (i: 0 | 1): number => round(parts.reduce((sum, id) => sum + Number(actuals.get(id)?.[i] ?? 0), 0));
    actuals.set(whole, [add(0), add(1)]);
  }
  const shares = random.shuffled([120, 80, 70, 60, 60, 50, 35, 25]);
  const funds = new Map<string, [number, number, number]>();
  for (const { id, amount } of yichunPlan.funds) {
    const whole = amount.value ?? shares.pop() ?? 0;
    const down = Math.round((whole * random.whole(60, 95)) / 100);
    funds.set(id, [whole, down, Math.round((down * random.whole(50, 95)) / 100)]);
  }
  const measures = new Map<string, [string, string]>();
  for (const { id, title } of yichunPlan.measures) {
    const state = random.pick(['推进中', '推进中', '长期坚持']);
    measures.set(id, [state, `${title}工作按计划推进，上半年已开展专题调研${random.whole(1, 4)}次。`]);
  }
  return { actuals, funds, measures };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const tagOf = (table: Tag['table'], field: string, role: Role, of: string): Tag => ({ table, field, role, of });

function header(draft: Draft, leaf: string, row: number, table: Tag['table'], heads: readonly (readonly string[])[]) {
  heads.forEach(([field = '', head = ''], column) => {
    draft.write(leaf, row, column, head, tagOf(table, field, 'header', ''));
  });
}

/** The indicators one below the other; `isPercentCell`: 0.93 shown as 93 %. */
export function drawIndicatorList(
  draft: Draft,
  leaf: string,
  top: number,
  figures: OtherFigures,
  isPercentCell: boolean,
  wanted: (indicator: PlanIndicator) => boolean = () => true,
): number {
  header(draft, leaf, top, 'indicators', [
    ['sequence', '序号'],
    ['name', '指标名称'],
    ['unit', '计量单位'],
    ['target', '2025年目标'],
    ['last', '上年完成'],
    ['actual', '本期完成（累计）'],
    ['rate', '完成率（%）'],
    ['gap', '与目标差距'],
    ['reached', '是否达到'],
  ]);
  let row = top + 1;
  for (const indicator of yichunPlan.indicators.filter(wanted)) {
    const { id, name, unit, target, targetText } = indicator;
    const [last = null, now = null] = figures.actuals.get(id) ?? [];
    const isPercent = unit === '%' && isPercentCell;
    const shown = (value: CellValue): CellValue =>
      isPercent && typeof value === 'number' ? Math.round(value * 100) / 10_000 : value;
    const put = (column: number, field: string, value: CellValue): Spot =>
      draft.write(
        leaf,
        row,
        column,
        value,
        tagOf('indicators', field, 'detail', id),
        isPercent && column > 2 && column < 6 ? '0.0%' : undefined,
      );
    put(0, 'sequence', row - top);
    put(1, 'name', name);
    put(2, 'unit', unit);
    const goal = put(3, 'target', shown(target ?? targetText));
    put(4, 'last', shown(last));
    const done = put(5, 'actual', shown(now));
    const rate = put(6, 'rate', null);
    const gap = put(7, 'gap', null);
    put(8, 'reached', target === null ? null : '否');
    if (target !== null) {
      const [t, a] = [`D${row + 1}`, `F${row + 1}`];
      const share = (): CellValue => draft.ratio(done, goal, 100, 1);
      draft.compute(rate, `=ROUND(${a}/${t}*100,1)`, share);
      const factor = isPercent ? '*100' : '';
      draft.compute(gap, `=ROUND((${t}-${a})${factor},2)`, () =>
        draft.both(goal, done, (a, b) => round((a - b) * (isPercent ? 100 : 1))),
      );
    }
    row++;
  }
  return row;
}

/** The same lying on its side: an indicator a column, 目标 / 完成 / 完成率 as rows. */
export function drawIndicatorsSideways(draft: Draft, leaf: string, top: number, figures: OtherFigures): number {
  const chosen = yichunPlan.indicators.filter(({ target }) => target !== null);
  const lines = [
    ['name', '指标'],
    ['unit', '单位'],
    ['target', '2025年目标值'],
    ['last', '2023年完成值'],
    ['actual', '2024年上半年累计完成值'],
    ['rate', '完成率（%）'],
  ] as const;
  lines.forEach(([field, word], i) => {
    draft.write(leaf, top + i, 0, word, tagOf('indicators', field, 'header', ''));
  });
  chosen.forEach(({ id, name, unit, target }, i) => {
    const [last = null, now = null] = figures.actuals.get(id) ?? [];
    const put = (line: number, field: string, value: CellValue): Spot =>
      draft.write(leaf, top + line, i + 1, value, tagOf('indicators', field, 'detail', id));
    put(0, 'name', name);
    put(1, 'unit', unit);
    const goal = put(2, 'target', target);
    put(3, 'last', last);
    const done = put(4, 'actual', now);
    const rate = put(5, 'rate', null);
    const letter = columnName(i + 1);
    draft.compute(rate, `=ROUND(${letter}${top + 5}/${letter}${top + 3}*100,1)`, () => draft.ratio(done, goal, 100, 1));
  });
  return top + lines.length;
}

/** The funds; with a row of units of its own or 万元 in the headers, total below or on top. */
export function drawFunds(
  draft: Draft,
  leaf: string,
  top: number,
  figures: OtherFigures,
  style: { readonly hasProgress: boolean; readonly isTotalOnTop: boolean; readonly isTyped: boolean },
): number {
  const heads = [
    ['sequence', '序号'],
    ['name', '项目名称'],
    ['content', '具体内容'],
    ['amount', style.hasProgress ? '安排金额（万元）' : '金额（万元）'],
    ['down', '已下达（万元）'],
    ['spent', '已支出（万元）'],
    ['rate', '执行率（%）'],
    ['balance', '结余（万元）'],
  ];
  header(draft, leaf, top, 'funds', style.hasProgress ? heads : heads.slice(0, 4));
  const count = yichunPlan.funds.length;
  const first = top + (style.isTotalOnTop ? 2 : 1);
  const totalRow = style.isTotalOnTop ? top + 1 : first + count;
  const derived = (row: number, role: Role, of: string): void => {
    if (!style.hasProgress) return;
    const at = (column: number): Spot => ({ leaf, row, column });
    const rate = draft.write(leaf, row, 6, null, tagOf('funds', 'rate', role, of));
    draft.compute(rate, `=ROUND(F${row + 1}/D${row + 1}*100,1)`, () => draft.ratio(at(5), at(3), 100, 1));
    const balance = draft.write(leaf, row, 7, null, tagOf('funds', 'balance', role, of));
    draft.compute(balance, `=D${row + 1}-F${row + 1}`, () => draft.both(at(3), at(5), (a, b) => round(a - b)));
  };
  yichunPlan.funds.forEach(({ id, name, content, sequence }, i) => {
    const row = first + i;
    const [amount = 0, down = 0, spent = 0] = figures.funds.get(id) ?? [];
    const values = { sequence, name, content, amount, down, spent };
    Object.entries(values)
      .slice(0, style.hasProgress ? 6 : 4)
      .forEach(([field, value], column) => draft.write(leaf, row, column, value, tagOf('funds', field, 'detail', id)));
    derived(row, 'detail', id);
  });
  draft.write(leaf, totalRow, 1, '合计', tagOf('funds', 'name', 'total', ''));
  ['amount', 'down', 'spent'].slice(0, style.hasProgress ? 3 : 1).forEach((field, i) => {
    const refs = yichunPlan.funds.map((_, n) => ({ leaf, row: first + n, column: 3 + i }));
    const tag = tagOf('funds', field, 'total', '');
    draft.sum({ leaf, row: totalRow, column: 3 + i }, refs, style.isTyped ? 'typed' : 'range', tag);
  });
  derived(totalRow, 'total', '');
  return first + count + (style.isTotalOnTop ? 0 : 1);
}

/** The responsibilities, the first headings merged down. */
export function drawMeasures(
  draft: Draft,
  leaf: string,
  top: number,
  figures: OtherFigures,
  separator: string,
): number {
  header(draft, leaf, top, 'measures', [
    ['sequence', '序号'],
    ['heading', '一级标题'],
    ['text', '工作举措'],
    ['departments', '责任部门'],
    ['progress', '本期进展'],
    ['state', '完成情况'],
  ]);
  let start = top + 1;
  yichunPlan.measures.forEach(({ id, sequence, heading, title, text, departments }, i) => {
    const row = top + 1 + i;
    const isFirst = yichunPlan.measures[i - 1]?.heading !== heading;
    if (isFirst) start = row;
    if (yichunPlan.measures[i + 1]?.heading !== heading) draft.merge(leaf, start, 1, row, 1);
    const [state = '', progress = ''] = figures.measures.get(id) ?? [];
    const named = departments.includes('市教体局') || departments.length > 0 ? departments : ['市教体局'];
    const values = {
      sequence,
      heading: isFirst ? heading : null,
      text: `${sequence}.${title}。${text}`,
      departments: named.join(separator),
      progress,
      state,
    };
    Object.entries(values).forEach(([field, value], column) => {
      const tag = field === 'heading' && !isFirst ? undefined : tagOf('measures', field, 'detail', id);
      draft.write(leaf, row, column, value, tag);
    });
  });
  return top + 1 + yichunPlan.measures.length;
}
