import { cellName, madeSheetOf, withAdditions, type MadeSheet, type SheetSpec } from '../../src/workbook';
import { type Paper, specOf, type Line } from './made-up-sheet';

export const HEAD: readonly Line[] = [
  ['title', '合成台账'],
  ['unitLine', '填报单位：____'],
  ['header', '序号', '学校', '学位', '进展'],
];
export const FOOT: readonly Line[] = [
  ['note', '注：合成数据。'],
  ['signature', '填表人：____'],
];
export const school = (name: string, seats = 1080, status: string | null = ''): Line => [
  'body',
  1,
  name,
  seats,
  status,
];
export const ledger = (...lines: readonly Line[]): SheetSpec =>
  specOf([...HEAD, ...lines, ...FOOT], { keyColumns: [1] });

/** Rows: 甲校 3, 乙校 4, 丙校 5; note 6, signature 7. */
export const BEFORE = ledger(school('甲校'), school('乙校'), school('丙校'));

/** Cell → what is put there. Formulas as such; what a label says without where it came from. */
export function kept(
  before: SheetSpec,
  paper: Paper,
  after: SheetSpec,
  made: MadeSheet = madeSheetOf(before),
): Record<string, unknown> {
  const cells = withAdditions(after, paper.snapshot(), made).kept ?? [];
  const found = cells.map(({ row, column, content }) => [
    cellName(row, column),
    content.kind === 'formula' ? content.formula : content.kind === 'value' ? content.value : null,
  ]);
  return Object.fromEntries(found) as Record<string, unknown>;
}
