// npm run licences: writes docs/third-party-licences.md; with --check only says what does not hold.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceList, licenceProblems, thirdParty } from './licences/third-party.mjs';

const ROOT = join(import.meta.dirname, '..');
const LIST = join(ROOT, 'docs', 'third-party-licences.md');
const packages = thirdParty(ROOT);
const problems = licenceProblems(packages);
const list = licenceList(packages);
if (process.argv.includes('--check')) {
  const kept = existsSync(LIST) ? readFileSync(LIST, 'utf8') : '';
  if (kept !== list) problems.push('docs/third-party-licences.md is not what package-lock.json says: npm run licences');
} else {
  writeFileSync(LIST, list);
  console.log(`${packages.length} packages`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
