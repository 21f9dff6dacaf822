import { Refusal } from '../failure';
import type { Limits } from '../limits';
import { decodeCellText, Tag, XmlScanner } from './xml-scanner';

/** The texts of the shared strings part, in order. Rich text is joined; phonetic readings are left out. */
export function readSharedStrings(bytes: Uint8Array, limits: Limits): readonly string[] {
  const scanner = new XmlScanner(bytes, limits.depth);
  scanner.enterRoot('sst');
  const strings: string[] = [];
  for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
    if (!scanner.is('si') || tag === Tag.close) continue;
    if (strings.length >= limits.sharedStrings) throw new Refusal('tooManyStrings');
    strings.push(tag === Tag.empty ? '' : readRichText(scanner));
  }
  return strings;
}

/** The text of the element (`si` or `is`) that was just opened, which is passed. */
export function readRichText(scanner: XmlScanner): string {
  const outside = scanner.depth - 1;
  let text = '';
  while (scanner.depth > outside) {
    const tag = scanner.next();
    if (tag === Tag.end) break;
    if (tag !== Tag.open) continue;
    if (scanner.is('t')) text += scanner.text();
    else if (scanner.is('rPh') || scanner.is('rPr')) scanner.skip();
  }
  return decodeCellText(text);
}
