import { defineField } from '../define-field';

export const startedOn = defineField({
  id: 'startedOn',
  tables: ['schools'],
  title: '开工日期',
  words: [
    '开工日期',
    '开工时间',
    '实际开工',
    '开工',
    '实际开工日期',
    '实际开工时间',
    '开工年月',
    '动工时间',
    '动工日期',
    '开工建设时间',
  ],
  composed:
    /^(?:项目|工程)?(?:实际|正式)?(?:开工|动工|开建|进场|进场施工)(?:建设|施工)?(?:的)?(?:时间|日期|年月|年份)$/u,
  type: 'date',
  unit: null,
  unitFactors: {},
  required: false,
  summable: false,
  cumulative: false,
});
