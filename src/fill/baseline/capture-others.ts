import { clean } from '../../audit/precision';
import type { TableView } from '../../audit/views/table-view';
import {
  matched,
  matchFund,
  matchIndicator,
  matchMeasure,
  splitDepartments,
  type Plan,
  type PlanIndicator,
} from '../../plan';
import type { CellRef } from '../../workbook';
import { cellOf, figureOf, isPartialSum, type Place } from './cells';
import type { Ledger } from './ledger';

/** Annex 3: the amounts that the public text lost, and their sum. */
export function captureFunds(
  views: readonly TableView[],
  plan: Plan,
  ledger: Ledger,
): Pick<Plan, 'funds' | 'fundTotal'> {
  const tables = views.filter(({ kind }) => kind === 'funds');
  if (tables.length === 0) return { funds: plan.funds, fundTotal: plan.fundTotal };
  const places = placesBy(tables, (view, row) => matched(matchFund(plan, view.name(row)))?.id ?? null);
  const funds = plan.funds.map((fund) => {
    const place = places.get(fund.id);
    const captured = place ? figureOf(place, 'amount') : { value: null, at: null };
    return { ...fund, amount: ledger.settle(`${fund.id}.amount`, `${fund.name} 金额`, fund.amount, captured) };
  });
  const totals = tables.flatMap((view) => {
    const { totalRow, dataRows } = view.table;
    if (totalRow === null || isPartialSum({ view, row: totalRow }, dataRows, 'amount')) return [];
    return [figureOf({ view, row: totalRow }, 'amount')];
  });
  const [total] = totals;
  const fundTotal =
    total && total.value !== null ? ledger.settle('funds.total', '经费合计', plan.fundTotal, total) : plan.fundTotal;
  noteFundSum(funds, fundTotal, ledger);
  return { funds, fundTotal };
}

/** Lists a published total that the funds do not come to, once each has an amount. */
export function noteFundSum(funds: Plan['funds'], fundTotal: Plan['fundTotal'], ledger: Ledger): void {
  const sum = clean(funds.reduce((all, { amount }) => all + (amount.value ?? 0), 0));
  if (
    fundTotal.value !== null &&
    funds.every(({ amount }) => amount.value !== null) &&
    Math.abs(sum - fundTotal.value) > 0.005
  ) {
    const text = `经费合计：公开文本为 ${fundTotal.value} 万元，各项之和为 ${sum} 万元。`;
    ledger.note({
      id: 'funds.sum',
      kind: 'sum',
      what: '经费合计',
      published: String(fundTotal.value),
      captured: String(sum),
      text,
      at: null,
    });
  }
}

/** Annex 1: the departments of each measure. What the text shows must be among them. */
export function captureMeasures(views: readonly TableView[], plan: Plan, ledger: Ledger): Pick<Plan, 'measures'> {
  const tables = views.filter(({ kind }) => kind === 'responsibilities');
  const places = placesBy(tables, (view, row) => matched(matchMeasure(plan, view.name(row)))?.id ?? null);
  const measures = plan.measures.map((measure) => {
    const place = places.get(measure.id);
    const departments = place ? splitDepartments(plan, place.view.text(place.row, 'departments')) : [];
    if (!place || departments.length === 0) return measure;
    const lacking = measure.departments.filter((department) => !departments.includes(department));
    if (lacking.length > 0) {
      const id = `${measure.id}.departments`;
      const what = `第${measure.sequence}条 责任部门`;
      const text = `${what}：公开文本有${lacking.join('、')}，工作簿没有。`;
      const published = measure.departments.join('、');
      const captured = departments.join('、');
      const at = cellOf(place, 'departments');
      if (!ledger.note({ id, kind: 'published', what, published, captured, text, at })) return measure;
    }
    ledger.filled += departments.filter((department) => !measure.departments.includes(department)).length;
    return { ...measure, departments, departmentsShown: true };
  });
  return { measures };
}

/** Targets are never taken from a workbook; another one in it is told. */
export function compareTargets(views: readonly TableView[], plan: Plan, ledger: Ledger): void {
  for (const view of views.filter(({ kind }) => kind === 'indicators')) {
    for (const row of view.table.dataRows) {
      const indicator = matched(matchIndicator(plan, view.name(row), view.text(row, 'unit') || null));
      const { value, at } = figureOf({ view, row }, 'target');
      if (indicator) noteTarget(indicator, { value, at }, ledger);
    }
  }
}

/** Lists another target than the published one. */
export function noteTarget(
  indicator: PlanIndicator,
  { value, at }: { readonly value: number | null; readonly at: CellRef | null },
  ledger: Ledger,
): void {
  if (indicator.target === null || value === null || Math.abs(value - indicator.target) < 1e-9) return;
  const what = `${indicator.name} 目标值`;
  const text = `${what}：公开文本为 ${indicator.target}${indicator.unit}，${ledger.where}为 ${value}，登记时不改目标值。`;
  const [published, captured] = [String(indicator.target), String(value)];
  ledger.note({ id: `${indicator.id}.target`, kind: 'published', what, published, captured, text, at });
}

function placesBy(
  tables: readonly TableView[],
  idOf: (view: TableView, row: number) => string | null,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const view of tables) {
    for (const row of view.table.dataRows) {
      const id = idOf(view, row);
      if (id !== null && !places.has(id)) places.set(id, { view, row });
    }
  }
  return places;
}
