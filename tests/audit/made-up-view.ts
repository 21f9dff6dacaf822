import { viewWorkbook } from '../../src/audit/context';
import type { TableView } from '../../src/audit/views/table-view';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { sheetFromGrid, workbookOf, type SheetOptions } from '../../src/workbook';
import { parseGrid } from './cases';

/** The first table of a sheet as the rules see it. */
export function viewOf(grid: string, options: SheetOptions = {}, name = '附件2'): TableView {
  const workbook = workbookOf([sheetFromGrid(name, parseGrid(grid), options)]);
  const [view] = viewWorkbook(workbook, recognizeWorkbook(workbook, yichunPlan)).tables;
  if (!view) throw new Error('no table');
  return view;
}

/** Two sections with subtotals and a total; cells of every kind. */
export const SCHOOLS = `
  |   | A    | B        | C            | D                | E            | F        |
  | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(万个)   | 规划用地(亩) | 建设主体 |
  | 2 | 二、初中 |
  | 3 | 小计： | | 90 | 0.45 | 60 |
  | 4 | 1 | 宜阳二中 | 54 | 0.27 | '49.5 | 袁州区 |
  | 5 | 2 | 春华 学校 | 约36 | '1800个 | 10.5㎡ |
  | 6 | 其中：新校区 | | 18 | 0.09 | 5 |
  | 7 | 三、小学 |
  | 8 | 小计： | | #REF! | =D9 | — |
  | 9 | 1 | 枫林小学 | -36.5 | 见备注 | | 宜阳新区 |
  | 10 | 2 | 枫林小学 | 36 | 0.162 | 20 |
  | 11 | 合计 | | 90 | 0.612 | 80 |`;
