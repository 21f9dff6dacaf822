import { foldName } from '../../plan';
import type { FieldId } from '../../recognize';
import { cellPlace } from '../places';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import { shortened } from '../wording';

/** 部门重复: a department that one cell names twice. */
export const departmentTwice = defineRule({
  ids: ['D06'],
  name: 'department-twice',
  level: 'warning',
  group: 'duplicate',
  stage: 'row',
  tables: ['responsibilities', 'funds', 'indicators'],
  title: '同一格里部门写了两遍',
  protects: '一个部门写两遍，多半是另一个部门被写错、漏掉了。',
  fixable: 'choice',
  source: '同一格的内容',
  whenToExplain: '',
  messages: {
    twice: (d: { name: string; field: string; department: string }) =>
      `“${d.name}”的${d.field}里“${d.department}”写了两遍。`,
  },
  advice: { twice: '多写的删去；本来是另一部门的，改为那个部门。' },
  *check(context, report) {
    for (const view of context.tables) {
      for (const field of FIELDS) {
        const column = view.column(field);
        if (!column) continue;
        for (const row of view.table.dataRows) {
          const raw = view.raw(row, field);
          const twice = typeof raw === 'string' ? namedTwice(raw) : null;
          if (twice === null) continue;
          yield report(
            'twice',
            { name: shortened(view.name(row)), field: view.title(field), department: twice.department },
            cellPlace(view, row, field),
            {
              found: String(raw),
              expected: twice.rest,
              repair: () => chooseValue(view, row, column.column, [twice.rest], '删去多写的部门'),
            },
          );
        }
      }
    }
  },
});

const FIELDS: readonly FieldId[] = ['departments', 'responsibleUnit', 'usingUnit'];

interface Twice {
  readonly department: string;
  /** The text without what is written a second time and the sign before it. */
  readonly rest: string;
}

/** `null` where all names differ. 牵头：甲局；配合：甲局 are two roles and no slip. */
function namedTwice(text: string): Twice | null {
  const signs = [...text.matchAll(/[\r\n\t、，,;；/|]+/gu)];
  if (signs.length === 0) return null;
  const seen = new Set<string>();
  for (let i = 0; i <= signs.length; i++) {
    const sign = signs[i - 1];
    const start = sign ? sign.index + sign[0].length : 0;
    const end = signs[i]?.index ?? text.length;
    const name = text.slice(start, end).trim();
    // 配合：… begins another role, which one of those above may have as well.
    if (/[:：]/u.test(name)) seen.clear();
    const folded = foldName(name);
    if (folded.length >= 2 && seen.has(folded))
      return { department: name, rest: `${text.slice(0, sign?.index ?? 0)}${text.slice(end)}` };
    seen.add(folded);
  }
  return null;
}
