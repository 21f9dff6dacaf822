import { statusUnknown } from '../../../src/audit/rules/status-unknown';
import { cases } from '../cases';

cases(statusUnknown, {
  valid: [
    {
      name: '清单里的词和一望而知的词',
      grid: `
      |   | A | B | C | D | E | F | G | H | I | J |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 建设主体 | 项目状态 | 开工日期 | 计划完工 | 实际完工 | 已形成学位(个) | 备注 |
      | 2 | 1 | 江丰小学 | 810 | 袁州区 | 主体已封顶 | 44800 | 45500 |  | 0 |  |
      | 3 | 2 | 枫林小学 | 540 | 袁州区 | 在建 | 44800 | 45500 |  | 0 |  |`,
      options: { dates: ['F2', 'G2', 'H2', 'F3', 'G3'] },
    },
  ],
  invalid: [
    {
      name: '不在清单',
      grid: `
      |   | A | B | C | D | E | F | G | H | I | J |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 建设主体 | 项目状态 | 开工日期 | 计划完工 | 实际完工 | 已形成学位(个) | 备注 |
      | 2 | 1 | 江丰小学 | 810 | 袁州区 | 快了 | 44800 | 45500 |  | 0 |  |
      | 3 | 2 | 枫林小学 | 540 | 袁州区 | 在建 | 44800 | 45500 |  | 0 |  |`,
      options: { dates: ['F2', 'G2', 'H2', 'F3', 'G3'] },
      finds: [{ at: 'E2', message: 'unknown', id: 'V13', found: '快了', level: 'error' }],
      fixed: { E2: '未开工' },
    },
    {
      name: '一格里写了两个互相矛盾的状态',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 序号 | 学校名称 | 规划学位(个) | 建设主体 | 项目状态 |
      | 2 | 1 | 江丰小学 | 810 | 袁州区 | 未开工、投入使用 |
      | 3 | 2 | 枫林小学 | 540 | 袁州区 | 主体封顶、装修施工 |`,
      finds: [{ at: 'E2', message: 'several', id: 'V13', found: '未开工、投入使用', level: 'error' }],
      fixed: { E2: '未开工' },
    },
  ],
});
