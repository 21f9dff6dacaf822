import type { FieldId } from '../../recognize';
import { formulaAt } from '../../workbook';
import { rowCells } from '../leaning';
import { LIMITS } from '../limits';
import { cellPlace } from '../places';
import { clean, sameSum, shown } from '../precision';
import { putValue } from '../repairs';
import { agreesWithRate, rateOf } from '../rates';
import { defineRule, type LeansOn } from '../rule';
import { CELL } from '../views/number-column';
import type { TableView } from '../views/table-view';

/** 行内计算: one cell of a row against another of the same row. */
export const rowArithmetic = defineRule({
  ids: ['A08', 'A09', 'A11', 'A13', 'A14', 'A15'],
  name: 'row-arithmetic',
  level: 'error',
  group: 'arithmetic',
  stage: 'row',
  tables: ['schools', 'funds', 'indicators'],
  title: '同一行各数相互矛盾',
  protects: '完成数超过总数、比率算错，说明其中一个数有误。',
  fixable: 'auto',
  source: '同一行各列的关系',
  whenToExplain: '追加预算、超规划建设、比率口径另有规定等，写明依据。',
  messages: {
    exceeds: (d: { name: string; less: string; value: string; more: string; limit: string }) =>
      `${d.name}${d.less} ${d.value}，超过${d.more} ${d.limit}。`,
    rate: (d: { name: string; title: string; value: string; expected: string; done: string; planned: string }) =>
      `${d.name}${d.title} ${d.value}%，按${d.done}÷${d.planned}应为 ${d.expected}%。`,
    balance: (d: { name: string; value: string; expected: string; how: string }) =>
      `${d.name}结余 ${d.value}，按${d.how}应为 ${d.expected}。`,
    gap: (d: { name: string; value: string; expected: string }) =>
      `${d.name}与目标差距 ${d.value}，按目标减完成应为 ${d.expected}。`,
    classSize: (d: { name: string; value: string; expected: string }) =>
      `${d.name}班额 ${d.value}，按学位÷班数应为 ${d.expected}。`,
  },
  advice: {
    exceeds: '核对两个数；确有追加的写审核说明。',
    rate: '一键按两数重算。',
    balance: '一键按两数重算。',
    gap: '一键按两数重算。',
    classSize: '一键按两数重算。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      const rows = view.figureRows();
      for (const { id, less, more, level } of LIMITS) {
        const a = view.numbers(less);
        const b = view.numbers(more);
        if (!a || !b || (less === 'spent' && more === 'allocated' && !view.has('amount'))) continue;
        for (const row of rows) {
          const value = a.value(row);
          const limit = b.value(row);
          if (!(value > limit + 0.005)) continue;
          if (less === 'spent' && more === 'allocated' && value > (view.numbers('amount')?.value(row) ?? NaN)) continue;
          // What was done altogether says it of the row; a part of it is one mistake with it.
          if (less === 'investedBefore' && (view.numbers('invested')?.value(row) ?? NaN) > limit + 0.005) continue;
          const role = view.table.roles[row - view.table.area.top];
          const data = {
            name: rowName(view, row),
            less: a.title,
            value: shown(value / a.column.factor),
            more: b.title,
            limit: shown(limit / b.column.factor),
          };
          // Of a formula and a typed limit only the limit can be changed here.
          const place = isFormula(view, row, less) && !isFormula(view, row, more) ? more : less;
          yield report('exceeds', data, cellPlace(view, row, place), {
            id,
            level,
            found: data.value,
            expected: `不大于 ${data.limit}`,
            leansOn: role === 'data' ? [rowCells(view, row, [less, more])] : [columnCells(view, [less, more])],
            causes: { blocks: true },
          });
        }
      }
      const rate = view.numbers('rate');
      const pair = rateOf(view);
      if (rate && pair) {
        const [done, planned] = [view.numbers(pair[0]), view.numbers(pair[1])];
        for (const row of rows) {
          if (!done || !planned || rate.status(row) === CELL.blank) continue;
          if (
            view.kind === 'indicators' &&
            context.index.indicator(view.name(row), view.text(row, 'unit') || null)?.comparison === 'text'
          )
            continue;
          const ratio = planned.value(row) > 0 ? (done.value(row) / planned.value(row)) * 100 : NaN;
          const value = rate.value(row);
          if (Number.isNaN(ratio) || Number.isNaN(value) || agreesWithRate(value, ratio, rate.step(row))) continue;
          // 0.93 for 93 % without a percent format: rate-scale says so. (0 is no share of anything, 1 only of all.)
          const step = rate.step(row);
          if (agreesWithRate(value * 100, ratio, step < 1 ? step * 100 : 1)) continue;
          const expected = shown(Math.round(ratio * 10) / 10);
          yield report(
            'rate',
            {
              name: rowName(view, row),
              title: (rate.column.header || rate.title).replace(/[（(][%％][）)]$/u, ''),
              value: shown(value),
              expected,
              done: done.title,
              planned: planned.title,
            },
            cellPlace(view, row, 'rate'),
            {
              id: 'A09',
              level: 'warning',
              found: shown(value),
              expected,
              leansOn: [rowCells(view, row, [pair[0], pair[1], 'rate'])],
              repair: () =>
                formulaAt(view.sheet, row, rate.column.column) === null
                  ? putValue(view, row, rate.column.column, typedRate(view, row, ratio), '按两数重算')
                  : null,
            },
          );
        }
      }
      for (const found of differences(view)) {
        const { message, row, field, value, expected, how, from } = found;
        const data = { name: rowName(view, row), value: shown(value), expected: shown(expected), how };
        yield report(message, data, cellPlace(view, row, field), {
          id: message === 'balance' ? 'A13' : message === 'gap' ? 'A14' : 'A15',
          level: message === 'balance' ? 'error' : 'warning',
          found: data.value,
          expected: data.expected,
          leansOn: [rowCells(view, row, [...from, field])],
          causes: message === 'balance' ? { corrected: [expected] } : {},
          repair: () => putValue(view, row, view.column(field)?.column ?? -1, Number(data.expected), '按两数重算'),
        });
      }
    }
  },
});

