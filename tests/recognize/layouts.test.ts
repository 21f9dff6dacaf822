import { sheetFromGrid, workbookOf, areaName, type CellValue, type SheetOptions } from '../../src/workbook';
import { recognizeWorkbook, type RecognizedTable } from '../../src/recognize';
import { yichunPlan } from '../../src/plan';

const recognize = (grid: readonly (readonly CellValue[])[], options: SheetOptions = {}, name = 'Sheet1') =>
  recognizeWorkbook(workbookOf([sheetFromGrid(name, grid, options)]), yichunPlan);

const only = (
  grid: readonly (readonly CellValue[])[],
  options: SheetOptions = {},
  name = 'Sheet1',
): RecognizedTable => {
  const { tables } = recognize(grid, options, name);
  expect(tables).toHaveLength(1);
  return tables[0] as RecognizedTable;
};
const stageName = (id: string | null) => yichunPlan.stages.find((stage) => stage.id === id)?.name ?? null;
const sectionsOf = (table: RecognizedTable) =>
  table.sections.map((section) => [stageName(section.stage), section.subtotalRow, section.rows.length]);
const columnsOf = (table: RecognizedTable) =>
  Object.fromEntries(table.columns.map((column) => [column.field, column.column]));

describe('the annex as the plan prints it', () => {
  const grid: CellValue[][] = [
    ['附件2'],
    ['中心城区学校建设项目表'],
    ['填报单位：袁州区教体局', null, null, null, null, null, '2023年6月'],
    ['序号', '学校名称', '规划班数(个)', '规划学位(个)', '规划用地(亩)', '建设主体', '备注'],
    ['一、高中阶段'],
    ['小计：', null, 164, 8200, 491.4],
    [1, '宜春市职业中等专业学校（开放大学）', 60, 3000, 91.4, '市本级', null],
    [2, '赣西中等职业技术学校', 56, 2800, 200, '袁州区', '一期装修施工'],
    [3, '宜春市第十中学', 48, 2400, 200, '市本级', null],
    ['二、初中'],
    ['小计：', null, 90, 4500, 60],
    [1, '宜阳二中', 54, 2700, 49.5, '宜阳新区', '基本完工'],
    [2, '宜春市春华中学（暂名）', 36, 1800, 10.5, '袁州区', null],
    ['合  计', null, 254, 12700, 551.4],
    ['注：数据截至2023年6月。'],
    ['填报人：张三    审核人：李四    填报日期：2023年6月30日'],
  ];
  const table = only(grid, { merges: [{ top: 4, left: 0, bottom: 4, right: 6 }] });

  test('columns, sections, subtotals above their rows, total below', () => {
    expect(columnsOf(table)).toEqual({
      sequence: 0,
      schoolName: 1,
      plannedClasses: 2,
      plannedSeats: 3,
      plannedLand: 4,
      builder: 5,
      remark: 6,
    });
    expect(sectionsOf(table)).toEqual([
      ['高中阶段', 5, 3],
      ['初中', 10, 2],
    ]);
    expect(table.totalRow).toBe(13);
    expect(table.dataRows).toEqual([6, 7, 8, 11, 12]);
    expect(areaName(table.area)).toBe('A4:G14');
    expect(table.title).toBe('中心城区学校建设项目表');
  });

  test('unit, period and form lines around the table', () => {
    const found = recognize(grid);
    expect(found.unit?.value).toBe('袁州区');
    expect(found.periods.map((period) => period.value.text)).toContain('2023年6月');
    expect(found.formLines.map((line) => [line.label, line.value])).toEqual([
      ['reportingUnit', '袁州区教体局'],
      ['preparedBy', '张三'],
      ['reviewedBy', '李四'],
      ['reportedOn', '2023年6月30日'],
    ]);
    expect(found.purpose).toBe('submission');
  });
});

