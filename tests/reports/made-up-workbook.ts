import fc from 'fast-check';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { buildReports, type ReportInput } from '../../src/reports';
import {
  serialOfDay,
  sheetFromGrid,
  workbookOf,
  type CellValue,
  type SheetSpec,
  type SpecCell,
} from '../../src/workbook';

/** One row of a made-up table of schools, as it was meant; the cells are made from it. 合成数据. */
export interface RawProject {
  readonly stage: number;
  readonly name: string;
  readonly builder: string;
  readonly classes: CellValue;
  readonly seats: CellValue;
  readonly land: CellValue;
  readonly status: string;
  /** Where the table has no column for the status: its words stand in 备注, not in 本期进展. */
  readonly isInRemark: boolean;
  readonly due: number | null;
  readonly done: number | null;
  readonly invested: CellValue;
  readonly formed: CellValue;
  readonly supplied: CellValue;
}

export interface RawFund {
  readonly amount: CellValue;
  readonly allocated: CellValue;
  readonly spent: CellValue;
}

export interface RawWorkbook {
  readonly projects: readonly RawProject[];
  /** The table has a column for the status; else the words stand in the notes. */
  readonly hasStatus: boolean;
  readonly funds: readonly RawFund[];
  /** One entry for each measure of the plan. */
  readonly progress: readonly string[];
}

const STATUSES = [
  '',
  '',
  '未开工',
  '前期',
  '在建',
  '主体封顶',
  '装修施工',
  '基本完工',
  '已完工',
  '投入使用',
  '一期已完工，二期在建',
  '情况复杂',
];
const BUILDERS = [
  '',
  '市本级',
  '袁州区',
  '袁州区',
  '宜阳新区',
  '经开区',
  '明月山区',
  '袁州区政府',
  '合成新区',
  '合成*区',
  '>3',
];

const figure = (max: number): fc.Arbitrary<CellValue> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max }) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max }).map(String) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max }).map((n) => `约${n}`) },
  );
const money = fc.option(
  fc.integer({ min: 0, max: 9_999_99 }).map((n) => n / 100),
  { nil: null },
);
const day = fc.option(fc.integer({ min: serialOfDay(2022, 9, 1), max: serialOfDay(2025, 12, 31) }), { nil: null });

const project: fc.Arbitrary<RawProject> = fc.record({
  stage: fc.nat({ max: yichunPlan.stages.length - 1 }),
  name: fc.constantFrom(
    '宜春市第十中学', '赣西中等职业技术学校', '宜阳二中', '宜春市第三小学', '合成一校', '合成二校', '合成三园',
  ), // prettier-ignore
  builder: fc.constantFrom(...BUILDERS),
  classes: figure(90),
  seats: figure(4000),
  land: money,
  status: fc.constantFrom(...STATUSES),
  isInRemark: fc.boolean(),
  due: day,
  done: day,
  invested: money,
  formed: figure(3000),
  supplied: money,
});

export const rawWorkbook: fc.Arbitrary<RawWorkbook> = fc.record({
  projects: fc.array(project, { minLength: 1, maxLength: 25 }),
  hasStatus: fc.boolean(),
  funds: fc.array(fc.record({ amount: money, allocated: money, spent: money }), {
    minLength: yichunPlan.funds.length,
    maxLength: yichunPlan.funds.length,
  }),
  progress: fc.array(fc.constantFrom('', '按计划推进', '已完成'), {
    minLength: yichunPlan.measures.length,
    maxLength: yichunPlan.measures.length,
  }),
});

const SCHOOL_HEADER = [
  '序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '项目状态', '计划完工日期',
  '实际完工日期', '完成投资（万元）', '已形成学位（个）', '已供用地（亩）', '备注',
]; // prettier-ignore

