import { auditWorkbook } from '../../src/audit';
import { yichunPlan, type Plan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import type { ReportInput, Submission } from '../../src/reports';
import { serialOfDay, sheetFromGrid, workbookOf, type CellValue, type WorkbookSnapshot } from '../../src/workbook';

/** A data set that the reports are looked at with; everything that the plan does not show is made up (合成数据). */
export interface DataSet {
  readonly name: 'full' | 'partial' | 'empty';
  readonly input: ReportInput;
}

const STATUSES = ['未开工', '在建', '主体封顶', '装修施工', '基本完工', '已完工', '投入使用'] as const;
const PROBLEMS = ['', '', '用地手续未办结', '', '资金到位慢'] as const;
const STATES = ['推进中', '已完成', '长期坚持', '推进中', '未启动'] as const;

function schools(plan: Plan, isFull: boolean): readonly (readonly CellValue[])[] {
  const rows: CellValue[][] = [
    ['中心城区学校建设项目表（合成数据）'],
    [isFull ? '填报单位：市教体局' : '填报单位：', null, null, null, '报告期：2023年6月'],
    ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '建设性质', '项目状态', '开工日期',
      '计划完工日期', '实际完工日期', '完成投资（万元）', '已形成学位（个）', '已供用地（亩）', '本期进展', '存在问题', '更新日期', '备注'],
  ]; // prettier-ignore
  let n = 0;
  for (const stage of plan.stages) {
    rows.push([stage.heading]);
    for (const school of plan.schools.filter((one) => one.stage === stage.id)) {
      n++;
      const isTold = isFull || n % 3 === 0;
      const status = STATUSES[(n * 5) % STATUSES.length] ?? '在建';
      const isDone = status === '已完工' || status === '投入使用';
      const seats = school.plannedSeats.value ?? (isFull ? 270 + (n % 7) * 90 : null);
      const land = school.plannedLand.value ?? (isFull ? 8 + (n % 9) * 4.25 : null);
      const builder = school.builder.value ?? (isFull ? plan.builders[n % plan.builders.length]?.name : null);
      const told = (value: CellValue): CellValue => (isTold ? value : null);
      rows.push([
        school.sequence,
        school.name ?? (isFull ? `合成学校${n}` : null),
        school.plannedClasses.value ?? (isFull ? Math.round((seats ?? 0) / 45) : null),
        seats,
        land,
        builder ?? null,
        told(['新建', '迁建', '改扩建'][n % 3] ?? null),
        told(status),
        told(status === '未开工' ? null : serialOfDay(2022, 9 + (n % 4), 1 + (n % 28))),
        told(serialOfDay(2023 + (n % 3), 1 + (n % 12), 28)),
        told(isDone ? serialOfDay(2023, 1 + (n % 6), 15) : null),
        told(status === '未开工' ? 0 : Math.round((seats ?? 0) * (1.2 + (n % 5) * 0.3) * 100) / 100),
        told(isDone ? seats : 0),
        told(status === '未开工' ? null : land),
        told(status === '未开工' ? '前期手续办理中。' : `按计划推进，目前${status}。`),
        told(PROBLEMS[n % PROBLEMS.length] || null),
        told(serialOfDay(2023, 6, 25)),
        school.remark.value,
      ]);
    }
  }
  return rows;
}

function funds(plan: Plan, isFull: boolean): readonly (readonly CellValue[])[] {
  const shown = plan.funds.map((fund) => fund.amount.value);
  const made = [60, 70, 60, 80, 50, 0, 60, 60, 60]; // with the shown 400 and 100: 1000
  return [
    ['经费切块安排及执行情况表（合成数据）'],
    ['序号', '项目名称', '具体内容', '金额（万元）', '已下达（万元）', '已支出（万元）', '使用单位'],
    ...plan.funds.map((fund, i): CellValue[] => {
      const amount = shown[i] ?? (isFull ? (made[i - 1] ?? 60) : null);
      const paid = amount === null || !isFull ? null : Math.round(amount * (0.3 + (i % 5) * 0.1) * 100) / 100;
      const given = amount === null || !isFull ? null : Math.round(amount * 0.8 * 100) / 100;
      return [i + 1, fund.name, fund.content, amount, given, paid, isFull ? '市教体局' : null];
    }),
  ];
}

