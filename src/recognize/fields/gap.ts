import { defineField } from '../define-field';

export const gap = defineField({
  id: 'gap',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '差额',
  words: ['差额', '与目标差距', '差距', '缺口', '与目标差额', '距目标', '尚差', '目标差额', '还差', '差值'],
  type: 'number',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
