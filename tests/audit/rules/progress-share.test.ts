import { progressShare } from '../../../src/audit/rules/progress-share';
import { cases } from '../cases';

/** The third school's state and share are the case's. */
const shares = (third: string): string => `
      |   | A | B | C | D | E |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 项目状态 | 形象进度(%) |
      | 2 | 1 | 江丰小学 | 810 | 在建 | 35 |
      | 3 | 2 | 枫林小学 | 540 | 主体封顶 | 60 |
      | 4 | 3 | 金园小学 | 540 | ${third} |
      | 5 | 4 | 数圆小学 | 720 | 投入使用 | 100 |
      | 6 | 5 | 宜阳二中 | 2700 | 未开工 | 0 |
      | 7 | 6 | 北湖小学 | 810 | 在建 | 40 |`;

const ledger = (state: string, isOpen: string): string => `
      |   | A | B | C | D | E |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 项目状态 | 是否投用 |
      | 2 | 1 | 江丰小学 | 810 | ${state} | ${isOpen} |
      | 3 | 2 | 枫林小学 | 540 | 主体封顶 | 否 |`;

cases(progressShare, {
  valid: [
    { name: '装修施工，进度过半', grid: shares('装修施工 | 80') },
    { name: '已完工，还有收尾', grid: shares('已完工 | 96') },
    { name: '百分数列里填了小数，由比率的规则去说', grid: shares('装修施工 | 0.8') },
    { name: '进度没有填', grid: shares('主体封顶 |  ') },
    { name: '在建，刚开工', grid: shares('在建 | 0') },
    {
      name: '进度用小数表示',
      grid: shares('装修施工 | 0.8')
        .replace('| 35 |', '| 0.35 |')
        .replace('| 60 |', '| 0.6 |')
        .replace('| 40 |', '| 0.4 |')
        .replace('| 100 |', '| 1 |'),
    },
    {
      name: '投资完成率不是形象进度',
      grid: `
      |   | A | B | C | D | E | F | G |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 项目状态 | 总投资(万元) | 完成投资(万元) | 投资完成率(%) |
      | 2 | 1 | 江丰小学 | 810 | 已完工 | 4000 | 2000 | 50 |
      | 3 | 2 | 枫林小学 | 540 | 在建 | 3000 | 3300 | 110 |`,
    },
    {
      name: '“进度”是投资完成的比例，不是形象进度',
      grid: `
      |   | A | B | C | D | E | F | G |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 项目状态 | 总投资(万元) | 完成投资(万元) | 进度(%) |
      | 2 | 1 | 江丰小学 | 810 | 已完工 | 4000 | 2000 | 50 |
      | 3 | 2 | 枫林小学 | 540 | 在建 | 3000 | 900 | 30 |`,
    },
    { name: '投入使用，已投用', grid: ledger('投入使用', '是') },
    { name: '已完工，还没有投用', grid: ledger('已完工', '否') },
    { name: '基本完工，先行投用', grid: ledger('基本完工', '是') },
  ],
  invalid: [
    {
      name: '超过百分之百',
      grid: shares('装修施工 | 180'),
      finds: [{ at: 'E4', message: 'above', id: 'C13', level: 'warning', found: '180' }],
    },
    {
      name: '投入使用，进度不到一半',
      grid: shares('投入使用 | 35'),
      finds: [{ at: 'D4', message: 'low', found: '投入使用' }],
    },
    {
      name: '用小数表示的进度超过一',
      grid: shares('装修施工 | 1.27')
        .replace('| 35 |', '| 0.35 |')
        .replace('| 60 |', '| 0.6 |')
        .replace('| 40 |', '| 0.4 |')
        .replace('| 100 |', '| 1 |'),
      finds: [{ at: 'E4', message: 'above', found: '127' }],
    },
    {
      name: '另有投资完成率的，进度仍是形象进度',
      grid: `
      |   | A | B | C | D | E | F | G | H |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 项目状态 | 进度(%) | 总投资(万元) | 累计完成投资(万元) | 完成率(%) |
      | 2 | 1 | 江丰小学 | 810 | 未开工 | 35 | 4000 | 0 | 0 |
      | 3 | 2 | 枫林小学 | 540 | 在建 | 41 | 3000 | 900 | 30 |
      | 4 | 3 | 金园小学 | 540 | 主体封顶 | 63 | 3000 | 1500 | 50 |`,
      finds: [{ at: 'E2', message: 'begun', found: '35' }],
    },
    { name: '在建，进度却满了', grid: shares('在建 | 100'), finds: [{ at: 'E4', message: 'full', found: '100' }] },
    { name: '主体封顶，进度却为零', grid: shares('主体封顶 | 0'), finds: [{ at: 'E4', message: 'none', found: '0' }] },
    { name: '未开工，却有进度', grid: shares('未开工 | 45'), finds: [{ at: 'E4', message: 'begun', found: '45' }] },
    { name: '还没有建好就说投用', grid: ledger('未开工', '是'), finds: [{ at: 'E2', message: 'open', found: '是' }] },
    {
      name: '投入使用却说没有投用',
      grid: ledger('投入使用', '否'),
      finds: [{ at: 'E2', message: 'closed', found: '否' }],
    },
  ],
});
