import type { ChartSpec, SheetSpec } from '../workbook';
import { passing } from './problems';
import { rangeOf } from './write-cells';

const TYPE = {
  columnClustered: 'ColumnClustered',
  columnStacked: 'ColumnStacked',
  barClustered: 'BarClustered',
  barStacked: 'BarStacked',
  line: 'Line',
} as const;

/** Air between the columns, in percent of their width; as in files. */
const GAP_WIDTH = 80;

/** Charts in Excel's own form, so that they can be edited there. */
export function queueCharts(sheet: Excel.Worksheet, { charts }: SheetSpec): void {
  for (const spec of charts) queueChart(sheet, spec);
}

function queueChart(sheet: Excel.Worksheet, spec: ChartSpec): void {
  const [first] = spec.series;
  if (!first) return;
  // A single column as source makes exactly one series, so Excel does not guess at headers.
  const chart = sheet.charts.add(TYPE[spec.type], passing(rangeOf(sheet, first.values)), 'Columns');
  chart.name = spec.name;
  chart.title.text = spec.title;
  chart.legend.position = 'Bottom';
  chart.legend.visible = spec.series.length > 1;
  if (spec.valueFormat !== undefined) chart.axes.valueAxis.numberFormat = spec.valueFormat;
  const { top, left, bottom, right } = spec.position;
  chart.setPosition(passing(sheet.getCell(top, left)), passing(sheet.getCell(bottom, right)));
  spec.series.forEach((series, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
    drawn.name = series.name;
    drawn.setValues(passing(rangeOf(sheet, series.values)));
    drawn.setXAxisValues(passing(rangeOf(sheet, spec.categories)));
    if (spec.type === 'line') drawn.format.line.color = series.colour;
    else {
      drawn.format.fill.setSolidColor(series.colour);
      drawn.gapWidth = GAP_WIDTH;
    }
  });
}
