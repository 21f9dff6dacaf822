import { defineField } from '../define-field';

export const fundContent = defineField({
  id: 'fundContent',
  tables: ['funds'],
  title: '具体内容',
  words: [
    '具体内容',
    '内容',
    '用途',
    '资金用途',
    '使用方向',
    '使用内容',
    '使用范围',
    '支出内容',
    '主要用途',
    '经费用途',
    '主要内容',
    '使用说明',
    '支持方向',
    '支出方向',
  ],
  type: 'text',
  unit: null,
  unitFactors: {},
  required: true,
  summable: false,
  cumulative: false,
});
