import { defineField } from '../define-field';

export const deadline = defineField({
  id: 'deadline',
  tables: ['responsibilities'],
  title: '完成时限',
  words: [
    '完成时限',
    '完成时间',
    '时限',
    '时限要求',
    '完成期限',
    '计划完成时间',
    '时间节点',
    '办结时限',
    '办结时间',
    '截止时间',
    '要求完成时间',
    '时间要求',
    '完成日期',
  ],
  composed: /^(?:计划|拟|预计|要求|整改|任务)*(?:完成|办结|落实|整改)(?:的)?(?:时限|期限|时间|日期|节点)$/u,
  type: 'date',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
