import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbookSpecToXlsx } from '../src/files';
import { yichunPlan } from '../src/plan';
import type { SheetSpec } from '../src/workbook';
import { districtSheets } from './samples/district';
import { withFaults } from './samples/faults';
import { largeSheets } from './samples/large';
import { madeUpPlan } from './samples/made-up-plan';
import { otherLayoutSheets } from './samples/other-layout';
import { publicPlanSheets } from './samples/public-plan';

/** Makes every file of `samples/` anew; the bytes are the same each time. */
const folder = join(process.cwd(), 'samples');
mkdirSync(folder, { recursive: true });

function write(name: string, sheets: readonly SheetSpec[]): void {
  writeFileSync(join(folder, name), workbookSpecToXlsx({ sheets, parts: {} }));
  process.stdout.write(`${name}\n`);
}

const faultless = districtSheets(yichunPlan);
const { sheets, faults } = withFaults(faultless);
write('方案附件-公开数据.xlsx', publicPlanSheets(yichunPlan));
write('合成数据-袁州区-2023年6月-无误.xlsx', faultless);
write('合成数据-袁州区-2023年6月-有误.xlsx', sheets);
writeFileSync(join(folder, '合成数据-袁州区-2023年6月-有误.faults.json'), `${JSON.stringify(faults, null, 2)}\n`);
write('合成数据-袁州区-另一版式.xlsx', otherLayoutSheets(yichunPlan));
write('合成数据-大表-2000行.xlsx', largeSheets(2000));

// A plan of another city, and its annexes: the program knows neither beforehand.
const otherPlan = madeUpPlan();
mkdirSync(join(folder, 'plans'), { recursive: true });
writeFileSync(join(folder, 'plans', '合成数据-临澜市.plan.json'), `${JSON.stringify(otherPlan, null, 1)}\n`);
write('plans/合成数据-临澜市-附件.xlsx', publicPlanSheets(otherPlan));
