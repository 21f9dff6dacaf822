import { defineField } from '../define-field';
import { COUNT_UNITS } from './units';

/** Schools of the row that are being built. */
export const buildingCount = defineField({
  id: 'buildingCount',
  tables: ['summary'],
  title: '在建所数',
  words: [
    '在建',
    '正在建设',
    '在建数',
    '在建所数',
    '施工中',
    '建设中',
    '在建项目数',
    '在建项目',
    '已开工',
    '已动工',
    '动工',
    '动工数',
    '施工',
    '建设',
    '推进中',
    '已开建',
    '续建',
    '已开工未完工',
    '在施',
    '在建学校',
    '续建数',
    '已开工项目',
  ],
  composed:
    /^(?:正在|正)?(?:在建|建设|施工|建设中|施工中|已?(?:开工|动工)(?:在建|未完工)?)(?:的)?(?:学校|项目)?(?:所数|个数|数量|数)?$/u,
  type: 'wholeNumber',
  unit: '所',
  unitFactors: COUNT_UNITS,
  required: false,
  summable: true,
  cumulative: false,
});
