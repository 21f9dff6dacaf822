import { cellIndex } from '../../workbook';
import { additionOf, isSubtotalFormula, sumOfRows, type Addition } from '../formula';
import { cellPlace } from '../places';
import { chooseFormula, putFormula } from '../repairs';
import { totalParts } from '../sums';
import { defineRule, MEMBERSHIP, type LeansOn } from '../rule';
import type { RecognizedColumn } from '../../recognize';
import type { TableView } from '../views/table-view';
import { sectionName } from './subtotal-mismatch';

/** 求和公式的范围: a sum that leaves a row out, adds one too many, adds twice, or has a number typed into it. */
export const sumRange = defineRule({
  ids: ['F02', 'F03', 'F04'],
  name: 'sum-range',
  level: 'error',
  group: 'formula',
  stage: 'formula',
  tables: ['schools', 'funds'],
  title: '求和公式漏行、多行或夹带数字',
  protects: '插入一行后公式没有跟着扩展，是合计出错最常见的原因。',
  fixable: 'auto',
  source: '求和公式引用的区域',
  whenToExplain: '公式里的数字确有依据的，写明。',
  messages: {
    leavesOut: (d: { whole: string; field: string; rows: string; formula: string }) =>
      `${d.whole}${d.field}公式 ${d.formula} 漏了${d.rows}。`,
    includes: (d: { whole: string; field: string; rows: string; formula: string }) =>
      `${d.whole}${d.field}公式 ${d.formula} 多加了${d.rows}。`,
    twice: (d: { whole: string; field: string; formula: string }) =>
      `${d.whole}${d.field}公式 ${d.formula} 把同一些数加了两遍（小计和明细都加了）。`,
    otherColumn: (d: { whole: string; field: string; area: string; formula: string }) =>
      `${d.whole}${d.field}公式 ${d.formula} 加的是别的列（${d.area}）。`,
    typedIn: (d: { whole: string; field: string; constants: string; formula: string }) =>
      `${d.whole}${d.field}公式 ${d.formula} 里手工加了数字 ${d.constants}。`,
  },
  advice: {
    leavesOut: '一键改为完整的求和公式。',
    includes: '一键改为正确的求和公式。',
    twice: '一键改为只加一遍的求和公式。',
    otherColumn: '一键改为本列的求和公式。',
    typedIn: '把数字填到明细行，公式只加明细；多余的去掉。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      if (view.sheet.formulas.size === 0) continue;
      for (const sum of sumsOf(view, (stage, label) => sectionName(context, stage, label))) {
        const { column, row, addition, formula } = sum;
        if (sum.ways.some((way) => addsJust(addition, column.column, way))) continue;
        const place = cellPlace(view, row, column.field);
        const whole = sum.whole;
        const field = view.title(column.field);
        const right = sumOfRows(sum.ways[0], column.column);
        const details = {
          found: formula,
          expected: right,
          causes: { blocks: true },
          repair: () => putFormula(view, row, column.column, right, '改为完整的求和公式'),
        };
        if (addition.constants.length > 0)
          yield report('typedIn', { whole, field, constants: addition.constants.join('、'), formula }, place, {
            ...details,
            id: 'F04',
            level: 'warning',
            // Whoever added it by hand meant something by it: a person says that it may go.
            repair: () => chooseFormula(view, row, column.column, right, '去掉手工加的数字'),
          });
        const other = addition.areas.find(
          (each) => each.sheet === null && (each.area.left !== column.column || each.area.right !== column.column),
        );
        if (other) {
          // A subtotal may add other columns of its own row (合计 = 小学 + 初中): that is another sum.
          if (other.area.top !== row || other.area.bottom !== row)
            yield report('otherColumn', { whole, field, area: view.areaName(other.area), formula }, place, {
              ...details,
              id: 'F02',
              merges: true,
            });
          continue;
        }
        if (addition.areas.some((each) => each.sheet !== null)) continue;
        const counts = countRows(view, column.column, addition);
        const best = nearest(view, sum.ways, counts);
        if (best === null) continue;
        const leansOn = membership(view, [...best.missing, ...best.extra, ...best.twice]);
        if (best.twice.length > 0 || (sum.isTotal && addsBoth(view, counts)))
          yield report('twice', { whole, field, formula }, place, { ...details, leansOn, id: 'F03' });
        else if (best.missing.length > 0)
          yield report('leavesOut', { whole, field, rows: view.lineNames(best.missing), formula }, place, {
            ...details,
            leansOn,
            id: 'F02',
          });
        else
          yield report('includes', { whole, field, rows: view.lineNames(best.extra), formula }, place, {
            ...details,
            leansOn,
            id: 'F02',
          });
      }
    }
  },
});

