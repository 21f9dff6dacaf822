import { defineField } from '../define-field';

export const departments = defineField({
  id: 'departments',
  tables: ['responsibilities'],
  title: '责任部门',
  words: [
    '责任部门',
    '责任单位',
    '牵头部门',
    '牵头单位',
    '负责部门',
    '责任分工',
    '承办单位',
    '承办部门',
    '负责单位',
    '牵头责任部门',
    '主责部门',
    '责任主体',
  ],
  type: 'text',
  unit: null,
  unitFactors: {},
  required: true,
  summable: false,
  cumulative: false,
});
