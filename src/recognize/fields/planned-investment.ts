import { defineField } from '../define-field';

export const plannedInvestment = defineField({
  id: 'plannedInvestment',
  tables: ['schools'],
  title: '计划投资',
  words: [
    '计划投资',
    '总投资',
    '计划总投资',
    '概算投资',
    '投资总额',
    '估算投资',
    '项目总投资',
    '投资额',
    '总投资额',
    '概算总投资',
  ],
  type: 'number',
  unit: '万元',
  unitFactors: { 万元: 1, 元: 0.0001, 千元: 0.1, 百万元: 100, 亿元: 10000, 亿: 10000, 万: 1 },
  required: false,
  summable: true,
  cumulative: false,
});
