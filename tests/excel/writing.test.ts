import { findSheet, formulaAt, generatedSheets, valueAt, type SheetSpec, type SpecCell } from '../../src/workbook';
import { comparable, noProgress, startBench, valueOf, type Bench } from './headless';

let bench: Bench;
beforeEach(() => {
  bench = startBench();
});
afterEach(() => bench.dispose());

const text = (row: number, column: number, role: SpecCell['role'], value: string): SpecCell => ({
  row,
  column,
  role,
  content: { kind: 'value', value },
});
const number = (row: number, column: number, value: number): SpecCell => ({
  row,
  column,
  role: 'number',
  content: { kind: 'value', value },
  format: '0.00',
});

const summary = (change: Partial<SheetSpec> = {}): SheetSpec => ({
  name: '分学段汇总',
  cells: [
    text(0, 0, 'title', '分学段学校建设情况汇总表'),
    text(1, 0, 'header', '学段'),
    text(1, 1, 'header', '规划学位'),
    text(2, 0, 'body', '=初中'),
    number(2, 1, 4500),
    text(3, 0, 'body', '小学'),
    number(3, 1, 5400),
    text(4, 0, 'total', '合计'),
    { row: 4, column: 1, role: 'total', content: { kind: 'formula', formula: '=SUM(B3:B4)' }, format: '0.00' },
    { row: 5, column: 1, role: 'input', content: { kind: 'empty' } },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  columnWidths: [20, 12],
  rowHeights: { 0: 36 },
  freeze: { rows: 2, columns: 1 },
  charts: [
    {
      name: '学位图',
      type: 'columnClustered',
      title: '规划学位',
      categories: { top: 2, left: 0, bottom: 3, right: 0 },
      series: [{ name: '规划', values: { top: 2, left: 1, bottom: 3, right: 1 }, colour: '#1F3864' }],
      position: { top: 7, left: 0, bottom: 20, right: 5 },
      valueFormat: '0',
    },
  ],
  validations: [
    {
      kind: 'list',
      area: { top: 5, left: 1, bottom: 5, right: 1 },
      items: ['是', '否'],
      strict: true,
      prompt: '填是或否',
    },
    { kind: 'date', area: { top: 6, left: 1, bottom: 6, right: 1 }, min: 44927, max: 45291 },
  ],
  conditionalFormats: [
    { area: { top: 2, left: 1, bottom: 3, right: 1 }, formula: '=B3<5000', font: '#C00000', bold: true },
  ],
  print: {
    orientation: 'landscape',
    repeatRows: { first: 1, last: 1 },
    area: { top: 0, left: 0, bottom: 5, right: 1 },
    pagesTall: 0,
    margins: { top: 2, bottom: 2, left: 1.5, right: 1.5 },
    breaksBefore: [4],
  },
  locked: true,
  ...change,
});

const write = (...specs: SheetSpec[]) => bench.port.writeSheets(specs, noProgress);

const documentOf = (name: string) => {
  const id = bench.engine.workbook.getSheetByName(name)?.getSheetId() ?? '';
  const stored = bench.host.document.sheets[id];
  if (!stored) throw new Error(`nothing stored for ${name}`);
  return stored;
};

test('cells, formulas and formats arrive; text that begins with = stays text', async () => {
  expect(valueOf(await write(summary()))).toEqual(['分学段汇总']);
  const workbook = await bench.snapshot();
  const sheet = findSheet(workbook, '分学段汇总');
  if (!sheet) throw new Error('not written');
  expect(valueAt(sheet, 2, 0)).toBe('=初中');
  expect(formulaAt(sheet, 4, 1)).toBe('=SUM(B3:B4)');
  expect(valueAt(sheet, 4, 1)).toBe(9900);
  expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  expect(sheet.isProtected).toBe(true);
  expect(generatedSheets(workbook.parts)).toEqual(['分学段汇总']);
});

test('roles become fonts, alignment and borders', async () => {
  valueOf(await write(summary()));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('分学段汇总');
    const [title, header, total, input] = ['A1', 'A2', 'B5', 'B6'].map((address) => sheet.getRange(address));
    for (const range of [title, header, total, input]) {
      range?.load(
        'format/font/name,format/font/size,format/font/bold,format/horizontalAlignment,format/protection/locked',
      );
    }
    const border = header?.format.borders.getItem('EdgeBottom');
    border?.load('style,color');
    const width = sheet.getRange('A:A');
    width.load('format/columnWidth');
    await context.sync();
    expect(title?.format.font).toMatchObject({ name: '方正小标宋简体', size: 22 });
    expect(title?.format.horizontalAlignment).toBe('Center');
    expect(header?.format.font.name).toBe('黑体');
    expect(border).toMatchObject({ style: 'Continuous', color: '#000000' });
    expect(total?.format.font.bold).toBe(true);
    expect(total?.format.horizontalAlignment).toBe('Right');
    expect(input?.format.protection.locked).toBe(false);
    expect(total?.format.protection.locked).toBe(true);
    expect(width.format.columnWidth).toBeCloseTo((20 * 7 + 5) * 0.75, 0);
  });
});

