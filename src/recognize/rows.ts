import type { Plan, StageId } from '../plan';
import { columnName, formulaAt, isBlank, squeezed, trimmed } from '../workbook';
import type { HeaderBlock } from './header-block';
import { isColumnNumbers, isRepeatedHeader } from './repeated-header';
import { plainRow, placesOf, stageColumn, WHOLE, type Places } from './plain-row';
import { labelOf } from './row-label';
import type { SheetView } from './sheet-view';
import { headingLevel, type StageMatcher } from './stages';
import type { RowRole } from './types';

/** A row of a table after a first look. */
export interface ReadRow {
  readonly row: number;
  readonly role: RowRole;
  /** The words that gave the row its role; empty for data. */
  readonly label: string;
  /** Stage that the heading or the stage column names. */
  readonly stage: StageId | null;
  /** The plan's builder that a heading or a subtotal names. */
  readonly builder: string | null;
  /** A heading that carries its section's subtotal itself. */
  readonly hasFigures: boolean;
  /** 2 for `（一）…` below `一、…`. */
  readonly level: 1 | 2;
}

/** What is needed to look at rows of one table. */
export interface RowReader {
  readonly view: SheetView;
  readonly block: HeaderBlock;
  readonly stageOf: StageMatcher;
  /** Words for the plan's builders → their names. */
  readonly builders: BuilderWords;
}

/** Names of areas are short; longer names need no comparing. */
const LONGEST_WHOLE = 16;

export type BuilderWords = ReadonlyMap<string, string>;

export function builderWords(plan: Plan): BuilderWords {
  return new Map(
    plan.builders.flatMap(({ name, aliases }) => [name, ...aliases].map((word) => [squeezed(word), name] as const)),
  );
}

/** The builder that a label stands for: `二、袁州区`, `袁州区（12所）`, `袁州区小计：`. */
function builderOf(builders: BuilderWords, label: string): string | null {
  if (label.length > 24) return null;
  const bare = squeezed(label)
    .replace(/(?:小计|合计|总计|共计)?[:：]?$/u, '')
    .replace(/\(\d+[所个]\)$/u, '')
    .replace(/^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,:])/u, '');
  return builders.get(bare) ?? null;
}

/** Reads the rows below a header until `end` (exclusive) or until notes follow the table. */
export function readRows(reader: RowReader, end: number): readonly ReadRow[] {
  const { block } = reader;
  const places = placesOf(block);
  const rows: ReadRow[] = [];
  let ended = false;
  for (let row = block.last + 1; row < end; row++) {
    if (rows.at(-1)?.role === 'blank' && startsOtherTable(reader, places, row)) break;
    const read = readRow(reader, places, row);
    if (ended && read.role !== 'note' && read.role !== 'blank') {
      // Something like data after a note: the note stood inside the table.
      if (read.role === 'data' && !looksLikeRow(reader, places, row)) rows.push({ ...read, role: 'note' });
      else {
        ended = false;
        rows.push(read);
      }
      continue;
    }
    const before = rows.at(-1);
    if (read.role === 'subtotal' && before?.role === 'ofWhich' && isUnnumberedStage(read.label)) {
      // 其中：中职 is followed by 普通高中: the second part of the same breakdown.
      rows.push({ ...read, role: 'ofWhich' });
      continue;
    }
    if (read.role === 'note' && rows.some((before) => before.role === 'data')) ended = true;
    rows.push(read);
  }
  return dropNumberedSpares(reader.block.kind === 'indicators' ? wholesAsRows(rows) : rows, reader, places);
}

/** 合计 below 二、新增学校（所） is an indicator like its parts, and has a target of its own. */
function wholesAsRows(rows: readonly ReadRow[]): readonly ReadRow[] {
  let isGrouped = false;
  return rows.map((row) => {
    isGrouped ||= row.role === 'heading';
    return isGrouped && (row.role === 'total' || row.role === 'subtotal') ? { ...row, role: 'data', label: '' } : row;
  });
}

/** A lone title and, below it, headers other than this table's where figures would stand: what follows is another table. */
function startsOtherTable({ view, block }: RowReader, places: Places, row: number): boolean {
  const textsOf = (of: number): readonly string[] | null => {
    const texts: string[] = [];
    for (let column = view.left; column <= view.right; column++) {
      const value = view.value(of, column);
      if (typeof value === 'number' || (isBlank(value) && !view.blank(of, column))) return null;
      if (typeof value === 'string' && value.trim() !== '') texts.push(value);
    }
    return texts;
  };
  if (textsOf(row)?.length !== 1 || isRepeatedHeader(view, block, row + 1)) return false;
  const below = textsOf(row + 1);
  const inFigures = places.figures.filter((column) => typeof view.value(row + 1, column) === 'string');
  const isHeader = below?.every((text) => text.length <= 20 && !/\d|[:：]/u.test(text)) ?? false;
  return isHeader && (below?.length ?? 0) >= 3 && inFigures.length >= 2;
}

