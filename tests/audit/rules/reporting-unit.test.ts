import { reportingUnit } from '../../../src/audit/rules/reporting-unit';
import { cases } from '../cases';

const schools = (title: string, unit: string, builders: readonly [string, string]) => `
      |   | A | B | C | D | E | F |
      | 1 | ${title} |
      | 2 | ${unit} |
      | 3 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 4 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 | ${builders[0]} |
      | 5 | 2 | 宜阳二中 | 54 | 2700 | 49.5 | ${builders[1]} |`;
const funds = (unit: string) => `
      |   | A | B | C |
      | 1 | 经费安排表 |
      | 2 | ${unit} |
      | 3 | 序号 | 项目名称 | 金额（万元） |
      | 4 | 1 | 教育教学质量奖 | 400 |`;

cases(reportingUnit, {
  valid: [
    { name: '单位与建设主体一致', grid: schools('学校建设项目表', '填报单位：袁州区教体局', ['袁州区', '袁州区']) },
    { name: '区里也有市本级建设的学校', grid: schools('学校建设项目表', '填报单位：袁州区', ['袁州区', '市本级']) },
    { name: '市教体局填报各区的学校', grid: schools('袁州区学校表', '填报单位：市教体局', ['袁州区', '宜阳新区']) },
    {
      name: '汇总工作簿，每个区一张表，表名写明',
      sheet: '袁州区',
      grid: schools('学校建设项目表', '填报单位：袁州区', ['袁州区', '袁州区']),
      more: { 宜阳新区: funds('填报单位：宜阳新区') },
    },
    {
      name: '两个单位同类的表合在一个工作簿',
      grid: schools('学校建设项目表', '填报单位：袁州区', ['', '']),
      more: { Sheet2: schools('学校建设项目表', '填报单位：宜阳新区', ['', '']) },
    },
    {
      name: '单位写的是不带地名的局',
      grid: schools('学校建设项目表', '填报单位：区教育体育局', ['袁州区', '袁州区']),
    },
    { name: '单位写的是简称', grid: schools('学校建设项目表', '填报单位：袁区教体局', ['袁州区', '袁州区']) },
    {
      name: '单位是方案外的地方，学校是几个区的',
      grid: schools('学校建设项目表', '填报单位：高安市', ['袁州区', '宜阳新区']),
    },
  ],
  invalid: [
    {
      name: '建设主体都是别的区',
      grid: schools('学校建设项目表', '填报单位：明月山区', ['袁州区', '袁州区']),
      finds: [{ at: 'A2', message: 'otherBuilders', id: 'X04', level: 'warning', expected: '袁州区' }],
    },
    {
      name: '建设主体都是市本级，也许并没有错',
      grid: schools('学校建设项目表', '填报单位：明月山区', ['市本级', '市本级']),
      finds: [{ at: 'A2', message: 'otherBuilders', level: 'info' }],
    },
    {
      name: '单位是方案外的地方，学校都是一个区的',
      grid: schools('学校建设项目表', '填报单位：高安市', ['袁州区', '袁州区']),
      finds: [{ at: 'A2', message: 'strange', id: 'X04', level: 'warning', found: '高安市', expected: '袁州区' }],
    },
    {
      name: '单位是外县的教育局',
      grid: schools('学校建设项目表', '填报单位：上高县教育体育局', ['袁州区', '袁州区']),
      finds: [{ at: 'A2', message: 'strange', found: '上高县教育体育局' }],
    },
    {
      name: '标题写的是别的区',
      grid: schools('袁州区学校建设项目表', '填报单位（盖章）：宜阳新区', ['', '']),
      finds: [{ at: 'A2', message: 'otherTitle', id: 'X04', found: '宜阳新区', expected: '袁州区' }],
    },
    {
      name: '两张表的单位不同',
      grid: schools('学校建设项目表', '填报单位：袁州区', ['', '']),
      more: { 附件3: funds('报送单位：宜阳新区') },
      finds: [{ at: '附件3!A2', message: 'otherSheets', id: 'X07', found: '宜阳新区', expected: '袁州区' }],
    },
    {
      name: '封面的单位与各表都不同',
      grid: `
      |   | A | B |
      | 1 | 教育提升专项行动进展报表 ||
      | 2 | 填报单位： | 宜阳新区教体局 |`,
      sheet: '封面',
      more: {
        附件2: schools('学校建设项目表', '填报单位：袁州区', ['袁州区', '袁州区']),
        附件3: funds('填报单位：袁州区'),
      },
      finds: [{ at: '封面!B2', message: 'otherSheets', id: 'X07', found: '宜阳新区教体局', expected: '袁州区' }],
    },
    {
      name: '封面写的是别的区',
      grid: `
      |   | A | B |
      | 1 | 教育提升专项行动进展报表 ||
      | 2 | 填报单位 | 明月山区 |
      | 3 | 填表人 | 张三 |`,
      sheet: '封面',
      more: { 附件2: schools('学校建设项目表', '', ['袁州区', '袁州区']) },
      finds: [{ at: '封面!B2', message: 'otherBuilders', id: 'X04', level: 'warning', expected: '袁州区' }],
    },
  ],
});
