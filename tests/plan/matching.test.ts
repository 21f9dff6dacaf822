import fc from 'fast-check';
import {
  areDistinctNames,
  leadingNumber,
  matchBuilder,
  matchFund,
  matchIndicator,
  matchMeasure,
  matchSchool,
  matched,
  mayBeSameSchool,
  splitDepartments,
  yichunPlan as plan,
} from '../../src/plan';

const nearest = (name: string) => {
  const match = matchSchool(plan, name);
  return match.kind === 'near' ? match.candidates[0].item.name : match.kind;
};

describe('which school a name means', () => {
  it.each([
    ['宜春市春华中学(暂名)', 'exact', '宜春市春华中学（暂名）'],
    ['宜春市 春华中学', 'exact', '宜春市春华中学（暂名）'],
    ['春华中学', 'alias', '宜春市春华中学（暂名）'],
    ['宜春三小', 'alias', '宜春市第三小学'],
    ['宜春市第3小学', 'exact', '宜春市第三小学'],
    ['市二小', 'alias', '宜春市第二小学'],
    ['宜春市第十五中学', 'exact', '宜春市十五中'],
    ['宜阳第二中学', 'exact', '宜阳二中'],
    ['宜春市职业中等专业学校', 'alias', '宜春市职业中等专业学校（开放大学）'],
    ['灵泉中心幼儿园', 'alias', '袁州区第二幼儿园（灵泉中心幼儿园）'],
    ['袁山学校（暂名）', 'alias', '暂名袁山学校（八中分校）'],
    ['北湖小学', 'exact', '北湖小学（暂名）'],
    ['北湖学校', 'exact', '北湖学校（暂名）'],
  ])('%s → %s %s', (name, kind, school) => {
    expect(matchSchool(plan, name)).toMatchObject({ kind, item: { name: school } });
  });

  it.each([
    ['宜春市春花中学', '宜春市春华中学（暂名）'],
    ['枫林学校', '枫林小学'],
    ['袁州区珠全街道中心幼儿园', '袁州区珠泉街道中心幼儿园'],
    ['袁山中学', '暂名袁山学校（八中分校）'],
  ])('proposes for %s: %s', (name, school) => {
    expect(nearest(name)).toBe(school);
  });

  it.each([
    ['another numbered school is no slip of the pen', '宜春市第四小学'],
    ['the plan keeps 明珠学校 apart from 明珠中学', '宜春市明珠学校'],
    ['shared words alone are no likeness', '袁州区金瑞街道中心幼儿园'],
    ['the city in front of a bare kind of school', '宜春中学'],
    ['nothing', ' '],
  ])('finds none: %s', (_, name) => {
    expect(matchSchool(plan, name).kind).toBe('none');
  });

  it('finds every school by its own name, however it is typed', () => {
    const named = plan.schools.filter((school) => school.name !== null);
    fc.assert(
      fc.property(fc.constantFrom(...named), fc.boolean(), fc.boolean(), fc.nat(20), (school, half, space, at) => {
        let name = school.name ?? '';
        if (half) name = name.normalize('NFKC');
        if (space) name = `${name.slice(0, at)}\u3000${name.slice(at)} `;
        expect(matchSchool(plan, name)).toEqual({ kind: 'exact', item: school });
      }),
    );
  });

  it('tells names apart that look alike', () => {
    expect(areDistinctNames(plan, '北湖小学', '北湖学校（暂名）')).toBe(true);
    expect(mayBeSameSchool(plan, '北湖小学', '北湖学校')).toBe(false);
    expect(mayBeSameSchool(plan, '宜春市第二小学', '宜春市第三小学')).toBe(false);
    expect(mayBeSameSchool(plan, '云台小学', '云台中学')).toBe(false);
    expect(mayBeSameSchool(plan, '春华中学', '春花中学')).toBe(true);
    expect(mayBeSameSchool(plan, '数圆小学', '宜春市数圆小学南校区')).toBe(true);
  });
});

describe('which builder a cell names', () => {
  it.each([
    ['袁州区', 'exact', '袁州区'],
    ['市 本 级', 'exact', '市本级'],
    ['市直', 'alias', '市本级'],
    ['袁州区政府', 'alias', '袁州区'],
    ['经开区管委会', 'alias', '经开区'],
  ])('%s → %s %s', (text, kind, name) => {
    expect(matchBuilder(plan, text)).toMatchObject({ kind, item: { name } });
  });

  it.each([
    ['经济开发区', '经开区'],
    ['宜阳区', '宜阳新区'],
    ['袁洲区', '袁州区'],
  ])('only proposes for %s: %s', (text, name) => {
    expect(matchBuilder(plan, text)).toMatchObject({ kind: 'near', candidates: [{ item: { name } }] });
  });

  it('finds none for another city', () => expect(matchBuilder(plan, '丰城市').kind).toBe('none'));
});

describe('which entry of annex 1 or 3 a cell means', () => {
  it('reads funds without quotation marks and with a number in front', () => {
    expect(matched(matchFund(plan, '8.双减工作专项'))?.id).toBe('F08');
    expect(matchFund(plan, '教学质量奖')).toMatchObject({ kind: 'near', candidates: [{ item: { id: 'F01' } }] });
    expect(matchFund(plan, '校园绿化').kind).toBe('none');
  });

  it('knows a measure by its title, with or without the text behind it', () => {
    for (const measure of plan.measures) {
      expect(matched(matchMeasure(plan, `${measure.sequence}.${measure.title}。${measure.text}`))).toBe(measure);
      expect(matched(matchMeasure(plan, measure.title.normalize('NFKC')))).toBe(measure);
    }
  });

  it('proposes the measure of the same number where the words are of no help', () => {
    expect(matchMeasure(plan, '实施补短板工程')).toMatchObject({ kind: 'near', candidates: [{ item: { id: 'R05' } }] });
    expect(matchMeasure(plan, '17.优化奖励改革')).toMatchObject({
      kind: 'near',
      candidates: [{ item: { id: 'R17' } }],
    });
    expect(leadingNumber('８完善教师区域流动制度')).toBe(8);
  });

  it('splits departments that were written on without a mark', () => {
    expect(splitDepartments(plan, '市委组织部市委宣传部')).toEqual(['市委组织部', '市委宣传部']);
    expect(splitDepartments(plan, '市教体局\n市水利局、“四区”政府(管委会)')).toEqual([
      '市教体局',
      '市水利局',
      '“四区”政府（管委会）',
    ]);
  });
});

describe('which target a cell means', () => {
  it.each([
    ['学前三年毛入园率（%）', '%', 'T01'],
    ['高中毛入学率', '%', 'T03'],
    ['其中：初中', '所', 'T09'],
    ['其中：初中', '万个', 'T17'],
    ['初中新增学位', '个', 'T17'],
    ['新增特殊教育学校', '所', 'T13'],
    ['新增学位（万个）', null, 'T14'],
    ['“教育中心”建设', '个', 'T21'],
  ])('%s in %s → %s', (text, unit, id) => {
    expect(matched(matchIndicator(plan, text, unit))?.id).toBe(id);
  });

  it('does not guess what a bare stage counts', () => expect(matchIndicator(plan, '初中').kind).toBe('none'));
});
