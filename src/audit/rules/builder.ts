import type { PlanBuilder } from '../../plan';
import { unitMeant } from '../../recognize';
import type { AuditContext } from '../context';
import { cellPlace } from '../places';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** 建设主体: a word that is none of the plan's builders, or another builder than the plan names or the unit is. */
export const builder = defineRule({
  ids: ['V12', 'X04', 'P03'],
  name: 'builder',
  level: 'error',
  group: 'value',
  stage: 'plan',
  tables: ['schools'],
  title: '建设主体不在清单或不符',
  protects: '按建设主体汇总时，不认识的名称不会计入任何一个区。',
  fixable: 'choice',
  source: '附件2 · 建设主体列',
  whenToExplain: '建设主体经市里批准变更的，写明文号。',
  messages: {
    unknown: (d: { value: string; near: string }) =>
      `建设主体“${d.value}”不在清单${d.near === '' ? '' : `，疑为“${d.near}”`}。`,
    otherThanPlan: (d: { school: string; value: string; expected: string }) =>
      `${d.school}的建设主体为“${d.value}”，方案为“${d.expected}”。`,
    otherThanUnit: (d: { unit: string; value: string; school: string }) =>
      `填报单位为${d.unit}，${d.school}的建设主体却为“${d.value}”。`,
  },
  advice: {
    unknown: '从清单中选择。',
    otherThanPlan: '按方案改正；确有变更的报市里确认。',
    otherThanUnit: '只报本单位的学校；写错的改正。',
  },
  *check(context, report) {
    const { index, plan } = context;
    const ofForms = buildersOfForms(context);
    for (const view of context.tablesOf('schools')) {
      const column = view.column('builder');
      if (!column) continue;
      const names = plan.builders.map((each) => each.name);
      const unit = unitOfSheet(context, view);
      const counts =
        view.sheet.gathered && unit ? (ofForms.get(unit) ?? new Map<string, number>()) : buildersOf(context, view);
      const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
      for (const row of view.table.dataRows) {
        const value = view.text(row, 'builder');
        if (value === '' || /^[—–\-/\\#]/u.test(value)) continue;
        const found = index.builder(value);
        const school = context.matchAt(view, row).school;
        const planned = school?.builder.value ?? null;
        if (!found) {
          const near = planned !== null ? [planned] : index.nearBuilders(value).map((each) => each.name);
          const choices = [...new Set([...near, ...(unit ? [unit.name] : []), ...names])];
          // A column whose words are mostly unknown holds companies or offices, not the plan's builders.
          const level = known === 0 && view.table.dataRows.length >= 3 ? 'warning' : 'error';
          yield report('unknown', { value, near: near[0] ?? '' }, cellPlace(view, row, 'builder'), {
            level,
            found: value,
            expected: near[0] ?? '',
            merges: true,
            repair: () => chooseValue(view, row, column.column, choices, '从建设主体清单中选择'),
          });
        } else if (planned !== null && index.builder(planned)?.id !== found.id) {
          yield report(
            'otherThanPlan',
            { school: view.name(row), value, expected: planned },
            cellPlace(view, row, 'builder'),
            {
              id: 'P03',
              found: value,
              expected: planned,
              source: school?.builder.source ?? '附件2',
              repair: () => chooseValue(view, row, column.column, [planned], '按方案改正建设主体'),
            },
          );
        } else if (unit && found.id !== unit.id && (counts.get(unit.id) ?? 0) > known * shareOf(unit, view)) {
          yield report(
            'otherThanUnit',
            { unit: unit.name, value, school: view.name(row) },
            cellPlace(view, row, 'builder'),
            {
              id: 'X04',
              level: unit.isCity ? 'warning' : 'error',
              found: value,
              expected: unit.name,
              source: '填报单位与建设主体一致',
              repair: () => chooseValue(view, row, column.column, [unit.name], '改为填报单位'),
            },
          );
        }
      }
    }
  },
});

/** Who hands in the table: whom its own sheet states or is named after, else whoever hands in the workbook. */
function unitOfSheet({ unit, index, plan, recognition }: AuditContext, { sheet }: TableView): PlanBuilder | null {
  const line = recognition.formLines.find(
    ({ label, value, at }) => label === 'reportingUnit' && value !== '' && at.sheet === sheet.name,
  );
  const stated = line ? unitMeant(plan, line.value) : null;
  return (stated === null ? index.builder(sheet.name) : index.builder(stated)) ?? unit;
}

/** The city's own list holds schools that others build; a form that the city fills in is about its own school. */
function shareOf({ isCity }: PlanBuilder, { sheet }: TableView): number {
  if (!isCity) return 0.5;
  return sheet.gathered ? 0.7 : 0.8;
}

/** How often the table names each builder. */
function buildersOf({ index }: AuditContext, view: TableView, counts = new Map<string, number>()): Map<string, number> {
  for (const row of view.table.dataRows) {
    const found = index.builder(view.text(row, 'builder'));
    if (found) counts.set(found.id, (counts.get(found.id) ?? 0) + 1);
  }
  return counts;
}

/** The same over all forms of one school that a unit hands in. */
function buildersOfForms(context: AuditContext): ReadonlyMap<PlanBuilder, ReadonlyMap<string, number>> {
  const found = new Map<PlanBuilder, Map<string, number>>();
  for (const view of context.tablesOf('schools')) {
    const unit = view.sheet.gathered ? unitOfSheet(context, view) : null;
    if (unit) found.set(unit, buildersOf(context, view, found.get(unit)));
  }
  return found;
}
