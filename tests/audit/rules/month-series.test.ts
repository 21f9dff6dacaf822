import { monthSeries } from '../../../src/audit/rules/month-series';
import { cases } from '../cases';

const months = (third: string, heads = '1月 | 2月 | 3月'): string => `
      |   | A    | B        | C            | D | E | F | G        | H            |
      | 1 | 序号 | 学校名称 | 总投资(万元) | ${heads} | 形象进度 | 规划学位(个) |
      | 2 | 1 | 数圆小学 | 5000 | 1200 | 1300 | 1500 | 在建 | 1620 |
      | 3 | 2 | 江丰小学 | 4000 | 800 | 900 | 950 | 在建 | 1080 |
      | 4 | 3 | 枫林小学 | 3000 | ${third} | 在建 | 1350 |
      | 5 | 4 | 金园小学 | 2500 | 640 | 700 | 720 | 在建 | 1350 |
      | 6 | 5 | 宜阳二中 | 9000 | 2100 | 2400 | 2500 | 在建 | 2700 |`;

cases(monthSeries, {
  valid: [
    { name: '逐月累计，只增不减', grid: months('500 | 500 | 560') },
    {
      name: '各月当月数有高有低，不是累计',
      grid: months('500 | 300 | 560').replace('1200 | 1300 | 1500', '1200 | 300 | 150'),
    },
    { name: '各列不是月份', grid: months('500 | 300 | 560', '国债(万元) | 专项(万元) | 自筹(万元)') },
  ],
  invalid: [
    {
      name: '二月累计小于一月',
      grid: months('500 | 300 | 560'),
      finds: [{ at: 'E4', message: 'falls', id: 'C10', found: '300', level: 'warning' }],
    },
    {
      name: '末月累计超过总投资',
      grid: months('500 | 600 | 3600', '1-1月 | 1-2月 | 1-3月'),
      finds: [{ at: 'F4', message: 'beyond', found: '3600' }],
    },
  ],
});
