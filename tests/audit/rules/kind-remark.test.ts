import { kindRemark } from '../../../src/audit/rules/kind-remark';
import { cases } from '../cases';

const table = (name: string, kind: string, remark: string): string => `
      |   | A    | B        | C            | D            | E        | F        | G    |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 建设主体 | 建设性质 | 备注 |
      | 2 | 1 | 数圆小学 | 36 | 1620 | 袁州区 | 新建 |  |
      | 3 | 2 | ${name} | 30 | 1350 | 经开区 | ${kind} | ${remark} |`;

cases(kindRemark, {
  valid: [
    { name: '改扩建的备注写扩建', grid: table('金园小学', '改扩建', '扩建') },
    { name: '新建的小区配建园', grid: table('枫林小学', '新建', '下浦小区配建') },
    { name: '说的是片区，不是学校', grid: table('枫林小学', '新建', '随棚户区改造一并实施') },
    { name: '一部分改造、一部分新建', grid: table('枫林小学', '新建', '旧楼改造，新建综合楼') },
  ],
  invalid: [
    {
      name: '新建而备注写扩建',
      grid: table('金园小学', '新建', '扩建'),
      finds: [{ at: 'F3', message: 'differs', id: 'C11', found: '新建', level: 'warning' }],
    },
    {
      name: '本表没有备注，方案写的是扩建',
      grid: table('金园小学', '新建', ''),
      finds: [{ at: 'F3', message: 'planDiffers', id: 'C11', level: 'info' }],
    },
    {
      name: '回购、改造、迁建有的按新建统计，只作提示',
      grid: table('枫林小学', '新建', '回购小区配套园'),
      finds: [{ at: 'F3', message: 'differs', level: 'info' }],
    },
    {
      name: '建设性质写错一个字',
      grid: `
      |   | A | B | C | D | E |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 建设性质 |
      | 2 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 新建 |
      | 3 | 2 | 宜阳二中 | 54 | 2700 | 新见 |
      | 4 | 3 | 宜春市第十中学 | 48 | 2400 | 改造 |
      | 5 | 4 | 宜春市第二小学 | 42 | 1890 | 迁建 |
      | 6 | 5 | 金园小学 | 24 | 1080 | 扩建 |`,
      finds: [{ at: 'E3', message: 'unknown', found: '新见' }],
    },
  ],
});
