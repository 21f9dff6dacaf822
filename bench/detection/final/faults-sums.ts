import { Cell, setSum } from './book';
import { dateText } from './figures';
import { numberOf, pickCell, put } from './seeds';
import type { Context, Fault, Seed } from './seeds';

const isSum = (cell: Cell): boolean => cell.parts.length > 1 && typeof cell.shown() === 'number';

/** A total with at least two parts and a figure under it. */
function pickSum(context: Context, fits: (cell: Cell) => boolean = () => true): Cell | null {
  return pickCell(context, (_, cell) => isSum(cell) && numberOf(cell) > 0 && fits(cell));
}

const withParts = (change: (cell: Cell, context: Context) => void, fits?: (cell: Cell) => boolean): Seed => {
  return (context) => {
    const cell = pickSum(context, fits);
    if (!cell) return null;
    change(cell, context);
    return [cell, ...cell.parts];
  };
};

const formulaOnly = (change: (cell: Cell, context: Context) => boolean): Seed => {
  return (context) => {
    const cell = pickSum(context, (one) => one.formula !== null && one.parts.every((part) => numberOf(part) !== 0));
    return cell && change(cell, context) ? [cell] : null;
  };
};

const setParts = (cell: Cell, parts: readonly Cell[]): boolean => {
  const style = cell.formula?.kind === 'sum' ? cell.formula.style : 'range';
  setSum(cell, parts, style);
  return true;
};

const secondSum: Seed = (context) => {
  const total = pickCell(context, (mark, cell) => mark.part === 'total' && isSum(cell) && cell.formula !== null && cell.parts.every((part) => part.mark?.part === 'subtotal')); // prettier-ignore
  if (!total) return null;
  setParts(
    total,
    total.parts.flatMap((part) => [part, ...part.parts]),
  );
  return [total];
};

const column = (context: Context, cell: Cell): Cell[] => {
  const page = context.book.pageOf(cell);
  const index = page.rows[page.rowOf(cell)]?.indexOf(cell) ?? -1;
  return page.rows.flatMap((line) => line[index] ?? []);
};

/** A list has more than one row of the same table beside a summary: the summary's typed figure is another. */
const summaryUnlike = (table: string, fields: readonly string[]): Seed => {
  return (context) => {
    const cell = pickCell(context, (mark, one) => mark.table === table && mark.part === 'body' && fields.includes(mark.field) && one.formula === null && typeof one.value === 'number'); // prettier-ignore
    if (!cell) return null;
    const twins = context.book.cells((mark) => mark.part === 'subtotal' && mark.row === cell.mark?.row && mark.field === cell.mark?.field); // prettier-ignore
    const totals = context.book.cells((mark, one) => mark.table === table && mark.part === 'total' && one.parts.includes(cell)); // prettier-ignore
    const value = numberOf(cell);
    put(cell, value < 50 ? value + context.random.whole(1, 3) : Math.round(value * 1.1) + 100);
    return [cell, ...twins, ...totals];
  };
};

const meta = (field: string, change: (text: string, context: Context) => string | number | null, others: readonly string[] = [], most = 1): Seed => {
  return (context) => {
    const cells = context.book.cells((mark) => mark.table === 'meta' && mark.field === field);
    if (cells.length === 0 || cells.length > most) return null;
    const cell = context.random.pick(cells);
    if (typeof cell.value === 'number' && field !== 'date') return null;
    const value = change(String(cell.value), context);
    if (value === cell.value) return null;
    put(cell, value);
    return [cell, ...context.book.cells((mark, one) => mark.table === 'meta' && others.includes(mark.field) && one !== cell)];
  };
}; // prettier-ignore

/** What stands after the colon, or the whole answer, is not filled. */
const emptied = (text: string): string | null =>
  // A title that says the day is no line to be left empty.
  text.includes('截至') ? text : text.includes('：') ? text.replace(/：.*$/u, '：') : null;
const otherMonth = (text: string, { figures, random }: Context): string =>
  text.replace(/\d{4}年\d+月/u, `${figures.year + 1}年${random.whole(1, 12)}月`);

