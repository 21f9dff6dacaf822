import type { FieldId, RecognizedTable, TableKind } from '../../recognize';

/** A column whose cells follow from others of the same row. */
export interface DerivedColumn {
  readonly field: FieldId;
  readonly table: TableKind;
  /** Header of a new column. */
  readonly title: string;
  /** The columns it is made from, in the order of `formula`; `null` where this table does not have them. */
  inputs(table: RecognizedTable): readonly [FieldId, FieldId] | null;
  /** From the two cells as formula text, each already in its field's own unit. */
  readonly formula: (first: string, second: string) => string;
  /** The arithmetic in words: `已支出÷安排金额`. */
  readonly words: string;
  /** `percent`: a share; `number`: in the unit of the first input. */
  readonly result: 'percent' | 'number';
  /** Rows of sums have it too. */
  readonly onSums: boolean;
}

const share = (whole: string, part: string): string => `IF(${whole}=0,"",${part}/${whole})`;
const difference = (from: string, less: string): string => `ROUND(${from}-${less},6)`;
const both =
  (first: FieldId, second: FieldId) =>
  (table: RecognizedTable): readonly [FieldId, FieldId] | null =>
    table.byField.has(first) && table.byField.has(second) ? [first, second] : null;

/** The columns that the plan's tables know, in the order in which new ones are offered. */
export const DERIVED_COLUMNS: readonly DerivedColumn[] = [
  {
    field: 'rate',
    table: 'schools',
    title: '完成率',
    inputs: (table) =>
      /投资/u.test(table.byField.get('rate')?.header ?? '')
        ? both('plannedInvestment', 'invested')(table)
        : both('plannedSeats', 'formedSeats')(table),
    formula: share,
    words: '已完成数÷规划数',
    result: 'percent',
    onSums: true,
  },
  {
    field: 'gap',
    table: 'schools',
    title: '差额',
    inputs: both('plannedSeats', 'formedSeats'),
    formula: difference,
    words: '规划学位－已形成学位',
    result: 'number',
    onSums: true,
  },
  {
    field: 'classSize',
    table: 'schools',
    title: '班额',
    inputs: both('plannedClasses', 'plannedSeats'),
    formula: (classes, seats) => `IF(${classes}=0,"",ROUND(${seats}/${classes},2))`,
    words: '规划学位÷规划班数',
    result: 'number',
    onSums: false,
  },
  {
    field: 'rate',
    table: 'funds',
    title: '执行率',
    inputs: (table) =>
      /拨付|下达/u.test(table.byField.get('rate')?.header ?? '')
        ? both('amount', 'allocated')(table)
        : both('amount', 'spent')(table),
    formula: share,
    words: '已支出÷安排金额',
    result: 'percent',
    onSums: true,
  },
  {
    field: 'balance',
    table: 'funds',
    title: '结余',
    inputs: both('amount', 'spent'),
    formula: difference,
    words: '安排金额－已支出',
    result: 'number',
    onSums: false,
  },
  {
    field: 'gap',
    table: 'funds',
    title: '差额',
    inputs: both('amount', 'spent'),
    formula: difference,
    words: '安排金额－已支出',
    result: 'number',
    onSums: true,
  },
  {
    field: 'rate',
    table: 'indicators',
    title: '完成率',
    inputs: both('target', 'actual'),
    formula: share,
    words: '本期完成÷目标值',
    result: 'percent',
    onSums: false,
  },
  {
    field: 'gap',
    table: 'indicators',
    title: '与目标差距',
    inputs: both('target', 'actual'),
    formula: difference,
    words: '目标值－本期完成',
    result: 'number',
    onSums: false,
  },
];
