import { comparable, startBench, valueOf, type Bench } from './headless';

let bench: Bench;
beforeEach(async () => {
  bench = startBench();
  await bench.fill('附件2', [['a', 'b']]);
});
afterEach(() => bench.dispose());

const selection = (): Promise<string> =>
  Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address');
    await context.sync();
    return range.address;
  });

const setHidden = (): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('附件2').visibility = 'Hidden';
    await context.sync();
  });

describe('select', () => {
  test('activates the sheet and selects the cell', async () => {
    valueOf(await bench.port.select({ sheet: '附件2', row: 17, column: 2 }));
    expect(await selection()).toBe('附件2!C18');
  });

  test('does not show a hidden sheet unless asked to', async () => {
    await setHidden();
    const at = { sheet: '附件2', row: 0, column: 0 };
    expect(await bench.port.select(at)).toEqual({ ok: false, problem: { code: 'notFound', where: '附件2' } });
    valueOf(await bench.port.select(at, true));
    expect(await selection()).toBe('附件2!A1');
  });

  test('tells of a sheet that is gone', async () => {
    expect(await bench.port.select({ sheet: '没有', row: 0, column: 0 })).toMatchObject({
      ok: false,
      problem: { code: 'notFound', where: '没有' },
    });
  });
});

describe('changes', () => {
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

  test('what a person does in the grid is told, by sheet', async () => {
    const heard: (string | null)[] = [];
    const stop = await bench.port.onChanged((sheet) => heard.push(sheet));
    bench.engine.workbook.getSheetByName('附件2')?.getRange(3, 3, 1, 1).setValue(5);
    await settled();
    expect(heard).toEqual(['附件2']);
    bench.engine.workbook.getSheetByName('附件2')?.insertRowsBefore(0, 1);
    await settled();
    expect(heard.slice(1)).toContain('附件2');
    await stop();
  });

  test('sheets that come and go are told', async () => {
    const heard: (string | null)[] = [];
    const stop = await bench.port.onChanged((sheet) => heard.push(sheet));
    const sheet = bench.engine.workbook.create('新表', 10, 10);
    bench.engine.workbook.deleteSheet(sheet);
    await settled();
    expect(heard).toEqual([null, null]);
    await stop();
  });

  test('what the port writes itself, and looks alone, are not told', async () => {
    const heard: (string | null)[] = [];
    const stop = await bench.port.onChanged((sheet) => heard.push(sheet));
    const seen = await bench.snapshot();
    const at = { sheet: '附件2', row: 0, column: 0 };
    const edit = { kind: 'content', ...at, content: { kind: 'value', value: 1 } } as const;
    valueOf(await bench.port.applyEdits([edit], seen, () => undefined));
    valueOf(await bench.port.mark([{ at, colour: '#FF0000' }]));
    await settled();
    expect(heard).toEqual([]);
    await stop();
  });

  test('after stopping nothing is told', async () => {
    const heard: (string | null)[] = [];
    const stop = await bench.port.onChanged((sheet) => heard.push(sheet));
    await stop();
    bench.engine.workbook.getSheetByName('附件2')?.getRange(3, 3, 1, 1).setValue(5);
    await settled();
    expect(heard).toEqual([]);
  });
});

describe('parts', () => {
  test('are kept, changed and taken away by name', async () => {
    const { port } = bench;
    expect(valueOf(await port.readPart('plancheck-profile'))).toBeNull();
    valueOf(await port.writePart('plancheck-profile', '{"a":"第一行\\n]]>&<"}'));
    expect(valueOf(await port.readPart('plancheck-profile'))).toBe('{"a":"第一行\\n]]>&<"}');
    valueOf(await port.writePart('plancheck-profile', '{}'));
    valueOf(await port.writePart('plancheck-aliases', '[]'));
    expect(bench.host.document.parts).toHaveLength(2);
    valueOf(await port.writePart('plancheck-profile', null));
    expect(valueOf(await port.readPart('plancheck-profile'))).toBeNull();
    expect(valueOf(await port.readPart('plancheck-aliases'))).toBe('[]');
  });
});

