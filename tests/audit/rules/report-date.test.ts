import { reportDate } from '../../../src/audit/rules/report-date';
import { cases } from '../cases';

const table = (date: string, period = '（2023年6月）') => `
      |   | A | B | C | D | E | F |
      | 1 | 学校建设项目表 |
      | 2 | ${period} |
      | 3 | 填报单位：袁州区 |  |  |  | ${date} |  |
      | 4 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 5 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 | 袁州区 |`;

cases(reportDate, {
  valid: [
    { name: '期末填报', grid: table('填报日期：2023年6月28日') },
    { name: '下月初填报', grid: table('报出日期：2023-07-05') },
    { name: '季度报表，下季度填报', grid: table('填表时间：2023.7.8', '2023年第二季度') },
    { name: '没有写报告期', grid: table('填报日期：2024年1月10日', '') },
    { name: '写了星期', grid: table('填报日期：2023年7月3日（星期一）') },
    { name: '年、月、日之间有空格', grid: table('填报日期：2023 年 7 月 3 日') },
    { name: '报告期写一段时间', grid: table('填报日期：2023年6月28日', '报告期：2023年1-6月') },
    { name: '报告期写学年', grid: table('填报日期：2023年6月28日', '统计期：2022-23学年') },
    { name: '报告期写半年', grid: table('填报日期：2023年6月28日', '报表期别：2023年上半年') },
    { name: '没有填，由填报信息的规则去说', grid: table('填报日期：    年  月  日') },
  ],
  invalid: [
    {
      name: '没有这一天',
      grid: table('填报日期：2023年13月45日'),
      finds: [{ at: 'E3', message: 'impossible', id: 'V08', level: 'error', found: '2023年13月45日' }],
    },
    {
      name: '标题写了下个月，工作表名和日期都在上个月',
      sheet: '9月',
      grid: table('填报日期：2023年9月28日', '学校建设月报（2023年10月）'),
      finds: [{ at: 'A2', message: 'titled', id: 'X07', found: '2023年10月', expected: '9月', level: 'warning' }],
    },
    {
      name: '早于报告期',
      grid: table('填表日期：2022年6月28日'),
      finds: [{ at: 'E3', message: 'before', id: 'V10', expected: '2023年6月', level: 'warning' }],
    },
    {
      name: '年份多写十年，日期在另一格',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 学校建设项目表（2023年6月） |
      | 2 | 填报单位 | 袁州区 |  | 报送时间 | 2033年6月28日 |
      | 3 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) |
      | 4 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 |`,
      finds: [{ at: 'E2', message: 'late', id: 'V10', found: '2033年6月28日' }],
    },
    {
      name: '落款日期没有“日期”二字',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 学校建设项目表（2023年6月） |
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) |
      | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 |
      | 4 | 填报单位：袁州区 |
      | 5 |  |  |  | 2023年5月28日 |`,
      finds: [{ at: 'D5', message: 'before', id: 'V10' }],
    },
    {
      name: '没有报告期，年份远在方案期之外',
      grid: table('填报日期：2033年6月28日', ''),
      finds: [{ at: 'E3', message: 'offPlan', id: 'V10' }],
    },
    {
      name: '报告期没有这个月',
      grid: table('填报日期：2023年6月28日', '报表期别：2023年13月'),
      finds: [{ at: 'A2', message: 'impossible', id: 'V08', level: 'error', found: '2023年13月' }],
    },
    {
      name: '数据截至没有的一天',
      grid: table('', '数据截止日期：2023年6月31日'),
      finds: [{ at: 'A2', message: 'impossible', id: 'V08', found: '2023年6月31日' }],
    },
    {
      name: '报告期的年份差了一百多年',
      grid: table('', '统计期：2203年6月'),
      finds: [{ at: 'A2', message: 'offPlan', id: 'V10', found: '2203年6月' }],
    },
    {
      name: '落款“时间”在审核人后面',
      grid: `
      |   | A | B | C | D | E | F |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 2 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 | 袁州区 |
      | 3 |
      | 4 | 制表 | 张三 | 复核 | 李四 | 时间 | 2203年6月25日 |`,
      finds: [{ at: 'F4', message: 'impossible', id: 'V08', found: '2203年6月25日' }],
    },
    {
      name: '不是日期',
      grid: table('填报日期：近期'),
      finds: [{ at: 'E3', message: 'unreadable', id: 'V09', level: 'info', found: '近期' }],
    },
    {
      name: '标题里截至的日子不存在',
      grid: `
      |   | A | B | C | D |
      | 1 | 学校建设进度表（截至2023年6月31日） ||||
      | 2 | 序号 | 学校名称 | 规划学位(个) | 项目状态 |
      | 3 | 1 | 江丰小学 | 810 | 在建 |
      | 4 | 2 | 枫林小学 | 540 | 在建 |`,
      finds: [{ at: 'A1', message: 'impossible', id: 'V08', found: '2023年6月31日' }],
    },
  ],
});
