import { FREE_PROFILE, RULES, type Profile } from '../../src/audit';
import { makeContext } from '../../src/audit/context';
import { finishReports } from '../../src/audit/finish';
import type { Fix } from '../../src/audit/finding';
import { cellPlace, sheetPlace, workbookPlace } from '../../src/audit/places';
import type { Report } from '../../src/audit/rule';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook, type FieldId } from '../../src/recognize';
import { PARTS, setContent, sheetFromGrid, workbookOf } from '../../src/workbook';

const schools = Array.from({ length: 10 }, (_, i) => [i + 1, `合成第${i}中学`, 54, 2700, '袁州区']);
const book = (parts: Readonly<Record<string, string>> = {}) =>
  workbookOf(
    [
      sheetFromGrid('附件3', [
        ['项目名称', '金额（万元）', '使用单位'],
        ['教育教学质量奖', 400, '合成局'],
        ['教育信息化提升专项', 100],
      ]),
      sheetFromGrid('附件2', [['序号', '学校名称', '规划班数', '规划学位', '建设主体'], ['二、初中'], ...schools]),
    ],
    parts,
  );
const contextOf = (profile: Profile = FREE_PROFILE, parts: Readonly<Record<string, string>> = {}) => {
  const workbook = book(parts);
  return makeContext({
    workbook,
    recognition: recognizeWorkbook(workbook, yichunPlan),
    plan: yichunPlan,
    profile,
    unit: null,
    previous: null,
  });
};
const context = contextOf();
const view = context.tables.find(({ kind }) => kind === 'schools');
const funds = context.tables.find(({ kind }) => kind === 'funds');
const rule = RULES.find(({ ids }) => ids.length === 1);
if (!view || !funds || !rule) throw new Error('no table');
const [id] = rule.ids;

const report = (row: number, more: Partial<Report> = {}, field: FieldId = 'plannedSeats'): Report => ({
  rule, id, message: 'm', data: null, text: '不对。', place: cellPlace(view, row, field), found: '1', expected: '2', source: '合成',
  level: 'warning', stage: 'value', repair: null, leansOn: [], causes: {}, merges: false, ...more,
}); // prettier-ignore
const finish = (...reports: readonly Report[]) => finishReports(reports, context);

describe('findings', () => {
  test('are in order: level, sheet, row, column, rule, message', () => {
    const fund = { place: cellPlace(funds, 2, 'amount') };
    const found = finish(
      report(4, { text: '八' }, 'plannedSeats'),
      report(3, { text: '七' }, 'plannedSeats'),
      report(3, { text: '六' }, 'plannedClasses'),
      report(9, { text: '五', ...fund }),
      report(2, { text: '四', place: workbookPlace('x') }),
      report(9, { text: '三', level: 'error' }),
      report(9, { text: '九', level: 'info', id: 'Z09', message: 'a' }),
      report(9, { text: '十', level: 'info', id: 'Z10', message: 'a' }),
      report(9, { text: '十一', level: 'info', id: 'Z10', message: 'b' }),
    );
    expect(found.map(({ text }) => text)).toEqual(['三', '四', '五', '六', '七', '八', '九', '十', '十一']);
  });

  test('weigh as much as the worst that they cause', () => {
    const cause = report(3, { causes: { blocks: true } });
    const leansOn = [{ sheet: '附件2', columns: [3], has: () => true }];
    const [one, ...others] = finish(cause, report(4, { level: 'error', stage: 'subtotal', leansOn }));
    expect(others).toEqual([]);
    expect(one).toMatchObject({ level: 'error', consequences: [{ level: 'error' }] });
    expect(
      finish({ ...cause, level: 'error' }, report(4, { level: 'info', stage: 'subtotal', leansOn }))[0],
    ).toMatchObject({ level: 'error', consequences: [{ level: 'info' }] });
  });

  test('name the unit of their row', () => {
    expect(finish(report(3))[0]?.unit).toBe('袁州区');
    expect(finish(report(3, { place: cellPlace(funds, 1, 'amount') }))[0]?.unit).toBe('合成局');
    expect(finish(report(3, { place: cellPlace(funds, 2, 'amount') }))[0]?.unit).toBe('');
    expect(finish(report(3, { place: workbookPlace('x') }))[0]).toMatchObject({
      unit: '',
      place: { sheet: null, area: null },
    });
    const rows = { ...cellPlace(view, 3, 'plannedSeats'), area: { top: 3, bottom: 4, left: 3, right: 3 } };
    expect(finish(report(3, { place: rows }))[0]?.unit).toBe('');
  });

  test('are of the level that the profile gives them, or none', () => {
    const under = (levels: Profile['levels']) =>
      finishReports([report(3, { level: rule.level })], contextOf({ ...FREE_PROFILE, levels })).map(
        ({ level }) => level,
      );
    expect(under({})).toEqual([rule.level]);
    expect(under({ [id]: 'info' })).toEqual(['info']);
    expect(under({ [id]: 'off' })).toEqual([]);
  });
});

