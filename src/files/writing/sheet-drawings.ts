import type { Area, ChartSpec } from '../../workbook';
import { absoluteArea, chartXml, drawingXml, type KnownValue } from './chart-xml';
import type { SheetName, WorkbookPackage } from './workbook-package';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Adds the charts' parts for the sheet that is written next; the `<drawing>` element that shows them, or nothing. */
export function addCharts(
  target: WorkbookPackage,
  sheet: string,
  charts: readonly ChartSpec[],
  known: KnownValue,
): string {
  if (charts.length === 0) return '';
  const sheetPath = target.nextSheetPath;
  const number = /\d+/u.exec(sheetPath)?.[0] ?? '1';
  const drawing = `xl/drawings/drawing${number}.xml`;
  const ids = charts.map((chart, i) => {
    const path = `charts/chart${number}_${i + 1}.xml`;
    target.parts.add(`xl/${path}`, chartXml(chart, sheet, known), `${OFFICE}.drawingml.chart+xml`);
    return target.parts.relate(drawing, 'chart', `../${path}`);
  });
  target.parts.add(drawing, drawingXml(charts, ids), `${OFFICE}.drawing+xml`);
  return `<drawing r:id="${target.parts.relate(sheetPath, 'drawing', `../drawings/drawing${number}.xml`)}"/>`;
}

/** The reserved names of a sheet's print area and of its rows repeated on every page (0-based, inclusive). */
export function printNames(
  sheet: string,
  area: Area | null,
  titleRows: { readonly first: number; readonly last: number } | null,
): readonly SheetName[] {
  const names: SheetName[] = area ? [{ name: '_xlnm.Print_Area', refersTo: absoluteArea(sheet, area) }] : [];
  if (titleRows) {
    const { first, last } = titleRows;
    const cells = absoluteArea(sheet, { top: first, left: 0, bottom: last, right: 0 });
    names.push({
      name: '_xlnm.Print_Titles',
      refersTo: `${cells.slice(0, cells.lastIndexOf('!') + 1)}$${first + 1}:$${last + 1}`,
    });
  }
  return names;
}