/** Below it a difference is none. */
const DUST = 1e-6;

interface Difference {
  readonly message: 'balance' | 'gap' | 'classSize';
  readonly row: number;
  readonly field: FieldId;
  readonly value: number;
  readonly expected: number;
  readonly how: string;
  readonly from: readonly FieldId[];
}

function* differences(view: TableView): Generator<Difference> {
  const rows = view.figureRows();
  const balance = view.numbers('balance');
  const spent = view.numbers('spent');
  const bases = (['amount', 'allocated'] as const).flatMap((field) => {
    const numbers = view.numbers(field);
    return numbers ? [numbers] : [];
  });
  if (balance && spent && bases.length > 0) {
    const off = (base: (typeof bases)[number]): number[] =>
      rows.filter(
        (row) =>
          !sameSum(balance.value(row), base.value(row) - spent.value(row)) &&
          !Number.isNaN(balance.value(row) + base.value(row) + spent.value(row)),
      );
    // 结余 may be counted from what was planned or from what was allocated; the way that fits more rows is meant.
    const [base] = [...bases].sort((a, b) => off(a).length - off(b).length);
    if (base) {
      for (const row of off(base)) {
        yield {
          message: 'balance',
          row,
          field: 'balance',
          value: balance.value(row),
          expected: clean(base.value(row) - spent.value(row)),
          how: `${base.title}减${spent.title}`,
          from: [base.column.field, 'spent'],
        };
      }
    }
  }
  const gap = view.numbers('gap');
  const target = view.numbers('target');
  const actual = view.numbers('actual');
  if (gap && target && actual) {
    const due = (row: number): number => clean(target.value(row) - actual.value(row));
    // Some write what is still lacking, others how far it is from the target; a table keeps to one of them.
    const lacking = rows.filter((row) => due(row) > DUST && Math.abs(gap.value(row)) > DUST);
    const signs = lacking.reduce((sum, row) => sum + Math.sign(gap.value(row)), 0);
    const usual = lacking.length >= 3 && Math.abs(signs) * 3 >= lacking.length ? Math.sign(signs) : 0;
    for (const row of rows) {
      const expected = usual === -1 ? -due(row) : due(row);
      const value = gap.value(row);
      const isTurned = usual !== 0 && lacking.includes(row) && Math.sign(value) !== usual;
      if (Number.isNaN(expected + value)) continue;
      if (!isTurned && Math.abs(Math.abs(value) - Math.abs(expected)) <= 0.0051) continue;
      if (due(row) < 0 && value === 0) continue;
      // A share kept as 0.93 whose gap is told in points.
      const isShare = /%|百分/u.test(view.text(row, 'unit')) && Math.abs(target.value(row)) <= 1;
      if (isShare && !isTurned && Math.abs(Math.abs(value) - Math.abs(expected) * 100) <= 0.051) continue;
      yield { message: 'gap', row, field: 'gap', value, expected, how: '目标减完成', from: ['target', 'actual'] };
    }
  }
  const size = view.numbers('classSize');
  const seats = view.numbers('plannedSeats');
  const classes = view.numbers('plannedClasses');
  if (size && seats && classes) {
    for (const row of rows) {
      const expected = seats.value(row) / classes.value(row);
      const value = size.value(row);
      if (
        !Number.isFinite(expected) ||
        Number.isNaN(value) ||
        Math.abs(value - expected) <= Math.max(size.step(row), 0.05)
      )
        continue;
      yield {
        message: 'classSize',
        row,
        field: 'classSize',
        value,
        expected: Math.round(expected * 100) / 100,
        how: '学位÷班数',
        from: ['plannedSeats', 'plannedClasses'],
      };
    }
  }
}

function columnCells(view: TableView, fields: readonly FieldId[]): LeansOn {
  return { sheet: view.sheet.name, columns: fields.map((field) => view.column(field)?.column ?? -1), has: () => true };
}

function rowName(view: TableView, row: number): string {
  const role = view.table.roles[row - view.table.area.top];
  return role === 'subtotal' ? '小计' : role === 'total' ? '合计' : `“${view.name(row)}”`;
}

/** In the way the cell writes rates: 0.93 under a percent format, else 93. */
function typedRate(view: TableView, row: number, ratio: number): number {
  const numbers = view.numbers('rate');
  const raw = view.raw(row, 'rate');
  const isFraction =
    numbers !== null && typeof raw === 'number' && raw !== 0 && Math.abs(numbers.value(row) / raw - 100) < 1e-6;
  return isFraction ? Math.round(ratio * 10) / 1000 : Math.round(ratio * 10) / 10;
}

function isFormula(view: TableView, row: number, field: FieldId): boolean {
  const column = view.column(field)?.column;
  return column !== undefined && formulaAt(view.sheet, row, column) !== null;
}
