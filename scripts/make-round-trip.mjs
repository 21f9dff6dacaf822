// Makes the workbooks in tests/fill/round-trip (合成数据): the same half-filled table among many things that a workbook
// can hold, written by LibreOffice. Needs `soffice`; what it makes is kept in the repository, so that tests do not.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FEATURES, flatSheet } from './round-trip/features.mjs';

const target = join(import.meta.dirname, '..', 'tests', 'fill', 'round-trip');
const work = mkdtempSync(join(tmpdir(), 'plancheck-round-trip-'));

/** Converts every file of a folder to another format, in one run of LibreOffice. */
function convert(from, format, to) {
  mkdirSync(to, { recursive: true });
  const files = readdirSync(from).map((name) => join(from, name));
  execFileSync('soffice', [
    `-env:UserInstallation=file://${work}/profile`,
    ...['--headless', '--convert-to', format, '--outdir', to],
    ...files,
  ]);
}

const flat = join(work, 'flat');
mkdirSync(flat);
for (const [name, feature] of Object.entries(FEATURES))
  writeFileSync(join(flat, `合成数据-${name}.fods`), flatSheet(feature));

const made = join(work, 'xlsx');
convert(flat, 'xlsx', made);

// The same through the old format and through ODS: other styles, other shared strings, other widths.
for (const [through, mark] of [
  ['xls', '经xls'],
  ['ods', '经ods'],
]) {
  const some = join(work, `some-${through}`);
  mkdirSync(some);
  for (const name of ['合并单元格', '批注', '数字格式', '条件格式'])
    copyFileSync(join(flat, `合成数据-${name}.fods`), join(some, `合成数据-${name}-${mark}.fods`));
  convert(some, through, join(work, through));
  convert(join(work, through), 'xlsx', made);
}

for (const name of readdirSync(target)) if (name.startsWith('合成数据-')) rmSync(join(target, name));
for (const name of readdirSync(made)) copyFileSync(join(made, name), join(target, name));
rmSync(work, { recursive: true });
console.log(`${readdirSync(target).length} workbooks in tests/fill/round-trip`);