test('merged two-line headers, units below, offset, other words, other order', () => {
  const table = only(
    [
      [null, null, null],
      [null, '责任单位', '项目名称', '建设规模', null, null, '工程进度', null],
      [null, null, null, '用地面积', '班级数', '学位数', '开工时间', '形象进度'],
      [null, null, null, '（㎡）', '（个）', '（个）', null, null],
      [null, '袁州区', '枫林小学', 20000, 36, 1620, '2023.3', '在建'],
    ],
    {
      merges: [
        { top: 1, left: 1, bottom: 3, right: 1 },
        { top: 1, left: 2, bottom: 3, right: 2 },
        { top: 1, left: 3, bottom: 1, right: 5 },
        { top: 1, left: 6, bottom: 1, right: 7 },
      ],
    },
  );
  expect(columnsOf(table)).toEqual({
    builder: 1,
    schoolName: 2,
    plannedLand: 3,
    plannedClasses: 4,
    plannedSeats: 5,
    startedOn: 6,
    status: 7,
  });
  expect(table.byField.get('plannedLand')).toMatchObject({ unit: '㎡', factor: 0.0015, unitAt: { row: 3, column: 3 } });
  expect(table.dataRows).toEqual([4]);
});

test('a merged 学段 column with subtotals below', () => {
  const table = only(
    [
      ['学段', '序号', '学校名称', '班数', '学位'],
      ['初中', 1, '宜阳二中', 54, 2700],
      [null, 2, '春华中学', 36, 1800],
      [null, null, '小计', 90, 4500],
      ['小学', 1, '枫林小学', 36, 1620],
      [null, null, '小计', 36, 1620],
      ['合计', null, null, 126, 6120],
    ],
    {
      merges: [
        { top: 1, left: 0, bottom: 3, right: 0 },
        { top: 4, left: 0, bottom: 5, right: 0 },
      ],
    },
  );
  expect(sectionsOf(table)).toEqual([
    ['初中', 3, 2],
    ['小学', 5, 1],
  ]);
  expect(table.totalRow).toBe(6);
  expect(table.sectionStyle).toBe('stageColumn');
});

test('one sheet per stage', () => {
  const table = only(
    [
      ['学校名称', '规划班数', '规划学位'],
      ['枫林小学', 36, 1620],
      ['合计', 36, 1620],
    ],
    {},
    '三、小学',
  );
  expect(table.sectionStyle).toBe('onePerSheet');
  expect(sectionsOf(table)).toEqual([['小学', null, 1]]);
  expect(table.totalRow).toBe(2);
});

test('several tables on one sheet, one below the other', () => {
  const { tables } = recognize([
    ['附件1'],
    ['一级标题', '工作举措', '责任部门'],
    ['一、加强党的全面领导', '1.加强党的全面领导。推进党组织领导的校长负责制。', '市教体局'],
    [],
    ['经费切块安排表'],
    ['单位：万元'],
    ['项目名称', '具体内容', '金额'],
    ['教育教学质量奖', '用于表彰', 400],
    ['合  计', null, 400],
    [],
    ['指标名称', '计量单位', '2025年目标', '本期完成'],
    ['学前三年毛入园率', '%', 93, 91],
  ]);
  expect(tables.map((table) => [table.kind, areaName(table.area), table.dataRows.length])).toEqual([
    ['responsibilities', 'A2:C3', 1],
    ['funds', 'A7:C9', 1],
    ['indicators', 'A11:D12', 1],
  ]);
  expect(tables[1]?.byField.get('amount')).toMatchObject({ unit: '万元', factor: 1, unitAt: { row: 5, column: 0 } });
});

test('two tables side by side', () => {
  const { tables } = recognize([
    ['学校名称', '规划班数', null, '项目名称', '金额（万元）'],
    ['枫林小学', 36, null, '教育教学质量奖', 400],
  ]);
  expect(tables.map((table) => [table.kind, areaName(table.area)])).toEqual([
    ['schools', 'A1:B2'],
    ['funds', 'D1:E2'],
  ]);
});

