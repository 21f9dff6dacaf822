import { sheetReference } from '../../../src/audit/rules/sheet-reference';
import { subtotalRow } from '../../../src/audit/rules/subtotal-row';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];

describe('a summary of sheets takes one column of each', () => {
  const PART = '|   | A | B | C |\n| 1 | 项目 | 班 | 学位 |\n| 2 | 合计 | 10 | 20 |';
  const more = Object.fromEntries(['小学', '初中', '高中', '幼儿园', '特 教'].map((name) => [name, PART]));
  const of = (...rows: readonly string[]) =>
    said(sheetReference, {
      grid: [
        '|   | A | B | C | D |',
        '| 1 | 合成 | 甲 | 乙 | 丙 |',
        ...rows.map((row, i) => `| ${i + 2} | ${row} |`),
      ].join('\n'),
      sheet: '汇总',
      more,
    });
  test.each<[string, readonly string[], readonly string[]]>([
    ['all the same', ['小学 | =小学!B2', '初中 | =初中!B2', '高中 | =高中!B2'], []],
    ['one of another column', ['小学 | =小学!B2', '初中 | =初中!C2', '高中 | =高中!B2'], ['B3 column =初中!C2→B']],
    [
      'fixed, quoted and in other rows',
      ['小学 | =小学!$B$2', "特教 | ='特 教'!C2", '高中 | = 高中!b9'],
      ["B3 column ='特 教'!C2→B"],
    ],
    ['two of another column', ['小学 | =小学!B2', '初中 | =初中!C2', '高中 | =高中!C2', '幼 | =幼儿园!B2'], []],
    ['two rows alone', ['小学 | =小学!B2', '初中 | =初中!C2'], []],
    ['always of the same sheet', ['小学 | =小学!B2', '初中 | =小学!C2', '高中 | =小学!B3'], []],
    ['with more than a reference', ['小学 | =小学!B2', '初中 | =初中!C2*2', '高中 | =高中!B2'], []],
    ['of its own sheet', ['小学 | =小学!B2', '初中 | =汇总!C2', '高中 | =高中!B2'], []],
    ['up to a blank row', ['小学 | =小学!B2', '初中 | =初中!C2', ' | ', '高中 | =高中!B2'], []],
    [
      'a typed number beside another reference',
      ['小学 | =小学!B2 | =小学!C2', '初中 | 10 | =初中!C2', '高中 | =高中!B2 | =高中!C2'],
      ['B3 typed 10→B'],
    ],
    ['a typed number with none beside it', ['小学 | =小学!B2', '初中 | 10', '高中 | =高中!B2', '幼 | =幼儿园!B2'], []],
    ['a typed word', ['小学 | =小学!B2 | =小学!C2', '初中 | 十 | =初中!C2', '高中 | =高中!B2 | =高中!C2'], []],
    [
      'a typed number in a row below them',
      ['小学 | =小学!B2 | =小学!C2', '初中 | =初中!B2 | =初中!C2', '高中 | 10 | =高中!C2'],
      ['B4 typed 10→B'],
    ],
  ])('%s', (_, rows, expected) => expect(of(...rows)).toEqual(expected));

  test.each<[string, string, readonly string[]]>([
    ['all of one sheet', '初中 | =初中!A2 | =初中!B2 | =初中!C2', []],
    ['one of another', '初中 | =初中!A2 | =高中!B2 | =初中!C2', ['C3 sheet =高中!B2→初中']],
    ['two of two', '初中 | =初中!A2 | =高中!B2 | ', []],
    ['each of another', '初中 | =初中!A2 | =高中!B2 | =特教!C2', []],
  ])('a row of a summary: %s', (_, row, expected) =>
    expect(of('小学 | =小学!A2 | =小学!B2 | =小学!C2', row, '幼 | =幼儿园!A2 | =幼儿园!B2 | =幼儿园!C2')).toEqual(
      expected,
    ),
  );

  test('rests on its own cell, and cannot be counted', () => {
    const [one] = reportsOf(sheetReference, {
      grid: '|   | A | B |\n| 1 | 合成 | 甲 |\n| 2 | 小学 | =小学!B2 |\n| 3 | 初中 | =初中!C2 |\n| 4 | 高中 | =高中!B2 |',
      sheet: '汇总',
      more,
    });
    expect(one).toMatchObject({ causes: { blocks: true }, leansOn: [{ sheet: '汇总', columns: [1], rows: [2] }] });
    expect([one?.leansOn[0]?.has(2), one?.leansOn[0]?.has(1)]).toEqual([true, false]);
  });
});