function measures(plan: Plan, isFull: boolean): readonly (readonly CellValue[])[] {
  return [
    ['重点举措责任分工及进展表（合成数据）'],
    ['序号', '一级标题', '工作举措', '责任部门', '本期进展', '完成情况', '存在问题', '下步打算'],
    ...plan.measures.map((measure, i): CellValue[] => {
      const isTold = isFull || i % 4 === 0;
      return [
        i + 1,
        measure.heading,
        `${measure.sequence}.${measure.title}。${measure.text}`,
        measure.departments.join('\n') || null,
        isTold ? '已印发工作方案，正按季度推进。' : null,
        isTold ? (STATES[i % STATES.length] ?? null) : null,
        isTold && i % 5 === 2 ? '专职人员不足。' : null,
        isTold ? '下季度开展一次督查。' : null,
      ];
    }),
  ];
}

function indicators(plan: Plan, isFull: boolean): readonly (readonly CellValue[])[] {
  return [
    ['目标完成情况表（合成数据）'],
    ['序号', '指标名称', '计量单位', '目标', '上年完成', '本期完成', '责任单位'],
    ...plan.indicators.map((indicator, i): CellValue[] => {
      const isOutcome = indicator.kind === 'outcome' && indicator.target !== null;
      const actual = isOutcome && isFull ? (indicator.target ?? 0) - 1.5 + (i % 3) : null;
      const previous = isOutcome && isFull ? (indicator.target ?? 0) - 3 : null;
      return [i + 1, indicator.name, indicator.unit, indicator.target, previous, actual, isFull ? '市教体局' : null];
    }),
  ];
}

function workbook(isFull: boolean): WorkbookSnapshot {
  const formats = schools(yichunPlan, isFull).map((row) =>
    row.map((_, column) => ([8, 9, 10, 16].includes(column) ? 'yyyy-mm-dd' : null)),
  );
  return workbookOf([
    sheetFromGrid('目标', indicators(yichunPlan, isFull)),
    sheetFromGrid('附件1', measures(yichunPlan, isFull)),
    sheetFromGrid('附件2', schools(yichunPlan, isFull), { formats }),
    sheetFromGrid('附件3', funds(yichunPlan, isFull)),
  ]);
}

const SUBMISSIONS: readonly Submission[] = yichunPlan.builders.slice(0, 4).map((builder, i) => ({
  unit: builder.name,
  period: '2023年6月',
  dueOn: '2023-06-25',
  handedInOn: i === 3 ? null : `2023-06-2${3 + i * 2}`,
  times: i === 3 ? null : 1 + (i % 2),
  state: (['通过', '已报', '退回', '未报'] as const)[i] ?? '未报',
  errors: i === 3 ? null : i * 2,
  warnings: i === 3 ? null : 3 - i,
  explained: i === 3 ? null : i,
  returnReason: i === 2 ? '附件2小学段小计与各校之和不符' : null,
  reminders: i === 3 ? 2 : null,
  lastReminder: i === 3 ? '2023-06-28' : null,
  contact: i === 3 ? null : '（合成）张某',
  phone: i === 3 ? null : '0795-0000000',
}));

function inputOf(snapshot: WorkbookSnapshot, submissions: readonly Submission[]): ReportInput {
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  const audit = auditWorkbook(snapshot, yichunPlan);
  return { recognition, plan: yichunPlan, snapshot, audit, submissions, madeOn: '2023-07-01', period: '2023年6月' };
}

export const DATA_SETS: readonly DataSet[] = [
  { name: 'full', input: inputOf(workbook(true), SUBMISSIONS) },
  { name: 'partial', input: inputOf(workbook(false), SUBMISSIONS.slice(0, 2)) },
  { name: 'empty', input: inputOf(workbookOf([sheetFromGrid('Sheet1', [[null]])]), []) },
];
