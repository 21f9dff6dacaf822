import { defineField } from '../define-field';
import { MONEY_UNITS } from './units';

export const allocated = defineField({
  id: 'allocated',
  tables: ['funds'],
  title: '已下达',
  words: [
    '已下达',
    '下达金额',
    '已下达资金',
    '已拨付',
    '拨付金额',
    '拨付',
    '下拨',
    '累计下达',
    '下达数',
    '已下达金额',
    '已拨付资金',
    '到位金额',
    '已拨资金',
    '累计拨付',
    '已拨付金额',
    '下达资金',
    '已拨',
  ],
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: true,
});
