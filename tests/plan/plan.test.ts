import {
  matchBuilder,
  matchFund,
  matchIndicator,
  matchMeasure,
  matchSchool,
  normalizeName,
  yichunPlan as plan,
} from '../../src/plan';
import { loadPlan } from '../../src/plan/schema';

const nameOf = (text: string) => {
  const match = matchSchool(plan, text);
  if (match.kind === 'exact' || match.kind === 'alias') return [match.kind, match.item.name];
  return match.kind === 'near' ? ['near', ...match.candidates.map((school) => school.name)] : ['none'];
};

describe('the plan as data', () => {
  test('has the shape that the program relies on', () => {
    const loaded = loadPlan(JSON.parse(JSON.stringify(plan)));
    expect(loaded).toMatchObject({ ok: true });
    expect(loadPlan({ ...plan, builders: 'x' })).toMatchObject({ ok: false, code: 'plan-invalid' });
  });

  test('holds the published figures and null where the text shows none', () => {
    expect(plan.schools).toHaveLength(39);
    expect(plan.schools.filter((school) => school.name === null)).toHaveLength(2);
    expect(plan.measures).toHaveLength(18);
    expect(plan.funds.map((fund) => fund.amount.value).filter((value) => value !== null)).toEqual([400, 100]);
    expect(plan.schools.find((school) => school.name === '宜春市第十中学')?.plannedLand.value).toBeNull();
    const shown = plan.stages.reduce((sum, stage) => sum + (stage.subtotal.plannedSeats.value ?? 0), 0);
    expect(shown + 300 + 336).toBe(plan.schoolTotal.plannedSeats.value);
  });

  test('every value says where it stands, in words and not in line numbers', () => {
    expect(plan.stages[1]?.subtotal.plannedClasses.source).toBe('附件2 · 二、初中 · 小计 · 规划班数');
    expect(JSON.stringify(plan)).not.toMatch(/L\d+/);
  });

  test('keeps contradictions, gaps and losses apart', () => {
    expect(plan.notes.find((note) => note.id === 'PN01')?.kind).toBe('contradiction');
    expect(plan.notes.find((note) => note.id === 'PN12')?.kind).toBe('gap');
    expect(plan.notes.find((note) => note.id === 'PN10')?.kind).toBe('loss');
  });
});

describe('finding what a text means', () => {
  test.each([
    ['宜阳二中', ['exact', '宜阳二中']],
    ['宜春市春华中学(暂名)', ['exact', '宜春市春华中学（暂名）']],
    ['春华中学', ['alias', '宜春市春华中学（暂名）']],
    ['宜春市三小', ['alias', '宜春市第三小学']],
    ['宜春十中', ['alias', '宜春市第十中学']],
    ['袁山学校', ['alias', '暂名袁山学校（八中分校）']],
    ['宜春市职业中等专业学校', ['alias', '宜春市职业中等专业学校（开放大学）']],
    ['北湖学校', ['alias', '北湖学校（暂名）']],
    ['北湖小学', ['alias', '北湖小学（暂名）']],
    ['春话中学', ['near', '宜春市春华中学（暂名）']],
    ['某某实验学校', ['none']],
  ])('school %s', (text, expected) => expect(nameOf(text as string)).toEqual(expected));

  test('every named school of the plan means itself', () => {
    for (const school of plan.schools) {
      if (school.name !== null)
        expect(matchSchool(plan, school.name, school.stage)).toEqual({ kind: 'exact', item: school });
    }
  });

  test('different schools have different normal names', () => {
    const names = plan.schools.flatMap((school) =>
      school.name === null ? [] : [normalizeName(school.name, plan.cityName)],
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('funds, measures, indicators and builders', () => {
    expect(matchFund(plan, '1.教育教学质量奖')).toMatchObject({ kind: 'exact', item: { id: 'F01' } });
    expect(matchFund(plan, '教育信息化专项')).toMatchObject({ kind: 'near' });
    expect(matchMeasure(plan, '7.完善编制职称“周转池”制度。探索建立完善…')).toMatchObject({
      kind: 'exact',
      item: { sequence: 7 },
    });
    expect(matchIndicator(plan, '新增学位（万个）')).toMatchObject({ item: { id: 'T14' } });
    expect(matchIndicator(plan, '初中学位')).toMatchObject({ item: { id: 'T17' } });
    expect(matchBuilder(plan, '袁州区政府')).toMatchObject({ kind: 'alias', item: { name: '袁州区' } });
    expect(matchBuilder(plan, '经济开发区')).toMatchObject({ kind: 'near' });
  });
});
