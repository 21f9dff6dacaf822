import { defineField } from '../define-field';

export const responsibleUnit = defineField({
  id: 'responsibleUnit',
  tables: ['indicators'],
  title: '责任单位',
  words: ['责任单位', '责任部门', '牵头单位', '牵头部门', '负责单位', '负责部门'],
  type: 'text',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
