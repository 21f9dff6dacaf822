import { auditWorkbook, type Finding } from '../../src/audit';
import { yichunPlan as plan } from '../../src/plan';
import { areaContains, cellName, type WorkbookSnapshot } from '../../src/workbook';
import type { Place } from './canvas';
import { FAULTS } from './faults';
import { drawLayout, LAYOUTS } from './layouts';
import { Random } from './random';
import { drawSubmission } from './submission';

/**
 * Detection: clean workbooks in every layout, then one seeded fault at a time. Prints recall at the right cell,
 * false errors on clean workbooks, and findings per fault. Usage: run.ts [ROUNDS] [SEED] [--misses]
 */
const rounds = Number(process.argv[2] ?? 4);
const seed = Number(process.argv[3] ?? 1);
const showMisses = process.argv.includes('--misses');

const serious = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.level !== 'info');
const all = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((finding) => [finding, ...all(finding.consequences)]);
const audit = (workbook: WorkbookSnapshot): readonly Finding[] => auditWorkbook(workbook, plan).findings;
const covers = (finding: Finding, place: Place): boolean =>
  finding.place.sheet === place.sheet &&
  finding.place.area !== null &&
  areaContains(finding.place.area, place.row, place.column);

let falseErrors = 0;
let cleanWarnings = 0;
let seeded = 0;
let found = 0;
const extra: number[] = [];
const byKind = new Map<string, { seeded: number; found: number; findings: number }>();
const falseTexts = new Map<string, number>();

for (let round = 0; round < rounds; round++) {
  for (const layout of LAYOUTS) {
    const random = new Random(seed * 7919 + round * 101 + LAYOUTS.indexOf(layout));
    const submission = drawSubmission(random);
    const clean = audit(drawLayout(submission, layout).finish());
    const known = new Set(all(clean).map((finding) => finding.identity));
    for (const finding of clean) {
      if (finding.level === 'error') falseErrors++;
      if (finding.level === 'warning') cleanWarnings++;
      if (finding.level !== 'info') {
        const text = `${layout.name} ${finding.level} ${finding.rule} ${finding.text}`;
        falseTexts.set(text, (falseTexts.get(text) ?? 0) + 1);
      }
    }
    for (const kind of FAULTS) {
      const canvas = drawLayout(submission, layout);
      const expected = kind.seed({ canvas, submission, layout, random });
      if (!expected) continue;
      const findings = audit(canvas.finish());
      const fresh = serious(findings).filter(
        (finding) => !known.has(finding.identity) || expected.some((place) => covers(finding, place)),
      );
      const hit = findings.some(
        (finding) =>
          expected.some((place) => covers(finding, place)) &&
          !(known.has(finding.identity) && finding.level === 'info'),
      );
      const entry = byKind.get(kind.id) ?? { seeded: 0, found: 0, findings: 0 };
      entry.seeded++;
      entry.findings += fresh.length;
      seeded++;
      extra.push(fresh.length);
      if (hit) {
        found++;
        entry.found++;
      } else if (showMisses) {
        const [place] = expected;
        console.log(
          `missed: ${kind.id} · ${layout.name} · ${place ? `${place.sheet}!${cellName(place.row, place.column)}` : ''} · got ${fresh.map((one) => `${one.rule}@${one.place.area ? cellName(one.place.area.top, one.place.area.left) : '-'}`).join(' ')}`,
        );
      }
      byKind.set(kind.id, entry);
    }
  }
}

extra.sort((a, b) => a - b);
for (const [text, count] of [...falseTexts].sort((a, b) => b[1] - a[1]).slice(0, 30))
  console.log(`on clean ×${count}: ${text}`);
for (const [id, entry] of byKind) {
  const perFault = entry.findings / entry.seeded;
  if (entry.found < entry.seeded || perFault > 1.5)
    console.log(`${id}: ${entry.found}/${entry.seeded} found, ${perFault.toFixed(2)} findings per fault`);
}
console.log(
  `${FAULTS.length} kinds, ${LAYOUTS.length} layouts, ${seeded} faults: recall ${((100 * found) / seeded).toFixed(2)} %, ` +
    `median ${extra[Math.floor(extra.length / 2)] ?? 0} findings per fault, mean ${(extra.reduce((a, b) => a + b, 0) / extra.length).toFixed(2)}; ` +
    `clean workbooks: ${falseErrors} false errors, ${cleanWarnings} warnings`,
);
