import { findSheet, formulaAt, valueAt, type Edit, type WorkbookSnapshot } from '../../src/workbook';
import { comparable, noProgress, startBench, valueOf, type Bench } from './headless';

let bench: Bench;
beforeEach(async () => {
  bench = startBench();
  await bench.fill('附件2', [
    ['学校名称', '规划班数', '规划学位'],
    ['小计：', '=SUM(B3:B4)', '=SUM(C3:C4)'],
    ['宜阳二中', 54, 2700],
    ['春华中学', 36, 1800],
    ['合计', '=B2', '=C2'],
  ]);
});
afterEach(() => bench.dispose());

const content = (row: number, column: number, value: string | number | boolean | null): Edit => ({
  kind: 'content',
  sheet: '附件2',
  row,
  column,
  content: value === null ? { kind: 'empty' } : { kind: 'value', value },
});
const formula = (row: number, column: number, text: string): Edit => ({
  kind: 'content',
  sheet: '附件2',
  row,
  column,
  content: { kind: 'formula', formula: text },
});
const rows = (kind: 'insertRows' | 'deleteRows', row: number, count: number): Edit => ({
  kind,
  sheet: '附件2',
  row,
  count,
});

const cell = (workbook: WorkbookSnapshot, row: number, column: number): unknown => {
  const sheet = findSheet(workbook, '附件2');
  return sheet && (formulaAt(sheet, row, column) ?? valueAt(sheet, row, column));
};

const apply = async (...edits: Edit[]) => bench.port.applyEdits(edits, await bench.snapshot(), noProgress);

test('values, formulas, emptied cells and number formats arrive', async () => {
  valueOf(
    await apply(content(2, 1, 60), content(3, 1, null), formula(4, 1, '=SUM(B3:B4)'), {
      kind: 'format',
      sheet: '附件2',
      row: 2,
      column: 2,
      format: '0.00',
    }),
  );
  const after = await bench.snapshot();
  expect([cell(after, 2, 1), cell(after, 3, 1), cell(after, 4, 1)]).toEqual([60, null, '=SUM(B3:B4)']);
  expect(findSheet(after, '附件2')?.formatCodes).toContain('0.00');
});

test.each([
  '=1+1',
  '+1',
  '-',
  '@x',
  "'单引号",
  '2000',
  '2023.6',
  '2023年6月',
  '45%',
  'TRUE',
  '0012',
  '附件2',
  ' 前空格',
])('the text %s arrives as this text', async (text) => {
  valueOf(await apply(content(2, 0, text)));
  const sheet = findSheet(await bench.snapshot(), '附件2');
  expect(sheet && valueAt(sheet, 2, 0)).toBe(text);
  expect(sheet && formulaAt(sheet, 2, 0)).toBeNull();
});

test('rows come in, and later edits mean the rows as they then are', async () => {
  valueOf(await apply(rows('insertRows', 3, 2), content(3, 0, '新校甲'), content(3, 1, 10), content(4, 0, '新校乙')));
  const after = await bench.snapshot();
  expect([cell(after, 3, 0), cell(after, 4, 0), cell(after, 5, 0)]).toEqual(['新校甲', '新校乙', '春华中学']);
  expect(cell(after, 1, 1)).toBe('=SUM(B3:B6)');
});

test('rows go', async () => {
  valueOf(await apply(rows('deleteRows', 3, 1)));
  const after = await bench.snapshot();
  expect([cell(after, 2, 0), cell(after, 3, 0)]).toEqual(['宜阳二中', '合计']);
  expect(cell(after, 1, 1)).toBe('=SUM(B3)');
});

test('a cell that changed since the preview stops everything, and is named', async () => {
  const seen = await bench.snapshot();
  await bench.fill('附件2', [['学校名称', '规划班数', '规划学位 ']]);
  const result = await bench.port.applyEdits([content(0, 2, 'x'), content(2, 1, 1)], seen, noProgress);
  expect(result).toMatchObject({
    ok: false,
    problem: { code: 'changedSince', where: '附件2!C1', left: [{ sheet: '附件2', row: 0, column: 2 }] },
  });
  expect(cell(await bench.snapshot(), 2, 1)).toBe(54);
});

test('rows that moved since the preview stop the removal of rows', async () => {
  const seen = await bench.snapshot();
  valueOf(await apply(rows('insertRows', 2, 1)));
  expect(await bench.port.applyEdits([rows('deleteRows', 3, 1)], seen, noProgress)).toMatchObject({
    ok: false,
    problem: { code: 'changedSince' },
  });
});

