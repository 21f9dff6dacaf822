import { achievedSchools, achievedSeats } from '../../src/fill/gaps/achieved';
import { makeGap, periodsLeft, type GapParts } from '../../src/fill/gaps/make-gap';
import { schoolFact as school } from './made-up-fact';

describe('seats that schools have formed', () => {
  const column = { hasFormedSeats: true };

  test('are those reported; who reported none is counted and told', () => {
    const facts = [
      school('甲校', { ...column, formedSeats: 300 }),
      school('乙校', { ...column, formedSeats: 0 }),
      school('丙校', { ...column, progress: 'done' }),
    ];
    expect(achievedSeats(facts)).toEqual({
      value: 300,
      nearlyDone: null,
      basis: '已形成学位列',
      remarks: ['尚有 1 所未填已形成学位，未计入'],
      why: null,
    });
    expect(achievedSeats(facts.slice(0, 2)).remarks).toEqual([]);
  });

  test('are inferred from progress where the column is blank or not there', () => {
    const facts = [
      school('甲校', { ...column, progress: 'done' }),
      school('乙校', { progress: 'nearly', plannedSeats: 500 }),
      school('丙校', { progress: 'open' }),
      school('丁校'),
    ];
    expect(achievedSeats(facts)).toMatchObject({
      value: 1000,
      nearlyDone: 500,
      remarks: ['尚有 1 所没有可以判断的形象进度，未计入'],
      why: null,
    });
    expect(achievedSeats(facts.slice(0, 3)).remarks).toEqual([]);
    expect(achievedSeats(facts.slice(1, 3))).toMatchObject({ value: 0, nearlyDone: 500 });
  });

  test('of a school that is done and has no planned seats are unknown, and it is named', () => {
    const done = (name: string) => school(name, { progress: 'done', plannedSeats: null });
    expect(achievedSeats([done('甲校'), school('乙校', { progress: 'done' })])).toMatchObject({
      value: 1000,
      remarks: ['已完工而没有规划学位，未计入：甲校'],
    });
    expect(achievedSeats(['甲校', '乙校', '丙校'].map(done)).why).toBe(
      '已完工学校没有规划学位，无法折算：甲校、乙校、丙校',
    );
    expect(achievedSeats(['甲校', '乙校', '丙校', '丁校'].map(done))).toEqual({
      value: null,
      nearlyDone: null,
      basis: '',
      remarks: [],
      why: '已完工学校没有规划学位，无法折算：甲校、乙校、丙校 等 4 所',
    });
    const nearly = school('甲校', { progress: 'nearly', plannedSeats: null });
    expect(achievedSeats([nearly])).toMatchObject({ value: 0, nearlyDone: 0 });
  });

  test('are unknown without a school, and without a word on progress', () => {
    expect(achievedSeats([]).why).toBe('工作簿中没有相应的学校');
    expect(achievedSeats([school('甲校', column)]).why).toBe('没有填写已形成学位，也没有可以判断的形象进度');
  });
});

describe('schools that are built', () => {
  const facts = [
    school('甲校', { progress: 'done' }),
    school('乙校', { progress: 'nearly' }),
    school('丙校', { progress: 'open' }),
  ];
  test('are counted by progress, those nearly done apart, those without a word told', () => {
    expect(achievedSchools(facts)).toMatchObject({ value: 1, nearlyDone: 1, remarks: [], why: null });
    expect(achievedSchools([...facts, school('丁校')]).remarks).toEqual(['尚有 1 所没有可以判断的形象进度，未计入']);
    expect(achievedSchools(facts.slice(2))).toMatchObject({ value: 0, nearlyDone: 0 });
  });
  test('are unknown without a school, and without a word on progress', () => {
    expect(achievedSchools([])).toMatchObject({ value: null, why: '工作簿中没有相应的学校' });
    expect(achievedSchools([school('甲校')])).toMatchObject({ value: null, why: '没有可以判断的形象进度' });
  });
});

describe('a target and what is achieved', () => {
  const parts: GapParts = {
    id: 'indicator:X', scope: 'indicator', name: '合成指标', unit: '所', target: 12, targetSource: '正文', achieved: 9,
    basis: '目标表', why: '未填', until: 2025,
  }; // prettier-ignore

  test('give the gap and the rate', () =>
    expect(makeGap(parts, {})).toEqual({
      id: 'indicator:X', scope: 'indicator', name: '合成指标', unit: '所', target: 12, targetSource: '正文', achieved: 9,
      basis: '目标表', gap: 3, gapUnit: '所', rate: 75, seats: null, perPeriod: null, nearlyDone: null, why: null,
      alternatives: [], remarks: [], notes: [],
    })); // prettier-ignore

  test('have no gap where one of them is missing, and why', () => {
    expect(makeGap({ ...parts, achieved: null }, {})).toMatchObject({ gap: null, rate: null, why: '未填' });
    expect(makeGap({ ...parts, target: null }, {})).toMatchObject({ gap: null, rate: null, why: '未填' });
    expect(makeGap({ ...parts, target: 0, achieved: 3 }, {})).toMatchObject({ gap: -3, rate: null, why: null });
    const other = { label: '附件2', target: 11, source: '附件2' };
    expect(makeGap({ ...parts, achieved: null, alternatives: [other] }, {}).alternatives).toEqual([
      { ...other, gap: null },
    ]);
    expect(makeGap({ ...parts, alternatives: [other] }, {}).alternatives).toEqual([{ ...other, gap: 2 }]);
  });

  test('are free of calculation dust', () =>
    expect(makeGap({ ...parts, unit: '%', target: 5.18, achieved: 5.13 }, {})).toMatchObject({
      gap: 0.05,
      gapUnit: '百分点',
      rate: 99.034749,
      seats: null,
    }));

  test('are told in 个 and 万个 for seats', () => {
    const figures = {
      units: { target: 12_000, achieved: 9000, gap: 3000 },
      tenThousands: { target: 1.2, achieved: 0.9, gap: 0.3 },
    };
    expect(makeGap({ ...parts, unit: '个', target: 12_000, achieved: 9000 }, {}).seats).toEqual(figures);
    expect(makeGap({ ...parts, unit: '万个', target: 1.2, achieved: 0.9 }, {}).seats).toEqual(figures);
    expect(makeGap({ ...parts, unit: '个', achieved: null }, {}).seats).toEqual({
      units: { target: 12, achieved: null, gap: null },
      tenThousands: { target: 0.0012, achieved: null, gap: null },
    });
  });

  test('what is missing is spread over the periods that are left', () => {
    const asOf = (month: number, year = 2025) => ({ asOf: { year, month } });
    expect([3, 4, 11, 12].map((month) => periodsLeft(2025, asOf(month)))).toEqual([3, 3, 1, 0]);
    expect(periodsLeft(2025, { ...asOf(11), periodMonths: 1 })).toBe(1);
    expect(periodsLeft(2025, { ...asOf(12, 2023), periodMonths: 12 })).toBe(2);
    expect(periodsLeft(2025, asOf(6, 2026))).toBe(0);
    expect([periodsLeft(2025, {}), periodsLeft(2025, { asOf: null })]).toEqual([null, null]);
    expect(makeGap(parts, asOf(3)).perPeriod).toBe(1);
    expect(makeGap(parts, asOf(12)).perPeriod).toBeNull();
    expect(makeGap({ ...parts, achieved: 13 }, asOf(3)).perPeriod).toBe(0);
    expect(makeGap({ ...parts, achieved: 12 }, asOf(3)).perPeriod).toBe(0);
    expect(makeGap({ ...parts, achieved: null }, asOf(3)).perPeriod).toBeNull();
  });
});
