import { areaContains, formulaAt, isErrorValue } from '../../workbook';
import { ownSheets } from '../context';
import { referredCells } from '../leaning';
import { anyCellPlace, areaPlace, cellPlace } from '../places';
import { defineRule } from '../rule';

/** 公式错误值: `#REF!` and its like in a table, and in what stands beside the tables. */
export const errorValue = defineRule({
  ids: ['S12'],
  name: 'error-value',
  level: 'error',
  group: 'formula',
  stage: 'structure',
  tables: [],
  title: '公式错误值',
  protects: '错误值会一路传到小计、合计和汇总表。',
  fixable: 'none',
  source: '单元格内容本身',
  whenToExplain: '',
  messages: {
    shown: (d: { value: string }) => `单元格显示 ${d.value}，公式出错。`,
    lost: (d: { formula: string }) => `公式 ${d.formula} 引用的单元格已被删除（#REF!）。`,
    typed: (d: { value: string }) => `单元格里是错误值 ${d.value}，原来的公式或数已丢失。`,
  },
  advice: {
    shown: '检查公式引用的单元格。',
    lost: '重新写公式，引用现有的单元格。',
    typed: '重新填写公式或数字。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      const { sheet, table } = view;
      const fieldAt = new Map(table.columns.map((column) => [column.column, column.field]));
      for (let row = table.headerRows.last + 1; row <= table.area.bottom; row++) {
        const start = (row - sheet.top) * sheet.columnCount - sheet.left;
        for (let column = table.area.left; column <= table.area.right; column++) {
          const value = sheet.values[start + column] ?? null;
          const formula = formulaAt(sheet, row, column);
          const isLost = value === null && formula !== null && LOST.test(formula);
          if (!isLost && (typeof value !== 'string' || !isErrorValue(value))) continue;
          const field = fieldAt.get(column);
          const place = field
            ? cellPlace(view, row, field)
            : areaPlace(view, { top: row, bottom: row, left: column, right: column }, `${view.rowKey(row)}|${column}`);
          const details = { causes: { blocks: true }, leansOn: referredCells(sheet, row, column) };
          // No host has calculated it yet; as soon as one does, the error shows.
          if (isLost) yield report('lost', { formula }, place, { ...details, found: formula });
          else
            yield report(formula === null ? 'typed' : 'shown', { value: String(value) }, place, {
              ...details,
              found: String(value),
            });
        }
      }
    }
    for (const [position, sheet] of ownSheets(context)) {
      const areas = context.tables.filter((view) => view.sheet.name === sheet.name).map(({ table }) => table.area);
      for (let index = 0; index < sheet.values.length; index++) {
        const value = sheet.values[index] ?? null;
        if (typeof value !== 'string' || !isErrorValue(value)) continue;
        const row = sheet.top + Math.floor(index / sheet.columnCount);
        const column = sheet.left + (index % sheet.columnCount);
        if (areas.some((area) => areaContains(area, row, column))) continue;
        const place = anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, 'error');
        yield report(sheet.formulas.has(index) ? 'shown' : 'typed', { value }, place, {
          found: value,
          causes: { blocks: true },
          leansOn: referredCells(sheet, row, column),
        });
      }
    }
  },
});

/** Excel leaves this in a formula where the cell that it named was deleted. */
const LOST = /#REF!/u;
