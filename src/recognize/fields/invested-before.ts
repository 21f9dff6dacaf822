import { defineField } from '../define-field';
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
  ],
  composed:
    /^(?:截[至止]|[至到])?(?:上|前)(?:个)?(?:月|期|季度?|旬|次)(?:底|末)?(?:止|为止)?(?:累计|已)+(?:实际)?(?:完成)?(?:投资)?(?:金额|额|数|量)?$|^(?:截[至止]|[至到])上(?:个)?(?:月|期|季度?)(?:底|末)?(?:累计)?完成(?:投资)?(?:额)?$/u,
  composedWithUnit:
    /^(?:投资(?:完成)?(?:情况|进度)?|完成投资(?:情况)?|资金(?:情况)?)*(?:截[至止]|[至到])?(?:上年|去年|以前年度|20\d\d年)(?:度)?(?:底|末|年底|年末)?(?:前|以前|为?止)?(?:累计|已)*(?:完成|支付|到位)?(?:投资)?(?:数|额)?(?<=[底末前止]|[底末前止].{1,8}|以前年度.*)$/u,
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: true,
});