/** The workbook: annex 2 with a heading for each stage, annex 3, annex 1. Dates are real dates. */
export function workbookFrom(raw: RawWorkbook) {
  const grid: CellValue[][] = [
    ['学校建设项目表（合成数据）'],
    ['填报单位：袁州区', null, null, null, '报告期：2023年6月'],
    raw.hasStatus ? SCHOOL_HEADER : SCHOOL_HEADER.map((title) => (title === '项目状态' ? '本期进展' : title)),
  ];
  const formats: (string | null)[][] = [[], [], []];
  yichunPlan.stages.forEach((stage, index) => {
    const own = raw.projects.filter((one) => one.stage === index);
    if (own.length === 0) return;
    grid.push([stage.heading]);
    formats.push([]);
    own.forEach((one, i) => {
      const said = raw.hasStatus ? one.status : `按计划推进，目前${one.status}。`;
      const status = one.status === '' ? null : said;
      const isInRemark = !raw.hasStatus && one.isInRemark;
      grid.push([
        i + 1, one.name, one.classes, one.seats, one.land, one.builder || null, isInRemark ? null : status, one.due,
        one.done, one.invested, one.formed, one.supplied, isInRemark ? status : null,
      ]); // prettier-ignore
      formats.push([null, null, null, null, null, null, null, 'yyyy-mm-dd', 'yyyy-mm-dd']);
    });
  });
  const funds: CellValue[][] = [
    ['经费切块安排及执行情况表（合成数据）'],
    ['序号', '项目名称', '具体内容', '金额（万元）', '已下达（万元）', '已支出（万元）'],
    ...raw.funds.map((fund, i): CellValue[] => [
      i + 1, yichunPlan.funds[i]?.name ?? '', yichunPlan.funds[i]?.content ?? '', fund.amount, fund.allocated, fund.spent,
    ]), // prettier-ignore
  ];
  const measures: CellValue[][] = [
    ['重点举措责任分工及进展表（合成数据）'],
    ['序号', '一级标题', '工作举措', '责任部门', '本期进展'],
    ...yichunPlan.measures.map((measure, i): CellValue[] => [
      i + 1, measure.heading, measure.text, measure.departments.join('\n') || null, raw.progress[i] || null,
    ]), // prettier-ignore
  ];
  return workbookOf([
    sheetFromGrid('附件2', grid, { formats }),
    sheetFromGrid('附件3', funds),
    sheetFromGrid('附件1', measures),
  ]);
}

export function inputFrom(raw: RawWorkbook, more: Partial<ReportInput> = {}): ReportInput {
  const snapshot = workbookFrom(raw);
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  return { recognition, plan: yichunPlan, snapshot, audit: null, madeOn: '2023-07-01', ...more };
}

/** The sheets of a report by name, cells by position. */
export class Sheets {
  private readonly cells = new Map<string, Map<string, SpecCell>>();

  constructor(readonly specs: readonly SheetSpec[]) {
    for (const spec of specs) {
      const own = new Map(
        spec.cells.filter((cell) => shown(cell) !== '').map((cell) => [`${cell.row},${cell.column}`, cell]),
      );
      this.cells.set(spec.name, own);
    }
  }

  /** What the cell shows: its value, or what its formula gives; an empty string for a blank. */
  at(sheet: string, row: number, column: number): string | number | boolean {
    const cell = this.cells.get(sheet)?.get(`${row},${column}`);
    return cell ? shown(cell) : '';
  }

  /** The row whose cell in the column shows this text. */
  rowOf(sheet: string, text: string, column = 0): number {
    const cells = [...(this.cells.get(sheet)?.values() ?? [])];
    const found = cells.find((cell) => cell.column === column && String(shown(cell)).trim() === text);
    if (!found) throw new Error(`${sheet}: no row ${text}`);
    return found.row;
  }
}

export function shown(cell: SpecCell): string | number | boolean {
  if (cell.content.kind === 'value') return cell.content.value;
  return cell.content.kind === 'formula' ? (cell.cached ?? '') : '';
}

export function reportsOn(raw: RawWorkbook, more: Partial<ReportInput> = {}): Sheets {
  return new Sheets(buildReports(inputFrom(raw, more)));
}
