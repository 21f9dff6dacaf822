import { defineField } from '../define-field';

export const originalSeats = defineField({
  id: 'originalSeats',
  tables: ['schools'],
  title: '原有学位',
  words: ['原有学位', '原学位', '现有学位', '原有学位数', '改造前学位', '原有规模'],
  type: 'wholeNumber',
  unit: '个',
  unitFactors: { 个: 1, 万个: 10000, 万: 10000, 人: 1, 万人: 10000, 名: 1, 位: 1, 座: 1, 千个: 1000 },
  required: false,
  summable: true,
  cumulative: false,
});
