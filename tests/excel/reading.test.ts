import { findSheet, formatAt, formulaAt, valueAt, type WorkbookSnapshot } from '../../src/workbook';
import { noProgress, startBench, valueOf, type Bench } from './headless';

let bench: Bench;
beforeEach(() => {
  bench = startBench();
});
afterEach(() => bench.dispose());

const sheetOf = (workbook: WorkbookSnapshot, name: string) => {
  const sheet = findSheet(workbook, name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

const onSheet = (name: string, work: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem(name));
    await context.sync();
  });

test('values, formulas and number formats stand at their sheet positions', async () => {
  await onSheet('Sheet1', (sheet) => {
    sheet.getRange('B2:C4').formulas = [
      ['学校名称', '规划班数'],
      ['宜阳二中', 54],
      ['小计：', '=SUM(C3:C3)'],
    ];
    sheet.getRange('C3').numberFormat = [['0.00']];
  });
  const sheet = sheetOf(await bench.snapshot(), 'Sheet1');
  expect(sheet).toMatchObject({ top: 1, left: 1, rowCount: 3, columnCount: 2, visibility: 'visible' });
  expect(valueAt(sheet, 2, 1)).toBe('宜阳二中');
  expect(valueAt(sheet, 3, 2)).toBe(54);
  expect(formulaAt(sheet, 3, 2)).toBe('=SUM(C3:C3)');
  expect(formulaAt(sheet, 2, 2)).toBeNull();
  expect(formatAt(sheet, 2, 2)).toBe('0.00');
  expect(formatAt(sheet, 2, 1)).toBe('General');
});

test('text that looks like a formula is read as text', async () => {
  await bench.fill('Sheet1', [["'=1+1"]]);
  const sheet = sheetOf(await bench.snapshot(), 'Sheet1');
  expect(valueAt(sheet, 0, 0)).toBe('=1+1');
  expect(sheet.formulas.size).toBe(0);
});

test('empty cells are null, an empty sheet has no cells', async () => {
  await bench.fill('附件2', [
    ['a', ''],
    ['', 'd'],
  ]);
  const workbook = await bench.snapshot();
  expect(sheetOf(workbook, '附件2').values).toEqual(['a', null, null, 'd']);
  expect(sheetOf(workbook, 'Sheet1')).toMatchObject({ rowCount: 0, columnCount: 0, values: [] });
});

test('merged areas, hidden rows and columns, protection and hidden sheets are told', async () => {
  await bench.fill('附件2', [
    ['标题', '', ''],
    [1, 2, 3],
    [4, 5, 6],
  ]);
  await onSheet('附件2', (sheet) => {
    sheet.getRange('A1:C1').merge();
    sheet.getRange('3:3').rowHidden = true;
    sheet.getRange('B:B').columnHidden = true;
    sheet.protection.protect();
    sheet.visibility = 'VeryHidden';
  });
  const sheet = sheetOf(await bench.snapshot(), '附件2');
  expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  expect([...sheet.hiddenRows]).toEqual([2]);
  expect([...sheet.hiddenColumns]).toEqual([1]);
  expect(sheet).toMatchObject({ isProtected: true, visibility: 'veryHidden' });
});

test('other workbooks in formulas are named', async () => {
  await bench.fill('Sheet1', [["='[上期.xlsx]附件2'!A1", '=SUM([b.xls]x!A1,[上期.xlsx]y!A2)']]);
  expect((await bench.snapshot()).externalLinks).toEqual(['b.xls', '上期.xlsx']);
});

test('our parts come with the workbook, those of others do not', async () => {
  valueOf(await bench.port.writePart('plancheck-profile', '{"unit":"袁州区 <&>"}'));
  await Excel.run(async (context) => {
    context.workbook.customXmlParts.add('<other xmlns="urn:somebody">x</other>');
    await context.sync();
  });
  expect((await bench.snapshot()).parts).toEqual({ 'plancheck-profile': '{"unit":"袁州区 <&>"}' });
});

test('where Excel does not let us walk past the last sheet, reading goes on without', async () => {
  await bench.fill('附件2', [[7]]);
  bench.host.faults.failAtAction(9);
  expect(findSheet(await bench.snapshot(), '附件2')?.values).toEqual([7]);
  expect(bench.host.faults.clearFailure()).toBe(true);
});

