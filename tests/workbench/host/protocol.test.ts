import { startHeadlessExcel, type HeadlessExcel } from '../../../src/workbench/host/headless';

let excel: HeadlessExcel;
beforeEach(() => {
  excel = startHeadlessExcel();
});
afterEach(() => excel.dispose());

const sheet1 = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Sheet1');
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

const writeOne = (value: unknown = 1): Promise<void> =>
  Excel.run(async (context) => {
    sheet1(context).getRange('A1').values = [[value]];
    await context.sync();
  });

const valueOfA1 = (): unknown => excel.engine.workbook.getActiveSheet().getRange(0, 0, 1, 1).getValue();

describe('what the host does not have', () => {
  test.each([
    ['a method', (context: Excel.RequestContext) => void sheet1(context).calculate(true), 'Worksheet.Calculate'],
    ['a property', (context: Excel.RequestContext) => void sheet1(context).load('tabId'), 'Worksheet.TabId'],
    ['a child', (context: Excel.RequestContext) => void sheet1(context).tables.load('items/name'), 'Worksheet.Tables'],
  ])('%s fails by its name', async (_what, use, member) => {
    const run = Excel.run(async (context) => {
      use(context);
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'NotImplemented', debugInfo: { errorLocation: member } });
  });

  test('a property that cannot be set says so', async () => {
    const batch = { Id: 1, ActionType: 4, Name: 'Address', ObjectPathId: 4, ArgumentInfo: { Arguments: ['x'] } };
    const path = (Id: number, ObjectPathType: number, Name: string, ParentObjectPathId: number, ...args: string[]) => ({
      Id,
      ObjectPathType,
      Name,
      ParentObjectPathId,
      ArgumentInfo: { Arguments: args },
    });
    const answer = await excel.host.execute({
      Actions: [batch],
      ObjectPaths: {
        1: path(1, 1, '', 0),
        2: path(2, 4, 'Worksheets', 1),
        3: path(3, 5, '', 2, 'Sheet1'),
        4: path(4, 3, 'GetRange', 3, 'A1'),
      },
    });
    expect(answer.Body?.Error).toMatchObject({ Code: 'NotImplemented', Location: 'Range.Address (set)' });
  });
});

