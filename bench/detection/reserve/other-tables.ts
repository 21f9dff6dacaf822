import { yichunPlan } from '../../../src/plan';
import { cellName } from '../../../src/workbook';
import type { Random } from '../random';
import type { Draft, Page, Ref } from './draft';
import type { Figures, Indicator } from './figures';
import { minusOf, plusOf, ratioOf, sumOf } from './formulas';
import { drawHead } from './table';

/** `field` → header word; fields are drawn in this order. */
export type Heads = readonly (readonly [field: string, head: string])[];

/** Indicators under each other. Fields: seq, name, unit, target, last, now, rate, gap, met, dept. */
export function indicatorTable(
  draft: Draft,
  page: Page,
  top: number,
  left: number,
  heads: Heads,
  indicators: readonly Indicator[],
  live = false,
): number {
  const id = draft.table();
  const first = drawHead(draft, page, top, left, columnsOf(heads), id);
  indicators.forEach((one, i) => {
    const at = (field: string): Ref => ({ page, row: first + i, column: left + heads.findIndex(([f]) => f === field) });
    for (const [field] of heads) {
      draft.mark(page, first + i, at(field).column, { row: 'indicator', field, key: one.id, table: id });
      if (live && field === 'gap') draft.setCalc(at(field), minusOf(at('target'), at('now'), page));
      else if (live && field === 'rate') draft.setCalc(at(field), ratioOf(at('now'), at('target'), true, page));
      else draft.set(at(field), indicatorValue(one, field, i + 1));
    }
  });
  return first + indicators.length;
}

/** The same lying on its side: indicators across, 目标 / 上年 / 本期 / 完成率 down. */
export function sidewaysIndicators(
  draft: Draft,
  page: Page,
  top: number,
  left: number,
  corner: string,
  rows: Heads,
  indicators: readonly Indicator[],
): number {
  const id = draft.table();
  page.put(top, left, corner);
  indicators.forEach((one, i) => {
    const suffix = one.unit === '%' ? '（%）' : `（${one.unit}）`;
    page.put(top, left + 1 + i, one.name + suffix);
    draft.mark(page, top, left + 1 + i, { row: 'indicator', field: 'name', key: one.id, table: id });
    rows.forEach(([field, word], r) => {
      page.put(top + 1 + r, left, word);
      page.put(top + 1 + r, left + 1 + i, indicatorValue(one, field, i + 1));
      draft.mark(page, top + 1 + r, left + 1 + i, { row: 'indicator', field, key: one.id, table: id });
    });
  });
  return top + 1 + rows.length;
}

function indicatorValue(one: Indicator, field: string, sequence: number): string | number {
  switch (field) {
    case 'seq':
      return sequence;
    case 'rate':
      return Math.round((one.now / one.target) * 1000 + 1e-9) / 10;
    case 'gap':
      return Math.round((one.target - one.now) * 100) / 100;
    case 'met':
      return one.now >= one.target ? '是' : '否';
    case 'dept':
      return '市教体局';
    case 'name':
      return one.name;
    case 'unit':
      return one.unit;
    default:
      return field === 'target' ? one.target : field === 'last' ? one.last : one.now;
  }
}

/** The funds. Fields: seq, name, content, amount, issued, spent, q1–q4, rate, balance, note. */
export function fundTable(
  draft: Draft,
  page: Page,
  top: number,
  left: number,
  heads: Heads,
  figures: Figures,
  form: { readonly total: 'top' | 'bottom'; readonly live: boolean; readonly label?: string },
): number {
  const id = draft.table();
  const first = drawHead(draft, page, top, left, columnsOf(heads), id) + (form.total === 'top' ? 1 : 0);
  const totalRow = form.total === 'top' ? first - 1 : first + figures.funds.length;
  const columnOf = (field: string): number => left + heads.findIndex(([f]) => f === field);
  const at = (row: number, field: string): Ref => ({ page, row, column: columnOf(field) });
  const worked = (row: number, field: string): boolean => {
    const quarters = ['q1', 'q2', 'q3', 'q4'].filter((q) => heads.some(([f]) => f === q)).map((q) => at(row, q));
    if (field === 'rate') draft.setCalc(at(row, field), ratioOf(at(row, 'spent'), at(row, 'amount'), true, page));
    else if (field === 'balance') draft.setCalc(at(row, field), minusOf(at(row, 'amount'), at(row, 'spent'), page));
    else if (field === 'spent' && quarters.length > 0) draft.setCalc(at(row, field), plusOf(quarters, page));
    else return false;
    if (!form.live) draft.set(at(row, field), draft.show(at(row, field)));
    return true;
  };
  figures.funds.forEach((fund, i) => {
    const row = first + i;
    const [q1, q2, q3, q4] = fund.quarters;
    const values = { ...fund, q1, q2, q3, q4, seq: i + 1, note: null, rate: null, balance: null };
    for (const [field] of heads) {
      draft.mark(page, row, columnOf(field), { row: 'fund', field, key: fund.id, table: id });
      const value = (values as Readonly<Record<string, unknown>>)[field];
      draft.set(at(row, field), typeof value === 'string' || typeof value === 'number' ? value : null);
    }
    for (const [field] of heads) worked(row, field);
  });
  page.put(totalRow, columnOf('name'), form.label ?? '合  计');
  draft.mark(page, totalRow, columnOf('name'), { row: 'fundTotal', field: 'label', key: '', table: id });
  for (const [field] of heads) {
    if (['seq', 'name', 'content', 'note'].includes(field)) continue;
    draft.mark(page, totalRow, columnOf(field), { row: 'fundTotal', field, key: '', table: id });
    if (field === 'rate') continue;
    const own = figures.funds.map((_, i) => at(first + i, field));
    draft.setCalc(at(totalRow, field), sumOf(own, page));
    if (!form.live) draft.set(at(totalRow, field), draft.show(at(totalRow, field)));
  }
  if (columnOf('rate') >= left) worked(totalRow, 'rate');
  return Math.max(totalRow + 1, first + figures.funds.length);
}

