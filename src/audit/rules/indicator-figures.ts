import type { PlanIndicator } from '../../plan';
import type { AuditContext } from '../context';
import { percentValue, SCALE } from '../indicator-values';
import { cellPlace } from '../places';
import { clean, shown } from '../precision';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

type Field = 'previous' | 'actual';

/** Rows that grew, or stayed, which show that a column counts from the beginning. */
const LEAST_GROWN = 3;

/** 指标完成数: what was built is the sum of its stages, and never less than the year before. */
export const indicatorFigures = defineRule({
  ids: ['A19', 'C12'],
  name: 'indicator-figures',
  level: 'warning',
  group: 'arithmetic',
  stage: 'row',
  tables: ['indicators'],
  title: '指标完成数前后矛盾',
  protects: '总数与各学段对不上、累计数比上年还少，汇报时两个数会打架。',
  fixable: 'none',
  source: '同一列各学段之和；同一行上期完成',
  whenToExplain: '统计口径不同、上年数有核减的，写明原因。',
  messages: {
    parts: (d: { name: string; field: string; value: string; expected: string }) =>
      `“${d.name}”${d.field}为 ${d.value}，各学段之和为 ${d.expected}。`,
    rateFalls: (d: { name: string; value: string; before: string; earlier: string }) =>
      `“${d.name}”${d.value}%，低于${d.before} ${d.earlier}%。`,
    falls: (d: { name: string; value: string; before: string; earlier: string }) =>
      `“${d.name}”累计完成 ${d.value}，小于${d.before} ${d.earlier}。`,
  },
  advice: {
    rateFalls: '核对两期的数；确有下降的不必改。',
    parts: '核对总数和各学段的数，改正其中填错的。',
    falls: '核对两期的数；上期误报的写审核说明。',
  },
  *check(context, report) {
    for (const view of context.tablesOf('indicators')) {
      const rows = builtRows(context, view);
      for (const field of ['previous', 'actual'] as const) {
        const numbers = view.numbers(field);
        if (!numbers) continue;
        for (const [indicator, row] of rows) {
          const parts = partsOf(context, indicator).map((part) => ({ part, row: rows.get(part) ?? -1 }));
          if (parts.length === 0) continue;
          const value = figure(view, row, field, indicator);
          const figures = parts.map((one) => (one.row < 0 ? NaN : figure(view, one.row, field, one.part)));
          const sum = clean(figures.reduce((a, b) => a + b, 0));
          if (Number.isNaN(value + sum)) continue;
          const steps = [row, ...parts.map((one) => one.row)].map((each) => numbers.step(each) * 0.5);
          const printed = Math.max(0.005, Math.min(...steps)) * (parts.length + 1);
          const isCounted = indicator.unit === '所';
          // The plan's own targets do not add up either; so far apart what is reported may be.
          const own = Math.abs((indicator.target ?? 0) - parts.reduce((all, { part }) => all + (part.target ?? 0), 0));
          if (Math.abs(value - sum) <= clean(own + (isCounted ? 0 : printed))) continue;
          const scale = scaleOf(view, row, indicator);
          yield report(
            'parts',
            { name: view.name(row), field: numbers.title, value: shown(value / scale), expected: shown(sum / scale) },
            cellPlace(view, row, field),
            {
              id: 'A19',
              found: shown(value / scale),
              expected: shown(sum / scale),
              leansOn: [cells(view, [row, ...parts.map((one) => one.row)], [field])],
              causes: { blocks: true },
            },
          );
        }
      }
      yield* falls(view, rows);
      for (const row of view.table.dataRows) yield* rateFalls(view, row);
    }

    /** A rate may fall; that it did is worth a second look. */
    function* rateFalls(view: TableView, row: number) {
      const indicator = context.index.indicator(view.name(row), view.text(row, 'unit') || null);
      if (indicator?.unit !== '%') return;
      const before = percentValue(view, row, 'previous', indicator);
      const now = percentValue(view, row, 'actual', indicator);
      if (before === null || now === null || now >= before) return;
      const texts = { name: view.name(row), value: shown(now), before: view.title('previous'), earlier: shown(before) };
      yield report('rateFalls', texts, cellPlace(view, row, 'actual'), {
        id: 'C12',
        level: 'info',
        found: shown(now),
        leansOn: [cells(view, [row], ['previous', 'actual'])],
      });
    }

    function* falls(view: TableView, rows: ReadonlyMap<PlanIndicator, number>) {
      const both = [...rows].flatMap(([indicator, row]) => {
        const [before, now] = (['previous', 'actual'] as const).map((field) => figure(view, row, field, indicator));
        return before === undefined || now === undefined || Number.isNaN(before + now) ? [] : [{ row, before, now }];
      });
      const fallen = both.filter(({ before, now }) => now < before - 1e-9);
      const grown = both.filter(({ before, now }) => before > 0 && now >= before).length;
      if (grown < LEAST_GROWN || fallen.length * 5 > both.length) return;
      for (const { row, before, now } of fallen) {
        const title = view.title('previous');
        yield report(
          'falls',
          { name: view.name(row), value: shown(now), before: title, earlier: shown(before) },
          cellPlace(view, row, 'actual'),
          {
            id: 'C12',
            found: shown(now),
            expected: `不小于 ${shown(before)}`,
            leansOn: [cells(view, [row], ['previous', 'actual'])],
          },
        );
      }
    }
  },
});

/** The rows of what is built and counted, each at its first occurrence. */
function builtRows(context: AuditContext, view: TableView): ReadonlyMap<PlanIndicator, number> {
  const rows = new Map<PlanIndicator, number>();
  for (const row of view.table.dataRows) {
    const unit = view.text(row, 'unit');
    const indicator = context.index.indicator(view.name(row), unit === '' ? null : unit);
    if (indicator?.kind === 'construction' && !rows.has(indicator)) rows.set(indicator, row);
  }
  return rows;
}

/** The same thing by stage; none for what is no whole. */
function partsOf({ plan }: AuditContext, { measures }: PlanIndicator): readonly PlanIndicator[] {
  if (!measures || measures.stage !== null) return [];
  return plan.indicators.filter((one) => one.measures?.what === measures.what && one.measures.stage !== null);
}

/** In the indicator's own unit. */
function figure(view: TableView, row: number, field: Field, indicator: PlanIndicator): number {
  const value = percentValue(view, row, field, indicator);
  return value === null ? NaN : value * scaleOf(view, row, indicator);
}

/** 个 beside a figure that the plan counts in 万个. */
function scaleOf(view: TableView, row: number, indicator: PlanIndicator): number {
  return (SCALE[view.text(row, 'unit')] ?? SCALE[indicator.unit] ?? 1) / (SCALE[indicator.unit] ?? 1);
}

function cells(view: TableView, rows: readonly number[], fields: readonly Field[]) {
  const own = new Set(rows);
  return {
    sheet: view.sheet.name,
    columns: fields.map((field) => view.column(field)?.column ?? -1),
    rows,
    has: (row: number) => own.has(row),
  };
}
