import { generatedPart, madeSheetOf, madeSheets, PARTS, type MadeSheet } from '../../src/workbook';
import { isUsed, keysOf, MARK_LENGTH } from '../../src/workbook/made-sheet';
import { specOf } from './made-up-sheet';

const LEDGER = specOf(
  [
    ['title', '合成台账'],
    ['unitLine', '填报单位：____', null, null, '单位：个'],
    ['header', '序号', '学校', '规模', '', '进展'],
    ['header', '', '', '班数', '学位', ''],
    ['section', '一、小学'],
    ['bodyCentre', 1, '甲校', 24, 1080, '=H6 →'],
    ['body', 2, '乙校', '', '=C7*45 →', '=H7 → 在建'],
    ['total', '', '合计', '=SUM(C6:C7) → 24', 1080, ''],
    ['note', null, '注：本表由合成数据做成，只为说明一张表怎样记下来，别无用处。'],
    ['signature', '填表人：____'],
  ],
  {
    keyColumns: [1],
    merges: [
      { top: 2, left: 2, bottom: 2, right: 3 },
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 7, left: 3, bottom: 7, right: 4 },
    ],
  },
);

describe('what is kept of a sheet when it is made', () => {
  test('says where everything stands', () => {
    expect(madeSheetOf(LEDGER)).toEqual({
      rows: 10,
      columns: 5,
      header: 3,
      // The lowest text of each column; a text over several columns names none of them.
      titles: ['序号', '学校', '班数', '学位', '进展'],
      keyColumns: [1],
      keys: { 5: '甲校', 6: '乙校', 7: '合计' },
      lines: [
        [0, 0, '合成台账'],
        [1, 0, '填报单位：____'],
        [1, 3, '单位：个'],
        [9, 0, '填表人：____'],
      ],
      marks: [
        [0, 0, '合成台账'],
        [1, 0, '填报单位：____'],
        [2, 0, '序号'],
        [3, 2, '班数'],
        [4, 0, '一、小学'],
        [8, 1, '注：本表由合成数据做成，只为说明一张表怎样记下来'],
        [9, 0, '填表人：____'],
      ],
      used: { 0: [0, 0], 1: [0, 0, 3, 3], 4: [0, 0], 8: [1, 1], 9: [0, 0] },
      // Not the cell that a merged one covers.
      empty: { 6: [2], 7: [0] },
      blank: { 5: [4], 6: [3] },
      charts: [],
    });
  });

  test('counts the rows under its charts', () => {
    const chart = {
      name: '合成图',
      type: 'line' as const,
      title: '',
      categories: { top: 0, left: 0, bottom: 0, right: 0 },
      series: [],
      position: { top: 10, left: 0, bottom: 24, right: 9 },
    };
    expect(madeSheetOf({ ...LEDGER, charts: [chart] })).toMatchObject({ rows: 25, columns: 5, charts: ['合成图'] });
    expect(madeSheetOf({ ...LEDGER, charts: [{ ...chart, position: { ...chart.position, bottom: 3 } }] }).rows).toBe(
      10,
    );
  });

  test('without a header, columns are told by the row with the most words, the first of several', () => {
    const spec = specOf([
      ['title', '合成综述'],
      ['headline', '学校', '  ', '学位', 5, ''],
      ['headline', '班数', null, '投资'],
      ['paragraph', '一段话'],
    ]);
    expect(madeSheetOf(spec)).toMatchObject({
      header: 1,
      titles: ['学校', '', '学位', '', ''],
      keyColumns: [],
      keys: {},
      lines: [[0, 0, '合成综述']],
      marks: [
        [0, 0, '合成综述'],
        [1, 0, '学校'],
        [2, 0, '班数'],
        [3, 0, '一段话'],
      ],
    });
  });

  test('without a row of two words there is no header', () =>
    expect(
      madeSheetOf(
        specOf([
          ['title', '合成综述'],
          ['headline', 12, 13, '个'],
        ]),
      ),
    ).toMatchObject({
      header: -1,
      titles: ['', '', ''],
      marks: [
        [0, 0, '合成综述'],
        [1, 2, '个'],
      ],
    }));

  test('rows and columns are in order, whatever the order of the cells', () => {
    const shuffled = { ...LEDGER, cells: [...LEDGER.cells].reverse() };
    const { marks, used, keys } = madeSheetOf(LEDGER);
    expect(madeSheetOf(shuffled)).toMatchObject({ marks, used, keys });
  });

  test('two rows about the same are numbered, a row about nothing has no key', () => {
    const texts = [
      ['甲', '1'],
      ['甲', '1'],
      ['', ''],
      ['', '1'],
      ['甲', '1'],
    ];
    expect(keysOf([0, 1, 2, 3, 4], (row, column) => texts[row]?.[column] ?? '', [0, 1])).toEqual({
      0: '甲|1',
      1: '甲|1#2',
      3: '|1',
      4: '甲|1#3',
    });
    expect(keysOf([0], () => '甲', [])).toEqual({});
  });

  test('a mark is as long as is needed', () => expect(MARK_LENGTH).toBe(24));
});

