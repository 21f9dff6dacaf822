import { rateScale } from '../../../src/audit/rules/rate-scale';
import { cases } from '../cases';

const money = (second: string, third: string): string => `
      |   | A | B | C | D | E | F |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 总投资(万元) | 完成投资(万元) | 完成率(%) |
      | 2 | 1 | 江丰小学 | 810 | 4000 | 2000 | 50 |
      | 3 | 2 | 枫林小学 | 540 | ${second} |
      | 4 | 3 | 金园小学 | 540 | ${third} |
      | 5 | 4 | 数圆小学 | 720 | 2500 | 2000 | 80 |`;

cases(rateScale, {
  valid: [
    { name: '都按百分数', grid: money('3000 | 1560 | 52', '3200 | 800 | 25') },
    { name: '确实不到百分之一', grid: money('3000 | 15 | 0.5', '3200 | 800 | 25') },
    { name: '还没有完成', grid: money('3000 | 0 | 0', '3200 | 800 | 25') },
    {
      name: '整列都按小数',
      grid: money('3000 | 1560 | 0.52', '3200 | 800 | 0.25').replace('| 50 |', '| 0.5 |').replace('| 80 |', '| 0.8 |'),
    },
    {
      name: '百分比格式的单元格',
      grid: money('3000 | 1560 | 0.52', '3200 | 800 | 25'),
      options: { percents: ['F3'] },
    },
  ],
  invalid: [
    {
      name: '一格写成小数',
      grid: money('3000 | 1560 | 0.52', '3200 | 800 | 25'),
      finds: [{ at: 'F3', message: 'share', id: 'V14', level: 'warning', found: '0.52', expected: '52' }],
      fixed: { F3: 52 },
    },
    {
      name: '指标完成率写成小数',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 指标名称 | 计量单位 | 目标值 | 本期完成 | 完成率(%) |
      | 2 | 学前三年毛入园率 | % | 93 | 92.1 | 99 |
      | 3 | 义务教育巩固率 | % | 97 | 96.2 | 99.2 |
      | 4 | 高中阶段毛入学率 | % | 95 | 93.6 | 0.985 |`,
      finds: [{ at: 'E4', message: 'share', found: '0.985', expected: '98.5' }],
    },
    {
      name: '形象进度写成小数',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 项目状态 | 形象进度(%) |
      | 2 | 1 | 江丰小学 | 810 | 在建 | 35 |
      | 3 | 2 | 枫林小学 | 540 | 主体封顶 | 60 |
      | 4 | 3 | 金园小学 | 540 | 装修施工 | 0.8 |
      | 5 | 4 | 数圆小学 | 720 | 投入使用 | 100 |`,
      finds: [{ at: 'E4', message: 'share', found: '0.8', expected: '80' }],
    },
  ],
});
