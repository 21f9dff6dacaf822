import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { auditWorkbook } from '../../src/audit';
import { fillFile, type FillRequest } from '../../src/cli/jobs/fill';
import { openFile } from '../../src/files';
import { yichunPlan } from '../../src/plan';
import { formulaAt, valueAt, type WorkbookSnapshot } from '../../src/workbook';
import { calculated } from './desk';
import { ODD_PACKAGES } from './odd-packages';

// What LibreOffice made (scripts/make-round-trip.mjs) and packages made by hand: the same half-filled table among many things.
const FOLDER = join(__dirname, 'round-trip');
const MADE: readonly (readonly [string, Uint8Array])[] = [
  ...readdirSync(FOLDER)
    .sort()
    .map((name) => [name, new Uint8Array(readFileSync(join(FOLDER, name)))] as const),
  ...Object.entries(ODD_PACKAGES),
];
const REQUEST: FillRequest = { plan: null, unit: null, also: [], skip: [], isDryRun: false };

function opened(bytes: Uint8Array, name: string) {
  const file = openFile(bytes, `${name}.xlsx`);
  if (!file.ok) throw new Error(file.message);
  return { name: `${name}.xlsx`, bytes, snapshot: file.snapshot, notes: file.notes };
}

async function filled(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const outcome = await fillFile(opened(bytes, name), REQUEST);
  if (outcome.kind !== 'filled' || !outcome.bytes) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  return outcome.bytes;
}

/** Numbers of the table's three sums over classes, seats and land, by their labels in the first column. */
const EXPECTED = [
  [90, 4500, 89.75],
  [78, 3510, 65.5],
  [168, 8010, 155.25],
];

test('there are at least thirty workbooks made by LibreOffice', () => {
  expect(readdirSync(FOLDER).length).toBeGreaterThanOrEqual(30);
});

describe.each(MADE)('%s', (name, bytes) => {
  let after: Uint8Array;
  beforeAll(async () => {
    after = await filled(name, bytes);
  });

  test('every part that no change touches keeps its very bytes', () => {
    const [old, now] = [unzipSync(bytes), unzipSync(after)];
    const differing = Object.keys(old).filter(
      (part) => Buffer.compare(old[part] ?? Buffer.alloc(0), now[part] ?? Buffer.alloc(0)) !== 0,
    );
    expect(differing.length).toBeGreaterThan(0);
    for (const part of differing) expect(part).toMatch(/^xl\/(?:worksheets\/sheet\d+|workbook|styles)\.xml$/u);
    expect(Object.keys(now).filter((part) => !(part in old))).toEqual([]);
  });

  test('no subtotal finding remains, and every other cell holds what it held', () => {
    const audit = auditWorkbook(opened(after, name).snapshot, yichunPlan, { fileName: `${name}.xlsx` });
    expect(
      audit.findings.filter(({ rule }) => /^(?:A0[1-47]|F0[1-4]|S10|V0[12])$/u.test(rule)).map(({ text }) => text),
    ).toEqual([]);
    expect(texts(opened(after, name).snapshot)).toEqual(texts(opened(bytes, name).snapshot));
  });
});

/** Words outside the rows that add up: none of them is a matter of filling. */
function texts({ sheets }: WorkbookSnapshot): readonly string[] {
  return sheets.flatMap((sheet) =>
    sheet.values
      .filter(
        (value): value is string => typeof value === 'string' && !/^(?:\d+|小计：?|合计：?|总计：?)?$/u.test(value),
      )
      .map((value) => `${sheet.name} ${value}`),
  );
}

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

if (hasOffice) {
  test('LibreOffice opens every result and computes the numbers that are in it', async () => {
    const work = mkdtempSync(join(tmpdir(), 'plancheck-office-'));
    try {
      const [given, converted] = [join(work, 'in'), join(work, 'out')];
      mkdirSync(given);
      const wanted = new Map<string, WorkbookSnapshot>();
      for (const [index, [name, bytes]] of MADE.entries()) {
        const after = await filled(name, bytes);
        writeFileSync(join(given, `${index}.xlsx`), after);
        wanted.set(name, calculated(opened(after, name).snapshot));
      }
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${work}/profile`,
          '--headless',
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          converted,
        ].concat(MADE.map((_, index) => join(given, `${index}.xlsx`))),
        { stdio: 'ignore' },
      );
      for (const [index, [name]] of MADE.entries()) {
        const theirs = opened(new Uint8Array(readFileSync(join(converted, `${index}.xlsx`))), name).snapshot;
        const ours = wanted.get(name);
        if (!ours) throw new Error(name);
        const known = figures(ours, ours).filter(([place, value]) => place.startsWith('附件2') && value !== null);
        expect(known.length).toBeGreaterThanOrEqual(6);
        expect([name, figures(theirs, ours)]).toEqual([name, expect.arrayContaining(known.map((one) => [...one]))]);
        const summary = theirs.sheets.find((sheet) => sheet.name === '汇总');
        if (summary) expect(valueAt(summary, 2, 1)).toBe(8010);
        expect([name, sums(theirs)]).toEqual([
          name,
          name.includes('很多行') ? sums(ours) : EXPECTED.slice(0, sums(theirs).length),
        ]);
      }
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }, 180_000);
} else {
  test('skipped, LibreOffice is not installed: it opens every result and computes the numbers that are in it', () => {
    expect(hasOffice).toBe(false);
  });
}

/** What `of` says at the formulas of `where`. */
function figures(of: WorkbookSnapshot, where: WorkbookSnapshot): readonly (readonly [string, unknown])[] {
  return where.sheets.flatMap((sheet) => {
    const other = of.sheets.find(({ name }) => name === sheet.name);
    return [...sheet.formulas.keys()].map((index) => {
      const row = sheet.top + Math.floor(index / sheet.columnCount);
      const column = sheet.left + (index % sheet.columnCount);
      const value = other ? valueAt(other, row, column) : 'no such sheet';
      return [
        `${sheet.name} ${row} ${column} ${formulaAt(sheet, row, column)}`,
        typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
      ] as const;
    });
  });
}

function sums({ sheets }: WorkbookSnapshot): readonly (readonly unknown[])[] {
  const sheet = sheets.find(({ name }) => name === '附件2');
  if (!sheet) return [];
  const found: unknown[][] = [];
  for (let row = sheet.top; row < sheet.top + sheet.rowCount; row++) {
    if (!/^(?:小计|合计|总计)/u.test(String(valueAt(sheet, row, 0)))) continue;
    found.push([2, 3, 4].map((column) => valueAt(sheet, row, column)));
  }
  return found;
}
