import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { auditWorkbook, type Finding } from '../../src/audit';
import { readWorkbookFile } from '../../src/files/node';
import { yichunPlan } from '../../src/plan';
import { loadPlan } from '../../src/plan/schema';
import { areaName, type WorkbookSnapshot } from '../../src/workbook';

const ROOT = join(__dirname, '..', '..');
const SAMPLES = join(ROOT, 'samples');

async function open(name: string): Promise<WorkbookSnapshot> {
  const opened = await readWorkbookFile(join(SAMPLES, name));
  if (!opened.ok) throw new Error(`${name}: ${opened.message}`);
  return opened.snapshot;
}
const audit = async (name: string, plan = yichunPlan) => auditWorkbook(await open(name), plan, { fileName: name });
const place = (finding: Finding) =>
  `${finding.rule} ${finding.place.sheet ?? ''}!${finding.place.area ? areaName(finding.place.area) : ''}`;
/** P04 only says that the public text lacks a cell; it stands in the faultless sample too. */
const faults = (findings: readonly Finding[]) =>
  findings
    .filter(({ rule }) => rule !== 'P04')
    .map(place)
    .sort();

describe('the samples', () => {
  it.each([
    ['方案附件-公开数据.xlsx', ['indicators', 'responsibilities', 'schools', 'funds']],
    ['合成数据-袁州区-2023年6月-无误.xlsx', ['indicators', 'responsibilities', 'schools', 'funds']],
    ['合成数据-袁州区-另一版式.xlsx', ['schools']],
    ['合成数据-大表-2000行.xlsx', ['schools']],
  ])('%s: its tables are found and nothing is wrong at level error', async (name, kinds) => {
    const result = await audit(name);
    expect(result.tables.map(({ kind }) => kind)).toEqual(kinds);
    expect(result.findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('the faultless submission has nothing that must be mended or explained', async () => {
    const { findings, unit, period, verdict } = await audit('合成数据-袁州区-2023年6月-无误.xlsx');
    expect(faults(findings)).toEqual([]);
    expect({ unit, period, verdict }).toEqual({ unit: '袁州区', period: '2023年6月', verdict: 'pass' });
  });

  it('of the faulty submission exactly the listed faults are found, each at its cell', async () => {
    const name = '合成数据-袁州区-2023年6月-有误';
    const seeded = JSON.parse(readFileSync(join(SAMPLES, `${name}.faults.json`), 'utf8')) as Record<string, string>[];
    const { findings } = await audit(`${name}.xlsx`);
    expect(seeded.length).toBeGreaterThanOrEqual(12);
    expect(faults(findings)).toEqual(seeded.map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`).sort());
  });

  it('the other layout says of the same schools what the usual form says', async () => {
    const rows = async (name: string) =>
      (await audit(name)).tables.filter(({ kind }) => kind === 'schools').map((table) => table.rows);
    expect(await rows('合成数据-袁州区-另一版式.xlsx')).toEqual(await rows('合成数据-袁州区-2023年6月-无误.xlsx'));
  });

  it('the published figures are the plan’s, and blank where the public text shows none', async () => {
    const snapshot = await open('方案附件-公开数据.xlsx');
    const cells = snapshot.sheets.find(({ name }) => name === '附件2')?.values ?? [];
    const shown = yichunPlan.schools.map(({ plannedSeats }) => plannedSeats.value).filter((value) => value !== null);
    const stages = yichunPlan.stages
      .map(({ subtotal }) => subtotal.plannedSeats.value)
      .filter((value) => value !== null);
    const seats = cells.filter((value, index) => index % 7 === 3 && typeof value === 'number');
    expect(seats.sort()).toEqual([...shown, ...stages].sort());
  });

  it('another city’s annexes are audited against its own plan', async () => {
    const loaded = loadPlan(readFileSync(join(SAMPLES, 'plans', '合成数据-临澜市.plan.json'), 'utf8'));
    if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
    const { findings, tables } = await audit('plans/合成数据-临澜市-附件.xlsx', loaded.plan);
    expect(tables).toHaveLength(4);
    expect(findings.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('made-up files say so in their names and titles', async () => {
    const made = filesUnder(SAMPLES).filter((file) => file.endsWith('.xlsx') && !file.startsWith('方案附件'));
    expect(made.length).toBeGreaterThan(4);
    for (const file of made) {
      expect(file).toContain('合成数据');
      const { sheets } = await open(file);
      expect(String(sheets[0]?.values.find((value) => typeof value === 'string' && value.length > 6))).toContain(
        '合成数据',
      );
    }
  });

  it('are what the script makes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samples-'));
    const script = join(ROOT, 'scripts');
    execFileSync(process.execPath, [join(script, 'run-ts.mjs'), join(script, 'make-samples.ts')], { cwd: folder });
    const made = filesUnder(join(folder, 'samples'));
    const differ = made.filter(
      (file) => !readFileSync(join(folder, 'samples', file)).equals(readFileSync(join(SAMPLES, file))),
    );
    rmSync(folder, { recursive: true });
    expect(made).toEqual(filesUnder(SAMPLES));
    expect(differ).toEqual([]);
  });
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
