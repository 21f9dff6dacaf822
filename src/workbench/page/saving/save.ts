import type { IStyleData } from '@univerjs/core';
import { absoluteArea, chartXml, drawingXml } from '../../../files/writing/chart-xml';
import { conditionalFormatsXml, printXml } from '../../../files/writing/rules-xml';
import { PLAIN_LOOK, type CellLook } from '../../../files/writing/style-table';
import { WorkbookPackage, type SheetName } from '../../../files/writing/workbook-package';
import type { WrittenCell } from '../../../files/writing/worksheet-xml';
import type { Area, CellValue, ChartSpec, PrintSpec } from '../../../workbook';
import { emptySheetDocument, type OfficeHost, type SheetDocument, type StoredChart } from '../../host';
import type { Grid } from '../grid';
import { partsToSave } from './stored-document';

type GridSheet = ReturnType<Grid['workbook']['getActiveSheet']>;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const PIXELS_PER_CHARACTER = 7.4;
const POINTS_PER_CENTIMETRE = 28.35;
const HORIZONTAL: readonly CellLook['horizontal'][] = ['general', 'left', 'center', 'right'];
const VERTICAL: readonly CellLook['vertical'][] = ['bottom', 'top', 'center', 'bottom'];
const WRAP = 3;

/** The grid and what the host keeps beside it as an xlsx package. */
export function saveWorkbook(grid: Grid, host: OfficeHost): Uint8Array {
  const target = new WorkbookPackage();
  const sheets = grid.workbook.getSheets();
  const active = sheets.findIndex((sheet) => sheet.getSheetId() === grid.workbook.getActiveSheet().getSheetId());
  sheets.forEach((sheet, index) => {
    addSheet(target, grid, sheet, host.document.sheets[sheet.getSheetId()] ?? emptySheetDocument(), index === active);
  });
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
): void {
  const name = sheet.getSheetName();
  const model = sheet.getSheet();
  const config = model.getConfig();
  const rows = rowsOf(target, grid, sheet);
  const known = (row: number, column: number): CellValue =>
    rows.find(([r]) => r === row)?.[1].find((cell) => cell.column === column)?.value ?? null;
  const bottom = Math.max(0, ...rows.map(([row]) => row));
  const right = Math.max(0, ...rows.flatMap(([, cells]) => cells.map((cell) => cell.column)));
  const print = printOf(document, { top: 0, left: 0, bottom, right });
  const names: SheetName[] = document.page.printArea
    ? [{ name: '_xlnm.Print_Area', refersTo: absoluteArea(name, document.page.printArea) }]
    : [];
  const { titleRows } = document.page;
  if (titleRows) {
    const sheetPart = absoluteArea(name, { top: 0, left: 0, bottom: 0, right: 0 });
    names.push({
      name: '_xlnm.Print_Titles',
      refersTo: `${sheetPart.slice(0, sheetPart.lastIndexOf('!') + 1)}$${titleRows.first + 1}:$${titleRows.last + 1}`,
    });
  }
  const charts = chartsXml(target, name, document.charts, known);
  target.addSheet(
    name,
    document.veryHidden ? 'veryHidden' : sheet.isSheetHidden() ? 'hidden' : 'visible',
    {
      rows,
      columnWidths: Array.from({ length: right + 1 }, (_, column) => {
        const width = config.columnData[column]?.w;
        return width === undefined ? undefined : Math.round((width / PIXELS_PER_CHARACTER) * 100) / 100;
      }),
      rowHeights: {},
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
      fitToPage: document.page.zoom.pagesWide !== null,
      after: conditionalFormatsXml(
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
      ),
      tail: printXml(print) + charts,
    },
    names,
  );
}

function hiddenOf(lines: object): readonly number[] {
  return Object.entries(lines as Record<string, { hd?: number }>).flatMap(([at, line]) =>
    line?.hd === 1 ? [Number(at)] : [],
  );
}

function rowsOf(target: WorkbookPackage, grid: Grid, sheet: GridSheet): [number, WrittenCell[]][] {
  const rows = new Map<number, WrittenCell[]>();
  const styles = grid.workbook.getWorkbook().getStyles();
  const formulas = new Map<string, string>();
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (!cell) return;
      const style = styles.getStyleByCell(cell);
      const formula =
        cell.f ?? (cell.si ? (formulas.get(`${row},${column}`) ?? sheet.getRange(row, column).getFormula()) : null);
      const value: CellValue =
        cell.v === undefined || cell.v === null || cell.v === '' ? null : cell.t === 3 ? Boolean(cell.v) : cell.v;
      if (value === null && !formula && !style) return;
      const line = rows.get(row) ?? [];
      line.push({ column, style: style ? target.styles.styleOf(lookOf(style)) : 0, value, formula: formula || null });
      rows.set(row, line);
    });
  return [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => [row, cells.sort((a, b) => a.column - b.column)]);
}

function lookOf(style: IStyleData): CellLook {
  return {
    font: style.ff ?? PLAIN_LOOK.font,
    size: style.fs ?? PLAIN_LOOK.size,
    bold: style.bl === 1,
    horizontal: HORIZONTAL[style.ht ?? 0] ?? 'general',
    vertical: VERTICAL[style.vt ?? 0] ?? 'bottom',
    wrap: style.tb === WRAP,
    bordered: Boolean(style.bd && Object.values(style.bd).some((side) => side)),
    format: style.n?.pattern ?? 'General',
    locked: true,
  };
}

function chartsXml(
  target: WorkbookPackage,
  sheet: string,
  charts: readonly StoredChart[],
  known: (row: number, column: number) => CellValue,
): string {
  const specs = charts.map(chartSpec).filter((chart) => chart !== null);
  if (specs.length === 0) return '';
  const path = target.nextSheetPath;
  const number = /\d+/u.exec(path)?.[0] ?? '1';
  const drawing = `xl/drawings/drawing${number}.xml`;
  const ids = specs.map((chart, index) => {
    const part = `charts/chart${number}_${index + 1}.xml`;
    target.parts.add(`xl/${part}`, chartXml(chart, sheet, known), `${OFFICE}.drawingml.chart+xml`);
    return target.parts.relate(drawing, 'chart', `../${part}`);
  });
  target.parts.add(drawing, drawingXml(specs, ids), `${OFFICE}.drawing+xml`);
  return `<drawing r:id="${target.parts.relate(path, 'drawing', `../drawings/drawing${number}.xml`)}"/>`;
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

function printOf({ page }: SheetDocument, used: Area): PrintSpec {
  const centimetres = (points: number): number => Math.round((points / POINTS_PER_CENTIMETRE) * 100) / 100;
  return {
    orientation: page.orientation === 'Landscape' ? 'landscape' : 'portrait',
    repeatRows: page.titleRows,
    area: page.printArea ?? used,
    pagesTall: page.zoom.pagesTall ?? 0,
    margins: {
      top: centimetres(page.margins.top),
      bottom: centimetres(page.margins.bottom),
      left: centimetres(page.margins.left),
      right: centimetres(page.margins.right),
    },
    breaksBefore: page.breaks,
  };
}
