import { shareRank } from '../../../src/audit/rules/share-rank';
import { cases } from '../cases';

const funds = (share: string): string => `
      |   | A    | B        | C            | D              |
      | 1 | 序号 | 项目名称 | 金额（万元） | 占总额比重(%) |
      | 2 | 1 | 教育教学质量奖 | 400 | 44.4 |
      | 3 | 2 | 教师队伍素质提升专项 | 120 | 13.3 |
      | 4 | 3 | 教育教学研究专项 | 80 | ${share} |
      | 5 | 4 | 教学科研成果奖 | 90 | 10 |
      | 6 | 5 | 联合办学工作专项 | 110 | 12.2 |
      | 7 | 6 | 教育信息化提升专项 | 100 | 11.1 |`;

const ranks = (rank: string): string => `
      |   | A    | B        | C            | D            | E            | F    |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 总投资(万元) | 完成投资(万元) | 排名 |
      | 2 | 1 | 数圆小学 | 1620 | 5000 | 2000 | 3 |
      | 3 | 2 | 江丰小学 | 1080 | 4000 | 1800 | ${rank} |
      | 4 | 3 | 枫林小学 | 1350 | 3000 | 2500 | 2 |
      | 5 | 4 | 金园小学 | 1350 | 2500 | 900 | 6 |
      | 6 | 5 | 宜阳二中 | 2700 | 9000 | 4000 | 1 |
      | 7 | 6 | 年坪小学 | 180 | 1500 | 1000 | 5 |`;

cases(shareRank, {
  valid: [
    { name: '占比按合计算出', grid: funds('8.9'), sheet: '附件3' },
    {
      name: '占比写成小数',
      grid: funds('0.089').replace(
        /\| (44\.4|13\.3|10|12\.2|11\.1) \|/gu,
        (_, n: string) => `| ${String(Number(n) / 100)} |`,
      ),
      sheet: '附件3',
    },
    {
      name: '占比另有口径，各行都对不上',
      grid: funds('20').replace('44.4', '30').replace('13.3', '25').replace('| 10 |', '| 5 |'),
      sheet: '附件3',
    },
    { name: '排名从高到低', grid: ranks('4') },
    { name: '排名不按表里的数', grid: ranks('1').replace('| 3 |\n', '| 5 |\n').replace('| 2 |\n', '| 6 |\n') },
  ],
  invalid: [
    {
      name: '一项的占比算错',
      grid: funds('10.9'),
      sheet: '附件3',
      finds: [{ at: 'D4', message: 'share', id: 'A20', found: '10.9', expected: '8.9', level: 'warning' }],
    },
    {
      name: '一所的排名写错',
      grid: ranks('14'),
      finds: [{ at: 'F3', message: 'rank', id: 'A20', found: '14', expected: '4' }],
    },
  ],
});