const unitOther: Seed = (context) => {
  const cells = context.book.cells((mark, cell) => mark.field === 'unit' && /袁州区|宜阳新区|经开区/u.test(String(cell.value)));
  const [cell] = cells;
  if (!cell) return null;
  const text = String(cell.value);
  put(cell, text.replace(/袁州区|宜阳新区|经开区/u, text.includes('经开区') ? '袁州区' : '经开区'));
  return [cell, ...context.book.cells((mark) => mark.field === 'builder' || mark.field === 'title')];
}; // prettier-ignore

export const SUM_FAULTS: readonly Fault[] = [
  { id: 'sum-typed-off', seed: withParts((cell, { random }) => put(cell, numberOf(cell) + random.pick([20, 45, 90]))) },
  { id: 'sum-digits-off', seed: withParts((cell) => put(cell, numberOf(cell) * 10), (cell) => numberOf(cell) > 99) },
  { id: 'sum-old-value', seed: withParts((cell, { random }) => { cell.value = numberOf(cell) - random.pick([30, 60, 90]); cell.isStale = true; }, (cell) => cell.formula !== null) },
  { id: 'sum-as-text', seed: (context) => { const cell = pickSum(context); return cell ? [put(cell, String(numberOf(cell)))] : null; } },
  { id: 'sum-error', seed: (context) => { const cell = pickSum(context); return cell ? [put(cell, '#REF!')] : null; } },
  { id: 'sum-empty', seed: (context) => { const cell = pickSum(context, (one) => one.mark?.field === 'seats'); return cell ? [put(cell, null)] : null; } },
  { id: 'sum-misses-last', seed: formulaOnly((cell) => setParts(cell, cell.parts.slice(0, -1))) },
  { id: 'sum-misses-first', seed: formulaOnly((cell) => setParts(cell, cell.parts.slice(1))) },
  { id: 'sum-one-twice', seed: formulaOnly((cell, { random }) => setParts(cell, [...cell.parts, random.pick(cell.parts)])) },
  {
    id: 'sum-of-other-column',
    seed: (context) => {
      const cell = pickSum(context, (one) => one.formula !== null && (one.mark?.field === 'land' || one.mark?.field === 'done'));
      const other = cell && context.book.rowOf(cell).get(cell.mark?.field === 'land' ? 'seats' : 'invest');
      return cell && other && setParts(cell, other.parts) ? [cell] : null;
    },
  },
  {
    id: 'sum-takes-neighbour-in',
    seed: (context) => {
      const cells = context.book.cells((mark, one) => mark.part === 'subtotal' && isSum(one) && one.formula !== null);
      const pairs = cells.flatMap((one) => {
        const next = cells.find((other) => other !== one && other.mark?.field === one.mark?.field && column(context, one).includes(other));
        return next ? [[one, next] as const] : [];
      });
      if (pairs.length === 0) return null;
      const [cell, next] = context.random.pick(pairs);
      return setParts(cell, [...cell.parts, ...next.parts.slice(0, 1)]) ? [cell] : null;
    },
  },
  { id: 'total-counts-twice', seed: secondSum },
  {
    id: 'subtotal-labels-wrong',
    seed: (context) => {
      const labels = context.book.cells((mark) => mark.part === 'subtotal' && mark.field === 'name' && /区小计/u.test(mark.row + '小计'));
      const cell = labels.find((one) => one.value === '经开区小计');
      return cell ? [put(cell, '袁州区小计')] : null;
    },
  },
  { id: 'builders-count-off', seed: summaryUnlike('builders', ['count']) },
  { id: 'builders-seats-off', seed: summaryUnlike('builders', ['seats', 'formed']) },
  { id: 'stages-count-off', seed: summaryUnlike('stages', ['count']) },
  { id: 'stages-seats-off', seed: summaryUnlike('stages', ['seats']) },
  { id: 'stages-land-off', seed: summaryUnlike('stages', ['land']) },
  {
    id: 'stages-formed-above-planned',
    seed: (context) => {
      const cell = pickCell(context, (mark) => mark.table === 'stages' && mark.part === 'body' && mark.field === 'formed');
      const seats = cell && context.book.rowOf(cell).get('seats');
      return cell && seats ? [put(cell, numberOf(seats) + 600), seats] : null;
    },
  },
  {
    id: 'states-do-not-add-up',
    seed: (context) => {
      const cell = pickCell(context, (mark) => (mark.table === 'stages' || mark.table === 'builders') && mark.part === 'body' && ['none', 'going', 'over'].includes(mark.field));
      if (!cell) return null;
      put(cell, numberOf(cell) + context.random.whole(1, 3));
      return ['none', 'going', 'over', 'count'].flatMap((field) => context.book.rowOf(cell).get(field) ?? []);
    },
  },
  {
    id: 'state-count-unlike-list',
    seed: (context) => {
      const cell = pickCell(context, (mark) => mark.table === 'states' && mark.part === 'body' && mark.field === 'count');
      if (!cell) return null;
      put(cell, numberOf(cell) + 2);
      return context.book.cells((mark) => mark.table === 'states' && (mark.row === cell.mark?.row || mark.part === 'total') && mark.field !== 'name');
    },
  },
  {
    id: 'state-share-off',
    seed: (context) => {
      const cell = pickCell(context, (mark) => mark.table === 'states' && mark.part === 'body' && mark.field === 'share');
      if (!cell) return null;
      put(cell, numberOf(cell) + 0.3);
      return context.book.cells((mark) => mark.table === 'states' && (mark.row === cell.mark?.row || mark.part === 'total') && mark.field !== 'name');
    },
  },
  { id: 'month-negative', seed: (context) => { const cell = pickCell(context, (mark) => mark.table === 'months' && mark.part === 'body' && mark.field.startsWith('m')); return cell ? [put(cell, -Math.abs(numberOf(cell)) - 1)] : null; } },
  { id: 'month-head-twice', seed: (context) => { const head = pickCell(context, (mark) => mark.table === 'months' && mark.part === 'head' && /^m[3-9]$/u.test(mark.field)); if (!head) return null; const month = Number(head.mark?.field.slice(1)); put(head, `${month - 1}月`); return context.book.cells((mark) => mark.table === 'months' && [`m${month}`, `m${month - 1}`].includes(mark.field) && mark.part === 'head'); } },
  { id: 'note-count-off', seed: (context) => { const note = pickCell(context, (mark) => mark.part === 'note' && mark.field === 'count'); return note ? [put(note, String(note.value).replace(/\d+所/u, (text) => `${Number.parseInt(text, 10) + 2}所`))] : null; } },
  { id: 'unit-empty', seed: meta('unit', emptied) },
  { id: 'date-empty', seed: meta('date', emptied) },
  { id: 'person-empty', seed: meta('person', emptied) },
  { id: 'reviewer-empty', seed: meta('reviewer', emptied) },
  { id: 'phone-digit-lost', seed: meta('phone', (text) => text.slice(0, -1)) },
  { id: 'phone-letter', seed: meta('phone', (text) => text.replace(/\d$/u, 'l')) },
  { id: 'period-after-the-report', seed: meta('period', otherMonth, ['date', 'period'], 3) },
  { id: 'date-before-the-plan', seed: meta('date', (text, { figures, random }) => (/^\d+$/u.test(text) ? figures.today - 3653 : text.replace(/\d{4}年/u, `${random.whole(2012, 2019)}年`)), ['period'], 3) },
  { id: 'date-impossible', seed: meta('date', (text) => (text.includes('年') ? text.replace(/年\d+月\d+日/u, '年6月31日') : '2024年6月31日'), [], 3) },
  { id: 'date-of-next-century', seed: meta('date', (text, { figures }) => (text.includes('年') ? text.replace(/20(\d\d)年/u, '21$1年') : dateText(figures.today + 36_525, true)), ['period'], 3) },
  { id: 'unit-of-another-district', seed: unitOther },
  { id: 'plan-years-wrong', seed: meta('plan', (text) => text.replace('2022-2025', '2020-2025')) },
]; // prettier-ignore