describe('lines of subtotals', () => {
  const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位 | 供地面积';
  const junior: readonly Row[] = [
    [1, '合成第一中学', 24, 1200, 20],
    [2, '合成第二中学', 24, 1200, 20],
  ];
  const primary: readonly Row[] = [
    [1, '合成第一小学', 24, 1080, 20],
    [2, '合成第二小学', 24, 1080, 20],
  ];
  const kinder: readonly Row[] = [
    [1, '合成第一幼儿园', 9, 270, 5],
    [2, '合成第二幼儿园', 9, 270, 5],
  ];
  const grid = (first: Row | null, second: Row | null, third: Row | null = null, rows = junior) =>
    gridOf(
      HEADER,
      ['二、初中'],
      ...(first ? [['小计：', null, ...first]] : []),
      ...rows,
      ['三、小学'],
      ...(second ? [['小计：', null, ...second]] : []),
      ...primary,
      ...(third ? [['五、幼儿园'], ['小计：', null, ...third], ...kinder] : []),
    );
  const of = (...args: Parameters<typeof grid>) =>
    reportsOf(subtotalRow, { grid: grid(...args) }).map(({ message, level, id, place: { area }, found }) =>
      [`${'ABCDE'[area?.left ?? 0] ?? ''}${(area?.top ?? 0) + 1}`, message, level, id, found]
        .filter((part) => part !== '')
        .join(' '),
    );
  const sum = (column: string, top: number): string => `=SUM(${column}${top}:${column}${top + 1}) → 48`;
  const TYPED = ['C3 allTyped info S11', 'D3 allTyped info S11', 'E3 allTyped info S11'];

  test.each<[string, Parameters<typeof grid>, readonly string[]]>([
    ['none at all', [null, null], []],
    [
      'one lacking',
      [null, [48, 2160, 40]],
      ['A2 missing error S10', 'C6 allTyped info S11', 'D6 allTyped info S11', 'E6 allTyped info S11'],
    ],
    [
      'one lacking, of one school',
      [null, [48, 2160, 40], null, junior.slice(0, 1)],
      ['C5 allTyped info S11', 'D5 allTyped info S11', 'E5 allTyped info S11'],
    ],
    [
      'all typed and right',
      [
        [48, 2400, 40],
        [48, 2160, 40],
      ],
      TYPED,
    ],
    [
      'all typed, one wrong',
      [
        [48, 2400, 40],
        [50, 2160, 40],
      ],
      TYPED.slice(1),
    ],
    [
      'all typed, over a blank',
      [
        [48, 2400, 40],
        [48, 2160, 40],
        null,
        [
          [1, '合成第一中学', 48, 2400, 40],
          [2, '合成第二中学', null, null, null],
        ],
      ],
      [],
    ],
    [
      'one typed among formulas',
      [
        [sum('C', 4), 2400, 40],
        [sum('C', 8), 2160, 40],
        [18, 540, 10],
      ],
      ['C11 typed warning S11 18', 'D3 allTyped info S11', 'E3 allTyped info S11'],
    ],
    [
      'one formula among typed ones',
      [
        [sum('C', 4), 2400, 40],
        [48, 2160, 40],
        [18, 540, 10],
      ],
      ['D3 allTyped info S11', 'E3 allTyped info S11'],
    ],
    [
      'one blank among filled ones',
      [
        [48, 2400, 40],
        [null, 2160, 40],
      ],
      ['C7 blank error S10', ...TYPED],
    ],
    [
      'the only one blank, others of its line filled',
      [[null, 2400, 40], null],
      ['A6 missing error S10', 'C3 blank error S10', 'D3 allTyped info S11', 'E3 allTyped info S11'],
    ],
    [
      'a column without any subtotal, none of the plan’s',
      [
        [48, 2400, null],
        [48, 2160, null],
      ],
      TYPED.slice(0, 2),
    ],
    [
      'a dash for one',
      [
        [48, 2400, 40],
        ['—', 2160, 40],
      ],
      TYPED,
    ],
    [
      'one blank over a blank',
      [
        [null, 2400, 40],
        [48, 2160, 40],
        null,
        [
          [1, '合成第一中学', 48, 2400, 40],
          [2, '合成第二中学', null, 2400, 40],
        ],
      ],
      ['C7 allTyped info S11'],
    ],
  ])('%s', (_, args, expected) => expect(of(...args)).toEqual(expected));

  test('are made formulas where they are right; a wrong one is another rule’s to mend', () => {
    const fixes = (third: CellValue) =>
      reportsOf(subtotalRow, { grid: grid([sum('C', 4), null, null], [sum('C', 8), null, null], [third, null, null]) })
        .filter(({ message }) => message === 'typed')
        .map(({ repair }) => repair?.() ?? null)
        .map((fix) =>
          fix?.kind === 'auto' ? fix.edits.map(({ edit }) => (edit.kind === 'content' ? edit.content : null)) : null,
        );
    expect(fixes(18)).toEqual([[{ kind: 'formula', formula: '=SUM(C12:C13)' }]]);
    expect(fixes(20)).toEqual([null]);
    const [all] = reportsOf(subtotalRow, { grid: grid([48, 2400, 40], [48, 2160, 40]) });
    const fix = all?.repair?.();
    expect(
      fix?.kind === 'auto' ? fix.edits.map(({ edit }) => (edit.kind === 'content' ? edit.content : null)) : null,
    ).toEqual([
      { kind: 'formula', formula: '=SUM(C4:C5)' },
      { kind: 'formula', formula: '=SUM(C8:C9)' },
    ]);
  });

  test('what they rest on', () => {
    const [missing] = reportsOf(subtotalRow, { grid: grid(null, [48, 2160, 40]) });
    expect(missing?.leansOn).toMatchObject([{ columns: [-2], rows: [1] }]);
    expect([missing?.leansOn[0]?.has(1), missing?.leansOn[0]?.has(2)]).toEqual([true, false]);
    const [typed] = reportsOf(subtotalRow, {
      grid: grid([sum('C', 4), null, null], [sum('C', 8), null, null], [18, null, null]),
    }).filter(({ message }) => message === 'typed');
    expect(typed?.leansOn).toMatchObject([{ columns: [2], rows: [10] }]);
  });
});
