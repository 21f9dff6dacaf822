import { yichunPlan } from '../../src/plan';
import {
  sheetFromGrid,
  workbookOf,
  type CellValue,
  type SheetOptions,
  type WorkbookSnapshot,
} from '../../src/workbook';

/** 合成数据: lower secondary and primary schools of one district, hand-typed subtotals, nothing wrong with it. */
export function districtGrid(): CellValue[][] {
  return [
    ['附件2（合成数据）'],
    ['填报单位：袁州区', null, null, null, null, null, '2023年6月'],
    ['序号', '学校名称', '规划班数(个)', '规划学位(个)', '规划用地(亩)', '建设主体', '备注'],
    ['二、初中'],
    ['小计：', null, 90, 4500, 115.5],
    [1, '宜春市春华中学（暂名）', 36, 1800, 60, '袁州区', null],
    [2, '春雨学校（暂名）', 54, 2700, 55.5, '袁州区', null],
    ['三、小学'],
    ['小计：', null, 42, 1890, 62],
    [1, '江丰小学', 18, 810, 20, '袁州区', null],
    [2, '枫林小学', 12, 540, 22, '袁州区', null],
    [3, '北湖小学（暂名）', 12, 540, 20, '袁州区', null],
    ['合计', null, 132, 6390, 177.5],
    ['填报人：张三    审核人：李四    填报日期：2023年6月30日'],
  ];
}

export function workbookOfGrid(grid: readonly (readonly CellValue[])[], options: SheetOptions = {}): WorkbookSnapshot {
  return workbookOf([sheetFromGrid('附件2', grid, options)]);
}

/** The grid with some cells changed; addresses are 0-based `[row, column, value]`. */
export function changed(
  grid: CellValue[][],
  ...changes: readonly (readonly [number, number, CellValue])[]
): CellValue[][] {
  const copy = grid.map((row) => [...row]);
  for (const [row, column, value] of changes) {
    const line = copy[row];
    if (line) line[column] = value;
  }
  return copy;
}

export const plan = yichunPlan;
