import type { Cell, Draft } from './draft';
import { oneOf, type Case, type Fault } from './fault';

const isSum = (cell: Cell): boolean => cell.formula?.kind === 'sum' || cell.formula?.kind === 'subtotal';

function sums(draft: Draft): Cell[] {
  return draft.pages
    .flatMap(({ cells }) => cells)
    .filter(({ mark }) => mark?.role === 'total' || mark?.role === 'subtotal')
    .filter((cell) => cell.number() !== null);
}

/** Changes one total whose formula suits; the result has to differ, or nobody could see the fault. */
function inSum(id: string, suits: (cell: Cell, at: Case) => boolean, change: (cell: Cell, at: Case) => void): Fault {
  return {
    id,
    seed(at) {
      for (const cell of at.random.shuffled(sums(at.draft).filter((one) => suits(one, at)))) {
        const { formula, value } = cell;
        const before = cell.shown();
        cell.formula = formula && { ...formula, ...(formula.kind === 'plus' ? { cells: [...formula.cells] } : {}) };
        change(cell, at);
        if (cell.shown() !== before) return [cell];
        cell.formula = formula;
        cell.value = value;
      }
      return null;
    },
  };
}

/** Rows or columns between the ends of a range. */
function isLong(cell: Cell): boolean {
  const { formula } = cell;
  if (formula?.kind !== 'sum' && formula?.kind !== 'subtotal') return false;
  return formula.last.row - formula.first.row + formula.last.column - formula.first.column > 0;
}

function shifted(cell: Cell, by: number): Cell {
  const isAcross = cell.page.name === '项目情况';
  return isAcross ? cell.page.at(cell.row, cell.column + by) : cell.page.at(cell.row + by, cell.column);
}

const wrongly = (number: number, at: Case): number => {
  const step = Math.max(1, Math.round(Math.abs(number) * 0.02));
  return Math.round((number + at.random.pick([-1, 1, 2]) * step) * 100) / 100;
};

export const SUM_FAULTS: readonly Fault[] = [
  inSum('sum-ends-one-short', isLong, ({ formula }) => {
    if (formula && 'last' in formula) formula.last = shifted(formula.last, -1);
  }),
  inSum('sum-begins-one-late', isLong, ({ formula }) => {
    if (formula && 'first' in formula) formula.first = shifted(formula.first, 1);
  }),
  inSum('sum-of-the-neighbouring-column', (cell) => isSum(cell) && cell.page.takesRows, (cell) => {
    const { formula } = cell;
    if (!formula || !('first' in formula)) return;
    const aside = (one: Cell): Cell => one.page.at(one.row, one.column - 1);
    cell.formula = { ...formula, first: aside(formula.first), last: aside(formula.last) };
  }),
  inSum('sum-includes-itself', isSum, (cell) => {
    const { formula } = cell;
    if (!formula || !('first' in formula)) return;
    if (cell.row > formula.last.row || cell.column > formula.last.column) formula.last = cell;
    else formula.first = cell;
  }),
  inSum('sum-with-something-added', isSum, ({ formula }, { random }) => {
    if (formula && 'extra' in formula) formula.extra = random.pick([30, 45, 50, 100]);
  }),
  inSum('total-counts-subtotals-again', (cell) => cell.mark?.role === 'total' && cell.formula?.kind === 'plus', (cell) => {
    const { formula, page, column, row } = cell;
    if (formula?.kind !== 'plus') return;
    const first = formula.cells.reduce((a, b) => (a.row < b.row ? a : b));
    const isAbove = page.cells.some(({ mark, row: other }) => mark?.role === 'entry' && mark.table === cell.mark?.table && other < first.row);
    const top = isAbove ? Math.min(...page.cells.filter(({ mark }) => mark?.role === 'entry' && mark.table === cell.mark?.table).map((one) => one.row)) : first.row;
    cell.formula = { kind: 'sum', first: page.at(top, column), last: page.at(row - 1, column), extra: 0 };
  }),
  inSum('addition-leaves-one-out', (cell) => cell.formula?.kind === 'plus' && cell.formula.cells.length > 1, ({ formula }, { random }) => {
    if (formula?.kind === 'plus') formula.cells.splice(random.whole(0, formula.cells.length - 1), 1);
  }),
  inSum('addition-has-one-twice', (cell) => cell.formula?.kind === 'plus' && cell.formula.cells.length > 1, ({ formula }, { random }) => {
    if (formula?.kind === 'plus') formula.cells[0] = formula.cells[random.whole(1, formula.cells.length - 1)] as Cell;
  }),
  inSum('total-typed-over-wrongly', (cell) => isSum(cell) || cell.formula?.kind === 'plus', (cell, at) => {
    cell.enter(wrongly(cell.number() ?? 0, at));
  }),
  inSum('typed-total-wrong', (cell) => !cell.formula, (cell, at) => {
    cell.enter(wrongly(cell.number() ?? 0, at));
  }),
  inSum('total-rounded-to-hundreds', (cell) => (cell.number() ?? 0) > 500, (cell) => {
    cell.enter(Math.round((cell.number() ?? 0) / 100) * 100);
  }),
  inSum('total-with-words', (cell) => (cell.number() ?? 0) > 0, (cell) => {
    cell.enter(`共${cell.text()}`);
  }),
  inSum('total-erased', (cell) => (cell.number() ?? 0) > 0, (cell) => {
    cell.enter(null);
  }),
  inSum('total-not-calculated-anew', (cell) => isSum(cell) || cell.formula?.kind === 'plus', (cell, at) => {
    cell.stale = wrongly(cell.number() ?? 0, at);
  }),
  inSum('reference-lost', (cell) => cell.formula !== null, (cell) => {
    cell.calculate(() => '=SUM(#REF!)', () => '#REF!');
  }),
  inSum('name-of-function-misspelt', (cell) => isSum(cell), (cell) => {
    const text = (cell.formulaText() ?? '').replace(/SUM|SUBTOTAL/u, 'SUMM');
    cell.calculate(() => text, () => '#NAME?');
  }),
  {
    id: 'total-from-another-file',
    seed({ draft, random }) {
      const cell = oneOf(sums(draft).filter((one) => one.formula !== null), random);
      if (!cell) return null;
      const kept = wrongly(cell.number() ?? 0, { draft, random } as Case);
      cell.calculate(() => `='[去年汇总.xlsx]Sheet1'!${cell.name}`, () => kept);
      draft.links.push('去年汇总.xlsx');
      return [cell];
    },
  },
  inSum('subtotal-of-another-section', (cell) => cell.mark?.role === 'subtotal' && cell.formula !== null, (cell, { draft, random }) => {
    const others = draft.cells(cell.mark?.field ?? '', 'subtotal').filter(({ page, formula }) => page === cell.page && formula && formula !== cell.formula);
    const other = oneOf(others, random);
    if (other?.formula) cell.formula = { ...other.formula };
  }),
  {
    id: 'hidden-row-is-counted',
    seed({ draft, random }) {
      const cells = sums(draft).filter((cell) => isLong(cell) && cell.page.takesRows && cell.formula?.kind === 'sum' && ['seats', 'invest', 'classes'].includes(cell.mark?.field ?? ''));
      const total = oneOf(cells, random);
      if (!total?.formula || !('last' in total.formula)) return null;
      const { last } = total.formula;
      last.page.insertRow(last.row);
      last.page.hiddenRows.push(last.row - 1);
      return [last.page.put(last.row - 1, last.column, random.whole(2, 9) * 60)];
    },
  },
]; // prettier-ignore
