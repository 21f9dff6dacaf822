import { columnIndex, type SheetSpec, type SpecCell } from '../../src/workbook';

type Value = string | number | boolean | null;

/**
 * The sheet as Excel would show it after a change: every formula's cached value calculated anew. Knows what the
 * samples use: + - * / =, SUM, ROUND, IF, ranges and cells of the same sheet. Text in a SUM counts as nothing.
 */
export function recalculated(sheet: SheetSpec): SheetSpec {
  const byPlace = new Map(sheet.cells.map((cell) => [place(cell.row, cell.column), cell]));
  const known = new Map<string, Value>();
  const valueAt = (row: number, column: number): Value => {
    const key = place(row, column);
    const old = known.get(key);
    if (old !== undefined) return old;
    const content = byPlace.get(key)?.content;
    const value =
      content?.kind === 'formula'
        ? evaluate(content.formula.slice(1), valueAt)
        : content?.kind === 'value'
          ? content.value
          : null;
    known.set(key, value);
    return value;
  };
  const cells = sheet.cells.map((cell): SpecCell => {
    if (cell.content.kind !== 'formula') return cell;
    const value = valueAt(cell.row, cell.column) ?? 0;
    return { ...cell, cached: typeof value === 'number' ? rounded(value, 6) : value };
  });
  return { ...sheet, cells };
}

const TOKEN = /\s*(?:([A-Z]+\d+)(?::([A-Z]+\d+))?|([A-Z]+)\(|(\d+(?:\.\d+)?)|"([^"]*)"|([-+*/=(),]))/uy;

interface Token {
  readonly kind: 'cells' | 'function' | 'number' | 'text' | 'sign';
  readonly text: string;
  readonly to: string;
}

function evaluate(formula: string, valueAt: (row: number, column: number) => Value): Value {
  const tokens = tokensOf(formula);
  let at = 0;
  const isSign = (sign: string) => tokens[at]?.kind === 'sign' && tokens[at]?.text === sign;
  const take = (sign: string): boolean => isSign(sign) && at++ >= 0;
  const compared = (): Value => {
    const left = added();
    return take('=') ? left === added() : left;
  };
  const added = (): Value => {
    let left = multiplied();
    while (isSign('+') || isSign('-')) {
      const factor = take('+') ? 1 : (at++, -1);
      left = amount(left) + factor * amount(multiplied());
    }
    return left;
  };
  const multiplied = (): Value => {
    let left = single();
    while (isSign('*') || isSign('/'))
      left = take('*') ? amount(left) * amount(single()) : (at++, amount(left) / amount(single()));
    return left;
  };
  const single = (): Value => {
    const token = tokens[at++];
    if (!token) throw new Error(`unfinished formula ${formula}`);
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'text') return token.text;
    if (token.kind === 'cells') return cells(token, valueAt)[0] ?? null;
    if (token.kind === 'function') return call(token.text);
    const inner = compared();
    at++;
    return inner;
  };
  const call = (name: string): Value => {
    const parts: (readonly Value[])[] = [];
    while (!take(')')) {
      const token = tokens[at];
      if (token?.kind === 'cells' && token.to !== '') parts.push((at++, cells(token, valueAt)));
      else parts.push([compared()]);
      take(',');
    }
    const [first = [], second = [], third = []] = parts;
    if (name === 'SUM') return parts.flat().reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);
    if (name === 'ROUND') return rounded(amount(first[0] ?? null), amount(second[0] ?? null));
    if (name === 'IF') return (first[0] ? second[0] : third[0]) ?? null;
    throw new Error(`unknown function ${name}`);
  };
  return compared();
}

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const start = TOKEN.lastIndex;
    const [, cell, to = '', name, number, text, sign] = TOKEN.exec(formula) ?? [];
    if (cell !== undefined) tokens.push({ kind: 'cells', text: cell, to });
    else if (name !== undefined) tokens.push({ kind: 'function', text: name, to });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, to });
    else if (text !== undefined) tokens.push({ kind: 'text', text, to });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, to });
    else throw new Error(`cannot read ${formula} from ${start}`);
  }
  return tokens;
}

function cells(token: Token, valueAt: (row: number, column: number) => Value): readonly Value[] {
  const from = cellOf(token.text);
  const to = token.to === '' ? from : cellOf(token.to);
  const values: Value[] = [];
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) values.push(valueAt(row, column));
  }
  return values;
}

function cellOf(name: string): { readonly row: number; readonly column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/u.exec(name) ?? [];
  return { row: Number(digits) - 1, column: columnIndex(letters) };
}

/** Outside SUM, Excel reads a text number as its number. */
function amount(value: Value): number {
  return typeof value === 'string' ? Number(value) : Number(value ?? 0);
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

function place(row: number, column: number): string {
  return `${row},${column}`;
}
