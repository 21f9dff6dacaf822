// Bare SheetJS: opens the file and does nothing with it.
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';

const book = read(readFileSync(process.argv[2]), { dense: true, cellDates: true });
console.log(book.SheetNames.length);
