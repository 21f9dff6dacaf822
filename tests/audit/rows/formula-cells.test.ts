import { FREE_PROFILE } from '../../../src/audit';
import { makeContext } from '../../../src/audit/context';
import { isTakenOver } from '../../../src/audit/leaning';
import { errorValue } from '../../../src/audit/rules/error-value';
import { formulaReach } from '../../../src/audit/rules/formula-reach';
import { staleValue } from '../../../src/audit/rules/stale-value';
import { totalLine } from '../../../src/audit/rules/total-line';
import type { Report } from '../../../src/audit/rule';
import { yichunPlan } from '../../../src/plan';
import { recognizeWorkbook } from '../../../src/recognize';
import { PARTS, sheetFromGrid, workbookOf, type CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

/** A sheet that is none of the plan's tables: three figures, then this formula with its stored value. */
const sheet = (formula: string, value: CellValue, ...more: readonly string[]): string =>
  `|   | A | B | C | D |\n| 1 | 合成 | 10 | 20 | 30 |\n| 2 | 合成 | ${formula}${value === null ? '' : ` → ${String(value)}`} | ${more.join(' | ')} |`;

describe('a stored value that was not calculated again', () => {
  const of = (formula: string, value: CellValue, ...more: readonly string[]) =>
    said(staleValue, { grid: sheet(formula, value, ...more), sheet: '合成' });
  test.each<[string, CellValue, readonly string[]]>([
    ['=SUM(B1:D1)', 60, []],
    ['=SUM(B1:D1)', 61, ['B2 stale 61→60']],
    ['=SUM(B1:D1)', 60.005, []],
    ['=SUM(B1:D1)', 60.006, ['B2 stale 60.006→60']],
    ['=B1/C1/100', 0.00502, []],
    ['=B1/C1/100', 0.0051, ['B2 stale 0.0051→0.005']],
    ['=SUM(B1:D1)', null, []],
    ['=SUM(B1:D1)', '六十', []],
    ['=AVERAGE(B1:D1)', 99, []],
    ['=B2+1', 99, []],
    ['=合成!B2+1', 99, []],
    ['=别!B2+1', 99, []],
    ['=[甲.xlsx]合成!B1', 99, []],
    ['=C2', 99, ['B2 stale 99→0']],
  ])('%s shows %p', (formula, value, expected) => expect(of(formula, value)).toEqual(expected));

  test('is told where it began, not where it is passed on', () => {
    expect(of('=SUM(B1:D1)', 61, '=B2*2 → 122')).toEqual(['B2 stale 61→60']);
    expect(of('=SUM(B1:D1)', 61, '=B2*2 → 120')).toEqual(['B2 stale 61→60']);
    expect(of('=SUM(B1:D1)', 61, '=B2*2 → 130')).toEqual(['B2 stale 61→60', 'C2 stale 130→122']);
    expect(of('=SUM(B1:D1)', 61, '=C1+1 → 22')).toEqual(['B2 stale 61→60', 'C2 stale 22→21']);
  });

  test('many are one', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `| ${i + 2} | 合成 | =B1+${i} → 99 |`);
    const reports = reportsOf(staleValue, {
      grid: ['|   | A | B |', '| 1 | 合成 | 10 |', ...rows].join('\n'),
      sheet: '合成',
    });
    expect(reports.map(({ message }) => message)).toEqual(['many']);
    expect(reports[0]?.text).toContain('30 个公式');
    expect(reports[0]?.text).toContain('第一处 B2');
  });
});

