import { SCHOOL_MEASURES, yichunPlan as plan, type SchoolMeasure } from '../../src/plan';
import { loadPlan } from '../../src/plan/schema';
import data from '../../src/plan/data/yichun.json';

const everySource = (node: unknown): string[] => {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'source' && typeof value === 'string' ? [value] : everySource(value),
  );
};
const everyText = (node: unknown): string[] => {
  if (typeof node === 'string') return [node];
  return node !== null && typeof node === 'object' ? Object.values(node).flatMap(everyText) : [];
};

describe('the plan that comes with the program', () => {
  it('passes the schema', () => {
    const loaded = loadPlan(data);
    expect(loaded).toEqual({ ok: true, plan });
  });

  it('has the published number of stages, rows, targets, measures and funds', () => {
    expect(plan.stages.map(({ name, expectedRows }) => [name, expectedRows])).toEqual([
      ['高中阶段', 3],
      ['初中', 11],
      ['小学', 10],
      ['专门学校', 1],
      ['幼儿园', 13],
      ['特殊教育学校', 1],
    ]);
    expect([plan.schools, plan.indicators, plan.measures, plan.funds].map(({ length }) => length)).toEqual([
      39, 21, 18, 10,
    ]);
    expect(plan.schools.filter(({ name }) => name === null).map(({ id }) => id)).toEqual(['S2.3', 'S5.12']);
  });

  it('adds up where the annex shows every cell of a section', () => {
    for (const measure of ['plannedClasses', 'plannedSeats'] as const) {
      const rows = plan.schools.filter(({ stage }) => stage === 'S1');
      const sum = rows.reduce((total, school) => total + (school[measure].value ?? NaN), 0);
      expect(sum).toBe(plan.stages[0]?.subtotal[measure].value);
    }
  });

  it('determines the land of 第十中学 by the subtotal and nothing else', () => {
    const tenth = plan.schools.find(({ name }) => name === '宜春市第十中学');
    const [land, others] = [plan.stages[0]?.subtotal.plannedLand.value ?? NaN, 91.4 + 200];
    expect(tenth?.plannedLand.value).toBeNull();
    expect(tenth?.derivations.plannedLand).toMatchObject({ value: 200, unique: true });
    expect(land - others).toBeCloseTo(200);
  });

  it('never uses a figure whose column is uncertain as a reference', () => {
    const uncertain = plan.schools.flatMap((school) =>
      SCHOOL_MEASURES.filter((measure) => school[measure].uncertain !== undefined).map((measure) => [
        school.name,
        measure,
        school[measure].value,
        school[measure].uncertain,
      ]),
    );
    expect(uncertain).toEqual([
      ['宜春市春华中学（暂名）', 'plannedClasses', null, 36],
      ['宜春市春华中学（暂名）', 'plannedSeats', null, 1800],
      ['宜春市明珠中学', 'plannedLand', null, 47],
      ['数圆小学', 'plannedLand', null, 43],
      ['金园小学', 'plannedLand', null, 45],
    ]);
    for (const [name] of uncertain) {
      expect(plan.schools.find((school) => school.name === name)?.notes.length).toBeGreaterThan(0);
    }
  });

  it('says where every value stands in words, not by lines of a text file', () => {
    const sources = everySource(plan);
    expect(sources.length).toBeGreaterThan(200);
    for (const source of sources) {
      expect(source).toMatch(/^(?:正文|附件[123]|《|地方|中等)/u);
      expect(source).not.toMatch(/L\d/u);
    }
  });

  it('shows Chinese text with full-width punctuation', () => {
    const halfWidth = everyText(plan).filter(
      (text) => /[\u4e00-\u9fff]/u.test(text) && /[,;:()]/u.test(text.replace(/\d,\d{3}/gu, '')),
    );
    expect(halfWidth).toEqual([]);
  });

  it('keeps the kinds of notes apart', () => {
    const kindOf = (id: string) => plan.notes.find((note) => note.id === id)?.kind;
    expect(['PN01', 'PN05', 'PN08'].map(kindOf)).toEqual(['contradiction', 'contradiction', 'contradiction']);
    expect(['PN12', 'PN35'].map(kindOf)).toEqual(['gap', 'gap']);
    expect(['PN10', 'PN21', 'PN43'].map(kindOf)).toEqual(['loss', 'loss', 'loss']);
    expect(kindOf('PN13')).toBe('remark');
  });

  it('gives the figures that the contradictions speak of', () => {
    const target = (id: string) => plan.indicators.find((indicator) => indicator.id === id)?.target ?? NaN;
    const schools = ['T07', 'T08', 'T09', 'T10', 'T11', 'T12', 'T13'].reduce((sum, id) => sum + target(id), 0);
    expect([schools, target('T06')]).toEqual([40, 39]);
    const seats = (measure: SchoolMeasure, stage: string) =>
      plan.stages.find(({ id }) => id === stage)?.subtotal[measure].value;
    expect(seats('plannedSeats', 'S5')).toBe(5310);
    expect(target('T19') * 10000).toBeCloseTo(5600);
  });
});
