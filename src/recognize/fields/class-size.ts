import { defineField } from '../define-field';

export const classSize = defineField({
  id: 'classSize',
  tables: ['schools'],
  title: '班额',
  words: [
    '班额',
    '平均班额',
    '每班人数',
    '班均人数',
    '班均学位',
    '班均学生数',
    '班均学生',
    '平均每班人数',
    '每班学生数',
    '每班学位',
    '班均规模',
  ],
  type: 'number',
  unit: '个',
  unitFactors: { 个: 1, 人: 1 },
  required: false,
  summable: false,
  cumulative: false,
});
