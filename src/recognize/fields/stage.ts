import { defineField } from '../define-field';

export const stage = defineField({
  id: 'stage',
  tables: ['schools'],
  title: '学段',
  words: [
    '学段',
    '类别',
    '学校类别',
    '办学层次',
    '学校类型',
    '教育阶段',
    '类型',
    '阶段',
    '办学类型',
    '学段类别',
    '所属学段',
    '层次',
    '学校学段',
  ],
  type: 'list',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
