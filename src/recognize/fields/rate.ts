import { defineField } from '../define-field';

export const rate = defineField({
  id: 'rate',
  tables: ['schools', 'funds', 'responsibilities', 'indicators', 'summary'],
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
    '支付率',
    '支付进度',
    '拨付进度',
  ],
  composed:
    /^(?:累计|目标|学位|计划|预算|经费|资金|年度)*(?:完成|投资|执行|支出|拨付|支付|下达|到位)(?:投资|资金|预算|任务|学位|经费)?(?:完成)?(?:率|比例|百分比|占比|比重|程度)$/u,
  type: 'percent',
  unit: '%',
  unitFactors: { '%': 1 },
  required: false,
  summable: false,
  cumulative: false,
});
