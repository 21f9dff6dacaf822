import { performance } from 'node:perf_hooks';
import { workbookSpecToXlsx } from '../src/files';
import { yichunPlan } from '../src/plan';
import { recognizeWorkbook } from '../src/recognize';
import { buildReportWorkbook } from '../src/reports';
import { serialOfDay, sheetFromGrid, workbookOf, type CellValue } from '../src/workbook';

/** How long the reports on 2,000 made-up schools take: recognizing, building, writing. usage: node scripts/run-ts.mjs bench/reports.ts */
const SCHOOLS = 2000;
const LIMIT_MS = 2000;
const STATUSES = ['未开工', '在建', '基本完工', '已完工', '投入使用'];

function snapshotOf(count: number) {
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

const snapshot = snapshotOf(SCHOOLS);
const times: number[] = [];
for (let run = 0; run < 5; run++) {
  const start = performance.now();
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  const recognized = performance.now();
  const book = buildReportWorkbook({ recognition, plan: yichunPlan, snapshot, audit: null, madeOn: '2023-07-01' });
  const built = performance.now();
  const bytes = workbookSpecToXlsx(book);
  const written = performance.now();
  times.push(written - start);
  const parts = [recognized - start, built - recognized, written - built].map((ms) => `${ms.toFixed(0)} ms`);
  console.log(`run ${run + 1}: recognize ${parts[0]}, build ${parts[1]}, write ${parts[2]}, ${bytes.length} bytes`);
}
const slowest = Math.max(...times);
console.log(`${SCHOOLS} schools: slowest run ${slowest.toFixed(0)} ms, limit ${LIMIT_MS} ms`);
process.exitCode = slowest <= LIMIT_MS ? 0 : 1;
