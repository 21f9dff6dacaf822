import { otherFigures } from '../../../src/audit/rules/other-figures';
import { cases } from '../cases';

const months = (third: string, header = '3月'): string => `
      |   | A    | B        | C   | D   | E | F            |
      | 1 | 序号 | 学校名称 | 1月 | 2月 | ${header} | 规划学位(个) |
      | 2 | 1 | 数圆小学 | 120 | 90 | 150 | 1620 |
      | 3 | 2 | 江丰小学 | 80 | 60 | 95 | 1080 |
      | 4 | 3 | 枫林小学 | 50 | 70 | ${third} | 1350 |
      | 5 | 4 | 金园小学 | 64 | 0 | 72 | 1350 |
      | 6 | 5 | 宜阳二中 | 210 | 240 | 250 | 2700 |`;

cases(otherFigures, {
  valid: [
    { name: '各月都是数字，有的空着', grid: months('') },
    { name: '注明没有的用横线', grid: months('—') },
    { name: '增减数可以为负', grid: months('-56', '比上月增减') },
    { name: '写的是日期和说明', grid: months('2023年6月', '竣工年月') },
    { name: '编号里有字母', grid: months("'3号楼", '楼栋编号') },
    {
      name: '一列里不少是文字，不是只填数字的列',
      grid: months("'约2千").replace('| 95 |', "| '约1千 |").replace('| 72 |', "| '约3千 |"),
    },
    { name: '负数不止一个，也许另有含义', grid: months('-56').replace('| 95 |', '| -95 |') },
  ],
  invalid: [
    {
      name: '支出进度下面的一个季度存成文本',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 序号 | 项目名称 | 金额(万元) | 支出进度 一季度 | 支出进度 二季度 |
      | 2 | 1 | 教育教学质量奖 | 400 | 36 | 48 |
      | 3 | 2 | 教师队伍素质提升专项 | 70 | 5 | 9 |
      | 4 | 3 | 学校内涵提升专项 | 60 | 4 | '7 |
      | 5 | 4 | 校园文化建设专项 | 50 | 6 | 8 |`,
      finds: [{ at: 'E4', message: 'words', id: 'V18', found: '7' }],
    },
    {
      name: '某月投资为负数',
      grid: months('-56'),
      finds: [{ at: 'E4', message: 'negative', id: 'V18', found: '-56', level: 'warning' }],
      fixed: { E4: 56 },
    },
    {
      name: '某月的数带了单位，求和时不计',
      grid: months('56万'),
      finds: [{ at: 'E4', message: 'words', id: 'V18', found: '56万', expected: '56' }],
      fixed: { E4: 56 },
    },
    {
      name: '不是方案的表，合计上面有一格是文本',
      grid: `
      |   | A    | B        | C          | D          |
      | 1 | 街道 | 所数(所) | 教师数(人) | 学生数(人) |
      | 2 | 秀江 | 10 | 320 | 5200 |
      | 3 | 灵泉 | 7 | '41O | 5300 |
      | 4 | 凤凰 | 3 | 280 | 3100 |
      | 5 | 金园 | 5 | 190 | 2600 |
      | 6 | 合计 | =SUM(B2:B5) → 25 | =SUM(C2:C5) → 790 | =SUM(D2:D5) → 16200 |`,
      finds: [{ at: 'C3', message: 'words', found: '41O', expected: '410' }],
    },
  ],
});