describe('marks', () => {
  const stored = () => {
    const id = bench.engine.workbook.getSheetByName('附件2')?.getSheetId() ?? '';
    return bench.host.document.sheets[id]?.conditionalFormats ?? [];
  };
  const at = (row: number, column: number) => ({ sheet: '附件2', row, column });

  test('replace those before, and leave the cells and rules of others as they are', async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('附件2').getRange('A1:B9');
      range.conditionalFormats.add('Custom').custom.rule.formula = '=A1>1';
      range.format.fill.color = '#ABCDEF';
      await context.sync();
    });
    valueOf(await bench.port.mark([{ at: at(0, 0), colour: '#FF0000' }]));
    valueOf(
      await bench.port.mark([
        { at: at(1, 1), colour: '#FF0000' },
        { at: at(2, 1), colour: '#FFFF00' },
        { at: { ...at(0, 0), sheet: '没有' }, colour: '#FFFF00' },
      ]),
    );
    const ours = stored().filter(({ fill }) => fill !== null);
    expect(ours.map(({ fill, areas }) => [fill, areas.length]).sort()).toEqual([
      ['#FF0000', 1],
      ['#FFFF00', 1],
    ]);
    valueOf(await bench.port.clearMarks());
    expect(stored().map(({ formula }) => formula)).toEqual(['=A1>1']);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('附件2').getRange('A1:B9');
      range.load('format/fill/color');
      await context.sync();
      expect(range.format.fill.color).toBe('#ABCDEF');
    });
  });

  test('leave the workbook and the host exactly as they were', async () => {
    const before = { workbook: await bench.snapshot(), document: JSON.stringify(bench.host.document) };
    const data = () => JSON.stringify(bench.engine.workbook.save().sheets);
    const cells = data();
    valueOf(await bench.port.mark([{ at: at(1, 1), colour: '#FF0000' }, { at: at(2, 0), colour: '#FFFF00' }])); // prettier-ignore
    expect(JSON.stringify(bench.host.document)).not.toBe(before.document);
    valueOf(await bench.port.clearMarks());
    expect(comparable(await bench.snapshot())).toEqual(comparable(before.workbook));
    expect(JSON.stringify(bench.host.document)).toBe(before.document);
    expect(data()).toBe(cells);
  });

  test('move with their cells', async () => {
    valueOf(await bench.port.mark([{ at: at(4, 1), colour: '#FF0000' }]));
    bench.engine.workbook.getSheetByName('附件2')?.insertRowsBefore(2, 3);
    expect(stored()[0]?.areas).toEqual([{ top: 7, left: 1, bottom: 7, right: 1 }]);
  });
});

test('the port says what the host can do', () => {
  expect(bench.port.abilities).toEqual({
    name: 'workbench',
    api: '1.14',
    canStoreParts: true,
    canDrawCharts: true,
    canDownload: true,
  });
  bench.host.faults.api = '1.9';
  expect(bench.port.abilities.api).toBe('1.9');
});

describe('a new workbook', () => {
  const FILE = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  const withPage = (mayOpen: boolean): readonly Uint8Array[] => {
    const shown: Uint8Array[] = [];
    bench.dispose();
    bench = startBench({
      openFile(bytes) {
        if (mayOpen) shown.push(bytes);
        return Promise.resolve(mayOpen);
      },
    });
    return shown;
  };

  test('is opened byte for byte', async () => {
    const shown = withPage(true);
    valueOf(await bench.port.openWorkbook(FILE));
    expect(shown).toEqual([FILE]);
  });

  test('is refused where the open one would be lost, and in an Excel that knows no such thing', async () => {
    withPage(false);
    expect(await bench.port.openWorkbook(FILE)).toMatchObject({ ok: false, problem: { code: 'unsaved' } });
    bench.host.faults.api = '1.7';
    expect(await bench.port.openWorkbook(FILE)).toMatchObject({ ok: false, problem: { code: 'tooOld' } });
  });

  test('is not pretended where nobody shows workbooks', async () => {
    const refused = await bench.port.openWorkbook(FILE);
    expect(refused).toMatchObject({ ok: false, problem: { detail: expect.stringContaining('NotImplemented') } });
  });
});