test('what is no table is said, not dropped', () => {
  const found = recognizeWorkbook(
    workbookOf([
      sheetFromGrid('空', []),
      sheetFromGrid('封面', [['填报单位：', '袁州区']]),
      sheetFromGrid('杂', [
        ['a', 'b'],
        [1, 2],
      ]),
    ]),
    yichunPlan,
  );
  expect(found.unrecognized.map(({ sheet, reason }) => [sheet, reason])).toEqual([
    ['空', 'empty'],
    ['封面', 'coverOrNotes'],
    ['杂', 'noTable'],
  ]);
  expect(found.unit?.value).toBe('袁州区');
});

test('a breakdown under 其中 is no section and no row', () => {
  const table = only([
    ['学校名称', '班数', '学位'],
    ['一、高中阶段'],
    ['小计', 164, 8200],
    ['其中：中职', 116, 5800],
    ['普通高中', 48, 2400],
    ['赣西中等职业技术学校', 56, 2800],
  ]);
  expect(sectionsOf(table)).toEqual([['高中阶段', 2, 1]]);
  expect(table.sections[0]?.ofWhichRows).toEqual([3, 4]);
});

test('headings below headings: the outer section holds the rows of its parts', () => {
  const table = only([
    ['序号', '学校名称', '班数', '学位'],
    ['一、高中阶段'],
    ['小计', null, 104, 5200],
    ['（一）中职'],
    [1, '赣西中等职业技术学校', 56, 2800],
    ['（二）普通高中'],
    [1, '宜春市第十中学', 48, 2400],
  ]);
  expect(table.sections.map((section) => [section.label, section.subtotalRow, section.rows])).toEqual([
    ['一、高中阶段', 2, [4, 6]],
    ['（一）中职', null, [4]],
    ['（二）普通高中', null, [6]],
  ]);
  expect(table.dataRows).toEqual([4, 6]);
});

test('a header that every section repeats, and a heading that carries its subtotal', () => {
  const repeated = only([
    ['一、初中'],
    ['序号', '学校名称', '班数', '学位'],
    [1, '宜阳二中', 54, 2700],
    ['二、小学'],
    ['序号', '学校名称', '班数', '学位'],
    [1, '枫林小学', 30, 1350],
  ]);
  expect(sectionsOf(repeated)).toEqual([
    ['初中', null, 1],
    ['小学', null, 1],
  ]);
  const carried = only([
    ['学校名称', '规划班数', '规划学位'],
    ['初中（1所）', 54, 2700],
    ['宜阳二中', 54, 2700],
    ['小学（1所）', 30, 1350],
    ['枫林小学', 30, 1350],
    ['总   计', 84, 4050],
  ]);
  expect(sectionsOf(carried)).toEqual([
    ['初中', 1, 1],
    ['小学', 3, 1],
  ]);
  expect(carried.totalRow).toBe(5);
});

test('a name column is known by its names where its header says nothing', () => {
  const table = only([
    ['单位', '规划班数', '规划学位'],
    ['宜阳二中', 54, 2700],
    ['枫林小学', 30, 1350],
  ]);
  expect(table.byField.get('schoolName')).toMatchObject({ column: 0, confidence: 0.6 });
});

test('units below a heading over several columns tell the columns apart; merged cells reach down into the header', () => {
  const down = (column: number) => ({ top: 1, left: column, bottom: 2, right: column });
  const table = only(
    [
      ['小学建设情况'],
      ['编号', '学校', '办学规模', null, '用地面积（亩）', '建设单位', '目前状态'],
      [null, null, '班', '学位', null, null, null],
      [1, '宜春市第二小学', 42, 1890, 46.1, '袁州区', '基本完工'],
      [2, '温汤镇下巩小学', 12, 540, 37.2, '明月山区', '在建'],
      ['总计', null, 54, 2430, 83.3],
    ],
    { merges: [...[0, 1, 4, 5, 6].map(down), { top: 1, left: 2, bottom: 1, right: 3 }] },
    '小学',
  );
  expect(table.headerRows).toEqual({ first: 1, last: 2 });
  expect(columnsOf(table)).toMatchObject({ schoolName: 1, plannedClasses: 2, plannedSeats: 3, plannedLand: 4 });
  expect(table.dataRows).toEqual([3, 4]);
});

