import { defineField } from '../define-field';
import { COUNT_UNITS } from './units';

/** Schools of the row that are finished. */
export const finishedCount = defineField({
  id: 'finishedCount',
  tables: ['summary'],
  title: '已完工所数',
  words: [
    '已完工',
    '完工',
    '已竣工',
    '已建成',
    '建成',
    '完工数',
    '竣工',
    '已完工数',
    '已完工所数',
    '已投用',
    '投入使用',
    '已完工项目数',
    '完工项目',
  ],
  composed: /^(?:已)?(?:完工|竣工|建成|投用|投入使用|建成投用|交付)(?:的)?(?:学校|项目)?(?:所数|个数|数量|数)?$/u,
  type: 'wholeNumber',
  unit: '所',
  unitFactors: COUNT_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
