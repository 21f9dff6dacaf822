// Plain SheetJS: reads every file of a folder and does nothing with it. With two numbers K of N, every N-th file from K on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';

const [folder, first = '0', step = '1'] = process.argv.slice(2);
const names = readdirSync(folder).filter((_, i) => i % Number(step) === Number(first));
let sheets = 0;
for (const name of names) sheets += read(readFileSync(join(folder, name)), { dense: true }).SheetNames.length;
console.log(sheets);
