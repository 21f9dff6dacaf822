import type { HostContext } from '../context';
import type { StoredPart } from '../document';
import { HostError, invalidArgument, itemNotFound } from '../errors';
import { defineType, readOnly, type OfficeObject } from '../office-object';

/** All parts of the workbook, or those of one namespace. */
interface Parts {
  readonly host: HostContext;
  readonly namespace: string | null;
}

interface Part {
  readonly host: HostContext;
  readonly stored: StoredPart;
}

const customXmlPartType = defineType<Part>('CustomXmlPart', {
  id: ({ stored }) => stored.id,
  scalars: {
    Id: readOnly(({ stored }) => stored.id),
    NamespaceUri: readOnly(({ stored }) => namespaceOf(stored.xml)),
  },
  methods: {
    Delete: ({ host, stored }) => {
      host.document.parts = host.document.parts.filter((one) => one !== stored);
      return null;
    },
    GetXml: ({ stored }) => stored.xml,
    SetXml: ({ stored }, args) => {
      stored.xml = checked(args.text(0), 'CustomXmlPart.setXml');
      return null;
    },
  },
});

export const customXmlPartsType = defineType<Parts>('CustomXmlPartCollection', {
  items: (parts) => list(parts).map((part) => customXmlPartType.of(part)),
  methods: {
    Add: ({ host }, args) => {
      const stored = { id: host.newId('part'), xml: checked(args.text(0), 'CustomXmlPartCollection.add') };
      host.document.parts.push(stored);
      return customXmlPartType.of({ host, stored });
    },
    GetByNamespace: ({ host }, args) => customXmlPartScopedType.of({ host, namespace: args.text(0) }),
    GetCount: (parts) => list(parts).length,
    GetItem: (parts, args) => need(parts, args.text(0)),
    Indexer: (parts, args) => need(parts, args.text(0)),
    GetItemOrNullObject: (parts, args) => find(parts, args.text(0)),
  },
});

const customXmlPartScopedType = defineType<Parts>('CustomXmlPartScopedCollection', {
  items: (parts) => list(parts).map((part) => customXmlPartType.of(part)),
  methods: {
    GetCount: (parts) => list(parts).length,
    GetItem: (parts, args) => need(parts, args.text(0)),
    Indexer: (parts, args) => need(parts, args.text(0)),
    GetItemOrNullObject: (parts, args) => find(parts, args.text(0)),
    GetOnlyItem: (parts) => only(parts),
    GetOnlyItemOrNullObject: (parts) => (list(parts).length === 1 ? only(parts) : null),
  },
});

function list({ host, namespace }: Parts): readonly Part[] {
  return host.document.parts
    .filter((stored) => namespace === null || namespaceOf(stored.xml) === namespace)
    .map((stored) => ({ host, stored }));
}

function find(parts: Parts, id: string): OfficeObject | null {
  const part = list(parts).find(({ stored }) => stored.id === id);
  return part ? customXmlPartType.of(part) : null;
}

function need(parts: Parts, id: string): OfficeObject {
  const part = find(parts, id);
  if (!part) throw itemNotFound('CustomXmlPartCollection.getItem');
  return part;
}

function only(parts: Parts): OfficeObject {
  const [part, ...more] = list(parts);
  if (!part || more.length > 0) {
    throw new HostError(
      'InvalidOperation',
      'There is not exactly one part.',
      'CustomXmlPartScopedCollection.getOnlyItem',
    );
  }
  return customXmlPartType.of(part);
}

/** The default namespace of the root element; empty where it has none. */
function namespaceOf(xml: string): string {
  const root = /<([A-Za-z_][\w.-]*)((?:\s[^>]*)?)>/.exec(xml.replace(/<\?[^>]*\?>/g, ''));
  return /\sxmlns="([^"]*)"/.exec(root?.[2] ?? '')?.[1] ?? '';
}

/** Refuses what is not one closed element. */
function checked(xml: string, location: string): string {
  const body = xml.replace(/^\s*<\?xml[^>]*\?>\s*/, '').trim();
  const name = /^<([A-Za-z_][\w.:-]*)/.exec(body)?.[1];
  if (!name || !(body.endsWith(`</${name}>`) || body.endsWith('/>'))) throw invalidArgument(location);
  return xml;
}
