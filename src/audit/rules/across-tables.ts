import { matched, matchIndicator, notesOf, type PlanIndicator } from '../../plan';
import { SCALE } from '../indicator-values';
import { cellsInRow } from '../leaning';
import { cellPlace } from '../places';
import { agree, shown } from '../precision';
import { defineRule } from '../rule';
import type { AuditContext } from '../context';
import type { TableView } from '../views/table-view';

/** 目标与附件2: seats and numbers of schools in the targets table against the list of schools. */
export const acrossTables = defineRule({
  ids: ['X01', 'X02', 'X03', 'P13'],
  name: 'across-tables',
  level: 'warning',
  group: 'crossTable',
  stage: 'cross',
  tables: ['indicators', 'schools'],
  title: '目标表与附件2不符',
  protects: '两张表说同一件事，数字应当一致。',
  fixable: 'none',
  source: '目标完成情况表与附件2',
  whenToExplain: '口径不同（如含改扩建）的，写明。',
  messages: {
    seats: (d: { name: string; found: string; unit: string; sum: string }) =>
      `“${d.name}”目标 ${d.found}${d.unit}，本工作簿附件2合计为 ${d.sum} 个。`,
    schools: (d: { name: string; found: string; count: number }) =>
      `“${d.name}”目标 ${d.found} 所，本工作簿附件2列有 ${d.count} 所。`,
    truncated: (d: { name: string; found: string; unit: string; sum: string }) =>
      `“${d.name}”目标 ${d.found}${d.unit}，附件2合计 ${d.sum} 个，是截尾所得（不是四舍五入）。`,
    planDiffers: (d: { name: string; found: string; unit: string; sum: string; note: string }) =>
      `“${d.name}”目标 ${d.found}${d.unit}，附件2为 ${d.sum}，方案本身有此差异：${d.note}`,
    formed: (d: { name: string; found: string; unit: string; sum: string }) =>
      `“${d.name}”本期完成 ${d.found}${d.unit}，附件2已形成学位合计为 ${d.sum} 个。`,
  },
  advice: {
    seats: '核对两张表。',
    schools: '核对两张表。',
    truncated: '无需改动。',
    planDiffers: '无需改动；引用时注明口径。',
    formed: '核对两张表，改正其中一个。',
  },
  *check(context, report) {
    const schools = context.tablesOf('schools');
    if (!context.isCityWide || schools.length === 0) return;
    for (const view of context.tablesOf('indicators')) {
      for (const row of view.table.dataRows) {
        const unit = view.text(row, 'unit');
        const indicator =
          context.index.indicator(view.name(row), unit || null) ??
          matched(matchIndicator(context.plan, view.name(row)));
        if (!indicator?.measures) continue;
        const name = view.name(row);
        const words = { name, unit: unit === '' ? indicator.unit : unit };
        const factor = SCALE[words.unit] ?? (/万/u.test(words.unit) ? 10_000 : 1);
        const target = view.numbers('target');
        const value = target?.value(row) ?? NaN;
        const id = indicator.measures.what === 'schools' ? 'X02' : indicator.measures.stage === null ? 'X01' : 'X03';
        const leansOn = [
          cellsInRow(view.sheet, row, [target?.column.column ?? -1, view.column('unit')?.column ?? -1]),
          ...schools.map(leansOnTable),
        ];
        const notes = notesOf(context.plan, indicator.notes).filter((note) => note.kind === 'contradiction');
        if (target && !Number.isNaN(value)) {
          const sum = countOf(context, schools, indicator);
          const found = shown(value);
          if (sum !== null) {
            const how = agree(
              value * factor,
              sum,
              indicator.measures.what === 'schools' ? 0 : target.step(row) * factor,
            );
            const place = cellPlace(view, row, 'target');
            const isPlans =
              indicator.target !== null &&
              Math.abs(value * factor - indicator.target * (indicator.unit === '万个' ? 10_000 : 1)) < 1e-6;
            const data = { ...words, found, sum: shown(sum) };
            if (how === 'truncated')
              yield report('truncated', data, place, {
                id,
                level: 'info',
                found,
                expected: data.sum,
                source: indicator.source,
              });
            else if (how === 'differs' && isPlans && notes[0])
              yield report('planDiffers', { ...data, note: notes.map((note) => note.text).join('') }, place, {
                id: 'P13',
                level: 'info',
                found,
                expected: data.sum,
                source: indicator.source,
              });
            else if (how === 'differs')
              yield indicator.measures.what === 'schools'
                ? report('schools', { name, found, count: sum }, place, {
                    id,
                    level: isPlans ? 'info' : 'warning',
                    found,
                    expected: String(sum),
                    leansOn,
                  })
                : report('seats', data, place, {
                    id,
                    level: isPlans ? 'info' : 'warning',
                    found,
                    expected: data.sum,
                    leansOn,
                  });
          }
        }
        const actual = view.numbers('actual');
        const done = actual?.value(row) ?? NaN;
        if (actual && !Number.isNaN(done) && indicator.measures.what === 'seats') {
          const sum = formedOf(context, schools, indicator);
          if (sum !== null && agree(done * factor, sum, actual.step(row) * factor) === 'differs')
            yield report('formed', { ...words, found: shown(done), sum: shown(sum) }, cellPlace(view, row, 'actual'), {
              id,
              found: shown(done),
              expected: shown(sum),
              leansOn: [cellsInRow(view.sheet, row, [actual.column.column])],
            });
        }
      }
    }
  },
});

function leansOnTable(view: TableView) {
  return {
    sheet: view.sheet.name,
    columns: view.table.columns.map((column) => column.column),
    has: () => true,
    explainedBy: () => false,
  };
}

function rowsOf(
  context: AuditContext,
  views: readonly TableView[],
  indicator: PlanIndicator,
): readonly { readonly view: TableView; readonly row: number }[] {
  const { stage = null, kind = null } = indicator.measures ?? {};
  return views.flatMap((view) =>
    view.table.dataRows.flatMap((row) => {
      const own = view.sectionOf(row)?.stage ?? null;
      const school = context.schoolAt(view, row);
      if (stage !== null && (own ?? school?.stage) !== stage) return [];
      if (
        kind !== null &&
        (school?.kind ?? (/职业|中职|职教/u.test(view.name(row)) ? 'vocational' : 'generalHigh')) !== kind
      )
        return [];
      return [{ view, row }];
    }),
  );
}

/** Schools or planned seats that the workbook lists; `null` where a seat is not filled. */
function countOf(context: AuditContext, views: readonly TableView[], indicator: PlanIndicator): number | null {
  const rows = rowsOf(context, views, indicator);
  if (rows.length === 0) return null;
  if (indicator.measures?.what === 'schools') return rows.length;
  if (indicator.measures?.what !== 'seats') return null;
  return sumOf(rows, 'plannedSeats', false);
}

function formedOf(context: AuditContext, views: readonly TableView[], indicator: PlanIndicator): number | null {
  const rows = rowsOf(context, views, indicator);
  return rows.length === 0 || !views.some((view) => view.has('formedSeats')) ? null : sumOf(rows, 'formedSeats', true);
}

function sumOf(
  rows: readonly { readonly view: TableView; readonly row: number }[],
  field: 'plannedSeats' | 'formedSeats',
  blankIsZero: boolean,
): number | null {
  let sum = 0;
  for (const { view, row } of rows) {
    const value = view.numbers(field)?.value(row) ?? NaN;
    if (!Number.isNaN(value)) sum += value;
    else if (!blankIsZero) return null;
  }
  return sum;
}
