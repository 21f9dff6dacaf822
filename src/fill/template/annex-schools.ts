import { clean } from '../../audit/precision';
import { PROGRESS_WORDS } from '../../audit/progress';
import { schoolsOf, SCHOOL_MEASURES, type Plan, type PlanSchool, type PlanStage } from '../../plan';
import { cellName, columnName, type SheetSpec } from '../../workbook';
import { sumFormula } from '../sums/formula';
import { columnArea, dates, decimals, listOf, wholeNumbers } from './limits';
import { SheetDraft, type DraftContent } from './sheet-draft';

const COLUMNS = [
  { title: '序号', width: 5 },
  { title: '学校名称', width: 24 },
  { title: '规划班数（个）', width: 8 },
  { title: '规划学位（个）', width: 8 },
  { title: '规划用地（亩）', width: 8.5 },
  { title: '建设主体', width: 9.5 },
  { title: '备注', width: 16 },
  { title: '项目状态', width: 9.5 },
  { title: '开工日期', width: 11 },
  { title: '计划完工日期', width: 11 },
  { title: '实际完工日期', width: 11 },
  { title: '已形成学位（个）', width: 9 },
  { title: '完成投资（万元）', width: 9 },
  { title: '进展情况', width: 18 },
  { title: '存在问题', width: 14 },
  { title: '更新日期', width: 11 },
] as const;
/** Two lines of a remark, in points; rows of a form are written in by hand as well. */
const ROW_HEIGHT = 28;
const NAME = 1;
const BUILDER = 5;
const REMARK = 6;
const STATUS = 7;
const DATES = [8, 9, 10, 15];
/** Columns that are added up, with the format of their sums: a sum of nothing shows nothing. */
const SUMS: Readonly<Record<number, string>> = {
  2: '0;-0;;@',
  3: '0;-0;;@',
  4: '0.00;-0.00;;@',
  11: '0;-0;;@',
  12: '0.00;-0.00;;@',
};
const MEASURE_COLUMNS = { plannedClasses: 2, plannedSeats: 3, plannedLand: 4 } as const;
const MEASURE_FORMATS = { plannedClasses: '0', plannedSeats: '0', plannedLand: '0.00' } as const;

/** What stands in a section: known schools of the unit, then open rows for those that the plan gives to nobody. */
interface SectionRows {
  readonly stage: PlanStage;
  readonly own: readonly PlanSchool[];
  readonly spare: number;
  /** Names that may go into the open rows. */
  readonly names: readonly string[];
}

/** Annex 2 in the plan's form with columns for progress. `unit`: a builder's name, `null` for the whole city. */
export function schoolsSheet(plan: Plan, unit: string | null, name: string): SheetSpec {
  const draft = new SheetDraft(name, COLUMNS);
  draft.wide('annexNumber', '附件2');
  draft.wide('title', '学校建设项目及进展情况表');
  draft.wide('unitLine', `${unit === null ? '' : `填报单位：${unit}`}`);
  draft.header();
  const top = draft.row;
  const adds: number[] = [];
  const sums: Sums = new Map();
  for (const section of sectionsFor(plan, unit)) adds.push(...putSection(draft, section, unit, sums));
  putSums(draft, draft.row, '合计', 'total', adds, sums);
  draft.row++;
  validate(draft, plan, top, draft.row - 2);
  return draft.finish({ freezeColumns: 2 });
}

/** Value of a cell that sums add, by `row,column`. */
type Sums = Map<string, number>;

function sectionsFor(plan: Plan, unit: string | null): readonly SectionRows[] {
  return plan.stages.flatMap((stage): readonly SectionRows[] => {
    const schools = schoolsOf(plan, stage.id);
    if (unit === null) return [{ stage, own: schools, spare: 0, names: [] }];
    const own = schools.filter(({ builder }) => builder.value === unit);
    const open = schools.filter(({ builder }) => builder.value === null);
    if (own.length + open.length === 0) return [];
    const names = open.flatMap(({ name }) => (name === null ? [] : [name]));
    return [{ stage, own, spare: open.length, names }];
  });
}

