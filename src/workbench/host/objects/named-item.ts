import type { HostContext } from '../context';
import { alreadyExists, invalidArgument, itemNotFound } from '../errors';
import { addressOf, parseAddress } from '../addresses';
import { defineType, flagProperty, OfficeObject, readOnly, textProperty, type Arguments } from '../office-object';
import { rangeType } from './range';

interface Name {
  readonly host: HostContext;
  readonly name: string;
}

/** Defined names of the workbook. They are the engine's own, so that formulas can use them. */
export const namesType = defineType<HostContext>('NamedItemCollection', {
  items: (host) => host.workbook.getDefinedNames().map((name) => namedItemType.of({ host, name: name.getName() })),
  methods: {
    Add: add,
    GetCount: (host) => host.workbook.getDefinedNames().length,
    GetItem: (host, args) => need(host, args.text(0)),
    Indexer: (host, args) => need(host, args.text(0)),
    GetItemOrNullObject: (host, args) => find(host, args.text(0)),
  },
});

const namedItemType = defineType<Name>('NamedItem', {
  id: ({ name }) => name,
  scalars: {
    Name: readOnly(({ name }) => name),
    Comment: textProperty(
      'NamedItem.comment',
      (item) => engineName(item).getComment() ?? '',
      (item, text) => engineName(item).setComment(text),
    ),
    Formula: textProperty(
      'NamedItem.formula',
      (item) => `=${reference(item)}`,
      (item, formula) => engineName(item).setFormula(formula),
    ),
    Scope: readOnly(() => 'Workbook'),
    Type: readOnly((item) => (reference(item).includes('!') ? 'Range' : 'String')),
    Value: readOnly((item) => reference(item)),
    Visible: flagProperty(
      'NamedItem.visible',
      () => true,
      (_item, on) => {
        if (!on) throw invalidArgument('NamedItem.visible');
      },
    ),
  },
  methods: {
    Delete: ({ host, name }) => {
      host.workbook.deleteDefinedName(name);
      return null;
    },
    GetRange: (item) => range(item) ?? missing('NamedItem.getRange'),
    GetRangeOrNullObject: range,
  },
});

function engineName({ host, name }: Name): NonNullable<ReturnType<HostContext['workbook']['getDefinedName']>> {
  const found = host.workbook.getDefinedName(name);
  if (!found) throw itemNotFound('NamedItem');
  return found;
}

function reference(item: Name): string {
  return engineName(item).getFormulaOrRefString().replace(/^=/, '');
}

function range(item: Name): OfficeObject | null {
  const text = reference(item);
  const sheetName = text.slice(0, text.lastIndexOf('!')).replace(/^'|'$/g, '').replaceAll("''", "'");
  const sheet = item.host.sheets().find((one) => one.name === sheetName);
  return sheet ? rangeType.of(parseAddress(sheet, text)) : null;
}

function missing(location: string): never {
  throw itemNotFound(location);
}

function find(host: HostContext, name: string): OfficeObject | null {
  const found = host.workbook.getDefinedNames().find((one) => one.getName().toLowerCase() === name.toLowerCase());
  return found ? namedItemType.of({ host, name: found.getName() }) : null;
}

function need(host: HostContext, name: string): OfficeObject {
  return find(host, name) ?? missing('NamedItemCollection.getItem');
}

function add(host: HostContext, args: Arguments): OfficeObject {
  const name = args.text(0);
  if (find(host, name)) throw alreadyExists('NamedItemCollection.add');
  const target = args.either(1);
  const text = target instanceof OfficeObject ? absolute(addressOf(args.object(1, rangeType))) : args.text(1);
  host.workbook.insertDefinedName(name, text.replace(/^=/, ''));
  return need(host, name);
}

/** `Sheet1!A1:B2` → `Sheet1!$A$1:$B$2`. */
function absolute(address: string): string {
  const at = address.lastIndexOf('!') + 1;
  return address.slice(0, at) + address.slice(at).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
