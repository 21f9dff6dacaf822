import type { Draft } from './draft';
import { serial, type Figures } from './figures';

export type InfoField = 'unit' | 'preparer' | 'reviewer' | 'phone' | 'date' | 'period';

export const INFO_WORDS: Readonly<Record<InfoField, string>> = {
  unit: '填报单位',
  preparer: '填表人',
  reviewer: '审核人',
  phone: '联系电话',
  date: '填报日期',
  period: '报告期',
};

export function infoValue(figures: Figures, unit: string, field: InfoField): string {
  const { year, month, people, phone } = figures;
  const values: Readonly<Record<InfoField, string>> = {
    unit,
    preparer: people[0],
    reviewer: people[1],
    phone,
    date: `${year}年${month}月28日`,
    period: `${year}年${month}月`,
  };
  return values[field];
}

/** `填报单位：袁州区` in one cell each, at the given columns. */
export function drawInfoLine(
  draft: Draft,
  leaf: string,
  row: number,
  figures: Figures,
  unit: string,
  parts: readonly (readonly [column: number, field: InfoField, word?: string])[],
): void {
  for (const [column, field, word = INFO_WORDS[field]] of parts) {
    const text = `${word}：${infoValue(figures, unit, field)}`;
    draft.write(leaf, row, column, text, { table: 'info', field, role: 'line', of: 'one' });
  }
}

/** A word in one cell and what it asks for in the next, one below the other (a cover sheet). */
export function drawInfoList(
  draft: Draft,
  leaf: string,
  at: { readonly row: number; readonly column: number },
  figures: Figures,
  unit: string,
  fields: readonly InfoField[],
): void {
  fields.forEach((field, i) => {
    draft.write(leaf, at.row + i, at.column, INFO_WORDS[field]);
    const isDate = field === 'date';
    const value = isDate ? serial([figures.year, figures.month, 28]) : infoValue(figures, unit, field);
    const tag = { table: 'info', field, role: 'line', of: 'apart' } as const;
    draft.write(leaf, at.row + i, at.column + 1, value, tag, isDate ? 'yyyy"年"m"月"d"日"' : undefined);
  });
}

/** A title over the width of the table. */
export function drawTitle(draft: Draft, leaf: string, row: number, width: number, text: string): void {
  draft.write(leaf, row, 0, text);
  draft.merge(leaf, row, 0, row, width - 1);
}
