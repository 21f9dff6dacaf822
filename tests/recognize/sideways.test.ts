import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook, type Recognition } from '../../src/recognize';
import {
  areaName,
  formulaAt,
  sheetFromGrid,
  standingArea,
  workbookOf,
  type CellValue,
  type SheetOptions,
} from '../../src/workbook';

type Grid = readonly (readonly (CellValue | { readonly formula: string; readonly value: CellValue })[])[];

const recognize = (grid: Grid, options: SheetOptions = {}, name = '目标'): Recognition =>
  recognizeWorkbook(workbookOf([sheetFromGrid(name, grid, options)]), yichunPlan);

/** 合成数据: every table that was found, with where it stands and which of the sheet's rows (0-based) holds what. */
const found = (recognition: Recognition) =>
  recognition.tables.map(({ kind, sheet, area, byField, dataRows }) => ({
    kind,
    lies: sheet.standing !== undefined,
    area: areaName(standingArea(sheet, area)),
    lines: Object.fromEntries([...byField].map(([field, { column }]) => [field, column])),
    entries: dataRows,
  }));

const RATES: Grid = [
  ['指标名称', '学前三年毛入园率', '义务教育巩固率'],
  ['计量单位', '%', '%'],
  ['目标值', 93, 97],
  ['完成数', 91, 96],
];

