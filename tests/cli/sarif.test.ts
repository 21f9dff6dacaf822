import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { plancheck } from './run-plancheck';

jest.setTimeout(60_000);

/** What SARIF 2.1.0 (OASIS, chapter 3) asks of the objects that we write; a property that is not listed there fails. */
const text = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);
const physicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri: z.string().refine((uri) => /^[\w\-.~!'()*%/;:@&=+$,]+$/u.test(uri)) }),
  region: z.strictObject({ startLine: z.int().min(1) }).optional(),
});
const location = z.strictObject({
  physicalLocation,
  logicalLocations: z
    .array(z.strictObject({ fullyQualifiedName: z.string(), kind: z.string() }))
    .min(1)
    .optional(),
});
const result = z.strictObject({
  ruleId: z.string().regex(/^[A-Z]\d{2}$/u),
  level,
  message: text,
  locations: z.array(location).min(1),
  relatedLocations: z
    .array(location.extend({ id: z.int().min(0), message: text }))
    .min(1)
    .optional(),
  partialFingerprints: z.record(z.string(), z.string().min(1)),
  suppressions: z
    .array(
      z.strictObject({
        kind: z.enum(['inSource', 'external']),
        status: z.enum(['accepted', 'underReview', 'rejected']),
        justification: z.string(),
      }),
    )
    .optional(),
  properties: z.record(z.string(), z.unknown()),
});
const notification = z.strictObject({
  level,
  descriptor: z.strictObject({ id: z.string() }),
  message: text,
  locations: z.array(location),
});
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          version: z.string(),
          language: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/u),
          rules: z.array(z.strictObject({ id: z.string(), shortDescription: text })),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(result),
      invocations: z.array(
        z.strictObject({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(notification) }),
      ),
    }),
  ]),
});

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sarif-'))));
afterAll(() => rmSync(folder, { recursive: true }));

test('plancheck audit --format sarif keeps to SARIF 2.1.0, for findings and for files that cannot be read', async () => {
  const bad = join(folder, '坏 文件#1.xlsx');
  writeFileSync(bad, '');
  const { out } = await plancheck('audit', 'samples', bad, '--format', 'sarif');
  const parsed = log.parse(JSON.parse(out));
  const [{ results, tool, invocations }] = parsed.runs;
  expect(results.length).toBeGreaterThan(20);
  const named = new Set(tool.driver.rules.map(({ id }) => id));
  expect(named.size).toBe(tool.driver.rules.length);
  expect(results.every(({ ruleId }) => named.has(ruleId))).toBe(true);
  expect(new Set(results.map(({ level: one }) => one))).toEqual(new Set(['error', 'warning', 'note']));
  // What a cause brings about hangs below it, with its own place.
  expect(
    results.flatMap(({ relatedLocations }) => relatedLocations ?? []).map(({ message }) => message.text),
  ).toContain('由此引起：小计不符：小学规划班数小计应为 102（第 14-17 行之和），表中为 84，差 18。');
  expect(invocations).toMatchObject([
    { executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: 'emptyFile' } }] },
  ]);
});
