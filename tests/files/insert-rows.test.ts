import { editXlsx } from '../../src/files';
import { formulaAt, valueAt, type Edit } from '../../src/workbook';
import { opened, partTexts } from './compare';
import { sketched, type PackageSketch } from './packages';

const insert = (row: number, count = 1, sheet = '表'): Edit => ({ kind: 'insertRows', sheet, row, count });
const remove = (row: number, count = 1, sheet = '表'): Edit => ({ kind: 'deleteRows', sheet, row, count });

/** A sheet with everything that names a row; rows 1 to 6. */
const RICH: PackageSketch = {
  sheets: {
    表:
      '<dimension ref="A1:C6"/><sheetViews><sheetView workbookViewId="0"><selection activeCell="A4" sqref="A4:B4"/></sheetView></sheetViews>' +
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row>' +
      '<row r="2" spans="1:3"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" ref="B2:B5" si="0">A2*2</f><v>2</v></c></row>' +
      '<row r="3"><c r="A3"><v>2</v></c><c r="B3"><f t="shared" si="0"/><v>4</v></c></row>' +
      '<row r="4" hidden="1"><c r="A4"><v>3</v></c><c r="B4"><f t="shared" si="0"/><v>6</v></c></row>' +
      '<row r="5"><c r="A5"><v>4</v></c><c r="B5"><f t="shared" si="0"/><v>8</v></c></row>' +
      '<row r="6"><c r="A6"><f>SUM(A2:A5)</f><v>10</v></c><c r="B6"><f t="array" ref="B6">SUM(A2:A5*B2:B5)</f><v>60</v></c><c r="C6"><f>A1&amp;$A$6&amp;"A5"&amp;别表!A5&amp;LOG10(A5)</f></c></row></sheetData>' +
      '<autoFilter ref="A1:C6"/><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="C3:C4"/></mergeCells>' +
      '<conditionalFormatting sqref="A2:B5"><cfRule type="expression" priority="1"><formula>$A2&gt;$A$6</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="A2 A4:A5"><formula1>$C$2:$C$5</formula1></dataValidation></dataValidations>' +
      '<hyperlinks><hyperlink ref="A5" location="表!A6"/></hyperlinks>' +
      '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>' +
      '<drawing r:id="rId1"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId4"/></tableParts>',
    别表: '<sheetData><row r="5"><c r="A5"><f>SUM(表!A2:A5)</f></c><c r="B5"><f t="shared" ref="B5:B6" si="3">表!A3+A5</f></c></row><row r="6"><c r="B6"><f t="shared" si="3"/></c></row></sheetData>',
  },
  workbook:
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1:$C$6</definedName><definedName name="全列">表!$A:$A</definedName></definedNames><calcPr calcId="1"/>',
  parts: {
    'xl/drawings/drawing1.xml':
      '<xdr:wsDr xmlns:xdr="d"><xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:row>4</xdr:row></xdr:from><xdr:to><xdr:row>9</xdr:row></xdr:to></xdr:twoCellAnchor>' +
      '<xdr:twoCellAnchor><xdr:from><xdr:row>1</xdr:row></xdr:from><xdr:to><xdr:row>9</xdr:row></xdr:to></xdr:twoCellAnchor></xdr:wsDr>',
    'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="c"><c:f>表!$A$2:$A$5</c:f></c:chartSpace>',
    'xl/comments1.xml':
      '<comments xmlns="c"><commentList><comment ref="A5" authorId="0"><text><t>注</t></text></comment></commentList></comments>',
    'xl/drawings/vml1.vml':
      '<xml xmlns:x="x"><x:ClientData><x:Anchor>1, 2, 4, 4, 5, 6, 8, 8</x:Anchor><x:Row>4</x:Row></x:ClientData></xml>',
    'xl/tables/table1.xml':
      '<table xmlns="t" ref="A1:C6"><autoFilter ref="A1:C6"/><tableColumns><tableColumn><calculatedColumnFormula>A5+1</calculatedColumnFormula></tableColumn></tableColumns></table>',
    'xl/calcChain.xml': '<calcChain xmlns="c"><c r="A6" i="1"/></calcChain>',
  },
  related: {
    'xl/workbook.xml': [['calcChain', 'calcChain.xml']],
    'xl/worksheets/sheet1.xml': [
      ['drawing', '../drawings/drawing1.xml'],
      ['comments', '../comments1.xml'],
      ['vmlDrawing', '../drawings/vml1.vml'],
      ['table', '../tables/table1.xml'],
    ],
    'xl/drawings/drawing1.xml': [['chart', '../charts/chart1.xml']],
  },
};

function edited(edits: readonly Edit[], sketch: PackageSketch = RICH) {
  const result = editXlsx(sketched(sketch), edits);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  const [sheet, other] = opened(result.bytes).sheets;
  if (!sheet) throw new Error('no sheet');
  return { sheet, other, parts: partTexts(result.bytes) };
}

