import {
  areaContains,
  findSheet,
  formulaAt,
  isErrorValue,
  valueAt,
  type Area,
  type SheetSnapshot,
} from '../../workbook';
import { ownSheets, type AuditContext } from '../context';
import { referencesOf } from '../formula';
import { referredCells } from '../leaning';
import { anyCellPlace, areaPlace, cellPlace } from '../places';
import { defineRule, type LeansOn } from '../rule';

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
    name: (d: { value: string; formula: string }) => `单元格显示 ${d.value}，公式 ${d.formula} 里的函数名或名称写错。`,
    typed: (d: { value: string }) => `单元格里是错误值 ${d.value}，原来的公式或数已丢失。`,
  },
  advice: {
    shown: '检查公式引用的单元格。',
    lost: '重新写公式，引用现有的单元格。',
    name: '改正函数名，如 SUM、ROUND、IF。',
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
          const details = { causes: { blocks: true }, leansOn: errorSources(context, sheet, row, column) };
          // No host has calculated it yet; as soon as one does, the error shows.
          if (isLost) yield report('lost', { formula }, place, { ...details, found: formula });
          else if (formula !== null && value === '#NAME?' && details.leansOn.length === 0)
            yield report('name', { value, formula }, place, { ...details, found: formula });
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
          leansOn: errorSources(context, sheet, row, column),
        });
      }
    }
  },
});

/** Excel leaves this in a formula where the cell that it named was deleted. */
const LOST = /#REF!/u;

/**
 * An error that only passes on another cell's error is no fault of its own; its formula names that cell. No figure makes
 * a function's name unknown or a reference void: that is handed on from another error, or the formula's own.
 */
function errorSources({ workbook }: AuditContext, own: SheetSnapshot, row: number, column: number): readonly LeansOn[] {
  const formula = formulaAt(own, row, column);
  const value = valueAt(own, row, column);
  const isOfFormula = value === '#NAME?' || value === '#REF!';
  const isHandedOn =
    formula !== null &&
    isOfFormula &&
    referencesOf(formula).some(({ sheet, area }) =>
      holdsError(sheet === null ? own : findSheet(workbook, sheet), area),
    );
  return isOfFormula && !isHandedOn ? [] : referredCells(own, row, column);
}

const MOST_CELLS = 2000;

function holdsError(sheet: SheetSnapshot | null, area: Area): boolean {
  if (sheet === null) return true;
  let left = MOST_CELLS;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right && left > 0; column++, left--) {
      const value = valueAt(sheet, row, column);
      if (typeof value === 'string' && isErrorValue(value)) return true;
    }
  return false;
}
