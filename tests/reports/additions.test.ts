import fc from 'fast-check';
import { openFile, workbookSpecToXlsx } from '../../src/files';
import { buildReportWorkbook, buildReports, type ReportInput } from '../../src/reports';
import {
  cellName,
  formulaAt,
  madeSheets,
  valueAt,
  withAdditions,
  type SheetSnapshot,
  type SheetSpec,
} from '../../src/workbook';
import { createMemoryPort } from '../../src/excel';
import { noProgress, startBench, valueOf, type Bench } from '../excel/headless';
import { inputFrom, rawWorkbook, shown, workbookFrom, type RawProject, type RawWorkbook } from './made-up-workbook';

jest.setTimeout(60_000);

const SHEETS = ['项目进度台账', '目标完成情况'] as const;
/** First column beside the ledger and its figures for counting. */
const OWN = 23;
const STATUS = 8;

function sample(): RawWorkbook {
  const [raw] = fc.sample(rawWorkbook, { numRuns: 1, seed: 5 });
  if (!raw) throw new Error('no sample');
  const project = (name: string, stage: number): RawProject => ({
    name, stage, builder: '袁州区', classes: 24, seats: 1080, land: 20, status: '', isInRemark: false, due: null, done: null,
    invested: null, formed: null, supplied: null,
  }); // prettier-ignore
  return {
    ...raw,
    hasStatus: true,
    projects: [project('合成甲校', 1), project('合成乙校', 1), project('合成丙校', 2)],
  };
}

/** The same data a month later: a school before the others, the second one gone. */
function later(raw: RawWorkbook): RawWorkbook {
  const [first, , third] = raw.projects;
  if (!first || !third) throw new Error('no sample');
  return { ...raw, hasStatus: true, projects: [{ ...first, name: '合成新校' }, first, third] };
}

const reportsFor = (raw: RawWorkbook, more: Partial<ReportInput> = {}): readonly SheetSpec[] =>
  buildReports(inputFrom(raw, more), ['项目进度台账', '目标完成情况']);

/** Row of a school on the ledger. */
function rowOf(sheet: SheetSnapshot, school: string): number {
  for (let row = 0; row < sheet.top + sheet.rowCount; row++) if (valueAt(sheet, row, 2) === school) return row;
  throw new Error(`no ${school}`);
}

const textsIn = (sheet: SheetSnapshot): readonly string[] =>
  sheet.values.flatMap((value) => (typeof value === 'string' ? [value] : []));

