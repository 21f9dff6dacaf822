import { defineType, textProperty } from '../office-object';
import type { ChartOnSheet } from './chart';

/** Of the axes only the number format of the values is kept. */
export const chartAxesType = defineType<ChartOnSheet>('ChartAxes', {
  children: { ValueAxis: (chart) => valueAxisType.of(chart) },
});

const valueAxisType = defineType<ChartOnSheet>('ChartAxis', {
  scalars: {
    NumberFormat: textProperty(
      'ChartAxis.numberFormat',
      ({ stored }) => stored.valueFormat ?? 'General',
      ({ sheet, stored }, format) => {
        stored.valueFormat = format;
        sheet.host.documentChanged();
      },
    ),
  },
});
