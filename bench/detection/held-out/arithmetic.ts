/** What a formula of the drawn books gives: sums, subtotals, rounding, chains of `+ - * /` over cells of one sheet. */

type CellNumbers = (name: string) => number | null;

/**
 * The value of a formula such as `=SUM(D5:D9,D12)` or `=ROUND(F4/E4*100,2)`; text cells count nothing, and a SUBTOTAL
 * leaves out cells that hold one themselves, as in Excel.
 */
export function evaluate(
  formula: string,
  numberAt: CellNumbers,
  isSubtotal: (name: string) => boolean = () => false,
): number {
  const tokens = formula.slice(1).match(/[A-Z]+(?=\()|[A-Z]+\d+|\d+(?:\.\d+)?|[-+*/(),:]/g) ?? [];
  let next = 0;
  const take = (): string => tokens[next++] ?? '';
  const peek = (): string => tokens[next] ?? '';

  const argument = (name: string): number[] => {
    if (/^[A-Z]+\d+$/.test(peek()) && tokens[next + 1] === ':') {
      const from = take();
      take();
      return cellsBetween(from, take()).map((cell) =>
        name === 'SUBTOTAL' && isSubtotal(cell) ? 0 : (numberAt(cell) ?? 0),
      );
    }
    return [sum()];
  };
  const call = (name: string): number => {
    take();
    const values: number[] = [];
    do values.push(...argument(name));
    while (take() === ',');
    if (name === 'ROUND') return rounded(values[0] ?? 0, values[1] ?? 0);
    return (name === 'SUBTOTAL' ? values.slice(1) : values).reduce((a, b) => a + b, 0);
  };
  const factor = (): number => {
    const token = take();
    if (token === '(') {
      const inner = sum();
      take();
      return inner;
    }
    if (token === '-') return -factor();
    if (/^\d/.test(token)) return Number(token);
    return peek() === '(' ? call(token) : (numberAt(token) ?? 0);
  };
  const product = (): number => {
    let value = factor();
    while (peek() === '*' || peek() === '/') value = take() === '*' ? value * factor() : value / factor();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (peek() === '+' || peek() === '-') value = take() === '+' ? value + product() : value - product();
    return value;
  };
  return rounded(sum(), 6);
}

export function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round((value + Number.EPSILON) * factor) / factor;
}

function cellsBetween(from: string, to: string): string[] {
  const [, column = '', first = '0'] = /^([A-Z]+)(\d+)$/.exec(from) ?? [];
  const last = Number(/\d+$/.exec(to)?.[0] ?? 0);
  return Array.from({ length: last - Number(first) + 1 }, (_, i) => `${column}${Number(first) + i}`);
}
