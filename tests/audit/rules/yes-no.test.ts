import { yesNo } from '../../../src/audit/rules/yes-no';
import { cases } from '../cases';

const targets = (answer: string): string => `
      |   | A | B | C | D | E |
      | 1 | 指标名称 | 计量单位 | 目标值 | 本期完成 | 是否达到 |
      | 2 | 学前三年毛入园率 | % | 93 | 92.1 | 否 |
      | 3 | 义务教育巩固率 | % | 97 | 96.2 | ${answer} |
      | 4 | 高中阶段毛入学率 | % | 95 | 95.3 | 是 |`;

cases(yesNo, {
  valid: [
    { name: '填是或否', grid: targets('否') },
    { name: '用别的话答', grid: targets('未达到') },
    { name: '还没有填', grid: targets('') },
    { name: '写明情况的', grid: targets('基本达到') },
    { name: '不适用', grid: targets('—') },
    {
      name: '“是否”列里写的都是说明',
      grid: `
      |   | A | B | C | D |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 是否需要协调 |
      | 2 | 1 | 江丰小学 | 810 | 征地 |
      | 3 | 2 | 枫林小学 | 540 | 否 |
      | 4 | 3 | 金园小学 | 540 | 施工许可 |`,
    },
  ],
  invalid: [
    {
      name: '填了一个数',
      grid: targets('88'),
      finds: [{ at: 'E3', message: 'neither', id: 'V19', level: 'warning', found: '88' }],
    },
    {
      name: '填了含糊的话',
      grid: targets('差不多'),
      finds: [{ at: 'E3', message: 'neither', id: 'V19', found: '差不多' }],
    },
    {
      name: '没有认得的“是否”列',
      grid: `
      |   | A | B | C | D |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 是否列入民生工程 |
      | 2 | 1 | 江丰小学 | 810 | 是 |
      | 3 | 2 | 枫林小学 | 540 | 否 |
      | 4 | 3 | 金园小学 | 540 | 30 |`,
      finds: [{ at: 'D4', message: 'neither', found: '30' }],
    },
  ],
});
