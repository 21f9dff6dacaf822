import { unitLine } from '../../../src/audit/rules/unit-line';
import { cases } from '../cases';

const fundsUnder = (line: string): string => `
      |   | A | B | C | D |
      | 1 | 专项经费安排表 | | | ${line} |
      | 2 | 序号 | 项目名称 | 安排金额(万元) | 已支出(万元) |
      | 3 | 1 | 教育教学质量奖 | 400 | 187 |
      | 4 | 2 | 教育信息化提升专项 | 100 | 61 |`;
const schoolsUnder = (line: string): string => `
      |   | A | B | C | D | E |
      | 1 | ${line} | | | | |
      | 2 | 序号 | 学校名称 | 规划班数 | 规划学位 | 总投资 |
      | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 9000 |
      | 4 | 2 | 宜阳二中 | 54 | 2700 | 8000 |
      | 5 | 3 | 宜春市第十中学 | 48 | 2400 | 7000 |`;

cases(unitLine, {
  valid: [
    { name: '单位行和表头一致', sheet: '附件3', grid: fundsUnder('单位：万元') },
    { name: '单位行写几种单位', grid: schoolsUnder('单位：个、亩、万元') },
    { name: '填报单位不是计量单位', grid: schoolsUnder('填报单位：市教体局') },
  ],
  invalid: [
    {
      name: '单位行写元，表头写万元',
      sheet: '附件3',
      grid: fundsUnder('单位：元'),
      finds: [{ at: 'D1', message: 'header', id: 'S21', level: 'warning', found: '元', expected: '万元' }],
    },
    {
      name: '以元计，最贵的学校也只有九千',
      grid: schoolsUnder('单位：个、亩、元'),
      finds: [{ at: 'A1', message: 'cost', found: '元' }],
    },
  ],
});
