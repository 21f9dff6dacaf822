import { normalizeName, type PlanSchool, type StageId } from '../../plan';
import { stageMatcher } from '../../recognize';
import { cellPlace } from '../places';
import { chooseValue } from '../repairs';
import { confirmAlias } from '../aliases';
import type { AuditContext } from '../context';
import type { Fix } from '../finding';
import type { TableView } from '../views/table-view';
import { defineRule } from '../rule';

/** 学校名称: not in annex 2, or under another name than the plan's. */
export const schoolName = defineRule({
  ids: ['P01', 'C06'],
  name: 'school-name',
  level: 'error',
  group: 'plan',
  stage: 'plan',
  tables: ['schools'],
  title: '学校不在附件2',
  protects: '名称对不上，学校就进不了汇总，也无法与方案核对。',
  fixable: 'choice',
  source: '附件2 · 学校名称列',
  whenToExplain: '学校已定正式名称、或经批准新增的，写明批文。',
  messages: {
    misspelt: (d: { name: string; near: string }) => `“${d.name}”不在附件2名单，疑为“${d.near}”。`,
    stranger: (d: { name: string }) => `“${d.name}”不在附件2名单，也没有相近的名称。`,
    lost: (d: { name: string; stage: string }) =>
      `“${d.name}”不在公开的方案文本中；${d.stage}有校名在公开文本中未显示，可能就是这一所，无从核对。`,
    renamed: (d: { name: string; official: string }) =>
      `“${d.name}”即方案的“${d.official}”，名称写法不同，已按同一所学校核对。`,
    noPlanTable: (d: { count: number }) => `本表学校大多不在附件2名单（共 ${d.count} 所），未逐一列出。`,
  },
  advice: {
    misspelt: '从候选名称中选择；名称本来就这样的，登记为同一所学校；是另一所学校的，说明依据。',
    stranger: '核对名称；已更名或已定正式名称的，登记为附件2中的学校；方案外的学校请说明依据。',
    lost: '对照方案原件核对校名。',
    renamed: '无需改动；已定正式名称的可登记对照。',
    noPlanTable: '确认本表是否为方案的学校项目表。',
  },
  *check(context, report) {
    const { plan } = context;
    const stageOf = stageMatcher(plan);
    const stageAt = (view: TableView, row: number): StageId | null =>
      view.sectionOf(row)?.stage ?? stageOf(view.text(row, 'stage'));
    for (const view of context.tablesOf('schools')) {
      const column = view.column('schoolName');
      if (!column) continue;
      const present = new Set<PlanSchool>();
      let known = 0;
      let strangers = 0;
      for (const row of view.table.dataRows) {
        const match = context.matchAt(view, row);
        if (match.school) {
          present.add(match.school);
          known++;
        } else strangers++;
      }
      if (strangers >= 5 && known < 3) {
        const first = view.table.dataRows[0];
        if (first !== undefined)
          yield report('noPlanTable', { count: strangers }, cellPlace(view, first, 'schoolName'), {
            level: 'warning',
            found: view.name(first),
          });
        continue;
      }
      const strangersOf = new Map<StageId, number>();
      for (const row of view.table.dataRows) {
        const stage = view.name(row) !== '' && !context.matchAt(view, row).school ? stageAt(view, row) : null;
        if (stage !== null) strangersOf.set(stage, (strangersOf.get(stage) ?? 0) + 1);
      }
      const unnamed = plan.schools.filter((school) => school.name === null).map((school) => school.stage);
      for (const row of view.table.dataRows) {
        const name = view.name(row);
        if (name === '' || name.startsWith('#')) continue;
        const stage = stageAt(view, row);
        const match = context.matchAt(view, row);
        if (match.school) {
          const official = match.school.name ?? '';
          if (match.how === 'alias' && normalizeName(name) !== normalizeName(official)) {
            yield report('renamed', { name, official }, cellPlace(view, row, 'schoolName'), {
              id: 'C06',
              level: 'info',
              found: name,
              expected: official,
              merges: true,
            });
          }
          continue;
        }
        const place = cellPlace(view, row, 'schoolName');
        // A candidate that the table has already under its right name is a neighbour, not the school meant.
        const free = match.candidates.filter((school) => !present.has(school));
        const near = free[0] ?? null;
        if (near?.name) {
          const choices = free.flatMap((school) => (school.name === null ? [] : [school.name]));
          yield report('misspelt', { name, near: near.name }, place, {
            found: name,
            expected: near.name,
            source: near.source,
            repair: () =>
              withAliases(context, name, free, chooseValue(view, row, column.column, choices, '从附件2名单中选择')),
          });
        } else {
          const lost = stage === null ? null : lostIn(context, present, stage, strangersOf.get(stage) ?? 0);
          if (lost !== null) {
            yield report('lost', { name, stage: lost }, place, { level: 'info', found: name, merges: true });
            continue;
          }
          // The stored copy lost some names, so a stranger in such a stage may well be one of them.
          const mayBeLost = unnamed.includes(stage ?? '') || stage === null;
          yield report('stranger', { name }, place, {
            level: mayBeLost ? 'warning' : 'error',
            found: name,
            repair: () => withAliases(context, name, absent(context, view, stage), null),
          });
        }
      }
    }
  },
});

/**
 * The stage's name where a school that nobody knows stands for one whose name the stored plan lost: all others of the
 * stage are there, and no more strangers than lost names.
 */
function lostIn(
  { plan }: AuditContext,
  present: ReadonlySet<PlanSchool>,
  stage: StageId,
  strangers: number,
): string | null {
  const own = plan.schools.filter((school) => school.stage === stage);
  const lost = own.filter((school) => school.name === null).length;
  if (lost === 0 || strangers > lost) return null;
  return own.every((school) => school.name === null || present.has(school))
    ? (plan.stages.find(({ id }) => id === stage)?.name ?? null)
    : null;
}

/** Schools offered at most; a longer list is no help in choosing. */
const MOST_OFFERED = 12;

/** Besides writing the plan's name into the cell: keeping the name in use as another name of the same school. */
function withAliases(
  context: AuditContext,
  name: string,
  schools: readonly PlanSchool[],
  written: Fix | null,
): Fix | null {
  const { parts } = context.workbook;
  const aliases = schools.slice(0, MOST_OFFERED).flatMap((school) =>
    school.name === null
      ? []
      : [
          {
            label: `登记为“${school.name}”`,
            edits: [
              {
                edit: confirmAlias(parts, name, school.id),
                before: null,
                reason: `登记名称：“${name}”就是附件2的“${school.name}”，表格不改动`,
              },
            ],
          },
        ],
  );
  const choices = [...(written?.kind === 'choice' ? written.choices : []), ...aliases];
  return choices.length === 0 ? null : { kind: 'choice', label: written?.label ?? '登记为附件2中的学校', choices };
}

/** Schools of a stage that the table does not have yet: one of them may go by a new name. */
function absent(context: AuditContext, view: TableView, stage: string | null): readonly PlanSchool[] {
  if (stage === null) return [];
  const present = new Set(view.table.dataRows.map((row) => context.schoolAt(view, row)));
  const { unit } = context;
  return context.plan.schools.filter(
    (school) =>
      school.stage === stage &&
      school.name !== null &&
      !present.has(school) &&
      (unit === null || unit.isCity || school.builder.value === null || school.builder.value === unit.name),
  );
}
