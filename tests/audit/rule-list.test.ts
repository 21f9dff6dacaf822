import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CODE_TITLES, RULES } from '../../src/audit';
import { OWN_TITLES } from '../../src/audit/code-titles';
import { LEFT_OUT } from '../../scripts/manual/rule-manual';
import { DECLARED } from './all-cases';
import { reportsOf } from './rule-desk';

const files = (folder: string, ending: string): string[] =>
  readdirSync(join(__dirname, folder))
    .filter((name) => name.endsWith(ending) && name !== 'index.ts')
    .map((name) => name.slice(0, -ending.length))
    .sort();
/** The catalogue's ids by group, first to last; V08 and more came with the program's own rules. */
const CATALOGUE: Readonly<Record<string, number>> = { S: 12, V: 16, A: 12, X: 7, P: 13, D: 4, C: 7 };
const catalogue = Object.entries(CATALOGUE).flatMap(([group, last]) =>
  Array.from({ length: last }, (_, i) => `${group}${String(i + 1).padStart(2, '0')}`),
);
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

  test('calls a code by a title of its own where its rule has several, or several rules have it', () => {
    const times = new Map<string, number>();
    for (const id of RULES.flatMap(({ ids }) => ids)) times.set(id, (times.get(id) ?? 0) + 1);
    for (const { ids, title } of RULES)
      for (const id of ids) {
        const isShared = ids.length > 1 || times.get(id) !== 1;
        expect([id, OWN_TITLES.has(id)]).toEqual([id, isShared]);
        expect([id, CODE_TITLES[id]]).toEqual([id, isShared ? expect.stringMatching(/../u) : title]);
      }
  });

  test('answers for every id of the catalogue, or says why not', () => {
    const answered = new Set(RULES.flatMap((rule) => rule.ids));
    const leftOut = LEFT_OUT.flatMap(([ids]) => ids.split('、'));
    expect(catalogue.filter((id) => !answered.has(id)).sort()).toEqual([...leftOut].sort());
  });

  describe.each(RULES.map((rule) => [rule.name, rule] as const))('the cases of %s', (name, rule) => {
    const table = DECLARED.get(name);
    const shown = (table?.invalid ?? []).flatMap((one) => one.finds);

    test('show every message that it can give', () => {
      const messages = new Set(shown.map((each) => each.message));
      expect(rule.messageIds.filter((message) => !messages.has(message))).toEqual([]);
    });

    test('show every id that it answers for', () => {
      const ids = new Set(rule.ids.length === 1 ? rule.ids : shown.map((each) => each.id));
      expect(rule.ids.filter((id) => !ids.has(id))).toEqual([]);
    });

    test('stand in the tables that it says it looks at', () => {
      const kinds = (table?.invalid ?? [])
        .flatMap((one) => reportsOf(rule, one))
        .flatMap(({ place }) => (place.view === null ? [] : [place.view.kind]));
      expect([...new Set(kinds)].filter((kind) => rule.tables.length > 0 && !rule.tables.includes(kind))).toEqual([]);
    });

    test('show what it leaves alone', () => {
      expect(table?.valid.length).toBeGreaterThan(0);
    });
  });
});
