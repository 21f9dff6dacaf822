import { cellName, columnName } from '../../../src/workbook';
import { formulaTextOf, numberIn, shown, type Cell } from '../proof/book';
import { inRow, pickCell, round, SIZES, sumText, type Fault, type Scene } from './fault';

const SUMMED = [...SIZES, 'amount', 'invest', 'prior', 'used'] as const;
const name = (cell: Cell): string => cellName(cell.row, cell.column);
const addUp = (cells: readonly Cell[]): number =>
  round(
    cells.reduce((sum, cell) => sum + numberIn(cell), 0),
    6,
  );

/** Puts a formula's text over what the cell works out. */
function reformed(cell: Cell, text: string, value: Cell['value']): Cell {
  cell.text = text;
  cell.value = value;
  return cell;
}

/** A fault in one SUM over a run of cells below one another. */
function inSum(
  id: string,
  change: (cell: Cell, parts: readonly Cell[], scene: Scene) => readonly [text: string, value: Cell['value']] | null,
): Fault {
  return {
    id,
    seed(scene) {
      const kind = scene.random.next() < 0.5 ? 'subtotal' : 'total';
      const fits = (one: Cell): boolean => sumText(one) !== null && (one.calc?.of.length ?? 0) > 2;
      const cell =
        pickCell(scene, SUMMED, fits, kind) ?? pickCell(scene, SUMMED, fits, kind === 'total' ? 'subtotal' : 'total');
      const next = cell ? change(cell, cell.calc?.of ?? [], scene) : null;
      if (!cell || !next) return null;
      return [reformed(cell, ...next)];
    },
  };
}

const isRun = (parts: readonly Cell[]): boolean => parts.every((part, i) => part.row === (parts[0]?.row ?? 0) + i);
const range = (parts: readonly Cell[]): string => {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return '0';
  return isRun(parts) ? `${name(first)}:${name(last)}` : parts.map(name).join(',');
};

