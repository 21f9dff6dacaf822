import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../../src/workbench/host';
import { definedTypes } from '../../../src/workbench/host/office-object';
import { officeUse, type Use } from './office-use';

/** What the client does without asking the host. */
const CLIENTS_OWN = new Set(['load', 'track', 'untrack', 'toJSON', 'context', 'isNullObject']);
/** Events by the call with which the client asks for them. */
const EVENTS: Readonly<Record<string, string>> = {
  onAdded: '_RegisterAddedEvent',
  onDeleted: '_RegisterDeletedEvent',
  onChanged: '_RegisterDataChangedEvent',
};

function isImplemented({ type, member, kind }: Use): boolean {
  if (type === 'RequestContext' || CLIENTS_OWN.has(member)) return true;
  const known = definedTypes().get(type);
  if (!known) return false;
  if (member === 'items') return known.isCollection;
  if (kind === 'event') return known.methods.has(EVENTS[member] ?? member);
  const name = member.charAt(0).toUpperCase() + member.slice(1);
  if (kind === 'set') return known.settable.has(name);
  if (kind === 'read') return known.readable.has(name);
  return known.methods.has(name) || (name === 'GetItem' && known.methods.has('Indexer'));
}

const said = ({ type, member, kind, at }: Use): string => `${type}.${member} (${kind}) at ${at}`;

test("the host implements every member of Excel's classes that the product uses", () => {
  const { uses, untold } = officeUse();
  expect(uses.filter((use) => !isImplemented(use)).map(said)).toEqual([]);
  // Names that `load` gets from elsewhere would escape this test.
  expect(untold).toEqual([]);
  expect(new Set(uses.map(({ type, member }) => `${type}.${member}`)).size).toBeGreaterThan(100);
});

/** Uses that the host does not know, as statements over a sheet; each is to be found by what stands beside it. */
const LACKING: Readonly<Record<string, string>> = {
  'void sheet.tabId;': 'Worksheet.tabId (read)',
  'sheet.standardWidth = 9;': 'Worksheet.standardWidth (set)',
  'sheet.calculate(true);': 'Worksheet.calculate (call)',
  'const { tables } = sheet; void tables;': 'Worksheet.tables (read)',
  "sheet.load('name, standardHeight');": 'Worksheet.standardHeight (read)',
  "const names = ['id', 'shapes/name']; sheet.load(names);": 'Shape.name (read)',
  'sheet.load({ pivotTables: { name: true } });': 'PivotTable.name (read)',
  "sheet.charts.load('items/name, items/height');": 'Chart.height (read)',
  'void sheet.onCalculated;': 'Worksheet.onCalculated (event)',
};

test('a member that the host lacks is found however it is used, and so are names that the code does not tell', () => {
  const folder = mkdtempSync(join(__dirname, 'made-'));
  try {
    const file = join(folder, 'lacking.ts');
    const lines = Object.keys(LACKING).map((statement) => `{ ${statement} }`);
    writeFileSync(
      file,
      `export function use(sheet: Excel.Worksheet, told: string): void {\n${lines.join('\n')}\nsheet.load(told);\n}\n`,
    );
    const { uses, untold } = officeUse([file]);
    const missing = uses.filter((use) => !isImplemented(use)).map((use) => said(use).replace(/ at .*/u, ''));
    expect(missing).toEqual(expect.arrayContaining(Object.values(LACKING)));
    expect(untold).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
