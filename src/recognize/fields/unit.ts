import { defineField } from '../define-field';

export const unit = defineField({
  id: 'unit',
  tables: ['indicators'],
  title: '计量单位',
  words: ['计量单位', '单位', '指标单位', '数据单位', '量纲'],
  type: 'text',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