describe('a report that is made again in Excel', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = startBench();
  });
  afterEach(() => bench.dispose());

  const write = async (specs: readonly SheetSpec[]): Promise<void> =>
    void valueOf(await bench.port.writeSheets(specs, noProgress));
  const ledger = async (): Promise<SheetSnapshot> => {
    const sheet = (await bench.snapshot()).sheets.find(({ name }) => name === SHEETS[0]);
    if (!sheet) throw new Error('no ledger');
    return sheet;
  };
  const put = (cells: Readonly<Record<string, string | number>>, sheet: string = SHEETS[0]): Promise<void> =>
    Excel.run(async (context) => {
      const target = context.workbook.worksheets.getItem(sheet);
      for (const [address, value] of Object.entries(cells)) target.getRange(address).formulas = [[value]];
      await context.sync();
    });

  test('keeps a column of the user, with its formulas, beside the school that each cell was written for', async () => {
    const raw = sample();
    await write(reportsFor(raw));
    const before = await ledger();
    const [a, b, c] = ['合成甲校', '合成乙校', '合成丙校'].map((school) => rowOf(before, school));
    await put({
      [cellName(3, OWN)]: '督办人',
      [cellName(a ?? 0, OWN)]: '张某',
      [cellName(b ?? 0, OWN)]: '李某',
      [cellName(c ?? 0, OWN)]: '王某',
      [cellName(c ?? 0, OWN + 1)]: `=F${(c ?? 0) + 1}*2`,
    });
    await write(reportsFor(later(raw)));
    const after = await ledger();
    expect(valueAt(after, 3, OWN)).toBe('督办人');
    expect(valueAt(after, rowOf(after, '合成甲校'), OWN)).toBe('张某');
    expect(valueAt(after, rowOf(after, '合成丙校'), OWN)).toBe('王某');
    expect(formulaAt(after, rowOf(after, '合成丙校'), OWN + 1)).toBe(`=F${rowOf(after, '合成丙校') + 1}*2`);
    expect(valueAt(after, rowOf(after, '合成丙校'), OWN + 1)).toBe(2160);
    expect(valueAt(after, rowOf(after, '合成新校'), OWN)).toBeNull();
    // The school is gone; what was written for it is not.
    const texts = textsIn(after);
    expect(texts).toContain('李某');
    expect(texts).toContain('（原“初中 合成乙校”行）');
  });

  test('keeps blanks that the user filled, lines typed over, and lines below; its own figures are new', async () => {
    const raw = sample();
    await write(reportsFor(raw));
    const before = await ledger();
    const row = rowOf(before, '合成甲校');
    const end = before.top + before.rowCount;
    await put({
      [cellName(row, STATUS)]: '在建',
      [cellName(2, 0)]: '填报单位：合成区教体局',
      [cellName(row, 5)]: 99_999,
      [cellName(end + 1, 0)]: '领导批示：加快进度',
    });
    await write(reportsFor(later(raw)));
    const after = await ledger();
    const now = rowOf(after, '合成甲校');
    expect(valueAt(after, now, STATUS)).toBe('在建');
    expect(valueAt(after, now, 5)).toBe(1080);
    expect(textsIn(after)).toContain('领导批示：加快进度');
    expect(valueAt(after, 2, 0)).toBe('填报单位：合成区教体局');
  });

  test('takes a column that the user put between ours to the right of them', async () => {
    const raw = sample();
    await write(reportsFor(raw));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEETS[0]);
      sheet.getRange('D:D').insert('Right');
      await context.sync();
    });
    const before = await ledger();
    await put({ D4: '校长', [cellName(rowOf(before, '合成乙校'), 3)]: '赵某' });
    await write(reportsFor(raw));
    const after = await ledger();
    expect(valueAt(after, 3, 3)).toBe('建设主体');
    expect(valueAt(after, 3, OWN)).toBe('校长');
    expect(valueAt(after, rowOf(after, '合成乙校'), OWN)).toBe('赵某');
    expect(valueAt(after, rowOf(after, '合成乙校'), 4)).toBe(24);
  });

  test('keeps what stands in rows that the user put above the title, between schools and among the notes', async () => {
    const raw = sample();
    await write(reportsFor(raw));
    const made = await ledger();
    const notes = made.values.findIndex((value) => typeof value === 'string' && value.startsWith('注：'));
    const note = made.top + Math.floor(notes / made.columnCount);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEETS[0]);
      for (const row of [note + 1, rowOf(made, '合成乙校'), 0]) {
        sheet.getRange(`${row + 1}:${row + 1}`).insert('Down');
        sheet.getRange(cellName(row, 4)).values = [[`自加第${row}行`]];
      }
      await context.sync();
    });
    const before = await ledger();
    await put({ [cellName(rowOf(before, '合成丙校'), OWN)]: '王某' });
    const specs = reportsFor(later(raw));
    await write(specs);
    const after = await ledger();
    expect(
      textsIn(after)
        .filter((text) => text.startsWith('自加第'))
        .toSorted(),
    ).toEqual([0, rowOf(made, '合成乙校'), note + 1].map((row) => `自加第${row}行`).toSorted());
    expect(valueAt(after, rowOf(after, '合成丙校'), OWN)).toBe('王某');
    for (const cell of specs.find(({ name }) => name === SHEETS[0])?.cells ?? [])
      if (typeof shown(cell) === 'string' && shown(cell) !== '')
        expect(valueAt(after, cell.row, cell.column)).toBe(shown(cell));
    expect(textsIn(after).filter((text) => text.startsWith('注：'))).toHaveLength(1);
  });

  test('leaves every other sheet, and a chart of the user, as they are', async () => {
    const raw = sample();
    await bench.fill('我的表', [['不要动', 1]]);
    await write(reportsFor(raw));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEETS[0]);
      sheet.charts.add('ColumnClustered', sheet.getRange('F5:F7'), 'Columns').name = '我的图';
      await context.sync();
    });
    await write(reportsFor(later(raw)));
    const names = (await bench.snapshot()).sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['我的表', ...SHEETS]));
    await Excel.run(async (context) => {
      const charts = context.workbook.worksheets.getItem(SHEETS[0]).charts;
      charts.load('items/name');
      await context.sync();
      expect(charts.items.map(({ name }) => name)).toContain('我的图');
    });
  });
});

describe('in a file and in memory the same', () => {
  test('an addition that is saved in a file comes back with its row', () => {
    const raw = sample();
    const book = buildReportWorkbook(inputFrom(raw), ['项目进度台账']);
    const [spec] = book.sheets;
    if (!spec) throw new Error('no ledger');
    const row = spec.cells.find((cell) => shown(cell) === '合成丙校')?.row ?? -1;
    const kept = [
      { row, column: OWN, content: { kind: 'value' as const, value: '王某' }, format: 'General', from: null },
    ];
    const opened = openFile(workbookSpecToXlsx({ ...book, sheets: [{ ...spec, kept }] }), '报表.xlsx');
    if (!opened.ok) throw new Error(opened.message);
    const [sheet] = opened.snapshot.sheets;
    const made = madeSheets(opened.snapshot.parts).get('项目进度台账');
    const [next] = reportsFor(later(raw)).filter(({ name }) => name === '项目进度台账');
    if (!sheet || !made || !next) throw new Error('lost');
    const again = withAdditions(next, sheet, made);
    const to = next.cells.find((cell) => shown(cell) === '合成丙校')?.row;
    expect(again.kept?.map((cell) => [cell.row, cell.column, cell.content])).toEqual([
      [to, OWN, { kind: 'value', value: '王某' }],
    ]);
  });

  test('whatever the data, a sheet that nobody touched has no additions', async () => {
    await fc.assert(
      fc.asyncProperty(rawWorkbook, rawWorkbook, fc.boolean(), async (raw, next, linked) => {
        const port = createMemoryPort(workbookFrom(raw));
        const specs = buildReports(inputFrom(raw, { linked }));
        valueOf(await port.writeSheets(specs, noProgress));
        const made = madeSheets(port.workbook.parts);
        for (const spec of buildReports(inputFrom(next, { linked }))) {
          const sheet = port.workbook.sheets.find(({ name }) => name === spec.name);
          const record = made.get(spec.name);
          if (!sheet || !record) throw new Error(spec.name);
          expect(withAdditions(spec, sheet, record).kept ?? []).toEqual([]);
        }
      }),
      { numRuns: 10 },
    );
  });
});
