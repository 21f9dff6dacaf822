import { submissionForm } from '../../../src/audit/rules/submission-form';
import { cases } from '../cases';
import { profileById } from '../../../src/audit';

const cityProfile = profileById('city') ?? undefinedProfile();
function undefinedProfile(): never {
  throw new Error('no city profile');
}

cases(submissionForm, {
  valid: [
    {
      name: '填写齐全',
      grid: `
      |   | A | B | C | D | E | F |
      | 1 | 填报单位：袁州区 |  |  |  |  | 填报日期：2023年6月30日 |
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 | 袁州区 |
      | 4 | 填报人：张三 |  | 审核人：李四 |  |  |  |`,
    },
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
  ],
  invalid: [
    {
      name: '填报人没有写',
      grid: `
      |   | A | B | C | D | E | F |
      | 1 | 填报单位：袁州区 |  |  |  |  |  |
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 | 袁州区 |
      | 4 | 填报人： |  | 审核人：李四 |  |  |  |`,
      finds: [{ at: 'A4', message: 'open', id: 'S08' }],
    },
    {
      name: '报告期不一致',
      grid: `
      |   | A | B | C | D | E | F |
      | 1 | 学校建设项目表（2023年6月） |
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 | 袁州区 |`,
      more: {
        附件3: `
      |   | A | B | C |
      | 1 | 经费安排表（2023年5月） |
      | 2 | 序号 | 项目名称 | 金额（万元） |
      | 3 | 1 | 教育教学质量奖 | 400 |`,
      },
      finds: [{ at: '附件3!A1', message: 'periods', id: 'X07', level: 'error', found: '2023年5月' }],
    },
    {
      name: '缺少必需的表',
      grid: `
      |   | A    | B        | C            | D            | E            | F        | G    |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 | 备注 |
      | 2 | 一、高中阶段 ||||||  |
      | 3 | 小计： || 164 | 8200 | 491.4 ||  |
      | 4 | 1 | 宜春市职业中等专业学校（开放大学） | 60 | 3000 | 91.4 | 市本级 |  |
      | 5 | 2 | 赣西中等职业技术学校 | 56 | 2800 | 200 | 袁州区 |  |
      | 6 | 3 | 宜春市第十中学 | 48 | 2400 | 200 | 市本级 |  |`,
      audit: { profile: cityProfile },
      finds: [
        { at: '', message: 'noTable', id: 'S01', level: 'error' },
        { at: '', message: 'noTable' },
        { at: '', message: 'noTable' },
        { at: '', message: 'noUnit' },
      ],
    },
  ],
});
