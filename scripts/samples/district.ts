import type { Plan } from '../../src/plan';
import type { SheetSpec } from '../../src/workbook';
import {
  DISTRICT,
  DISTRICT_FUNDS,
  DISTRICT_INDICATORS,
  DISTRICT_SCHOOLS,
  PERIOD,
  type DistrictSchool,
} from './district-data';
import { SheetMaker, sumOf, type SampleCell } from './sheet-maker';

const MADE_UP = '合成数据';

/** A district's monthly submission without faults: cover, indicators, responsibilities, schools, funds. */
export function districtSheets(
  plan: Plan,
  schools: readonly DistrictSchool[] = DISTRICT_SCHOOLS,
): readonly SheetSpec[] {
  return [cover(), indicators(plan), responsibilities(plan), schoolProjects(plan, schools), funds(plan)];
}

function cover(): SheetSpec {
  const sheet = new SheetMaker('封面', [26, 68]);
  sheet.wide('title', `中心城区教育提升专项行动报表（${MADE_UP}）`);
  for (const [label, value] of [
    ['填报单位：', `${DISTRICT}教体局`],
    ['报告期：', PERIOD],
    ['填报人：', '张某某'],
    ['联系电话：', '0795-0000000'],
    ['审核人：', '李某某'],
    ['填报日期：', '2023年6月28日'],
  ] as const) {
    sheet.add('body', [label, value]);
  }
  return sheet.finish();
}

/** Title, unit line and signature line that every table of the submission has. */
function framed(sheet: SheetMaker, title: string, unit: string, body: () => void): SheetSpec {
  sheet.wide('title', `${title}（${MADE_UP}）`);
  sheet.line('unitLine', { [0]: `填报单位：${DISTRICT}`, [sheet.width - 1]: `单位：${unit}` });
  body();
  sheet.wide('note', `注：本表为${MADE_UP}，仅供试用。报告期：${PERIOD}。`);
  sheet.line('signature', { 0: '填报人：张某某', 3: '审核人：李某某', 5: '填报日期：2023年6月28日' });
  return sheet.finish();
}

function indicators(plan: Plan): SheetSpec {
  const sheet = new SheetMaker('目标完成情况', [6, 24, 10, 12, 12, 14, 12, 30]);
  return framed(sheet, '目标完成情况表', '见各行', () => {
    sheet.heading([
      ['序号', '指标名称', '计量单位', '2025年目标', '上年完成', '本期完成（累计）', '完成率（%）', '说明'],
    ]);
    plan.indicators
      .filter((indicator) => DISTRICT_INDICATORS[indicator.id])
      .forEach((indicator, index) => {
        const [previous, actual] = DISTRICT_INDICATORS[indicator.id] ?? [0, 0];
        const row = sheet.row + 1;
        const target = indicator.target ?? 1;
        const rate: SampleCell = {
          formula: `=ROUND(F${row}/D${row}*100,1)`,
          value: Math.round((actual / target) * 1000) / 10,
        };
        sheet.add('body', [index + 1, indicator.name, indicator.unit, target, previous, actual, rate, null]);
      });
  });
}

function responsibilities(plan: Plan): SheetSpec {
  const sheet = new SheetMaker('附件1', [20, 60, 20, 34, 12, 24]);
  return framed(sheet, '重点举措责任分工及进展表', '项', () => {
    sheet.heading([['一级标题', '工作举措', '责任部门', '进展情况', '完成情况', '下步打算']]);
    let start = sheet.row;
    plan.measures.forEach((measure, index) => {
      const isFirst = plan.measures[index - 1]?.heading !== measure.heading;
      if (isFirst) start = sheet.row;
      const departments = measure.departments.length > 0 ? measure.departments.join('\n') : '市教体局';
      const row = sheet.add('body', [
        isFirst ? measure.heading : null,
        `${measure.sequence}.${measure.title}。${measure.text}`,
        departments,
        '按计划推进，已完成上半年任务。',
        '推进中',
        '按序时进度推进。',
      ]);
      if (plan.measures[index + 1]?.heading !== measure.heading) sheet.merge(start, 0, row, 0);
    });
  });
}

const HEADER = [
  '序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '备注',
  '建设性质', '项目状态', '开工日期', '计划完工日期', '实际完工日期', '已形成学位（个）', '完成投资（万元）', '进展说明',
] as const; // prettier-ignore

