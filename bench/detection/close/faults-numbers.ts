import { cellName } from '../../../src/workbook';
import { numberIn, shown, type Cell } from '../proof/book';
import { transposed, type, type Fault, type Scene } from '../proof/fault';
import { cellsOf, isNumeric, isPinned, mistotal, MONEY, one, reformed, retype, SCHOOL, slip, spelled, SUMMARY, TARGET } from './places'; // prettier-ignore

const round = (value: number): number => Number(value.toFixed(4));

/** The digits of a number written otherwise. */
function rewrittenDigits(value: number, change: (digits: string) => string): number | null {
  const text = change(String(value));
  return /^[1-9]\d*(?:\.\d+)?$/u.test(text) ? Number(text) : null;
}

const BELOW = (value: number, cell: Cell, { book }: Scene): number | null => {
  const list = book.find(cell.field).filter(({ page }) => page === cell.page);
  const next = list[list.indexOf(cell) + 1];
  return next && isNumeric(next) && numberIn(next) > 0 && numberIn(next) !== value ? numberIn(next) : null;
};

type Change = (value: number, cell: Cell, scene: Scene) => number | null;

const CHANGES: readonly (readonly [string, Change])[] = [
  ['ten-times', (value) => (value > 0 ? round(value * 10) : null)],
  ['tenth', (value) => (value > 0 && Number.isInteger(value / 10) ? value / 10 : null)],
  ['hundred-times', (value) => (value > 0 ? round(value * 100) : null)],
  ['ten-thousand-times', (value) => (value > 0 ? round(value * 10_000) : null)],
  ['digits-swapped', (value) => transposed(value)],
  ['last-digit-lost', (value) => (value >= 100 ? rewrittenDigits(value, (digits) => digits.replace(/\d$/u, '')) : null)],
  ['digit-doubled', (value) => rewrittenDigits(value, (digits) => digits.replace(/^(\d)/u, '$1$1'))],
  ['first-digit-lost', (value) => (value >= 100 ? rewrittenDigits(value, (digits) => digits.slice(1)) : null)],
  ['row-below-copied', BELOW],
  ['six-for-nine', (value) => rewrittenDigits(value, (digits) => (digits.includes('9') ? digits.replace('9', '6') : digits.replace('6', '9')))],
]; // prettier-ignore

const FAMILIES: readonly (readonly [string, readonly string[]])[] = [
  ['plan-size', ['classes', 'seats', 'land', 'target']],
  ['money', [...MONEY, 'invest', 'prior', 'current', 'formed', ...SUMMARY]],
];

const SLIPS: readonly Fault[] = FAMILIES.flatMap(([name, fields]) =>
  CHANGES.map(([word, change]) => slip(`${name}-${word}`, fields, change)),
);

