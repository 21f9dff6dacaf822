import { schoolsComplete } from '../../../src/audit/rules/schools-complete';
import { yichunPlan } from '../../../src/plan';
import { cases } from '../cases';

const HEADER = '| 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |';

/** Annex 2 as published, what is not shown left blank. */
function wholePlan(change: { readonly without?: string; readonly juniorSubtotal?: number } = {}): string {
  const lines = ['|   | A | B | C | D | E | F |', '| 1 | 附件2（合成数据） |', HEADER];
  const push = (...cells: readonly (string | number | null)[]): void => {
    lines.push(`| ${lines.length} | ${cells.map((cell) => cell ?? '').join(' | ')} |`);
  };
  for (const stage of yichunPlan.stages) {
    const { plannedClasses, plannedSeats, plannedLand } = stage.subtotal;
    push(stage.heading);
    const classes = stage.id === 'S2' ? (change.juniorSubtotal ?? plannedClasses.value) : plannedClasses.value;
    push('小计：', null, classes, plannedSeats.value, plannedLand.value);
    const schools = yichunPlan.schools.filter((each) => each.stage === stage.id && each.name !== null);
    for (const [i, school] of schools.filter((each) => each.name !== change.without).entries())
      push(
        i + 1,
        school.name,
        school.plannedClasses.value,
        school.plannedSeats.value,
        school.plannedLand.value,
        school.builder.value,
      );
  }
  return lines.join('\n');
}

cases(schoolsComplete, {
  valid: [
    {
      name: '小计在上、数都填好',
      grid: `
      |   | A    | B        | C            | D            | E            | F        | G    |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 | 备注 |
      | 2 | 一、高中阶段 ||||||  |
      | 3 | 小计： || 164 | 8200 | 491.4 ||  |
      | 4 | 1 | 宜春市职业中等专业学校（开放大学） | 60 | 3000 | 91.4 | 市本级 |  |
      | 5 | 2 | 赣西中等职业技术学校 | 56 | 2800 | 200 | 袁州区 |  |
      | 6 | 3 | 宜春市第十中学 | 48 | 2400 | 200 | 市本级 |  |`,
    },
    { name: '方案附件2原样', grid: wholePlan() },
    {
      name: '标题只说幼儿园，不缺其他学段的学校',
      grid: `
      |   | A | B | C | D | E | F |
      | 1 | 袁州区新增公办幼儿园建设情况 |
      | 2 | 填报单位：袁州区 |
      | 3 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 4 | 1 | 华帝禧园幼儿园 | 9 | 270 | 5 | 袁州区 |`,
    },
    {
      name: '教体局汇总几个区的学校，不缺市本级自己的',
      grid: `
      |   | A | B | C | D | E | F |
      | 1 | 填报单位：宜春市教育体育局 |
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 3 | 1 | 枫林小学 | 24 | 1080 | 20.5 | 经开区 |
      | 4 | 2 | 宜阳二中 | 54 | 2700 | 49.5 | 宜阳新区 |`,
    },
  ],
  invalid: [
    {
      name: '漏报本区的学校',
      grid: `
      |   | A | B | C | D | E | F |
      | 1 | 填报单位：袁州区 |
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 3 | 1 | 江丰小学 | 18 | 810 | 20 | 袁州区 |
      | 4 | 2 | 枫林小学 | 12 | 540 | 20 | 袁州区 |`,
      finds: [{ at: 'A2:F2', message: 'missing', id: 'P02', level: 'warning', expected: '赣西中等职业技术学校' }],
    },
    {
      name: '漏行使合计大于各行之和，算一个问题',
      sheet: '初中',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 填报单位：宜阳新区 |
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 建设主体 |
      | 3 | 1 | 宜春市春华中学（暂名） | 36 | 1800 | 宜阳新区 |
      | 4 | 合计 || 90 | 4500 |  |`,
      finds: [{ at: 'B2', message: 'missing', id: 'P02', level: 'error', expected: '宜阳二中' }],
    },
    {
      name: '全市表少列一校',
      grid: wholePlan({ without: '数圆小学' }),
      finds: [{ at: 'A20', message: 'missingCity', id: 'P02', level: 'warning', expected: '数圆小学' }],
    },
    {
      name: '方案小计被改',
      grid: wholePlan({ juniorSubtotal: 470 }),
      finds: [{ at: 'C9', message: 'planSubtotal', id: 'P06', level: 'error', found: '470', expected: '460' }],
    },
  ],
});
