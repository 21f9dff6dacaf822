import { foldName } from '../plan';

/** The same words up to width, blanks, quotes and punctuation. */
export function nameMatches(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

/** Names as long as a paragraph, cut for a sentence. */
export function shortened(text: string, most = 24): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** Quotation marks inside quotation marks become single ones: `“提升党建‘三化’水平”`; an odd one out stays as it is. */
export function innerQuotes(text: string): string {
  if (!text.includes('“')) return text;
  let depth = 0;
  let shown = '';
  for (const sign of text) {
    if (sign === '”') depth--;
    if (depth < 0) return text;
    shown += depth >= 1 && (sign === '“' || sign === '”') ? (sign === '“' ? '‘' : '’') : sign;
    if (sign === '“') depth++;
  }
  return depth === 0 ? shown : text;
}

function bare(text: string): string {
  return foldName(text)
    .replace(/[()"'“”‘’]/gu, '')
    .replace(/^\d+/u, '');
}
