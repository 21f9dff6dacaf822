import { auditWorkbook, explain, PROFILES, readAliases, readExplanations, type Finding } from '../../src/audit';
import { confirmAlias, confirmedSchools, planWithAliases, withdrawAlias } from '../../src/audit/aliases';
import { holds, isExplained, withdrawExplanation, writeExplanations } from '../../src/audit/explanations';
import { parseProfile, THRESHOLD_BOUNDS } from '../../src/audit/profile-file';
import {
  allowedLevels,
  levelUnder,
  profilePart,
  storedProfile,
  type LevelChoice,
  type Profile,
} from '../../src/audit/profiles';
import { PARTS } from '../../src/workbook';
import { districtGrid, plan, workbookOfGrid } from './workbooks';

const [FREE, DISTRICT, CITY] = PROFILES;
if (!FREE || !DISTRICT || !CITY) throw new Error('no profiles');
const textOf = (edit: { readonly kind: string; readonly text?: string | null }) => edit.text ?? null;

describe('confirmed names', () => {
  const [one, two] = plan.schools;
  if (!one || !two) throw new Error('no schools');
  const stored = (schools: unknown) => ({ [PARTS.aliases]: JSON.stringify({ version: 1, schools }) });

  test('are kept trimmed and in order, one more each time', () => {
    const first = textOf(confirmAlias({}, ' 乙名 ', one.id));
    expect(first).toBe(`{"version":1,"schools":{"乙名":"${one.id}"}}`);
    const both = textOf(confirmAlias({ [PARTS.aliases]: first ?? '' }, '丙名', two.id));
    expect(Object.keys(readAliases({ [PARTS.aliases]: both ?? '' }))).toEqual(['丙名', '乙名']);
  });

  test('are taken back one by one; the last leaves nothing', () => {
    const parts = stored({ 甲: one.id, 乙: two.id });
    expect(textOf(withdrawAlias(parts, '甲'))).toBe(`{"version":1,"schools":{"乙":"${two.id}"}}`);
    expect(textOf(withdrawAlias(stored({ 甲: one.id }), '甲'))).toBeNull();
    expect(withdrawAlias({}, '甲')).toEqual({ kind: 'storePart', name: PARTS.aliases, text: null });
  });

  test.each(['', 'null', '1', '"schools"', '[]', '{}', '{"schools":null}', '{"schools":"甲"}'])(
    '%s holds none',
    (text) => expect(readAliases({ [PARTS.aliases]: text })).toEqual({}),
  );

  test('a damaged one leaves the others', () =>
    expect(readAliases(stored({ 甲: one.id, 乙: 4, 丙: null }))).toEqual({ 甲: one.id }));

  test('mean schools of the plan only, under their folded form', () => {
    const found = confirmedSchools(plan, { '合成（甲）学校': one.id, 合成乙: '没有' });
    expect([...found.values()]).toEqual([one]);
    expect([...found.keys()][0]).not.toContain('（');
  });

  test('become names of their school and of no other', () => {
    const known = planWithAliases(plan, { 甲: one.id, 乙: one.id, 丙: '没有' });
    expect(known.schools[0]?.aliases).toEqual([...one.aliases, '甲', '乙']);
    expect(known.schools[1]).toBe(two);
  });
});

