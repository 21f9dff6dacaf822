import { auditWorkbook } from '../../src/audit';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { areaName, sheetFromGrid, standingName, workbookOf, type CellValue } from '../../src/workbook';

/** 合成数据: three schools, each with what was planned above what came of it. */
const schools = (end: CellValue = '2023年8月') => {
  const rows: CellValue[][] = [
    ['学校项目计划与实际对照表（合成数据）', null, null, null, null, null],
    ['学校名称', '规划学位（个）', '建设主体', '类别', '完工时间', '投资（万元）'],
    ['宜春市第十中学', 2400, '市本级', '计划', '2023年6月', 6000],
    [null, null, null, '实际', end, 5800],
    ['宜春市第二小学', 1890, '市本级', '计划', '2024年6月', 4000],
    [null, null, null, '实际', null, 1500],
    ['宜春市第三小学', 1080, '市本级', '计划', '2024年9月', 3000],
    [null, null, null, '实际', null, 900],
  ];
  const merges = [2, 4, 6].flatMap((top) => [0, 1, 2].map((left) => ({ top, left, bottom: top + 1, right: left })));
  return workbookOf([sheetFromGrid('对照', rows, { merges })]);
};

test('a table with two rows a school is read with one: planned and done are columns', () => {
  const [table, ...more] = recognizeWorkbook(schools(), yichunPlan).tables;
  if (!table) throw new Error('no table');
  const [first, second] = table.dataRows;
  const at = (row: number | undefined) =>
    Object.fromEntries(
      [...table.byField].map(([field, { column }]) => [field, standingName(table.sheet, row ?? 0, column)]),
    );
  expect(more).toEqual([]);
  expect(at(first)).toEqual({
    schoolName: 'A3',
    plannedSeats: 'B3',
    builder: 'C3',
    plannedCompletion: 'E3',
    completedOn: 'E4',
    plannedInvestment: 'F3',
    invested: 'F4',
  });
  expect(table.reasons[0]).toMatch(/^每一项占两行（计划一行、实际一行），按一项一行读取，认得 7 列：/u);
  expect(at(second)).toMatchObject({ schoolName: 'A5', completedOn: 'E6', invested: 'F6' });
});

test('its faults stand at the cells of the sheet', () => {
  const { findings } = auditWorkbook(schools('2023年13月'), yichunPlan);
  const impossible = findings.filter(({ rule }) => rule === 'V08');
  expect(impossible.map(({ place }) => place.area && areaName(place.area))).toEqual(['E4']);
});

test('a table with one row an entry stays as it is', () => {
  const { tables } = recognizeWorkbook(
    workbookOf([
      sheetFromGrid('附件2', [
        ['学校名称', '规划学位', '类别', '建设主体'],
        ['宜春市第十中学', 2400, '计划', '市本级'],
        ['宜春市第二小学', 1890, '计划', '市本级'],
        ['宜春市第三小学', 1080, '实际', '市本级'],
      ]),
    ]),
    yichunPlan,
  );
  expect(tables.map(({ sheet, dataRows }) => [sheet.gathered, dataRows.length])).toEqual([[undefined, 3]]);
});
