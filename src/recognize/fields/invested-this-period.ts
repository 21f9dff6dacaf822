import { defineField } from '../define-field';
import { MONEY_OF_PERIOD } from './money-words';
import { MONEY_UNITS } from './units';

/** What the period itself added to 完成投资. */
export const investedThisPeriod = defineField({
  id: 'investedThisPeriod',
  tables: ['schools', 'summary'],
  title: '本期完成投资',
  words: [
    '本期完成投资',
    '本月完成投资',
    '当月完成',
    '本月完成',
    '当月完成投资',
    '本季度完成投资',
    '当期完成投资',
    '本月投资',
    '本期新增投资',
    '本月新增投资',
  ],
  composed:
    /^(?:本|当)(?:个)?(?:月|期|季度?|旬|周)(?:新增|实际)?(?:完成|投入)?投资(?:金额|额|数|量)?$|^(?:本|当)(?:月|季度?|旬|周)(?:新增|实际)?完成(?:额|数|量)?$/u,
  composedWithUnit: MONEY_OF_PERIOD,
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
