import { defineField } from '../define-field';
import { FLOOR_UNITS } from './units';

export const floorArea = defineField({
  id: 'floorArea',
  tables: ['schools', 'summary'],
  title: '建筑面积',
  words: [
    '建筑面积',
    '总建筑面积',
    '校舍建筑面积',
    '规划建筑面积',
    '建筑总面积',
    '校舍面积',
    '建筑规模',
    '计划建筑面积',
    '项目建筑面积',
    '新增建筑面积',
  ],
  composed: /^(?:规划|计划|设计|拟|总|项目|学校|校舍|新建|新增|建设)*(?:建筑|校舍)(?:总)?(?:面积|规模)$/u,
  type: 'number',
  unit: '㎡',
  unitFactors: FLOOR_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
