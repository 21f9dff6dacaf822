import { LongLists } from '../../../files/writing/long-lists';
import { conditionalFormatsXml } from '../../../files/writing/rules-xml';
import { addCharts, printNames } from '../../../files/writing/sheet-drawings';
import { WorkbookPackage } from '../../../files/writing/workbook-package';
import type { WrittenCell } from '../../../files/writing/worksheet-xml';
import { areaContains, type Area, type CellValue, type ChartSpec } from '../../../workbook';
import { emptySheetDocument, type OfficeHost, type SheetDocument, type StoredChart } from '../../host';
import type { Grid } from '../grid';
import { PIXELS_PER_CHARACTER, POINTS_PER_PIXEL } from '../looks';
import { lookOf } from './cell-styles';
import { pageXml } from './page-xml';
import { partsToSave } from './stored-document';
import { storedValidationsXml } from './validations';

type GridSheet = ReturnType<Grid['workbook']['getActiveSheet']>;

/** The grid and what the host keeps beside it as an xlsx package. */
export function saveWorkbook(grid: Grid, host: OfficeHost): Uint8Array {
  const target = new WorkbookPackage();
  const lists = new LongLists();
  const sheets = grid.workbook.getSheets();
  const active = sheets.findIndex((sheet) => sheet.getSheetId() === grid.workbook.getActiveSheet().getSheetId());
  sheets.forEach((sheet, index) => {
    const document = host.document.sheets[sheet.getSheetId()] ?? emptySheetDocument();
    addSheet(target, grid, sheet, document, index === active, lists);
  });
  lists.addTo(target);
  for (const name of grid.workbook.getDefinedNames())
    target.addName(name.getName(), name.getFormulaOrRefString().replace(/^=/u, ''));
  target.calculateOnLoad();
  return target.finish(
    partsToSave(
      host,
      sheets.map((sheet) => sheet.getSheetId()),
    ),
    Math.max(0, active),
  );
}

function addSheet(
  target: WorkbookPackage,
  grid: Grid,
  sheet: GridSheet,
  document: SheetDocument,
  isActive: boolean,
  lists: LongLists,
): void {
  const name = sheet.getSheetName();
  const config = sheet.getSheet().getConfig();
  const rows = rowsOf(target, grid, sheet, document.unlocked);
  const values = new Map(rows.map(([row, cells]) => [row, new Map(cells.map((cell) => [cell.column, cell.value]))]));
  const known = (row: number, column: number): CellValue => values.get(row)?.get(column) ?? null;
  const right = rows.reduce((most, [, cells]) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
  const charts = addCharts(
    target,
    name,
    document.charts.flatMap((chart) => chartSpec(chart) ?? []),
    known,
  );
  const { page } = document;
  target.addSheet(
    name,
    document.veryHidden ? 'veryHidden' : sheet.isSheetHidden() ? 'hidden' : 'visible',
    {
      rows,
      columnWidths: Array.from({ length: right + 1 }, (_, column) => {
        const width = config.columnData[column]?.w;
        return width === undefined ? undefined : Math.round((width / PIXELS_PER_CHARACTER) * 100) / 100;
      }),
      rowHeights: heightsOf(config.rowData),
      hiddenRows: new Set(hiddenOf(config.rowData)),
      hiddenColumns: new Set(hiddenOf(config.columnData)),
      merges: (config.mergeData ?? []).map((area) => ({
        top: area.startRow,
        left: area.startColumn,
        bottom: area.endRow,
        right: area.endColumn,
      })),
      freeze:
        config.freeze && (config.freeze.ySplit > 0 || config.freeze.xSplit > 0)
          ? { rows: Math.max(0, config.freeze.ySplit), columns: Math.max(0, config.freeze.xSplit) }
          : null,
      isProtected: document.protection !== null,
      isActive,
      fitToPage: page.zoom.pagesWide !== null || page.zoom.pagesTall !== null,
      after:
        conditionalFormatsXml(
          document.conditionalFormats.flatMap((format) =>
            format.areas.map((area) => ({
              area,
              formula: format.formula,
              ...(format.fill === null ? {} : { fill: format.fill }),
              ...(format.font === null ? {} : { font: format.font }),
              ...(format.bold === null ? {} : { bold: format.bold }),
            })),
          ),
          target.styles,
        ) + storedValidationsXml(document.validations, (items) => lists.source(items)),
      tail: pageXml(page) + charts,
    },
    printNames(name, page.printArea, page.titleRows),
  );
}

type Lines = Record<string, { readonly hd?: number; readonly h?: number; readonly ia?: number } | undefined>;

function hiddenOf(lines: object): readonly number[] {
  return Object.entries(lines as Lines).flatMap(([at, line]) => (line?.hd === 1 ? [Number(at)] : []));
}

/** Heights that somebody set, in points; rows that fit their text by themselves have none. */
function heightsOf(lines: object): Readonly<Record<number, number>> {
  return Object.fromEntries(
    Object.entries(lines as Lines).flatMap(([at, line]) =>
      line?.h === undefined || line.ia === 1 ? [] : [[Number(at), Math.round(line.h * POINTS_PER_PIXEL * 100) / 100]],
    ),
  );
}

function rowsOf(
  target: WorkbookPackage,
  grid: Grid,
  sheet: GridSheet,
  unlocked: readonly Area[],
): [number, WrittenCell[]][] {
  const rows = new Map<number, Map<number, WrittenCell>>();
  const put = (row: number, cell: WrittenCell): void => {
    const line = rows.get(row) ?? new Map<number, WrittenCell>();
    rows.set(row, line.set(cell.column, cell));
  };
  const openAt = (row: number, column: number): boolean => unlocked.some((area) => areaContains(area, row, column));
  const plain = target.styles.styleOf(lookOf({}, false));
  for (const { top, bottom, left, right } of unlocked)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) put(row, { column, style: plain, value: null, formula: null });
  const styles = grid.workbook.getWorkbook().getStyles();
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (!cell) return;
      const style = styles.getStyleByCell(cell);
      // A formula that Univer shares names its first cell only by an id.
      const formula = cell.f ?? (cell.si ? sheet.getRange(row, column).getFormula() : null);
      const value: CellValue =
        cell.v === undefined || cell.v === null || cell.v === '' ? null : cell.t === 3 ? Boolean(cell.v) : cell.v;
      if (value === null && !formula && !style) return;
      const isOpen = openAt(row, column);
      const number = style || isOpen ? target.styles.styleOf(lookOf(style ?? {}, !isOpen)) : 0;
      put(row, { column, style: number, value, formula: formula || null });
    });
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => [row, [...cells.values()].sort((a, b) => a.column - b.column)]);
}

/** A chart of the host as a spec; `null` where it has no series with cells. */
function chartSpec(chart: StoredChart): ChartSpec | null {
  const categories = chart.series[0]?.categories?.area;
  if (!categories) return null;
  const type = (chart.type.charAt(0).toLowerCase() + chart.type.slice(1)) as ChartSpec['type'];
  return {
    name: chart.name,
    type,
    title: chart.title.text,
    categories,
    series: chart.series.flatMap(({ name, values, colour }) =>
      values ? [{ name, values: values.area, colour: colour ?? '#404040' }] : [],
    ),
    position: chart.position,
    ...(chart.valueFormat === null ? {} : { valueFormat: chart.valueFormat }),
  };
}
