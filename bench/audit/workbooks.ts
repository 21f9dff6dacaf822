import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotToXlsx } from '../../src/files';
import { yichunPlan } from '../../src/plan';
import { sheetFromGrid, workbookOf, type CellValue } from '../../src/workbook';

/**
 * Writes made-up tables (合成数据) of schools, rows × 8, with a total as formulas and one number as text in every thousand:
 * `node scripts/run-ts.mjs bench/audit/workbooks.ts FOLDER 1000 10000 100000`.
 */
const [folder = '.', ...sizes] = process.argv.slice(2);
const STATUS = ['未开工', '在建', '基本完工', '已完工'];
mkdirSync(folder, { recursive: true });

function grid(rows: number): CellValue[][] {
  const lines: CellValue[][] = [
    ['学校建设项目表（合成数据）'],
    ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '项目状态', '备注'],
  ];
  for (let i = 0; i < rows; i++) {
    const classes = 12 + (i % 36);
    lines.push([
      i + 1,
      `合成第${i + 1}学校`,
      classes,
      i % 997 === 996 ? `${classes * 45}` : classes * 45,
      10 + (i % 90) / 2,
      yichunPlan.builders[i % yichunPlan.builders.length]?.name ?? '',
      STATUS[i % STATUS.length] ?? '',
      i % 4 === 0 ? `合成备注${i % 50}` : null,
    ]);
  }
  const sum = (column: string): string => `=SUM(${column}3:${column}${rows + 2})`;
  lines.push([null, '合计', sum('C'), sum('D'), sum('E'), null, null, null]);
  return lines;
}

for (const size of sizes) {
  const table = sheetFromGrid('附件2', grid(Number(size)));
  writeFileSync(join(folder, `合成数据-${size}行.xlsx`), snapshotToXlsx(workbookOf([table])));
}
