import { sheetReference } from '../../../src/audit/rules/sheet-reference';
import { cases } from '../cases';

const part = (classes: number, seats: number): string => `
      |   | A    | B  | C    |
      | 1 | 项目 | 班 | 学位 |
      | 2 | 合计 | ${classes} | ${seats} |`;
const more = { 小学: part(60, 2700), 初中: part(40, 2000), 幼儿园: part(20, 600), 高中: part(30, 1500) };
const summary = (rows: string): string => `
      |   | A    | B    | C    |
      | 1 | 学段 | 班数 | 学位 |
      ${rows}`;

cases(sheetReference, {
  valid: [
    {
      name: '各行取自各工作表的同一列，行号可以不同',
      sheet: '汇总',
      grid: summary(`| 2 | 小学 | =小学!B2 → 60 | =小学!C2 → 2700 |
      | 3 | 初中 | =初中!B2 → 40 | =初中!C2 → 2000 |
      | 4 | 幼儿园 | =幼儿园!B2 → 20 | =幼儿园!$C$2 → 600 |
      | 5 | 合计 | =SUM(B2:B4) → 120 | =SUM(C2:C4) → 5300 |`),
      more,
    },
    {
      name: '没有对应工作表的一行整行手填',
      sheet: '汇总',
      grid: summary(`| 2 | 小学 | =小学!B2 → 60 | =小学!C2 → 2700 |
      | 3 | 初中 | =初中!B2 → 40 | =初中!C2 → 2000 |
      | 4 | 特教 | 6 | 72 |`),
      more,
    },
    {
      name: '一列只有两行引用，看不出惯例',
      sheet: '汇总',
      grid: summary(`| 2 | 小学 | =小学!B2 → 60 | =小学!C2 → 2700 |
      | 3 | 初中 | =初中!C2 → 2000 | =初中!C2 → 2000 |`),
      more,
    },
  ],
  invalid: [
    {
      name: '学位一格取成了班数列',
      sheet: '汇总',
      grid: summary(`| 2 | 小学 | =小学!B2 → 60 | =小学!C2 → 2700 |
      | 3 | 初中 | =初中!B2 → 40 | =初中!B2 → 40 |
      | 4 | 幼儿园 | =幼儿园!B2 → 20 | =幼儿园!C2 → 600 |`),
      more,
      finds: [{ at: 'C3', message: 'column', id: 'F09', found: '=初中!B2', expected: 'C' }],
    },
    {
      name: '一格被手工数盖掉',
      sheet: '汇总',
      grid: summary(`| 2 | 小学 | =小学!B2 → 60 | =小学!C2 → 2700 |
      | 3 | 初中 | =初中!B2 → 40 | 2100 |
      | 4 | 幼儿园 | =幼儿园!B2 → 20 | =幼儿园!C2 → 600 |`),
      more,
      finds: [{ at: 'C3', message: 'typed', found: '2100', expected: 'C' }],
    },
    {
      name: '一格取自别的工作表',
      sheet: '汇总',
      grid: `
      |   | A    | B    | C    | D    |
      | 1 | 学段 | 班数 | 学位 | 项目 |
      | 2 | 小学 | =小学!B2 → 60 | =小学!C2 → 2700 | =小学!A2 → 合计 |
      | 3 | 初中 | =初中!B2 → 40 | =高中!C2 → 1500 | =初中!A2 → 合计 |
      | 4 | 幼儿园 | =幼儿园!B2 → 20 | =幼儿园!C2 → 600 | =幼儿园!A2 → 合计 |`,
      more,
      finds: [{ at: 'C3', message: 'sheet', found: '=高中!C2', expected: '初中' }],
    },
  ],
});