function isUnnumberedStage(label: string): boolean {
  return !/计/u.test(label) && headingLevel(label) === null;
}

function readRow(reader: RowReader, places: Places, row: number): ReadRow {
  const plain = plainRow(reader, places, row);
  if (plain) return plain;
  const { view, block, stageOf, builders } = reader;
  let filled = 0;
  let texts = 0;
  let only = '';
  let hasFigures = false;
  let waiting = 0;
  for (let column = block.left; column <= block.right; column++) {
    const value = view.value(row, column);
    if (isBlank(value)) continue;
    filled++;
    if (typeof value !== 'string') continue;
    texts++;
    only = trimmed(value);
  }
  for (const column of places.figures) {
    if (!isBlank(view.value(row, column))) hasFigures = true;
    else if (!view.blank(row, column)) waiting++;
  }
  // Formulas that nobody has calculated are figures beside a label; alone they belong to a spare row.
  if (filled > 0 && waiting > 0) {
    filled += waiting;
    hasFigures = true;
  }
  const base = { row, label: '', stage: null, builder: null, hasFigures, level: 1 as const };
  if (filled === 0) return { ...base, role: isInsideMerge(view, block, places, row) ? 'data' : 'blank' };

  if (filled === 1 && texts === 1) {
    // Alone in its row, a note or signature counts wherever it stands.
    const label = labelOf(only);
    if (label === 'note' || label === 'signature') return { ...base, role: 'note', label: only };
  }
  for (const column of places.labels) {
    const value = view.value(row, column);
    if (typeof value !== 'string' || value === '') continue;
    const label = labelOf(value);
    // Among indicators, 其中：中职 is an indicator of its own.
    if (label === null || (label === 'ofWhich' && block.kind === 'indicators')) continue;
    const text = trimmed(value);
    if (label === 'note' || label === 'signature') {
      if (!hasFigures || texts === filled || /[:：]$/u.test(text)) return { ...base, role: 'note', label: text };
      continue;
    }
    if (
      column === places.name &&
      places.sequence !== null &&
      typeof view.value(row, places.sequence) === 'number' &&
      label !== 'ofWhich'
    )
      continue;
    const stage =
      stageOf(squeezed(text).replace(/(?:小计|合计|总计|共计)[:：]?$/u, '')) ?? stageColumn(reader, places, row);
    return { ...base, role: label, label: text, stage, builder: builderOf(builders, text) };
  }
  const heading = headingOf(reader, places, row, filled, texts, only, hasFigures);
  if (heading) return { ...base, ...heading };

  const name = trimmed(String(view.value(row, places.name) ?? ''));
  if (hasFigures) {
    // The area's name may stand in the column of the numbers as well.
    const label = name === '' ? trimmed(String(view.value(row, places.sequence ?? places.name) ?? '')) : name;
    const bare = label.length <= LONGEST_WHOLE ? squeezed(label) : '';
    if (WHOLE.test(bare) || (block.kind === 'schools' && builders.has(bare)))
      return { ...base, role: 'total', label, builder: builders.get(bare) ?? null };
  }
  if (filled === 1 && texts === 1 && name !== only) {
    if (only.length > 20 || isWide(view, block, row)) return { ...base, role: 'note', label: only };
  }
  if (
    filled === 1 &&
    texts === 1 &&
    name === only &&
    (only.length > 40 || /^\d+[.、]/u.test(only)) &&
    block.kind !== 'responsibilities'
  ) {
    return { ...base, role: 'note', label: only };
  }
  if (texts === 0 && addsUp(reader, places, row)) return { ...base, role: 'total' };
  if (isRepeatedHeader(view, block, row) || isColumnNumbers(view, block, row, filled))
    return { ...base, role: 'repeatedHeader' };
  return { ...base, role: 'data', stage: stageColumn(reader, places, row) };
}

