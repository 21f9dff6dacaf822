import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/audit';
import { ruleManual } from '../../scripts/manual/rule-manual';
import { DECLARED } from './all-cases';

test('the manual takes its examples from every rule', () => {
  expect([...DECLARED.keys()].sort()).toEqual(RULES.map((rule) => rule.name).sort());
});

test('docs/rules.md says what the rules do now (npm run rule-docs writes it)', () => {
  expect(readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8')).toBe(ruleManual(DECLARED));
});