test('a cell of the sheet is told from one beside it', () => {
  const made = { ...madeSheetOf(LEDGER), rows: 3, columns: 6, used: { 0: [1, 2, 4, 4], 2: [] } };
  const row = (at: number): readonly boolean[] => [0, 1, 2, 3, 4, 5, 6].map((column) => isUsed(made, at, column));
  expect(row(0)).toEqual([false, true, true, false, true, false, false]);
  expect(row(1)).toEqual([true, true, true, true, true, true, false]);
  expect(row(2)).toEqual([false, false, false, false, false, false, false]);
  expect(row(3)).toEqual([false, false, false, false, false, false, false]);
  expect(isUsed({ rows: 3, columns: 6 }, 0, 0)).toBe(true);
});

describe('the record in the workbook', () => {
  const made = madeSheetOf(LEDGER);
  const stored = (record: unknown): ReadonlyMap<string, MadeSheet> =>
    madeSheets({ [PARTS.generated]: JSON.stringify({ version: 1, sheets: ['台账'], made: { 台账: record } }) });

  test('comes back for the sheets that are there', () => {
    const part = generatedPart(
      ['台账', '综述'],
      new Map([
        ['台账', made],
        ['别的', made],
      ]),
    );
    expect(madeSheets({ [PARTS.generated]: part })).toEqual(new Map([['台账', made]]));
    expect(JSON.parse(generatedPart(['综述']))).toEqual({ version: 1, sheets: ['综述'] });
  });

  test('of an older version lacks what was not kept then', () => {
    const old = { ...made, marks: undefined, used: undefined };
    expect(stored(old).get('台账')).toEqual(JSON.parse(JSON.stringify(old)));
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', [made]],
    ['a text', '台账'],
    ...(['rows', 'columns', 'header'] as const).flatMap((key): [string, unknown][] => [
      [`${key} as text`, { ...made, [key]: '3' }],
      [`${key} in parts`, { ...made, [key]: 1.5 }],
    ]),
    ['titles with a number', { ...made, titles: ['序号', 1] }],
    ['titles as text', { ...made, titles: '序号' }],
    ['key columns with a text', { ...made, keyColumns: [1, 'B'] }],
    ['keys as a list', { ...made, keys: ['甲校'] }],
    ['keys with a number', { ...made, keys: { 5: '甲校', 6: 7 } }],
    ['lines that are none', { ...made, lines: { 0: [0, 0, '字'] } }],
    [
      'a line of two',
      {
        ...made,
        lines: [
          [0, 0, '字'],
          [0, '字'],
        ],
      },
    ],
    [
      'a line without text',
      {
        ...made,
        lines: [
          [0, 0, '字'],
          [0, 0, 0],
        ],
      },
    ],
    ['a line at no place', { ...made, lines: [['x', 0, '字']] }],
    ['a line in no column', { ...made, lines: [[0, null, '字']] }],
    ['a line that is an object', { ...made, lines: [{ 0: 0, 1: 0, 2: '字', length: 3 }] }],
    ['marks that are none', { ...made, marks: null }],
    ['used cells as a list', { ...made, used: [[0, 1]] }],
    ['used cells as text', { ...made, used: { 0: '0,1' } }],
    ['empty cells with a text', { ...made, empty: { 6: [2], 7: [0, '1'] } }],
    ['no empty cells', { ...made, empty: undefined }],
    ['blank cells as a number', { ...made, blank: { 6: 3 } }],
    ['no blank cells', { ...made, blank: undefined }],
    ['charts with a number', { ...made, charts: [1] }],
    ['no charts', { ...made, charts: undefined }],
  ])('%s is no record', (_, record) => expect(stored(record)).toEqual(new Map()));

  test('one damaged record leaves the others', () => {
    const part = JSON.stringify({ sheets: [], made: { 甲: made, 乙: 1 } });
    expect([...madeSheets({ [PARTS.generated]: part }).keys()]).toEqual(['甲']);
  });
});