describe('sections that are no stages', () => {
  const header = ['序号', '学校名称', '学段', '规划班数', '规划学位', '规划用地'];

  test('headings that name builders and carry their subtotals', () => {
    const table = only([
      header,
      ['全市合计', null, null, 132, 6390, 132.8],
      ['一、宜阳新区', null, null, 54, 2700, 49.5],
      [1, '宜阳二中', '初中', 54, 2700, 49.5],
      ['二、袁州区', null, null, 78, 3690, 83.3],
      [1, '宜春市春华中学（暂名）', '初中', 36, 1800, 37.2],
      [2, '宜春市第二小学', '小学', 42, 1890, 46.1],
    ]);
    expect(table.totalRow).toBe(1);
    expect(table.sections).toMatchObject([
      { builder: '宜阳新区', stage: null, subtotalRow: 2, rows: [3] },
      { builder: '袁州区', stage: null, subtotalRow: 4, rows: [5, 6] },
    ]);
  });

  test('a district with its figures in a table of its own is the total', () => {
    const table = only([header, ['袁州区', null, null, 42, 1890, 46.1], [1, '宜春市第二小学', '小学', 42, 1890, 46.1]]);
    expect(table.totalRow).toBe(1);
    expect(table.dataRows).toEqual([2]);
  });

  test.each([
    ['below', false],
    ['above', true],
  ])('several 小计 %s their rows, without headings', (_, above) => {
    const lower = [[1, '宜阳二中', null, 54, 2700, 49.5]];
    const primary = [
      [1, '宜春市第二小学', null, 42, 1890, 46.1],
      [2, '温汤镇下巩小学', null, 12, 540, 37.2],
    ];
    const sum = (classes: number): CellValue[] => [null, '小计', null, classes, null, null];
    const grid: CellValue[][] = above
      ? [header, sum(54), ...lower, sum(54), ...primary]
      : [header, ...lower, sum(54), ...primary, sum(54)];
    const table = only(grid);
    expect(table.sections.map((section) => [section.subtotalRow, section.rows])).toEqual(
      above
        ? [
            [1, [2]],
            [3, [4, 5]],
          ]
        : [
            [2, [1]],
            [5, [3, 4]],
          ],
    );
  });
});

test('a header that is only a unit names the column that is counted in it', () => {
  expect(
    columnsOf(
      only([
        ['序号', '学校', '建设内容', null, null, '责任单位'],
        [null, null, '班', '学位', '亩', null],
        [1, '江丰小学', 18, 810, 20, '袁州区'],
        [2, '枫林小学', 12, 540, 20, '袁州区'],
      ]),
    ),
  ).toEqual({ sequence: 0, schoolName: 1, plannedClasses: 2, plannedSeats: 3, plannedLand: 4, builder: 5 });
});

test('a heading whose subtotals are formulas that nobody has calculated carries them all the same', () => {
  const table = only([
    ['序号', '学校名称', '班数', '学位'],
    ['一、初中', null, '=SUM(C3:C4)', '=SUM(D3:D4)'],
    [1, '宜阳二中', 54, 2700],
    [2, '宜春市春华中学（暂名）', 36, 1800],
  ]);
  expect(table.sections.map((section) => [section.subtotalRow, section.rows])).toEqual([[1, [2, 3]]]);
});

test('a stage among the names, beside a stage column, labels the sum over its rows, whatever columns the figures are in', () => {
  const table = only([
    ['序号', '类型', '建设项目', '规划面积（亩）', '甲乙丙'],
    [null, null, '全区总计', 89.5, 30],
    [null, null, '初中（1所）', 49.5, 10],
    [1, '初中', '宜阳二中', 49.5, 10],
    [null, null, '小学（2所）', 40, 20],
    [2, '小学', '数圆小学', 20, 10],
    [3, null, '江丰小学', 20, 10],
  ]);
  expect(sectionsOf(table)).toEqual([
    ['初中', 2, 1],
    ['小学', 4, 2],
  ]);
  expect(table.totalRow).toBe(1);
});

