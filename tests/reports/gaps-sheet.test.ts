import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { buildReports } from '../../src/reports';
import { sheetFromGrid, workbookOf, type CellValue } from '../../src/workbook';
import { Sheets } from './made-up-workbook';

/** What a city reports (合成数据) for June 2023. */
const TARGETS: readonly (readonly CellValue[])[] = [
  ['目标完成情况（合成数据）'],
  ['报告期：2023年6月'],
  ['指标名称', '计量单位', '2025年目标', '本期完成'],
  ['学前三年毛入园率', '%', 93, 91.4],
  ['义务教育巩固率', '%', 97, null],
  ['新增学位总数', '万个', 5.18, 3.18],
  ['新增学位-普通高中', '万个', 0.25, 0.1],
];
const SCHOOLS: readonly (readonly CellValue[])[] = [
  ['学校名称', '规划班数', '规划学位', '建设主体', '项目状态', '已形成学位'],
  ['宜阳二中', 54, 2700, '宜阳新区', '已完工', 2000],
];

const snapshot = workbookOf([sheetFromGrid('目标', TARGETS), sheetFromGrid('附件2', SCHOOLS)]);
const specs = buildReports(
  {
    recognition: recognizeWorkbook(snapshot, yichunPlan),
    plan: yichunPlan,
    snapshot,
    audit: null,
    madeOn: '2023-07-01',
  },
  ['目标差额'],
);
const sheets = new Sheets(specs);
const figures = (name: string): readonly unknown[] => {
  const row = sheets.rowOf('目标差额', name, 1);
  return [2, 3, 4, 5, 6, 7, 8].map((column) => sheets.at('目标差额', row, column));
};
const remark = (name: string): string => String(sheets.at('目标差额', sheets.rowOf('目标差额', name, 1), 10));

test('a rate has its gap in percentage points, and what each remaining quarter has to bring', () => {
  expect(figures('学前三年毛入园率')).toEqual(['%', 93, 91.4, 1.6, '', expect.closeTo(91.4 / 93), 0.16]);
});
test('seats are shown in 个, with the gap in 万个 beside', () => {
  expect(figures('新增学位总数')).toEqual(['个', 51800, 31800, 20000, 2, expect.closeTo(3.18 / 5.18), 2000]);
});
test('where text and annex disagree both are shown, with the note', () => {
  expect(figures('新增学位-普通高中').slice(0, 4)).toEqual(['个', 2500, 1000, 1500]);
  expect(remark('新增学位-普通高中')).toContain('按附件2目标为2400个，差额1400个');
  expect(remark('新增学位-普通高中').match(/PN05/gu)).toHaveLength(1);
  expect(remark('新增学位-普通高中')).not.toContain('。');
});
test('a gap that cannot be computed says why and is not 0', () => {
  expect(figures('义务教育巩固率').slice(1, 5)).toEqual([97, '', '无法计算', '']);
  expect(remark('义务教育巩固率')).toContain('未填');
});
test('stages, builders and schools have their own rows, and say what the achieved seats were taken from', () => {
  for (const name of ['初中', '宜阳新区', '宜阳二中']) expect(remark(name)).toContain('已形成学位列');
  expect(figures('宜阳二中').slice(0, 4)).toEqual(['个', 2700, 2000, 700]);
});
