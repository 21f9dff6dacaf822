import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { check } from '../checks.mjs';

const book = read(readFileSync(process.argv[2]), { dense: true, cellDates: true });
const rows = book.SheetNames.flatMap((name) => utils.sheet_to_json(book.Sheets[name], { header: 1 }));
console.log(check(rows.slice(2)).length);