const sums: readonly Fault[] = [
  inSum('sum-leaves-last-out', (_, parts) => [`=SUM(${range(parts.slice(0, -1))})`, addUp(parts.slice(0, -1))]),
  inSum('sum-leaves-first-out', (_, parts) => [`=SUM(${range(parts.slice(1))})`, addUp(parts.slice(1))]),
  inSum('sum-leaves-middle-out', (_, parts) => {
    const at = Math.floor(parts.length / 2);
    const [head, tail] = [parts.slice(0, at), parts.slice(at + 1)];
    return [`=SUM(${range(head)},${range(tail)})`, addUp([...head, ...tail])];
  }),
  inSum('sum-counts-a-row-twice', (_, parts) => {
    const last = parts.at(-1);
    return last ? [`=SUM(${range(parts)},${name(last)})`, addUp([...parts, last])] : null;
  }),
  inSum('sum-with-number-added', (_, parts) => [`=SUM(${range(parts)})+50`, addUp(parts) + 50]),
  inSum('sum-typed-numbers', (_, parts) => [`=${parts.map((part) => String(numberIn(part))).join('+')}`, addUp(parts)]),
  inSum('sum-is-average', (_, parts) => [`=AVERAGE(${range(parts)})`, round(addUp(parts) / parts.length, 4)]),
  inSum('sum-of-neighbour-column', (cell, parts) => {
    const moved = parts.map((part) => part.page.at(part.row, part.column + 1));
    const kept = moved.filter((part): part is Cell => part !== null && typeof shown(part) === 'number');
    if (kept.length !== parts.length || addUp(kept) === numberIn(cell)) return null;
    return [`=SUM(${range(kept)})`, addUp(kept)];
  }),
  inSum('sum-holds-itself', (cell, parts) => [`=SUM(${range(parts)},${name(cell)})`, 0]),
  inSum('sum-broken-reference', () => ['=SUM(#REF!)', '#REF!']),
  inSum('sum-misspelt', (_, parts) => [`=SUMM(${range(parts)})`, '#NAME?']),
  inSum('sum-of-other-workbook', (cell, parts, { book }) => {
    book.externalLinks = ['2023年5月上报表.xlsx'];
    return [`=SUM('[2023年5月上报表.xlsx]附件2'!${range(parts)})`, numberIn(cell)];
  }),
  inSum('sum-stale', (_, parts) => [`=SUM(${range(parts)})`, addUp(parts.slice(0, -1))]),
  inSum('sum-rounded-to-hundreds', (cell, parts) => {
    const value = Math.round(addUp(parts) / 100) * 100;
    return value === numberIn(cell) ? null : [`=ROUND(SUM(${range(parts)}),-2)`, value];
  }),
  {
    id: 'sum-shown-as-text',
    seed(scene) {
      const cell = pickCell(scene, SUMMED, (one) => sumText(one) !== null, 'total');
      if (!cell) return null;
      const text = sumText(cell) ?? '';
      cell.calc = null;
      cell.value = text.slice(1);
      return [cell];
    },
  },
  {
    id: 'total-adds-subtotals-and-rows',
    seed(scene) {
      const cell = pickCell(
        scene,
        SUMMED,
        (one) => sumText(one) !== null && (one.calc?.of ?? []).some(({ kind }) => kind === 'subtotal'),
        'total',
      );
      if (!cell) return null;
      const all = cell.page.cells
        .filter((one) => one.field === cell.field && (one.kind === 'item' || one.kind === 'subtotal'))
        .sort((a, b) => a.row - b.row);
      const [first, last] = [all[0], all.at(-1)];
      return first && last ? [reformed(cell, `=SUM(${name(first)}:${name(last)})`, addUp(all))] : null;
    },
  },
  {
    id: 'total-passes-a-subtotal-over',
    seed(scene) {
      const cell = pickCell(
        scene,
        SUMMED,
        (one) => sumText(one) !== null && (one.calc?.of ?? []).some(({ kind }) => kind === 'subtotal'),
        'total',
      );
      const parts = cell?.calc?.of ?? [];
      const gone = parts.filter(({ kind }) => kind === 'subtotal');
      if (!cell || gone.length === 0) return null;
      const out = scene.random.pick(gone);
      const kept = parts.filter((part) => part !== out);
      return [reformed(cell, `=SUM(${kept.map(name).join(',')})`, addUp(kept))];
    },
  },
  {
    id: 'total-counts-a-subtotal-twice',
    seed(scene) {
      const cell = pickCell(
        scene,
        SUMMED,
        (one) => sumText(one) !== null && (one.calc?.of ?? []).some(({ kind }) => kind === 'subtotal'),
        'total',
      );
      const parts = cell?.calc?.of ?? [];
      const twice = parts.find(({ kind }) => kind === 'subtotal');
      return cell && twice
        ? [reformed(cell, `=SUM(${parts.map(name).join(',')},${name(twice)})`, addUp([...parts, twice]))]
        : null;
    },
  },
  {
    id: 'link-to-other-file',
    seed(scene) {
      const cell = pickCell(
        scene,
        ['seats', 'land', 'invest', 'amount'],
        (one) => typeof shown(one) === 'number' && !one.calc,
      );
      if (!cell) return null;
      scene.book.externalLinks = ['file:///D:/报表/2023年5月上报表.xlsx'];
      return [reformed(cell, `=[1]附件2!${columnName(cell.column)}${cell.row + 1}`, cell.value)];
    },
  },
];

const WORKED = ['rate', 'percent', 'ratio', 'execution', 'left', 'gap', 'spent'] as const;

