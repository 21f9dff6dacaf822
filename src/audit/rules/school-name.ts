import { normalizeName, type PlanSchool } from '../../plan';
import { cellPlace } from '../places';
import { chooseValue } from '../repairs';
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
    renamed: (d: { name: string; official: string }) =>
      `“${d.name}”即方案的“${d.official}”，名称写法不同，已按同一所学校核对。`,
    noPlanTable: (d: { count: number }) => `本表学校大多不在附件2名单（共 ${d.count} 所），未逐一列出。`,
  },
  advice: {
    misspelt: '从候选名称中选择；是另一所学校的，说明依据。',
    stranger: '核对名称；方案外的学校请说明依据。',
    renamed: '无需改动；已定正式名称的可登记对照。',
    noPlanTable: '确认本表是否为方案的学校项目表。',
  },
  *check(context, report) {
    const { plan } = context;
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
      const unnamed = plan.schools.filter((school) => school.name === null).map((school) => school.stage);
      if (known < strangers && strangers >= 5 && known < 3) {
        const first = view.table.dataRows[0];
        if (first !== undefined)
          yield report('noPlanTable', { count: strangers }, cellPlace(view, first, 'schoolName'), {
            level: 'warning',
            found: view.name(first),
          });
        continue;
      }
      for (const row of view.table.dataRows) {
        const name = view.name(row);
        if (name === '' || name.startsWith('#')) continue;
        const stage = view.sectionOf(row)?.stage ?? null;
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
            repair: () => chooseValue(view, row, column.column, choices, '从附件2名单中选择'),
          });
        } else {
          // The stored copy lost some names, so a stranger in such a stage may well be one of them.
          const mayBeLost = unnamed.includes(stage ?? '') || stage === null;
          yield report('stranger', { name }, place, { level: mayBeLost ? 'warning' : 'error', found: name });
        }
      }
    }
  },
});
