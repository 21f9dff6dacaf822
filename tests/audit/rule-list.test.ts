import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/audit';

const files = (folder: string, ending: string): string[] =>
  readdirSync(join(__dirname, folder))
    .filter((name) => name.endsWith(ending) && name !== 'index.ts')
    .map((name) => name.slice(0, -ending.length))
    .sort();
const names = RULES.map((rule) => rule.name).sort();

describe('the list of rules', () => {
  test('has one file per rule, named after it', () => {
    expect(files('../../src/audit/rules', '.ts')).toEqual(names);
  });

  test('has one table of cases per rule, named after it', () => {
    expect(files('rules', '.test.ts')).toEqual(names);
  });

  test.each(RULES.map((rule) => [rule.name, rule] as const))('%s says what it is for, and what to do', (_, rule) => {
    expect(rule.title).not.toBe('');
    expect(rule.protects).toMatch(/。$/u);
    expect(rule.source).not.toBe('');
    for (const message of rule.messageIds) expect(rule.advice(message)).toMatch(/。$/u);
  });
});
