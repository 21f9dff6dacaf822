import { defineField } from '../define-field';
import { MONEY_UNITS } from './units';

export const plannedInvestment = defineField({
  id: 'plannedInvestment',
  tables: ['schools', 'summary'],
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
  composed:
    /^(?:计划|项目|概算|估算|预算|批复|核定|工程|规划|预计|总)+(?:总)?投资(?:总额|额|金额|规模|概算|估算|预算|数)?$|^(?:总)?投资(?:总额|规模|概算|估算|预算|总规模)$/u,
  type: 'number',
  unit: '万元',
  unitFactors: MONEY_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
