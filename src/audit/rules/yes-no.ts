import { squeezed, trimmed, valueAt } from '../../workbook';
import { areaPlace, cellPlace } from '../places';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';
import { yesOrNo } from '../yes-no';

/** Words that say more than yes or no, and are an answer all the same: 基本达到, 部分完成, 不适用. */
const OTHER_ANSWERS =
  /[是否有无未已]|不(?:适用|涉及|需|存在|符合)|达|完成|投用|投入|启用|基本|部分|适用|预计|[年月]|^[—\-–/／]+$/u;

/** 是否列: a cell that answers neither yes nor no where all others do. */
export const yesNo = defineRule({
  ids: ['V19'],
  name: 'yes-no',
  level: 'warning',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '“是否”列填的不是是或否',
  protects: '“是否”列是按是、否计数的，填成别的就不知道算哪一边。',
  fixable: 'none',
  source: '同列其余各行填的是“是”或“否”',
  whenToExplain: '',
  messages: {
    neither: (d: { name: string; header: string; value: string }) =>
      `“${d.name}”的${d.header}填“${d.value}”，既不是“是”也不是“否”。`,
  },
  advice: { neither: '填“是”或“否”，说明写在备注。' },
  *check(context, report) {
    for (const view of context.tables) {
      for (const { column, header } of [...view.table.columns, ...view.table.unknownColumns]) {
        if (!/是否|与否/u.test(header)) continue;
        const filled = view.table.dataRows.flatMap((row) => {
          const text = trimmed(String(valueAt(view.sheet, row, column) ?? ''));
          return text === '' ? [] : [{ row, text }];
        });
        const answers = filled.filter(({ text }) => yesOrNo(text) !== null).length;
        const strange = filled.filter(({ text }) => yesOrNo(text) === null && !OTHER_ANSWERS.test(text));
        if (answers < 2 || strange.length * 2 > answers) continue;
        for (const { row, text } of strange)
          yield report(
            'neither',
            { name: view.name(row), header: squeezed(header), value: text },
            placeOf(view, row, column),
            {
              found: text,
              causes: { blocks: true },
            },
          );
      }
    }
  },
});

function placeOf(view: TableView, row: number, column: number) {
  const known = view.table.columns.find((each) => each.column === column);
  const area = { top: row, bottom: row, left: column, right: column };
  return known ? cellPlace(view, row, known.field) : areaPlace(view, area, `${view.rowKey(row)}|yesNo|${column}`);
}