test('print set-up, frozen panes, charts, rules', async () => {
  valueOf(await write(summary()));
  const { page, charts, validations, conditionalFormats } = documentOf('分学段汇总');
  expect(page).toMatchObject({
    orientation: 'Landscape',
    paperSize: 'A4',
    printArea: { top: 0, left: 0, bottom: 5, right: 1 },
    titleRows: { first: 1, last: 1 },
    zoom: { scale: null, pagesWide: 1, pagesTall: null },
    breaks: [4],
  });
  expect(page.margins.top).toBeCloseTo(56.7, 1);
  expect(page.headersFooters.centerFooter).toBe('第 &P 页 共 &N 页');
  expect(charts).toHaveLength(1);
  expect(charts[0]).toMatchObject({
    name: '学位图',
    type: 'ColumnClustered',
    title: { text: '规划学位' },
    position: { top: 7, left: 0, bottom: 20, right: 5 },
    valueFormat: '0',
  });
  expect(charts[0]?.series).toMatchObject([
    { name: '规划', colour: '#1F3864', values: { area: { top: 2, left: 1, bottom: 3, right: 1 } } },
  ]);
  expect(validations.map(({ rule }) => rule)).toEqual([
    { list: { inCellDropDown: true, source: '是,否' } },
    { date: { formula1: '2023-01-01', formula2: '2023-12-31', operator: 'Between' } },
  ]);
  expect(conditionalFormats).toMatchObject([{ formula: '=B3<5000', font: '#C00000', bold: true }]);
  await Excel.run(async (context) => {
    const frozen = context.workbook.worksheets.getItem('分学段汇总').freezePanes.getLocationOrNullObject();
    frozen.load('address');
    await context.sync();
    expect(frozen.address).toBe('分学段汇总!A1:A2');
  });
});

test('a sheet that we made is filled again: nothing of before is left, references to it hold', async () => {
  valueOf(await write(summary()));
  await bench.fill('引用', [['=分学段汇总!B5']]);
  const smaller = summary({
    cells: [text(0, 0, 'title', '新'), number(4, 1, 7)],
    merges: [],
    charts: [],
    validations: [],
    conditionalFormats: [],
    freeze: null,
    locked: false,
  });
  expect(valueOf(await write(smaller))).toEqual(['分学段汇总']);
  const workbook = await bench.snapshot();
  const sheet = findSheet(workbook, '分学段汇总');
  expect(sheet?.values.filter((value) => value !== null)).toEqual(['新', 7]);
  expect(sheet).toMatchObject({ merges: [], isProtected: false });
  expect(documentOf('分学段汇总')).toMatchObject({ charts: [], validations: [], conditionalFormats: [] });
  const reference = findSheet(workbook, '引用');
  expect(reference && valueAt(reference, 0, 0)).toBe(7);
});

