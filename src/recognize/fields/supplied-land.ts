import { defineField } from '../define-field';
import { LAND_UNITS } from './units';

export const suppliedLand = defineField({
  id: 'suppliedLand',
  tables: ['schools', 'summary'],
  title: '已供用地',
  words: [
    '已供用地',
    '已供地',
    '供地面积',
    '已供地面积',
    '已落实用地',
    '已征用地',
    '已供应用地',
    '落实用地',
    '已供面积',
    '已供',
    '已供土地',
    '已供土地面积',
    '已批用地',
    '已征面积',
    '已落实面积',
  ],
  composed: /^(?:已|累计|实际)+(?:供应?|批准?|征收?|出让|划拨|落实|保障)(?:地|用地|土地)?(?:面积|亩数|数)?$/u,
  type: 'number',
  unit: '亩',
  unitFactors: LAND_UNITS,
  required: false,
  summable: true,
  cumulative: true,
});
