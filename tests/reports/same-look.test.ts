import { workbookSpecToXlsx } from '../../src/files';
import { buildReportWorkbook, REPORT_IDS } from '../../src/reports';
import {
  areaContains,
  areaName,
  cellName,
  findSheet,
  formatAt,
  formulaAt,
  quoteSheetName,
  valueAt,
  type Area,
  type SheetSpec,
  type SpecCell,
} from '../../src/workbook';
import { DATA_SETS } from '../../scripts/reports/data-sets';
import { noProgress, startBench, valueOf, type Bench } from '../excel/headless';
import { readPackage, type PackageCell, type PackageSheet } from './read-package';

/** What Excel is given through Office.js and what the file says, sheet by sheet, on the fullest data set. */
jest.setTimeout(180_000);

const book = (() => {
  const full = DATA_SETS.find(({ name }) => name === 'full');
  if (!full) throw new Error('no full data set');
  return buildReportWorkbook(full.input, REPORT_IDS);
})();
const specs: readonly SheetSpec[] = book.sheets;

let bench: Bench;
let inFile: ReadonlyMap<string, PackageSheet>;
let inExcel: Awaited<ReturnType<Bench['snapshot']>>;

beforeAll(async () => {
  inFile = new Map(readPackage(workbookSpecToXlsx(book)).map((sheet) => [sheet.name, sheet]));
  bench = startBench();
  valueOf(await bench.port.writeSheets(specs, noProgress));
  inExcel = await bench.snapshot();
});
afterAll(() => bench.dispose());

function fileSheet(name: string): PackageSheet {
  const sheet = inFile.get(name);
  if (!sheet) throw new Error(`${name} is not in the file`);
  return sheet;
}

function hostSheet(name: string) {
  const sheet = findSheet(inExcel, name);
  const id = bench.engine.workbook.getSheetByName(name)?.getSheetId() ?? '';
  const stored = bench.host.document.sheets[id];
  if (!sheet || !stored) throw new Error(`${name} was not written`);
  return { sheet, stored };
}

const eachSheet = specs.map((spec) => [spec.name, spec] as const);
const absolute = (area: Area): string => areaName(area).replace(/([A-Z]+)(\d+)/gu, '$$$1$$$2');

test('there is something to compare: all reports, with charts, merges, formulas', () => {
  expect(specs).toHaveLength(REPORT_IDS.length);
  expect(specs.flatMap(({ charts }) => charts).length).toBeGreaterThan(5);
});

