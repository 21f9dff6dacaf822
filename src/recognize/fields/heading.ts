import { defineField } from '../define-field';

export const heading = defineField({
  id: 'heading',
  tables: ['responsibilities'],
  title: '一级标题',
  words: [
    '一级标题',
    '类别',
    '任务类别',
    '重点任务',
    '工作类别',
    '大项',
    '一级指标',
    '任务',
    '一级任务',
    '重点领域',
    '一级目录',
    '工作任务',
    '板块',
  ],
  type: 'text',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
