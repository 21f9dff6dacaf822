import { defineField } from '../define-field';

export const remark = defineField({
  id: 'remark',
  tables: ['schools', 'funds', 'responsibilities', 'indicators', 'summary'],
  title: '备注',
  words: ['备注', '说明', '备注说明', '其他', '附注', '备考', '注', '方案备注', '补充说明', '其他说明'],
  type: 'text',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
