import { alignmentOf, STYLES } from '../../reports';
import type { CellValue, SheetSpec, SpecCell, WorkbookSpec } from '../../workbook';
import { commentsXml, notesDrawingXml } from './comments-xml';
import { LongLists } from './long-lists';
import { conditionalFormatsXml, printXml, validationsXml } from './rules-xml';
import { addCharts, printNames } from './sheet-drawings';
import { legalSheetNames } from './sheet-names';
import { PLAIN_LOOK, type CellLook } from './style-table';
import { WorkbookPackage } from './workbook-package';
import type { WrittenCell } from './worksheet-xml';

const NOTE_AUTHOR = '规划表校核';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/**
 * A generated workbook as an xlsx package. The same spec always gives the same bytes. Text stays text whatever
 * it begins with; formulas carry their known values and are calculated when the file is opened. Names of sheets
 * are made legal (31 characters, unique); a formula must name its sheet as it will stand there.
 */
export function workbookSpecToXlsx(spec: WorkbookSpec): Uint8Array {
  const target = new WorkbookPackage();
  const names = legalSheetNames(spec.sheets.map((sheet) => sheet.name));
  const active = Math.max(
    0,
    spec.sheets.findIndex((sheet) => !sheet.hidden),
  );
  const lists = new LongLists();
  spec.sheets.forEach((sheet, i) => addSheet(target, names[i] ?? sheet.name, sheet, i === active, lists));
  if (spec.sheets.some((sheet) => sheet.cells.some((cell) => cell.content.kind === 'formula')))
    target.calculateOnLoad();
  lists.addTo(target);
  return target.finish(spec.parts, active);
}

function addSheet(target: WorkbookPackage, name: string, spec: SheetSpec, isActive: boolean, lists: LongLists): void {
  const { rows, valueAt } = layOut([...spec.cells, ...keptCells(spec)], target);
  const charts = addCharts(target, name, spec.charts, valueAt);
  const notes = addNotes(target, spec);
  const { print } = spec;
  target.addSheet(
    name,
    spec.hidden ? 'hidden' : 'visible',
    {
      rows,
      columnWidths: spec.columnWidths.map(widthInFile),
      rowHeights: spec.rowHeights,
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      merges: spec.merges,
      freeze: spec.freeze,
      isProtected: spec.locked,
      isActive,
      fitToPage: true,
      after:
        conditionalFormatsXml(spec.conditionalFormats, target.styles) +
        validationsXml(spec.validations, (items) => lists.source(items)),
      tail: printXml(print) + charts + notes,
    },
    printNames(name, print.area, print.repeatRows),
  );
}

/**
 * A file counts widths in digits of its standard font, 宋体 at 11 points, 8 pixels each; a spec in digits of 7 pixels
 * and 5 beside them, as the add-in writes them. So that both are as wide on paper, to the pixel.
 */
function widthInFile(characters: number): number {
  return Math.round(((characters * 7 + 5) / 8) * 1e4) / 1e4;
}

/** A person's own cells as cells of the spec: within the table they look like the cell that they fill. */
function keptCells({ cells, kept = [] }: SheetSpec): readonly SpecCell[] {
  if (kept.length === 0) return [];
  const own = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  return kept.map(({ row, column, content, format }): SpecCell => {
    const under = own.get(`${row},${column}`);
    const shownAs = format === 'General' ? under?.format : format;
    return { row, column, role: under?.role ?? 'note', content, ...(shownAs === undefined ? {} : { format: shownAs }) };
  });
}

/** Cells in the order of the file; a position given twice keeps its last cell. */
function layOut(
  cells: readonly SpecCell[],
  target: WorkbookPackage,
): { rows: [number, WrittenCell[]][]; valueAt: (row: number, column: number) => CellValue } {
  const rows = new Map<number, Map<number, WrittenCell>>();
  for (const cell of cells) {
    let row = rows.get(cell.row);
    if (!row) rows.set(cell.row, (row = new Map()));
    const { content } = cell;
    row.set(cell.column, {
      column: cell.column,
      style: target.styles.styleOf(lookOf(cell)),
      value: content.kind === 'value' ? content.value : content.kind === 'formula' ? (cell.cached ?? null) : null,
      formula: content.kind === 'formula' ? content.formula : null,
    });
  }
  return {
    rows: [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, line]) => [row, [...line.values()].sort((a, b) => a.column - b.column)]),
    valueAt: (row, column) => rows.get(row)?.get(column)?.value ?? null,
  };
}

const HORIZONTAL = { left: 'left', centre: 'center', right: 'right' } as const;
const VERTICAL = { top: 'top', centre: 'center', bottom: 'bottom' } as const;

function lookOf(cell: SpecCell): CellLook {
  const style = STYLES[cell.role];
  return {
    font: style.fonts[0] ?? PLAIN_LOOK.font,
    size: style.size,
    bold: style.bold,
    horizontal: HORIZONTAL[alignmentOf(cell)],
    vertical: VERTICAL[style.vertical],
    wrap: style.wrap,
    bordered: style.border === 'thin',
    format: cell.format ?? (style.asText && cell.content.kind !== 'formula' ? '@' : 'General'),
    locked: cell.role !== 'input',
  };
}

function addNotes(target: WorkbookPackage, spec: SheetSpec): string {
  const notes = spec.cells.flatMap(({ row, column, origin }) => (origin ? [{ row, column, text: origin }] : []));
  if (notes.length === 0) return '';
  const sheetPath = target.nextSheetPath;
  const number = /\d+/.exec(sheetPath)?.[0] ?? '1';
  target.parts.add(`xl/comments${number}.xml`, commentsXml(notes, NOTE_AUTHOR), `${OFFICE}.spreadsheetml.comments+xml`);
  target.parts.relate(sheetPath, 'comments', `../comments${number}.xml`);
  target.parts.add(`xl/drawings/vmlDrawing${number}.vml`, notesDrawingXml(notes));
  return `<legacyDrawing r:id="${target.parts.relate(sheetPath, 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`)}"/>`;
}
