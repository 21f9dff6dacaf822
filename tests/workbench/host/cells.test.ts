import { startHeadlessExcel, type HeadlessExcel } from '../../../src/workbench/host/headless';

let excel: HeadlessExcel;
beforeEach(() => {
  excel = startHeadlessExcel();
});
afterEach(() => excel.dispose());

/** Runs `write`, then gives what `load` names of the range. */
async function read<K extends keyof Excel.Range>(address: string, ...keys: K[]): Promise<Pick<Excel.Range, K>> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange(address);
    range.load(keys.join(','));
    await context.sync();
    return range;
  });
}

async function write(address: string, values: unknown[][]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange(address).values = values;
    await context.sync();
  });
}

test('values come back as they were written, and formulas are calculated', async () => {
  await write('A1:B3', [
    [1, '宜阳二中'],
    [2, true],
    ['=SUM(A1:A2)', ''],
  ]);
  const range = await read('A1:B3', 'values', 'formulas', 'address', 'rowCount', 'valueTypes');
  expect(range.values).toEqual([
    [1, '宜阳二中'],
    [2, true],
    [3, ''],
  ]);
  expect(range.formulas[2]).toEqual(['=SUM(A1:A2)', '']);
  expect(range.address).toBe('Sheet1!A1:B3');
  expect(range.valueTypes[1]).toEqual(['Double', 'Boolean']);
});

test('a formula follows its cells', async () => {
  await write('A1:A3', [[1], [2], ['=SUM(A1:A2)']]);
  await write('A1', [[40]]);
  expect((await read('A3', 'values')).values).toEqual([[42]]);
});

test.each([
  ['12', 12],
  ['1,234.5', 1234.5],
  ['45%', 0.45],
  ['2023-06-30', 45107],
  ['2023年6月30日', 45107],
  ['TRUE', true],
  ["'12", '12'],
  ["'=1+1", '=1+1'],
  ['附件2', '附件2'],
])('typing %s holds %s', async (typed, held) => {
  await write('A1', [[typed]]);
  expect((await read('A1', 'values')).values).toEqual([[held]]);
});

test('text stays text in a cell that is formatted as text', async () => {
  await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    cell.numberFormat = [['@']];
    cell.values = [['0012']];
    await context.sync();
  });
  expect((await read('A1', 'values')).values).toEqual([['0012']]);
});

test('number formats shape the text, not the value', async () => {
  await write('A1:A2', [[1234.5], [0.25]]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:A2').numberFormat = [['#,##0.00'], ['0%']];
    await context.sync();
  });
  const range = await read('A1:A2', 'values', 'text', 'numberFormat');
  expect(range.text).toEqual([['1,234.50'], ['25%']]);
  expect(range.numberFormat).toEqual([['#,##0.00'], ['0%']]);
  expect(range.values).toEqual([[1234.5], [0.25]]);
});

test('cells that an array formula fills can be read', async () => {
  await write('A1', [['=SEQUENCE(3)']]);
  expect((await read('A1:A3', 'values')).values).toEqual([[1], [2], [3]]);
});

test('a grid of another size than the range is refused', async () => {
  await expect(write('A1:B2', [[1]])).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('cells beyond the sheet of the engine can be written', async () => {
  await write('BZ5000', [['far']]);
  expect((await read('BZ5000', 'values')).values).toEqual([['far']]);
});

test('more than 1,500 cells arrive although the client splits them', async () => {
  const rows = Array.from({ length: 900 }, (_, row) => [row, `第${row}行`]);
  await write('A1:B900', rows);
  expect((await read('A1:B900', 'values')).values).toEqual(rows);
});
