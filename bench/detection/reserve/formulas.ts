import { isErrorValue, type CellValue } from '../../../src/workbook';
import { nameOf, type Calc, type Page, type Ref } from './draft';

/** `=SUM(E5:E9)` where the cells are one run of a column or row, `=SUM(E5,E9)` else; texts count as nothing. */
export function sumOf(refs: readonly Ref[], from: Page): Calc {
  return { formula: `=SUM(${spanOf(refs, from)})`, refs, work: (read) => added(refs.map(read)) };
}

/** A sum over a stretch of rows given by its first and last cell; `refs` are the cells of it that hold figures. */
export function sumBetween(first: Ref, last: Ref, refs: readonly Ref[], from: Page, word = 'SUM('): Calc {
  return {
    formula: `=${word}${nameOf(first, from)}:${nameOf(last, last.page)})`,
    refs,
    work: (read) => added(refs.map(read)),
  };
}

/** `=E5+E9`: a text that is a number counts, another one is an error. */
export function plusOf(refs: readonly Ref[], from: Page): Calc {
  return {
    formula: `=${refs.map((ref) => nameOf(ref, from)).join('+')}`,
    refs,
    work: (read) => {
      const numbers = refs.map((ref) => coerced(read(ref)));
      const error = numbers.find((one) => typeof one === 'string');
      return error ?? numbers.reduce<number>((sum, one) => sum + Number(one), 0);
    },
  };
}

export function minusOf(whole: Ref, part: Ref, from: Page): Calc {
  return {
    formula: `=${nameOf(whole, from)}-${nameOf(part, from)}`,
    refs: [whole, part],
    work: (read) => {
      const [a, b] = [coerced(read(whole)), coerced(read(part))];
      return typeof a === 'string' ? a : typeof b === 'string' ? b : a - b;
    },
  };
}

/** `=F5/E5`, times 100 where the header carries the %, rounded to one decimal place of a per cent. */
export function ratioOf(part: Ref, whole: Ref, times100: boolean, from: Page): Calc {
  const names = [nameOf(part, from), nameOf(whole, from)] as const;
  return {
    formula: times100 ? `=ROUND(${names[0]}/${names[1]}*100,1)` : `=ROUND(${names[0]}/${names[1]},3)`,
    refs: [part, whole],
    work: (read) => {
      const [a, b] = [coerced(read(part)), coerced(read(whole))];
      if (typeof a === 'string') return a;
      if (typeof b === 'string') return b;
      if (b === 0) return '#DIV/0!';
      return times100 ? Math.round((a / b) * 1000 + 1e-9) / 10 : Math.round((a / b) * 1000 + 1e-9) / 1000;
    },
  };
}

/** `=F5`: an empty cell shows 0. */
export function sameAs(ref: Ref, from: Page): Calc {
  return { formula: `=${nameOf(ref, from)}`, refs: [ref], work: (read) => read(ref) ?? 0 };
}

function added(values: readonly CellValue[]): CellValue {
  const error = values.find((value) => isErrorValue(value));
  return error ?? values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
}

function coerced(value: CellValue): number | string {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (isErrorValue(value)) return value;
  const text = String(value).trim();
  return /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : '#VALUE!';
}

function spanOf(refs: readonly Ref[], from: Page): string {
  const [first] = refs;
  const last = refs.at(-1);
  if (!first || !last) return '0';
  const isRun = (step: 'row' | 'column', fixed: 'row' | 'column'): boolean =>
    refs.every((ref, i) => ref.page === first.page && ref[fixed] === first[fixed] && ref[step] === first[step] + i);
  if (refs.length > 1 && (isRun('row', 'column') || isRun('column', 'row')))
    return `${nameOf(first, from)}:${nameOf(last, last.page)}`;
  return refs.map((ref) => nameOf(ref, from)).join(',');
}
