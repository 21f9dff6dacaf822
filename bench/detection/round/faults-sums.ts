import { yichunPlan } from '../../../src/plan';
import { cellName } from '../../../src/workbook';
import { formulaTextOf, shown, type Cell, type RowKind } from '../proof/book';
import { transposed, type as put, type Fault } from '../proof/fault';
import { num, row, type Spots } from './kit';

const DRAWN = yichunPlan.schools;
const SUMMED = ['classes', 'seats', 'land', 'invest', 'prior', 'year', 'formed', 'total'];
const KINDS: readonly RowKind[] = ['subtotal', 'total'];

/** Something done to a vertical sum: a formula, or a number typed in by hand. */
function sum(
  id: string,
  kinds: readonly RowKind[],
  isFormula: boolean | null,
  change: (cell: Cell, parts: Cell[]) => Spots,
): Fault {
  return {
    id,
    seed(scene) {
      const cells = kinds.flatMap((kind) => SUMMED.flatMap((field) => scene.book.find(field, kind)));
      const some = cells.filter(
        (cell) =>
          cell.calc?.op === 'sum' && num(cell) > 0 && cell.calc.of.length > 1 && (isFormula === null || cell.calc.asFormula === isFormula),
      ); // prettier-ignore
      if (some.length === 0) return null;
      const cell = scene.random.pick(some);
      return change(cell, cell.calc?.of ?? []);
    },
  };
}

const written = (cell: Cell, text: string, value: number | string): Cell[] => {
  cell.text = text;
  cell.value = value;
  return [cell];
};
const outer = (cell: Cell, parts: readonly Cell[]): Cell[] | null => {
  if (!cell.calc || parts.every((part) => num(part) === 0)) return null;
  return [cell];
};

export const SUM_FAULTS: readonly Fault[] = [
  sum('range-without-last-row', KINDS, true, (cell, parts) => {
    const last = parts.at(-1);
    if (!last || num(last) === 0 || !cell.calc) return null;
    cell.calc.of = parts.slice(0, -1);
    return [cell];
  }),
  sum('range-without-first-row', KINDS, true, (cell, parts) => {
    if (num(parts[0]) === 0 || !cell.calc) return null;
    cell.calc.of = parts.slice(1);
    return [cell];
  }),
  sum('range-counts-subtotal-and-rows', ['total'], true, (cell, parts) => {
    const within = parts[0]?.calc?.of[0];
    if (!within || num(within) === 0 || !cell.calc) return null;
    cell.calc.of = [...parts, within];
    return outer(cell, [within]);
  }),
  sum('sum-with-number-added', KINDS, true, (cell) => written(cell, `${formulaTextOf(cell) ?? ''}+10`, num(cell) + 10)),
  sum('sum-average-instead', KINDS, true, (cell, parts) => written(cell, (formulaTextOf(cell) ?? '').replace('SUM', 'AVERAGE'), Number((num(cell) / parts.length).toFixed(4)))),
  sum('sum-max-instead', KINDS, true, (cell, parts) => written(cell, (formulaTextOf(cell) ?? '').replace('SUM', 'MAX'), Math.max(...parts.map((part) => num(part))))),
  sum('sum-broken-reference', KINDS, true, (cell) => written(cell, '=SUM(#REF!)', '#REF!')),
  sum('sum-of-column-beside', KINDS, true, (cell, parts) => {
    const left = parts.map((part) => part.page.at(part.row, part.column - 1));
    if (!cell.calc || left.some((part) => part === null || typeof shown(part) !== 'number')) return null;
    const before = num(cell);
    cell.calc.of = left.filter((part) => part !== null);
    return num(cell) === before ? null : [cell];
  }),
  sum('sum-formula-typed-over', KINDS, true, (cell) => [put(cell, num(cell) + 30)]),
  sum('sum-formula-as-text', KINDS, true, (cell) => [put(cell, `'${formulaTextOf(cell) ?? ''}`)]),
  sum('sum-stale', KINDS, true, (cell) => {
    cell.isStale = true;
    cell.value = num(cell) + 120;
    return [cell];
  }),
  sum('sum-doubled', KINDS, true, (cell) => written(cell, `${formulaTextOf(cell) ?? ''}*2`, num(cell) * 2)),
  sum('sum-external', KINDS, true, (cell) => {
    return written(cell, `='[上月报表.xlsx]${cell.page.name}'!${cellName(cell.row, cell.column)}`, num(cell) - 15);
  }),
  sum('sum-adjusted-to-fit', KINDS, null, (cell) => [put(cell, num(cell) + 20)]),
  sum('sum-transposed', KINDS, null, (cell) => {
    const next = transposed(num(cell));
    return next === null ? null : [put(cell, next)];
  }),
  sum('typed-sum-row-left-out', KINDS, false, (cell, parts) => {
    const part = parts.find((one) => num(one) > 0);
    return part ? [put(cell, Number((num(cell) - num(part)).toFixed(2)))] : null;
  }),
  sum('typed-sum-ten-times', KINDS, false, (cell) => [put(cell, num(cell) * 10)]),
  sum('typed-sum-blank', KINDS, null, (cell) => [put(cell, null)]),
  sum('typed-sum-as-text', KINDS, null, (cell) => [put(cell, `${num(cell)} 个`)]),
  sum('sum-without-digit', KINDS, null, (cell) => (num(cell) > 10 ? [put(cell, Number(String(num(cell)).slice(0, -1)))] : null)),
  row('row-total-typed-over', 'total', (cell) => num(cell) > 0 && cell.calc !== null, (cell) => [put(cell, Math.round(num(cell) * 0.9))]),
  row('row-total-slipped', 'total', (cell) => cell.calc?.asFormula === true && cell.page.at(cell.row + 1, cell.column)?.kind === 'item', (cell) => {
    const next = cell.page.at(cell.row + 1, cell.column);
    if (!next?.calc || !cell.calc || num(next) === num(cell)) return null;
    cell.calc.of = [...next.calc.of];
    return [cell];
  }),
  row('left-typed-over', 'left', (cell) => cell.calc !== null && num(cell) > 0, (cell) => [put(cell, num(cell) + 88)]),
  row('left-turned-round', 'left', (cell) => cell.calc?.asFormula === true && num(cell) > 0, (cell) => {
    cell.calc?.of.reverse();
    return [cell];
  }),
  row('share-typed-over', 'share', (cell) => num(cell) > 0 && cell.calc !== null, (cell) => [put(cell, Number((num(cell) * 0.8).toFixed(3)))]),
  row('share-turned-round', 'share', (cell) => cell.calc?.asFormula === true && num(cell) > 0 && ![1, 100].includes(num(cell)), (cell) => {
    cell.calc?.of.reverse();
    return [cell];
  }),
  row('share-hundred-times', 'share', (cell) => num(cell) > 0, (cell) => [put(cell, num(cell) * 100)]),
  row('total-label-blank', 'label', () => true, (cell) => [put(cell, null)], 'total'),
]; // prettier-ignore

