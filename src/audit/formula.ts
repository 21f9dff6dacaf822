import { cellName, columnIndex, columnName, parseArea, type Area } from '../workbook';

/** A reference inside a formula; `sheet: null` is the formula's own sheet. Whole columns and names are left out. */
export interface FormulaReference {
  readonly sheet: string | null;
  readonly area: Area;
}

const TOKEN =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.[\]]+))!(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)|(?<![\p{L}\p{N}_.!])(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(.])/giu;

/** The cells that a formula refers to, in order. Text in quotes is no reference. */
export function referencesOf(formula: string): readonly FormulaReference[] {
  const found: FormulaReference[] = [];
  for (const match of formula.matchAll(TOKEN)) {
    const area = parseArea(match[3] ?? match[4] ?? '');
    if (!area) continue;
    const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
    found.push({ sheet, area });
  }
  return found;
}

/** True where the formula refers to another workbook: `[book.xlsx]Sheet!A1`. */
export function isExternal(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/gu, '');
  return /\[[^\]]+\][^!'"]*'?!/u.test(bare) || /'[^']*\[[^\]]+\][^']*'!/u.test(bare);
}

/** A formula that only adds: the areas that it adds (each as often as it adds it) and the numbers typed into it. */
export interface Addition {
  readonly areas: readonly FormulaReference[];
  readonly constants: readonly number[];
  /** One `SUBTOTAL` and nothing else: Excel leaves out cells that hold a `SUBTOTAL` themselves. */
  readonly leavesOutSubtotals: boolean;
}

/** True for a formula that a `SUBTOTAL` over its cell leaves out. */
export function isSubtotalFormula(formula: string): boolean {
  return /\bSUBTOTAL\(/iu.test(formula.replace(/"(?:[^"]|"")*"/gu, ''));
}

/** Takes apart `=SUM(C4:C6,C9)+C12+5`; `null` for anything that does more than add. */
export function additionOf(formula: string): Addition | null {
  let body = formula.slice(1).replace(/\s+/gu, '').replace(/^\+/u, '');
  const round = /^ROUND\((.*),\d+\)$/iu.exec(body);
  if (round?.[1] !== undefined) body = round[1];
  const plain = body.replace(/\b(?:SUM|SUBTOTAL)\(/giu, (name) => (/^SUBTOTAL/iu.test(name) ? 'SUBTOTAL(' : 'SUM('));
  const flat = plain
    .replace(/SUBTOTAL\((?:9|109),/gu, 'SUM(')
    .replace(/SUM\(([^()]*)\)/gu, (_, inner: string) => inner.replaceAll(',', '+'));
  if (/[()*/^&<>=-]/u.test(flat.replace(/'[^']*'/gu, ''))) return null;
  const areas: FormulaReference[] = [];
  const constants: number[] = [];
  for (const term of splitPlus(flat)) {
    if (/^\d+(?:\.\d+)?$/u.test(term)) constants.push(Number(term));
    else {
      const references = referencesOf(`=${term}`);
      const only = references[0];
      if (references.length !== 1 || !only) return null;
      areas.push(only);
    }
  }
  const leavesOutSubtotals = /^SUBTOTAL\((?:9|109),[^()]*\)$/iu.test(body);
  return areas.length === 0 ? null : { areas, constants, leavesOutSubtotals };
}

function splitPlus(text: string): readonly string[] {
  const quoted = text.split(/('[^']*')/u);
  return quoted
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll('+', '\u0001')))
    .join('')
    .split('\u0001')
    .filter((term) => term !== '');
}

/**
 * The formula with references written relative to its own cell, so that a formula and its copy in the next row or
 * column read the same: `=D4-C4` in E4 is `R[0]C[-1]-R[0]C[-2]`.
 */
export function relativeForm(formula: string, row: number, column: number): string {
  return formula.replace(
    /"(?:[^"]|"")*"|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(])/giu,
    (text, ...groups: unknown[]) => {
      const [fixedColumn, letters, fixedRow, digits] = groups;
      if (typeof letters !== 'string' || typeof digits !== 'string') return text;
      const r = Number(digits) - 1;
      const c = columnIndex(letters);
      return `R${fixedRow === '$' ? r : `[${r - row}]`}C${fixedColumn === '$' ? c : `[${c - column}]`}`;
    },
  );
}

/** Moves a formula from one cell to another as Excel does when it is copied. */
export function copiedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    /"(?:[^"]|"")*"|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(])/giu,
    (text, ...groups: unknown[]) => {
      const [fixedColumn, letters, fixedRow, digits] = groups;
      if (typeof letters !== 'string' || typeof digits !== 'string') return text;
      const column = fixedColumn === '$' ? letters : columnName(columnIndex(letters) + columns);
      const row = fixedRow === '$' ? digits : String(Number(digits) + rows);
      return `${String(fixedColumn)}${column}${String(fixedRow)}${row}`;
    },
  );
}

/** `=SUM(C4:C9,C11)` over these rows of one column (0-based, ascending). */
export function sumOfRows(rows: readonly number[], column: number): string {
  const runs: string[] = [];
  for (let i = 0; i < rows.length;) {
    let j = i;
    while (rows[j + 1] === (rows[j] ?? 0) + 1) j++;
    const first = cellName(rows[i] ?? 0, column);
    const last = cellName(rows[j] ?? 0, column);
    runs.push(first === last ? first : `${first}:${last}`);
    i = j + 1;
  }
  return `=SUM(${runs.join(',')})`;
}
