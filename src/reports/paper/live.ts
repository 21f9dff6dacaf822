import { cellName, columnName, quoteSheetName, type CellValue } from '../../workbook';

/**
 * A figure of a report: what it is now, and the formula (without `=`) that keeps giving it after later edits.
 * An empty string is a blank: nothing was reported, which is not 0.
 */
export interface Live {
  readonly value: string | number;
  readonly formula: string;
}

export const BLANK = '';

/** True for numbers; text and blanks do not take part in arithmetic. */
export function isNumber(value: CellValue | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isFilled(value: string | number | null | undefined): value is string | number {
  return value !== null && value !== undefined && value !== '';
}

/** A number without the dust that repeated addition leaves (12 significant digits, as Excel shows at most 15). */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Text as a formula writes it; Excel takes at most 255 characters of it in one piece. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A text as a criterion of COUNTIFS and SUMIFS that matches itself only: `*`, `?`, `~` and comparisons mean nothing. */
function criterion(text: string): string {
  const plain = text.replace(/[~*?]/gu, '~$&');
  return quoted(/^[=<>]/u.test(text) ? `=${plain}` : plain);
}

/** A sheet whose rows other reports count and add up. `rows[i]` stands on sheet row `first + i` (0-based). */
export interface DataSheet<K extends string> {
  readonly sheet: string;
  readonly first: number;
  readonly columns: Readonly<Record<K, number>>;
  readonly rows: readonly Readonly<Record<K, string | number | null>>[];
}

/** One condition on a row: the column holds exactly this text. */
export type Where<K extends string> = Readonly<Partial<Record<K, string>>>;

/** The column's cells as other sheets refer to them: `项目进度台账!$F$6:$F$44`. At least one row, even without data. */
export function columnRange<K extends string>(data: DataSheet<K>, key: NoInfer<K>): string {
  const letter = columnName(data.columns[key]);
  const last = data.first + Math.max(data.rows.length, 1);
  return `${quoteSheetName(data.sheet)}!$${letter}$${data.first + 1}:$${letter}$${last}`;
}

function conditions<K extends string>(data: DataSheet<K>, where: Where<K>): readonly (readonly [K, string])[] {
  return (Object.keys(data.columns) as K[]).flatMap((key) => {
    const wanted = where[key];
    return wanted === undefined ? [] : [[key, wanted] as const];
  });
}

function matching<K extends string>(data: DataSheet<K>, where: Where<K>): DataSheet<K>['rows'] {
  const wanted = conditions(data, where);
  return data.rows.filter((row) => wanted.every(([key, text]) => row[key] === text));
}

function criteria<K extends string>(data: DataSheet<K>, where: Where<K>): string {
  return conditions(data, where)
    .map(([key, text]) => `${columnRange(data, key)},${criterion(text)}`)
    .join(',');
}

/** Row by row, whether a column holds the text; some programs read `*` and `?` as wildcards beside `=`, too. */
function isSame(range: string, text: string): string {
  return /[~*?]/u.test(text) ? `EXACT(${range},${quoted(text)})` : `${range}=${quoted(text)}`;
}

/** The bare count of {@link countRows}; 0 where no such row exists. */
function counting<K extends string>(data: DataSheet<K>, key: K, where: Where<K>): string {
  const tests = conditions(data, where).map(([k, text]) => `(${isSame(columnRange(data, k), text)})`);
  return `SUMPRODUCT(${[...tests, `(${columnRange(data, key)}<>"")`].join('*')}*1)`;
}

/** How many rows meet the conditions and hold anything in `key`; blank where no such row exists. */
export function countRows<K extends string>(data: DataSheet<K>, key: NoInfer<K>, where: Where<NoInfer<K>>): Live {
  const count = matching(data, where).filter((row) => isFilled(row[key])).length;
  const formula = counting(data, key, where);
  return { value: count === 0 ? BLANK : count, formula: `IF(${formula}=0,"",${formula})` };
}

/**
 * How many rows meet the conditions and hold one of `words` in `key`. Blank, not 0, where there is no such row and no
 * row that meets the conditions holds anything in `said` (by default `key` itself): then nobody has said a thing.
 */
export function countWords<K extends string>(
  data: DataSheet<K>,
  key: NoInfer<K>,
  words: readonly string[],
  where: Where<NoInfer<K>>,
  said: NoInfer<K> = key,
): Live {
  const rows = matching(data, where);
  const count = rows.filter((row) => words.includes(String(row[key] ?? ''))).length;
  const others = criteria(data, where);
  const sum = words
    .map((word) => `COUNTIFS(${columnRange(data, key)},${criterion(word)}${others ? `,${others}` : ''})`)
    .join('+');
  const isSaid = count > 0 || rows.some((row) => isFilled(row[said]));
  return { value: isSaid ? count : BLANK, formula: `IF(${counting(data, said, where)}+${sum}=0,"",${sum})` };
}

/**
 * How many rows meet the conditions and hold one of `words` in `key`; blank, not 0, where none of the rows that meet the
 * conditions holds any of `all` there.
 */
export function countAmong<K extends string>(
  data: DataSheet<K>,
  key: NoInfer<K>,
  words: readonly string[],
  all: readonly string[],
  where: Where<NoInfer<K>>,
): Live {
  const rows = matching(data, where);
  const count = (wanted: readonly string[]): number =>
    rows.filter((row) => wanted.includes(String(row[key] ?? ''))).length;
  const others = criteria(data, where);
  const counting = (wanted: readonly string[]): string =>
    wanted
      .map((word) => `COUNTIFS(${columnRange(data, key)},${criterion(word)}${others ? `,${others}` : ''})`)
      .join('+');
  return {
    value: count(all) === 0 ? BLANK : count(words),
    formula: `IF(${counting(all)}=0,"",${counting(words)})`,
  };
}

/** The first figure; where it is blank, the second. */
export function orElse(first: Live, second: Live): Live {
  return {
    value: first.value === BLANK ? second.value : first.value,
    formula: `IF(${first.formula}="",${second.formula},${first.formula})`,
  };
}

/** The sum of the numbers in `key` over the rows that meet the conditions; blank where there is no number. */
export function sumRows<K extends string>(data: DataSheet<K>, key: NoInfer<K>, where: Where<NoInfer<K>>): Live {
  const numbers = matching(data, where)
    .map((row) => row[key])
    .filter(isNumber);
  const range = columnRange(data, key);
  const others = criteria(data, where);
  const formula = others
    ? `IF(COUNTIFS(${others},${range},"<1E+300")=0,"",SUMIFS(${range},${others}))`
    : `IF(COUNT(${range})=0,"",SUM(${range}))`;
  return { value: numbers.length === 0 ? BLANK : clean(numbers.reduce((a, b) => a + b, 0)), formula };
}

/** Like {@link sumRows}, over the rows that hold one of `words` in `wordKey`. */
export function sumWords<K extends string>(
  data: DataSheet<K>,
  key: NoInfer<K>,
  wordKey: NoInfer<K>,
  words: readonly string[],
  where: Where<NoInfer<K>>,
): Live {
  const numbers = matching(data, where)
    .filter((row) => words.includes(String(row[wordKey] ?? '')))
    .map((row) => row[key])
    .filter(isNumber);
  const range = columnRange(data, key);
  const others = criteria(data, where);
  const tests = words.map((word) => `${columnRange(data, wordKey)},${criterion(word)}${others ? `,${others}` : ''}`);
  const count = tests.map((test) => `COUNTIFS(${test},${range},"<1E+300")`).join('+');
  const sum = tests.map((test) => `SUMIFS(${range},${test})`).join('+');
  return {
    value: numbers.length === 0 ? BLANK : clean(numbers.reduce((a, b) => a + b, 0)),
    formula: `IF(${count}=0,"",${sum})`,
  };
}

/** The figure divided by `by`, for showing 个 in 万个; a blank stays blank. */
export function divided(figure: Live, by: number): Live {
  if (by === 1) return figure;
  return {
    value: isNumber(figure.value) ? clean(figure.value / by) : BLANK,
    formula: `IF(${figure.formula}="","",${figure.formula}/${by})`,
  };
}

/** A cell of the same sheet and what it now shows. */
export function cellAt(row: number, column: number, value: string | number): Live {
  return { value, formula: cellName(row, column) };
}

/** The sum of a column of the same sheet over the rows `top` to `bottom` (0-based); blank where there is no number. */
export function sumOfColumn(
  top: number,
  bottom: number,
  column: number,
  values: readonly (string | number | null)[],
): Live {
  const range = `${cellName(top, column)}:${cellName(bottom, column)}`;
  const numbers = values.filter(isNumber);
  return {
    value: numbers.length === 0 ? BLANK : clean(numbers.reduce((a, b) => a + b, 0)),
    formula: `IF(COUNT(${range})=0,"",SUM(${range}))`,
  };
}

/** Adds the cells that hold numbers; blank where none does. */
export function addUp(cells: readonly Live[]): Live {
  const numbers = cells.map((cell) => cell.value).filter(isNumber);
  const list = cells.map((cell) => cell.formula).join(',');
  if (cells.length === 0) return { value: BLANK, formula: '""' };
  return {
    value: numbers.length === 0 ? BLANK : clean(numbers.reduce((a, b) => a + b, 0)),
    formula: `IF(COUNT(${list})=0,"",SUM(${list}))`,
  };
}

/** `part ÷ whole` as a fraction of one; blank where one of them is blank or the whole is 0. */
export function ratio(part: Live, whole: Live): Live {
  const known = isNumber(part.value) && isNumber(whole.value) && whole.value !== 0;
  return {
    value: known ? clean(Number(part.value) / Number(whole.value)) : BLANK,
    formula: `IF(COUNT(${part.formula},${whole.formula})<2,"",IF(${whole.formula}=0,"",${part.formula}/${whole.formula}))`,
  };
}

/** `a − b`, rounded to six places so that 5.18 − 5.13 is 0.05; blank where one of them is blank. */
export function minus(a: Live, b: Live): Live {
  const known = isNumber(a.value) && isNumber(b.value);
  return {
    value: known ? clean(Math.round((Number(a.value) - Number(b.value)) * 1e6) / 1e6) : BLANK,
    formula: `IF(COUNT(${a.formula},${b.formula})<2,"",ROUND(${a.formula}-${b.formula},6))`,
  };
}
