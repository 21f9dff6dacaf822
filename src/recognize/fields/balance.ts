import { defineField } from '../define-field';
import { MONEY_UNITS } from './units';

export const balance = defineField({
  id: 'balance',
  tables: ['funds'],
  title: '结余',
  words: [
    '结余',
    '余额',
    '剩余',
    '结余金额',
    '结余资金',
    '未支出',
    '剩余金额',
    '剩余资金',
    '资金结余',
    '未使用',
    '结转',
  ],
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
