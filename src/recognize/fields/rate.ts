import { defineField } from '../define-field';

export const rate = defineField({
  id: 'rate',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '完成率',
  words: [
    '完成率',
    '执行率',
    '完成比例',
    '进度',
    '支出进度',
    '完成百分比',
    '支出率',
    '完成进度',
    '目标完成率',
    '拨付率',
    '学位完成率',
    '投资完成率',
    '预算执行率',
    '完成占比',
  ],
  type: 'percent',
  unit: '%',
  unitFactors: { '%': 1 },
  required: false,
  summable: false,
  cumulative: false,
});
