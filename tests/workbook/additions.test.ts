import { madeSheetOf, withAdditions, type SheetSpec } from '../../src/workbook';
import { BEFORE, FOOT, HEAD, kept, ledger, school } from './made-up-ledger';
import { Paper, specOf, type Line } from './made-up-sheet';

test('a sheet that nobody touched is made again as it is', () => {
  const after = ledger(school('丁校'));
  expect(withAdditions(after, new Paper(BEFORE).snapshot(), madeSheetOf(BEFORE))).toBe(after);
});

describe('what a person wrote beside a row', () => {
  const paper = () => new Paper(BEFORE).put(2, 5, '督办人').put(3, 5, '张某').put(4, 5, '李某').put(5, 5, '王某');

  test('goes where the row goes', () => {
    const after = ledger(school('新校'), school('丙校'), school('甲校'), school('乙校'));
    expect(kept(BEFORE, paper(), after)).toEqual({ F3: '督办人', F4: undefined, F5: '王某', F6: '张某', F7: '李某' });
  });

  test('keeps its format, and says where it stands now', () => {
    const made = madeSheetOf(BEFORE);
    const sheet = new Paper(BEFORE).put(4, 5, 0.5).snapshot([[], [], [], [], [null, null, null, null, null, '0%']]);
    expect(withAdditions(ledger(school('乙校')), sheet, made).kept).toEqual([
      { row: 3, column: 5, content: { kind: 'value', value: 0.5 }, format: '0%', from: { row: 4, column: 5 } },
    ]);
  });

  test('stands below the sheet, under what it was about, when the row is gone', () => {
    const made = madeSheetOf(BEFORE);
    const again = withAdditions(ledger(school('甲校'), school('丙校')), paper().put(4, 6, '电话').snapshot(), made);
    expect(again.kept).toEqual(
      expect.arrayContaining([
        {
          row: 8,
          column: 5,
          content: { kind: 'value', value: '李某' },
          format: 'General',
          from: { row: 4, column: 5 },
        },
        {
          row: 8,
          column: 6,
          content: { kind: 'value', value: '电话' },
          format: 'General',
          from: { row: 4, column: 6 },
        },
        { row: 8, column: 0, content: { kind: 'value', value: '（原“乙校”行）' }, format: 'General', from: null },
      ]),
    );
    expect(again.kept).toHaveLength(6);
  });

  test('each row that is gone has a line of its own, named without its blank parts', () => {
    const before = specOf([...HEAD, ['body', '小学', '甲校'], ['body', '', '乙校'], ...FOOT], { keyColumns: [0, 1] });
    const after = specOf([...HEAD, ['body', '初中', '丙校'], ...FOOT], { keyColumns: [0, 1] });
    const own = new Paper(before).put(3, 5, '张某').put(4, 5, '李某');
    expect(kept(before, own, after)).toEqual({
      F8: '张某',
      A8: '（原“小学 甲校”行）',
      F9: '李某',
      A9: '（原“乙校”行）',
    });
  });

  test('moves right with the sheet when that gets more columns, and left when it gets fewer', () => {
    const wide = specOf([...HEAD, ['body', 1, '甲校', 1080, '', 24], ...FOOT], { keyColumns: [1] });
    const own = new Paper(BEFORE).put(3, 4, '张某').put(3, 6, '电话');
    expect(kept(BEFORE, own, wide)).toEqual({ F4: '张某', H4: '电话' });
    const narrow = specOf(
      [
        ['title', '台账'],
        ['unitLine', ''],
        ['header', '序号', '学校'],
        ['body', 1, '甲校'],
      ],
      {
        keyColumns: [1],
      },
    );
    expect(kept(BEFORE, own, narrow)).toEqual({ C4: '张某', E4: '电话' });
  });
});

