import { loadPlan } from '../../src/plan/schema';
import data from '../../src/plan/data/yichun.json';

const changed = (change: (plan: typeof data) => void) => {
  const plan = structuredClone(data);
  change(plan);
  return loadPlan(plan);
};
const problemsOf = (loaded: ReturnType<typeof loadPlan>) => (loaded.ok ? [] : loaded.problems);

describe('loading a plan file', () => {
  it('takes text as well as data, with or without a byte order mark', () => {
    expect(loadPlan(`\ufeff${JSON.stringify(data)}`)).toEqual(loadPlan(data));
  });

  it('says in Chinese that a text is no JSON', () => {
    expect(problemsOf(loadPlan('学校,班数'))).toEqual(['不是 JSON 文件，无法解析。']);
  });

  it.each<[string, (plan: typeof data) => void, RegExp]>([
    ['a missing field', (plan) => Reflect.deleteProperty(plan, 'title'), /^title：/u],
    [
      'a wrong type, with its place',
      (plan) => Object.assign(plan.schools[1] ?? {}, { sequence: '二' }),
      /^schools › 第2项 › sequence：.*数/u,
    ],
    ['an unknown field', (plan) => Object.assign(plan.funds[0] ?? {}, { money: 1 }), /^funds › 第1项：.*money/u],
    ['a number below zero', (plan) => Object.assign(plan.fundTotal, { value: -1 }), /^fundTotal › value：/u],
    ['a stage that does not exist', (plan) => Object.assign(plan.schools[0] ?? {}, { stage: 'S9' }), /没有学段 S9/u],
    ['a note that does not exist', (plan) => plan.measures[0]?.notes.push('PN99'), /没有说明 PN99/u],
    ['an id used twice', (plan) => Object.assign(plan.notes[1] ?? {}, { id: 'PN01' }), /编号 PN01 重复/u],
    [
      'a builder that is not listed',
      (plan) => Object.assign(plan.schools[0]?.builder ?? {}, { value: '丰城市' }),
      /丰城市/u,
    ],
    [
      'a wrong row count',
      (plan) => Object.assign(plan.stages[1] ?? {}, { expectedRows: 12 }),
      /expectedRows 为 12，列出 11 行/u,
    ],
    ['a name on two rows', (plan) => Object.assign(plan.schools[4] ?? {}, { name: '宜阳二中' }), /与另一行相同/u],
    [
      'a target without a figure',
      (plan) => Object.assign(plan.indicators[0] ?? {}, { target: null }),
      /T01：目标没有数值/u,
    ],
  ])('refuses %s', (_, change, message) => {
    expect(problemsOf(changed(change)).join('\n')).toMatch(message);
  });

  it('tells at most twenty problems and how many more there are', () => {
    const problems = problemsOf(changed((plan) => plan.schools.forEach((one) => Object.assign(one, { stage: 'S9' }))));
    expect(problems).toHaveLength(21);
    expect(problems[20]).toMatch(/^另有 \d+ 处问题/u);
  });
});