const ALL = [...SCHOOL, ...MONEY, ...TARGET, 'count', 'byCount'] as const;
const FULL = (text: string): string => text.replace(/[\d.]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const HAN = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const UNIT: Readonly<Record<string, string>> = { classes: '个', seats: '个', land: '亩', formed: '个', target: '', now: '', before: '', count: '条', byCount: '所' }; // prettier-ignore

const SPELLINGS: readonly Fault[] = [
  spelled('text-number', ALL, (value) => String(value)),
  spelled('text-number-in-sum', ['seats', 'current', 'spent', 'm3', 'q2'], (value) => String(value), (value) => value > 0),
  spelled('full-width-number', ALL, (value) => FULL(String(value))),
  spelled('full-width-point', ['land', 'target', 'now'], (value) => String(value).replace('.', '．'), (value) => !Number.isInteger(value)),
  spelled('unit-behind-number', [...SCHOOL, ...MONEY], (value, { field }) => `${value}${UNIT[field] ?? '万元'}`),
  spelled('about-number', [...SCHOOL, ...MONEY], (value) => `约${value}`, (value) => value > 0),
  spelled('more-than-number', ALL, (value) => `${value}余`, (value) => value > 9),
  spelled('letter-o-for-zero', ALL, (value) => String(value).replace('0', 'O'), (value) => /\d0/u.test(String(value))),
  spelled('letter-l-for-one', ALL, (value) => String(value).replace('1', 'l'), (value) => /1/u.test(String(value)) && value > 9),
  spelled('thousands-text', ALL, (value) => value.toLocaleString('en-US'), (value) => value >= 1000),
  spelled('thousands-wide-comma', ALL, (value) => value.toLocaleString('en-US').replace(',', '，'), (value) => value >= 1000),
  spelled('blank-inside', ALL, (value) => `${String(value).slice(0, 1)} ${String(value).slice(1)}`, (value) => value >= 10),
  spelled('blank-before-number', ALL, (value) => ` ${value}`),
  spelled('wide-blank-after-number', ALL, (value) => `${value}\u3000`),
  spelled('two-points', ['land', 'target', 'now'], (value) => String(value).replace('.', '..'), (value) => !Number.isInteger(value)),
  spelled('comma-for-point', ['land', 'target', 'now', 'byLand'], (value) => String(value).replace('.', ','), (value) => !Number.isInteger(value)),
  spelled('sum-in-words', ['seats', 'current', 'prior', 'spent', 'q3', 'm9', 'now'], (value) => `${Math.floor(value / 2)}+${value - Math.floor(value / 2)}`, (value) => Number.isInteger(value) && value > 1),
  spelled('range-for-number', [...SCHOOL, 'amount', 'issued'], (value) => `${value}-${value + 10}`, (value) => value > 0),
  spelled('chinese-numeral', ALL, (value) => [...String(value)].map((c) => HAN[Number(c)] ?? c).join(''), (value) => Number.isInteger(value) && value > 9),
  spelled('waiting-for-number', ['classes', 'seats', 'land', 'invest', 'amount', 'now'], () => '待定'),
  spelled('slash-for-number', ALL, () => '/', (value) => value > 0),
  spelled('dash-for-number', ALL, () => '——', (value) => value > 0),
  spelled('as-above', ALL, () => '同上', (value) => value > 0),
  spelled('negative', ALL, (value) => -value, (value) => value > 0),
  spelled('half-a-class', ['classes', 'seats', 'formed'], (value) => value + 0.5, (value) => value > 0),
  spelled('error-value', [...SCHOOL, ...MONEY, 'now'], () => '#N/A'),
  spelled('value-error', [...SCHOOL, ...MONEY, 'target', 'before'], () => '#VALUE!'),
  spelled('wan-in-number', ['seats', 'invest', 'prior', 'current', 'amount', 'issued'], (value) => `${round(value / 10_000)}万`, (value) => value >= 100),
]; // prettier-ignore

const isSumRow = ({ kind, calc }: Cell): boolean => calc?.op === 'sum' && (kind === 'subtotal' || kind === 'total');

/** The sum of some of the cells that a sum rests on. */
const add = (cells: readonly Cell[]): number => round(cells.reduce((sum, cell) => sum + numberIn(cell), 0));
const nameOf = ({ row, column }: Cell): string => cellName(row, column);
const spanOf = (cells: readonly Cell[]): string => {
  const [first, last] = [cells[0], cells.at(-1)];
  return first && last && first !== last ? `${nameOf(first)}:${nameOf(last)}` : first ? nameOf(first) : '';
};
const isColumn = ({ calc }: Cell): boolean =>
  (calc?.of.length ?? 0) > 2 &&
  (calc?.of ?? []).every((part, i, all) => i === 0 || part.row === (all[i - 1]?.row ?? 0) + 1);

const SUMS: readonly Fault[] = [
  mistotal('sum-ten-more', (value) => value + 10),
  mistotal('sum-one-less', (value) => value - 1),
  mistotal('sum-transposed', (value) => transposed(value)),
  mistotal('sum-ten-times', (value) => round(value * 10)),
  mistotal('sum-without-last', (value, { calc }) => round(value - numberIn(calc?.of.at(-1) as Cell)), ({ calc }) => (calc?.of.length ?? 0) > 1),
  mistotal('sum-first-twice', (value, { calc }) => round(value + numberIn(calc?.of[0] as Cell)), ({ calc }) => (calc?.of.length ?? 0) > 1),
  mistotal('grand-total-hundred-off', (value) => value + 100, ({ kind }) => kind === 'total'),
  reformed('formula-without-last', (cell) => isSumRow(cell) && isColumn(cell), ({ calc }) => {
    const of = calc?.of.slice(0, -1) ?? [];
    return numberIn(calc?.of.at(-1) as Cell) > 0 ? [`=SUM(${spanOf(of)})`, add(of)] : null;
  }),
  reformed('formula-without-first', (cell) => isSumRow(cell) && isColumn(cell), ({ calc }) => {
    const of = calc?.of.slice(1) ?? [];
    return numberIn(calc?.of[0] as Cell) > 0 ? [`=SUM(${spanOf(of)})`, add(of)] : null;
  }),
  reformed('formula-plus-number', isSumRow, (cell) => [`=SUM(${(cell.calc?.of ?? []).map(nameOf).join(',')})+20`, add(cell.calc?.of ?? []) + 20]),
  reformed('formula-ref-error', () => true, () => ['=SUM(#REF!)', '#REF!']),
  reformed('formula-name-error', isSumRow, ({ calc }) => [`=SUMM(${spanOf(calc?.of ?? [])})`, '#NAME?']),
  reformed('formula-to-other-file', isSumRow, (cell, { book }) => {
    book.externalLinks = ['file:///D:/报表/2023年6月.xlsx'];
    return [`='[2023年6月.xlsx]Sheet1'!${nameOf(cell)}`, round(numberIn(cell) * 0.9)];
  }),
  reformed('formula-column-slipped', (cell, { book }) => isSumRow(cell) && isColumn(cell) && beside(cell, book.cells()) !== null, (cell, { book }) => {
    const of = (cell.calc?.of ?? []).flatMap((part) => book.cells().find((each) => each.page === part.page && each.row === part.row && each.column === part.column + 1) ?? []);
    return of.length === cell.calc?.of.length && of.every(isNumeric) && add(of) !== add(cell.calc.of) ? [`=SUM(${spanOf(of)})`, add(of)] : null;
  }),
  reformed('formula-average-for-sum', (cell) => isSumRow(cell) && isColumn(cell), ({ calc }) =>
    add(calc?.of ?? []) > 0 ? [`=AVERAGE(${spanOf(calc?.of ?? [])})`, round(add(calc?.of ?? []) / (calc?.of.length ?? 1))] : null),
  reformed('formula-count-for-sum', (cell) => isSumRow(cell) && isColumn(cell), ({ calc }) =>
    add(calc?.of ?? []) > 0 ? [`=COUNT(${spanOf(calc?.of ?? [])})`, calc?.of.length ?? 0] : null),
  reformed('formula-circular', (cell) => isSumRow(cell) && isColumn(cell), (cell) => [`=SUM(${spanOf(cell.calc?.of ?? [])},${nameOf(cell)})`, 0]),
  reformed('ratio-turned-over', ({ calc }) => calc?.op === 'percent' || calc?.op === 'share', ({ calc }) => {
    const [a, b] = calc?.of ?? [];
    if (!a || !b || numberIn(a) === 0 || numberIn(a) === numberIn(b)) return null;
    const isPercent = calc?.op === 'percent';
    const value = (numberIn(b) / numberIn(a)) * (isPercent ? 100 : 1);
    return [`=ROUND(${nameOf(b)}/${nameOf(a)}${isPercent ? '*100,1' : ',4'})`, Number(value.toFixed(isPercent ? 1 : 4))];
  }),
  reformed('difference-turned-over', ({ calc }) => calc?.op === 'minus', ({ calc }) => {
    const [a, b] = calc?.of ?? [];
    return a && b && numberIn(a) !== numberIn(b) ? [`=${nameOf(b)}-${nameOf(a)}`, round(numberIn(b) - numberIn(a))] : null;
  }),
]; // prettier-ignore

function beside(cell: Cell, cells: readonly Cell[]): Cell | null {
  return cells.find((one) => one.page === cell.page && one.row === cell.row && one.column === cell.column + 1) ?? null;
}

/** A formula of a row overwritten by a number that does not agree. */
function overwritten(id: string, ops: readonly string[], change: (value: number) => number): Fault {
  return {
    id,
    seed(scene) {
      const cells = scene.book
        .cells()
        .filter(({ kind, calc }) => kind === 'item' && calc?.asFormula && ops.includes(calc.op));
      const cell = one(
        scene,
        cells.filter((each) => isNumeric(each) && numberIn(each) > 0),
      );
      return cell ? [type(cell, change(numberIn(cell)))] : null;
    },
  };
}

const OTHERS: readonly Fault[] = [
  overwritten('rate-typed-wrong', ['percent', 'share'], (value) => round(value < 1 ? value + 0.06 : value + 6)),
  overwritten('rate-over-hundred-typed', ['percent', 'share'], (value) => (value < 1 ? 1.2 : 120)),
  overwritten('difference-typed-wrong', ['minus'], (value) => round(value + 5)),
  {
    id: 'row-sum-typed-wrong',
    seed(scene) {
      const rows = scene.book.cells().filter(({ kind, calc }) => kind === 'item' && calc?.op === 'sum');
      const cell = one(scene, rows.filter((each) => numberIn(each) > 50));
      const parts = cell?.calc?.of ?? [];
      return cell ? [...retype(scene, cell, numberIn(cell) + 30), ...parts] : null;
    },
  },
  {
    id: 'two-rows-exchanged',
    seed(scene) {
      const cells = cellsOf(scene, ['classes', 'land', 'amount', 'target']).filter((each) => isNumeric(each) && isPinned(scene, each));
      const a = one(scene, cells.filter(({ id, field }) => field !== 'amount' || id === 'F01' || id === 'F06'));
      const b = a && one(scene, cells.filter(({ field, id }) => field === a.field && id !== a.id && !(field === 'amount' && id !== 'F01' && id !== 'F06')));
      if (!a || !b || Math.abs(numberIn(a) - numberIn(b)) < 5) return null;
      const [x, y] = [shown(a), shown(b)];
      return [...retype(scene, a, y), ...retype(scene, b, x)];
    },
  },
]; // prettier-ignore

export const NUMBER_FAULTS: readonly Fault[] = [...SLIPS, ...SPELLINGS, ...SUMS, ...OTHERS];
