import type { StoredChart, StoredSeries } from '../document';
import type { Area } from '../../../workbook';
import { itemNotFound } from '../errors';
import { defineType, type Arguments, type OfficeObject } from '../office-object';
import type { CellRange, Sheet } from '../sheet';
import { chartType } from './chart';
import { rangeArgument } from './range';

/** The charts of a sheet: data in the document, drawn by the page and saved by the writer. */
export const chartsType = defineType<Sheet>('ChartCollection', {
  items: (sheet) => sheet.data.charts.map((stored) => chartType.of({ sheet, stored })),
  methods: {
    Add: add,
    GetCount: (sheet) => sheet.data.charts.length,
    GetItem: (sheet, args) => need(sheet, args.text(0)),
    Indexer: (sheet, args) => need(sheet, args.text(0)),
    GetItemAt: (sheet, args) => {
      const stored = sheet.data.charts[args.number(0)];
      if (!stored) throw itemNotFound('ChartCollection.getItemAt');
      return chartType.of({ sheet, stored });
    },
    GetItemOrNullObject: (sheet, args) => find(sheet, args.text(0)),
  },
});

function find(sheet: Sheet, name: string): OfficeObject | null {
  const stored = sheet.data.charts.find((chart) => chart.name === name || chart.id === name);
  return stored ? chartType.of({ sheet, stored }) : null;
}

function need(sheet: Sheet, name: string): OfficeObject {
  const chart = find(sheet, name);
  if (!chart) throw itemNotFound('ChartCollection.getItem');
  return chart;
}

function add(sheet: Sheet, args: Arguments): OfficeObject {
  sheet.demandWritable('ChartCollection.add');
  const source = rangeArgument(sheet, args, 1);
  const stored: StoredChart = {
    id: sheet.host.newId('chart'),
    name: freeName(sheet),
    type: args.text(0),
    title: { text: '', visible: true },
    legend: { visible: true, position: 'Bottom' },
    series: seriesFrom(source, args.textOr(2, 'Auto')),
    position: besides(source.area),
    valueFormat: null,
    gap: null,
  };
  sheet.data.charts.push(stored);
  sheet.host.documentChanged();
  return chartType.of({ sheet, stored });
}

function freeName(sheet: Sheet): string {
  let n = sheet.data.charts.length + 1;
  while (find(sheet, `Chart ${n}`)) n += 1;
  return `Chart ${n}`;
}

/** One series per column or row of the source; the longer side is the categories where it is left to the host. */
function seriesFrom(source: CellRange, by: string): StoredSeries[] {
  const { area, sheet } = source;
  const columns = by === 'Columns' || (by === 'Auto' && source.columnCount <= source.rowCount);
  const count = columns ? source.columnCount : source.rowCount;
  return Array.from({ length: count }, (_, i) => {
    const line = columns
      ? { ...area, left: area.left + i, right: area.left + i }
      : { ...area, top: area.top + i, bottom: area.top + i };
    const values = { sheetId: sheet.engineId, area: line };
    return { name: `Series${i + 1}`, values, categories: null, colour: null, dataLabels: false };
  });
}

/** Where Excel would put it at first: to the right of the source, 15 rows high. */
function besides({ top, right }: Area): Area {
  return { top, left: right + 2, bottom: top + 14, right: right + 9 };
}