describe('a table with one entry per column is read', () => {
  test('with its names in the first row', () => {
    expect(found(recognize(RATES))).toEqual([
      {
        kind: 'indicators',
        lies: true,
        area: 'A1:C4',
        lines: { indicatorName: 0, unit: 1, target: 2, actual: 3 },
        entries: [1, 2],
      },
    ]);
  });

  test('below a title, form lines and a unit line, above notes and signatures, which are read as they stand', () => {
    const recognition = recognize(
      [
        ['目标完成情况（2023年6月，合成数据）'],
        ['填报单位：袁州区', null, '单位：%'],
        ...RATES,
        ['注：完成数为累计数。'],
        ['填报人：张三', null, '审核人：李四'],
      ],
      { merges: [{ top: 0, left: 0, bottom: 0, right: 2 }] },
    );
    expect(found(recognition)).toMatchObject([{ area: 'A3:C6', lines: { indicatorName: 2, actual: 5 } }]);
    expect(recognition.tables[0]?.title).toBe('目标完成情况（2023年6月，合成数据）');
    expect(recognition.periods.map(({ value, at }) => [value.text, at])).toEqual([
      ['2023年6月', { sheet: '目标', row: 0, column: 0 }],
    ]);
    expect(recognition.formLines.map(({ label, value, at }) => [label, value, at.row, at.column])).toEqual([
      ['reportingUnit', '袁州区', 1, 0],
      ['preparedBy', '张三', 7, 0],
      ['reviewedBy', '李四', 7, 2],
    ]);
  });

  test('from a cell further in, with lines that no known field claims', () => {
    const recognition = recognize([[], [null, '分类', '学前', '义务教育'], ...RATES.map((row) => [null, ...row])]);
    expect(found(recognition)).toMatchObject([{ area: 'B3:D6', lines: { indicatorName: 2 } }]);
    expect(recognition.tables[0]?.unknownColumns).toEqual([{ column: 1, header: '分类' }]);
    expect(recognition.tables[0]?.reasons[0]).toBe(
      '表横着排（每列一项），表头在B列，认得 4 行：指标名称、计量单位、目标值、本期完成。',
    );
  });

  test('whose header has two columns, the first merged', () => {
    const recognition = recognize(
      [
        ['指标', null, '学前三年毛入园率', '义务教育巩固率'],
        ['2025年', '目标值', 93, 97],
        ['2023年', '完成值', 91, 96],
      ],
      { merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
    );
    expect(found(recognition)).toMatchObject([{ area: 'A1:D3', lines: { target: 1, actual: 2 }, entries: [2, 3] }]);
  });

  test('with all indicators of the plan, though 新增学位总数 among the names reads like a header', () => {
    const { indicators } = yichunPlan;
    const recognition = recognize([
      ['指标名称', ...indicators.map(({ name }) => name)],
      ['计量单位', ...indicators.map(({ unit }) => unit)],
      ['2025年目标', ...indicators.map(({ target }) => target)],
      ['本期完成', ...indicators.map((_, i) => i)],
    ]);
    expect(found(recognition)).toMatchObject([{ kind: 'indicators', lies: true }]);
    expect(recognition.tables[0]?.dataRows).toHaveLength(indicators.length);
  });

  test('of funds, with its total in the last column', () => {
    const recognition = recognize(
      [
        ['经费安排', null, null, '单位：千元'],
        ['项目名称', '教育教学质量奖', '教育信息化提升专项', '合计'],
        ['金额', 500, 2000, { formula: '=SUM(B3:C3)', value: 2500 }],
        ['已支出', 100, 400, { formula: '=SUM(B4:C4)', value: 500 }],
      ],
      {},
      '附件3',
    );
    expect(found(recognition)).toMatchObject([{ kind: 'funds', area: 'A2:D4', entries: [1, 2] }]);
    const table = recognition.tables[0];
    expect(table?.totalRow).toBe(3);
    expect(table?.byField.get('amount')).toMatchObject({ unit: '千元', factor: 0.1, unitAt: { row: 3, column: 0 } });
    expect(table && formulaAt(table.sheet, 3, 2)).toBe('=SUM(C2:C3)');
  });

  test('of schools, grouped by a merged line of stages', () => {
    const recognition = recognize(
      [
        ['学段', '小学', null, '初中'],
        ['学校名称', '江丰小学', '枫林小学', '宜阳二中'],
        ['规划班数(个)', 18, 12, 54],
        ['规划学位(个)', 810, 540, 2700],
        ['建设主体', '袁州区', '袁州区', '宜阳新区'],
      ],
      { merges: [{ top: 0, left: 1, bottom: 0, right: 2 }] },
      '附件2',
    );
    expect(found(recognition)).toMatchObject([{ kind: 'schools', area: 'A1:D5', entries: [1, 2, 3] }]);
    expect(recognition.tables[0]?.sections.map(({ stage, rows }) => [stage, rows])).toEqual([
      ['S3', [1, 2]],
      ['S2', [3]],
    ]);
  });
});

describe('a table that may lie on its side is told and not read', () => {
  const told = (grid: Grid) => {
    const { tables, unrecognized } = recognize(grid);
    return [tables.length, ...unrecognized.map(({ reason }) => reason)];
  };
  const [, ...figures] = RATES;

  test('with what to do', () => {
    const { unrecognized } = recognize([['指标名称', '2022年', '2023年'], ...figures]);
    expect(unrecognized).toEqual([
      {
        sheet: '目标',
        reason: 'lying',
        detail: expect.stringMatching(/横着排.*“指标名称”.*看不准，没有读取.*选择性粘贴 → 转置/u),
      },
    ]);
  });

  test.each([
    ['years', ['2022年', '2023年']],
    ['bare years', [2022, 2023]],
    ['months', ['2023年5月', '2023年6月']],
    ['quarters', ['一季度', '二季度']],
    ['builders', ['袁州区', '宜阳新区']],
    ['stages', ['小学', '初中']],
  ])('where the entries are %s', (_, names) => {
    expect(told([['指标名称', ...names], ...figures])).toEqual([0, 'lying']);
  });

  test('where other rows of the sheet hold figures of their own', () => {
    expect(told([...RATES, [], ['其他', 1, 2], ['另计', 3, 4]])).toEqual([0, 'lying']);
  });

  test('where a formula reaches further than a turned sheet does', () => {
    const [names, units, targets] = RATES;
    const far = { formula: '=SUM(F1:F99999)', value: 91 };
    expect(told([names ?? [], units ?? [], targets ?? [], ['完成数', far, 96]])).toEqual([0, 'lying']);
  });
});

test('an upright table is never read on its side', () => {
  const upright: Grid = [
    ['指标名称', '目标值', '完成数'],
    ['学前三年毛入园率', 93, 91],
    ['义务教育巩固率', 97, 96],
  ];
  expect(found(recognize(upright))).toMatchObject([{ lies: false, area: 'A1:C3', entries: [1, 2] }]);
});
