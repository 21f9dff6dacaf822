import { departmentTwice } from '../../../src/audit/rules/department-twice';
import { cases } from '../cases';

const listed = (departments: string) => `
      |   | A | B | C |
      | 1 | 序号 | 工作举措 | 责任部门 |
      | 2 | 1 | 加强党的全面领导 | ${departments} |
      | 3 | 2 | 提升党建“三化”水平 | 市委组织部、市委宣传部 |`;

cases(departmentTwice, {
  valid: [
    { name: '部门各写一遍', grid: listed('市教体局、市委组织部、市委宣传部'), sheet: '附件1' },
    { name: '一个部门的名称含在另一个里', grid: listed('市教体局、市教体局基教科、市委宣传部'), sheet: '附件1' },
    { name: '既牵头又配合', grid: listed('牵头：市委宣传部、市教体局；配合：市财政局、市教体局'), sheet: '附件1' },
  ],
  invalid: [
    {
      name: '部门写了两遍',
      grid: listed('市教体局、市委组织部、市委宣传部、市教体局'),
      sheet: '附件1',
      finds: [{ at: 'C2', message: 'twice', id: 'D06', expected: '市教体局、市委组织部、市委宣传部' }],
      fixed: { C2: '市教体局、市委组织部、市委宣传部' },
    },
    {
      name: '用逗号分开，中间重复',
      grid: listed('市教体局，市教体局，市委宣传部'),
      sheet: '附件1',
      finds: [{ at: 'C2', message: 'twice', expected: '市教体局，市委宣传部' }],
    },
  ],
});
