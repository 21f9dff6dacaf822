import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { buildReports, REPORTS, type ReportInput } from '../../src/reports';
import {
  sheetFromGrid,
  turnFormula,
  workbookOf,
  type CellValue,
  type SheetSpec,
  type WorkbookSnapshot,
} from '../../src/workbook';

type Grid = readonly (readonly CellValue[])[];

const turned = (grid: Grid): Grid => (grid[0] ?? []).map((_, column) => grid.map((row) => row[column] ?? null));

/** 合成数据: each of the plan's tables as units hand it in, one entry per row. */
const TABLES: Readonly<Record<string, Grid>> = {
  附件2: [
    ['学校名称', '规划班数', '规划学位', '规划用地（亩）', '建设主体', '项目状态', '已形成学位'],
    ['江丰小学', 18, 810, 20, '袁州区', '已完工', 810],
    ['枫林小学', 12, 540, 20, '袁州区', '在建', 100],
    ['宜阳二中', 54, 2700, 49.5, '宜阳新区', '未开工', null],
  ],
  附件3: [
    ['项目名称', '金额（千元）', '已支出'],
    ['教育教学质量奖', 5000, 1200],
    ['教育信息化提升专项', 20000, 4000],
  ],
  目标: [
    ['指标名称', '计量单位', '目标值', '本期完成'],
    ['学前三年毛入园率', '%', 93, 91.5],
    ['义务教育巩固率', '%', 97, 96],
  ],
};

function reportsOn(lay: (grid: Grid) => Grid): readonly SheetSpec[] {
  const snapshot: WorkbookSnapshot = workbookOf(
    Object.entries(TABLES).map(([name, grid]) => sheetFromGrid(name, lay(grid))),
  );
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  const input: ReportInput = {
    recognition,
    plan: yichunPlan,
    snapshot,
    audit: null,
    madeOn: '2023-07-01',
    linked: true,
  };
  expect(recognition.tables).toHaveLength(3);
  return buildReports(input, [...REPORTS.map(({ id }) => id)]);
}

test('tables on their side give the same reports, which follow the cells where they stand', () => {
  const upright = JSON.stringify(reportsOn((grid) => grid));
  let followed = 0;
  const expected = Object.keys(TABLES).reduce(
    (text, sheet) =>
      text.replace(new RegExp(`'?${sheet}'?![A-Z]+\\d+`, 'gu'), (reference) => {
        followed++;
        return turnFormula(reference, sheet);
      }),
    upright,
  );
  expect(followed).toBeGreaterThan(50);
  expect(JSON.parse(JSON.stringify(reportsOn(turned)))).toEqual(JSON.parse(expected));
});
