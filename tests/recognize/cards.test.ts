import { auditWorkbook } from '../../src/audit';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook, type Recognition } from '../../src/recognize';
import {
  applyEdits,
  areaName,
  sheetFromGrid,
  standingArea,
  standingName,
  valueAt,
  workbookOf,
  type CellValue,
} from '../../src/workbook';
import { extracted } from '../consolidate/made-up';

type Grid = readonly (readonly (CellValue | { readonly formula: string; readonly value: CellValue })[])[];

const recognize = (grid: Grid, name = '登记卡'): Recognition =>
  recognizeWorkbook(workbookOf([sheetFromGrid(name, grid)]), yichunPlan);

/** 合成数据: where each field's answer stands, card by card. */
const found = ({ tables }: Recognition) =>
  tables.map(({ kind, sheet, dataRows, byField }) => ({
    kind,
    answers: Object.fromEntries(
      [...byField].map(([field, { column }]) => [field, standingName(sheet, dataRows[0] ?? 0, column)]),
    ),
  }));

const CARD: Grid = [
  ['学校建设项目登记卡（合成数据）'],
  ['填报单位：市本级', null, '填报日期：2023年6月28日'],
  ['学校名称', '宜春市第十中学'],
  ['学段', '高中阶段', '建设主体', '市本级'],
  ['规划学位（个）', 2400, '规划班数（个）', 48],
  ['规划用地（亩）', 200, '项目状态', '在建'],
  ['开工日期', '2022年3月', '计划完工日期', '2024年8月'],
  ['现场代表', '李某'],
  ['填表人：张某', null, '审核人：王某'],
];

describe('a form of words and answers in pairs is read as a table of one school', () => {
  test('with its lines about who hands in', () => {
    const recognition = recognize(CARD);
    expect(found(recognition)).toEqual([
      {
        kind: 'schools',
        answers: {
          schoolName: 'B3',
          stage: 'B4',
          builder: 'D4',
          plannedSeats: 'B5',
          plannedClasses: 'D5',
          plannedLand: 'B6',
          status: 'D6',
          startedOn: 'B7',
          plannedCompletion: 'D7',
        },
      },
    ]);
    expect(recognition.tables[0]?.reasons[0]).toMatch(/^登记卡（一格写项目、旁边一格填内容），认得 9 项：/u);
    expect(recognition.formLines.map(({ label, value }) => [label, value])).toEqual([
      ['reportingUnit', '市本级'],
      ['reportedOn', '2023年6月28日'],
      ['preparedBy', '张某'],
      ['reviewedBy', '王某'],
    ]);
  });

  test('with nothing above it, two pairs to a row', () => {
    const card = recognize([
      ['学校名称', '江丰小学', '学段', '小学'],
      ['建设性质', '新建', '规划班数（个）', 18],
      ['规划学位（个）', 810, '规划用地（亩）', 20],
      ['项目状态', '在建', '开工时间', '2023年3月'],
    ]);
    expect(found(card)).toMatchObject([{ answers: { schoolName: 'B1', stage: 'D1', startedOn: 'D4' } }]);
    expect(card.unrecognized).toEqual([]);
  });

  test('several below each other are several schools', () => {
    const second = CARD.slice(2, 7).map((row) =>
      row.map((cell) => (cell === '宜春市第十中学' ? '宜春市第二小学' : cell === '高中阶段' ? '小学' : cell)),
    );
    const { tables } = recognize([...CARD, [], ...second]);
    expect(tables.map(({ sheet, area }) => areaName(standingArea(sheet, area)))).toEqual(['A3:D8', 'A11:D15']);
  });

  test('with answers under merged cells and colons behind the words', () => {
    const sheet = sheetFromGrid(
      '表',
      [
        ['学校名称：', '宜春市第十中学', null, null],
        ['规划学位（个）：', 2400, '规划班数（个）：', 48],
        ['规划用地（亩）：', 200, '建设主体：', '市本级'],
      ],
      { merges: [{ top: 0, left: 1, bottom: 0, right: 3 }] },
    );
    expect(found(recognizeWorkbook(workbookOf([sheet]), yichunPlan))).toMatchObject([
      { answers: { schoolName: 'B1', plannedSeats: 'B2', plannedLand: 'B3', builder: 'D3' } },
    ]);
  });
});

describe('no form is seen', () => {
  test('in a table with headers above its rows', () => {
    const { tables } = recognize([
      ['学校名称', '规划班数', '规划学位', '建设主体'],
      ['宜春市第十中学', 48, 2400, '市本级'],
      ['宜春市第二小学', 42, 1890, '市本级'],
    ]);
    expect(tables.map(({ sheet, dataRows }) => [sheet.gathered, dataRows.length])).toEqual([[undefined, 2]]);
  });

  test('where a formula refers to cells beside the form', () => {
    const grid = CARD.map((row) => row.map((cell) => (cell === 2400 ? { formula: '=H1*50', value: 2400 } : cell)));
    expect(recognize(grid).tables).toEqual([]);
  });

  test('in a table that lies on its side, with an entry per column', () => {
    const { tables } = recognize([
      ['学校名称', '宜春市第十中学', '宜春市第二小学'],
      ['规划班数', 48, 42],
      ['规划学位', 2400, 1890],
      ['规划用地', 200, 46.1],
      ['建设主体', '市本级', '市本级'],
    ]);
    expect(tables.map(({ sheet, dataRows }) => [sheet.gathered, dataRows.length])).toEqual([[undefined, 2]]);
  });
});

describe('what a form says is audited and taken over where it stands', () => {
  const workbook = workbookOf([
    sheetFromGrid(
      '登记卡',
      CARD.map((row) => row.map((cell) => (cell === 2400 ? '24OO' : cell === 48 ? 46 : cell))),
    ),
  ]);
  const { findings } = auditWorkbook(workbook, yichunPlan);
  const at = (area: string) => findings.filter(({ place }) => place.area !== null && areaName(place.area) === area);

  test('a figure with a letter in it, and one that is not the plan’s', () => {
    expect(at('B5').map(({ rule, level }) => [rule, level])).toEqual([['V04', 'error']]);
    expect(at('D5').map(({ rule, expected }) => [rule, expected])).toEqual([['P03', '48']]);
  });

  test('its fix changes the answer and nothing else', () => {
    const fix = at('D5')[0]?.fix;
    const edits = fix?.kind === 'choice' ? (fix.choices[0]?.edits ?? []) : (fix?.edits ?? []);
    const applied = applyEdits(
      workbook,
      edits.map(({ edit }) => edit),
    );
    if (!applied.ok) throw new Error('the fix cannot be applied');
    const [before, after] = [workbook.sheets[0], applied.value.sheets[0]];
    const changed = before?.values.flatMap((value, i) => (value === after?.values[i] ? [] : [i]));
    expect(changed).toHaveLength(1);
    expect(after && valueAt(after, 4, 3)).toBe(48);
    expect(edits[0]?.before).toMatchObject({ kind: 'value', value: 46 });
  });

  test('a consolidation takes its school', () => {
    const [row] = extracted(workbookOf([sheetFromGrid('登记卡', CARD)]), '市本级.xlsx').rows;
    expect(row).toMatchObject({ name: '宜春市第十中学', row: 2, figures: { plannedSeats: { value: 2400, at: 'B5' } } });
  });
});
