import { defineField } from '../define-field';
import { MONEY_UNITS } from './units';

export const spent = defineField({
  id: 'spent',
  tables: ['funds'],
  title: '已支出',
  words: [
    '已支出',
    '支出金额',
    '已支出金额',
    '累计支出',
    '实际支出',
    '支出数',
    '已使用',
    '使用金额',
    '支出',
    '使用',
    '已使用金额',
    '已支付',
    '已用',
    '已列支',
    '实支',
    '支付金额',
    '支付',
    '支付数',
    '支出资金',
    '已支付金额',
  ],
  composed:
    /^(?:累计|已|实际)*(?:(?:支出|使用|支付|列支|报支)(?:资金|经费)?|(?:资金|经费)(?:支出|使用|支付))(?:情况)?(?:金额|总额|额|数)?$/u,
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: true,
});
