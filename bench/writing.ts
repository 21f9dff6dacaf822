import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { workbookSpecToXlsx } from '../src/files';
import { STYLES } from '../src/reports';
import { sheetFromGrid, workbookOf, type CellValue, type WorkbookSpec } from '../src/workbook';
import { yichunPlan } from '../src/plan';
import { recognizeWorkbook } from '../src/recognize';
import { buildReportWorkbook } from '../src/reports';

/**
 * Writes the same report workbook (made-up data, 合成数据) with our writer and with exceljs, in turn.
 * `node scripts/run-ts.mjs bench/writing.ts [ROUNDS] [SCHOOLS]`; needs `node bench/audit/run.mjs` once for the peer.
 */
const [rounds = '5', count = '2000'] = process.argv.slice(2);

function spec(schools: number): WorkbookSpec {
  const { stages, builders } = yichunPlan;
  const grid: CellValue[][] = [
    ['学校建设项目表（合成数据）'],
    ['序号', '学校名称', '学段', '规划班数', '规划学位', '规划用地（亩）', '建设主体', '项目状态'],
  ];
  for (let i = 0; i < schools; i++) {
    const builder = builders[i % builders.length]?.name ?? null;
    const stage = stages[i % stages.length]?.name ?? null;
    grid.push([i + 1, `合成学校${i + 1}`, stage, 12, 540, 20, builder, '在建']);
  }
  const snapshot = workbookOf([sheetFromGrid('附件2', grid)]);
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  return buildReportWorkbook({
    recognition,
    plan: yichunPlan,
    snapshot,
    audit: null,
    madeOn: '2023-06-30',
    linked: false,
  });
}

interface PeerCell {
  value: unknown;
  font: object;
  border: object;
  alignment: object;
  numFmt: string;
}

async function withExceljs(workbook: WorkbookSpec): Promise<Uint8Array> {
  const load = createRequire(join(process.cwd(), '.cache', 'peers', 'package.json'));
  const { Workbook } = load('exceljs') as {
    Workbook: new () => {
      addWorksheet(name: string): {
        getCell(row: number, column: number): PeerCell;
        mergeCells(...area: number[]): void;
      };
      xlsx: { writeBuffer(): Promise<Uint8Array> };
    };
  };
  const target = new Workbook();
  const thin = { style: 'thin' };
  for (const sheet of workbook.sheets) {
    const page = target.addWorksheet(sheet.name);
    for (const { row, column, role, content, format } of sheet.cells) {
      const cell = page.getCell(row + 1, column + 1);
      const style = STYLES[role];
      if (content.kind === 'value') cell.value = content.value;
      if (content.kind === 'formula') cell.value = { formula: content.formula.replace(/^=/u, '') };
      cell.font = { name: style.fonts[0], size: style.size, bold: style.bold };
      cell.alignment = { vertical: 'middle', wrapText: style.wrap };
      if (style.border === 'thin') cell.border = { top: thin, left: thin, bottom: thin, right: thin };
      if (format !== undefined) cell.numFmt = format;
    }
    for (const { top, left, bottom, right } of sheet.merges) page.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  }
  return target.xlsx.writeBuffer();
}

const workbook = spec(Number(count));
const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
const times = { ours: [] as number[], exceljs: [] as number[] };
for (let round = 0; round < Number(rounds); round++) {
  let began = performance.now();
  workbookSpecToXlsx(workbook);
  times.ours.push(performance.now() - began);
  began = performance.now();
  await withExceljs(workbook);
  times.exceljs.push(performance.now() - began);
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
console.log(`Writing ${workbook.sheets.length} report sheets on ${count} schools, ${cells} cells, median of ${rounds}`);
console.log(`plancheck ${median(times.ours).toFixed(0)} ms, exceljs ${median(times.exceljs).toFixed(0)} ms`);