/** Without a word, but with sums over rows in two columns at least: a total that lost its 合计. */
function addsUp({ view }: RowReader, places: Places, row: number): boolean {
  const sums = places.figures.filter((column) => {
    const formula = formulaAt(view.sheet, row, column);
    const first = /^=(?:SUM\(|SUBTOTAL\(\d+,)?\$?([A-Z]+)\$?\d+(?::|[+,]\$?\1)/iu.exec(formula ?? '');
    return first?.[1]?.toUpperCase() === columnName(column);
  });
  return sums.length >= 2;
}

type Heading = Pick<ReadRow, 'role' | 'label' | 'stage' | 'builder' | 'level'>;

function headingOf(
  reader: RowReader,
  places: Places,
  row: number,
  filled: number,
  texts: number,
  only: string,
  hasFigures: boolean,
): Heading | null {
  const { view, block, stageOf, builders } = reader;
  if ((block.kind === 'indicators' || block.kind === 'summary') && hasFigures) return null;
  const words = wordCells(view, block, places, row);
  if (words > 2) return null;
  if (filled === 1 && texts === 1) {
    const stage = stageOf(only);
    const level = headingLevel(only);
    const builder = block.kind === 'schools' ? builderOf(builders, only) : null;
    const isHeading =
      stage !== null ||
      builder !== null ||
      (level !== null && only.length <= 30) ||
      (isWide(view, block, row) && only.length <= 20 && !/[。；;]/u.test(only));
    return isHeading ? { role: 'heading', label: only, stage, builder, level: level ?? 1 } : null;
  }
  // `一 | 高中阶段 | …` and `初中 | 460 | 21850 | …`: a numeral beside the stage, or the stage with its figures.
  const labels = places.labels
    .map((column) => view.value(row, column))
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  if (words > labels.length || labels.length === 0 || labels.length > 2) return null;
  const named = labels.filter((text) => !/^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?$/u.test(trimmed(text)));
  const [word] = named;
  if (named.length !== 1 || word === undefined) return null;
  // Beside a stage column, a stage in the column of the names (小学（2所）) labels a sum over its rows.
  const isBeside = places.stage !== null && labels.length === 1 && view.value(row, places.name) === word;
  const stage = places.stage === null || (isBeside && hasFigures) ? stageOf(word) : null;
  // Without a numeral, a builder with figures is as a rule the total of one district's table.
  const isNumbered = headingLevel(word) !== null || labels.length === 2;
  const builder = block.kind === 'schools' && isNumbered ? builderOf(builders, word) : null;
  if (stage === null && builder === null) return null;
  const label = labels.map((text) => trimmed(text)).join('、');
  return { role: hasFigures ? 'subtotal' : 'heading', label, stage, builder, level: 1 };
}

/** Cells of the row that are filled with anything but figures; figures count in columns that nobody knows as well. */
function wordCells(view: SheetView, block: HeaderBlock, places: Places, row: number): number {
  let count = 0;
  for (let column = block.left; column <= block.right; column++) {
    const value = view.value(row, column);
    if (typeof value === 'string' && value.trim() !== '' && !places.figures.includes(column)) count++;
    // A number left of the figures numbers the row.
    else if (typeof value === 'number' && places.labels.includes(column)) count++;
  }
  return count;
}

/** A merged cell over more than half of the table's columns, at least three. */
function isWide(view: SheetView, block: HeaderBlock, row: number): boolean {
  for (let column = block.left; column <= block.right; column++) {
    const area = view.merge(row, column);
    if (area && area.right - area.left >= 2 && (area.right - area.left + 1) * 2 > block.right - block.left) return true;
  }
  return false;
}

/** Blank, but the name stands in a merged cell that began above. */
function isInsideMerge(view: SheetView, block: HeaderBlock, places: Places, row: number): boolean {
  const area = view.merge(row, places.name);
  return (
    area !== undefined &&
    area.top < row &&
    area.top > block.last &&
    area.left === area.right &&
    view.text(row, places.name) !== ''
  );
}

/** After a note, only a row with a name and something beside it counts as data again. */
function looksLikeRow(reader: RowReader, places: Places, row: number): boolean {
  const { view } = reader;
  return !view.blank(row, places.name) && places.figures.some((column) => typeof view.value(row, column) === 'number');
}

/** Rows of a form that hold a number and nothing else, behind the last filled row, are spare lines. */
function dropNumberedSpares(rows: readonly ReadRow[], reader: RowReader, places: Places): readonly ReadRow[] {
  const { view, block } = reader;
  const isSpare = ({ row, role }: ReadRow): boolean => {
    if (role !== 'data' || places.sequence === null) return false;
    for (let column = block.left; column <= block.right; column++) {
      if (column !== places.sequence && !view.blank(row, column)) return false;
    }
    return !isInsideMerge(view, block, places, row);
  };
  const result = rows.slice();
  for (let i = result.length - 1; i >= 0; i--) {
    const row = result[i];
    if (!row || row.role === 'blank' || row.role === 'note') continue;
    if (!isSpare(row)) break;
    result[i] = { ...row, role: 'blank' };
  }
  return result;
}
