import { madeSheetOf } from '../../src/workbook';
import { BEFORE, kept, ledger, school } from './made-up-ledger';
import { Paper, specOf } from './made-up-sheet';

describe('formulas of a person', () => {
  const after = ledger(school('新校'), school('甲校'), school('乙校'), school('丙校'));
  const formula = (text: string) =>
    kept(BEFORE, new Paper(BEFORE).put(3, 5, 1).put(4, 6, { formula: text, value: 1 }), after)['G6'];

  test.each([
    ['=C5*2', '=C6*2'],
    ['=$C$5*$C5*C$5', '=$C$6*$C6*C$6'],
    ['=SUM(C4:C6)', '=SUM(C5:C7)'],
    ['=F4+1', '=F5+1'],
    ['=C3', '=C3'],
    ['=A8', '=A9'],
    ['=Z99', '=Z100'],
    ['="C5"&C5', '="C5"&C6'],
    ['=表!C5+C5', '=表!C5+C6'],
    ["='别 表'!C5", "='别 表'!C5"],
    ['=SUM(表!C5:C7)+C5', '=SUM(表!C5:C7)+C6'],
    ['=表!$C$5:$C$7', '=表!$C$5:$C$7'],
    ["='表 C5'!A1+C5", "='表 C5'!A1+C6"],
    ["='表 C5''s'!A1", "='表 C5''s'!A1"],
    ['=规模C5', '=规模C5'],
    ['=C5规模', '=C5规模'],
    ['=LOG10(C5)', '=LOG10(C6)'],
    ['=C5_甲', '=C5_甲'],
    ['=表格[C5]', '=表格[C5]'],
    ['=c5', '=c5'],
    ['=ABCD5', '=ABCD5'],
    ['=C05', '=C05'],
  ])('%s follows the cells that it meant: %s', (typed, expected) => expect(formula(typed)).toBe(expected));

  test('follows a cell of the person’s own to its new place', () => {
    const paper = new Paper(BEFORE).insertColumn(2).put(4, 2, 7).put(4, 6, { formula: '=C5*D5', value: 1 });
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ G5: 7, F5: '=G5*C5' });
  });

  test('to a row that is gone stays as it was written', () => {
    const paper = new Paper(BEFORE).put(3, 5, { formula: '=C5', value: 1 });
    expect(kept(BEFORE, paper, ledger(school('丙校'), school('甲校')))).toEqual({ F5: '=C5' });
  });
});

describe('a sheet without a header', () => {
  const before = specOf([
    ['title', '合成综述'],
    ['headline', '学校', '学位'],
    ['paragraph', '一段话'],
    ['signature', '填表人：____'],
  ]);

  test('keeps what was written beside and below it', () => {
    const paper = new Paper(before).put(1, 4, '批注').put(3, 0, '填表人：张某').put(6, 1, '另页');
    expect(kept(before, paper, before)).toEqual({ E2: '批注', A4: '填表人：张某', B7: '另页' });
  });

  test('and without a row of two words as well', () => {
    const plain = specOf([
      ['title', '合成综述'],
      ['paragraph', '一段话'],
      ['paragraph', '又一段'],
      ['signature', '填表人：____'],
    ]);
    const paper = new Paper(plain).insertRow(1).put(1, 0, '前言').put(3, 3, '批注');
    expect(kept(plain, paper, plain)).toEqual({ A6: '前言', D3: '批注' });
  });

  test('of an older record, which has no marks, is told by its lines', () => {
    const { rows, columns, header, titles, keyColumns, keys, lines, empty, blank, charts } = madeSheetOf(before);
    const made = { rows, columns, header, titles, keyColumns, keys, lines, empty, blank, charts };
    const paper = new Paper(before).put(3, 0, '填表人：张某').put(1, 4, '批注');
    expect(kept(before, paper, before, made)).toEqual({ A4: '填表人：张某', E2: '批注' });
  });
});
