import { defineField } from '../define-field';

export const usingUnit = defineField({
  id: 'usingUnit',
  tables: ['funds'],
  title: '使用单位',
  words: ['使用单位', '资金使用单位', '用款单位', '责任单位', '执行单位', '主管单位', '经办单位', '实施单位'],
  type: 'text',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
