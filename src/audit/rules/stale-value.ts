import { findSheet, standingName, type SheetSnapshot } from '../../workbook';
import { ownSheets } from '../context';
import { calculate } from '../calculation';
import { isExternal, referencesOf } from '../formula';
import { anyCellPlace } from '../places';
import { shown } from '../precision';
import { defineRule } from '../rule';

/** Formulas that are calculated anew on one sheet, and findings that are listed one by one. */
const MOST_FORMULAS = 20_000;
const MOST_LISTED = 10;

interface Stale {
  readonly index: number;
  readonly formula: string;
  readonly stored: number;
  readonly right: number;
}

/** 没有重新计算: a formula whose stored value is not what its cells give. */
export const staleValue = defineRule({
  ids: ['F07'],
  name: 'stale-value',
  level: 'warning',
  group: 'formula',
  stage: 'formula',
  tables: [],
  title: '公式的值没有重新计算',
  protects: '设为手动计算的工作簿，改了明细合计不变；打印和抄送的是旧数。',
  fixable: 'none',
  source: '公式所引用单元格的现值',
  whenToExplain: '在Excel中重新计算后数值仍不变的，写明。',
  messages: {
    stale: (d: { formula: string; found: string; expected: string }) =>
      `公式 ${d.formula} 现为 ${d.found}，按所引用的单元格应为 ${d.expected}，没有重新计算。`,
    many: (d: { count: number; first: string }) =>
      `本工作表有 ${d.count} 个公式的值与所引用的单元格不符（第一处 ${d.first}），没有重新计算。`,
  },
  advice: {
    stale: '把计算选项改为自动，按 F9 重新计算后再核对。',
    many: '把计算选项改为自动，按 Ctrl+Alt+F9 全部重新计算后再核对。',
  },
  *check(context, report) {
    const { workbook } = context;
    for (const [position, sheet] of ownSheets(context)) {
      // Formulas name the cells of other sheets as they stand, and those of a sheet turned on its side as they are turned.
      const found = staleOf(sheet, (name) => {
        const named = findSheet(workbook, name);
        return named === sheet ? sheet : (named?.standing ?? named);
      });
      const [first] = found;
      if (!first) continue;
      const listed = found.length > MOST_LISTED ? [first] : found;
      for (const { index, formula, stored, right } of listed) {
        const row = sheet.top + Math.floor(index / sheet.columnCount);
        const column = sheet.left + (index % sheet.columnCount);
        const place = anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, 'stale');
        const details = { found: shown(stored), expected: shown(right), causes: { blocks: true } };
        yield found.length > MOST_LISTED
          ? report('many', { count: found.length, first: standingName(sheet, row, column) }, place, details)
          : report('stale', { formula, found: details.found, expected: details.expected }, place, details);
      }
    }
  },
});

/** A value that comes out of other stale cells put right is none of its own. */
function staleOf(sheet: SheetSnapshot, find: (name: string) => SheetSnapshot | null): readonly Stale[] {
  if (sheet.formulas.size > MOST_FORMULAS) return [];
  const found = new Map<number, Stale>();
  for (const [index, formula] of sheet.formulas) {
    const stored = sheet.values[index];
    if (typeof stored !== 'number' || isExternal(formula) || refersTo(sheet, index, formula)) continue;
    const right = calculate(formula, sheet, find);
    if (right === null || agrees(stored, right) || roundsOtherwise(stored, formula, sheet, find)) continue;
    found.set(index, { index, formula, stored, right });
  }
  if (found.size < 2) return [...found.values()];
  return [...found.values()].filter(({ formula, stored }) => {
    const right = calculate(formula, sheet, find, (at, index) => (at === sheet ? found.get(index)?.right : undefined));
    return right === null || !agrees(stored, right);
  });
}

/** Other programs than Excel round 50.25 down where it is stored as 50.2499…. */
function roundsOtherwise(
  stored: number,
  formula: string,
  sheet: SheetSnapshot,
  find: (name: string) => SheetSnapshot | null,
): boolean {
  const right = /ROUND/iu.test(formula) ? calculate(formula, sheet, find, undefined, 'stored') : null;
  return right !== null && agrees(stored, right);
}

function refersTo(sheet: SheetSnapshot, index: number, formula: string): boolean {
  const row = sheet.top + Math.floor(index / sheet.columnCount);
  const column = sheet.left + (index % sheet.columnCount);
  return referencesOf(formula).some(
    ({ sheet: name, area }) =>
      (name === null || name === sheet.name) &&
      row >= area.top &&
      row <= area.bottom &&
      column >= area.left &&
      column <= area.right,
  );
}

/** Workbooks that calculate with figures as displayed are off by less than half of the last place. */
function agrees(stored: number, right: number): boolean {
  return Math.abs(stored - right) <= 0.0051 * Math.min(1, Math.abs(right)) + Math.abs(right) * 1e-9 + 1e-6;
}
