import { isAtMostOneLetterApart } from '../../plan';
import { cellPlace } from '../places';
import { isListed, PROGRESS_WORDS, progressOf, progressRank } from '../progress';
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
  messages: {
    unknown: (d: { school: string; value: string }) => `${d.school}的项目状态“${d.value}”不在清单。`,
    typo: (d: { school: string; value: string; meant: string }) =>
      `${d.school}的项目状态“${d.value}”，疑为“${d.meant}”。`,
    several: (d: { school: string; value: string; first: string; second: string }) =>
      `${d.school}的项目状态“${d.value}”同时写了“${d.first}”和“${d.second}”，两者不能并存。`,
  },
  advice: {
    typo: '改为清单中的状态。',
    unknown: '从清单中选择，细节写在进展说明。',
    several: '只留一个状态；分期建设的写明各期。',
  },
  *check(context, report) {
    for (const view of context.tablesOf('schools')) {
      const column = view.column('status');
      if (!column) continue;
      const rows = view.table.dataRows.filter((row) => view.text(row, 'status') !== '');
      const listed = rows.filter((row) => isListed(view.text(row, 'status'))).length;
      const exact = rows.filter((row) => WORDS.includes(view.text(row, 'status'))).length;
      // A column of free text (形象进度 in sentences) follows no list.
      const level = listed * 2 < rows.length ? 'info' : 'error';
      for (const row of rows) {
        const value = view.text(row, 'status');
        if (WORDS.includes(value)) continue;
        const states = statesIn(value);
        if (states) {
          const [first, second] = states;
          yield report('several', { school: view.name(row), value, first, second }, cellPlace(view, row, 'status'), {
            found: value,
            causes: { blocks: true },
            repair: () => chooseValue(view, row, column.column, states, '只留一个状态'),
          });
          continue;
        }
        const meant = mistyped(value);
        if (meant !== null && exact * 10 >= (rows.length - 1) * 8) {
          yield report('typo', { school: view.name(row), value, meant }, cellPlace(view, row, 'status'), {
            level: 'warning',
            found: value,
            expected: meant,
            repair: () => chooseValue(view, row, column.column, [meant], '改为清单中的状态'),
          });
          continue;
        }
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

/** Words of the list that follow each other in the work may stand together: 主体封顶、装修施工. */
const NEIGHBOURS = 1;

const BETWEEN_STATES = /[、，,/／;；和及或]/u;

/** Two states of the list that a school cannot be in at once; `null` for one state, or several parts of a school. */
function statesIn(text: string): readonly [string, string] | null {
  if (!BETWEEN_STATES.test(text)) return null;
  const parts = text.split(BETWEEN_STATES).map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => isListed(part) && part.length <= 6)) return null;
  const [first = '', second = ''] = parts;
  const ranks = [first, second].map((part) => {
    const progress = progressOf(part);
    return progress === null ? NaN : progressRank(progress);
  });
  const apart = Math.abs((ranks[0] ?? NaN) - (ranks[1] ?? NaN));
  return apart > NEIGHBOURS ? [first, second] : null;
}

const WORDS: readonly string[] = Object.values(PROGRESS_WORDS);

/** The one word of the list that another of its length differs from in one character: 装修施公 for 装修施工. */
function mistyped(text: string): string | null {
  if (text.length < 3 || WORDS.includes(text)) return null;
  const near = WORDS.filter((word) => word.length === text.length && isAtMostOneLetterApart(word, text));
  const [word] = near;
  if (word === undefined || near.length > 1) return null;
  const other = [...text].find((character, i) => character !== [...word][i]) ?? '';
  return OF_STATES.test(other) ? null : word;
}

/** Characters of states themselves: 装修完工 and 待开工 are other states, not slips. */
const OF_STATES = /[未已待拟将可即在基全完竣停复续主体验收部分]/u;
