import { readLabelled } from './form-labels';
import { readFormLines } from './form-lines';
import { matchHeader, parseHeader } from './header-words';
import type { SheetView } from './sheet-view';
import { TABLE_KINDS } from './types';

/**
 * Rows that could begin a header: mostly text, and at least two cells that name known columns.
 * Rows of numbers are passed over at once, so that long tables cost little.
 */
export function headerCandidates(view: SheetView): readonly number[] {
  const found: number[] = [];
  const known = new Map<string, boolean>();
  for (let row = view.top; row <= view.bottom; row++) {
    const texts = textsOf(view, row);
    if (texts.length < 2) continue;
    const named = texts.filter((text) => text.length <= 40 && !isLine(text) && namesSomeColumn(text, known)).length;
    if (named >= 2 && named * 3 >= texts.length && !isFormRow(view, row, known)) found.push(row);
  }
  return found;
}

/** What the whole table is counted in stands beside who reports: `单位：万元`. */
const UNIT_LINE = /^[（(]?\s*(?:计量|金额)?单位\s*[:：]/u;

/** `编制单位：` with or without its answer is a line of a form, though 编制单位 may head a column. */
function isLine(text: string): boolean {
  return /[:：]/u.test(text) && readLabelled(text).some(({ label, answer }) => label !== null && answer !== null);
}

/** `填报单位 | 袁州区 | 填表日期 | 2023年6月28日`: words and answers in pairs, though the words head columns elsewhere. */
function isFormRow(view: SheetView, row: number, known: Map<string, boolean>): boolean {
  const lines = readFormLines(view, row);
  if (lines.length === 0 || lines.some(({ value }) => !/\d/u.test(value) && namesSomeColumn(value, known)))
    return false;
  let filled = 0;
  for (let column = view.left; column <= view.right; column++)
    if (!view.blank(row, column) && !UNIT_LINE.test(view.text(row, column))) filled++;
  const beside = lines.filter(({ isBeside, value, mark }) => isBeside && (value !== '' || mark !== null)).length;
  return filled <= lines.length + beside;
}

const NO_TEXTS: readonly string[] = [];

/** The row's texts; none where it holds a number that is no year, as headers do not. */
function textsOf(view: SheetView, row: number): readonly string[] {
  let texts: string[] | null = null;
  for (let column = view.left; column <= view.right; column++) {
    const value = view.value(row, column);
    if (typeof value === 'number') {
      if (!Number.isInteger(value) || value < 2000 || value > 2100) return NO_TEXTS;
    } else if (typeof value === 'string' && value !== '') (texts ??= []).push(value);
  }
  return texts ?? NO_TEXTS;
}

function namesSomeColumn(text: string, known: Map<string, boolean>): boolean {
  let answer = known.get(text);
  if (answer === undefined) {
    const header = parseHeader(text);
    answer = TABLE_KINDS.some((kind) => matchHeader(kind, header).length > 0);
    if (known.size < 5_000) known.set(text, answer);
  }
  return answer;
}