test("somebody else's sheet of the same name is left alone, and formulas mean ours", async () => {
  await bench.fill('分学段汇总', [['别人的']]);
  const front = summary({
    name: '封面',
    cells: [{ row: 0, column: 0, role: 'body', content: { kind: 'formula', formula: '=分学段汇总!B5' } }],
    merges: [],
    charts: [],
    print: { ...summary().print, area: { top: 0, left: 0, bottom: 0, right: 0 } },
  });
  expect(valueOf(await write(front, summary()))).toEqual(['封面', '分学段汇总 (2)']);
  const workbook = await bench.snapshot();
  const [theirs, ours] = [findSheet(workbook, '分学段汇总'), findSheet(workbook, '封面')];
  expect(theirs?.values).toEqual(['别人的']);
  expect(ours && formulaAt(ours, 0, 0)).toBe("='分学段汇总 (2)'!B5");
  expect(ours && valueAt(ours, 0, 0)).toBe(9900);
});

test('however many sheets: one round trip to look and one to write, one more where sheets are filled again', async () => {
  const specs = Array.from({ length: 12 }, (_, i) => summary({ name: `表${i + 1}` }));
  for (const state of ['new', 'filled again']) {
    bench.host.counters.reset();
    valueOf(await write(...specs));
    expect([state, bench.host.counters.roundTrips]).toEqual([state, state === 'new' ? 2 : 3]);
  }
});

test('sheets of many megabytes: at most four round trips and one per 4 MB', async () => {
  const long = (row: number): SpecCell => text(row, 0, 'body', `${row}：${'规'.repeat(12_000)}`);
  const specs = Array.from({ length: 6 }, (_, i) =>
    summary({ name: `表${i + 1}`, cells: Array.from({ length: 60 }, (__, row) => long(row + 5)), merges: [] }),
  );
  for (const state of ['new', 'filled again']) {
    bench.host.counters.reset();
    valueOf(await write(...specs));
    const { roundTrips, bytesIn, bytesOut } = bench.host.counters;
    expect(bytesIn).toBeGreaterThan(8 * 1024 * 1024);
    const allowed = 4 + Math.floor((bytesIn + bytesOut) / (4 * 1024 * 1024));
    expect([state, roundTrips, roundTrips <= allowed]).toEqual([state, expect.any(Number), true]);
  }
});

test('when writing fails, new sheets are taken away again', async () => {
  const names = (await bench.snapshot()).sheets.map(({ name }) => name);
  for (const n of [150, 200, 260]) {
    bench.host.faults.failAtAction(n);
    expect(await write(summary(), summary({ name: '台账' }))).toMatchObject({ ok: false });
    bench.host.faults.clearFailure();
    expect((await bench.snapshot()).sheets.map(({ name }) => name)).toEqual(names);
  }
});

test('when filling again fails, the sheet holds what it held, whatever was reached', async () => {
  valueOf(await write(summary(), summary({ name: '台账' })));
  const before = comparable(await bench.snapshot());
  const charts = documentOf('分学段汇总').charts.length;
  const other = summary({
    cells: [text(0, 0, 'title', '新的'), text(1, 0, 'header', '学段'), number(2, 1, 1)],
    merges: [],
  });
  for (const n of [300, 340, 400, 460, 520, 580]) {
    bench.host.faults.failAtAction(n);
    expect(await write(other, summary({ name: '台账' }))).toMatchObject({ ok: false, problem: { code: 'rolledBack' } });
    bench.host.faults.clearFailure();
    expect(comparable(await bench.snapshot())).toEqual(before);
    expect(documentOf('分学段汇总').charts).toHaveLength(charts);
  }
});

test('a hidden sheet is hidden at the end', async () => {
  valueOf(await write(summary({ hidden: true })));
  expect(findSheet(await bench.snapshot(), '分学段汇总')?.visibility).toBe('hidden');
});
