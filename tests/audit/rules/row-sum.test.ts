import { rowSum } from '../../../src/audit/rules/row-sum';
import { cases } from '../cases';

/** The third row's figures are the case's. */
const funds = (third: string): string => `
      |   | A    | B        | C                    | D                | E                    | F    |
      | 1 | 序号 | 学校名称 | 截至上月完成(万元) | 本月完成(万元) | 累计完成(万元) | 备注 |
      | 2 | 1 | 数圆小学 | 1200 | 300 | 1500 |  |
      | 3 | 2 | 江丰小学 | 800 | 150 | 950 |  |
      | 4 | 3 | 枫林小学 | ${third} |  |
      | 5 | 4 | 金园小学 | 640 | 80 | 720 |  |
      | 6 | 5 | 宜阳二中 | 2100 | 0 | 2100 |  |`;

/** The third row's remainder is the case's; the two others do not stand beside each other. */
const land = (third: string): string => `
      |   | A    | B        | C            | D        | E          | F            |
      | 1 | 序号 | 学校名称 | 规划用地(亩) | 建设主体 | 已供地(亩) | 未供面积(亩) |
      | 2 | 1 | 数圆小学 | 56 | 袁州区 | 40 | 16 |
      | 3 | 2 | 江丰小学 | 70 | 袁州区 | 50 | 20 |
      | 4 | 3 | 枫林小学 | 66 | 袁州区 | 60 | ${third} |
      | 5 | 4 | 金园小学 | 80 | 袁州区 | 55 | 25 |
      | 6 | 5 | 宜阳二中 | 90 | 宜阳新区 | 30 | 60 |`;

cases(rowSum, {
  valid: [
    { name: '上期加本期等于累计', grid: funds('500 | 60 | 560') },
    { name: '未供面积等于规划用地减已供地', grid: land('6') },
    {
      name: '几列之间没有相加的关系',
      grid: `
      |   | A    | B        | C            | D            | E          |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 教师数(人) |
      | 2 | 1 | 数圆小学 | 36 | 1620 | 90 |
      | 3 | 2 | 江丰小学 | 24 | 1080 | 61 |
      | 4 | 3 | 枫林小学 | 30 | 1350 | 75 |`,
    },
    {
      name: '旁边一列在其余各行都是 0，不是分项',
      grid: `
      |   | A    | B        | C            | D                | E                | F                |
      | 1 | 序号 | 学校名称 | 所需资金(万元) | 未供面积(亩) | 已支付(万元) | 尚缺资金(万元) |
      | 2 | 1 | 数圆小学 | 3600 | 0 | 1600 | 2000 |
      | 3 | 2 | 江丰小学 | 2400 | 0 | 1000 | 1400 |
      | 4 | 3 | 枫林小学 | 3000 | 0 | 1350 | 1650 |
      | 5 | 4 | 宜阳二中 | 9000 | 7.5 | 4000 | 5000 |`,
    },
    {
      name: '只有两行相等，可能是碰巧',
      grid: `
      |   | A    | B        | C    | D    | E    |
      | 1 | 序号 | 学校名称 | 甲类 | 乙类 | 丙类 |
      | 2 | 1 | 数圆小学 | 100 | 200 | 300 |
      | 3 | 2 | 江丰小学 | 120 | 150 | 270 |
      | 4 | 3 | 枫林小学 | 130 | 160 | 300 |`,
    },
    {
      name: '两行以上不相等，说明不是这样算的',
      grid: funds('500 | 60 | 600').replace('| 1200 | 300 | 1500 |', '| 1200 | 300 | 1800 |'),
    },
  ],
  invalid: [
    {
      name: '剩余数算错',
      grid: land('26'),
      finds: [{ at: 'F4', message: 'remainder', id: 'A17', found: '26', expected: '6', level: 'warning' }],
    },
    {
      name: '剩余数符号相反',
      grid: land('-6'),
      finds: [{ at: 'F4', message: 'remainder', id: 'A17', found: '-6', expected: '6', level: 'warning' }],
    },
    {
      name: '一行的累计不等于上期加本期',
      grid: funds('500 | 60 | 600'),
      finds: [{ at: 'E4', message: 'differs', id: 'A17', found: '600', expected: '560', level: 'warning' }],
    },
    {
      name: '不是方案的表：所数不等于各进度之和',
      grid: `
      |   | A    | B    | C      | D    | E      |
      | 1 | 学段 | 所数 | 已完工 | 在建 | 未开工 |
      | 2 | 高中 | 3 | 1 | 2 | 0 |
      | 3 | 初中 | 11 | 4 | 5 | 2 |
      | 4 | 小学 | 10 | 3 | 6 | 2 |
      | 5 | 幼儿园 | 12 | 5 | 6 | 1 |
      | 6 | 特教 | 1 | 0 | 1 | 0 |
      | 7 | 专门 | 2 | 0 | 1 | 1 |
      | 8 | 合计 | 39 | 13 | 21 | 6 |`,
      finds: [{ at: 'B4', message: 'differs', found: '10', expected: '11' }],
    },
  ],
});
