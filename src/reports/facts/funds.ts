import { matched, matchFund, type Plan, type PlanFund } from '../../plan';
import type { Recognition, RecognizedTable } from '../../recognize';
import { NOTHING, takeNumber, takeText, type Taken } from './taken';

/** One row of the report on funds: a fund of the plan, a reported row, or both. */
export interface FundLine {
  /** The plan's fund; `null` for a reported item that the plan does not list. */
  readonly plan: PlanFund | null;
  readonly name: string;
  readonly content: string;
  readonly amount: Taken;
  readonly allocated: Taken;
  readonly spent: Taken;
  readonly usingUnit: Taken;
  readonly remark: Taken;
}

/** The plan's funds in their order with what was reported on each, then the reported items that the plan lacks. */
export function readFunds(recognition: Recognition, plan: Plan): readonly FundLine[] {
  const reported = recognition.tables
    .filter((table) => table.kind === 'funds')
    .flatMap((table) => table.dataRows.map((row) => ({ table, row, name: takeText(table, row, 'fundName') })))
    .filter(({ table, row, name }) => name.value !== null || hasFigure(table, row));
  const known = reported.map((entry) => ({ ...entry, fund: matched(matchFund(plan, String(entry.name.value ?? ''))) }));
  const ofPlan = plan.funds.flatMap((fund) => {
    const all = known.filter((entry) => entry.fund === fund);
    // Of several units, those that say nothing on a fund need no line of their own.
    const telling = all.filter(({ table, row }) => hasFigure(table, row));
    const rows = telling.length > 0 ? telling : all.slice(0, 1);
    return rows.length === 0 ? [silent(fund)] : rows.map(({ table, row }) => line(fund, table, row));
  });
  const extra = known.filter(({ fund }) => fund === null).map(({ table, row }) => line(null, table, row));
  return [...ofPlan, ...extra];
}

function hasFigure(table: RecognizedTable, row: number): boolean {
  return (['amount', 'allocated', 'spent'] as const).some((field) => takeNumber(table, row, field).value !== null);
}

function silent(fund: PlanFund): FundLine {
  const { name, content } = fund;
  return {
    plan: fund,
    name,
    content,
    amount: NOTHING,
    allocated: NOTHING,
    spent: NOTHING,
    usingUnit: NOTHING,
    remark: NOTHING,
  };
}

function line(fund: PlanFund | null, table: RecognizedTable, row: number): FundLine {
  return {
    plan: fund,
    name: String(takeText(table, row, 'fundName').value ?? fund?.name ?? ''),
    content: String(takeText(table, row, 'fundContent').value ?? fund?.content ?? ''),
    amount: takeNumber(table, row, 'amount'),
    allocated: takeNumber(table, row, 'allocated'),
    spent: takeNumber(table, row, 'spent'),
    usingUnit: takeText(table, row, 'usingUnit'),
    remark: takeText(table, row, 'remark'),
  };
}
