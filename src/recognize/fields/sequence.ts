import { defineField } from '../define-field';

export const sequence = defineField({
  id: 'sequence',
  tables: ['schools', 'funds', 'responsibilities', 'indicators', 'summary'],
  title: '序号',
  words: ['序号', '编号', '序', '项次', '行次', 'No', 'NO.', '顺序号', '顺号', '项目序号', '卡号', '表号', '页码'],
  type: 'wholeNumber',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
