import { defineField } from '../define-field';

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
  unitFactors: { 万元: 1, 元: 0.0001, 千元: 0.1, 百万元: 100, 亿元: 10000, 亿: 10000, 万: 1 },
  required: false,
  summable: true,
  cumulative: true,
});