test('cells and a part take two round trips', async () => {
  valueOf(await bench.port.writePart('plancheck-journal', '[]'));
  const seen = await bench.snapshot();
  bench.host.counters.reset();
  const edits: Edit[] = [
    content(2, 1, 55),
    content(9, 9, 1),
    { kind: 'storePart', name: 'plancheck-journal', text: '[1]' },
  ];
  valueOf(await bench.port.applyEdits(edits, seen, noProgress));
  expect(bench.host.counters.roundTrips).toBe(2);
  expect((await bench.snapshot()).parts).toEqual({ 'plancheck-journal': '[1]' });
});

test('a protected sheet is refused before anything is written, but its open cells are not', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('附件2');
    sheet.getRange('B3').format.protection.locked = false;
    sheet.protection.protect();
    await context.sync();
  });
  expect(await apply(content(2, 1, 1), content(3, 1, 1))).toMatchObject({
    ok: false,
    problem: { code: 'protected', where: '附件2' },
  });
  expect(await apply(rows('insertRows', 3, 1))).toMatchObject({ ok: false, problem: { code: 'protected' } });
  expect(cell(await bench.snapshot(), 2, 1)).toBe(54);
  valueOf(await apply(content(2, 1, 1)));
  expect(cell(await bench.snapshot(), 2, 1)).toBe(1);
});

test('a sheet that is gone is not found', async () => {
  const edit: Edit = { kind: 'content', sheet: '没有', row: 0, column: 0, content: { kind: 'empty' } };
  expect(await apply(edit)).toMatchObject({ ok: false, problem: { code: 'notFound', where: '没有' } });
});

describe('a failure at any action leaves the workbook as it was', () => {
  const everything = (): Edit[] => [
    content(2, 1, 99),
    content(2, 0, '=不是公式'),
    { kind: 'format', sheet: '附件2', row: 2, column: 2, format: '0.00' },
    rows('insertRows', 3, 2),
    content(3, 0, '新校'),
    formula(4, 1, '=B3*2'),
    { kind: 'storePart', name: 'plancheck-journal', text: '["new"]' },
    { kind: 'storePart', name: 'plancheck-marks', text: '{}' },
    rows('deleteRows', 5, 1),
    content(1, 2, 4500),
  ];

  test('whichever it is', async () => {
    valueOf(await bench.port.writePart('plancheck-journal', '["old"]'));
    const before = await bench.snapshot();
    let failures = 0;
    for (let n = 1; ; n++) {
      bench.host.faults.failAtAction(n);
      const result = await bench.port.applyEdits(everything(), before, noProgress);
      bench.host.faults.clearFailure();
      if (result.ok) break;
      failures += 1;
      expect(['unknown', 'rolledBack']).toContain(result.problem.code);
      const after = await bench.snapshot();
      expect(comparable(after)).toEqual(comparable(before));
      expect(after.parts).toEqual(before.parts);
    }
    expect(failures).toBeGreaterThan(20);
    const after = await bench.snapshot();
    expect(cell(after, 3, 0)).toBe('新校');
    expect(after.parts['plancheck-journal']).toBe('["new"]');
  }, 120_000);

  test('and where even taking back fails, the cells concerned are listed', async () => {
    const before = await bench.snapshot();
    let listed = 0;
    for (let n = 1; n < 40; n++) {
      bench.host.faults.failAtAction(n, 10_000);
      const result = await bench.port.applyEdits([content(2, 1, 99), content(3, 1, 98)], before, noProgress);
      bench.host.faults.clearFailure();
      if (result.ok) break;
      if (result.problem.code !== 'notRolledBack') continue;
      listed += 1;
      expect(result.problem.left).toContainEqual({ sheet: '附件2', row: 2, column: 1 });
    }
    expect(listed).toBeGreaterThan(0);
  });
});

test('many scattered cells go out as few blocks', async () => {
  const edits = Array.from({ length: 500 }, (_, i): Edit => content(10 + i, i % 2, i));
  valueOf(await apply(...edits));
  const after = await bench.snapshot();
  expect([cell(after, 10, 0), cell(after, 509, 1)]).toEqual([0, 499]);
});

test('very many cells take two round trips and one per 4 MB', async () => {
  const edits = Array.from({ length: 65_000 }, (_, i): Edit => content(10 + Math.floor(i / 5), i % 5, i));
  const seen = await bench.snapshot();
  bench.host.counters.reset();
  valueOf(await bench.port.applyEdits(edits, seen, noProgress));
  const { roundTrips, bytesIn, bytesOut } = bench.host.counters;
  expect(roundTrips).toBeLessThanOrEqual(2 + Math.ceil((bytesIn + bytesOut) / (4 * 1024 * 1024)));
  expect(cell(await bench.snapshot(), 13_009, 4)).toBe(64_999);
}, 60_000);