describe('what a formula reaches', () => {
  const of = (...cells: readonly string[]) =>
    said(formulaReach, { grid: sheet(cells[0] ?? '', null, ...cells.slice(1)), sheet: '合成' });
  test.each<[string, readonly string[]]>([
    ['=SUM(B1:D1)', []],
    ['=1350+900', ['B2 literal =1350+900']],
    ['=(12+3)*45', ['B2 literal =(12+3)*45']],
    ['=-36', []],
    ['=36', []],
    ['=1350/2', []],
    ['=B1+5', []],
    ['=[甲.xlsx]表!A1', ['B2 external =[甲.xlsx]表!A1']],
    ['=B2', ['B2 circular =B2']],
    ['=SUM(B1:B9)', ['B2 circular =SUM(B1:B9)']],
    ['=合成!B2', ['B2 circular =合成!B2']],
    ['=别!B2', []],
  ])('%s', (formula, expected) => expect(of(formula)).toEqual(expected));

  test('a ring is named once, with its cells; the smallest of several', () => {
    const [ring, ...others] = reportsOf(formulaReach, { grid: sheet('=C2', null, '=D2', '=B2'), sheet: '合成' });
    expect(others).toEqual([]);
    expect(ring?.text).toBe('循环引用：B2 → C2 → D2（=C2）。');
    expect(ring).toMatchObject({ id: 'F06', level: 'error', causes: { blocks: true } });
    const smallest = reportsOf(formulaReach, { grid: sheet('=C2', null, '=B2+D2', '=B2'), sheet: '合成' });
    expect(smallest.map(({ text }) => text)).toEqual(['循环引用：B2 → C2（=C2）。']);
    expect(of('=C2', '=D1', '=C2')).toEqual([]);
  });

  test('links that no cell shows are told for the workbook', () => {
    const linked = (formula: string) =>
      reportsOf(formulaReach, { grid: sheet(formula, null), sheet: '合成', externalLinks: ['甲.xlsx', '乙.xlsx'] }).map(
        ({ message, found, place }) => [message, found, place.sheet],
      );
    expect(linked('=B1')).toEqual([['linked', '甲.xlsx、乙.xlsx', null]]);
    expect(linked('=[甲.xlsx]表!A1')).toEqual([['external', '=[甲.xlsx]表!A1', '合成']]);
  });

  test('sheets that this program made are left out', () => {
    const made = sheetFromGrid('目标完成情况', [['合成', '=1350+900']]);
    const own = sheetFromGrid('合成', [['合成', '=1350+900']]);
    const workbook = workbookOf([made, own], {
      [PARTS.generated]: JSON.stringify({ version: 1, sheets: ['目标完成情况'] }),
    });
    const context = makeContext({
      workbook,
      recognition: recognizeWorkbook(workbook, yichunPlan),
      plan: yichunPlan,
      profile: FREE_PROFILE,
      unit: null,
      previous: null,
    });
    expect([...formulaReach.check(context)].map(({ place }) => place.sheet)).toEqual(['合成']);
    expect([...errorValue.check({ ...context })].length).toBe(0);
  });
});

describe('error values', () => {
  const HEADER = '学校名称 | 规划班数 | 规划学位 | 围墙长度';
  const school = (...cells: readonly CellValue[]) =>
    gridOf(HEADER, ['江丰小学', ...cells], ['枫林小学', 12, 540, 300], ['合计', 30, 1350, '#REF!']);
  test.each<[readonly CellValue[], readonly string[]]>([
    [[18, 810, 300], ['D4 typed #REF!']],
    [
      ['#N/A', 810, 300],
      ['B2 typed #N/A', 'D4 typed #REF!'],
    ],
    [
      [18, '=H1 → #DIV/0!', 300],
      ['C2 shown #DIV/0!', 'D4 typed #REF!'],
    ],
    [
      [18, 810, '=H1 → #N/A'],
      ['D2 shown #N/A', 'D4 typed #REF!'],
    ],
  ])('%j', (cells, expected) => expect(said(errorValue, { grid: school(...cells) })).toEqual(expected));

  test('outside of tables as well', () => {
    const grid = `${school(18, 810, 300)}\n| 8 | 合成 | =A9 → #REF! |`;
    expect(said(errorValue, { grid })).toEqual(['D4 typed #REF!', 'B8 shown #REF!']);
  });

  test('rest on the cells that the formula names', () => {
    const [one] = reportsOf(errorValue, { grid: school(18, '=SUM(B3:C4,别!D5) → #REF!', 300) });
    const [own, other] = one?.leansOn ?? [];
    expect([own?.sheet, own?.columns, other?.sheet, other?.columns]).toEqual(['附件2', [1, 2], '别', [3]]);
    expect([1, 2, 3, 4].map((row) => own?.has(row))).toEqual([false, true, true, false]);
    expect(reportsOf(errorValue, { grid: school('#N/A', 810, 300) })[0]?.leansOn).toEqual([]);
  });
});