function putSection(
  draft: SheetDraft,
  { stage, own, spare, names }: SectionRows,
  unit: string | null,
  sums: Sums,
): readonly number[] {
  draft.wide('section', stage.heading);
  const subtotal = stage.hasSubtotal ? draft.row++ : null;
  const rows: number[] = [];
  for (const school of own) {
    rows.push(draft.row);
    putSchool(draft, school, rows.length, unit, sums);
    draft.row++;
  }
  const first = rows[0] ?? draft.row;
  for (let i = 0; i < spare; i++) {
    rows.push(draft.row);
    putSpare(draft, first);
    draft.row++;
  }
  if (spare > 0) {
    const area = columnArea(NAME, draft.row - spare, draft.row - 1);
    draft.validate(listOf(area, names, false, '从列表中选择本单位承建的学校；没有的可以直接填写'));
  }
  if (subtotal === null) return rows;
  putSums(draft, subtotal, '小计：', 'subtotal', rows, sums);
  return [subtotal];
}

function putSchool(draft: SheetDraft, school: PlanSchool, sequence: number, unit: string | null, sums: Sums): void {
  const { row } = draft;
  draft.height(row, ROW_HEIGHT);
  draft.put(row, 0, 'bodyCentre', sequence);
  draft.put(row, NAME, school.name === null ? 'input' : 'body', school.name);
  for (const field of SCHOOL_MEASURES) {
    const column = MEASURE_COLUMNS[field];
    const { value } = school[field];
    draft.put(row, column, value === null ? 'input' : 'number', value, MEASURE_FORMATS[field]);
    if (value !== null) sums.set(`${row},${column}`, value);
  }
  const builder = school.builder.value ?? unit;
  draft.put(row, BUILDER, builder === null ? 'input' : 'body', builder);
  draft.put(row, REMARK, 'input', school.remark.value);
  putProgress(draft, row);
}

function putSpare(draft: SheetDraft, first: number): void {
  const { row } = draft;
  draft.height(row, ROW_HEIGHT);
  const names = `$${columnName(NAME)}$${first + 1}:${cellName(row, NAME)}`;
  draft.put(row, 0, 'bodyCentre', { formula: `=IF(${cellName(row, NAME)}="","",COUNTA(${names}))`, cached: '' });
  draft.put(row, NAME, 'input', null);
  for (const field of SCHOOL_MEASURES) draft.put(row, MEASURE_COLUMNS[field], 'input', null, MEASURE_FORMATS[field]);
  draft.put(row, BUILDER, 'input', null);
  draft.put(row, REMARK, 'input', null);
  putProgress(draft, row);
}

function putProgress(draft: SheetDraft, row: number): void {
  for (let column = STATUS; column < COLUMNS.length; column++) {
    const format = DATES.includes(column) ? 'yyyy-mm-dd' : column === 11 ? '0' : column === 12 ? '0.00' : undefined;
    draft.put(row, column, 'input', null, format);
  }
}

function putSums(
  draft: SheetDraft,
  row: number,
  label: string,
  role: 'subtotal' | 'total',
  adds: readonly number[],
  sums: Sums,
): void {
  COLUMNS.forEach((_, column) => {
    const format = SUMS[column];
    const formula = format === undefined ? null : sumFormula(adds, column);
    let content: DraftContent = column === 0 ? label : null;
    if (formula !== null) {
      const cached = clean(adds.reduce((total, each) => total + (sums.get(`${each},${column}`) ?? 0), 0));
      sums.set(`${row},${column}`, cached);
      content = { formula, cached };
    }
    draft.put(row, column, role, content, formula === null ? undefined : format);
  });
}

function validate(draft: SheetDraft, plan: Plan, top: number, bottom: number): void {
  const area = (column: number) => columnArea(column, top, bottom);
  draft.validate(wholeNumbers(area(2), 1000));
  draft.validate(wholeNumbers(area(3), 100_000));
  draft.validate(decimals(area(4), 10_000, '亩'));
  draft.validate(
    listOf(
      area(BUILDER),
      plan.builders.map(({ name }) => name),
      true,
    ),
  );
  draft.validate(listOf(area(STATUS), Object.values(PROGRESS_WORDS), true));
  for (const column of DATES) draft.validate(dates(area(column), plan));
  draft.validate(wholeNumbers(area(11), 100_000));
  draft.validate(decimals(area(12), 10_000_000, '万元'));
}
