import type { Plan, StageId } from '../plan';
import { columnName, squeezed, type SheetSnapshot } from '../workbook';
import { fieldOf } from './fields';
import { headerCandidates } from './header-candidates';
import { linesAbove, type LinesAbove, type UnitLine } from './lines-above';
import { factorOf, readHeader, type HeaderBlock } from './header-block';
import { unitName } from './header-words';
import { planWords, type PlanWords } from './plan-words';
import { labelOf, type RowLabel } from './row-label';
import { builderWords, readRows, type BuilderWords } from './rows';
import { findSections } from './sections';
import type { SheetView } from './sheet-view';
import { stageInText, stageMatcher } from './stages';
import { stripsOf } from './strips';
import type { RecognizedColumn, RecognizedTable } from './types';

/**
 * All tables of one sheet, top to bottom, left to right. Titles and unit lines are read above each table, or are those
 * that the caller has read.
 */
export function readSheetTables(view: SheetView, plan: Plan, above?: LinesAbove): readonly RecognizedTable[] {
  if (view.bottom < view.top) return [];
  const strips = stripsOf(view);
  const parts = strips.length > 1 ? strips.map((strip) => tablesOf(strip, plan, above)) : [];
  // Remarks and lists of choices beside a table are none.
  const found = parts.filter((tables) => tables.length > 0);
  if (found.length > 1) return found.flat().sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  return tablesOf(view, plan, above);
}

function tablesOf(view: SheetView, plan: Plan, above?: LinesAbove): readonly RecognizedTable[] {
  const stageOf = stageMatcher(plan);
  const builders = builderWords(plan);
  const words = planWords(plan, (text) => stageOf(text) ?? builders.get(squeezed(text)) ?? null);
  const blocks = headerBlocks(view, words);
  return blocks.map((block, index) => {
    const below = blocks
      .slice(index + 1)
      .find((other) => other.first > block.last && other.left <= block.right && block.left <= other.right);
    const end = below ? titleStart(view, below, block) : view.bottom + 1;
    const before = blocks.slice(0, index).findLast((other) => other.last < block.first);
    const from = before ? Math.max(before.last + 1, titleStart(view, block, before)) : view.top;
    const lines = above ?? linesAbove(view, Math.max(from, block.first - 10), block.first);
    return readTable(view, plan, block, lines, end, stageOf, builders);
  });
}

/** Header blocks that begin tables; headers that a table repeats are left to the table's rows. */
function headerBlocks(view: SheetView, words: PlanWords): readonly HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  let behind = -1;
  for (const row of headerCandidates(view)) {
    if (row <= behind) continue;
    const found = blocksAt(view, row, words);
    const first = found[0];
    if (!first) continue;
    const previous = blocks.findLast((block) => block.left <= first.right && first.left <= block.right);
    if (previous && repeats(previous, first) && !isClosed(view, previous, first)) continue;
    blocks.push(...found);
    behind = Math.max(...found.map((block) => block.last));
  }
  return blocks;
}

/** One table over the whole width, or several side by side that blank columns part. */
function blocksAt(view: SheetView, row: number, words: PlanWords): readonly HeaderBlock[] {
  const groups = columnGroups(view, row);
  if (groups.length > 1) {
    const parts = groups.flatMap(([left, right]) => readHeader(view, row, left, right, words) ?? []);
    if (parts.length > 1) return parts;
  }
  const whole = readHeader(view, row, view.left, view.right, words);
  return whole ? [whole] : [];
}

/** Runs of columns that are not blank in the header's rows. */
function columnGroups(view: SheetView, row: number): readonly (readonly [number, number])[] {
  const groups: [number, number][] = [];
  let start = -1;
  for (let column = view.left; column <= view.right + 1; column++) {
    const filled = column <= view.right && (view.text(row, column) !== '' || view.text(row + 1, column) !== '');
    if (filled && start < 0) start = column;
    if (!filled && start >= 0) {
      groups.push([start, column - 1]);
      start = -1;
    }
  }
  return groups;
}

function repeats(block: HeaderBlock, other: HeaderBlock): boolean {
  if (saysTheSame(block, other)) return true;
  if (block.kind !== other.kind) return false;
  const same = other.columns.filter((column) =>
    block.columns.some((known) => known.column === column.column && known.field === column.field),
  );
  return same.length === other.columns.length && same.length === block.columns.length;
}

/** Nearly all headers in the same words; what their columns hold may differ, as below a row that was pasted. */
function saysTheSame(block: HeaderBlock, other: HeaderBlock): boolean {
  const words = new Map([...block.columns, ...block.unknown].map(({ column, header }) => [column, squeezed(header)]));
  const said = [...other.columns, ...other.unknown];
  const same = said.filter(({ column, header }) => words.get(column)?.endsWith(squeezed(header)) ?? false);
  return same.length >= 3 && same.length * 10 >= words.size * 8 && same.length * 10 >= said.length * 8;
}

