import { parsePartXml, partXml } from '../../workbook';
import { decodeUtf8 } from '../reading/xml-scanner';
import { XML_DECLARATION } from '../writing/package-parts';
import { CUSTOM_PROPERTIES_TYPE, customPropertiesXml } from '../writing/workbook-package';
import type { PackageDraft } from './package-draft';

/** Keeps `text` under `name` as a custom XML part of the workbook, replaces what was there, or with `null` removes it. */
export function storePart(draft: PackageDraft, workbook: string, name: string, text: string | null): void {
  const existing = findPart(draft, name);
  if (text !== null && existing !== null) draft.write(existing, XML_DECLARATION + partXml(name, text));
  else if (text !== null) addPart(draft, workbook, name, text);
  else if (existing !== null) removePart(draft, workbook, existing);
}

const ITEM = /^customXml\/item(\d+)\.xml$/i;

function findPart(draft: PackageDraft, name: string): string | null {
  for (const path of draft.paths()) {
    if (!ITEM.test(path)) continue;
    const bytes = draft.read(path);
    if (bytes && parsePartXml(decodeUtf8(bytes, 0, bytes.length))?.name === name) return path;
  }
  return null;
}

function addPart(draft: PackageDraft, workbook: string, name: string, text: string): void {
  const used = new Set(draft.paths().map((path) => path.toLowerCase()));
  let number = 1;
  while (used.has(`customxml/item${number}.xml`) || used.has(`customxml/itemprops${number}.xml`)) number++;
  const item = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  draft.write(item, XML_DECLARATION + partXml(name, text));
  draft.write(properties, XML_DECLARATION + customPropertiesXml(name));
  draft.addContentType(item, 'application/xml');
  draft.addContentType(properties, CUSTOM_PROPERTIES_TYPE);
  draft.relate(workbook, 'customXml', item);
  draft.relate(item, 'customXmlProps', properties);
}

function removePart(draft: PackageDraft, workbook: string, item: string): void {
  for (const { kind, target } of draft.relationships(item)) if (kind === 'customXmlProps') draft.remove(target);
  draft.unrelate(workbook, item);
  draft.remove(item);
}