describe('a total beside others', () => {
  const plain = (total: string) =>
    said(totalLine, {
      grid: `|   | A | B | C | D |\n| 1 | 学段 | 所数 | 教师数 | 学生数 |\n| 2 | 小学 | 10 | 320 | 4100 |\n| 3 | 初中 | 7 | 410 | 5300 |\n| 4 | 高中 | 3 | 280 | 3100 |\n| 5 | ${total} |`,
      sheet: '合成',
    });
  test.each<[string, readonly string[]]>([
    ['合计 | 20 | 1010 | 12500', []],
    ['合计 | 20 | 1010 | 12600', ['D5 differs 12600→12500']],
    ['合计 | 20 | 1010 |', ['D5 blank →12500']],
    ['合计 | 20 | 1010 | 12500人', ['D5 words 12500人→12500']],
    ['合计 | 20 | 1010 | 见备注', []],
    ['合计 | 20 | 1010 | #REF!', []],
    ['合计 | 20 | 1010 | 4167', []],
    ['合计 | 20 | 1010 | 5300', []],
    ['合计 | 20 | 9999 | 9999', []],
    ['合计 |  |  |', []],
    ['合计 | =SUM(B2:B4) → 20 | =SUM(C2:C4) → 1010 | =SUM(D2:D3) → 9400', ['D5 other =SUM(D2:D3)→=SUM(D2:D4)']],
    ['合计 | =SUM(B2:B4) → 20 | =SUM(C2:C4) → 1010 | =D2+D3+D4 → 12500', []],
    ['合计 | =SUM(B2:B4) → 20 | =SUM(C2:C4) → 1010 | =AVERAGE(D2:D4) → 4167', ['D5 other =AVERAGE(D2:D4)→=SUM(D2:D4)']],
    ['合计 | =SUM(B2:B4) → 20 | =SUM(C2:C4) → 1010 | =MAX(D2:D4) → 5300', []],
    ['合计 | =SUM(B2:B4) → 20 | =SUM(C2:C4) → 1010 | 9400', ['D5 differs 9400→12500']],
    ['合计 | =SUM(B2:B4) → 20 | =SUM(C2:C4) → 1010 | 5300', []],
    ['总计： | 20 | 1010 | 12600', ['D5 differs 12600→12500']],
    ['会计 | 20 | 1010 | 12600', []],
  ])('%s', (total, expected) => expect(plain(total)).toEqual(expected));

  test('above its figures, and in a column at the end', () => {
    const above = `|   | A | B | C | D |\n| 1 | 学段 | 所数 | 教师数 | 学生数 |\n| 2 | 合计 | 20 | 1010 | 12600 |\n| 3 | 小学 | 10 | 320 | 4100 |\n| 4 | 初中 | 7 | 410 | 5300 |\n| 5 | 高中 | 3 | 280 | 3100 |`;
    expect(said(totalLine, { grid: above, sheet: '合成' })).toEqual(['D2 differs 12600→12500']);
    const beside = `|   | A | B | C | D |\n| 1 | 项目 | 小学 | 初中 | 合计 |\n| 2 | 所数 | 10 | 7 | 17 |\n| 3 | 教师数 | 320 | 410 | 730 |\n| 4 | 学生数 | 4100 | 5300 | 9500 |`;
    expect(said(totalLine, { grid: beside, sheet: '合成' })).toEqual(['D4 differs 9500→9400']);
  });

  test('says nothing where a part is a part of another, or a member is no number', () => {
    const part = `|   | A | B | C |\n| 1 | 学段 | 所数 | 教师数 |\n| 2 | 小学 | 10 | 320 |\n| 3 | 其中：村小 | 4 | 90 |\n| 4 | 初中 | 7 | 410 |\n| 5 | 合计 | 17 | 999 |`;
    expect(said(totalLine, { grid: part, sheet: '合成' })).toEqual([]);
    const words = `|   | A | B | C | D |\n| 1 | 学段 | 所数 | 教师数 | 学生数 |\n| 2 | 小学 | 10 | 320 | 约4100 |\n| 3 | 初中 | 7 | 410 | 5300 |\n| 4 | 高中 | 3 | 280 | 3100 |\n| 5 | 合计 | 20 | 1010 | 9999 |`;
    expect(said(totalLine, { grid: words, sheet: '合成' })).toEqual([]);
  });

  test('in a table, a column that no plan knows', () => {
    const table = (total: string) =>
      `|   | A | B | C | D | E |\n| 1 | 学校名称 | 规划班数 | 规划学位 | 围墙长度(米) | 树木(棵) |\n| 2 | 数圆小学 | 36 | 1620 | 12000 | 800 |\n| 3 | 江丰小学 | 24 | 1080 | 9000 | 700 |\n| 4 | 枫林小学 | 30 | 1350 | 11000 | 900 |\n| 5 | 合计 | 90 | 4050 | ${total} |`;
    expect(said(totalLine, { grid: table('32000 | 2400') })).toEqual([]);
    expect(said(totalLine, { grid: table('32000 | 2500') })).toEqual(['E5 differs 2500→2400']);
    expect(said(totalLine, { grid: table('32000 |') })).toEqual(['E5 blank →2400']);
    const [one] = reportsOf(totalLine, { grid: table('32000 | 2500') });
    expect(one?.place).toMatchObject({ key: 'schools#1|total|树木(棵)', area: { top: 4, left: 4 } });
    expect([0, 1, 3, 4].map((row) => one?.leansOn[0]?.has(row))).toEqual([false, true, true, false]);
    expect(one?.repair?.()).toMatchObject({ edits: [{ edit: { content: { formula: '=SUM(E2:E4)' } } }] });
  });
});

