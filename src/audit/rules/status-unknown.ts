import { cellPlace } from '../places';
import { isListed, PROGRESS_WORDS } from '../progress';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';

/** 项目状态不在清单: words that say nothing about how far the building is. */
export const statusUnknown = defineRule({
  ids: ['V13'],
  name: 'status-unknown',
  level: 'error',
  group: 'value',
  stage: 'value',
  tables: ['schools'],
  title: '项目状态不在清单',
  protects: '状态词不统一，就数不出未开工、在建、已完工各有几所。',
  fixable: 'choice',
  source: '项目状态清单：未开工、前期、在建、主体封顶、装修施工、基本完工、已完工、投入使用',
  whenToExplain: '',
  messages: { unknown: (d: { school: string; value: string }) => `${d.school}的项目状态“${d.value}”不在清单。` },
  advice: { unknown: '从清单中选择，细节写在进展说明。' },
  *check(context, report) {
    for (const view of context.tablesOf('schools')) {
      const column = view.column('status');
      if (!column) continue;
      const rows = view.table.dataRows.filter((row) => view.text(row, 'status') !== '');
      const listed = rows.filter((row) => isListed(view.text(row, 'status'))).length;
      // A column of free text (形象进度 in sentences) follows no list.
      const level = listed * 2 < rows.length ? 'info' : 'error';
      for (const row of rows) {
        const value = view.text(row, 'status');
        if (isListed(value) || value.startsWith('#') || (value.length > 14 && level === 'info')) continue;
        yield report('unknown', { school: view.name(row), value }, cellPlace(view, row, 'status'), {
          level: value.length > 14 ? 'info' : level,
          found: value,
          merges: true,
          causes: { blocks: true },
          repair: () => chooseValue(view, row, column.column, Object.values(PROGRESS_WORDS), '从状态清单中选择'),
        });
      }
    }
  },
});
