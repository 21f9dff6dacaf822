import { defineField } from '../define-field';
import { MONEY_UNITS } from './units';

/** What the year added to 完成投资. */
export const investedThisYear = defineField({
  id: 'investedThisYear',
  tables: ['schools', 'summary'],
  title: '本年完成投资',
  words: [
    '本年完成投资',
    '年度完成投资',
    '年度已完成',
    '本年累计完成投资',
    '当年完成投资',
    '今年完成投资',
    '年度已完成投资',
    '本年度完成投资',
    '本年完成',
    '年度完成',
  ],
  composed:
    /^(?:本年度?|年度|当年|今年|20\d\d年度?)(?:以来)?(?:累计|已|实际)*完成(?:的)?投资(?:金额|额|数|量)?$|^(?:本年度?|年度|当年|今年)(?:累计|已|实际)*完成(?:额|数)?$/u,
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