describe('a summary’s figure that is taken over from a list', () => {
  const workbook = workbookOf([
    sheetFromGrid('汇总', [
      ['建设主体', '学校数', '规划学位'],
      ['袁州区', 2, '=附件2!D2+附件2!D3'],
      ['宜阳新区', 1, '=汇总!B2'],
      ['合计', 3, '=SUM(C2:C3)'],
    ]),
    sheetFromGrid('附件2', [
      ['序号', '学校名称', '规划班数', '规划学位'],
      [1, '江丰小学', 18, 810],
      [2, '枫林小学', 12, 540],
    ]),
  ]);
  const context = makeContext({
    workbook,
    recognition: recognizeWorkbook(workbook, yichunPlan),
    plan: yichunPlan,
    profile: FREE_PROFILE,
    unit: null,
    previous: null,
  });
  const view = context.tables.find(({ kind }) => kind === 'summary');
  const report = (row: number, column: number, more: Partial<Report> = {}): Report => ({
    rule: staleValue, id: 'X', message: 'm', data: null, text: '', found: '', expected: '', source: '', level: 'error', stage: 'value', repair: null,
    leansOn: [], causes: {}, merges: false,
    place: { sheet: '汇总', area: { top: row, bottom: row, left: column, right: column }, sheetIndex: 0, key: '', subject: '', view: view ?? null, field: null },
    ...more,
  }); // prettier-ignore
  const taken = (row: number, column: number, more: Partial<Report> = {}) =>
    isTakenOver(report(row, column, more), context.tables);

  test('says nothing of its own', () => {
    expect(view?.kind).toBe('summary');
    expect([taken(1, 2), taken(1, 1), taken(2, 2), taken(3, 2)]).toEqual([true, false, false, false]);
    expect(taken(1, 2, { stage: 'formula' })).toBe(false);
    expect(taken(1, 2, { rule: errorValue })).toBe(false);
    const wide = report(1, 2).place;
    expect(taken(1, 2, { place: { ...wide, area: { top: 1, bottom: 2, left: 2, right: 2 } } })).toBe(false);
    expect(taken(1, 2, { place: { ...wide, area: { top: 1, bottom: 1, left: 2, right: 3 } } })).toBe(false);
    expect(taken(1, 2, { place: { ...wide, area: null } })).toBe(false);
    const list = context.tables.find(({ kind }) => kind === 'schools') ?? null;
    expect(taken(1, 2, { place: { ...wide, view: list } })).toBe(false);
    expect(
      isTakenOver(
        report(1, 2),
        context.tables.filter(({ kind }) => kind === 'summary'),
      ),
    ).toBe(false);
  });
});
