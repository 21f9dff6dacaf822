import type { Plan } from '../../plan';
import { cellName, type SheetSpec } from '../../workbook';
import { sumFormula } from '../sums/formula';
import { columnArea, decimals } from './limits';
import { SheetDraft } from './sheet-draft';

const COLUMNS = [
  { title: '序号', width: 6 },
  { title: '项目名称', width: 26 },
  { title: '具体内容', width: 52 },
  { title: '安排金额（万元）', width: 12 },
  { title: '已下达（万元）', width: 12 },
  { title: '已支出（万元）', width: 12 },
  { title: '执行率', width: 10 },
  { title: '结余（万元）', width: 12 },
  { title: '使用单位', width: 18 },
  { title: '备注', width: 24 },
] as const;
const AMOUNT = 3;
const SPENT = 5;
const RATE = 6;
const BALANCE = 7;

/** Annex 3 in the plan's form with columns for spending. */
export function fundsSheet(plan: Plan, unit: string | null, name: string): SheetSpec {
  const draft = new SheetDraft(name, COLUMNS);
  draft.wide('annexNumber', '附件3');
  draft.wide('title', '专项行动经费切块安排及执行情况表');
  draft.wide('unitLine', unit === null ? '' : `填报单位：${unit}`);
  draft.header();
  const top = draft.row;
  let stated = 0;
  for (const fund of plan.funds) {
    const { row } = draft;
    const { value } = fund.amount;
    stated += value ?? 0;
    draft.put(row, 0, 'bodyCentre', fund.sequence);
    draft.put(row, 1, 'body', fund.name);
    draft.put(row, 2, 'body', fund.content);
    draft.put(row, AMOUNT, value === null ? 'input' : 'number', value, '0.00');
    draft.put(row, 4, 'input', null, '0.00');
    draft.put(row, SPENT, 'input', null, '0.00');
    putDerived(draft, row);
    draft.put(row, 8, 'input', null);
    draft.put(row, 9, 'input', null);
    draft.height(row, Math.max(24, 8 + Math.ceil((fund.content.length * 2) / 50) * 17));
    draft.row++;
  }
  const { row } = draft;
  const rows = plan.funds.map((_, i) => top + i);
  COLUMNS.forEach((_, column) => {
    if (column === RATE) {
      const [amount, spent] = [cellName(row, AMOUNT), cellName(row, SPENT)];
      const formula = `=IF(${amount}*${spent}=0,"",${spent}/${amount})`;
      return draft.put(row, column, 'total', { formula, cached: '' }, '0.0%');
    }
    const formula = [AMOUNT, 4, SPENT, BALANCE].includes(column) ? sumFormula(rows, column) : null;
    if (formula === null) draft.put(row, column, 'total', column === 1 ? '合计' : null);
    else draft.put(row, column, 'total', { formula, cached: column === AMOUNT ? stated : 0 }, '0.00;-0.00;;@');
  });
  draft.row++;
  for (const column of [AMOUNT, 4, SPENT]) {
    draft.validate(decimals(columnArea(column, top, row - 1), 1_000_000, '万元'));
  }
  return draft.finish({ freezeColumns: 2 });
}

function putDerived(draft: SheetDraft, row: number): void {
  const amount = cellName(row, AMOUNT);
  const spent = cellName(row, SPENT);
  const guard = `IF(COUNT(${amount},${spent})<2,""`;
  draft.put(row, RATE, 'number', { formula: `=${guard},IF(${amount}=0,"",${spent}/${amount}))`, cached: '' }, '0.0%');
  draft.put(row, BALANCE, 'number', { formula: `=${guard},ROUND(${amount}-${spent},6))`, cached: '' }, '0.00');
}
