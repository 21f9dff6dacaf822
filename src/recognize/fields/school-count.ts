import { defineField } from '../define-field';
import { COUNT_UNITS } from './units';

/** How many schools of a list a row stands for. */
export const schoolCount = defineField({
  id: 'schoolCount',
  tables: ['summary'],
  title: '学校数',
  words: [
    '学校数',
    '所数',
    '学校所数',
    '项目数',
    '学校个数',
    '项目个数',
    '校数',
    '学校数量',
    '项目数量',
    '数量',
    '学校(项目)数',
    '个数',
    '园所数',
    '涉及学校数',
    '规划学校数',
    '学校总数',
    '项目总数',
    '所',
  ],
  composed:
    /^(?:规划|计划|建设|涉及|新建|拟建|新增|总)*(?:学校|项目|校|园|学校项目|幼儿园|园所)(?:所|个|总)?(?:数|数量|总数|量)$/u,
  type: 'wholeNumber',
  unit: '所',
  unitFactors: COUNT_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
