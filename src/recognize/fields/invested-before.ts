import { defineField } from '../define-field';
import { MONEY_BEFORE } from './money-words';
import { MONEY_UNITS } from './units';

/** What had been done when the period began; with the period's own figure it makes 完成投资. */
export const investedBefore = defineField({
  id: 'investedBefore',
  tables: ['schools', 'summary'],
  title: '截至上期累计完成投资',
  words: [
    '截至上月累计完成投资',
    '上期累计完成投资',
    '上月累计完成',
    '上月累计完成投资',
    '截至上期累计',
    '上期累计',
    '上月累计',
    '上季度累计完成投资',
    '截至上月底完成投资',
    '上月末累计完成投资',
    '上年末累计完成投资',
    '上年底累计完成投资',
    '历年完成投资',
    '历年累计完成投资',
    '往年完成投资',
    '以前年度完成投资',
    '以前年度投资',
    '往年累计投资',
    '上年累计投资',
    '上年度累计投资',
    '历年累计投资',
    '前期累计投资',
    '年初累计完成投资',
    '上年结转完成投资',
  ],
  composed:
    /^(?:截[至止]|[至到])?(?:上|前)(?:个)?(?:月|期|季度?|旬|次)(?:底|末)?(?:止|为止)?(?:累计|已)+(?:实际)?(?:完成)?(?:投资)?(?:金额|额|数|量)?$|^(?:截[至止]|[至到])上(?:个)?(?:月|期|季度?)(?:底|末)?(?:累计)?完成(?:投资)?(?:额)?$/u,
  composedWithUnit: MONEY_BEFORE,
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: true,
});
