import { phoneNumber } from '../../../src/audit/rules/phone-number';
import { cases } from '../cases';

const signed = (phone: string) => `
      |   | A | B | C | D | E |
      | 1 | 填报单位：袁州区 |
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) |
      | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 | 200 |
      | 4 | 填报人：张三 |  | ${phone} |`;
const listed = (phone: string) => `
      |   | A | B | C | D | E | F |
      | 1 | 序号 | 学校名称 | 联系电话 | 规划班数(个) | 规划学位(个) | 规划用地(亩) |
      | 2 | 1 | 赣西中等职业技术学校 | ${phone} | 56 | 2800 | 200 |`;

cases(phoneNumber, {
  valid: [
    { name: '手机', grid: signed('联系电话：13800001234') },
    { name: '座机带区号', grid: signed('电话：0795-3250001') },
    { name: '座机带分机', grid: signed('联系电话：0795-3250001转8012') },
    { name: '不带区号的座机', grid: signed('联系电话：3250001') },
    { name: '三位区号，八位号码', grid: signed('联系方式：(010)66000001') },
    { name: '两个号码', grid: signed('联系电话：13800001234、0795-3250001') },
    { name: '分段写', grid: signed('联系电话：138 0000 1234') },
    { name: '隐去几位', grid: signed('联系电话：138****1234') },
    { name: '内部短号', grid: signed('联系电话：66012') },
    { name: '以数字存放的手机号', grid: listed('13800001234') },
    { name: '以数字存放的座机，丢了前面的 0', grid: listed('7953250001') },
    { name: '姓名和手机在一格', grid: listed('李四 13800001234') },
  ],
  invalid: [
    {
      name: '少一位',
      grid: signed('联系电话：1380000123'),
      finds: [{ at: 'C4', message: 'wrong', id: 'V17', found: '1380000123', level: 'warning' }],
    },
    {
      name: '多一位，号码在另一格',
      grid: signed("手机 | '138000012345"),
      finds: [{ at: 'D4', message: 'wrong', found: '138000012345' }],
    },
    {
      name: '座机少一位',
      grid: signed('电话：0795-325000'),
      finds: [{ at: 'C4', message: 'wrong', found: '0795-325000' }],
    },
    {
      name: '表中的电话列',
      grid: listed('1380000123'),
      finds: [{ at: 'C2', message: 'wrong', found: '1380000123' }],
    },
    {
      name: '区号后面的号码没有写完',
      grid: `
      |   | A | B | C | D |
      | 1 | 联系电话：0795-39 |  |  |  |
      | 2 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) |
      | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 |`,
      finds: [{ at: 'A1', message: 'wrong', id: 'V17' }],
    },
  ],
});
