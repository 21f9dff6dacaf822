import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, type CliHost } from '../../src/cli';
import { yichunPlan } from '../../src/plan';
import { ROOT } from './run-plancheck';

async function run(...argv: string[]) {
  const said = { out: '', note: '' };
  const host: CliHost = {
    out: (text) => void (said.out += text),
    note: (text) => void (said.note += text),
    progress: null,
    signal: new AbortController().signal,
    workerEntry: '',
    version: '1.2.3',
  };
  return { code: await runCli(argv, host), ...said };
}

describe('plancheck plan', () => {
  it('prints every target, measure, school, fund and note of the plan', async () => {
    const { code, out } = await run('plan');
    expect(code).toBe(0);
    const expected = [
      ...yichunPlan.indicators.map(({ name }) => name),
      ...yichunPlan.measures.map(({ sequence, title }) => `${sequence}.${title}。`),
      ...yichunPlan.schools.flatMap(({ name }) => name ?? []),
      ...yichunPlan.funds.map(({ name }) => name),
      ...yichunPlan.notes.map(({ text }) => text),
    ];
    expect(expected.filter((text) => !out.includes(text))).toEqual([]);
  });

  it('keeps the three kinds of notes apart', async () => {
    const { out } = await run('plan');
    const section = (title: string) => out.split('━━ ').find((part) => part.startsWith(title)) ?? '';
    const ids = (title: string) => section(title).match(/^PN\d+/gmu) ?? [];
    const of = (kind: string) => yichunPlan.notes.filter((note) => note.kind === kind).map(({ id }) => id);
    expect(ids('方案自身的矛盾')).toEqual(of('contradiction'));
    expect(ids('方案没有写明的')).toEqual(of('gap'));
    expect(ids('所存公开文本的缺漏')).toEqual(of('loss'));
  });

  it('tells shown, uncertain, derived and missing figures apart', async () => {
    const { out } = await run('plan');
    const row = (name: string) =>
      out.split('\n').find((line) => /^ {2}\d/u.test(line) && line.includes(`${name} `)) ?? '';
    expect(row('宜阳二中')).toMatch(/54\s+2700\s+49\.5\s+宜阳新区/u);
    expect(row('宜春市明珠中学')).toMatch(/—\s+—\s+47？/u);
    expect(row('宜春市第十中学')).toMatch(/2400\s+［200］/u);
  });

  it('prints the data itself as json', async () => {
    const { out } = await run('plan', '--format', 'json');
    expect(JSON.parse(out)).toEqual(yichunPlan);
  });

  it('shows another plan in the same way', async () => {
    const { code, out } = await run('plan', '--plan', join(ROOT, 'samples/plans/合成数据-临澜市.plan.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/^临澜市城区教育提升行动方案/u);
    expect(out).not.toContain('宜春');
  });

  it('refuses a plan file that is not one, and says where', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    const file = join(folder, 'x.plan.json');
    const plan = JSON.parse(readFileSync(join(ROOT, 'samples/plans/合成数据-临澜市.plan.json'), 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...plan, stages: [] }));
    const broken = await run('plan', '--plan', file);
    const missing = await run('plan', '--plan', join(folder, 'y.json'));
    rmSync(folder, { recursive: true });
    expect(broken).toMatchObject({ code: 2, out: '' });
    expect(broken.note).toMatch(/planInvalid[^]*stages/u);
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.note).toContain('planUnreadable');
  });
});

describe('plancheck', () => {
  it('shows its usage and ends with 64 when it is called without anything', async () => {
    const { code, out, note } = await run();
    expect([code, out]).toEqual([64, '']);
    expect(note).toMatch(/用法：plancheck/u);
  });

  it('shows help, on the output, for itself and for a command', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, note: '' });
    const { code, out } = await run('help', 'audit');
    expect(code).toBe(0);
    expect(out).toMatch(/plancheck audit FILE…[^]*--format text\|ndjson\|sarif/u);
  });

  it('says its version', async () => expect(await run('--version')).toMatchObject({ code: 0, out: '1.2.3\n' }));

  it.each([
    [['audti'], '不认识的命令 audti。是不是想写 audit？'],
    [['--fast'], '不认识的选项 --fast。'],
    [['plan', 'x.xlsx'], '本命令不带文件：x.xlsx'],
    [
      ['audit', 'x.xlsx', '--unit', '丰城市'],
      '方案中没有填报单位“丰城市”。可以是：市本级、袁州区、宜阳新区、经开区、明月山区。',
    ],
    [['audit', 'x.xlsx', '--unit', '经济开发区'], '方案中没有填报单位“经济开发区”。是不是“经开区”？'],
    [['audit', 'x.xlsx', '--jobs', '0'], '选项 --jobs 的值“0”不对，应为 1 到 64 的整数。'],
  ])('refuses %j with a hint and 64', async (argv, message) => {
    const { code, out, note } = await run(...argv);
    expect([code, out]).toEqual([64, '']);
    expect(note).toContain(message);
    expect(note).toContain('用法见：plancheck');
  });
});