describe('round trips', () => {
  test('a workbook of many sheets takes two', async () => {
    for (let i = 0; i < 12; i++) await bench.fill(`表${i}`, [[i, '=A1+1']]);
    valueOf(await bench.port.writePart('plancheck-profile', '{}'));
    bench.host.counters.reset();
    const workbook = await bench.snapshot();
    expect(workbook.sheets).toHaveLength(13);
    expect(bench.host.counters.roundTrips).toBe(2);
  });

  test('more sheets than the first look sees are read too', async () => {
    for (let i = 0; i < 35; i++) await bench.fill(`表${i}`, [[i]]);
    bench.host.counters.reset();
    const workbook = await bench.snapshot();
    expect(valueAt(sheetOf(workbook, '表34'), 0, 0)).toBe(34);
    expect(bench.host.counters.roundTrips).toBe(3);
  });

  test('a large sheet takes two and one per 4 MB, and every cell arrives', async () => {
    const rows = Array.from({ length: 30_000 }, (_, r) => [r, `第${r}所学校`, r / 4, r % 2 === 0, '规划学位', '在建']);
    bench.host.faults.payloadLimit = null;
    await bench.fill('台账', rows);
    bench.host.faults.payloadLimit = 5 * 1024 * 1024;
    bench.host.counters.reset();
    const sheet = sheetOf(await bench.snapshot(), '台账');
    const { roundTrips, bytesOut } = bench.host.counters;
    expect(bytesOut).toBeGreaterThan(5 * 1024 * 1024);
    expect(roundTrips).toBeLessThanOrEqual(2 + Math.ceil(bytesOut / (4 * 1024 * 1024)));
    expect(sheet.values).toEqual(rows.flat());
  }, 30_000);

  test('an answer that Excel refuses as too large is asked for in smaller pieces', async () => {
    const rows = Array.from({ length: 400 }, (_, r) => [`${r} ${'长'.repeat(40)}`, r]);
    await bench.fill('Sheet1', rows);
    bench.host.faults.payloadLimit = 40_000;
    const sheet = sheetOf(await bench.snapshot(), 'Sheet1');
    expect(sheet.values).toEqual(rows.flat());
  });

  test('a range that comes back without values is asked for in smaller pieces', async () => {
    const rows = Array.from({ length: 300 }, (_, r) => [r, r + 1]);
    await bench.fill('Sheet1', rows);
    bench.host.faults.cellLimit = 100;
    expect(sheetOf(await bench.snapshot(), 'Sheet1').values).toEqual(rows.flat());
  });
});

test('reading leaves nothing behind in Excel', async () => {
  await bench.fill('Sheet1', [[1]]);
  const before = bench.host.keptObjects;
  await bench.snapshot();
  expect(bench.host.keptObjects).toBe(before);
});

test('progress counts cells up to the whole', async () => {
  await bench.fill('Sheet1', [
    [1, 2],
    [3, 4],
  ]);
  const steps: [number, number][] = [];
  await bench.port.readSnapshot((_step, done, total) => steps.push([done, total]), new AbortController().signal);
  expect(steps.at(0)).toEqual([0, 4]);
  expect(steps.at(-1)).toEqual([4, 4]);
});

test('reading can be cancelled between round trips', async () => {
  await bench.fill('Sheet1', [[1]]);
  const stop = new AbortController();
  const result = await bench.port.readSnapshot(() => stop.abort(), stop.signal);
  expect(result).toEqual({ ok: false, problem: { code: 'cancelled' } });
});

test.each([
  ['a cell is being edited', 'cellEditing', (faults: Bench['host']['faults']) => (faults.cellEditing = true)],
  ['Excel is too old', 'tooOld', (faults: Bench['host']['faults']) => (faults.api = '1.8')],
  ['even a single row is too large', 'tooLarge', (faults: Bench['host']['faults']) => (faults.cellLimit = 0)],
])('when %s the problem is %s, and it goes away with its cause', async (_when, code, breakIt) => {
  await bench.fill('Sheet1', [[1]]);
  breakIt(bench.host.faults);
  const result = await bench.port.readSnapshot(noProgress, new AbortController().signal);
  expect(result).toMatchObject({ ok: false, problem: { code } });
  Object.assign(bench.host.faults, { cellEditing: false, api: '1.14', cellLimit: null });
  expect(valueAt(sheetOf(await bench.snapshot(), 'Sheet1'), 0, 0)).toBe(1);
});