describe('inserting rows into a file', () => {
  const { sheet, other, parts } = edited([insert(3, 2)]);
  const xml = parts['xl/worksheets/sheet1.xml'] ?? '';

  it('moves cells and formulas, and takes shared formulas apart', () => {
    expect([1, 2, 3, 4, 5, 6].map((row) => valueAt(sheet, row, 0))).toEqual([1, 2, null, null, 3, 4]);
    expect([1, 2, 5, 6].map((row) => formulaAt(sheet, row, 1))).toEqual(['=A2*2', '=A3*2', '=A6*2', '=A7*2']);
    expect(formulaAt(sheet, 7, 0)).toBe('=SUM(A2:A7)');
    expect(formulaAt(sheet, 7, 1)).toBe('=SUM(A2:A7*B2:B7)');
    expect(formulaAt(sheet, 7, 2)).toBe('=A1&$A$8&"A5"&别表!A5&LOG10(A7)');
    expect([...sheet.hiddenRows]).toEqual([5]);
  });

  it('follows in other sheets, defined names and charts', () => {
    expect(other && formulaAt(other, 4, 0)).toBe('=SUM(表!A2:A7)');
    expect(other && [formulaAt(other, 4, 1), formulaAt(other, 5, 1)]).toEqual(['=表!A3+A5', '=表!A6+A6']);
    expect(parts['xl/workbook.xml']).toContain('>表!$A$1:$C$8<');
    expect(parts['xl/workbook.xml']).toContain('>表!$A:$A<');
    expect(parts['xl/charts/chart1.xml']).toContain('表!$A$2:$A$7');
  });

  it('moves everything that stands on rows', () => {
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 2, left: 2, bottom: 5, right: 2 },
    ]);
    expect(xml).toContain('<selection activeCell="A6" sqref="A6:B6"/>');
    expect(xml).toContain('<autoFilter ref="A1:C8"/>');
    expect(xml).toContain('sqref="A2:B7"><cfRule type="expression" priority="1"><formula>$A2&gt;$A$8<');
    expect(xml).toContain('sqref="A2 A6:A7"><formula1>$C$2:$C$7<');
    expect(xml).toContain('<hyperlink ref="A7" location="表!A8"/>');
    expect(xml).toContain('<brk id="6" ');
    expect(parts['xl/comments1.xml']).toContain('ref="A7"');
    expect(parts['xl/drawings/vml1.vml']).toContain('<x:Anchor>1, 2, 6, 4, 5, 6, 10, 8</x:Anchor><x:Row>6<');
    expect(parts['xl/tables/table1.xml']).toMatch(/ref="A1:C8"><autoFilter ref="A1:C8"\/>.*A7\+1/);
    expect([...(parts['xl/drawings/drawing1.xml'] ?? '').matchAll(/row>(\d+)</g)].map(([, row]) => row)).toEqual([
      '6',
      '11',
      '1',
      '11',
    ]);
  });

  it('drops the order of calculation and has Excel calculate anew', () => {
    expect(parts).not.toHaveProperty(['xl/calcChain.xml']);
    expect(parts['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    expect(parts['xl/workbook.xml']).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/>');
  });

  it('is taken back by deleting the same rows', () => {
    const back = edited([insert(3, 2), remove(3, 2)]);
    expect(back.parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:C6"/>');
    expect(formulaAt(back.sheet, 5, 2)).toBe('=A1&$A$6&"A5"&别表!A5&LOG10(A5)');
    expect(back.sheet.merges).toEqual(opened(sketched(RICH)).sheets[0]?.merges);
  });
});

describe('deleting rows of a file', () => {
  it('shortens ranges, and formulas lose what is gone', () => {
    const { sheet } = edited([remove(4)]);
    expect(formulaAt(sheet, 4, 0)).toBe('=SUM(A2:A4)');
    expect(formulaAt(sheet, 4, 2)).toBe('=A1&$A$5&"A5"&别表!A5&LOG10(#REF!)');
  });

  it('takes merged areas, rules and links with it', () => {
    const { sheet, parts } = edited([remove(2, 3)]);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('hyperlink');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('sqref="A2"><formula1>$C$2:$C$2<');
  });
});

describe('changing one of several cells that share a formula', () => {
  it('gives the others their own text', () => {
    const { sheet } = edited([
      { kind: 'content', sheet: '表', row: 1, column: 1, content: { kind: 'value', value: 0 } },
    ]);
    expect([2, 3, 4].map((row) => formulaAt(sheet, row, 1))).toEqual(['=A3*2', '=A4*2', '=A5*2']);
  });
});

describe('what cannot be done without harm', () => {
  const data =
    '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>';
  const result = (sheetXml: string, edit: Edit) => editXlsx(sketched({ sheets: { 表: sheetXml } }), [edit]);
  const set = (row: number): Edit => ({
    kind: 'content',
    sheet: '表',
    row,
    column: 0,
    content: { kind: 'value', value: 1 },
  });

  it('is refused with a code, and nothing is written', () => {
    expect(result(data, set(1))).toMatchObject({ ok: false, code: 'arrayFormula' });
    expect(result(data, insert(1))).toMatchObject({ ok: false, code: 'cannotShift' });
    expect(result('<sheetData/><controls/>', insert(1))).toMatchObject({ ok: false, code: 'cannotShift' });
    expect(
      result('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>', insert(1)),
    ).toMatchObject({ code: 'noRoom' });
    expect(editXlsx(sketched(RICH), [set(0)])).toMatchObject({ ok: false, code: 'tableHeader' });
  });

  it('moves an array formula in one piece', () => {
    const moved = result(data, insert(0));
    if (!moved.ok) throw new Error(moved.message);
    expect(partTexts(moved.bytes)['xl/worksheets/sheet1.xml']).toContain(
      '<c r="A2"><f t="array" ref="A2:A4">B2:B4</f></c>',
    );
  });
});