describe.each(eachSheet)('%s', (name, spec) => {
  test('texts, figures, formulas and number formats', () => {
    const { sheet } = hostSheet(name);
    const file = fileSheet(name);
    let compared = 0;
    for (const { row, column } of spec.cells) {
      const cell = file.cells.get(cellName(row, column));
      const value = valueAt(sheet, row, column) ?? '';
      const where = cellName(row, column);
      expect([where, formulaAt(sheet, row, column), formatAt(sheet, row, column)]).toEqual([
        where,
        cell?.formula ?? null,
        cell?.format ?? 'General',
      ]);
      if (typeof value === 'number') expect(Number(cell?.value)).toBeCloseTo(value, 6);
      else expect([where, String(value)]).toEqual([where, cell?.value ?? '']);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(10);
  });

  test('merges, widths of columns, heights of rows', async () => {
    const file = fileSheet(name);
    expect([...hostSheet(name).sheet.merges].map(areaName).sort()).toEqual([...file.merges].sort());
    expect(file.widths).toHaveLength(spec.columnWidths.length);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const columns = spec.columnWidths.map((_, column) =>
        sheet.getRangeByIndexes(0, column, 1, 1).load('format/columnWidth'),
      );
      const rows = [...file.heights.keys()].map((row) => ({
        row,
        range: sheet.getRangeByIndexes(row - 1, 0, 1, 1).load('format/rowHeight'),
      }));
      await context.sync();
      columns.forEach((range, column) =>
        expect(Math.abs(range.format.columnWidth / 0.75 - (file.widths[column] ?? 0))).toBeLessThan(1),
      );
      for (const { row, range } of rows)
        expect(Math.abs(range.format.rowHeight - (file.heights.get(row) ?? 0))).toBeLessThan(0.76);
    });
  });

  test('font, size, weight, alignment, wrapping and lines of every kind of cell', async () => {
    const file = fileSheet(name);
    const samples = onePerLook(spec.cells.filter((cell) => !isCovered(spec, cell)));
    expect(samples.length).toBeGreaterThan(3);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const found = samples.map((cell) => {
        const range = sheet.getRangeByIndexes(cell.row, cell.column, 1, 1);
        range.load(
          'format/font/name,format/font/size,format/font/bold,format/horizontalAlignment,format/verticalAlignment,format/wrapText',
        );
        return { cell, range, line: range.format.borders.getItem('EdgeTop').load('style') };
      });
      await context.sync();
      for (const { cell, range, line } of found) {
        const { font, horizontalAlignment, verticalAlignment, wrapText } = range.format;
        const looks: Omit<PackageCell, 'formula' | 'value' | 'format'> = {
          font: font.name,
          size: font.size,
          bold: font.bold,
          horizontal: horizontalAlignment.toLowerCase(),
          vertical: verticalAlignment.toLowerCase(),
          wrap: wrapText,
          bordered: line.style === 'Continuous',
        };
        const where = `${cell.role} ${cellName(cell.row, cell.column)}`;
        expect({ where, ...file.cells.get(cellName(cell.row, cell.column)) }).toMatchObject({ where, ...looks });
      }
    });
  });

  test('charts: kind, title, legend, place, series with their cells and colours', () => {
    const { stored } = hostSheet(name);
    const inCells = (area: Area | undefined): string => (area ? `${quoteSheetName(name)}!${absolute(area)}` : '');
    const drawn = stored.charts.map(({ type, title, legend, series, position, valueFormat, gap }) => ({
      type,
      title: title.text,
      hasLegend: legend.visible,
      gap: type === 'Line' ? null : gap,
      valueFormat: valueFormat ?? 'General',
      position,
      series: series.map((one) => ({
        name: one.name,
        categories: inCells(one.categories?.area),
        values: inCells(one.values?.area),
        colour: one.colour?.toUpperCase(),
      })),
    }));
    expect(drawn).toEqual(fileSheet(name).charts);
    expect(drawn).toHaveLength(spec.charts.length);
  });

  test('print set-up: paper, direction, margins, fit, area, repeated rows, breaks, page numbers', () => {
    const { page } = hostSheet(name).stored;
    const file = fileSheet(name).page;
    expect({
      orientation: page.orientation.toLowerCase(),
      paperSize: page.paperSize === 'A4' ? '9' : page.paperSize,
      fitToWidth: page.zoom.pagesWide,
      fitToHeight: page.zoom.pagesTall ?? 0,
      footer: `&C${page.headersFooters.centerFooter}`,
      breaks: page.breaks,
      area: page.printArea && absolute(page.printArea),
      titles: page.titleRows && `$${page.titleRows.first + 1}:$${page.titleRows.last + 1}`,
    }).toEqual({
      orientation: file.orientation,
      paperSize: file.paperSize,
      fitToWidth: file.fitToWidth,
      fitToHeight: file.fitToHeight,
      footer: file.footer,
      breaks: file.breaks,
      area: file.area,
      titles: file.titles,
    });
    for (const side of ['top', 'bottom', 'left', 'right'] as const)
      expect(page.margins[side]).toBeCloseTo(file.margins[side], 1);
  });
});

/** Behind the first cell of a merge, where nothing is seen of it. */
function isCovered({ merges }: SheetSpec, { row, column }: SpecCell): boolean {
  return merges.some((area) => areaContains(area, row, column) && !(area.top === row && area.left === column));
}

/** The first and the last cell of each role, alignment and format. */
function onePerLook(cells: readonly SpecCell[]): readonly SpecCell[] {
  const looks = new Map<string, [SpecCell, SpecCell]>();
  for (const cell of cells) {
    const key = `${cell.role} ${cell.align ?? ''} ${cell.format ?? ''}`;
    looks.set(key, [looks.get(key)?.[0] ?? cell, cell]);
  }
  return [...new Set([...looks.values()].flat())];
}
