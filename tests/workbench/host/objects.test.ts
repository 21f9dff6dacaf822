import { startHeadlessExcel, type HeadlessExcel } from '../../../src/workbench/host/headless';

let excel: HeadlessExcel;
beforeEach(() => {
  excel = startHeadlessExcel();
});
afterEach(() => excel.dispose());

/** Runs a batch and syncs at its end. */
const batch = <T>(work: (context: Excel.RequestContext) => T): Promise<T> =>
  Excel.run(async (context) => {
    const result = work(context);
    await context.sync();
    return result;
  });

const sheet1 = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Sheet1');

describe('worksheets', () => {
  test('are added at the end, found by any case, and the active one stays', async () => {
    const names = await batch((context) => {
      const { worksheets } = context.workbook;
      worksheets.add('附件2');
      worksheets.add();
      worksheets.load('items/name,items/position');
      const active = worksheets.getActiveWorksheet();
      active.load('name');
      const count = worksheets.getCount();
      return { worksheets, active, count, missing: load(worksheets.getItemOrNullObject('没有')) };
    });
    expect(names.worksheets.items.map(({ name, position }) => [name, position])).toEqual([
      ['Sheet1', 0],
      ['附件2', 1],
      ['Sheet2', 2],
    ]);
    expect(names.active.name).toBe('Sheet1');
    expect(names.count.value).toBe(3);
    expect(names.missing.isNullObject).toBe(true);
    const found = await batch((context) => load(context.workbook.worksheets.getItem('sheet1')));
    expect(found.name).toBe('Sheet1');
  });

  const load = (sheet: Excel.Worksheet): Excel.Worksheet => {
    sheet.load('name,visibility');
    return sheet;
  };

  test.each([
    ['a name that is taken', '附件2', 'ItemAlreadyExists'],
    ['a name with a slash', 'a/b', 'InvalidArgument'],
    ['a name that is too long', '长'.repeat(32), 'InvalidArgument'],
  ])('%s is refused', async (_what, name, code) => {
    await batch((context) => context.workbook.worksheets.add('附件2'));
    await expect(batch((context) => context.workbook.worksheets.add(name))).rejects.toMatchObject({ code });
  });

  test('are renamed, moved, hidden and deleted, but one stays visible', async () => {
    await batch((context) => {
      const sheet = context.workbook.worksheets.add('新');
      sheet.name = '旧';
      sheet.position = 0;
      sheet.visibility = 'VeryHidden';
    });
    const hidden = await batch((context) => load(context.workbook.worksheets.getItem('旧')));
    expect(hidden.visibility).toBe('VeryHidden');
    await expect(batch((context) => sheet1(context).delete())).rejects.toMatchObject({ code: 'InvalidOperation' });
    await batch((context) => {
      hidden.load('name');
      context.workbook.worksheets.getItem('旧').visibility = 'Visible';
      sheet1(context).delete();
    });
    expect(excel.engine.workbook.getSheets().map((sheet) => sheet.getSheetName())).toEqual(['旧']);
  });

  test('one that is not there is ItemNotFound, and the error names the member', async () => {
    await expect(batch((context) => context.workbook.worksheets.getItem('没有').load('name'))).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
  });
});

describe('ranges', () => {
  test('find their neighbours, their used part and their address', async () => {
    await batch((context) => {
      sheet1(context).getRange('B2:C3').values = [
        [1, 2],
        [3, 4],
      ];
    });
    const found = await batch((context) => {
      const range = sheet1(context).getRange('B2:C3');
      const list = {
        cell: range.getCell(1, 1),
        row: range.getLastRow(),
        entire: range.getEntireColumn(),
        offset: range.getOffsetRange(1, 0),
        resized: range.getResizedRange(2, 1),
        used: sheet1(context).getRange('C:C').getUsedRangeOrNullObject(true),
        none: sheet1(context).getRange('Z:Z').getUsedRangeOrNullObject(true),
      };
      Object.values(list).forEach((one) => one.load('address'));
      return list;
    });
    expect(found.cell.address).toBe('Sheet1!C3');
    expect(found.row.address).toBe('Sheet1!B3:C3');
    expect(found.entire.address).toBe('Sheet1!B:C');
    expect(found.offset.address).toBe('Sheet1!B3:C4');
    expect(found.resized.address).toBe('Sheet1!B2:D5');
    expect(found.used.address).toBe('Sheet1!C2:C3');
    expect(found.none.isNullObject).toBe(true);
  });

  test('that are tracked move with their cells; formulas do too', async () => {
    await Excel.run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange('A1:A3').formulas = [[1], [2], ['=SUM(A1:A2)']];
      const total = sheet.getRange('A3');
      total.load('address');
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      await context.sync();
      total.load('address,formulas,values');
      await context.sync();
      expect(total.address).toBe('Sheet1!A5');
      expect(total.formulas).toEqual([['=SUM(A1:A4)']]);
      sheet.getRange('5:5').delete('Up');
      await context.sync();
      total.load('address');
      await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    });
  });

  test('formats are kept, and mixed ones read as null', async () => {
    const range = await batch((context) => {
      const one = sheet1(context).getRange('A1:B1');
      one.format.fill.color = '#FFFF00';
      one.format.wrapText = true;
      one.format.verticalAlignment = 'Center';
      sheet1(context).getRange('A1').format.font.italic = true;
      sheet1(context).getRange('A1').format.rowHeight = 30;
      one.format.borders.getItem('EdgeRight').style = 'Double';
      one.load('format/fill/color,format/wrapText,format/verticalAlignment,format/font/italic,format/rowHeight');
      return one;
    });
    expect(range.format.fill.color).toBe('#FFFF00');
    expect(range.format).toMatchObject({ wrapText: true, verticalAlignment: 'Center', rowHeight: 30 });
    expect(range.format.font.italic).toBeNull();
    const border = await batch((context) => {
      const one = sheet1(context).getRange('B1').format.borders.getItem('EdgeRight');
      one.load('style');
      return one;
    });
    expect(border.style).toBe('Double');
  });

  test('a format does not touch values and formulas', async () => {
    const range = await batch((context) => {
      const one = sheet1(context).getRange('A1:A2');
      one.formulas = [[2], ['=A1*2']];
      return one;
    });
    expect(range).toBeDefined();
    const after = await batch((context) => {
      const one = sheet1(context).getRange('A1:A2');
      one.format.font.bold = true;
      one.numberFormat = [['0.0'], ['0.0']];
      one.load('formulas,values,text');
      return one;
    });
    expect(after.formulas).toEqual([[2], ['=A1*2']]);
    expect(after.values).toEqual([[2], [4]]);
    expect(after.text).toEqual([['2.0'], ['4.0']]);
  });

  test('merging keeps the first value only', async () => {
    const merged = await batch((context) => {
      sheet1(context).getRange('A1:B2').values = [
        ['标题', 'x'],
        ['y', 'z'],
      ];
      sheet1(context).getRange('A1:B2').merge();
      const areas = sheet1(context).getRange('A1:D9').getMergedAreasOrNullObject();
      areas.load('address,areaCount');
      const beside = sheet1(context).getRange('B1:D9').getMergedAreasOrNullObject();
      beside.load('areaCount');
      return { areas, beside };
    });
    expect(merged.areas.address).toBe('Sheet1!A1:B2');
    expect(merged.beside.isNullObject).toBe(true);
  });

  test('clear takes what it is told to', async () => {
    const range = await batch((context) => {
      const one = sheet1(context).getRange('A1');
      one.values = [['x']];
      one.format.fill.color = '#FF0000';
      one.clear('Contents');
      one.load('values,format/fill/color');
      return one;
    });
    expect(range.values).toEqual([['']]);
    expect(range.format.fill.color).toBe('#FF0000');
  });
});

