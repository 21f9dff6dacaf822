import type { StoredChart } from '../document';
import { defineType, flagProperty, textProperty } from '../office-object';
import type { Sheet } from '../sheet';
import { chartAxesType } from './chart-axes';
import { chartSeriesCollectionType } from './chart-series';
import { rangeArgument } from './range';

/** A chart and the sheet that it stands on. */
export interface ChartOnSheet {
  readonly sheet: Sheet;
  readonly stored: StoredChart;
}

export const chartType = defineType<ChartOnSheet>('Chart', {
  id: ({ stored }) => stored.id,
  scalars: {
    Id: { get: ({ stored }) => stored.id },
    Name: textProperty(
      'Chart.name',
      ({ stored }) => stored.name,
      ({ stored }, name) => {
        stored.name = name;
      },
    ),
    ChartType: textProperty(
      'Chart.chartType',
      ({ stored }) => stored.type,
      ({ sheet, stored }, type) => {
        stored.type = type;
        sheet.host.documentChanged();
      },
    ),
  },
  children: {
    Axes: (chart) => chartAxesType.of(chart),
    Legend: (chart) => legendType.of(chart),
    Series: (chart) => chartSeriesCollectionType.of(chart),
    Title: (chart) => titleType.of(chart),
  },
  methods: {
    Delete: ({ sheet, stored }) => {
      sheet.demandWritable('Chart.delete');
      sheet.data.charts = sheet.data.charts.filter((one) => one !== stored);
      sheet.host.documentChanged();
      return null;
    },
    SetPosition: ({ sheet, stored }, args) => {
      const from = rangeArgument(sheet, args, 0).area;
      const to = args.either(1) === null ? from : rangeArgument(sheet, args, 1).area;
      stored.position = { top: from.top, left: from.left, bottom: to.bottom, right: to.right };
      sheet.host.documentChanged();
      return null;
    },
  },
});

const titleType = defineType<ChartOnSheet>('ChartTitle', {
  scalars: {
    Text: textProperty(
      'ChartTitle.text',
      ({ stored }) => stored.title.text,
      ({ sheet, stored }, text) => {
        stored.title = { text, visible: true };
        sheet.host.documentChanged();
      },
    ),
    Visible: flagProperty(
      'ChartTitle.visible',
      ({ stored }) => stored.title.visible,
      ({ sheet, stored }, on) => {
        stored.title = { ...stored.title, visible: on };
        sheet.host.documentChanged();
      },
    ),
  },
});

const legendType = defineType<ChartOnSheet>('ChartLegend', {
  scalars: {
    Position: textProperty(
      'ChartLegend.position',
      ({ stored }) => stored.legend.position,
      ({ sheet, stored }, position) => {
        stored.legend = { ...stored.legend, position };
        sheet.host.documentChanged();
      },
    ),
    Visible: flagProperty(
      'ChartLegend.visible',
      ({ stored }) => stored.legend.visible,
      ({ sheet, stored }, on) => {
        stored.legend = { ...stored.legend, visible: on };
        sheet.host.documentChanged();
      },
    ),
  },
});