describe('faults', () => {
  test('while a cell is edited every batch is refused', async () => {
    excel.host.faults.cellEditing = true;
    await expect(writeOne()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    excel.host.faults.cellEditing = false;
    await writeOne();
  });

  test('with all sheets protected every write is refused, reading is not', async () => {
    excel.host.faults.protectedSheets = true;
    await expect(writeOne()).rejects.toMatchObject({ code: 'AccessDenied' });
    await Excel.run(async (context) => {
      const { protection } = sheet1(context);
      protection.load('protected');
      await context.sync();
      expect(protection.protected).toBe(true);
    });
  });

  test('a request above 5 MB is refused as a whole', async () => {
    await expect(writeOne('长'.repeat(2_000_000))).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    expect(valueOfA1()).toBeNull();
  });

  test('an answer above the limit is refused', async () => {
    await writeOne('x'.repeat(3000));
    excel.host.faults.payloadLimit = 2500;
    const read = Excel.run(async (context) => {
      sheet1(context).getRange('A1').load('values');
      await context.sync();
    });
    await expect(read).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  test('the n-th action fails once; what came before it stays done', async () => {
    await writeOne(1);
    excel.host.faults.failAtAction(1);
    await expect(writeOne(2)).rejects.toMatchObject({ code: 'GeneralException' });
    expect(valueOfA1()).toBe(1);
    await writeOne(3);
    expect(valueOfA1()).toBe(3);
  });

  test('latency is paid once a round trip', async () => {
    excel.host.faults.latency = 40;
    const start = performance.now();
    await writeOne();
    expect(performance.now() - start).toBeGreaterThan(35);
  });

  test('an older requirement set is admitted, and its missing members fail', async () => {
    const { requirements } = Office.context;
    expect(requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
    expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(false);
    excel.host.faults.api = '1.9';
    expect(requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
    const use = Excel.run(async (context) => {
      sheet1(context).getRange('A1').getMergedAreasOrNullObject().load('address');
      await context.sync();
    });
    await expect(use).rejects.toMatchObject({ code: 'ApiNotFound' });
  });
});

test('round trips and bytes are counted', async () => {
  excel.host.counters.reset();
  await writeOne('学校');
  const { roundTrips, bytesIn, bytesOut } = excel.host.counters;
  expect(roundTrips).toBeGreaterThanOrEqual(1);
  expect(bytesIn).toBeGreaterThan(100);
  expect(bytesOut).toBeGreaterThan(20);
});

test('batches that are sent at once are done one after another', async () => {
  await Promise.all([1, 2, 3].map((value) => writeOne(value)));
  expect(valueOfA1()).toBe(3);
});

describe('events', () => {
  test('edits in the grid and by a batch raise onChanged; results of formulas and formats do not', async () => {
    const heard: Excel.WorksheetChangedEventArgs[] = [];
    await Excel.run(async (context) => {
      sheet1(context).getRange('C1').formulas = [['=A1+1']];
      const sheet = sheet1(context);
      sheet.load('id');
      await context.sync();
      sheet.onChanged.add(async (event) => void heard.push(event));
      await context.sync();
    });
    excel.engine.workbook
      .getActiveSheet()
      .getRange(0, 0, 1, 2)
      .setValues([[1, 2]]);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(heard.map(({ address, changeType }) => [address, changeType])).toEqual([['A1:B1', 'RangeEdited']]);
    await Excel.run(async (context) => {
      sheet1(context).getRange('A2').format.font.bold = true;
      sheet1(context).getRange('A2').values = [[5]];
      await context.sync();
    });
    await settled();
    expect(heard.at(-1)).toMatchObject({ address: 'A2', triggerSource: 'ThisLocalAddin' });
    expect(heard).toHaveLength(2);
  });

  test('rows that come in are told as such', async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(
        async ({ address, changeType }) => void heard.push(`${changeType} ${address}`),
      );
      await context.sync();
    });
    excel.engine.workbook.getActiveSheet().insertRowsBefore(2, 2);
    await settled();
    expect(heard).toContain('RowInserted 3:4');
  });

  test('selecting and activating are told, adding a sheet in a batch is not an activation', async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onSelectionChanged.add(async ({ address }) => void heard.push(`selected ${address}`));
      worksheets.onActivated.add(async () => void heard.push('activated'));
      worksheets.onAdded.add(async () => void heard.push('added'));
      await context.sync();
      worksheets.add('附件2');
      await context.sync();
    });
    await settled();
    expect(heard).toEqual(['added']);
    excel.engine.workbook.getActiveSheet().getRange(1, 2, 1, 1).activate();
    await settled();
    expect(heard).toContain('selected C2');
    excel.engine.workbook.getSheetByName('附件2')?.activate();
    await settled();
    expect(heard).toContain('activated');
  });
});

test('ranges that a batch kept are given back at its end', async () => {
  await writeOne();
  await settled();
  expect(excel.host.keptObjects).toBe(0);
});

describe('what no client sends', () => {
  test.each(['', '{', 'null', '1', '{}', '{"Actions":[null],"ObjectPaths":{}}', '{"Actions":1,"ObjectPaths":{}}'])(
    '%j is refused as no batch',
    async (body) => {
      expect(await excel.host.execute(body)).toMatchObject({ HttpStatusCode: 400, ErrorCode: 'InvalidArgument' });
    },
  );

  test('object paths that lead back to themselves find nothing', async () => {
    const path = (id: number, parent: number) => ({
      Id: id,
      ObjectPathType: 4,
      Name: 'Worksheets',
      ParentObjectPathId: parent,
    });
    const answer = await excel.host.execute({
      Actions: [{ Id: 1, ActionType: 1, Name: '', ObjectPathId: 1 }],
      ObjectPaths: { 1: path(1, 2), 2: path(2, 1) },
    });
    expect(answer).toMatchObject({ HttpStatusCode: 404, Body: { Error: { Code: 'ItemNotFound' } } });
  });
});
