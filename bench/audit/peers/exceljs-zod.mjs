import { createRequire } from 'node:module';
import { check } from '../checks.mjs';

const ExcelJS = createRequire(process.env.PEERS)('exceljs');
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(process.argv[2]);
const rows = [];
book.eachSheet((sheet) =>
  sheet.eachRow((row) =>
    rows.push(
      row.values
        .slice(1)
        .map((value) => (typeof value === 'object' && value !== null ? (value.result ?? null) : value)),
    ),
  ),
);
console.log(check(rows.slice(2)).length);
