import { isErrorValue, type CellContent } from '../workbook';

/**
 * Text that Excel surely leaves alone: it begins with a Chinese character (but is no time of day), or is a plain
 * Latin word. Everything else might be taken for a number, a date, a truth value or a formula.
 */
function isPlainText(text: string): boolean {
  return (/^[\u4e00-\u9fff（《【“○〇]/.test(text) && !/^[上下]午/.test(text)) || isPlainWord(text);
}

function isPlainWord(text: string): boolean {
  return /^[A-Za-z]+$/.test(text) && !/^(true|false)$/i.test(text);
}

/** What to give to `range.formulas` so that the cell holds exactly this content: text is kept text by an apostrophe. */
export function typed(content: CellContent): string | number | boolean {
  if (content.kind === 'empty') return '';
  if (content.kind === 'formula') return content.formula;
  const { value } = content;
  if (typeof value !== 'string' || isErrorValue(value) || isPlainText(value)) return value;
  return `'${value}`;
}

/** A cell as Excel reads it back: `formula` and `value` are the same text where the text only looks like a formula. */
export function contentFrom(formula: unknown, value: unknown): CellContent {
  if (typeof formula === 'string' && formula.length > 1 && formula.startsWith('=') && formula !== value) {
    return { kind: 'formula', formula };
  }
  if (typeof value === 'string') return value === '' ? { kind: 'empty' } : { kind: 'value', value };
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'value', value };
  return { kind: 'empty' };
}