const STATES = ['未启动', '推进中', '已完成', '长期坚持'] as const;
const PROGRESS: Readonly<Record<(typeof STATES)[number], readonly string[]>> = {
  未启动: ['尚未启动，正在制定方案', '暂未启动，待经费下达'],
  推进中: ['已印发实施方案，正在逐校推进', '正在征求意见，已召开两次调度会'],
  已完成: ['已完成全部任务，资料已归档', '工作已完成并通过验收'],
  长期坚持: ['按月开展，持续推进', '已形成制度，长期坚持'],
};

/** The responsibilities. Fields: heading, seq, title, text, depts, state, progress, deadline. */
export function measureTable(
  draft: Draft,
  page: Page,
  top: number,
  left: number,
  heads: Heads,
  form: { readonly joint: string; readonly numbered: boolean; readonly random: Random },
): number {
  const id = draft.table();
  const first = drawHead(draft, page, top, left, columnsOf(heads), id);
  const columnOf = (field: string): number => left + heads.findIndex(([f]) => f === field);
  yichunPlan.measures.forEach((measure, i) => {
    const row = first + i;
    const state = form.random.pick(STATES);
    const departments = measure.departments.length > 0 ? measure.departments : ['市教体局'];
    const values: Readonly<Record<string, string | number>> = {
      heading: measure.heading,
      seq: measure.sequence,
      title: form.numbered ? `${measure.sequence}.${measure.title}。${measure.text}` : measure.title,
      text: measure.text,
      depts: departments.join(form.joint),
      state,
      progress: form.random.pick(PROGRESS[state]),
      deadline: state === '长期坚持' ? '长期坚持' : `2025年${form.random.pick([6, 9, 12])}月`,
    };
    for (const [field] of heads) {
      const isRepeat = field === 'heading' && yichunPlan.measures[i - 1]?.heading === measure.heading;
      if (!isRepeat) page.put(row, columnOf(field), values[field] ?? null);
      draft.mark(page, row, columnOf(field), { row: 'measure', field, key: measure.id, table: id });
    }
    const isLast = yichunPlan.measures[i + 1]?.heading !== measure.heading;
    const start = yichunPlan.measures.findIndex((one) => one.heading === measure.heading);
    if (isLast && columnOf('heading') >= left) page.merge(first + start, columnOf('heading'), row, columnOf('heading'));
  });
  return first + yichunPlan.measures.length;
}

export function columnsOf(heads: Heads): { field: string; head: readonly string[] }[] {
  return heads.map(([field, head]) => ({ field, head: head.split('/') }));
}

export interface SummaryRow {
  readonly key: string;
  /** Field → figure, or a figure worked out from other cells. */
  readonly cells: Readonly<Record<string, number | string | Parameters<Draft['setCalc']>[1]>>;
}

/** A small table of one row per stage, builder or state, with a total. */
export function summaryTable(
  draft: Draft,
  page: Page,
  top: number,
  left: number,
  heads: Heads,
  rows: readonly SummaryRow[],
  form: { readonly total: 'top' | 'bottom' | 'none'; readonly live: boolean; readonly label?: string },
): { readonly next: number; readonly at: (key: string, field: string) => Ref } {
  const id = draft.table();
  const start = drawHead(draft, page, top, left, columnsOf(heads), id);
  const first = start + (form.total === 'top' ? 1 : 0);
  const totalRow = form.total === 'top' ? start : first + rows.length;
  const columnOf = (field: string): number => left + heads.findIndex(([f]) => f === field);
  rows.forEach((one, i) => {
    for (const [field] of heads) {
      const at = { page, row: first + i, column: columnOf(field) };
      const value = field === 'seq' ? i + 1 : field === 'key' ? one.key : one.cells[field];
      if (value === undefined) throw new Error(`${cellName(at.row, at.column)}: no ${field}`);
      draft.mark(page, at.row, at.column, { row: 'summary', field, key: one.key, table: id });
      if (typeof value === 'object') draft.setCalc(at, value);
      else draft.set(at, value);
    }
  });
  if (form.total !== 'none') {
    page.put(totalRow, columnOf('key'), form.label ?? '合计');
    for (const [field] of heads) {
      if (field === 'key' || field === 'seq') continue;
      const at = { page, row: totalRow, column: columnOf(field) };
      draft.mark(page, totalRow, at.column, { row: 'summaryTotal', field, key: '', table: id });
      draft.setCalc(
        at,
        sumOf(
          rows.map((_, i) => ({ ...at, row: first + i })),
          page,
        ),
      );
      if (!form.live) draft.set(at, draft.show(at));
    }
  }
  return {
    next: first + rows.length + (form.total === 'bottom' ? 1 : 0),
    at: (key, field) => ({ page, row: first + rows.findIndex((one) => one.key === key), column: columnOf(field) }),
  };
}
