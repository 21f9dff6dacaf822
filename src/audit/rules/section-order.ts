import type { Section } from '../../recognize';
import { cellsInRow } from '../leaning';
import { labelPlace } from '../places';
import { defineRule, MEMBERSHIP, type ReportDetails, type ReportPlace } from '../rule';
import type { PlanIndex } from '../views/plan-index';
import type { TableView } from '../views/table-view';

/** 学段标题: headings out of the plan's order, twice, or unknown. Stages without schools of the unit may be absent. */
export const sectionOrder = defineRule({
  ids: ['S09'],
  name: 'section-order',
  level: 'warning',
  group: 'structure',
  stage: 'structure',
  tables: ['schools'],
  title: '学段标题缺失、重复或错序',
  protects: '标题错位，学校就计到别的学段去了。',
  fixable: 'none',
  source: '附件2的学段次序：一、高中阶段至六、特殊教育学校',
  whenToExplain: '本单位没有该学段学校的，无需说明。',
  messages: {
    order: (d: { heading: string; after: string }) => `学段“${d.heading}”排在“${d.after}”之后，次序与附件2不一致。`,
    twice: (d: { heading: string; first: string }) => `学段“${d.heading}”与${d.first}重复。`,
    unknown: (d: { heading: string }) => `标题“${d.heading}”不是附件2的学段。`,
    first: (d: { expected: string; school: string }) =>
      `“${d.school}”起属于${d.expected}，上面没有“${d.expected}”标题，其余各段都有。`,
    lost: (d: { expected: string; school: string; section: string }) =>
      `“${d.school}”起属于${d.expected}，却排在“${d.section}”下，疑似缺少“${d.expected}”标题。`,
  },
  advice: {
    order: '按附件2的次序排列。',
    twice: '合并为一段。',
    unknown: '改为附件2的学段名称。',
    first: '补上学段标题行。',
    lost: '补上学段标题行。',
  },
  *check(context, report) {
    const order = context.plan.stages.map((stage) => stage.id);
    const nameOf = (id: string | null): string => context.plan.stages.find((stage) => stage.id === id)?.heading ?? '';
    for (const view of context.tablesOf('schools')) {
      if (view.table.sectionStyle !== 'headingRows') continue;
      let last: Section | null = null;
      const seen = new Map<string, Section>();
      for (const section of view.table.sections) {
        const row = section.headingRow;
        if (row === null) continue;
        const place = labelPlace(view, row);
        if (section.stage === null) {
          // A table grouped by builders names no stages.
          if (section.label !== '' && section.builder === null)
            yield report('unknown', { heading: section.label }, place, {
              found: section.label,
              causes: {
                reaches: { sheet: view.sheet.name, rows: [row, ...rowsAround(view, section)], columns: [MEMBERSHIP] },
              },
            });
          continue;
        }
        const first = seen.get(section.stage);
        if (first) {
          yield report('twice', { heading: section.label, first: view.lineNames([first.headingRow ?? 0]) }, place, {
            level: 'error',
            found: section.label,
            ...afterHeading(view, row),
          });
          continue;
        }
        seen.set(section.stage, section);
        if (last?.stage && order.indexOf(section.stage) < order.indexOf(last.stage))
          yield report('order', { heading: section.label, after: last.label }, place, {
            level: 'warning',
            found: section.label,
            ...afterHeading(view, row),
          });
        else last = section;
      }
      const first = firstWithout(context.index, view, seen);
      if (first)
        yield report(
          'first',
          { expected: nameOf(first.stage), school: view.name(first.row) },
          headingPlace(view, first.row),
          { level: 'error', found: '', expected: nameOf(first.stage) },
        );
      for (const section of view.table.sections) {
        const lost = lostHeading(context.index, view, section, seen);
        if (!lost) continue;
        yield report(
          'lost',
          { expected: nameOf(lost.stage), school: view.name(lost.row), section: section.label },
          headingPlace(view, lost.row),
          {
            level: 'error',
            found: section.label,
            expected: nameOf(lost.stage),
            causes: { reaches: { sheet: view.sheet.name, rows: rowsWithin(section), columns: null } },
          },
        );
      }
    }
  },
});

/** The row left blank, or with a 小计 alone, above the first of the schools; where there is none, the school's own. */
function headingPlace(view: TableView, row: number): ReportPlace {
  const { top, left } = view.table.area;
  const place = labelPlace(view, row);
  for (let above = row - 1; above > Math.max(top, row - 3); above--)
    if (view.table.roles[above - top] === 'blank')
      return { ...place, area: { top: above, bottom: above, left, right: Math.max(left, place.area?.right ?? left) } };
  return place;
}

/** The first school of the rows above all headings, where two other stages at least have theirs. */
function firstWithout(
  index: PlanIndex,
  view: TableView,
  seen: ReadonlyMap<string, Section>,
): { readonly row: number; readonly stage: string } | null {
  const [first, ...others] = view.table.sections;
  const [row] = first?.rows ?? [];
  if (!first || row === undefined || first.headingRow !== null || first.builder !== null) return null;
  if (seen.size < LEAST_HEADINGS || others.some(({ headingRow }) => headingRow === null)) return null;
  const stages = new Set(first.rows.map((each) => index.school(view.name(each), null).school?.stage));
  const [stage] = stages;
  return stages.size === 1 && stage !== undefined && !seen.has(stage) ? { row, stage } : null;
}

/** So many headings show that each part should have one. */
const LEAST_HEADINGS = 2;

/** The first of two or more schools of a stage that has no heading of its own here. */
function lostHeading(
  index: PlanIndex,
  view: TableView,
  section: Section,
  seen: ReadonlyMap<string, Section>,
): { readonly row: number; readonly stage: string } | null {
  if (section.stage === null) return null;
  const strays = new Map<string, number[]>();
  let fitting = 0;
  for (const row of section.rows) {
    const stage = index.school(view.name(row), null).school?.stage;
    if (stage === section.stage) fitting++;
    else if (stage !== undefined && !seen.has(stage)) strays.set(stage, [...(strays.get(stage) ?? []), row]);
  }
  // Where none fits, the heading itself is wrong: another rule says so.
  if (fitting === 0) return null;
  for (const [stage, rows] of strays) {
    const first = rows[0];
    if (first !== undefined && (rows.length >= 2 || section.rows.at(-1) === first)) return { row: first, stage };
  }
  return null;
}

/** Out of order because the heading itself is wrong: then that is the fault. */
function afterHeading(view: TableView, row: number): Pick<ReportDetails, 'stage' | 'leansOn'> {
  return {
    stage: 'row',
    leansOn: [cellsInRow(view.sheet, row, [MEMBERSHIP])],
  };
}

/** All rows from the section's first to its last: the subtotal of the part that lost its heading stands among them. */
function rowsWithin({ rows }: Section): readonly number[] {
  const [first = 0] = rows;
  return Array.from({ length: (rows.at(-1) ?? first) - first + 1 }, (_, i) => first + i);
}

/** The section's rows and those of a part that its subtotal opened because the heading was not understood. */
function rowsAround(view: TableView, section: Section): readonly number[] {
  const { sections } = view.table;
  const next = sections[sections.indexOf(section) + 1];
  const opened = next && next.rows.length === 0 && next.headingRow !== null ? [next.headingRow] : [];
  return [...section.rows, section.subtotalRow ?? -1, ...opened];
}
