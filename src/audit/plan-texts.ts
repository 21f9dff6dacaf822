import { similarity } from '../plan';

/** An entry of an annex whose words a table repeats: a measure with its text, a fund with what it is for. */
export interface PlannedText {
  readonly title: string;
  readonly text: string;
}

/** How a cell's words stand to an entry's own. */
export type Wording =
  | { readonly kind: 'same' }
  /** Ends in the middle of the entry's words. */
  | { readonly kind: 'cut'; readonly rest: string }
  /** Word for word but for a few characters. */
  | { readonly kind: 'changed'; readonly found: string; readonly expected: string }
  | { readonly kind: 'otherwise' };

/** Shorter texts are titles and no wording of the plan. */
const LEAST = 10;
/** Texts that differ in more than this share of their characters are worded anew. */
const LEAST_ALIKE = 0.85;
const MOST_CHANGED = 12;

/** Width folded, without white space, quotation marks and stops; points within numbers stay. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff"'“”‘’「」『』,，、。;；:：!！?？·…()（）《》〈〉\-—–_]+/gu, '')
    .replace(/(?<!\d)\.|\.(?!\d)/gu, '');
}

/** The words behind the entry's number and title: `7.完善…制度。探索…` → 探索…. */
function withoutTitle(written: string, title: string): string {
  const text = bare(written.replace(/^\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]?[.、．]\s*/u, ''));
  const own = bare(title);
  return own !== '' && text.startsWith(own) ? text.slice(own.length) : text;
}

export function isWordForWord(written: string, entry: PlannedText): boolean {
  if (written.length < LEAST) return false;
  const own = bare(entry.text);
  return own.length >= LEAST && withoutTitle(written, entry.title) === own;
}

export function wordingOf(written: string, entry: PlannedText): Wording {
  const text = withoutTitle(written, entry.title);
  const own = bare(entry.text);
  if (text === own || text === '') return { kind: 'same' };
  if (own.startsWith(text)) {
    // What ends with a stop is the entry's first sentences: an extract.
    const isExtract = /[。；;.!！…]\s*$/u.test(written) || text.length * 20 > own.length * 19;
    return isExtract ? { kind: 'otherwise' } : { kind: 'cut', rest: own.slice(text.length) };
  }
  if (text.length < LEAST || Math.abs(text.length - own.length) > MOST_CHANGED) return { kind: 'otherwise' };
  if (similarity(text, own) < LEAST_ALIKE) return { kind: 'otherwise' };
  let start = 0;
  while (start < Math.min(text.length, own.length) && text[start] === own[start]) start++;
  let end = 0;
  while (end < Math.min(text.length, own.length) - start && text.at(-1 - end) === own.at(-1 - end)) end++;
  const changed = Math.max(text.length, own.length) - start - end;
  if (changed > MOST_CHANGED) return { kind: 'otherwise' };
  // Digits are shown as whole numbers, other changes with a character on either side.
  const isInNumber = (at: string | undefined): boolean => at !== undefined && /[\d.]/u.test(at);
  let from = Math.max(0, start - 1);
  while (from > 0 && isInNumber(own[from])) from--;
  let to = Math.max(0, end - 1);
  while (to > 0 && isInNumber(own.at(-1 - to + 1)) && isInNumber(own.at(-to))) to--;
  return { kind: 'changed', found: text.slice(from, text.length - to), expected: own.slice(from, own.length - to) };
}
