import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baselineFromFile, captureBaseline } from '../../src/fill';
import { yichunPlan, type Plan, type PlanSchool } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { bookOf } from './desk';

const OPTIONS = { source: '某文件.plan.json', capturedOn: '2024-01-01' };
const CAPTURED = { source: '附件存档件（合成数据）', capturedOn: '2023-06-30' };

const from = (file: Plan, accepted: readonly string[] = [], plan = yichunPlan) =>
  baselineFromFile(file, plan, { ...OPTIONS, accepted: new Set(accepted) });
const withSchool = (id: string, change: Partial<PlanSchool>): Plan => ({
  ...yichunPlan,
  schools: yichunPlan.schools.map((school) => (school.id === id ? { ...school, ...change } : school)),
});
const shown = <T>(value: T) => ({ value, source: '合成数据' });
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** What `plancheck plan --capture` keeps of an annex with another number of seats for 第十中学 (合成数据). */
function captured(seats: number): Plan {
  const book = bookOf([
    ['序号', '学校名称', '规划班数(个)', '规划学位(个)', '规划用地(亩)', '建设主体', '备注'],
    ['一、高中阶段'],
    [3, '宜春市第十中学', 48, seats, 200, '市本级', null],
  ]);
  const accepted = new Set(['S1.3.plannedSeats', 'S1.sum.plannedSeats']);
  return captureBaseline(book, recognizeWorkbook(book, yichunPlan), yichunPlan, { ...CAPTURED, accepted }).plan;
}

describe('a baseline that was captured elsewhere', () => {
  test('adds what the public text lost, and stays what it was, with its own source', () => {
    const file = captured(2400);
    const read = from(file);
    expect(read.open).toEqual([]);
    expect(read.filled).toBe(2);
    expect(read.plan).toEqual(file);
    expect(read.plan.baseline).toMatchObject(CAPTURED);
  });

  test('that contradicts a published figure needs a yes here too; who captured it has said yes, and is named', () => {
    const file = captured(2500);
    const read = from(file);
    expect(idsOf(read.open)).toEqual(['S1.3.plannedSeats', 'S1.sum.plannedSeats']);
    expect(read.open[0]?.text).toBe('宜春市第十中学 规划学位：公开文本为 2400，文件为 2500。登记该文件时已有人确认。');
    expect(read.plan.baseline?.accepted).toEqual([]);
    const agreed = from(file, idsOf(read.open));
    expect(agreed.open).toEqual([]);
    expect(agreed.plan.baseline?.accepted).toEqual([
      'S1.3.plannedSeats 宜春市第十中学 规划学位：公开文本为 2400，文件为 2500。',
      expect.stringContaining('S1.sum.plannedSeats'),
    ]);
  });

  test.each<readonly [string, Plan, string]>([
    ['a figure', withSchool('S2.1', { plannedClasses: shown(50) }), 'S2.1.plannedClasses'],
    ['a builder', withSchool('S2.1', { builder: shown('经开区') }), 'S2.1.builder'],
    ['a name', withSchool('S2.1', { name: '别的学校' }), 'S2.1.name'],
    ['a figure that follows from published ones', withSchool('S1.3', { plannedLand: shown(210) }), 'S1.3.plannedLand'],
    ['the absence of a school', { ...yichunPlan, schools: yichunPlan.schools.slice(1) }, 'S1.1.row'],
    [
      'a school of its own',
      { ...yichunPlan, schools: [...yichunPlan.schools, { ...yichunPlan.schools[0]!, id: 'X' }] },
      'X.row',
    ],
    ['a total of funds', { ...yichunPlan, fundTotal: shown(1) }, 'funds.total'],
    [
      'the departments of a measure',
      { ...yichunPlan, measures: yichunPlan.measures.map((one) => ({ ...one, departments: [] })) },
      'R01.departments',
    ],
    [
      'a target',
      { ...yichunPlan, indicators: yichunPlan.indicators.map((one) => ({ ...one, target: one.target && 1 })) },
      `${yichunPlan.indicators[0]?.id}.target`,
    ],
    ['another plan altogether', { ...yichunPlan, id: 'other', title: '另一份方案' }, 'plan'],
  ])('asks about %s', (_, file, id) => {
    expect(idsOf(from(file).open)).toContain(id);
    expect(idsOf(from(file, [id]).open)).not.toContain(id);
  });

  test('the published plan itself contradicts nothing, and the source is the file where it names none', () => {
    const read = from(yichunPlan);
    expect(read.open).toEqual([]);
    expect(read.filled).toBe(0);
    expect(read.plan.baseline).toMatchObject(OPTIONS);
  });

  test('targets are told, never taken', () => {
    const file = {
      ...yichunPlan,
      indicators: yichunPlan.indicators.map((one) => ({ ...one, target: one.target && 1 })),
    };
    expect(from(file, idsOf(from(file).open)).plan.indicators).toEqual(yichunPlan.indicators);
  });

  test('another city’s plan is one question, and is taken as it is', () => {
    const path = join('samples/plans', '合成数据-临澜市.plan.json');
    const other = JSON.parse(readFileSync(path, 'utf8')) as Plan;
    expect(from(other).open.map(({ text }) => text)).toEqual([expect.stringContaining('临澜市')]);
    expect(from(other, ['plan']).plan).toMatchObject({ schools: other.schools, indicators: other.indicators });
  });
});