describe('blanks of the sheet', () => {
  const before = ledger(school('甲校', 1080, ''), school('乙校', 960, '=H5 →'), school('丙校', 900, '在建'));

  test('that a person filled stay filled', () =>
    expect(kept(before, new Paper(before).put(3, 3, '停工').put(4, 3, '完工'), before)).toEqual({
      D4: '停工',
      D5: '完工',
    }));

  test('give way where the sheet has a value there now', () => {
    const after = ledger(school('甲校', 1080, '在建'), school('乙校', 960, '=H5 → 在建'));
    expect(kept(before, new Paper(before).put(3, 3, '停工').put(4, 3, '完工'), after)).toEqual({});
  });

  test('whose formula still stands there are not filled, whatever it gives', () => {
    const paper = new Paper(before).put(4, 3, { formula: '=H5', value: '在建' });
    expect(kept(before, paper, before)).toEqual({});
  });

  test('may be filled with a formula where nothing stood', () => {
    const paper = new Paper(before).put(3, 3, { formula: '=C4/45', value: 24 });
    expect(kept(before, paper, before)).toEqual({ D4: '=C4/45' });
  });

  test('of another column are not the same blanks', () => {
    const after = ledger(['body', 1, '甲校', '', '在建']);
    expect(kept(before, new Paper(before).put(3, 3, '停工'), after)).toEqual({});
  });

  test('filled with an empty text are blanks', () =>
    expect(kept(before, new Paper(before).put(3, 3, ''), before)).toEqual({}));
});

describe('figures and lines of the sheet', () => {
  test('a figure typed over is the sheet’s again', () =>
    expect(kept(BEFORE, new Paper(BEFORE).put(3, 2, 9999).put(3, 1, '甲校'), BEFORE)).toEqual({}));

  test('a line typed over stays typed over', () => {
    const paper = new Paper(BEFORE).put(1, 0, '填报单位：合成局').put(7, 0, '填表人：张某');
    expect(kept(BEFORE, paper, ledger(school('甲校')))).toEqual({ A2: '填报单位：合成局', A6: '填表人：张某' });
  });

  test('a line typed over is the sheet’s again where the sheet says something else there now', () => {
    const paper = new Paper(BEFORE).put(1, 0, '填报单位：合成局').put(7, 0, '填表人：张某');
    const after = specOf(
      [
        ['title', '合成台账'],
        ['unitLine', '单位：个'],
        ['header', '序号', '学校', '学位', '进展'],
        school('甲校'),
        ...FOOT,
      ],
      { keyColumns: [1] },
    );
    expect(kept(BEFORE, paper, after)).toEqual({ A6: '填表人：张某' });
  });

  test('a line of the same words elsewhere is not the line typed over', () => {
    const lines = (first: string): SheetSpec =>
      specOf(
        [
          ['title', '合成台账'],
          ['unitLine', first],
          ['header', '序号', '学校'],
          ['body', 1, '甲校'],
          ['signature', '____'],
        ],
        { keyColumns: [1] },
      );
    const before = lines('____');
    expect(kept(before, new Paper(before).put(1, 0, '合成局'), lines('单位：个'))).toEqual({});
    expect(kept(before, new Paper(before).put(1, 0, '合成局'), lines('____'))).toEqual({ A2: '合成局' });
  });

  test('what stands beside a heading inside the table keeps its distance from the header', () => {
    const section: Line = ['section', '一、小学'];
    const before = ledger(section, school('甲校'), school('乙校'));
    const after = ledger(section, school('甲校'), school('丙校'), school('乙校'), school('丁校'));
    expect(kept(before, new Paper(before).put(3, 5, '分管：张某'), after)).toEqual({ F4: '分管：张某' });
  });

  test('what stands beside a note keeps its distance from the end', () => {
    const after = ledger(school('甲校'), school('乙校'), school('丙校'), school('丁校'));
    expect(kept(BEFORE, new Paper(BEFORE).put(6, 2, '另见附表'), after)).toEqual({ C8: '另见附表' });
  });

  test('a line made a formula is typed over', () =>
    expect(kept(BEFORE, new Paper(BEFORE).put(1, 0, { formula: '=B1', value: '填报单位：____' }), BEFORE)).toEqual({
      A2: '=B1',
    }));

  test('a cell beside a line is the person’s', () =>
    expect(kept(BEFORE, new Paper(BEFORE).put(0, 2, '急件').put(7, 3, '已核'), ledger(school('甲校')))).toEqual({
      C1: '急件',
      D6: '已核',
    }));

  test('below the last line, what is written keeps its distance', () =>
    expect(kept(BEFORE, new Paper(BEFORE).put(9, 0, '领导批示').put(11, 1, '加快'), ledger(school('甲校')))).toEqual({
      A8: '领导批示',
      B10: '加快',
    }));

  test('what lost its row stands below that', () =>
    expect(kept(BEFORE, new Paper(BEFORE).put(9, 0, '领导批示').put(4, 5, '李某'), ledger(school('甲校')))).toEqual({
      A8: '领导批示',
      A10: '（原“乙校”行）',
      F10: '李某',
    }));
});

