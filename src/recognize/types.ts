import type { StageId } from '../plan';
import type { Area, CellRef, SheetSnapshot } from '../workbook';

/** What a submission hands in. */
export type EntryKind = 'schools' | 'funds' | 'responsibilities' | 'indicators';
export const ENTRY_KINDS: readonly EntryKind[] = ['schools', 'funds', 'responsibilities', 'indicators'];

/** `summary`: one row for each stage or each builder, which only repeats what lists of schools say. */
export type TableKind = EntryKind | 'summary';
export const TABLE_KINDS: readonly TableKind[] = [...ENTRY_KINDS, 'summary'];

/** What a column may hold. `name` fields identify the row. */
export type FieldId =
  // all tables
  | 'sequence'
  | 'remark'
  | 'progressNote' // 进展情况
  | 'problem' // 存在问题
  | 'rate' // 完成率、执行率
  | 'gap' // 差额
  // 附件2
  | 'schoolName'
  | 'stage'
  | 'plannedClasses'
  | 'plannedSeats'
  | 'plannedLand'
  | 'builder'
  | 'buildKind'
  | 'status' // 形象进度、项目状态
  | 'progressShare' // 形象进度（%）
  | 'startedOn'
  | 'plannedCompletion'
  | 'completedOn'
  | 'updatedOn'
  | 'formedSeats' // 已形成学位
  | 'originalSeats'
  | 'suppliedLand' // 已供地
  | 'invested' // 完成投资
  | 'investedBefore' // 截至上期累计完成投资
  | 'investedThisPeriod' // 本期完成投资
  | 'investedThisYear' // 本年完成投资
  | 'plannedInvestment'
  | 'floorArea' // 建筑面积
  | 'classSize'
  | 'isLagging'
  | 'isOpen' // 是否投用
  // 分学段、分单位汇总
  | 'groupName' // 学段、建设主体
  | 'schoolCount'
  | 'finishedCount' // 已完工所数
  | 'buildingCount' // 在建所数
  | 'waitingCount' // 未开工所数
  // 附件3
  | 'fundName'
  | 'fundContent'
  | 'amount'
  | 'allocated' // 已下达
  | 'spent' // 已支出
  | 'balance' // 结余
  | 'usingUnit'
  // 附件1
  | 'heading' // 一级标题
  | 'measure' // 工作举措
  | 'departments'
  | 'state' // 完成情况
  | 'deadline' // 完成时限
  | 'nextStep'
  // 指标
  | 'indicatorName'
  | 'unit'
  | 'target'
  | 'previous'
  | 'actual'
  | 'isReached'
  | 'responsibleUnit';

export type ValueType = 'text' | 'wholeNumber' | 'number' | 'percent' | 'date' | 'list';

/** A known column; one file each in `fields/`. */
export interface FieldDefinition {
  readonly id: FieldId;
  readonly tables: readonly TableKind[];
  /** As a person names it: `规划班数`. */
  readonly title: string;
  /** Header words, the plan's own first. Compared after width folding and removal of spaces, brackets and units. */
  readonly words: readonly string[];
  /** How offices put further words for the column together: `计划可提供学位数`; compared like a word. Absent where words suffice. */
  readonly composed?: RegExp;
  /** Words that mean the column only where the header states one of its units: `累计完成` in 万元. Compared like {@link composed}. */
  readonly composedWithUnit?: RegExp;
  /** The units that {@link composedWithUnit} asks for, where not all of the field's: 面积 in 亩 is land. */
  readonly composedUnits?: readonly string[];
  readonly type: ValueType;
  /** The unit that the program counts in, e.g. `亩`; `null` for text. */
  readonly unit: string | null;
  /** Other units that a header or a cell may state → factor to `unit` (`万个` → 10000). */
  readonly unitFactors: Readonly<Record<string, number>>;
  /** The column must be there for the table to be complete (the plan's own columns). */
  readonly required: boolean;
  /** Adding it up over rows makes sense. */
  readonly summable: boolean;
  /** Grows from period to period, never falls. */
  readonly cumulative: boolean;
}

