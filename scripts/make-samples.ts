import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbookSpecToXlsx } from '../src/files';
import { yichunPlan } from '../src/plan';
import type { SheetSpec } from '../src/workbook';
import { districtSheets } from './samples/district';
import { withFaults } from './samples/faults';
import { largeSheets } from './samples/large';
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
