// Shows the reports as a reader gets them: LibreOffice calculates every formula (compared with the stated values) and
// prints full, partial and empty data sets; the pages go to docs/reports as pictures.
// Needs soffice (LibreOffice Calc) and pdftoppm (poppler-utils). usage: node scripts/check-reports.mjs [--only-compare]
// With --only-compare nothing is printed and docs/reports stays as it is.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isOnlyCompared = process.argv.includes('--only-compare');
const root = join(import.meta.dirname, '..');
const pictures = join(root, 'docs', 'reports');
const work = mkdtempSync(join(tmpdir(), 'reports-'));

/** Fonts of official documents are seldom on a server; these stand in for them on the pictures. */
const STAND_INS = [
  ['方正小标宋简体', 'Noto Serif CJK SC'],
  ['仿宋_GB2312', 'Noto Serif CJK SC'],
  ['楷体_GB2312', 'Noto Serif CJK SC'],
  ['宋体', 'Noto Serif CJK SC'],
  ['黑体', 'Noto Sans CJK SC'],
];
writeFileSync(
  join(work, 'fonts.conf'),
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${STAND_INS.map(([font, other]) => `<alias binding="same"><family>${font}</family><prefer><family>${other}</family></prefer></alias>`).join('\n')}
</fontconfig>`,
);
const env = { ...process.env, FONTCONFIG_FILE: join(work, 'fonts.conf') };

function convert(file, to) {
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
  const args = [profile, '--headless', '--convert-to', to, '--outdir', work, join(work, file)];
  execFileSync('soffice', args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Rows of a CSV file with quoted fields, which may hold line breaks. */
function parseCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/gu)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows;
}

/** Percentages are written as `12.5%`. */
function numberOf(text) {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

let wrong = 0;
let compared = 0;
try {
  execFileSync('node', [join(root, 'scripts/run-ts.mjs'), join(root, 'scripts/reports/write-data-sets.ts'), work], {
    stdio: 'inherit',
  });
  if (!isOnlyCompared) {
    mkdirSync(pictures, { recursive: true });
    for (const old of readdirSync(pictures)) if (old.endsWith('.png')) rmSync(join(pictures, old));
  }
  for (const name of ['full', 'partial', 'empty']) {
    // Every sheet as a file of its own, figures as they are kept, not as they are shown.
    convert(`${name}-bare.xlsx`, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1');
    for (const { sheet, formulas } of JSON.parse(readFileSync(join(work, `${name}.json`), 'utf8'))) {
      const rows = parseCsv(readFileSync(join(work, `${name}-bare-${sheet}.csv`), 'utf8'));
      for (const { row, column, formula, value } of formulas) {
        const found = rows[row]?.[column] ?? '';
        const agrees =
          typeof value === 'number' ? found !== '' && Math.abs(numberOf(found) - value) < 1e-6 : found === value;
        compared++;
        if (agrees) continue;
        wrong++;
        console.error(`${name} ${sheet} row ${row + 1} column ${column + 1}: ${found}, not ${value}: ${formula}`);
      }
    }
    if (isOnlyCompared) continue;
    convert(`${name}.xlsx`, 'pdf');
    execFileSync('pdftoppm', [
      '-r',
      name === 'full' ? '60' : '45',
      '-gray',
      '-png',
      join(work, `${name}.pdf`),
      join(pictures, name),
    ]);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(
  `${compared} formulas calculated by LibreOffice, ${wrong} differ${isOnlyCompared ? '' : '; pages are in docs/reports'}`,
);
process.exitCode = wrong === 0 && compared > 0 ? 0 : 1;
