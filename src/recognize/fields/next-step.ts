import { defineField } from '../define-field';

export const nextStep = defineField({
  id: 'nextStep',
  tables: ['responsibilities'],
  title: '下步打算',
  words: [
    '下步打算',
    '下一步工作',
    '下一步打算',
    '下步工作',
    '下一步计划',
    '下步计划',
    '下一步工作打算',
    '下阶段工作',
    '下一步举措',
    '下一步安排',
  ],
  type: 'text',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