/** Columns of figures, and how a school fills them. */
const FIGURES = [
  [2, (school: DistrictSchool) => school.classes],
  [3, (school: DistrictSchool) => school.seats],
  [4, (school: DistrictSchool) => school.land],
  [12, (school: DistrictSchool) => school.formed],
  [13, (school: DistrictSchool) => school.invested],
] as const;

function schoolProjects(plan: Plan, schools: readonly DistrictSchool[]): SheetSpec {
  const sheet = new SheetMaker('附件2', [6, 34, 10, 10, 10, 10, 26, 10, 10, 12, 12, 12, 12, 12, 26]);
  return framed(sheet, '学校建设项目进度表', '个、亩、万元', () => {
    sheet.heading([HEADER]);
    const subtotals: number[] = [];
    for (const stage of plan.stages) {
      const own = schools.filter((school) => school.stage === stage.id);
      if (own.length === 0) continue;
      sheet.wide('section', stage.heading);
      const first = sheet.row + 1;
      subtotals.push(
        sheet.add(
          'subtotal',
          summary('小计：', (column, of) => sumOf(column, first, first + own.length - 1, own.map(of))),
        ),
      );
      own.forEach((school, index) => sheet.add('body', schoolRow(index + 1, school)));
    }
    const total = (column: number, of: (school: DistrictSchool) => number): SampleCell => {
      const name = String.fromCharCode(65 + column);
      const value = Math.round(schools.reduce((sum, school) => sum + of(school), 0) * 1e6) / 1e6;
      return { formula: `=${subtotals.map((row) => `${name}${row + 1}`).join('+')}`, value };
    };
    sheet.add('total', summary('合  计', total));
  });
}

function summary(
  label: string,
  figure: (column: number, of: (school: DistrictSchool) => number) => SampleCell,
): readonly SampleCell[] {
  const cells: SampleCell[] = HEADER.map(() => null);
  cells[0] = label;
  for (const [column, of] of FIGURES) cells[column] = figure(column, of);
  return cells;
}

function schoolRow(sequence: number, school: DistrictSchool): readonly SampleCell[] {
  const date = (day: number | null): SampleCell => (day === null ? null : { day });
  return [
    sequence, school.name, school.classes, school.seats, school.land, DISTRICT, school.remark,
    school.buildKind, school.status, date(school.started), date(school.planned), date(school.completed),
    school.formed, school.invested, school.progress,
  ]; // prettier-ignore
}

function funds(plan: Plan): SheetSpec {
  const sheet = new SheetMaker('附件3', [6, 26, 50, 12, 12, 12, 12, 12]);
  return framed(sheet, '专项经费安排及执行情况表', '万元', () => {
    sheet.heading([
      [
        '序号',
        '项目名称',
        '具体内容',
        '安排金额（万元）',
        '已下达（万元）',
        '已支出（万元）',
        '执行率（%）',
        '结余（万元）',
      ],
    ]);
    const first = sheet.row;
    const derived = (amount: number, spent: number): readonly SampleCell[] => {
      const row = sheet.row + 1;
      return [
        { formula: `=IF(D${row}=0,"",ROUND(F${row}/D${row}*100,1))`, value: Math.round((spent / amount) * 1000) / 10 },
        { formula: `=D${row}-F${row}`, value: Math.round((amount - spent) * 100) / 100 },
      ];
    };
    plan.funds.forEach((fund, index) => {
      const [amount, allocated, spent] = DISTRICT_FUNDS[index] ?? [0, 0, 0];
      sheet.add('body', [index + 1, fund.name, fund.content, amount, allocated, spent, ...derived(amount, spent)]);
    });
    const last = sheet.row - 1;
    const column = (at: 0 | 1 | 2) => DISTRICT_FUNDS.map((figures) => figures[at]);
    const total = (at: 0 | 1 | 2) => column(at).reduce((sum, value) => sum + value, 0);
    sheet.add('total', [
      '合  计', null, null,
      sumOf(3, first, last, column(0)), sumOf(4, first, last, column(1)), sumOf(5, first, last, column(2)),
      ...derived(total(0), total(2)),
    ]); // prettier-ignore
  });
}
