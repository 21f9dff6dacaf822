import { strFromU8, unzipSync } from 'fflate';
import { LISTS_SHEET, openFile, workbookSpecToXlsx } from '../../src/files';
import { formatAt, formulaAt, valueAt, type SheetSnapshot } from '../../src/workbook';
import { FULL_SHEET, FULL_SPEC } from './sample-spec';

const bytes = workbookSpecToXlsx(FULL_SPEC);
const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const part = (name: string): string => parts[name] ?? '';

function sheets(): readonly SheetSnapshot[] {
  const opened = openFile(bytes, '汇总.xlsx');
  if (!opened.ok) throw new Error(opened.message);
  return opened.snapshot.sheets;
}

describe('a generated workbook as xlsx', () => {
  it('holds every cell of the spec', () => {
    const [sheet] = sheets();
    if (!sheet) throw new Error('no sheet');
    for (const { row, column, content, cached, format } of FULL_SHEET.cells) {
      const value = content.kind === 'value' ? content.value : (cached ?? null);
      expect(valueAt(sheet, row, column)).toBe(value);
      expect(formulaAt(sheet, row, column)).toBe(content.kind === 'formula' ? content.formula : null);
      if (format) expect(formatAt(sheet, row, column)).toBe(format);
    }
    expect(sheet.merges).toEqual(FULL_SHEET.merges);
    expect(sheet.isProtected).toBe(true);
  });

  it('keeps the order and visibility of sheets; long lists stand on a sheet that nobody sees', () => {
    expect(sheets().map(({ name, visibility }) => [name, visibility])).toEqual([
      ['2025年 汇总', 'visible'],
      ['第二张', 'hidden'],
      [LISTS_SHEET, 'veryHidden'],
    ]);
  });

  it('always gives the same bytes', () => {
    expect(Buffer.compare(workbookSpecToXlsx(FULL_SPEC), bytes)).toBe(0);
  });

  it('is calculated when it is opened', () => {
    expect(part('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  it('prints with quoted names, repeated header rows, one page wide', () => {
    expect(part('xl/workbook.xml')).toContain('localSheetId="0">\'2025年 汇总\'!$A$1:$F$46<');
    expect(part('xl/workbook.xml')).toContain("'2025年 汇总'!$3:$3<");
    expect(part('xl/worksheets/sheet1.xml')).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
    );
    expect(part('xl/worksheets/sheet1.xml')).toContain('<brk id="20"');
  });

  it('draws each chart over its cells, with its references, names and colours', () => {
    const chart = part('xl/charts/chart1_1.xml');
    expect(chart).toContain("<c:f>'2025年 汇总'!$B$4:$B$6</c:f>");
    expect(chart).toContain('<c:tx><c:v>已完成</c:v></c:tx>');
    expect(chart).toContain('C55A11');
    expect(chart).toContain('目标与完成 &amp; &lt;对比&gt;');
    expect(part('xl/drawings/drawing1.xml').match(/<c:chart /g)).toHaveLength(3);
  });

  it('says where a figure comes from in a note, and leaves only input cells open', () => {
    expect(part('xl/comments1.xml')).toContain('<comment ref="C4"');
    const styles = [...part('xl/styles.xml').matchAll(/<xf [^>]*xfId="0"[^>]*>.*?locked="(\d)"/g)].map(
      ([, locked]) => locked,
    );
    const styleOf = (cell: string): string | undefined =>
      styles[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(part('xl/worksheets/sheet1.xml'))?.[1])];
    expect([styleOf('B4'), styleOf('C4')]).toEqual(['1', '0']);
  });

  it('every related part exists and every part has a content type', () => {
    for (const [name, xml] of Object.entries(parts).filter(([path]) => path.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, target = ''] of xml.matchAll(/Target="([^"]+)"/g)) {
        const path = new URL(target, `http://x/${folder}`).pathname.slice(1);
        expect(parts).toHaveProperty([path]);
      }
    }
    for (const [, path = ''] of part('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)) {
      expect(parts).toHaveProperty([path]);
    }
  });

  it.each([
    ['text that looks like a formula', '=1+1', '=1+1'],
    ['other dangerous beginnings', '@SUM(A1)', '@SUM(A1)'],
    ['a tab and a line end', '\t甲\r\n乙', '\t甲\r\n乙'],
    ['characters that XML cannot hold', 'a\u0001\ud800b\uffff', 'ab'],
    ["Excel's own escape", '_x0041_', '_x0041_'],
    ['more than a cell holds', '长'.repeat(40_000), '长'.repeat(32_767)],
    ['markup', '<a & "b">', '<a & "b">'],
    ['a rare character', '𠀀', '𠀀'],
  ])('keeps %s as text', (_, written, read) => {
    const sheet = {
      ...FULL_SHEET,
      charts: [],
      validations: [],
      cells: [{ row: 0, column: 0, role: 'body' as const, content: { kind: 'value' as const, value: written } }],
    };
    const opened = openFile(workbookSpecToXlsx({ sheets: [sheet], parts: {} }), 'x.xlsx');
    if (!opened.ok) throw new Error(opened.message);
    const [first] = opened.snapshot.sheets;
    expect(first && valueAt(first, 0, 0)).toBe(read);
    expect(first?.formulas.size).toBe(0);
  });

  it('makes names of sheets legal and different', () => {
    const names = ['a/b', 'A_B', "'引'", '', '很'.repeat(40)];
    const spec = { sheets: names.map((name) => ({ ...FULL_SHEET, name, charts: [] })), parts: {} };
    const opened = openFile(workbookSpecToXlsx(spec), 'x.xlsx');
    if (!opened.ok) throw new Error(opened.message);
    expect(opened.snapshot.sheets.slice(0, 5).map((sheet) => sheet.name)).toEqual([
      'a_b',
      'A_B(2)',
      '引',
      '工作表',
      '很'.repeat(31),
    ]);
  });
});
