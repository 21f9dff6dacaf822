import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotToXlsx } from '../../src/files';
import { yichunPlan as plan } from '../../src/plan';
import { sheetFromGrid, workbookOf, type CellValue } from '../../src/workbook';

/**
 * Writes made-up submissions (合成数据), so many files of so many rows:
 * `node scripts/run-ts.mjs bench/consolidation/submissions.ts FOLDER 1000x100`.
 * A file has eight of the plan's schools; its other rows are names that the plan does not have, the dearest case.
 */
const [folder = '.', size = ''] = process.argv.slice(2);
const [, files = '0', rows = '0'] = /^(\d+)x(\d+)$/u.exec(size) ?? [];
const builders = plan.builders.map(({ name }) => name);
const schools = plan.schools.flatMap(({ name }) => name ?? []);

function submission(file: number): Uint8Array {
  const unit = builders[file % builders.length] ?? '';
  const lines = Array.from({ length: Number(rows) }, (_, i): CellValue[] => {
    const name = i < 8 ? (schools[(file + i * 5) % schools.length] ?? '') : `合成第${file}之${i}小学`;
    return [i + 1, name, 12 + (i % 36), (12 + (i % 36)) * 45, 10 + (i % 90) / 2, unit, i % 3 === 0 ? '在建' : null];
  });
  const grid: CellValue[][] = [
    ['附件2'],
    ['学校建设项目表（2023年6月）（合成数据）'],
    [`填报单位：${unit}`],
    ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '项目状态'],
    ...lines,
  ];
  const written = snapshotToXlsx(workbookOf([sheetFromGrid('附件2', grid)]));
  if (!(written instanceof Uint8Array)) throw new Error('the submission could not be written');
  return written;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (let file = 0; file < Number(files); file++)
  writeFileSync(join(folder, `合成数据-${builders[file % builders.length]}-${file}.xlsx`), submission(file));
