import { defineField } from '../define-field';

export const state = defineField({
  id: 'state',
  tables: ['responsibilities'],
  title: '完成情况',
  words: [
    '完成情况',
    '完成状态',
    '状态',
    '是否完成',
    '推进状态',
    '落实状态',
    '办理情况',
    '完成进度',
    '进度状态',
    '任务状态',
  ],
  type: 'list',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
