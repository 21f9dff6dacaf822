/** The most characters that one cell holds. */
export const CELL_CHARACTERS = 32_767;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or a double-quoted attribute; characters that XML does not allow are left out. */
export function escapeXml(text: string): string {
  return legalText(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/**
 * Text for a cell: as {@link escapeXml}, at most as long as a cell may be, and safe from Excel's own
 * escape `_xNNNN_`, which would otherwise be read as a character.
 */
export function cellText(text: string): string {
  const short = text.length > CELL_CHARACTERS ? text.slice(0, CELL_CHARACTERS) : text;
  return escapeXml(short)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_');
}

/** Keeps what XML 1.0 allows: no control characters but tab and line ends, no lone surrogates, no U+FFFE, U+FFFF. */
export function legalText(text: string): string {
  return NEEDS_CARE.test(text) ? Array.from(text).filter(isLegal).join('') : text;
}

const NEEDS_CARE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/;

function isLegal(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || code > 0xffff;
}
