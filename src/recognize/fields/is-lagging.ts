import { defineField } from '../define-field';

export const isLagging = defineField({
  id: 'isLagging',
  tables: ['schools'],
  title: '是否滞后',
  words: ['是否滞后', '滞后', '是否逾期', '是否超期', '进度预警'],
  type: 'list',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
