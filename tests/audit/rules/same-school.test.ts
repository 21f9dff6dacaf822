import { sameSchool } from '../../../src/audit/rules/same-school';
import { cases } from '../cases';

const list = (second: string): string => `
      |   | A    | B        | C            | D            | E        |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 总投资(万元) | 项目状态 |
      | 2 | 1 | 江丰小学 | 810 | 4000 | 在建 |
      | 3 | 2 | 枫林小学 | 540 | ${second} |
      | 4 | 3 | 金园小学 | 540 | 3000 | 已完工 |
      | 5 | 4 | 数圆小学 | 1620 | 5000 | 在建 |`;

const five = (state: string): string => `${list('2700 | 在建')}
      | 6 | 5 | 宜阳二中 | 2700 | 7000 | ${state} |`;

const card = (status: string): string => `
      |   | A | B | C | D |
      | 1 | 学校名称 | 枫林小学 | 学段 | 小学 |
      | 2 | 规划学位（个） | 540 | 总投资（万元） | 2700 |
      | 3 | 项目状态 | ${status} | 规划班数（个） | 12 |`;

cases(sameSchool, {
  valid: [
    { name: '两张表相同', grid: list('2700 | 在建'), more: { 分表: list('2700 | 在建') } },
    { name: '两张表是两个月的，状态会变', grid: list('2700 | 在建'), more: { 六月: list('2700 | 已完工') } },
    {
      name: '两张表是两个月的，只有一所的状态变了',
      grid: five('在建'),
      more: { 上月: five('主体封顶') },
    },
    { name: '两张表的用词不同，意思相同', grid: five('在建'), more: { 台账: five('施工中') } },
    {
      name: '多数学校都不同，口径不是一个',
      grid: list('2700 | 在建'),
      more: { 概算: list('2600 | 在建').replace('4000', '3900').replace('3000', '3100') },
    },
  ],
  invalid: [
    {
      name: '总投资在两张表里不同',
      grid: list('2700 | 在建'),
      more: { 分表: list('1700 | 在建') },
      finds: [{ at: 'D3', message: 'figure', id: 'X09', found: '2700', expected: '1700', level: 'warning' }],
    },
    {
      name: '两张表同一天，只有一所的状态不同',
      grid: five('在建'),
      more: { 台账: five('主体封顶') },
      finds: [{ at: 'E6', message: 'status', found: '在建', expected: '主体封顶' }],
    },
    {
      name: '目录和登记卡的状态不同',
      grid: list('2700 | 未开工'),
      more: { 卡2: card('基本完工') },
      finds: [{ at: 'E3', message: 'status', found: '未开工', expected: '基本完工' }],
    },
    {
      name: '同一专项的支出，两张表写得不同',
      grid: `
      |   | A | B | C | D |
      | 1 | 序号 | 项目名称 | 安排金额(万元) | 已支出(万元) |
      | 2 | 1 | 教育教学质量奖 | 400 | 187 |
      | 3 | 2 | 教育信息化提升专项 | 100 | 61 |
      | 4 | 3 | 教育教学研究专项 | 80 | 48 |`,
      sheet: '附件3',
      more: {
        分季支出: `
      |   | A | B | C | D | E |
      | 1 | 序号 | 项目名称 | 一季度 | 二季度 | 累计支出(万元) |
      | 2 | 1 | 教育教学质量奖 | 100 | 87 | 187 |
      | 3 | 2 | 教育信息化提升专项 | 30 | 31 | 61 |
      | 4 | 3 | 教育教学研究专项 | 20 | 26 | 46 |`,
      },
      finds: [{ at: '附件3!D4', message: 'figure', id: 'X09', found: '48', expected: '46' }],
    },
  ],
});
