import { fieldOf, type FieldId } from '../../recognize';
import { foldName } from '../../plan';
import { cellsInRow } from '../leaning';
import { cellPlace, headerPlace } from '../places';
import { shown } from '../precision';
import { progressOf, progressRank } from '../progress';
import { defineRule } from '../rule';
import type { AuditContext } from '../context';
import type { TableView } from '../views/table-view';

/** 跨期: the same unit's previous submission: cumulative figures never fall, building never goes back. */
export const acrossPeriods = defineRule({
  ids: ['C03', 'C04', 'C08', 'A10'],
  name: 'across-periods',
  level: 'error',
  group: 'consistency',
  stage: 'row',
  tables: ['schools', 'funds', 'indicators'],
  title: '与上期相比倒退或丢失',
  protects: '累计数变小、进度倒退，不是本期错就是上期错。',
  fixable: 'none',
  source: '本单位上期报表',
  whenToExplain: '上期误报、本期核减的，写明核减数和原因。',
  messages: {
    falls: (d: { name: string; field: string; found: string; before: string }) =>
      `${d.name}${d.field}累计 ${d.found}，小于上期 ${d.before}。`,
    back: (d: { name: string; found: string; before: string }) =>
      `${d.name}上期“${d.before}”，本期“${d.found}”，进度倒退。`,
    planChanged: (d: { name: string; field: string; found: string; before: string }) =>
      `${d.name}${d.field}上期为 ${d.before}，本期改为 ${d.found}。`,
    vanished: (d: { name: string }) => `上期报过的“${d.name}”本期没有了。`,
    previousDiffers: (d: { name: string; found: string; before: string }) =>
      `${d.name}“上期”填 ${d.found}，上期报表为 ${d.before}。`,
  },
  advice: {
    falls: '核对累计数；上期误报的先更正上期报表，或写审核说明。',
    back: '核对进度；上期误报的写审核说明。',
    planChanged: '规划数不应逐期变动，核对后改回或写明依据。',
    vanished: '补报；已销号的写审核说明。',
    previousDiffers: '与上期报表核对。',
  },
  *check(context, report) {
    if (!context.previous) return;
    const before = new Map<string, { readonly view: TableView; readonly row: number }>();
    for (const view of context.previous.tables)
      for (const row of view.table.dataRows) before.set(keyOf(context, view, row), { view, row });
    const seen = new Set<string>();
    for (const view of context.tables) {
      for (const row of view.table.dataRows) {
        const key = keyOf(context, view, row);
        seen.add(key);
        const old = before.get(key);
        if (!old) continue;
        const name = view.name(row);
        for (const column of view.numericColumns()) {
          const field = column.field;
          const isPlanned =
            field === 'plannedClasses' || field === 'plannedSeats' || field === 'plannedLand' || field === 'amount';
          if (!fieldOf(field).cumulative && !isPlanned && field !== 'actual') continue;
          const now = view.numbers(field)?.value(row) ?? NaN;
          const then = old.view.numbers(field)?.value(old.row) ?? NaN;
          if (Number.isNaN(now + then) || Math.abs(now - then) < 0.005) continue;
          const found = shown(now / column.factor);
          const last = shown(then / column.factor);
          const details = {
            found,
            expected: last,
            leansOn: [cellsInRow(view.sheet, row, [column.column])],
          };
          const data = { name, field: view.title(field), found, before: last };
          if (isPlanned)
            yield report('planChanged', data, cellPlace(view, row, field), { ...details, id: 'C04', level: 'warning' });
          else if (now < then)
            yield report('falls', data, cellPlace(view, row, field), {
              ...details,
              id: 'C04',
              level: isRate(context, view, row, field) ? 'warning' : 'error',
              expected: `不小于 ${last}`,
            });
        }
        // 上年完成 is what stood at the end of last year, not in last month's report.
        const isLastYears = /上年|去年|年初|年底|年末/u.test(view.column('previous')?.header ?? '');
        const previous = isLastYears ? NaN : (view.numbers('previous')?.value(row) ?? NaN);
        const reported = old.view.numbers('actual')?.value(old.row) ?? NaN;
        if (!Number.isNaN(previous + reported) && Math.abs(previous - reported) > 0.005)
          yield report(
            'previousDiffers',
            { name, found: shown(previous), before: shown(reported) },
            cellPlace(view, row, 'previous'),
            { id: 'A10', level: 'info', found: shown(previous), expected: shown(reported) },
          );
        const status = progressOf(view.text(row, 'status'));
        const was = progressOf(old.view.text(old.row, 'status'));
        if (status && was && progressRank(status) < progressRank(was))
          yield report(
            'back',
            { name, found: view.text(row, 'status'), before: old.view.text(old.row, 'status') },
            cellPlace(view, row, 'status'),
            {
              id: 'C03',
              level: 'warning',
              found: view.text(row, 'status'),
              expected: old.view.text(old.row, 'status'),
            },
          );
      }
    }
    for (const [key, { view: old, row }] of before) {
      if (seen.has(key) || old.name(row) === '') continue;
      const view = context.tables.find((each) => each.kind === old.kind);
      if (!view) continue;
      yield report(
        'vanished',
        { name: old.name(row) },
        { ...headerPlace(view), key: `${view.key}|vanished|${key}`, subject: old.name(row) },
        { id: 'C08', level: 'warning', expected: old.name(row) },
      );
    }
  },
});

function keyOf(context: AuditContext, view: TableView, row: number): string {
  const name = view.name(row);
  if (view.kind !== 'schools') return `${view.kind}|${foldName(name)}`;
  const school = context.index.school(name, view.sectionOf(row)?.stage ?? null).school;
  return `schools|${school?.id ?? foldName(name)}`;
}

/** A percentage may fall with the number of pupils; a count of what was built may not. */
function isRate(context: AuditContext, view: TableView, row: number, field: FieldId): boolean {
  return field === 'actual' && context.index.indicator(view.name(row), view.text(row, 'unit') || null)?.unit === '%';
}
