import { saidBeside } from '../../../src/audit/rules/said-beside';
import { cases } from '../cases';

const schools = (title: string, note: string): string => `
      |   | A    | B        | C            | D            | E            | F        |
      | 1 | ${title} ||||||
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 3 | 1 | 江丰小学 | 18 | 810 | 20 | 袁州区 |
      | 4 | 2 | 枫林小学 | 12 | 540 | 20 | 袁州区 |
      | 5 | 3 | 金园小学 | 12 | 540 | 20 | 袁州区 |
      | 6 ||||||
      | 7 | ${note} ||||||`;

const funds = (words: string): string => schoolsless(`金额合计（大写）：${words}`);

const schoolsless = (note: string): string => `
      |   | A    | B        | C            |
      | 1 | 序号 | 项目名称 | 金额（万元） |
      | 2 | 1 | 教育教学质量奖 | 400 |
      | 3 | 2 | 教育教学研究专项 | 45.5 |
      | 4 | 合计 || =SUM(C2:C3) → 445.5 |
      | 5 | ${note} |||`;

cases(saidBeside, {
  valid: [
    { name: '所数与表相同', grid: schools('学校建设项目表', '注：本表共列3所学校，用地以红线为准。') },
    { name: '说的是其中一部分', grid: schools('学校建设项目表', '注：其中2所为改扩建，全市共39所。') },
    {
      name: '几个数都与合计相同',
      grid: schools('学校建设项目表', '说明：表列学校3所，规划班数42个，规划学位1890个，用地60亩。'),
    },
    {
      name: '其中的数、方案的数另说',
      grid: schools('学校建设项目表', '本表3个项目，规划学位1890个，其中新建1200个；方案规划学位5000个。'),
    },
    { name: '约数和本年的数', grid: schools('学校建设项目表', '本表3个项目，规划学位约0.2万个，本年新增学位100个。') },
    { name: '没有说是本表的', grid: schools('学校建设项目表', '注：已完工学校2所。') },
    { name: '报告只说其中几年', grid: schools('教育提升专项行动（2022-2023年）进展表', '') },
    { name: '方案的年份写对', grid: schools('教育提升专项行动方案（2022-2025年）项目表', '') },
    { name: '大写与合计相同', grid: funds('肆佰肆拾伍万伍仟元整'), sheet: '附件3' },
  ],
  invalid: [
    {
      name: '注里的所数不对',
      grid: schools('学校建设项目表', '注：本表共列14所学校，用地以红线为准。'),
      finds: [{ at: 'A7', message: 'count', id: 'S18', found: '14', expected: '3', level: 'warning' }],
    },
    {
      name: '项目数不对',
      grid: schools('学校建设项目表', '注：本区共5个项目，规划学位1890个。'),
      finds: [{ at: 'A7', message: 'total', id: 'S18', found: '5', expected: '3' }],
    },
    {
      name: '学位数不对，别的数都对',
      grid: schools('学校建设项目表', '备注：在册项目3个，规划学位1980个，规划用地60亩。'),
      finds: [{ at: 'A7', message: 'total', id: 'S18', found: '1980', expected: '1890' }],
    },
    {
      name: '万个为单位的数不对',
      grid: schools('学校建设项目表', '注：以上共计学位0.25万个。'),
      finds: [{ at: 'A7', message: 'total', found: '0.25', expected: '0.189' }],
    },
    {
      name: '分学段的所数不对',
      grid: schools('学校建设项目表', '注：本表共列3所学校，其中小学4所。'),
      finds: [{ at: 'A7', message: 'total', found: '4', expected: '3' }],
    },
    {
      name: '金额不对',
      grid: schoolsless('注：专项经费总额4455千元，以上合计4545千元。'),
      sheet: '附件3',
      finds: [{ at: 'A5', message: 'total', found: '4545', expected: '4455' }],
    },
    {
      name: '行动的年份写在方案期之外',
      grid: schools('教育提升专项行动（2021-2025年）项目表', ''),
      finds: [{ at: 'A1', message: 'years', id: 'P17', found: '2021-2025', expected: '2022-2025' }],
    },
    {
      name: '方案的年份写错',
      grid: schools('教育提升专项行动方案（2020-2025年）项目表', ''),
      finds: [{ at: 'A1', message: 'years', id: 'P17', found: '2020-2025', expected: '2022-2025' }],
    },
    {
      name: '大写的金额与合计不同',
      grid: funds('肆佰伍拾肆万伍仟元整'),
      sheet: '附件3',
      finds: [{ at: 'A5', message: 'capitals', found: '454.5', expected: '445.5' }],
    },
    {
      name: '注里按状态数的所数与表不符',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 项目状态 |
      | 2 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 已完工 |
      | 3 | 2 | 宜阳二中 | 54 | 2700 | 未开工 |
      | 4 | 3 | 宜春市第十中学 | 48 | 2400 | 已完工 |
      | 5 | 注：本表共3所，其中已完工1所，未开工1所。 | | | | |`,
      finds: [{ at: 'A5', message: 'total', found: '1', expected: '2' }],
    },
  ],
});