describe('explanations', () => {
  const item = { text: '情况属实无误', by: '张三', on: '2023-07-01T09:00:00Z', value: '1', expected: '2' };
  const stored = (items: unknown, version: unknown = 1) => ({
    [PARTS.explanations]: JSON.stringify({ version, items }),
  });

  test('come back by the finding that they explain; older ones have no expected value', () => {
    const old = { text: item.text, by: item.by, on: item.on, value: item.value };
    expect([...readExplanations(stored({ a: item, b: old }))]).toEqual([
      ['a', item],
      ['b', old],
    ]);
    expect(readExplanations(stored({ a: { ...item, expected: 2 } })).get('a')).toEqual(old);
    expect(readExplanations({}).size).toBe(0);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', '情况属实'],
    ['a list', [item]],
    ['no reason', { ...item, text: 1 }],
    ['no name', { ...item, by: null }],
    ['no date', { ...item, on: 20230701 }],
    ['no value', { ...item, value: undefined }],
  ])('%s is none, and leaves the others', (_, damaged) =>
    expect([...readExplanations(stored({ a: damaged, b: item })).keys()]).toEqual(['b']),
  );

  test.each<[unknown, unknown]>([
    [{ a: item }, 2],
    [[item], 1],
    [null, 1],
  ])('items %j of version %j are none', (items, version) =>
    expect(readExplanations(stored(items, version)).size).toBe(0),
  );

  test('are written in order, so that the same ones give the same text', () => {
    const text = writeExplanations(
      new Map([
        ['b', item],
        ['a', item],
      ]),
    );
    expect(text).toBe(
      writeExplanations(
        new Map([
          ['a', item],
          ['b', item],
        ]),
      ),
    );
    expect(text?.indexOf('"a"')).toBeLessThan(text?.indexOf('"b"') ?? 0);
    expect(writeExplanations(new Map())).toBeNull();
    expect(textOf(withdrawExplanation(stored({ a: item, b: item }), 'a'))).toBe(
      writeExplanations(new Map([['b', item]])),
    );
  });

  const [warning] = auditWorkbook(workbookOfGrid(districtGrid()), plan).findings.filter(
    ({ level }) => level === 'warning',
  );
  if (!warning) throw new Error('no warning');
  const finding = (basis: Finding['basis'], explanation: Finding['explanation'] = null): Finding => ({
    ...warning,
    identity: 'x',
    basis,
    explanation,
  });

  test('keep trimmed words and what they rest on; long bases as their beginning and a check number', () => {
    const result = explain(
      stored({ a: item }),
      finding({ value: '1', expected: '2' }),
      ' 情况属实 啊 ',
      ' 张三 ',
      item.on,
    );
    if (!result.ok) throw new Error(result.reason);
    const all = readExplanations({ [PARTS.explanations]: textOf(result.edit) ?? '' });
    expect(all.get('x')).toEqual({ text: '情况属实 啊', by: '张三', on: item.on, value: '1', expected: '2' });
    expect(all.get('a')).toEqual(item);
    const long = '甲'.repeat(121);
    const kept = explain({}, finding({ value: long, expected: '乙'.repeat(120) }), '情况属实无误', '', item.on);
    const one = kept.ok ? readExplanations({ [PARTS.explanations]: textOf(kept.edit) ?? '' }).get('x') : undefined;
    expect(one?.value).toMatch(/^甲{40}…（121，[0-9a-f]{8}）$/u);
    expect(one?.expected).toBe('乙'.repeat(120));
    if (!one) throw new Error('lost');
    expect(holds(one, { value: long, expected: '乙'.repeat(120) })).toBe(true);
    expect(holds(one, { value: `${'甲'.repeat(120)}丙`, expected: '乙'.repeat(120) })).toBe(false);
    expect(holds({ ...item, value: '1' }, { value: '1', expected: '3' })).toBe(false);
    const { text, by, on, value } = item;
    expect(holds({ text, by, on, value }, { value: '1', expected: '3' })).toBe(true);
  });

  test('need five letters, however they are counted, and no error', () => {
    const ask = (text: string, level: Finding['level'] = 'warning') =>
      explain({}, { ...finding({ value: '', expected: '' }), level }, text, '', item.on).ok;
    expect([
      ask('属实无误啊'),
      ask('属实无误'),
      ask('𠮷𠮷𠮷𠮷'),
      ask('  属实无误  '),
      ask('属实无误啊', 'info'),
    ]).toEqual([true, false, false, false, true]);
    expect(ask('属实无误啊', 'error')).toBe(false);
    const explained = (text: string, isVoid: boolean) =>
      isExplained(finding({ value: '', expected: '' }, { text, by: '', on: '', value: '', isVoid }));
    expect([explained('属实无误啊', false), explained('属实无误啊', true), explained('属实无误', false)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isExplained(finding({ value: '', expected: '' }))).toBe(false);
  });
});

describe('a profile as text', () => {
  const parse = (data: unknown) => parseProfile(typeof data === 'string' ? data : JSON.stringify(data), PROFILES);
  const profile = (data: unknown): Profile => {
    const parsed = parse(data);
    if (!parsed.ok) throw new Error(parsed.message);
    return parsed.profile;
  };

  test('says only what differs from the profile that it names', () => {
    expect(profile({})).toEqual(FREE);
    expect(profile({ version: 1, id: 'city' })).toEqual(CITY);
    expect(profile({ id: 'district', title: '合成', requiredTables: ['funds'], isSubmission: null, norms: false, levels: { A01: 'off' }, thresholds: { mergeFrom: 9 } })).toEqual({
      ...DISTRICT, title: '合成', requiredTables: ['funds'], isSubmission: null, norms: false, levels: { A01: 'off' },
      thresholds: { ...DISTRICT.thresholds, mergeFrom: 9 },
    }); // prettier-ignore
    expect(profile({ isSubmission: true }).isSubmission).toBe(true);
    const strict: Profile = { ...CITY, levels: { A01: 'info' } };
    expect(parseProfile('{"id":"city","levels":{"A02":"off"}}', [strict])).toMatchObject({
      profile: { levels: { A01: 'info', A02: 'off' } },
    });
  });

  test.each<[unknown, string]>([
    ['{', '不是 JSON 文本'],
    ['[]', '应为一个 JSON 对象'],
    ['null', '应为一个 JSON 对象'],
    ['1', '应为一个 JSON 对象'],
    [{ level: {} }, '不认识“level”'],
    [{ version: 2 }, 'version 应为 1'],
    [{ id: 'other' }, 'id 应为 free、district、city 之一'],
    [{ title: ' ' }, 'title 应为文字'],
    [{ title: 1 }, 'title 应为文字'],
    [{ requiredTables: 'schools' }, 'requiredTables 只能列'],
    [{ requiredTables: ['schools', 'other'] }, 'requiredTables 只能列'],
    [{ isSubmission: 'yes' }, 'isSubmission 应为'],
    [{ norms: 1 }, 'norms 应为'],
    [{ levels: [] }, 'levels 应为'],
    [{ levels: { A01: 'error', A02: 'high' } }, 'A02 的级别应为'],
    [{ thresholds: 3 }, 'thresholds 应为'],
    [{ thresholds: { mergeFrom: 3, other: 3 } }, 'thresholds 中没有“other”'],
    [{ thresholds: { toString: 3 } }, 'thresholds 中没有“toString”'],
    [{ thresholds: { mergeFrom: '3' } }, 'mergeFrom 应为 2 至 10000 的数'],
  ])('%j is refused in words: %s', (data, message) =>
    expect(parse(data)).toMatchObject({ ok: false, message: expect.stringContaining(message) as unknown }),
  );

  test.each(Object.entries(THRESHOLD_BOUNDS))('%s lies within its bounds', (name, { least, most }) => {
    const isTaken = (value: number) => parse({ thresholds: { [name]: value } }).ok;
    expect([isTaken(least), isTaken(most), isTaken(least - 0.1), isTaken(most + 0.1)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('travels in the workbook; a damaged one is none', () => {
    const own: Profile = { ...DISTRICT, levels: { A01: 'info' }, thresholds: { ...DISTRICT.thresholds, mergeFrom: 7 } };
    expect(storedProfile({ [PARTS.profile]: profilePart(own) })).toEqual(own);
    expect([storedProfile({}), storedProfile({ [PARTS.profile]: '{' })]).toEqual([null, null]);
  });

  test('who hands in may only be stricter with itself', () => {
    expect(allowedLevels(FREE, 'warning')).toEqual(['error', 'warning', 'info', 'off']);
    expect(allowedLevels(DISTRICT, 'warning')).toEqual(['error', 'warning']);
    expect(allowedLevels(DISTRICT, 'error')).toEqual(['error']);
    expect(allowedLevels(DISTRICT, 'info')).toEqual(['error', 'warning', 'info', 'off']);
  });

  test.each<[chosen: LevelChoice | undefined, rule: Finding['level'], said: Finding['level'], level: LevelChoice]>([
    [undefined, 'error', 'error', 'error'],
    ['warning', 'error', 'error', 'warning'],
    ['off', 'error', 'error', 'off'],
    ['error', 'warning', 'info', 'info'],
    ['off', 'warning', 'info', 'off'],
    ['info', 'error', 'warning', 'info'],
    ['warning', 'error', 'info', 'info'],
  ])('%s chosen for a rule of %s that says %s gives %s', (chosen, rule, said, level) =>
    expect(levelUnder({ ...FREE, levels: chosen ? { A01: chosen } : {} }, 'A01', rule, said)).toBe(level),
  );

  test('a choice that is not allowed changes nothing', () =>
    expect(levelUnder({ ...DISTRICT, levels: { A01: 'info' } }, 'A01', 'warning', 'warning')).toBe('warning'));
});

describe('a previous submission', () => {
  const book = (unit: string, period: string) =>
    workbookOfGrid(
      districtGrid().map((row) =>
        row.map((cell) =>
          typeof cell === 'string' ? cell.replaceAll('袁州区', unit).replace(/2023年6月/u, period) : cell,
        ),
      ),
    );
  const outcome = (now: string, before: string, unit = '袁州区') =>
    auditWorkbook(book('袁州区', now), plan, { previous: { workbook: book(unit, before) } }).previous;

  test.each<[string, string, string]>([
    ['2023年6月', '2023年3月', 'compared'],
    ['2023年6月', '2023年6月', 'compared'],
    ['2023年6月', '2023年7月', 'later'],
    ['2023年6月', '2024年1月', 'later'],
    ['2024年1月', '2023年12月', 'compared'],
    ['2023年6月', '2023年第二季度', 'compared'],
    ['2023年6月', '2023年第三季度', 'later'],
    ['2023年第一季度', '2023年3月', 'compared'],
    ['2023年第一季度', '2023年4月', 'later'],
  ])('of %s against that of %s is %s', (now, before, expected) => expect(outcome(now, before)).toBe(expected));

  test('of another unit is not compared', () => {
    expect(outcome('2023年6月', '2023年3月', '宜阳新区')).toBe('otherUnit');
    expect(auditWorkbook(book('袁州区', '2023年6月'), plan).previous).toBeUndefined();
  });
});
