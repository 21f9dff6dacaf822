/** The XML namespace of the parts that this program keeps inside a workbook (custom XML parts in Excel and in files). */
export const PART_NAMESPACE = 'urn:plancheck:part';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Characters that XML 1.0 cannot hold at all, lone surrogates included; they never occur in JSON that we wrote. */
const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

function escape(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"\r\n\t]/g, (character) => ESCAPES[character] ?? character);
}

function unescape(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (hex !== undefined || decimal !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return ENTITIES[name ?? ''] ?? whole;
  });
}

/** The custom XML part that holds `text` under `name`: `<part xmlns="…" name="…">text</part>`. */
export function partXml(name: string, text: string): string {
  return `<part xmlns="${PART_NAMESPACE}" name="${escape(name)}">${escape(text)}</part>`;
}

/** Name and text of a part that {@link partXml} wrote (an XML declaration may stand before it); `null` for other XML. */
export function parsePartXml(xml: string): { readonly name: string; readonly text: string } | null {
  const match = /^\s*(?:<\?xml[^>]*\?>\s*)?<part\b([^>]*?)(?:\/>|>([^<]*)<\/part>)\s*$/.exec(xml);
  if (!match) return null;
  const attributes = match[1] ?? '';
  const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
  if (name === undefined || !attributes.includes(`xmlns="${PART_NAMESPACE}"`)) return null;
  return { name: unescape(name), text: unescape(match[2] ?? '') };
}
