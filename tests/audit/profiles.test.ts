import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allowedLevels,
  auditWorkbook,
  parseProfile,
  profileById,
  profilePart,
  PROFILES,
  RULES,
  storedProfile,
  type Profile,
} from '../../src/audit';
import { PARTS } from '../../src/workbook';
import { changed, districtGrid, plan, workbookOfGrid } from './workbooks';

const named = (id: string): Profile => {
  const profile = profileById(id);
  if (!profile) throw new Error(id);
  return profile;
};
const parsed = (data: unknown): Profile | string => {
  const result = parseProfile(JSON.stringify(data), PROFILES);
  return result.ok ? result.profile : result.message;
};

describe('a profile as text', () => {
  test.each(PROFILES.map((profile) => [profile.id, profile] as const))('%s comes back as it was', (_, profile) => {
    const own = { ...profile, levels: { A05: 'error' as const }, thresholds: { classSizeSlack: 2, mergeFrom: 5 } };
    expect(storedProfile({ [PARTS.profile]: profilePart(own) })).toEqual(own);
  });

  test('says only what differs from the one that it names', () => {
    expect(parsed({ id: 'city', title: '本市口径', levels: { C07: 'off' }, thresholds: { mergeFrom: 4 } })).toEqual({
      ...named('city'),
      title: '本市口径',
      levels: { C07: 'off' },
      thresholds: { classSizeSlack: 0.5, mergeFrom: 4 },
    });
    expect(parsed({})).toEqual(named('free'));
  });

  test.each([
    [{ level: {} }, '不认识“level”'],
    [{ id: 'province' }, 'free、district、city'],
    [{ version: 2 }, 'version'],
    [{ requiredTables: ['学校'] }, 'requiredTables'],
    [{ isSubmission: 'yes' }, 'isSubmission'],
    [{ norms: 1 }, 'norms'],
    [{ levels: { A05: 'fatal' } }, 'A05'],
    [{ levels: { 'class-size': 'off' } }, '“class-size”不是规则编号'],
    [{ thresholds: { mergeFrom: 0 } }, '2 至 10000'],
    [{ thresholds: { classSize: 3 } }, '没有“classSize”'],
    [[], 'JSON 对象'],
  ])('%j is refused and the word at fault named', (data, word) => {
    expect(parsed(data)).toEqual(expect.stringMatching(/^审核口径文件有误：.+。$/u));
    expect(parsed(data)).toContain(word);
  });

  test('the example in docs names every rule as the catalogue does', () => {
    const text = readFileSync(join(__dirname, '../../docs/profile-example.json'), 'utf8');
    const profile = parseProfile(text, PROFILES);
    if (!profile.ok) throw new Error(profile.message);
    const known = new Set(RULES.flatMap(({ ids }) => ids));
    expect(Object.keys(profile.profile.levels).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('levels', () => {
  const grid = changed(districtGrid(), [5, 5, '袁洲区'], [10, 2, 10], [8, 2, 40], [12, 2, 130]);
  const levels = (profile: Profile) =>
    Object.fromEntries(
      auditWorkbook(workbookOfGrid(grid), plan, { profile }).findings.map(({ rule, level }) => [rule, level]),
    );

  test('a rule can be made milder, stricter, or be turned off', () => {
    const free = named('free');
    expect(levels(free)).toMatchObject({ V12: 'error', A05: 'warning' });
    expect(levels({ ...free, levels: { V12: 'info', A05: 'error' } })).toMatchObject({ V12: 'info', A05: 'error' });
    expect(levels({ ...free, levels: { V12: 'off' } })).not.toHaveProperty('V12');
  });

  test('a district that hands in can make rules stricter only', () => {
    const district = named('district');
    expect(allowedLevels(district, 'error')).toEqual(['error']);
    expect(allowedLevels(district, 'warning')).toEqual(['error', 'warning']);
    expect(levels({ ...district, levels: { V12: 'off', A05: 'error' } })).toMatchObject({ V12: 'error', A05: 'error' });
  });

  test('what a rule only mentions stays a note when the rule is made stricter', () => {
    const free = named('free');
    const before = auditWorkbook(workbookOfGrid(districtGrid()), plan, { profile: free }).findings;
    const notes = before.filter(({ level }) => level === 'info').map(({ rule }) => rule);
    expect(notes.length).toBeGreaterThan(0);
    const strict = { ...free, levels: Object.fromEntries(notes.map((rule) => [rule, 'error' as const])) };
    const lesser = new Set(RULES.flatMap(({ ids, level }) => (level === 'info' ? [] : ids)));
    const after = auditWorkbook(workbookOfGrid(districtGrid()), plan, { profile: strict }).findings;
    expect(after.filter(({ rule, level }) => lesser.has(rule) && level === 'error')).toEqual([]);
  });
});

test('a threshold decides what counts as another class size', () => {
  const grid = changed(districtGrid(), [10, 2, 10], [8, 2, 40], [12, 2, 130]);
  const free = named('free');
  const rules = (classSizeSlack: number) =>
    auditWorkbook(workbookOfGrid(grid), plan, {
      profile: { ...free, thresholds: { ...free.thresholds, classSizeSlack } },
    }).findings.map(({ rule }) => rule);
  expect(rules(0.5)).toContain('A05');
  expect(rules(20)).not.toContain('A05');
});
