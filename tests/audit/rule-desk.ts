import { FREE_PROFILE, type Profile, type Rule } from '../../src/audit';
import { makeContext } from '../../src/audit/context';
import type { Report } from '../../src/audit/rule';
import { yichunPlan, type Plan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { cellName, sheetFromGrid, workbookOf, type CellValue } from '../../src/workbook';
import { parseGrid, workbookOfCase, type Case } from './cases';

export interface Desk {
  readonly unit?: string;
  readonly plan?: Plan;
  readonly profile?: Profile;
}

/** What one rule alone says of a sheet, before causes and equal faults are put together. */
export function reportsOf(rule: Rule, one: Omit<Case, 'name'>, desk: Desk = {}): readonly Report[] {
  const { plan = yichunPlan, profile = FREE_PROFILE } = desk;
  const workbook = workbookOfCase({ name: '', ...one });
  const recognition = recognizeWorkbook(workbook, plan);
  const unit = desk.unit ?? recognition.unit?.value ?? null;
  const before =
    one.before === undefined ? null : workbookOf([sheetFromGrid(one.sheet ?? '附件2', parseGrid(one.before))]);
  const previous = before && { workbook: before, recognition: recognizeWorkbook(before, plan) };
  return [...rule.check(makeContext({ workbook, recognition, plan, profile, unit, previous }))];
}

/** `F3 rate 60→40` */
export function said(rule: Rule, one: Omit<Case, 'name'>, desk: Desk = {}): readonly string[] {
  return reportsOf(rule, one, desk).map(({ place: { area }, message, found, expected }) => {
    const [first, last] = area ? [cellName(area.top, area.left), cellName(area.bottom, area.right)] : ['', ''];
    const values = expected === '' ? found : `${found}→${expected}`;
    return [first === last ? first : `${first}:${last}`, message, values].filter((part) => part !== '').join(' ');
  });
}

/** A grid of a header line (`A1` on) and rows below it. */
export function gridOf(header: string, ...rows: readonly (readonly CellValue[])[]): string {
  const columns = header.split('|').length;
  const letters = Array.from({ length: columns }, (_, i) => cellName(0, i).slice(0, -1)).join(' | ');
  const text = (cell: CellValue | undefined): string =>
    cell === null || cell === undefined
      ? ''
      : typeof cell === 'string' && /^-?\d+(?:\.\d+)?$/u.test(cell)
        ? `'${cell}`
        : String(cell);
  const lines = rows.map(
    (row, i) => `| ${i + 2} | ${Array.from({ length: columns }, (_, c) => text(row[c])).join(' | ')} |`,
  );
  return [`|   | ${letters} |`, `| 1 | ${header} |`, ...lines].join('\n');
}