interface Sum {
  readonly column: RecognizedColumn;
  readonly row: number;
  readonly formula: string;
  readonly addition: Addition;
  readonly whole: string;
  readonly isTotal: boolean;
  /** Sets of rows, each of which would be a right sum; the first is the one to write. */
  readonly ways: readonly [readonly number[], ...(readonly number[])[]];
}

function* sumsOf(view: TableView, nameOf: (stage: string | null, label: string) => string): Generator<Sum> {
  const { sections, totalRow, dataRows } = view.table;
  const hasSubtotals = sections.some((section) => section.subtotalRow !== null);
  const parts = totalRow !== null && hasSubtotals ? totalParts(view) : [];
  for (const column of view.summables()) {
    const read = (row: number): { readonly formula: string; readonly addition: Addition } | null => {
      const formula = view.sheet.formulas.get(cellIndex(view.sheet, row, column.column));
      const addition = formula === undefined ? null : additionOf(formula);
      return formula === undefined || addition === null ? null : { formula, addition };
    };
    for (const section of sections) {
      if (section.subtotalRow === null || section.rows.length === 0) continue;
      const found = read(section.subtotalRow);
      if (found)
        yield {
          column,
          row: section.subtotalRow,
          ...found,
          whole: `${nameOf(section.stage, section.label)}小计的`,
          isTotal: false,
          ways: [section.rows],
        };
    }
    const found = totalRow === null ? null : read(totalRow);
    if (totalRow === null || !found) continue;
    yield {
      column,
      row: totalRow,
      ...found,
      whole: '合计的',
      isTotal: true,
      ways: hasSubtotals ? [parts, dataRows] : [dataRows],
    };
  }
}

/** The formula is held against the rows of its section: a row under the wrong heading makes it look wrong. */
function membership(view: TableView, rows: readonly number[]): readonly LeansOn[] {
  return [{ sheet: view.sheet.name, columns: [MEMBERSHIP], rows, has: (row) => rows.includes(row) }];
}

/** One range over just these rows of the column, as nearly every sum is; a long table need not be counted row by row. */
function addsJust({ areas, constants }: Addition, column: number, way: readonly number[]): boolean {
  const [only, ...others] = areas;
  if (!only || others.length > 0 || constants.length > 0 || only.sheet !== null) return false;
  const { top, bottom, left, right } = only.area;
  if (left !== column || right !== column) return false;
  return top === way[0] && bottom === way.at(-1) && way.length === bottom - top + 1;
}

/** The way of adding that the formula comes nearest to, and how it differs; `null` where it is one of them. */
function nearest(view: TableView, ways: Sum['ways'], counts: ReadonlyMap<number, number>): Comparison | null {
  let best: Comparison | null = null;
  for (const way of ways) {
    const compared = compare(view, way, counts);
    const off = compared.missing.length + compared.extra.length;
    if (off + compared.twice.length === 0) return null;
    if (best === null || off < best.missing.length + best.extra.length) best = compared;
  }
  return best;
}

/** Row → how often the formula adds it; a SUBTOTAL leaves out cells that hold one themselves. */
function countRows(view: TableView, column: number, addition: Addition): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { area } of addition.areas) {
    for (let row = area.top; row <= Math.min(area.bottom, area.top + 200_000); row++) {
      const formula = addition.leavesOutSubtotals
        ? view.sheet.formulas.get(cellIndex(view.sheet, row, column))
        : undefined;
      if (formula === undefined || !isSubtotalFormula(formula)) counts.set(row, (counts.get(row) ?? 0) + 1);
    }
  }
  return counts;
}

interface Comparison {
  readonly missing: readonly number[];
  readonly twice: readonly number[];
  readonly extra: readonly number[];
}

function compare(view: TableView, way: readonly number[], counts: ReadonlyMap<number, number>): Comparison {
  const wanted = new Set(way);
  const missing = way.filter((row) => !counts.has(row));
  const twice = way.filter((row) => (counts.get(row) ?? 0) > 1);
  // Headings and blank rows inside the range add nothing.
  const extra = [...counts.keys()].filter((row) => !wanted.has(row) && isFigure(view, row));
  return { missing, twice, extra };
}

function isFigure(view: TableView, row: number): boolean {
  const role = view.table.roles[row - view.table.area.top];
  return role === 'data' || role === 'subtotal' || role === 'total' || role === 'ofWhich';
}

/** Adds subtotals together with their own rows. */
function addsBoth(view: TableView, counts: ReadonlyMap<number, number>): boolean {
  return view.table.sections.some(
    (section) =>
      section.subtotalRow !== null && counts.has(section.subtotalRow) && section.rows.some((row) => counts.has(row)),
  );
}
