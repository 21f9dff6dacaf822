import { defineField } from '../define-field';

export const status = defineField({
  id: 'status',
  tables: ['schools'],
  title: '项目状态',
  words: [
    '项目状态',
    '形象进度',
    '状态',
    '工程进度',
    '建设状态',
    '建设进度',
    '工程形象进度',
    '项目进度',
    '当前状态',
    '建设情况',
    '当前进度',
    '工程状态',
    '项目阶段',
    '施工进度',
    '目前状态',
    '建设阶段',
    '进度状态',
  ],
  composed:
    /^(?:截至)?(?:目前|当前|现|现阶段|最新|本期|本月|项目|工程|施工|建设|形象)+(?:的)?(?:形象|建设|工程|施工)?(?:进度|状态|阶段)$/u,
  type: 'list',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
