import { nameMatches } from '../wording';
import { cellsInRow, rowCells } from '../leaning';
import { cellPlace, headerPlace } from '../places';
import { sameSum, shown } from '../precision';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import { slipBetween, slipWords } from '../slips';
import type { PlanFund } from '../../plan';
import { otherOfContent } from '../content-of-other';
import { CELL, type NumberColumn } from '../views/number-column';

/** 经费项目与金额: annex 3's items, amounts and total. */
export const planFunds = defineRule({
  ids: ['P09', 'D05'],
  name: 'plan-funds',
  level: 'error',
  group: 'plan',
  stage: 'plan',
  tables: ['funds'],
  title: '经费项目或金额不符',
  protects: '经费切块已定，项目和金额不能自行改动。',
  fixable: 'choice',
  source: '附件3',
  whenToExplain: '预算经批准调整的，写明文号。',
  messages: {
    content: (d: { name: string; other: string }) => `“${d.name}”的具体内容是方案里“${d.other}”的。`,
    amount: (d: { name: string; found: string; unit: string; planned: string; hint: string }) =>
      `“${d.name}”金额 ${d.found} ${d.unit}，方案为 ${d.planned} 万元${d.hint === '' ? '' : `，${d.hint}`}。`,
    name: (d: { name: string; near: string }) => `“${d.name}”不在附件3，疑为“${d.near}”。`,
    stranger: (d: { name: string }) => `“${d.name}”不在附件3的经费项目中。`,
    missing: (d: { name: string }) => `附件3的“${d.name}”没有列出。`,
    twice: (d: { name: string; first: string }) => `“${d.name}”与${d.first}重复。`,
    total: (d: { found: string; unit: string; planned: string }) =>
      `经费合计 ${d.found} ${d.unit}，方案为 ${d.planned} 万元。`,
  },
  advice: {
    content: '核对名称和内容是否错行。',
    amount: '按方案改正；已调整的写明文号。',
    name: '从候选项目中选择。',
    stranger: '核对项目名称。',
    missing: '补列该项目。',
    twice: '多列的删去；本来是另一项的，改正项目名称。',
    total: '核对各项金额和合计。',
  },
  *check(context, report) {
    for (const view of context.tablesOf('funds')) {
      const { index, plan } = context;
      const rows = view.table.dataRows;
      const matches = new Map(rows.map((row) => [row, index.fund(view.name(row))]));
      const known = [...matches.values()].filter((match) => match !== null).length;
      if (known === 0) continue;
      const entries = plan.funds.map(textOf);
      const entryOf = (fund: PlanFund): FundText => entries.find((each) => each.fund === fund) ?? textOf(fund);
      const entryAt = (fund: PlanFund | undefined): FundText | undefined => fund && entryOf(fund);
      const contentColumn = view.column('fundContent')?.column ?? null;
      const seen = new Map<PlanFund, number>();
      const amount = view.numbers('amount');
      const unit = amount?.column.unit ?? '万元';
      let strangers = 0;
      /** Rows without a name of their own: each may be one of the items that seem to be missing. */
      const open: number[] = [];
      for (const row of rows) {
        const name = view.name(row);
        if (name === '') {
          open.push(row);
          continue;
        }
        const match = matches.get(row) ?? null;
        const place = cellPlace(view, row, 'fundName');
        const column = view.column('fundName')?.column ?? -1;
        if (!match) {
          strangers++;
          yield report('stranger', { name }, place, { level: 'warning', found: name });
          continue;
        }
        const { fund } = match;
        const first = seen.get(fund);
        if (first !== undefined && (match.isExact || nameMatches(name, view.name(first)))) {
          yield report('twice', { name, first: view.lineNames([first]) }, place, {
            id: 'D05',
            found: name,
            source: '一项一行',
            causes: { blocks: true, reaches: { sheet: view.sheet.name, rows: [row], columns: null } },
          });
          open.push(row);
          continue;
        }
        seen.set(fund, seen.get(fund) ?? row);
        if (!match.isExact && !nameMatches(name, fund.name)) {
          yield report('name', { name, near: fund.name }, place, {
            found: name,
            expected: fund.name,
            source: fund.source,
            repair: () => chooseValue(view, row, column, [fund.name], '按附件3改正名称'),
          });
        }
        const told = otherOfContent(
          view,
          row,
          contentColumn === null ? [] : [contentColumn],
          entries,
          entryOf(fund),
          (each) => entryAt(matches.get(each)?.fund),
          ({ fund: { amount: planned } }) =>
            planned.value === null || !amount ? null : sameSum(amount.value(row), planned.value),
        );
        if (told !== null) {
          const other = told.other.fund;
          yield report(
            'content',
            { name, other: other.name },
            cellPlace(view, row, told.isContent ? 'fundContent' : 'fundName'),
            {
              level: 'warning',
              found: told.isContent ? told.text : name,
              expected: told.isContent ? fund.content : other.name,
              source: told.isContent ? fund.source : other.source,
              causes: { reaches: { sheet: view.sheet.name, rows: [row], columns: null } },
              repair: () =>
                told.isContent
                  ? chooseValue(view, row, told.column, [fund.content], '按名称改正内容')
                  : chooseValue(view, row, column, [other.name], '按内容改正名称'),
            },
          );
        }
        const planned = fund.amount.value;
        const value = amount?.value(row) ?? NaN;
        if (!amount || planned === null || Number.isNaN(value) || sameSum(value, planned)) continue;
        const found = shown(value / amount.column.factor);
        const slip = slipBetween(value, planned);
        const expected = shown(planned / amount.column.factor);
        yield report(
          'amount',
          { name, found, unit, planned: shown(planned), hint: slip ? slipWords(slip) : '' },
          cellPlace(view, row, 'amount'),
          {
            found,
            expected,
            source: fund.amount.source,
            causes: { corrected: [planned] },
            leansOn: [cellsInRow(view.sheet, row, [amount.column.column])],
            repair: () => chooseValue(view, row, amount.column.column, [Number(expected)], '按方案改正'),
          },
        );
      }
      const isWhole = known * 2 > plan.funds.length;
      if (!isWhole) continue;
      for (const fund of plan.funds) {
        // A name that was not understood stands for one that seems to be missing.
        if (seen.has(fund) || seen.size + strangers >= plan.funds.length) continue;
        const total = view.table.totalRow;
        const place =
          total === null ? headerPlace(view) : { ...cellPlace(view, total, 'amount'), area: view.rowArea(total) };
        yield report(
          'missing',
          { name: fund.name },
          { ...headerPlace(view), key: `${view.key}|missing|${fund.id}`, subject: fund.name, area: place.area },
          {
            level: 'warning',
            expected: fund.name,
            source: fund.source,
            causes: { reaches: { sheet: view.sheet.name, rows: rows, columns: null } },
            leansOn: open.splice(0, 1).map((row) => rowCells(view, row, ['fundName'])),
          },
        );
      }
      const { totalRow } = view.table;
      const expected = plan.fundTotal.value;
      const stated = totalRow === null ? NaN : (amount?.value(totalRow) ?? NaN);
      if (!amount || totalRow === null || expected === null || Number.isNaN(stated) || sameSum(stated, expected))
        continue;
      const blank = rows.filter((row) => Number.isNaN(amount.value(row)));
      const filled = rows.filter((row) => !blank.includes(row)).reduce((sum, row) => sum + amount.value(row), 0);
      // While items are still open, a total of those that are filled in is right as far as it goes.
      if (blank.length > 0 && sameSum(stated, filled)) continue;
      const found = shown(stated / amount.column.factor);
      yield report('total', { found, unit, planned: shown(expected) }, cellPlace(view, totalRow, 'amount'), {
        // A sum that leaves an item out is the fault; that it is not the plan's then only follows.
        stage: 'cross',
        found,
        expected: shown(expected / amount.column.factor),
        source: plan.fundTotal.source,
        causes: { corrected: [expected] },
        leansOn: [
          {
            sheet: view.sheet.name,
            columns: [amount.column.column],
            has: (row) => row === totalRow || rows.includes(row),
            explainedBy: (corrected) => explainsTotal(rows, amount, stated, expected, corrected),
          },
        ],
      });
    }
  },
});

interface FundText {
  readonly fund: PlanFund;
  readonly title: string;
  readonly text: string;
  readonly sequence: number;
}

const textOf = (fund: PlanFund): FundText => ({ fund, title: fund.name, text: fund.content, sequence: fund.sequence });

/** A row's right amount makes the total right as well. */
function explainsTotal(
  rows: readonly number[],
  amount: NumberColumn,
  stated: number,
  expected: number,
  corrected: (row: number, column: number) => number | undefined,
): boolean {
  let sum = stated;
  for (const row of rows) {
    const right = corrected(row, amount.column.column);
    if (right !== undefined) sum += right - (amount.status(row) === CELL.number ? amount.value(row) : 0);
  }
  return sameSum(sum, expected);
}
