import { staleValue } from '../../../src/audit/rules/stale-value';
import { cases } from '../cases';

const ROWS = `
      |   | A    | B        | C            | D            | E            | F        |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 |
      | 2 | 1 | 数圆小学 | 36 | 1620 | 31.6 | 袁州区 |
      | 3 | 2 | 江丰小学 | 24 | 1080 | 27.5 | 袁州区 |`;

cases(staleValue, {
  valid: [
    {
      name: '公式的值与单元格相符',
      grid: `${ROWS}
      | 4 | 合计 || =SUM(C2:C3) → 60 | =D2+D3 → 2700 | =ROUND(SUBTOTAL(9,E2:E3),1) → 59.1 ||`,
    },
    {
      name: '没有算过的公式、看不懂的函数、文本、错误值，不作判断',
      grid: `${ROWS}
      | 4 | 合计 || =SUM(C2:C3) | =SUMIF(D2:D3,">1100") → 1700 | =E2+B3 → 1 | =C4*2 → 7 |
      | 5 | 平均 || =C9/0 → 3 | =MAX(D2:D3) → 5 | =#REF!+1 → 4 ||`,
    },
    {
      name: '筛选后的SUBTOTAL只加看得见的行',
      grid: `${ROWS}
      | 4 | 合计 || =SUBTOTAL(9,C2:C3) → 36 | =SUBTOTAL(109,D2:D3) → 1620 | 59.1 ||`,
      options: { hiddenRows: [2] },
    },
    {
      name: '以显示精度为准的工作簿，差在末位',
      grid: `${ROWS}
      | 4 | 合计 || =SUM(C2:C3) → 60 | =SUM(D2:D3) → 2700 | =SUM(E2:E3) → 59.1 | =C3/C2 → 0.667 |`,
    },
  ],
  invalid: [
    {
      name: '改了明细，合计还是旧数',
      grid: `${ROWS}
      | 4 | 合计 || =SUM(C2:C3) → 57 | =SUM(D2:D3) → 2700 | =SUM(E2:E3) → 59.1 ||`,
      finds: [{ at: 'C4', message: 'stale', id: 'F07', found: '57', expected: '60' }],
    },
    {
      name: '后面的数由旧合计算出，只报旧合计',
      grid: `${ROWS}
      | 4 | 合计 || =SUM(C2:C3) → 60 | =SUM(D2:D3) → 2600 | =SUM(E2:E3) → 59.1 ||
      | 6 | 翻番 || | =D4*2 → 5400 |  |  |`,
      finds: [{ at: 'D4', message: 'stale', found: '2600', expected: '2700' }],
    },
    {
      name: '别的表的数变了，汇总表没有跟着变',
      grid: `${ROWS}
      | 4 | 合计 || 60 | 2700 | 59.1 ||`,
      more: {
        汇总: `
      |   | A    | B        |
      | 1 | 班数 | ='附件2'!C4 → 50 |
      | 2 | 用地折合平方米 | =附件2!E4*666.67 → 39400.2 |`,
      },
      finds: [{ at: '汇总!B1', message: 'stale', found: '50', expected: '60' }],
    },
    {
      name: '整张表都没有重新计算，只报一条',
      grid: `${ROWS}
      | 4 | 3 | 枫林小学 | 30 | 1350 | 24.3 | 袁州区 |
      | 6 | =C2+1 → 1 | =C2+2 → 1 | =C2+3 → 1 | =C2+4 → 1 | =C2+5 → 1 | =C2+6 → 1 |
      | 7 | =C2+1 → 1 | =C2+2 → 1 | =C2+3 → 1 | =C2+4 → 1 | =-C2 → 1 | =(C2+6)*50% → 1 |`,
      finds: [{ at: 'A6', message: 'many', found: '1', expected: '37' }],
    },
  ],
});
