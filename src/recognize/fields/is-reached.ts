import { defineField } from '../define-field';

export const isReached = defineField({
  id: 'isReached',
  tables: ['indicators'],
  title: '是否达到',
  words: ['是否达到', '是否达标', '是否完成', '达标情况', '达标与否', '是否达成', '达成情况'],
  type: 'list',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
