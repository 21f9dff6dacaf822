import { defineField } from '../define-field';

export const gap = defineField({
  id: 'gap',
  tables: ['schools', 'funds', 'responsibilities', 'indicators', 'summary'],
  title: '差额',
  words: ['差额', '与目标差距', '差距', '缺口', '与目标差额', '距目标', '尚差', '目标差额', '还差', '差值'],
  composed:
    /^(?:与|距|离|较)(?:20\d\d年?)?(?:规划|计划|方案)?目标(?:值|任务)?的?(?:差距|差额|差值|相差|尚差|还差|缺口)(?:值|数)?$/u,
  type: 'number',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
