import { defineField } from '../define-field';

/** How much of the building is done, in percent; 完成率 is of figures that the row has. */
export const progressShare = defineField({
  id: 'progressShare',
  tables: ['schools'],
  title: '形象进度百分数',
  words: [
    '形象进度百分比',
    '形象进度比例',
    '形象进度率',
    '工程进度百分比',
    '建设进度百分比',
    '施工进度百分比',
    '工程完成比例',
    '形象进度完成率',
    '总体进度',
    '总进度',
    '整体进度',
    '累计形象进度',
    '工程完成率',
    '建设完成率',
    '工程完成百分比',
    '进度百分比',
    '进度比例',
    '进度百分数',
  ],
  composed:
    /^(?:截至)?(?:目前|当前|现|本期|本月|累计|实际|总体|整体|总|项目|工程|施工|建设|形象|实体|工程量)*(?:进度|形象)(?:完成)?(?:百分比|百分数|百分率|比例|占比|率|%)$|^(?:目前|当前|现|本期|本月|累计|实际|总体|整体|总|项目)*(?:工程|施工|建设|形象|实体)(?:形象)?(?:进度)?(?:实际|累计)?(?:完成)(?:百分比|百分数|百分率|比例|占比|率|程度)$/u,
  type: 'percent',
  unit: '%',
  unitFactors: { '%': 1 },
  required: false,
  summable: false,
  cumulative: false,
});
