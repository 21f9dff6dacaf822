import { yichunPlan } from '../src/plan';
import { recognizeWorkbook } from '../src/recognize';
import type { ReportInput } from '../src/reports';
import { serialOfDay, sheetFromGrid, workbookOf, type CellValue, type WorkbookSnapshot } from '../src/workbook';

const STATUSES = ['未开工', '在建', '基本完工', '已完工', '投入使用'];

/** A made-up table of so many schools. 合成数据. */
export function largeSnapshot(count: number): WorkbookSnapshot {
  const { stages, builders } = yichunPlan;
  const grid: CellValue[][] = [
    ['学校建设项目表（合成数据）'],
    ['序号', '学校名称', '学段', '规划班数', '规划学位', '规划用地（亩）', '建设主体', '项目状态', '计划完工日期', '完成投资（万元）', '已形成学位'],
  ]; // prettier-ignore
  for (let i = 0; i < count; i++) {
    grid.push([
      i + 1,
      `合成学校${i + 1}`,
      stages[i % stages.length]?.name ?? null,
      12 + (i % 40),
      540 + (i % 50) * 45,
      20 + (i % 90) / 2,
      builders[i % builders.length]?.name ?? null,
      STATUSES[i % STATUSES.length] ?? null,
      serialOfDay(2023 + (i % 3), 1 + (i % 12), 28),
      (i % 977) * 3.25,
      i % 5 > 2 ? 540 : 0,
    ]);
  }
  return workbookOf([sheetFromGrid('附件2', grid)]);
}

/** What the reports on them are made from. */
export function largeInput(count: number): ReportInput {
  const snapshot = largeSnapshot(count);
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  return { recognition, plan: yichunPlan, snapshot, audit: null, madeOn: '2023-07-01' };
}
