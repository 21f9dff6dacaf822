import { defineField } from '../define-field';

export const suppliedLand = defineField({
  id: 'suppliedLand',
  tables: ['schools'],
  title: '已供用地',
  words: ['已供用地', '已供地', '供地面积', '已供地面积', '已落实用地', '已征用地', '已供应用地', '落实用地'],
  type: 'number',
  unit: '亩',
  unitFactors: {
    亩: 1,
    '㎡': 0.0015,
    m2: 0.0015,
    平方米: 0.0015,
    平米: 0.0015,
    公顷: 15,
    '万㎡': 15,
    万m2: 15,
    万平方米: 15,
    万平米: 15,
    平方公里: 1500,
    hm2: 15,
  },
  required: false,
  summable: true,
  cumulative: true,
});