describe('the rest of the workbook', () => {
  test('names can be used in formulas', async () => {
    const range = await batch((context) => {
      sheet1(context).getRange('A1:A2').values = [[2], [3]];
      context.workbook.names.add('班数', sheet1(context).getRange('A1:A2'));
      const one = sheet1(context).getRange('B1');
      one.formulas = [['=SUM(班数)']];
      one.load('values');
      return one;
    });
    expect(range.values).toEqual([[5]]);
    const item = await batch((context) => {
      const one = context.workbook.names.getItem('班数');
      const there = one.getRange();
      there.load('address');
      return there;
    });
    expect(item.address).toBe('Sheet1!A1:A2');
  });

  test('settings and XML parts are kept', async () => {
    await batch((context) => {
      context.workbook.settings.add('单位', { name: '袁州区' });
      context.workbook.customXmlParts.add('<a xmlns="urn:x">1</a>');
    });
    const kept = await batch((context) => {
      const setting = context.workbook.settings.getItemOrNullObject('单位');
      setting.load('value');
      const xml = context.workbook.customXmlParts.getByNamespace('urn:x').getOnlyItem().getXml();
      return { setting, xml };
    });
    expect(kept.setting.value).toEqual({ name: '袁州区' });
    expect(kept.xml.value).toBe('<a xmlns="urn:x">1</a>');
    await expect(batch((context) => context.workbook.customXmlParts.add('nonsense'))).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
  });

  test('a protected sheet refuses writes, except to open cells', async () => {
    await batch((context) => {
      sheet1(context).getRange('B2').format.protection.locked = false;
      sheet1(context).protection.protect();
    });
    await expect(batch((context) => (sheet1(context).getRange('A1').values = [[1]]))).rejects.toMatchObject({
      code: 'AccessDenied',
    });
    await batch((context) => (sheet1(context).getRange('B2').values = [[1]]));
    await batch((context) => sheet1(context).protection.unprotect());
    await batch((context) => (sheet1(context).getRange('A1').values = [[1]]));
  });

  test('charts, print areas and rules move when rows come in', async () => {
    await batch((context) => {
      const sheet = sheet1(context);
      const chart = sheet.charts.add('Line', sheet.getRange('B3:B5'), 'Columns');
      chart.setPosition('D3', 'F9');
      sheet.pageLayout.setPrintArea('A1:B5');
      sheet.getRange('B3:B5').dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      sheet.getRange('4:5').insert('Down');
    });
    const [stored] = Object.values(excel.host.document.sheets);
    expect(stored?.charts[0]?.series[0]?.values?.area).toEqual({ top: 2, left: 1, bottom: 6, right: 1 });
    expect(stored?.page.printArea).toEqual({ top: 0, left: 0, bottom: 6, right: 1 });
    expect(stored?.validations[0]?.areas).toEqual([{ top: 2, left: 1, bottom: 6, right: 1 }]);
  });

  test('what the engine lacks is plain data that a later host takes up again', async () => {
    await batch((context) => {
      context.workbook.settings.add('a', 1);
      const sheet = sheet1(context);
      sheet.pageLayout.orientation = 'Landscape';
      sheet.charts.add('ColumnClustered', sheet.getRange('A1:A3')).title.text = '图';
    });
    const saved = JSON.stringify(excel.host.document);
    excel.dispose();
    excel = startHeadlessExcel({ document: JSON.parse(saved) });
    const again = await batch((context) => {
      const chart = sheet1(context).charts.getItemAt(0);
      chart.load('title/text');
      sheet1(context).pageLayout.load('orientation');
      return { chart, page: sheet1(context).pageLayout };
    });
    expect(again.chart.title.text).toBe('图');
  });
});
