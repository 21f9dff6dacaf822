import { parsePartXml, PART_NAMESPACE, partXml } from '../workbook';

/** Part name → id in Excel. */
export type PartIds = ReadonlyMap<string, string>;

/** Which of our parts has which id in Excel; learnt once, because Excel tells the name only inside the XML. */
export class PartNames {
  private readonly names = new Map<string, string>();

  learn(id: string, name: string): void {
    this.names.set(id, name);
  }

  knows(id: string): boolean {
    return this.names.has(id);
  }

  /** Part name → id, for ids that are known and still there. */
  idsAmong(ids: readonly string[]): ReadonlyMap<string, string> {
    return new Map(
      ids.flatMap((id): [string, string][] => (this.names.has(id) ? [[this.names.get(id) ?? '', id]] : [])),
    );
  }
}

/** Our custom XML parts, with their ids on the way; sync before looking at them. */
export function askForParts(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(PART_NAMESPACE);
  parts.load('items/id');
  return parts;
}

/**
 * Asks for the XML of parts whose ids are there. The returned function, called after the next sync, gives their
 * texts by name; XML in our namespace that we did not write is passed over.
 */
export function askForTexts(
  parts: readonly Excel.CustomXmlPart[],
  names: PartNames,
): () => ReadonlyMap<string, string> {
  const asked = parts.map((part) => ({ id: part.id, xml: part.getXml() }));
  return () => {
    const texts = new Map<string, string>();
    for (const { id, xml } of asked) {
      const part = parsePartXml(xml.value);
      if (!part) continue;
      names.learn(id, part.name);
      texts.set(part.name, part.text);
    }
    return texts;
  };
}

/** The texts of all our parts by name: two round trips, one where there are none. Afterwards `names` knows them. */
export async function loadTexts(
  context: Excel.RequestContext,
  names: PartNames,
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly ids: ReadonlyMap<string, string> }> {
  const parts = askForParts(context);
  await context.sync();
  if (parts.items.length === 0) return { texts: new Map(), ids: new Map() };
  const collect = askForTexts(parts.items, names);
  await context.sync();
  const texts = collect();
  return { texts, ids: names.idsAmong(parts.items.map(({ id }) => id)) };
}

/** The ids of our parts by name; a round trip only where one is not known yet. */
export async function idsOf(
  context: Excel.RequestContext,
  parts: Excel.CustomXmlPartScopedCollection,
  names: PartNames,
): Promise<ReadonlyMap<string, string>> {
  const unknown = parts.items.filter(({ id }) => !names.knows(id));
  if (unknown.length > 0) {
    const collect = askForTexts(unknown, names);
    await context.sync();
    collect();
  }
  return names.idsAmong(parts.items.map(({ id }) => id));
}

/**
 * Queues the change of one part: added, changed, or deleted where `text` is null. The returned function, called
 * after the sync, remembers the id of a part that was added.
 */
export function queuePart(
  context: Excel.RequestContext,
  ids: ReadonlyMap<string, string>,
  names: PartNames,
  part: { readonly name: string; readonly text: string | null },
): () => void {
  const { customXmlParts } = context.workbook;
  const { name, text } = part;
  const id = ids.get(name);
  if (id !== undefined) {
    if (text === null) customXmlParts.getItem(id).delete();
    else customXmlParts.getItem(id).setXml(partXml(name, text));
  } else if (text !== null) {
    const added = customXmlParts.add(partXml(name, text));
    added.load('id');
    return () => names.learn(added.id, name);
  }
  return () => undefined;
}
