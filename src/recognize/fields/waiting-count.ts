import { defineField } from '../define-field';
import { COUNT_UNITS } from './units';

/** Schools of the row that have not been begun. */
export const waitingCount = defineField({
  id: 'waitingCount',
  tables: ['summary'],
  title: '未开工所数',
  words: [
    '未开工',
    '未动工',
    '待建',
    '未启动',
    '未开工数',
    '未开工所数',
    '尚未开工',
    '未建',
    '未开工项目数',
    '前期',
    '前期工作',
    '前期准备',
    '待开工',
    '未开建',
    '筹建',
    '前期数',
    '未动工数',
    '待开工数',
    '未启动数',
    '拟建',
    '前期项目',
  ],
  composed:
    /^(?:尚)?(?:未开工|未动工|未开建|待建|待开工|未启动|未建|前期|筹建)(?:的)?(?:学校|项目)?(?:所数|个数|数量|数)?$/u,
  type: 'wholeNumber',
  unit: '所',
  unitFactors: COUNT_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
