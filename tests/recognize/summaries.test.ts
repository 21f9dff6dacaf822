import { recognizeWorkbook } from '../../src/recognize';
import { yichunPlan as plan } from '../../src/plan';
import { sheetFromGrid, workbookOf, type CellValue } from '../../src/workbook';

/** 合成数据: tables that sum up, and tables that look like them. */
const tablesOf = (grid: CellValue[][]) => recognizeWorkbook(workbookOf([sheetFromGrid('汇总', grid)]), plan).tables;

test('one stage a row under two header rows, the total on top, is a summary', () => {
  const [table] = tablesOf([
    ['学段', '附件2规划', null, '建设进度（所）', null],
    [null, '所数', '学位', '已完工', '在建'],
    ['总计', 24, 37700, 6, 18],
    ['初中', 11, 21850, 3, 8],
    ['小学', 10, 15850, 2, 8],
    ['幼儿园', 3, 900, 1, 2],
  ]);
  expect(table?.kind).toBe('summary');
  expect(table?.columns.map(({ field }) => field)).toEqual([
    'groupName',
    'schoolCount',
    'plannedSeats',
    'finishedCount',
    'buildingCount',
  ]);
  expect(table?.totalRow).toBe(2);
  expect(table?.dataRows).toEqual([3, 4, 5]);
});

test('one builder a row is a summary, whatever its header says', () => {
  const [table] = tablesOf([
    ['各地', '学校数', '规划班数'],
    ['袁州区', 17, 400],
    ['宜阳新区管委会', 6, 216],
    ['合计', 23, 616],
  ]);
  expect(table?.kind).toBe('summary');
  expect(table?.dataRows).toEqual([1, 2]);
});

test('a list of schools with a stage in every row is no summary', () => {
  const [table] = tablesOf([
    ['学段', '学校名称', '规划班数', '规划学位'],
    ['小学', '江丰小学', 18, 810],
    ['小学', '枫林小学', 24, 1080],
    ['初中', '宜阳二中', 54, 2700],
  ]);
  expect(table?.kind).toBe('schools');
});

test('targets of stages are indicators and no summary', () => {
  const [table] = tablesOf([
    ['指标', '目标值', '完成值'],
    ['初中', 2.18, 1.2],
    ['小学', 1.58, 0.9],
  ]);
  expect(table?.kind).toBe('indicators');
});

test('a table ends before the title and the headers of another table that nobody knows', () => {
  const [table] = tablesOf([
    ['监测指标', '目标值', '现状值', '差距'],
    ['九年义务教育巩固率', 99, 98.5, 0.5],
    ['高中阶段毛入学率', 95, 93, 2],
    [null, null, null, null],
    ['新增学位情况', null, null, null],
    ['学段', '中职', '普通高中', '初中'],
    ['目标', 0.3, 0.52, 2.18],
  ]);
  expect(table?.dataRows).toEqual([1, 2]);
});

test('one row for each state of building is a summary, a list of schools with a state each is none', () => {
  const [summary] = tablesOf([
    ['工程进度', '项目数（个）', '涉及学位（个）'],
    ['未开工', 3, 2700],
    ['在建', 5, 4050],
    ['主体封顶', 2, 1350],
    ['投入使用', 4, 3600],
    ['合计', 14, 11700],
  ]);
  expect([summary?.kind, summary?.byField.get('groupName')?.column]).toEqual(['summary', 0]);
  const [list] = tablesOf([
    ['项目', '状态', '学位（个）'],
    ['江丰小学', '未开工', 810],
    ['枫林小学', '在建', 540],
    ['数圆小学', '主体封顶', 1080],
  ]);
  expect(list?.kind).toBe('schools');
});