describe('the cells below decide what a word means', () => {
  test('类别 over kinds of building', () => {
    expect(
      columnsOf(
        only([
          ['类别', '学校名称', '班数', '学位'],
          ['新建', '江丰小学', 18, 810],
          ['改扩建', '枫林小学', 12, 540],
        ]),
      ),
    ).toEqual({ buildKind: 0, schoolName: 1, plannedClasses: 2, plannedSeats: 3 });
  });

  test('目标 over names of indicators, and over figures', () => {
    const figures: CellValue[][] = [
      ['学前教育毛入园率', '%', 98, 97],
      ['新增学位', '万个', 5, 3],
    ];
    expect(columnsOf(only([['目标', '单位', '目标数', '现值'], ...figures]))).toEqual({
      indicatorName: 0,
      unit: 1,
      target: 2,
      actual: 3,
    });
    expect(columnsOf(only([['指标', '单位', '目标', '现值'], ...figures]))).toEqual({
      indicatorName: 0,
      unit: 1,
      target: 2,
      actual: 3,
    });
  });
});

test('a table of another kind below a blank row ends the one above, though nobody knows its headers', () => {
  const table = only([
    ['指标', '单位', '2025年目标', '目前实现'],
    ['学前教育毛入园率', '%', 98, 97],
    [],
    ['二、分年情况'],
    ['甲甲', '乙乙', '丙丙', '丁丁'],
    ['第一年', 3, 4, 5],
  ]);
  expect(table.dataRows).toEqual([1]);
  expect(areaName(table.area)).toBe('A1:D2');
});

test('the district in a table’s title is the unit where nothing else names one; 学校（幼儿园） names no stage', () => {
  const { unit, tables } = recognize([
    ['袁州区学校（幼儿园）建设情况'],
    ['序号', '学校名称', '班数', '学位'],
    [1, '江丰小学', 18, 810],
    [2, '枫林小学', 12, 540],
  ]);
  expect(unit).toEqual({ value: '袁州区', at: null, from: '表题' });
  expect(tables.map(({ sections }) => sections.map(({ stage }) => stage))).toEqual([[null]]);
});

test('小计 above their rows, where both the first and the last stage have a single school and so no 小计', () => {
  const table = only([
    ['序号', '学校名称', '学段', '规划班数', '规划学位'],
    [1, '宜春市第十中学', '高中', 48, 2400],
    [null, '小计', null, 90, 4500],
    [1, '宜阳二中', '初中', 54, 2700],
    [2, '宜春市春华中学（暂名）', '初中', 36, 1800],
    [null, '小计', null, 30, 1350],
    [1, '江丰小学', '小学', 18, 810],
    [2, '枫林小学', '小学', 12, 540],
    [1, '宜春市特殊教育学校', '特殊教育学校', 27, 336],
    [null, '总计', null, 195, 8586],
  ]);
  expect(sectionsOf(table)).toEqual([
    ['高中阶段', null, 1],
    ['初中', 2, 2],
    ['小学', 5, 2],
    ['特殊教育学校', null, 1],
  ]);
});

test('tables that stand beside each other and beneath, each in its own columns, and who reports below one of them', () => {
  const { tables, formLines } = recognize([
    ['教育项目调度表'],
    ['序号', '学校名称', '班数', '学位', null, '建设主体', '项目数', '学位'],
    [1, '江丰小学', 18, 810, null, '袁州区', 2, 1350],
    [2, '枫林小学', 12, 540, null, '宜阳新区', 1, 2700],
    [3, '宜阳二中', 54, 2700, null, '合计', 3, 4050],
    [4, '数圆小学', 24, 1080],
    [5, '宜春市第十中学', 48, 2400, null, '经费项目', '安排（万元）', '支出（万元）'],
    [6, '赣西中等职业技术学校', 56, 2800, null, '教育教学质量奖', 400, 200],
    [7, '宜春市第三小学', 24, 1080, null, '学校内涵提升专项', 60, 15],
    [8, '宜春市春华中学（暂名）', 36, 1800],
    [9, '华地公元幼儿园', 9, 270, null, '填报人：张三', null, '审核人：'],
  ]);
  expect(tables.map(({ kind, area }) => [kind, areaName(area)])).toEqual([
    ['schools', 'A2:D11'],
    ['summary', 'F2:H5'],
    ['funds', 'F7:H9'],
  ]);
  expect(formLines.map(({ label, value }) => [label, value])).toEqual([
    ['preparedBy', '张三'],
    ['reviewedBy', ''],
  ]);
});

