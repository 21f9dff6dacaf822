import { defineField } from '../define-field';
import { MONEY_UNITS } from './units';

export const invested = defineField({
  id: 'invested',
  tables: ['schools'],
  title: '完成投资',
  words: [
    '完成投资',
    '累计完成投资',
    '已完成投资',
    '完成投资额',
    '累计投资',
    '已投资',
    '累计完成投资额',
    '已完成投资额',
    '投资完成',
    '实际投资',
    '到位资金',
    '累计已投资',
    '投资完成额',
    '已投入资金',
  ],
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: true,
});