describe('rows that a person put in', () => {
  test('leave the others what they were; what stands in them goes below the sheet, row by row', () => {
    const paper = new Paper(BEFORE)
      .insertRow(4)
      .put(4, 1, '自加校')
      .put(4, 2, 500)
      .put(5, 5, '李某')
      .insertRow(0)
      .put(0, 0, '密级：内部');
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ A10: '密级：内部', B11: '自加校', C11: 500, F5: '李某' });
  });

  test('above the table, up to twenty, do not hide the header', () => {
    const paper = new Paper(BEFORE).put(4, 5, '李某');
    for (let i = 0; i < 20; i++) paper.insertRow(1);
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ F5: '李某' });
  });

  test('among the notes leave the notes what they are', () => {
    const paper = new Paper(BEFORE).insertRow(7).put(7, 2, '另注');
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ C10: '另注' });
  });
});

describe('columns that a person put in', () => {
  test('go to the right of the sheet, in their order', () => {
    const paper = new Paper(BEFORE)
      .insertColumn(1)
      .put(2, 1, '编号')
      .put(4, 1, 'B-2')
      .insertColumn(4)
      .put(2, 4, '校长')
      .put(3, 4, '赵某');
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ E3: '编号', E5: 'B-2', F3: '校长', F4: '赵某' });
  });

  test('stand right of what the person wrote beside the sheet', () => {
    const paper = new Paper(BEFORE).put(3, 5, '张某').insertColumn(1).put(3, 1, 'A-1');
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ F4: '张某', G4: 'A-1' });
  });

  test('a column whose title was moved one row up is still known', () => {
    const paper = new Paper(BEFORE).put(2, 3, '').put(1, 3, '进展').put(3, 3, '停工');
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ D2: '进展', D4: '停工' });
  });

  test('where a title is gone, every column counts as where it was', () => {
    const paper = new Paper(BEFORE).put(2, 2, '人数').put(3, 5, '张某');
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ F4: '张某' });
  });
});

describe('rows that were moved', () => {
  test('by sorting keep what stands in them', () => {
    const paper = new Paper(BEFORE).put(3, 3, '停工').put(5, 5, '王某').swapRows(3, 5);
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ D4: '停工', F6: '王某' });
  });

  test('a row that was renamed is the one that stood there', () => {
    const paper = new Paper(BEFORE).put(4, 1, '乙校（新）').put(4, 5, '李某');
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ F5: '李某' });
  });

  test('a row that was deleted leaves the others their own', () => {
    const paper = new Paper(BEFORE).deleteRow(4).put(4, 5, '王某').put(6, 0, '填表人：张某');
    expect(kept(BEFORE, paper, BEFORE)).toEqual({ F6: '王某', A8: '填表人：张某' });
  });

  test('two rows about the same are told by their order', () => {
    const before = ledger(school('甲校'), school('甲校'));
    expect(
      kept(before, new Paper(before).put(4, 5, '第二'), ledger(school('乙校'), school('甲校'), school('甲校'))),
    ).toEqual({
      F6: '第二',
    });
  });

  test('where keys are formulas, a row is what it was when it was made, whoever it shows now', () => {
    const live = (first: string, second: string): SheetSpec =>
      ledger(['body', 1, `=表!A1 → ${first}`, 1080, ''], ['body', 2, `=表!A2 → ${second}`, 960, '']);
    const before = live('甲校', '乙校');
    const paper = new Paper(before)
      .put(3, 1, { formula: '=表!A1', value: '乙校' })
      .put(4, 1, { formula: '=表!A2', value: '甲校' })
      .put(3, 5, '张某');
    expect(kept(before, paper, live('乙校', '甲校'))).toEqual({ F5: '张某' });
  });

  test('where keys are formulas and rows were put in, they are told by what they show', () => {
    const before = ledger(['body', 1, '=表!A1 → 甲校', 1080, ''], ['body', 2, '=表!A2 → 乙校', 960, '']);
    const paper = new Paper(before).put(4, 5, '李某').insertRow(4);
    expect(kept(before, paper, before)).toEqual({ F5: '李某' });
  });
});
