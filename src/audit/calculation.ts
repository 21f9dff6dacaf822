import { cellIndex, isErrorValue, parseArea, type Area, type SheetSnapshot } from '../workbook';

/** The sheet that a formula names; `null` where the workbook has none of that name. */
export type SheetFinder = (name: string) => SheetSnapshot | null;

/** How a program rounds what lies half-way up to the dust of binary fractions: as Excel shows it, or as it is stored. */
export type Halves = 'shown' | 'stored';

/** Another value for a cell than the stored one; `undefined` where the stored one holds. */
export type FreshValue = (sheet: SheetSnapshot, index: number) => number | undefined;

/** Cells of one range that are added; a longer one is not calculated. */
const MOST_CELLS = 100_000;

/**
 * The value of a formula from the stored values of the cells that it refers to. Knows the four kinds of calculation,
 * percent signs, brackets, `SUM`, `SUBTOTAL` 9 and 109 and `ROUND`; `null` for anything else, for cells that hold an
 * error, text or no calculated value, and for a `SUBTOTAL` on a sheet with hidden rows, whose result depends on them.
 */
export function calculate(
  formula: string,
  sheet: SheetSnapshot,
  find: SheetFinder,
  fresh: FreshValue = () => undefined,
  halves: Halves = 'shown',
): number | null {
  const tokens = tokensOf(formula);
  if (tokens === null) return null;
  const value = new Calculation(tokens, sheet, find, fresh, halves).whole();
  return value !== null && Number.isFinite(value) ? value : null;
}

interface Token {
  readonly kind: 'number' | 'reference' | 'function' | 'sign';
  readonly text: string;
}

const TOKEN =
  /\s+|(?<number>\d+(?:\.\d+)?(?:E[+-]?\d+)?)|(?<reference>(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(.!])|(?<function>SUM|SUBTOTAL|ROUND)\(|(?<sign>[-+*/(),%])/iuy;

function tokensOf(formula: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 1;
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula);
    if (!match) return null;
    for (const [kind, text] of Object.entries(match.groups ?? {}))
      if (text !== undefined) tokens.push({ kind: kind as Token['kind'], text });
  }
  return tokens;
}

class Calculation {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly sheet: SheetSnapshot,
    private readonly find: SheetFinder,
    private readonly fresh: FreshValue,
    private readonly halves: Halves,
  ) {}

  whole(): number | null {
    const value = this.sum();
    return this.at === this.tokens.length ? value : null;
  }

  private sum(): number | null {
    let value = this.product();
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      const next = this.product();
      value = value === null || next === null ? null : sign === '+' ? value + next : value - next;
    }
    return value;
  }

  private product(): number | null {
    let value = this.factor();
    for (let sign = this.take('*', '/'); sign !== null; sign = this.take('*', '/')) {
      const next = this.factor();
      value = value === null || next === null ? null : sign === '*' ? value * next : value / next;
    }
    return value;
  }

  private factor(): number | null {
    if (++this.depth > 200) return null;
    const sign = this.take('+', '-');
    let value = sign === null ? this.primary() : this.factor();
    if (sign === '-' && value !== null) value = -value;
    while (this.take('%') !== null) value = value === null ? null : value / 100;
    this.depth--;
    return value;
  }

  private primary(): number | null {
    const token = this.tokens[this.at++];
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'reference') return this.single(token.text);
    if (token?.kind === 'function') return this.called(token.text.toUpperCase());
    if (token?.text !== '(') return null;
    const value = this.sum();
    return this.take(')') === null ? null : value;
  }

  private called(name: string): number | null {
    if (name === 'ROUND') {
      const value = this.sum();
      const places = this.take(',') === null ? null : this.sum();
      return this.take(')') === null || value === null || places === null ? null : rounded(value, places, this.halves);
    }
    if (name === 'SUBTOTAL') {
      const way = this.tokens[this.at++]?.text;
      if ((way !== '9' && way !== '109') || this.take(',') === null) return null;
    }
    let total: number | null = 0;
    do {
      const part = this.argument(name === 'SUBTOTAL');
      total = total === null || part === null ? null : total + part;
    } while (this.take(',') !== null);
    return this.take(')') === null ? null : total;
  }

  /** A whole range, or anything that has one value. */
  private argument(isSubtotal: boolean): number | null {
    const token = this.tokens[this.at];
    const next = this.tokens[this.at + 1]?.text;
    if (token?.kind !== 'reference' || (next !== ',' && next !== ')')) return isSubtotal ? null : this.sum();
    this.at++;
    const place = this.place(token.text);
    return place === null ? null : this.added(place.sheet, place.area, isSubtotal);
  }

  private added(sheet: SheetSnapshot, area: Area, isSubtotal: boolean): number | null {
    if (isSubtotal && (sheet.standing ?? sheet).hiddenRows.size > 0) return null;
    const bottom = Math.min(area.bottom, sheet.top + sheet.rowCount - 1);
    const right = Math.min(area.right, sheet.left + sheet.columnCount - 1);
    if ((bottom - area.top + 1) * (right - area.left + 1) > MOST_CELLS) return null;
    let total = 0;
    for (let row = Math.max(area.top, sheet.top); row <= bottom; row++) {
      for (let column = Math.max(area.left, sheet.left); column <= right; column++) {
        const index = cellIndex(sheet, row, column);
        const formula = sheet.formulas.get(index);
        if (isSubtotal && formula !== undefined && /SUBTOTAL\(/iu.test(formula)) continue;
        const value = this.fresh(sheet, index) ?? sheet.values[index] ?? null;
        if (typeof value === 'number') total += value;
        else if (value === null ? formula !== undefined : typeof value === 'string' && isErrorValue(value)) return null;
      }
    }
    return total;
  }

  private single(text: string): number | null {
    const place = this.place(text);
    if (place === null || place.area.top !== place.area.bottom || place.area.left !== place.area.right) return null;
    const index = cellIndex(place.sheet, place.area.top, place.area.left);
    const value = this.fresh(place.sheet, index) ?? place.sheet.values[index] ?? null;
    if (value === null) return place.sheet.formulas.has(index) ? null : 0;
    return typeof value === 'number' ? value : null;
  }

  private place(text: string): { readonly sheet: SheetSnapshot; readonly area: Area } | null {
    const cut = text.lastIndexOf('!');
    const name = text.slice(0, Math.max(cut, 0)).replace(/^'|'$/gu, '').replaceAll("''", "'");
    const sheet = cut < 0 ? this.sheet : this.find(name);
    const area = parseArea(text.slice(cut + 1));
    return sheet && area ? { sheet, area } : null;
  }

  private take(...signs: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.at++;
    return token.text;
  }
}

/** Halves away from zero; as Excel rounds where dust is ignored. */
function rounded(value: number, places: number, halves: Halves): number {
  const step = 10 ** places;
  const scaled = Math.abs(value) * step;
  return (Math.sign(value) * Math.round(halves === 'shown' ? Number(scaled.toPrecision(15)) : scaled)) / step;
}
