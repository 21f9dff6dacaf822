import { defineField } from '../define-field';
import { MONEY_OF_YEAR } from './money-words';
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
    '当年累计投资',
    '本年累计投资',
    '今年累计投资',
    '年度累计投资',
    '当年累计完成',
    '本年累计完成',
    '今年累计完成',
    '今年以来完成投资',
    '本年度累计完成投资',
    '年内完成投资',
    '年初以来完成投资',
    '年初至今完成投资',
  ],
  composed:
    /^(?:本年度?|年度|当年|今年|20\d\d年度?)(?:以来)?(?:累计|已|实际)*完成(?:的)?投资(?:金额|额|数|量)?$|^(?:本年度?|年度|当年|今年)(?:累计|已|实际)*完成(?:额|数)?$/u,
  composedWithUnit: MONEY_OF_YEAR,
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
