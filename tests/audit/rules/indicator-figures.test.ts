import { indicatorFigures } from '../../../src/audit/rules/indicator-figures';
import { cases } from '../cases';

const schools = (whole: string, junior = '4 | 8'): string => `
      |   | A    | B        | C        | D      | E        | F        |
      | 1 | 序号 | 指标名称 | 计量单位 | 目标值 | 上年完成 | 本期完成 |
      | 2 | 1 | 新增中小学幼儿园总数 | 所 | 39 | ${whole} |
      | 3 | 2 | 新增学校-中职 | 所 | 2 | 0 | 1 |
      | 4 | 3 | 新增学校-普通高中 | 所 | 1 | 0 | 0 |
      | 5 | 4 | 新增学校-初中 | 所 | 12 | ${junior} |
      | 6 | 5 | 新增学校-小学 | 所 | 10 | 4 | 7 |
      | 7 | 6 | 新增学校-幼儿园 | 所 | 13 | 5 | 9 |
      | 8 | 7 | 新增学校-专门学校 | 所 | 1 | 0 | 0 |
      | 9 | 8 | 新增学校-特教学校 | 所 | 1 | 0 | 0 |`;

const seats = (whole: string): string => `
      |   | A    | B        | C        | D      | E        |
      | 1 | 序号 | 指标名称 | 计量单位 | 目标值 | 本期完成 |
      | 2 | 1 | 新增学位总数 | 万个 | 5.18 | ${whole} |
      | 3 | 2 | 新增学位-中职 | 万个 | 0.58 | 0.34 |
      | 4 | 3 | 新增学位-普通高中 | 万个 | 0.25 | 0.11 |
      | 5 | 4 | 新增学位-初中 | 万个 | 2.18 | 1.36 |
      | 6 | 5 | 新增学位-小学 | 万个 | 1.58 | 0.89 |
      | 7 | 6 | 新增学位-幼儿园 | 万个 | 0.56 | 0.35 |`;

cases(indicatorFigures, {
  valid: [
    { name: '总数等于各学段之和', grid: schools('13 | 25') },
    { name: '方案自己的总数与各学段差一所，报数也可以差一所', grid: schools('13 | 24') },
    { name: '学位四舍五入的差数', grid: seats('3.06') },
    { name: '有一个学段还没有填，无从相加', grid: schools('13 | 20', '4 | ') },
    {
      name: '各行本年数多比上年少，不是累计数',
      grid: schools('25 | 13', '8 | 4')
        .replace('| 4 | 7 |', '| 7 | 4 |')
        .replace('| 5 | 9 |', '| 9 | 5 |')
        .replace('| 0 | 1 |', '| 1 | 0 |'),
    },
    {
      name: '毛入园率可以比上年低',
      grid: `
      |   | A    | B        | C        | D      | E        | F        |
      | 1 | 序号 | 指标名称 | 计量单位 | 目标值 | 上年完成 | 本期完成 |
      | 2 | 1 | 学前三年毛入园率 | % | 93 | 92.1 | 91.8 |
      | 3 | 2 | 义务教育巩固率 | % | 97 | 95.5 | 96.1 |
      | 4 | 3 | 高中阶段毛入学率 | % | 95 | 93.5 | 94.1 |`,
    },
  ],
  invalid: [
    {
      name: '总数比各学段之和少三所',
      grid: schools('13 | 22'),
      finds: [{ at: 'F2', message: 'parts', id: 'A19', found: '22', expected: '25', level: 'warning' }],
    },
    {
      name: '新增学位总数与各学段对不上',
      grid: seats('2.7'),
      finds: [{ at: 'E2', message: 'parts', found: '2.7', expected: '3.05' }],
    },
    {
      name: '累计数比上年还少',
      grid: schools('13 | 19', '4 | 2'),
      finds: [{ at: 'F5', message: 'falls', id: 'C12', found: '2', expected: '不小于 4', level: 'warning' }],
    },
    {
      name: '巩固率比上年低，作提示',
      grid: `
      |   | A    | B        | C        | D      | E        | F        |
      | 1 | 序号 | 指标名称 | 计量单位 | 目标值 | 上年完成 | 本期完成 |
      | 2 | 1 | 学前三年毛入园率 | % | 93 | 91.1 | 91.8 |
      | 3 | 2 | 义务教育巩固率 | % | 97 | 95.5 | 94.1 |`,
      finds: [{ at: 'F3', message: 'rateFalls', id: 'C12', found: '94.1', level: 'info' }],
    },
  ],
});
