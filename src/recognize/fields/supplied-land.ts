import { defineField } from '../define-field';
import { LAND_UNITS } from './units';

export const suppliedLand = defineField({
  id: 'suppliedLand',
  tables: ['schools', 'summary'],
  title: '已供用地',
  words: ['已供用地', '已供地', '供地面积', '已供地面积', '已落实用地', '已征用地', '已供应用地', '落实用地'],
  type: 'number',
  unit: '亩',
  unitFactors: LAND_UNITS,
  required: false,
  summable: true,
  cumulative: true,
});
