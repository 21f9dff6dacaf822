import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotToXlsx } from '../../src/files';
import { readWorkbookFile } from '../../src/files/node';
import { sheetFromGrid, valueAt, workbookOf } from '../../src/workbook';
import { ended, lines, plancheck, ROOT, start } from './run-plancheck';

const sample = (name: string) => join('samples', name);
const FAULTLESS = sample('合成数据-袁州区-2023年6月-无误.xlsx');
const FAULTY = sample('合成数据-袁州区-2023年6月-有误.xlsx');

jest.setTimeout(60_000);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'audit-'))));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('plancheck audit', () => {
  it('ends with 0 where nothing is wrong at level error, with 1 where something is', async () => {
    expect((await plancheck('audit', FAULTLESS)).code).toBe(0);
    expect((await plancheck('audit', FAULTY)).code).toBe(1);
  });

  it('writes each finding as one line of text with level, place, fault, advice and source, then a summary', async () => {
    const { out } = await plancheck('audit', FAULTY);
    const [file, ...rest] = out.trimEnd().split('\n');
    expect(file).toBe(FAULTY);
    expect(rest.pop()).toMatch(
      /^合计 .+ · 袁州区 · 2023年6月 · 4 张表 43 行 · 强制性 \d+ 项，核实性 \d+ 项，提示 \d+ 项 · 有强制性问题/u,
    );
    for (const line of rest) {
      expect(line).toMatch(
        /^ {2}(?:强制性|核实性|提示) · [^!]+![A-Z]+\d+(?::[A-Z]+\d+)? · .+：?.+。（[A-Z]\d+，依据：.+）$/u,
      );
    }
    expect(out).toMatch(/强制性 · 附件2!D14 · .*1260，方案为 1620/u);
  });

  it('writes the lines of the contract as ndjson', async () => {
    const { out, note } = await plancheck('audit', FAULTY, '--format', 'ndjson');
    const all = lines(out);
    const findings = all.slice(0, -1);
    expect(note).toBe('');
    expect(findings.length).toBeGreaterThan(5);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual([
        'type', 'file', 'sheet', 'cell', 'rule', 'level', 'message', 'found', 'expected', 'source', 'fixable',
      ]); // prettier-ignore
      expect(finding).toMatchObject({
        type: 'finding',
        file: FAULTY,
        level: expect.stringMatching(/^(?:error|warning|info)$/u),
      });
    }
    const count = (level: string) => findings.filter((finding) => finding.level === level).length;
    expect(all.at(-1)).toEqual({
      type: 'summary',
      file: FAULTY,
      unit: '袁州区',
      tables: [
        { kind: 'indicators', sheet: '目标完成情况', range: expect.any(String), rows: 3 },
        { kind: 'responsibilities', sheet: '附件1', range: expect.any(String), rows: 18 },
        { kind: 'schools', sheet: '附件2', range: expect.any(String), rows: 12 },
        { kind: 'funds', sheet: '附件3', range: expect.any(String), rows: 10 },
      ],
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    });
  });

  it('writes SARIF with one result per finding', async () => {
    const { out } = await plancheck('audit', FAULTY, '--format', 'sarif');
    const { out: rows } = await plancheck('audit', FAULTY, '--format', 'ndjson');
    const log = JSON.parse(out) as { version: string; runs: { results: { ruleId: string }[] }[] };
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(
      lines(rows).flatMap((line) => (line.type === 'finding' ? [line.rule] : [])),
    );
  });

  it('gives the same bytes whatever the number of workers', async () => {
    const files = ['samples', '--format', 'ndjson'];
    const [one, four] = await Promise.all([
      plancheck('audit', ...files, '--jobs', '1'),
      plancheck('audit', ...files, '--jobs', '4'),
    ]);
    expect(one.out).toBe(four.out);
    const told = lines(one.out).flatMap((line) => (line.type === 'summary' ? [String(line.file)] : []));
    expect(told).toEqual([...told].sort());
    expect(told.length).toBeGreaterThan(4);
  });

  it('goes on after files that cannot be read, tells each with a code, and ends with 2', async () => {
    const files = [
      put('空.xlsx', ''),
      put('文字.xlsx', '序号,学校名称\n1,甲\n'),
      put(
        '别的.xlsx',
        snapshotToXlsx(
          workbookOf([
            sheetFromGrid('食堂', [
              ['菜名', '价格'],
              ['豆腐', 3],
            ]),
          ]),
        ),
      ),
      put('无内容.xlsx', snapshotToXlsx(workbookOf([sheetFromGrid('Sheet1', [])]))),
      join(folder, '没有.xlsx'),
    ];
    const { code, out } = await plancheck('audit', ...files, FAULTLESS, '--format', 'ndjson');
    expect(code).toBe(2);
    const unreadable = lines(out).filter((line) => line.type === 'unreadable');
    expect(unreadable.map(({ file, code: why }) => [file, why])).toEqual([
      [files[0], 'emptyFile'],
      [files[1], expect.stringMatching(/^(?:text|csv)$/u)],
      [files[2], 'noTable'],
      [files[3], 'empty'],
      [files[4], 'notFound'],
    ]);
    for (const line of unreadable) {
      expect(Object.keys(line)).toEqual(['type', 'file', 'code', 'message']);
      expect(line.message).toMatch(/[\u4e00-\u9fff].*。$/u);
    }
    expect(lines(out).at(-1)).toMatchObject({ type: 'summary', file: FAULTLESS });
  });

  it('takes the reporting unit that it is told', async () => {
    const { out } = await plancheck('audit', FAULTLESS, '--unit', '宜阳新区管委会', '--format', 'ndjson');
    expect(lines(out).at(-1)).toMatchObject({ unit: '宜阳新区' });
  });

  it('audits against another plan', async () => {
    const plan = ['--plan', sample('plans/合成数据-临澜市.plan.json')];
    const { code, out } = await plancheck(
      'audit',
      sample('plans/合成数据-临澜市-附件.xlsx'),
      ...plan,
      '--format',
      'ndjson',
    );
    expect(code).toBe(0);
    expect(lines(out).at(-1)).toMatchObject({ errors: 0, warnings: 0, tables: { length: 4 } });
  });

  it('writes to a file whole or not at all', async () => {
    const out = join(folder, '结果.ndjson');
    const written = await plancheck('audit', FAULTLESS, '--format', 'ndjson', '--out', out);
    expect(written).toMatchObject({ code: 0, out: '' });
    expect(lines(readFileSync(out, 'utf8')).at(-1)).toMatchObject({ type: 'summary' });
    const failed = await plancheck('audit', FAULTLESS, '--out', join(folder, '没有', '结果.txt'));
    expect(failed.code).toBe(2);
    expect(failed.note).toContain('noFolder');
  });

  it('writes a report to sign: one sheet for one file, an overview in front of several', async () => {
    const [one, many] = [join(folder, '一份.xlsx'), join(folder, '多份.xlsx')];
    const bad = put('坏.xlsx', '');
    expect((await plancheck('audit', FAULTY, '--report', one)).code).toBe(1);
    expect((await plancheck('audit', FAULTY, bad, FAULTLESS, '--report', many)).code).toBe(2);
    const [single, several] = await Promise.all([readWorkbookFile(one), readWorkbookFile(many)]);
    if (!single.ok || !several.ok) throw new Error('a report cannot be read');
    expect(single.snapshot.sheets.map(({ name }) => name)).toEqual(['审核报告']);
    expect(several.snapshot.sheets.map(({ name }) => name)).toEqual(['审核情况', '审核报告1', '审核报告2']);
    const [overview] = several.snapshot.sheets;
    const column = [2, 3, 4].map((row) => (overview ? valueAt(overview, row, 8) : null));
    expect(column).toEqual([
      expect.stringContaining('改正后才能报送'),
      expect.stringContaining('emptyFile'),
      '可以报送',
    ]);
  });

  it('shows no progress where there is no terminal', async () => {
    const { note } = await plancheck('audit', FAULTLESS, FAULTY);
    expect(note).toBe('');
  });

  it('ends quietly when nobody reads on', async () => {
    const child = start(['audit', 'samples', '--jobs', '1']);
    const result = ended(child);
    child.stdout?.destroy();
    const { note, code } = await result;
    expect(note).toBe('');
    expect([0, 1, 2]).toContain(code);
  });

  it('leaves no half-written file when it is interrupted', async () => {
    const many = join(folder, '多');
    mkdirSync(many);
    for (let i = 0; i < 60; i++)
      writeFileSync(join(many, `${i}.xlsx`), readFileSync(join(ROOT, sample('合成数据-大表-2000行.xlsx'))));
    const out = join(many, '结果.txt');
    const child = start(['audit', many, '--jobs', '1', '--out', out]);
    const result = ended(child);
    setTimeout(() => child.kill('SIGINT'), 700);
    const { code, note } = await result;
    expect(code).toBe(130);
    expect(note).toContain('已取消');
    expect(readdirSync(many).filter((name) => !name.endsWith('.xlsx'))).toEqual([]);
  });
});
