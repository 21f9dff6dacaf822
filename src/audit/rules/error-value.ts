import { areaContains, formulaAt, isErrorValue, type SheetSnapshot } from '../../workbook';
import { ownSheets } from '../context';
import { referencesOf } from '../formula';
import { anyCellPlace, areaPlace, cellPlace } from '../places';
import { defineRule, type LeansOn } from '../rule';

/** 公式错误值: `#REF!` and its like in a table, and in what stands beside the tables. */
export const errorValue = defineRule({
  ids: ['S12'],
  name: 'error-value',
  level: 'error',
  group: 'formula',
  stage: 'structure',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '公式错误值',
  protects: '错误值会一路传到小计、合计和汇总表。',
  fixable: 'none',
  source: '单元格内容本身',
  whenToExplain: '',
  messages: {
    shown: (d: { value: string }) => `单元格显示 ${d.value}，公式出错。`,
    typed: (d: { value: string }) => `单元格里是错误值 ${d.value}，原来的公式或数已丢失。`,
  },
  advice: { shown: '检查公式引用的单元格。', typed: '重新填写公式或数字。' },
  *check(context, report) {
    for (const view of context.tables) {
      const { sheet, table } = view;
      const fieldAt = new Map(table.columns.map((column) => [column.column, column.field]));
      for (let row = table.headerRows.last + 1; row <= table.area.bottom; row++) {
        const start = (row - sheet.top) * sheet.columnCount - sheet.left;
        for (let column = table.area.left; column <= table.area.right; column++) {
          const value = sheet.values[start + column] ?? null;
          if (typeof value !== 'string' || !isErrorValue(value)) continue;
          const field = fieldAt.get(column);
          const place = field
            ? cellPlace(view, row, field)
            : areaPlace(view, { top: row, bottom: row, left: column, right: column }, `${view.rowKey(row)}|${column}`);
          const hasFormula = formulaAt(sheet, row, column) !== null;
          yield report(hasFormula ? 'shown' : 'typed', { value }, place, {
            found: value,
            causes: { blocks: true },
            leansOn: errorSources(sheet, row, column),
          });
        }
      }
    }
    for (const [position, sheet] of ownSheets(context)) {
      const areas = context.tables.filter((view) => view.sheet.name === sheet.name).map(({ table }) => table.area);
      for (const [index, value] of sheet.values.entries()) {
        if (typeof value !== 'string' || !isErrorValue(value)) continue;
        const row = sheet.top + Math.floor(index / sheet.columnCount);
        const column = sheet.left + (index % sheet.columnCount);
        if (areas.some((area) => areaContains(area, row, column))) continue;
        const place = anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, 'error');
        yield report(sheet.formulas.has(index) ? 'shown' : 'typed', { value }, place, {
          found: value,
          causes: { blocks: true },
          leansOn: errorSources(sheet, row, column),
        });
      }
    }
  },
});

/** An error that only passes on another cell's error is no fault of its own; its formula names that cell. */
function errorSources(own: SheetSnapshot, row: number, column: number): readonly LeansOn[] {
  const formula = formulaAt(own, row, column);
  if (formula === null) return [];
  return referencesOf(formula).map(({ sheet, area }) => ({
    sheet: sheet ?? own.name,
    columns: Array.from({ length: Math.min(area.right - area.left + 1, 50) }, (_, i) => area.left + i),
    has: (r: number) => r >= area.top && r <= area.bottom,
  }));
}
