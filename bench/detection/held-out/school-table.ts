import { stageOf, yichunPlan as plan } from '../../../src/plan';
import { cellName, columnName, type CellValue } from '../../../src/workbook';
import type { Book, Page } from './book';
import { rounded } from './arithmetic';
import type { Reported } from './figures';

export type SchoolColumn = Exclude<keyof Reported, 'id' | 'shown' | 'stage'> | 'sequence' | 'stage' | 'empty';

export interface DrawnColumn {
  readonly of: SchoolColumn;
  /** Header text, one per header row, from the top; neighbours with the same text are merged. */
  readonly header: readonly string[];
  /** Cells hold the figure times this (亩 → 公顷 and the like), rounded to `digits`. */
  readonly times?: number;
  readonly digits?: number;
  readonly format?: string;
  readonly say?: (value: CellValue, school: Reported) => CellValue;
}

export interface SchoolStyle {
  readonly columns: readonly DrawnColumn[];
  readonly stages: 'heading' | 'column' | 'mergedColumn' | 'none';
  readonly heading?: (stage: string, position: number) => string;
  readonly subtotal: 'above' | 'below' | 'none';
  readonly subtotalWord?: (stage: string) => string;
  readonly total: 'first' | 'last' | 'none';
  readonly totalWord?: string;
  readonly sums: 'sum' | 'subtotal' | 'plus' | 'typed';
  /** Column of the words 小计, 合计. */
  readonly wordIn: 'sequence' | 'name';
  /** Numbers run on over the stages instead of starting anew. */
  readonly runOn?: boolean;
  readonly repeatHeaderAt?: number;
  /** An empty row between the stages. */
  readonly blankBetween?: boolean;
}

const SUMMED = new Set<SchoolColumn>(['classes', 'seats', 'land', 'formed', 'investment', 'invested']);
const CENTRED_DATE = 'yyyy"年"m"月"d"日"';

/** Draws 附件2 from (row, column) on; returns the first row below it. */
export function drawSchools(
  book: Book,
  page: Page,
  at: [number, number],
  schools: readonly Reported[],
  style: SchoolStyle,
): number {
  const [top, left] = at;
  const columnOf = (of: SchoolColumn): number => left + style.columns.findIndex((column) => column.of === of);
  let row = drawHeader(book, page, top, left, style.columns);
  const totalRow = style.total === 'first' ? row++ : null;
  const stages = plan.stages.filter((stage) => schools.some((school) => school.stage === stage.id));
  const parts: { stage: string; subtotal: number | null; first: number; last: number }[] = [];
  let number = 0;
  stages.forEach((stage, position) => {
    const members = schools.filter((school) => school.stage === stage.id);
    if (style.blankBetween && position > 0) row++;
    if (style.stages === 'heading') {
      const spot = page.put(row, left, (style.heading ?? ((name: string) => name))(stage.name, position));
      book.mark(`heading/${stage.id}`, spot);
      page.merge(row, left, row, left + style.columns.length - 1);
      row++;
    }
    const hasSubtotal = style.subtotal !== 'none' && members.length > 1;
    const blockTop = row;
    const above = hasSubtotal && style.subtotal === 'above' ? row++ : null;
    const first = row;
    if (!style.runOn) number = 0;
    members.forEach((school, i) => {
      if (style.repeatHeaderAt === row - top) {
        row = drawHeader(null, page, row, left, style.columns);
      }
      drawSchool(book, page, row, left, school, ++number, i === 0, style);
      row++;
    });
    const last = row - 1;
    const below = hasSubtotal && style.subtotal === 'below' ? row++ : null;
    if (style.stages === 'mergedColumn') page.merge(blockTop, columnOf('stage'), row - 1, columnOf('stage'));
    if (style.stages === 'mergedColumn' && above !== null) {
      page.cells.delete(`${first},${columnOf('stage')}`);
      book.mark(`stage/${stage.id}`, page.put(above, columnOf('stage'), stage.name));
    }
    const subtotal = above ?? below;
    parts.push({ stage: stage.id, subtotal, first, last });
    if (subtotal !== null) {
      const word = (style.subtotalWord ?? (() => '小计'))(stage.name);
      page.put(subtotal, columnOf(style.wordIn), word);
      for (const [i, column] of style.columns.entries()) {
        if (!SUMMED.has(column.of)) continue;
        const letter = columnName(left + i);
        const sum = rounded(
          members.reduce((total, school) => total + numberOf(column, school), 0),
          4,
        );
        const plus = members.map((_, k) => `${letter}${first + k + 1}`).join('+');
        const range = `${letter}${first + 1}:${letter}${last + 1}`;
        const formula = { sum: `=SUM(${range})`, subtotal: `=SUBTOTAL(9,${range})`, plus: `=${plus}`, typed: sum }[
          style.sums
        ];
        book.mark(`subtotal/${stage.id}/${column.of}`, page.put(subtotal, left + i, formula));
      }
    }
  });
  if (style.total === 'none') return row;
  const at_ = totalRow ?? row++;
  page.put(at_, columnOf(style.wordIn), style.totalWord ?? '合计');
  for (const [i, column] of style.columns.entries()) {
    if (!SUMMED.has(column.of)) continue;
    const letter = columnName(left + i);
    const sum = rounded(
      schools.reduce((total, school) => total + numberOf(column, school), 0),
      4,
    );
    const terms = parts.map(({ subtotal, first, last }) =>
      subtotal !== null
        ? `${letter}${subtotal + 1}`
        : first === last
          ? `${letter}${first + 1}`
          : `SUM(${letter}${first + 1}:${letter}${last + 1})`,
    );
    const formula =
      style.sums === 'typed' ? sum
      : style.sums === 'subtotal' ? `=SUBTOTAL(9,${letter}${(parts[0]?.first ?? 0) + 1}:${letter}${(parts.at(-1)?.last ?? 0) + 1})`
      : style.subtotal === 'none' ? `=SUM(${letter}${(parts[0]?.first ?? 0) + 1}:${letter}${(parts.at(-1)?.last ?? 0) + 1})`
      : `=${terms.join('+')}`; // prettier-ignore
    book.mark(`total/${column.of}`, page.put(at_, left + i, formula));
  }
  return row;
}

