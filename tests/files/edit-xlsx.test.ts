import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { editXlsx, snapshotToXlsx, workbookSpecToXlsx } from '../../src/files';
import { applyEdits, sheetFromGrid, workbookOf, type Edit, type WorkbookSnapshot } from '../../src/workbook';
import { opened, partTexts, plain } from './compare';
import { cellEdits, workbook } from './random-workbooks';
import { FULL_SPEC } from './sample-spec';

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const result = editXlsx(bytes, edits);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.bytes;
}

function applied(snapshot: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot {
  const result = applyEdits(snapshot, edits);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const set = (sheet: string, row: number, column: number, value: string | number): Edit => ({
  kind: 'content',
  sheet,
  row,
  column,
  content: { kind: 'value', value },
});

describe('editing a file', () => {
  it('read back, holds what the edits say', () => {
    fc.assert(
      fc.property(workbook, cellEdits, (snapshot, edits) => {
        const before = snapshotToXlsx(snapshot);
        expect(plain(opened(edited(before, edits)))).toEqual(plain(applied(opened(before), edits)));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves every part that it does not touch byte for byte, even as it was packed', () => {
    const before = workbookSpecToXlsx(FULL_SPEC);
    const after = edited(before, [set('2025年 汇总', 3, 1, 777)]);
    const [old, now] = [unzipSync(before), unzipSync(after)];
    expect(Object.keys(now)).toEqual(Object.keys(old));
    const changed = Object.keys(old).filter(
      (name) => Buffer.compare(old[name] ?? new Uint8Array(), now[name] ?? new Uint8Array()) !== 0,
    );
    expect(changed.sort()).toEqual(['xl/worksheets/sheet1.xml']);
    const chart = Buffer.from(before).indexOf(Buffer.from('xl/charts/chart1_1.xml'));
    expect(Buffer.from(after).includes(Buffer.from(before).subarray(chart, chart + 400))).toBe(true);
  });

  it('keeps a cell’s style, its row and all other cells as they are', () => {
    const before = partTexts(workbookSpecToXlsx(FULL_SPEC))['xl/worksheets/sheet1.xml'] ?? '';
    const after = partTexts(edited(workbookSpecToXlsx(FULL_SPEC), [set('2025年 汇总', 3, 1, 777)]))[
      'xl/worksheets/sheet1.xml'
    ];
    const cell = /<c r="B4" s="\d+">/.exec(before)?.[0] ?? '?';
    expect(after).toBe(before.replace(`${cell}<v>200</v>`, `${cell}<v>777</v>`));
  });

  it('a change and its opposite give the same cells again', () => {
    const snapshot = workbookOf([
      sheetFromGrid('表', [
        ['甲', 1],
        ['乙', 2],
      ]),
    ]);
    const before = snapshotToXlsx(snapshot);
    const there = edited(before, [set('表', 1, 1, '=3')]);
    expect(opened(there).sheets[0]?.formulas.size).toBe(0);
    expect(plain(opened(edited(there, [set('表', 1, 1, 2)])))).toEqual(plain(opened(before)));
  });

  it('says so where there is no such sheet, and where the file cannot be edited', () => {
    const bytes = snapshotToXlsx(workbookOf([sheetFromGrid('表', [[1]])]));
    expect(editXlsx(bytes, [set('没有', 0, 0, 1)])).toMatchObject({ ok: false, code: 'noSuchSheet' });
    expect(editXlsx(new TextEncoder().encode('甲,乙'), [])).toMatchObject({ ok: false, code: 'text' });
  });

  it.each([
    ['is not where the workbook says', (rels: string) => rels.replace(/Target="[^"]*sheet1.xml"/u, 'Target="x" $&')],
    ['is not related to the workbook', (rels: string) => rels.replace(/Id="[^"]*"(?=[^>]*sheet1.xml)/u, 'Id="other"')],
  ])('is refused where the sheet %s, though another reader finds one', (_, change) => {
    const parts = unzipSync(snapshotToXlsx(workbookOf([sheetFromGrid('表', [[1]])])));
    const path = 'xl/_rels/workbook.xml.rels';
    const astray = change(strFromU8(parts[path] ?? new Uint8Array()));
    expect(astray).not.toBe(strFromU8(parts[path] ?? new Uint8Array()));
    const bytes = zipSync({ ...parts, [path]: strToU8(astray) });
    expect(opened(bytes).sheets.map(({ name }) => name)).toEqual(['表']);
    expect(editXlsx(bytes, [set('表', 0, 0, 2)])).toMatchObject({ ok: false, code: 'brokenSheet' });
  });

  it('keeps, replaces and removes its own parts', () => {
    const store = (text: string | null): Edit => ({ kind: 'storePart', name: 'plancheck-journal', text });
    const bytes = snapshotToXlsx(workbookOf([sheetFromGrid('表', [[1]])]));
    const kept = edited(edited(bytes, [store('{"a":1}')]), [store('{"a":2}')]);
    expect(opened(kept).parts).toEqual({ 'plancheck-journal': '{"a":2}' });
    expect(Object.keys(unzipSync(edited(kept, [store(null)])))).toEqual(
      Object.keys(unzipSync(bytes))
        .concat('xl/_rels/workbook.xml.rels')
        .filter((name, i, all) => all.indexOf(name) === i),
    );
  });
});