test('a remark beside a table takes no column from it', () => {
  const table = only([
    ['序号', '学校名称', '班数', '学位', null, '说明'],
    [1, '江丰小学', 18, 810, null, '甲'],
    [2, '枫林小学', 12, 540, null, null],
  ]);
  expect(table.columns.map(({ field }) => field)).toContain('plannedSeats');
  expect(table.dataRows).toEqual([1, 2]);
});

test('months beneath one heading are no column of the annex, also with a row of units below them', () => {
  const table = only(
    [
      ['序号', '项目名称', '学位数', '总投资', '2024年各月完成投资', null, '本年累计完成投资'],
      [null, null, null, null, '1月', '2月', null],
      [null, null, '个', '万元', '万元', '万元', '万元'],
      [1, '江丰小学', 810, 3000, 20, 30, 50],
      [2, '枫林小学', 540, 2000, 10, 20, 30],
    ],
    {
      merges: [
        ...[0, 1, 2, 3, 6].map((column) => ({ top: 0, left: column, bottom: 1, right: column })),
        { top: 0, left: 4, bottom: 0, right: 5 },
      ],
    },
  );
  expect(table.dataRows).toEqual([3, 4]);
  expect(table.byField.get('invested')?.column).not.toBe(4);
  expect(table.byField.get('plannedInvestment')?.unit).toBe('万元');
});

test('of two years of an indicator the later is what is reported', () => {
  const table = only([
    ['指标名称', '单位', '2025年目标值', '2023年完成值', '2024年上半年累计完成值'],
    ['学前三年毛入园率', '%', 93, 90.7, 91.9],
    ['义务教育巩固率', '%', 97, 95.2, 96.1],
  ]);
  expect(table.byField.get('previous')?.column).toBe(3);
  expect(table.byField.get('actual')?.column).toBe(4);
});

test('who reports and what is counted beside it, above a table of funds, are no header', () => {
  const { tables, formLines } = recognize([
    ['经费执行情况表'],
    ['填报单位：市教体局', null, null, '单位：万元'],
    ['序号', '项目名称', '安排金额（万元）', '已支出（万元）'],
    [1, '教育教学质量奖', 400, 191],
    [2, '教师队伍素质提升专项', 70, 28],
  ]);
  expect(tables.map(({ area }) => areaName(area))).toEqual(['A3:D5']);
  expect(formLines.map(({ label, value }) => [label, value])).toEqual([['reportingUnit', '市教体局']]);
});

test('names without a header are known by the plan, though another header could name them', () => {
  const measures = only([
    ['序号', null, '任务内容', '责任单位', '推进状态'],
    [1, '实施集团化办学行动', '探索集团化办学。', '市教体局', '推进中'],
    ...yichunPlan.measures.slice(0, 3).map((one, i) => [i + 2, one.title, one.text, '市教体局', '推进中']),
  ]);
  expect(measures.byField.get('measure')?.column).toBe(1);
  const funds = only([
    ['行次', null, '安排金额（万元）', '已支出（万元）'],
    ...yichunPlan.funds.slice(0, 3).map((one, i) => [i + 1, one.name, 100, 20]),
  ]);
  expect([funds.kind, funds.byField.get('fundName')?.column]).toEqual(['funds', 1]);
});

test('digits within a telephone number are no period', () => {
  const { periods } = recognize([
    ['项目进展表（2023年6月）'],
    ['序号', '学校名称', '班数', '学位'],
    [1, '江丰小学', 18, 810],
    [2, '枫林小学', 12, 540],
    [null, null, null, null],
    ['值班电话0795-3207103', null, null, '报表202306'],
  ]);
  expect(new Set(periods.map(({ value }) => value.text))).toEqual(new Set(['2023年6月']));
});