function numberOf(column: DrawnColumn, school: Reported): number {
  const value = school[column.of as keyof Reported];
  return typeof value === 'number' ? rounded(value * (column.times ?? 1), column.digits ?? 4) : 0;
}

function drawSchool(
  book: Book,
  page: Page,
  row: number,
  left: number,
  school: Reported,
  number: number,
  isFirst: boolean,
  style: SchoolStyle,
): void {
  style.columns.forEach((column, i) => {
    const { of } = column;
    let value: CellValue;
    if (of === 'sequence') value = number;
    else if (of === 'empty') value = null;
    else if (of === 'stage') {
      if (style.stages === 'mergedColumn' && !isFirst) return;
      value = stageOf(plan, school.stage)?.name ?? '';
    } else {
      const own = school[of];
      value = typeof own === 'number' && column.times !== undefined ? numberOf(column, school) : own;
      if (of === 'rate' && column.format === undefined && column.times === undefined) {
        const [a, b] = (['invested', 'investment'] as const).map((name) =>
          style.columns.findIndex((one) => one.of === name),
        );
        if (a !== undefined && b !== undefined && a >= 0 && b >= 0)
          value = `=ROUND(${cellName(row, left + a)}/${cellName(row, left + b)}*100,2)`;
      }
    }
    if (column.say) value = column.say(value, school);
    const isDate = ['started', 'due', 'completed'].includes(of) && typeof value === 'number';
    const spot = page.put(row, left + i, value === '' ? null : value, column.format ?? (isDate ? CENTRED_DATE : null));
    book.mark(`school/${school.id}/${of}`, spot);
  });
}

function drawHeader(book: Book | null, page: Page, top: number, left: number, columns: readonly DrawnColumn[]): number {
  const height = Math.max(...columns.map((column) => column.header.length));
  const at = (i: number, level: number): string | undefined => {
    const header = columns[i]?.header;
    return header ? header[Math.min(level, header.length - 1)] : undefined;
  };
  const sameAbove = (i: number, j: number, level: number): boolean =>
    Array.from({ length: level + 1 }, (_, k) => at(i, k) === at(j, k)).every(Boolean);
  columns.forEach((column, i) => {
    column.header.forEach((text, level) => {
      const isLast = level === column.header.length - 1;
      if (isLast) {
        const spot = page.put(top + level, left + i, text);
        book?.mark(`header/${column.of}`, spot);
        page.merge(top + level, left + i, top + height - 1, left + i);
        return;
      }
      if (i > 0 && (columns[i - 1]?.header.length ?? 0) > level + 1 && sameAbove(i - 1, i, level)) return;
      let end = i;
      while (
        end + 1 < columns.length &&
        (columns[end + 1]?.header.length ?? 0) > level + 1 &&
        sameAbove(end + 1, i, level)
      )
        end++;
      page.put(top + level, left + i, text);
      page.merge(top + level, left + i, top + level, left + end);
    });
  });
  return top + height;
}
