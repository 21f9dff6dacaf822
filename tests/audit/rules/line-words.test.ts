import { lineWords } from '../../../src/audit/rules/line-words';
import { cases } from '../cases';

const table = (title: string, line = '', foot = '') => `
      |   | A | B | C | D | E | F |
      | 1 | ${title} |
      | 2 | ${line} |
      | 3 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 4 | 1 | 江丰小学 | 18 | 810 | 20 | 袁州区 |
      | 5 | 2 | 枫林小学 | 12 | 540 | 20 | 袁州区 |
      | 6 | ${foot} |`;

cases(lineWords, {
  valid: [
    { name: '方案的城市和建设主体', grid: table('宜春中心城区学校建设项目表', '袁州区教育项目（2023年6月）') },
    { name: '没有地名的标题', grid: table('附件2 中心城区学校建设月报表（2023年第二季度）', '各县市区学校建设情况') },
    { name: '动词开头的标题', grid: table('推进中心城区学校建设进展表', '新城区学校建设') },
    { name: '电话号码隐去几位', grid: table('学校建设项目表', '联系电话：138××××5678') },
    { name: '说明里举例', grid: table('学校建设项目表', '', '说明：学校名称写全称，如××区××小学。') },
    { name: '几个季度是个数', grid: table('学校建设项目表', '连续5个季度的数据，统计至2023年12月') },
    { name: '闰年的二月', grid: table('学校建设项目表（截至2024年2月29日）') },
    { name: '月报表', grid: table('2023年月报表') },
  ],
  invalid: [
    {
      name: '标题写成别的城市',
      grid: table('新余中心城区学校建设项目表'),
      finds: [{ at: 'A1', message: 'place', id: 'S19', found: '新余', expected: '宜春市', level: 'warning' }],
    },
    {
      name: '标题写成别的区',
      grid: table('附件2 渝水区学校建设项目表'),
      finds: [{ at: 'A1', message: 'place', id: 'S19', found: '渝水区' }],
    },
    {
      name: '标题里留着模板的符号',
      grid: table('XX中心城区学校建设项目表'),
      finds: [{ at: 'A1', message: 'mark', id: 'S19', found: 'XX', level: 'warning' }],
    },
    {
      name: '年份没有改',
      grid: table('20××年学校建设项目表'),
      finds: [{ at: 'A1', message: 'mark', id: 'S19', found: '20××' }],
    },
    {
      name: '月份没有填',
      grid: table('学校建设月报表（2023年　月）'),
      finds: [{ at: 'A1', message: 'mark', id: 'S19', found: '2023年月' }],
    },
    {
      name: '没有的月份',
      grid: table('学校建设月报表（2023年13月）'),
      finds: [{ at: 'A1', message: 'period', id: 'V08', found: '2023年13月', level: 'error' }],
    },
    {
      name: '没有的季度',
      grid: table('2023年第五季度学校建设进展表'),
      finds: [{ at: 'A1', message: 'period', id: 'V08', found: '第五季度' }],
    },
    {
      name: '没有的一天',
      grid: table('学校建设项目表', '统计时点：2024年5月32日'),
      finds: [{ at: 'A2', message: 'day', id: 'V08', found: '2024年5月32日' }],
    },
  ],
});
