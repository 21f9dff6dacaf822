import { clean, sameSum } from '../../audit/precision';
import { mergeIndexOf } from '../../audit/views/merge-index';
import { CELL, type NumberColumn } from '../../audit/views/number-column';
import { contentAt, valueAt, type SheetSnapshot } from '../../workbook';
import { hindranceAt, type TableCollector } from '../collector';
import type { FillKind } from '../proposal';
import { coverageOf, type Coverage, type Wanted } from './coverage';
import { sumFormula } from './formula';
import { namedCells, type RowFigures } from './row-figures';

/** A cell that should be the sum of other cells of its column. */
export interface SumCell {
  readonly row: number;
  readonly numbers: NumberColumn;
  /** `初中小计`, `合计`. */
  readonly label: string;
  /** Rows that its formula adds: data rows, or subtotals and data rows. */
  readonly adds: readonly number[];
  readonly wanted: Wanted;
  /** What the rows under it hold. */
  readonly figures: RowFigures;
  /** What the sum will be, in the column's unit. */
  readonly sum: number;
  /** Rows before which a row is about to be inserted. */
  readonly breaks: ReadonlySet<number>;
}

type Decision =
  | { readonly kind: 'keep' }
  | { readonly kind: 'refuse'; readonly why: string }
  | { readonly kind: 'write'; readonly as: FillKind; readonly reason: string };

const KEEP: Decision = { kind: 'keep' };
const refusal = (why: string): Decision => ({ kind: 'refuse', why });

/** Decides about one sum and collects the edit or the refusal; returns whether the cell will hold a right sum. */
export function fillSum(out: TableCollector, cell: SumCell): boolean {
  const { column } = cell.numbers.column;
  const name = `${cell.label}${cell.numbers.title}`;
  const decision = decide(out.view.sheet, cell, name);
  if (decision.kind === 'refuse') {
    out.refuse(cell.row, column, `${name}：${decision.why}`);
    return false;
  }
  if (decision.kind === 'keep') return true;
  const formula = sumFormula(cell.adds, column, cell.breaks);
  if (formula === null) {
    out.refuse(cell.row, column, `${name}：要相加的行过于分散，写不成一个公式`);
    return false;
  }
  out.put(decision.as, cell.row, column, { kind: 'formula', formula }, decision.reason);
  // A sum passes over text numbers: it is right only after they are numbers.
  if (cell.figures.texts.length > 0) out.require(decision.as, 'text-numbers');
  return true;
}

function decide(sheet: SheetSnapshot, cell: SumCell, name: string): Decision {
  const { row, numbers, figures } = cell;
  const { column } = numbers.column;
  const merge = mergeIndexOf(sheet).at(row, column);
  if (merge && (merge.top !== row || merge.left !== column)) return refusal('在合并单元格之内，请先拆分');
  const content = contentAt(sheet, row, column);
  const coverage = content.kind === 'formula' ? coverageOf(sheet, row, column, content.formula, cell.wanted) : null;
  if (coverage?.kind === 'exact') return KEEP;
  const hindrance = hindranceAt(sheet, row, column);
  if (hindrance !== null) return refusal(hindrance);
  const [first] = figures.obstacles;
  if (first) {
    const more = figures.obstacles.length > 1 ? `等 ${figures.obstacles.length} 格` : '';
    return refusal(`${first.why}${more}，请先改为数字再求和`);
  }
  if (coverage) return decideFormula(sheet, cell, coverage, name);
  return decideTyped(sheet, cell, name);
}

function decideFormula(sheet: SheetSnapshot, cell: SumCell, coverage: Coverage, name: string): Decision {
  const { column } = cell.numbers.column;
  const value = valueAt(sheet, cell.row, column);
  switch (coverage.kind) {
    case 'constants':
      return refusal(`公式中写有手工数 ${coverage.constants.join('、')}，请核对后再改`);
    case 'wrong': {
      const faults = [
        coverage.missing.length > 0 ? `漏加 ${namedCells(sheet, coverage.missing, column)}` : '',
        coverage.extra.length > 0 ? `多加 ${namedCells(sheet, [...new Set(coverage.extra)], column)}` : '',
      ].filter((fault) => fault !== '');
      return { kind: 'write', as: 'sum-ranges', reason: `${name}的公式${faults.join('，')}` };
    }
    default:
      if (typeof value !== 'number' || sameSum(value, cell.sum)) return KEEP;
      return refusal(`公式不是对本列求和，结果 ${clean(value)} 与各行之和 ${clean(cell.sum)} 不符，请核对`);
  }
}

function decideTyped(sheet: SheetSnapshot, cell: SumCell, name: string): Decision {
  const { row, numbers, figures, sum } = cell;
  const { column, factor } = numbers.column;
  const value = valueAt(sheet, row, column);
  const status = numbers.status(row);
  const { blanks } = figures;
  if (status === CELL.blank || status === CELL.placeholder) {
    if (figures.numbers + figures.uncalculated.length === 0) return refusal('各行均未填，暂不写公式');
    const open = blanks.length > 0 ? `，其中 ${blanks.length} 格未填` : '';
    return { kind: 'write', as: 'blank-sums', reason: `${name}未填，写为 ${cell.adds.length} 格之和${open}` };
  }
  if (status !== CELL.number && status !== CELL.textNumber) {
    return refusal(`原内容“${String(value)}”不是数字，请核对后再改`);
  }
  if (figures.uncalculated.length > 0) {
    return refusal(`${namedCells(sheet, figures.uncalculated, column)} 的公式尚未计算，无法核对`);
  }
  const stated = numbers.value(row) / factor;
  if (sameSum(stated, sum)) {
    return { kind: 'write', as: 'typed-sums', reason: `${name} ${clean(stated)} 为手填，改为公式，数值不变` };
  }
  if (blanks.length > 0) {
    const open = namedCells(sheet, blanks, column);
    return refusal(`表中为 ${clean(stated)}，已填各行之和为 ${clean(sum)}，尚有 ${open} 未填，补齐后再改为公式`);
  }
  const difference = clean(stated - sum);
  const reason = `${name}表中为 ${clean(stated)}，各行之和为 ${clean(sum)}，差 ${difference}`;
  return { kind: 'write', as: 'wrong-sums', reason };
}
