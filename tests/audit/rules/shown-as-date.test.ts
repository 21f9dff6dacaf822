import { shownAsDate } from '../../../src/audit/rules/shown-as-date';
import { cases } from '../cases';

const GRID = `
      |   | A | B | C | D | E | F |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 开工时间 |
      | 2 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 | 2022-03-01 |
      | 3 | 2 | 宜阳二中 | 54 | 2700 | 49.5 | 2022-05-06 |
      | 4 | 3 | 宜春市第十中学 | 48 | 2400 | 200 | 2022-06-01 |`;

cases(shownAsDate, {
  valid: [
    { name: '日期列用日期格式', grid: GRID, options: { dates: ['F2', 'F3', 'F4'] } },
    { name: '比率用百分比格式', grid: GRID, options: { percents: ['C2'] } },
  ],
  invalid: [
    {
      name: '学位数显示成日期',
      grid: GRID,
      options: { dates: ['D3', 'F2', 'F3', 'F4'] },
      finds: [{ at: 'D3', message: 'shown', id: 'V20', level: 'warning', found: '2700' }],
      fixed: { D3: 2700 },
    },
    {
      name: '整列学位数显示成日期',
      grid: GRID,
      options: { dates: ['D2', 'D3', 'D4'] },
      finds: [{ at: 'D2:D4', message: 'shown' }],
    },
  ],
});
