import { performance } from 'node:perf_hooks';
import { auditInSteps } from '../src/audit';
import { openFile, snapshotToXlsx } from '../src/files';
import { yichunPlan as plan } from '../src/plan';
import { recognizeWorkbook } from '../src/recognize';
import { serialOfDay, sheetFromGrid, workbookOf, type CellValue } from '../src/workbook';

/**
 * Parsing against recognizing and auditing a sheet of 100,000 made-up schools, in one run; the median of several.
 * usage: node scripts/run-ts.mjs bench/rules-speed.ts [ROWS] [TIMES]
 */
const rows = Number(process.argv[2] ?? 100_000);
const times = Number(process.argv[3] ?? 3);

function grid(): CellValue[][] {
  const lines: CellValue[][] = [
    ['学校建设项目表（合成数据）'],
    ['填报单位：袁州区', null, '填报人：王小敏', null, '审核人：李建华', null, '填报日期：2023-06-28'],
    ['序号', '学校名称', '学段', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '项目状态', '计划完工日期', '备注'],
  ]; // prettier-ignore
  for (let i = 0; i < rows; i++) {
    const stage = plan.stages[i % plan.stages.length];
    const classes = 12 + (i % 24);
    const seats = classes * (stage?.classSize.value ?? 30);
    lines.push([i + 1, `合成学校${i + 1}`, stage?.name ?? null, classes, seats, Math.round(seats / 45), '袁州区', '在建', serialOfDay(2025, 1 + (i % 12), 20), null]); // prettier-ignore
  }
  return lines;
}

async function main(): Promise<void> {
  const bytes = await snapshotToXlsx(workbookOf([sheetFromGrid('附件2', grid())]));
  const ratios: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    const opened = openFile(bytes, '合成数据.xlsx');
    const parsed = performance.now();
    if (!opened.ok) throw new Error(opened.message);
    const recognition = recognizeWorkbook(opened.snapshot, plan);
    const recognized = performance.now();
    const steps = auditInSteps(opened.snapshot, plan, { recognition });
    const perRule: { readonly rule: string; readonly ms: number }[] = [];
    for (let rule = '', at = recognized; ;) {
      const step = steps.next();
      const now = performance.now();
      if (rule !== '') perRule.push({ rule, ms: now - at });
      at = now;
      if (step.done) {
        console.log(`findings ${step.value.findings.length}`);
        break;
      }
      rule = step.value.rule;
    }
    const audited = performance.now();
    const ratio = (audited - parsed) / (parsed - start);
    ratios.push(ratio);
    console.log(
      `${rows} rows: parsing ${ms(parsed - start)}, recognizing ${ms(recognized - parsed)}, auditing ${ms(audited - recognized)}, ` +
        `rules and recognition ${ratio.toFixed(2)} × parsing`,
    );
    const slowest = perRule.sort((a, b) => b.ms - a.ms).slice(0, 5);
    console.log(`  slowest: ${slowest.map((each) => `${each.rule} ${ms(each.ms)}`).join('; ')}`);
  }
  ratios.sort((a, b) => a - b);
  console.log(`median ${(ratios[Math.floor(ratios.length / 2)] ?? 0).toFixed(2)} × parsing`);
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