describe('equal faults down a column', () => {
  const equal = (count: number, more: Partial<Report> = {}) =>
    Array.from({ length: count }, (_, i) => report(2 + i, { merges: true, ...more }));

  test('are one from three on, with its range and its first cells', () => {
    expect(finish(...equal(2))).toHaveLength(2);
    const [one, ...others] = finish(...equal(3));
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      count: 3,
      place: { sheet: '附件2', area: { top: 2, bottom: 4, left: 3, right: 3 } },
      text: '不对；同列同类问题共 3 处（D3、D4、D5）。',
      identity: `${id}|schools#1|plannedSeats|m`,
      basis: { value: '1、1、1', expected: '2、2、2' },
    });
    expect(finish(...equal(9))[0]?.text).toBe('不对；同列同类问题共 9 处（D3、D4、D5、D6、D7、D8、D9、D10 等）。');
    expect(finish(...equal(8))[0]?.text).toBe('不对；同列同类问题共 8 处（D3、D4、D5、D6、D7、D8、D9、D10）。');
  });

  test('as many as the profile says', () => {
    const strict = contextOf({ ...FREE_PROFILE, thresholds: { ...FREE_PROFILE.thresholds, mergeFrom: 4 } });
    expect(finishReports(equal(3), strict)).toHaveLength(3);
    expect(finishReports(equal(4), strict)).toHaveLength(1);
  });

  test.each<[string, (one: Report, i: number) => Report]>([
    ['that do not merge', (one) => ({ ...one, merges: false })],
    ['of another message', (one, i) => ({ ...one, message: `m${i}` })],
    ['of another id', (one, i) => ({ ...one, id: `T0${i}` })],
    ['of another level', (one, i) => ({ ...one, level: i === 0 ? 'error' : one.level })],
    ['in another column', (one, i) => (i === 0 ? { ...one, place: cellPlace(view, 2, 'plannedClasses') } : one)],
    ['in another table', (one, i) => (i === 0 ? { ...one, place: cellPlace(funds, 1, 'amount') } : one)],
    [
      'outside of tables',
      (one, i) => ({ ...one, place: sheetPlace(1, '附件2', { sheet: '附件2', row: 20 + i, column: 3 }, `x${i}`) }),
    ],
  ])('%s stay apart', (_, change) => expect(finish(...equal(3).map(change))).toHaveLength(3));

  test('have one basis whatever the order of their rows', () => {
    const of = (...order: readonly number[]) =>
      finish(...order.map((row) => report(row, { merges: true, found: `值${row}` })))[0]?.basis.value;
    expect(of(2, 3, 4)).toBe('值2、值3、值4');
    expect(of(4, 2, 3)).toBe('值2、值3、值4');
  });

  test('keep what they cause', () => {
    const leansOn = [{ sheet: '附件2', columns: [3], has: () => true }];
    const [one] = finish(
      ...equal(3, { causes: { blocks: true } }),
      report(5, { id: 'T09', stage: 'subtotal', leansOn }),
    );
    expect(one).toMatchObject({ count: 3, consequences: [{ rule: 'T09' }] });
  });

  test('have one fix with the edits of all', () => {
    const fix = (row: number): Fix => ({
      kind: 'auto', label: '改为数字', edits: [{ edit: setContent({ sheet: '附件2', row, column: 3 }, { kind: 'value', value: 1 }), before: null, reason: '' }],
    }); // prettier-ignore
    const [one] = finish(...equal(3).map((each, i) => ({ ...each, repair: () => fix(2 + i) })));
    expect(one?.fix).toMatchObject({
      kind: 'auto',
      edits: [{ edit: { row: 2 } }, { edit: { row: 3 } }, { edit: { row: 4 } }],
    });
    expect(finish(report(3))[0]?.fix).toBeNull();
    expect(finish(report(3, { repair: () => null }))[0]?.fix).toBeNull();
  });
});

describe('identities', () => {
  test('say rule, row and field by name, and are numbered where they repeat', () => {
    expect(
      finish(report(3), report(3, { level: 'info' }), report(3, { level: 'info', text: '又' })).map(
        ({ identity }) => identity,
      ),
    ).toEqual([
      `${id}|schools#1|合成第1中学|plannedSeats`,
      `${id}|schools#1|合成第1中学|plannedSeats~2`,
      `${id}|schools#1|合成第1中学|plannedSeats~3`,
    ]);
  });

  test('find their explanation, which holds while the values are the same', () => {
    const identity = `${id}|schools#1|合成第1中学|plannedSeats`;
    const stored = { text: '情况属实无误', by: '张三', on: '2023-07-01T09:00:00Z', value: '1', expected: '2' };
    const parts = { [PARTS.explanations]: JSON.stringify({ version: 1, items: { [identity]: stored } }) };
    const explained = (more: Partial<Report>, row = 3) =>
      finishReports([report(row, more)], contextOf(FREE_PROFILE, parts))[0]?.explanation;
    expect(explained({})).toEqual({ text: '情况属实无误', by: '张三', on: stored.on, value: '1', isVoid: false });
    expect(explained({ found: '3' })?.isVoid).toBe(true);
    expect(explained({ expected: '3' })?.isVoid).toBe(true);
    expect(explained({}, 4)).toBeNull();
  });

  test('a formula’s rows are counted from its own, so that it stays the same when rows are put in', () => {
    const basis = (row: number, found: string) => finish(report(row, { found }))[0]?.basis.value;
    expect(basis(3, '=SUM(D4:$D$6)+LOG10(A4)')).toBe('=SUM(D[0]:$D$[2])+LOG10(A[0])');
    expect(basis(5, '=SUM(D6:$D$8)+LOG10(A6)')).toBe('=SUM(D[0]:$D$[2])+LOG10(A[0])');
    expect(basis(3, 'D4')).toBe('D4');
  });
});
