import { foldName } from '../plan';

/** The same words up to width, blanks, quotes and punctuation. */
export function nameMatches(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(text: string): string {
  return foldName(text)
    .replace(/[()"'“”‘’]/gu, '')
    .replace(/^\d+/u, '');
}