/** The table above has ended with its 合计, so that what follows under the same headers is another table. */
function isClosed(view: SheetView, block: HeaderBlock, next: HeaderBlock): boolean {
  for (let row = next.first - 1; row > block.last; row--) {
    let filled = 0;
    let label: RowLabel = null;
    for (let column = block.left; column <= block.right; column++) {
      if (view.blank(row, column)) continue;
      filled++;
      label ??= labelOf(view.text(row, column));
    }
    if (filled > 2) return label === 'total';
  }
  return false;
}

/** Where the title lines of the next table begin, so that they are not taken for notes or data of this one. */
function titleStart(view: SheetView, next: HeaderBlock, block: HeaderBlock): number {
  let start = next.first;
  for (let row = next.first - 1; row > block.last; row--) {
    let filled = 0;
    for (let column = view.left; column <= view.right; column++) if (!view.blank(row, column)) filled++;
    if (filled === 0) return start;
    if (filled > 2) return start;
    start = row;
  }
  return start;
}

function readTable(
  view: SheetView,
  plan: Plan,
  block: HeaderBlock,
  { title, unitLine }: LinesAbove,
  end: number,
  stageOf: ReturnType<typeof stageMatcher>,
  builders: BuilderWords,
): RecognizedTable {
  const read = readRows({ view, block, stageOf, builders }, end);
  const sheetStage = block.kind === 'schools' ? stageOfSheet(plan, view.sheet.name, title, stageOf) : null;
  const found = findSections(read, sheetStage);
  const columns = withUnitLine(block, unitLine, view.sheet.name);
  const lastOf = found.rows.findLast((row) => row.role !== 'blank' && row.role !== 'note');
  const bottom = Math.max(lastOf?.row ?? block.last, block.last);
  const headerRoles = Array.from({ length: block.last - block.first + 1 }, () => 'repeatedHeader' as const);
  const kept = found.rows.filter((row) => row.row <= bottom);
  return {
    kind: block.kind,
    sheet: view.sheet,
    area: {
      top: block.first,
      left: Math.min(...columns.map((c) => c.column)),
      bottom,
      right: Math.max(...[...columns, ...block.unknown].map((c) => c.column)),
    },
    headerRows: { first: block.first, last: block.last },
    title,
    columns,
    byField: new Map(columns.map((column) => [column.field, column])),
    unknownColumns: block.unknown,
    roles: [...headerRoles, ...kept.map((row) => row.role)],
    sections: found.sections,
    sectionStyle: found.style,
    totalRow: found.totalRow,
    dataRows: kept.filter((row) => row.role === 'data').map((row) => row.row),
    ...sureness(block, columns, view.sheet),
  };
}

function stageOfSheet(
  plan: Plan,
  name: string,
  title: string | null,
  stageOf: ReturnType<typeof stageMatcher>,
): StageId | null {
  return stageOf(name) ?? stageInText(plan, name) ?? (title === null ? null : stageInText(plan, title));
}

/** Columns whose header states no unit take the unit line's, where it names one of theirs. */
function withUnitLine(block: HeaderBlock, line: UnitLine | null, sheet: string): readonly RecognizedColumn[] {
  if (!line) return block.columns;
  return block.columns.map((column) => {
    const field = fieldOf(column.field);
    if (column.unit !== null || field.unit === null || field.type === 'percent') return column;
    const unit = line.units.find((name) => Object.keys(field.unitFactors).some((known) => unitName(known) === name));
    // 个 in a line such as 单位：所、个、亩 says nothing new; the field's own unit is no news either.
    if (unit === undefined) return column;
    return {
      ...column,
      unit,
      unitAt: { sheet, row: line.row, column: line.column },
      factor: factorOf(column.field, unit),
    };
  });
}

function sureness(
  block: HeaderBlock,
  columns: readonly RecognizedColumn[],
  sheet: SheetSnapshot,
): { readonly confidence: number; readonly reasons: readonly string[] } {
  const mean = columns.reduce((sum, column) => sum + column.confidence, 0) / columns.length;
  const known = columns.length / (columns.length + block.unknown.length);
  const confidence = Math.round(mean * (0.7 + 0.3 * known) * 100) / 100;
  const fields = columns.map((column) => fieldOf(column.field).title).join('、');
  const unknown = block.unknown.map((column) => column.header).join('、');
  if (sheet.gathered) {
    const reasons = [`登记卡（一格写项目、旁边一格填内容），认得 ${columns.length} 项：${fields}。`];
    return { confidence, reasons: unknown === '' ? reasons : [...reasons, `未认得的项：${unknown}。`] };
  }
  const lies = sheet.standing !== undefined;
  const names = [...new Set([block.first, block.last])].map((at) => (lies ? columnName(at) : at + 1)).join('-');
  const [header, line] = lies ? [`${names}列`, '行'] : [`第${names}行`, '列'];
  const reasons = [
    `${lies ? '表横着排（每列一项），' : ''}表头在${header}，认得 ${columns.length} ${line}：${fields}。`,
  ];
  if (unknown !== '') reasons.push(`未认得的${line}：${unknown}。`);
  return { confidence, reasons };
}
