import { defineField } from '../define-field';

export const updatedOn = defineField({
  id: 'updatedOn',
  tables: ['schools'],
  title: '更新日期',
  words: ['更新日期', '更新时间', '填报时间', '数据时间', '填写日期'],
  type: 'date',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
