import { defineField } from '../define-field';
import { SEAT_UNITS } from './units';

export const originalSeats = defineField({
  id: 'originalSeats',
  tables: ['schools', 'summary'],
  title: '原有学位',
  words: ['原有学位', '原学位', '现有学位', '原有学位数', '改造前学位', '原有规模'],
  type: 'wholeNumber',
  unit: '个',
  unitFactors: SEAT_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