/** A column of a recognized table. */
export interface RecognizedColumn {
  readonly field: FieldId;
  /** 0-based sheet column. */
  readonly column: number;
  /** The header as it stands, its lines joined by a space. */
  readonly header: string;
  /** Unit that the header or the unit line states; `null` where neither does. */
  readonly unit: string | null;
  /** 0-based cell that states the unit. */
  readonly unitAt: CellRef | null;
  /** Multiply a cell's number by this to get the field's own unit. */
  readonly factor: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A column that no known field claims; kept and shown, never dropped. */
export interface UnknownColumn {
  readonly column: number;
  readonly header: string;
}

export type RowRole =
  | 'data'
  | 'heading' // 一、高中阶段
  | 'subtotal'
  | 'total'
  | 'ofWhich' // 其中：…
  | 'repeatedHeader'
  | 'blank'
  | 'note'; // notes, signatures

/** One part of a table under a heading (or one stage of a plain column); rows are 0-based sheet rows. */
export interface Section {
  /** The plan's stage; `null` where the heading means none of them or there is none. */
  readonly stage: StageId | null;
  /** The plan's builder, where the table is grouped by builders instead of stages: `二、袁州区`. */
  readonly builder: string | null;
  /** As it stands: `二、初中`; empty for a table without sections. */
  readonly label: string;
  readonly headingRow: number | null;
  readonly subtotalRow: number | null;
  readonly rows: readonly number[];
  readonly ofWhichRows: readonly number[];
}

/**
 * A table of the plan found on a sheet. One with an entry per column is read from the sheet turned on its side: rows,
 * columns and areas are those of `sheet`, whose `standing` is the sheet as it stands in the workbook.
 */
export interface RecognizedTable {
  readonly kind: TableKind;
  readonly sheet: SheetSnapshot;
  /** From the first header row to the last row of the table, all recognized columns. */
  readonly area: Area;
  readonly headerRows: { readonly first: number; readonly last: number };
  /** Title above the table, where there is one. */
  readonly title: string | null;
  readonly columns: readonly RecognizedColumn[];
  readonly byField: ReadonlyMap<FieldId, RecognizedColumn>;
  readonly unknownColumns: readonly UnknownColumn[];
  /** Role of each sheet row from `area.top` to `area.bottom`: `roles[row - area.top]`. */
  readonly roles: readonly RowRole[];
  readonly sections: readonly Section[];
  readonly sectionStyle: 'headingRows' | 'stageColumn' | 'onePerSheet' | 'none';
  readonly totalRow: number | null;
  /** All data rows in order (0-based sheet rows). */
  readonly dataRows: readonly number[];
  /** 0 to 1, and the reasons in plain Chinese. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** A table whose rows a unit hands in, and not one that sums up others. */
export type EntryTable = RecognizedTable & { readonly kind: EntryKind };

export function isEntryTable(table: RecognizedTable): table is EntryTable {
  return table.kind !== 'summary';
}

/** Something said about the whole workbook or sheet, with the cell that says it. */
export interface Stated<T> {
  readonly value: T;
  readonly at: CellRef | null;
  /** `填报单位行`, `建设主体列`, `工作表名`, `文件名`. */
  readonly from: string;
}

/** 填报期: a month, a quarter or a year. */
export interface Period {
  readonly year: number;
  /** The last month of a quarter. */
  readonly month: number;
  readonly quarter: number | null;
  /** `2023年6月` */
  readonly text: string;
}

/** A line such as `填报人：张三` near the title or below the table; `value` is empty where it was left open. */
export interface FormLine {
  readonly label: 'reportingUnit' | 'preparedBy' | 'phone' | 'reviewedBy' | 'head' | 'reportedOn' | 'period';
  /** The label as the workbook writes it: `填表人`. */
  readonly word: string;
  readonly value: string;
  /** What a template left where the answer belongs (`{{单位名称}}`); the value is empty then. */
  readonly mark: string | null;
  /** The cell that holds the answer, or in which it is missing. */
  readonly at: CellRef;
}

export interface UnrecognizedSheet {
  readonly sheet: string;
  /**
   * `twoRows`: each entry fills two rows, planned and actual. `lying`: what may be a table of the plan with one entry
   * per column instead of per row, but cannot be read for certain.
   */
  readonly reason: 'empty' | 'noTable' | 'lying' | 'twoRows' | 'coverOrNotes' | 'generated';
  /** Plain Chinese: what was seen instead. */
  readonly detail: string;
}

/** The sheet holds what is probably a table of the plan, laid out so that it could not be read. */
export function isUnread({ reason }: UnrecognizedSheet): boolean {
  return reason === 'lying' || reason === 'twoRows';
}

/** What is where in a workbook. Every sheet is either in `tables` or in `unrecognized`. */
export interface Recognition {
  readonly tables: readonly RecognizedTable[];
  readonly unrecognized: readonly UnrecognizedSheet[];
  /** A builder's name of the plan (`袁州区`), or `null`. */
  readonly unit: Stated<string> | null;
  /** The unit as it was written, where it is none of the plan's builders. */
  readonly statedUnit: Stated<string> | null;
  readonly periods: readonly Stated<Period>[];
  readonly formLines: readonly FormLine[];
  /**
   * `submission`: a unit hands it in (it says 填报单位 or the like); `plan`: the plan's own annexes or a city-wide
   * table of them; `other`: a table on its own.
   */
  readonly purpose: 'submission' | 'plan' | 'other';
}