/** Formulas copied down the rows that differ in one of them. */
const copied: readonly Fault[] = [
  inRow(
    'copied-formula-slipped-a-row',
    WORKED,
    (cell) => {
      const [a] = cell.calc?.of ?? [];
      return (
        formulaTextOf(cell) !== null &&
        a !== undefined &&
        a.page.at(a.row - 1, a.column)?.kind === 'item' &&
        cell.page.at(cell.row - 1, cell.column)?.calc != null &&
        cell.page.at(cell.row - 1, cell.column)?.field === cell.field
      );
    },
    (cell) => {
      const above = cell.page.at(cell.row - 1, cell.column);
      const text = above ? formulaTextOf(above) : null;
      if (!above || text === null || shown(above) === shown(cell)) return null;
      return [reformed(cell, text, shown(above))];
    },
  ),
  inRow(
    'copied-formula-turned-round',
    ['rate', 'percent', 'ratio', 'execution'],
    (cell) => formulaTextOf(cell) !== null && numberIn(cell) > 0,
    (cell) => {
      const [a, b] = cell.calc?.of ?? [];
      if (!a || !b || numberIn(a) === numberIn(b)) return null;
      const isPercent = cell.calc?.op === 'percent';
      const value = round((numberIn(b) / numberIn(a)) * (isPercent ? 100 : 1), isPercent ? 1 : 4);
      return [reformed(cell, `=ROUND(${name(b)}/${name(a)}${isPercent ? '*100,1' : ',4'})`, value)];
    },
  ),
  inRow(
    'copied-formula-with-typed-number',
    WORKED,
    (cell) => formulaTextOf(cell) !== null && numberIn(cell) !== 0,
    (cell) => {
      const [, b] = cell.calc?.of ?? [];
      const text = formulaTextOf(cell);
      if (!b || !text) return null;
      return [reformed(cell, text.replace(new RegExp(`${name(b)}(?!\\d)`, 'u'), String(numberIn(b))), shown(cell))];
    },
  ),
  inRow(
    'copied-formula-typed-over',
    WORKED,
    (cell) => formulaTextOf(cell) !== null && numberIn(cell) !== 0,
    (cell) => {
      cell.value = shown(cell);
      cell.calc = null;
      return [cell];
    },
  ),
  inRow(
    'copied-formula-divides-by-nothing',
    ['rate', 'percent', 'ratio', 'execution'],
    (cell) => formulaTextOf(cell) !== null,
    (cell) => {
      const [a] = cell.calc?.of ?? [];
      return a ? [reformed(cell, `=ROUND(${name(a)}/0,4)`, '#DIV/0!')] : null;
    },
  ),
  inRow(
    'copied-formula-broken',
    WORKED,
    (cell) => formulaTextOf(cell) !== null,
    (cell) => {
      const [a] = cell.calc?.of ?? [];
      return a ? [reformed(cell, `=${name(a)}-#REF!`, '#REF!')] : null;
    },
  ),
  inRow(
    'copied-formula-minus-for-plus',
    'spent',
    (cell, beside) => formulaTextOf(cell) !== null && numberIn(beside('current') as Cell) > 0,
    (cell) => {
      const [a, b] = cell.calc?.of ?? [];
      return a && b ? [reformed(cell, `=${name(a)}-${name(b)}`, numberIn(a) - numberIn(b))] : null;
    },
  ),
  inRow(
    'copied-formula-holds-itself',
    ['spent', 'left', 'gap'],
    (cell) => formulaTextOf(cell) !== null,
    (cell) => {
      const [a] = cell.calc?.of ?? [];
      return a ? [reformed(cell, `=${name(a)}-${name(cell)}`, 0)] : null;
    },
  ),
  inRow(
    'copied-formula-without-hundred',
    ['percent', 'ratio'],
    (cell) => formulaTextOf(cell) !== null && numberIn(cell) > 0,
    (cell) => {
      const [a, b] = cell.calc?.of ?? [];
      return a && b ? [reformed(cell, `=ROUND(${name(a)}/${name(b)},1)`, round(numberIn(a) / numberIn(b), 1))] : null;
    },
  ),
  inRow(
    'error-pasted-as-value',
    [...SIZES, 'formed', 'now', 'used', 'spent'],
    (cell) => typeof shown(cell) === 'number',
    (cell) => {
      cell.calc = null;
      cell.value = '#N/A';
      return [cell];
    },
  ),
];

export const FORMULA_FAULTS: readonly Fault[] = [...sums, ...copied];
