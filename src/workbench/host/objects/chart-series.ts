import type { StoredRange, StoredSeries } from '../document';
import { itemNotFound } from '../errors';
import { defineType, flagProperty, numberProperty, textProperty } from '../office-object';
import type { CellRange } from '../sheet';
import type { ChartOnSheet } from './chart';
import { rangeArgument } from './range';

interface SeriesOfChart {
  readonly chart: ChartOnSheet;
  readonly stored: StoredSeries;
}

export const chartSeriesCollectionType = defineType<ChartOnSheet>('ChartSeriesCollection', {
  items: (chart) => chart.stored.series.map((stored) => chartSeriesType.of({ chart, stored })),
  methods: {
    Add: (chart, args) => {
      const name = args.textOr(0, `Series${chart.stored.series.length + 1}`);
      const stored = { name, values: null, categories: null, colour: null, dataLabels: false };
      chart.stored.series.push(stored);
      return chartSeriesType.of({ chart, stored });
    },
    GetCount: (chart) => chart.stored.series.length,
    GetItemAt: (chart, args) => {
      const stored = chart.stored.series[args.number(0)];
      if (!stored) throw itemNotFound('ChartSeriesCollection.getItemAt');
      return chartSeriesType.of({ chart, stored });
    },
  },
});

const chartSeriesType = defineType<SeriesOfChart>('ChartSeries', {
  scalars: {
    Name: textProperty(
      'ChartSeries.name',
      ({ stored }) => stored.name,
      ({ chart, stored }, name) => {
        stored.name = name;
        chart.sheet.host.documentChanged();
      },
    ),
    HasDataLabels: flagProperty(
      'ChartSeries.hasDataLabels',
      ({ stored }) => stored.dataLabels,
      ({ chart, stored }, on) => {
        stored.dataLabels = on;
        chart.sheet.host.documentChanged();
      },
    ),
    GapWidth: numberProperty(
      'ChartSeries.gapWidth',
      ({ chart }) => chart.stored.gap ?? 150,
      ({ chart }, gap) => {
        chart.stored.gap = gap;
      },
    ),
  },
  children: { Format: (series) => seriesFormatType.of(series) },
  methods: {
    Delete: ({ chart, stored }) => {
      chart.stored.series = chart.stored.series.filter((one) => one !== stored);
      chart.sheet.host.documentChanged();
      return null;
    },
    SetValues: ({ chart, stored }, args) => {
      stored.values = storedRange(rangeArgument(chart.sheet, args, 0));
      chart.sheet.host.documentChanged();
      return null;
    },
    SetXAxisValues: ({ chart, stored }, args) => {
      stored.categories = storedRange(rangeArgument(chart.sheet, args, 0));
      chart.sheet.host.documentChanged();
      return null;
    },
  },
});

const seriesFormatType = defineType<SeriesOfChart>('ChartSeriesFormat', {
  children: { Fill: (series) => seriesFillType.of(series), Line: (series) => seriesLineType.of(series) },
});

const seriesFillType = defineType<SeriesOfChart>('ChartFill', {
  methods: {
    SetSolidColor: ({ chart, stored }, args) => {
      stored.colour = args.text(0);
      chart.sheet.host.documentChanged();
      return null;
    },
  },
});

const seriesLineType = defineType<SeriesOfChart>('ChartLineFormat', {
  scalars: {
    Color: textProperty(
      'ChartLineFormat.color',
      ({ stored }) => stored.colour,
      ({ chart, stored }, colour) => {
        stored.colour = colour;
        chart.sheet.host.documentChanged();
      },
    ),
  },
});

function storedRange(range: CellRange): StoredRange {
  return { sheetId: range.sheet.engineId, area: { ...range.area } };
}