/** What a deleted row's absence contradicts: typed sums, counts, notes. */
const deleted: Fault = {
  id: 'row-deleted',
  seed({ book, random }) {
    const cells = book
      .find('seats')
      .filter((cell) => typeof shown(cell) === 'number' && cell.column > 0 && cell.page.inRow(cell.row).length > 5);
    if (cells.length === 0) return null;
    const cell = random.pick(cells);
    const school = cell.id;
    const typed = book.cells().filter((one) => one.calc && !one.calc.asFormula && one.calc.of.some((part) => part.row === cell.row && part.page === cell.page) && one.kind !== 'item'); // prettier-ignore
    const next = [cell.page.at(cell.row + 1, cell.column), cell.page.at(cell.row - 1, cell.column)];
    const notes = book
      .find('note', 'line')
      .filter((note) => /(?:个项目|所，|\d所|个，).*学位|在册/u.test(String(note.value)));
    const twins = book.find('name').filter((one) => one.id === school && one.page !== cell.page);
    const line = DRAWN.find(({ id }) => id === school);
    const builder = book.beside(cell, 'builder');
    const groups = book.find('g.count').filter(({ id }) => id === line?.stage || id === builder?.value);
    if (typed.length + notes.length + twins.length + groups.length === 0) return null;
    const seqs = cell.page.cells.filter(
      (one) => one.field === 'seq' && one.kind === 'item' && one.row === cell.row + 1,
    );
    cell.page.deleteRow(cell.row, book);
    return [...typed, ...notes, ...groups, ...twins, ...seqs, ...next];
  },
};

const doubled: Fault = {
  id: 'row-doubled',
  seed({ book, random }) {
    const cells = book.find('name').filter((cell) => cell.column > 0 && cell.page.inRow(cell.row).length > 5);
    if (cells.length === 0) return null;
    const cell = random.pick(cells);
    const { page } = cell;
    const source = page.inRow(cell.row);
    page.insertRow(cell.row + 1);
    const copies = source.map((one) => {
      const copy = page.put(one.row + 1, one.column, shown(one), one.field, one.kind, one.id);
      copy.format = one.format;
      return copy;
    });
    return [cell, ...copies.filter(({ field }) => field === 'name' || field === 'seq'), ...source.filter(({ field }) => field === 'seq')];
  },
}; // prettier-ignore

export const ROW_FAULTS: readonly Fault[] = [
  deleted,
  doubled,
  row('serial-skips', 'seq', (cell) => num(cell) > 1, (cell) => [put(cell, num(cell) + 1), ...cell.page.cells.filter((one) => one.field === 'seq' && one.row === cell.row + 1)]),
  row('serial-twice', 'seq', (cell) => num(cell) > 1, (cell) => [put(cell, num(cell) - 1), cell.page.at(cell.row - 1, cell.column)]),
  row('serial-blank', 'seq', () => true, (cell) => [put(cell, null)]),
  row('serial-huge', 'seq', () => true, (cell) => [put(cell, num(cell) * 100 + 11)]),
  row('merged-over-next-row', 'seats', (cell) => cell.page.at(cell.row + 1, cell.column)?.kind === 'item' && cell.column > 1, (cell) => {
    const next = cell.page.at(cell.row + 1, cell.column);
    if (!next || next.field !== 'seats') return null;
    put(next, null);
    cell.page.merge(cell.row, cell.column, cell.row + 1, cell.column);
    return [cell, next];
  }),
  {
    id: 'heading-of-other-stage',
    seed({ book, random }) {
      const cells = book.find('heading', 'heading').filter(({ id }) => /^S[235]/u.test(id));
      if (cells.length === 0) return null;
      const cell = random.pick(cells);
      return [put(cell, cell.id === 'S3' ? '五、幼儿园' : '三、小学')];
    },
  },
]; // prettier-ignore
