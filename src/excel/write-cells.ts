import { STYLES, alignmentOf, BORDER_COLOUR, type RoleStyle } from '../reports/style';
import { areaContains, type Area, type KeptCell, type SheetSpec, type SpecCell } from '../workbook';
import { TRIP_BYTES } from './block-plan';
import { passing } from './problems';
import { putCell, toRectangles } from './rectangles';
import { ACTION_BYTES, type Trip } from './trip';
import { typed } from './typed-text';

type Typed = string | number | boolean;

const ALIGNMENT = { left: 'Left', centre: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', centre: 'Center', bottom: 'Bottom' } as const;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

/** Fills a sheet: number formats, contents, a person's own cells, and looks. */
export async function queueCells(trip: Trip, sheet: Excel.Worksheet, spec: SheetSpec): Promise<void> {
  if (spec.cells.length === 0) return;
  const height = 1 + Math.max(...spec.cells.map(({ row }) => row));
  const width = 1 + Math.max(...spec.cells.map(({ column }) => column));
  const contents = gridOf<Typed>(height, width, '');
  const formats = gridOf(height, width, 'General');
  let bytes = 0;
  for (const cell of spec.cells) {
    const content = typed(cell.content);
    set(contents, cell, content);
    set(formats, cell, formatOf(cell));
    bytes += 40 + (typeof content === 'string' ? 3 * content.length : 6);
  }
  const inside = (spec.kept ?? []).filter(({ row, column }) => row < height && column < width);
  for (const cell of inside) {
    set(contents, cell, typed(cell.content));
    if (cell.format !== 'General') set(formats, cell, cell.format);
  }
  const pieces = Math.ceil(bytes / (TRIP_BYTES / 2));
  const rows = Math.ceil(height / pieces);
  for (let top = 0; top < height; top += rows) {
    await trip.room(bytes / pieces);
    const range = passing(sheet.getRangeByIndexes(top, 0, Math.min(rows, height - top), width));
    range.numberFormat = formats.slice(top, top + rows);
    range.formulas = contents.slice(top, top + rows);
  }
  await trip.room(spec.merges.length * 3 * ACTION_BYTES);
  for (const area of spec.merges) passing(rangeOf(sheet, area)).merge();
  await queueStyles(trip, sheet, spec);
  const outside = (spec.kept ?? []).filter(({ row, column }) => row >= height || column >= width);
  await queueKept(trip, sheet, outside);
}

/** A person's cells beside ours that do not stand where they stood. */
async function queueKept(trip: Trip, sheet: Excel.Worksheet, kept: readonly KeptCell[]): Promise<void> {
  for (const { row, column, content, format, from } of kept) {
    if (from?.row === row && from.column === column) continue;
    await trip.room(4 * ACTION_BYTES);
    const range = passing(sheet.getRangeByIndexes(row, column, 1, 1));
    range.numberFormat = [[format]];
    range.formulas = [[typed(content)]];
  }
}

export function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

function gridOf<T>(height: number, width: number, value: T): T[][] {
  return Array.from({ length: height }, () => new Array<T>(width).fill(value));
}

function set<T>(grid: T[][], { row, column }: Pick<SpecCell, 'row' | 'column'>, value: T): void {
  const line = grid[row];
  if (line) line[column] = value;
}

function formatOf({ format, role, content }: SpecCell): string {
  return format ?? (STYLES[role].asText && content.kind !== 'formula' ? '@' : 'General');
}

/** What a cell looks like; cells that look the same are formatted together. */
interface Look {
  readonly style: RoleStyle;
  readonly horizontal: RoleStyle['horizontal'];
  readonly isInput: boolean;
}

async function queueStyles(trip: Trip, sheet: Excel.Worksheet, spec: SheetSpec): Promise<void> {
  const known = new Map<string, Look>();
  const looks = new Map<number, Map<number, Look>>();
  for (const cell of spec.cells) {
    const horizontal = alignmentOf(cell);
    const key = `${cell.role} ${horizontal}`;
    const look = known.get(key) ?? { style: STYLES[cell.role], horizontal, isInput: cell.role === 'input' };
    known.set(key, look);
    // A merged area looks like its first cell throughout, borders included.
    const merge = spec.merges.find((area) => area.top === cell.row && area.left === cell.column);
    for (let row = cell.row; row <= (merge?.bottom ?? cell.row); row++) {
      for (let column = cell.column; column <= (merge?.right ?? cell.column); column++) {
        const covered = merge ?? spec.merges.find((area) => areaContains(area, row, column));
        if (!covered || covered === merge) putCell(looks, row, column, look);
      }
    }
  }
  for (const { area, rows } of toRectangles(looks, (a, b) => a === b)) {
    const look = rows[0]?.[0];
    await trip.room((look?.style.border === 'thin' ? 28 : 10) * ACTION_BYTES);
    if (look) queueLook(passing(rangeOf(sheet, area)), area, look, spec.locked);
  }
}

function queueLook(range: Excel.Range, area: Area, { style, horizontal, isInput }: Look, locked: boolean): void {
  const { format } = range;
  const [font] = style.fonts;
  if (font !== undefined) format.font.name = font;
  format.font.size = style.size;
  format.font.bold = style.bold;
  format.horizontalAlignment = ALIGNMENT[horizontal];
  format.verticalAlignment = VERTICAL[style.vertical];
  format.wrapText = style.wrap;
  if (locked && isInput) format.protection.locked = false;
  if (style.border === 'none') return;
  for (const edge of EDGES) {
    if (edge === 'InsideHorizontal' && area.top === area.bottom) continue;
    if (edge === 'InsideVertical' && area.left === area.right) continue;
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = BORDER_COLOUR;
  }
}
