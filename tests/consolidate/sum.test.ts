import fc from 'fast-check';
import { consolidate, type ConsolidationInput } from '../../src/consolidate';
import { figuresOf, namedSchools, plan, submission } from './made-up';

const BUILDERS = plan.builders.map(({ name }) => name);

/** A made-up table of some of the plan's schools, each row with the part (unit or second file of a unit) it goes to. */
const partitionedTable = fc
  .record({
    rows: fc.array(
      fc.record({
        school: fc.constantFrom(...namedSchools),
        classes: fc.option(fc.integer({ min: 1, max: 90 })),
        seats: fc.option(fc.integer({ min: 1, max: 4000 })),
        land: fc.option(fc.integer({ min: 1, max: 30_000 }).map((hundredths) => hundredths / 100)),
        remark: fc.option(fc.constantFrom('在建', '=1+1', '+基本完工', '@迁建', '-')),
        part: fc.integer({ min: 0, max: 7 }),
      }),
      { maxLength: 36 },
    ),
    seed: fc.integer(),
  })
  .map(({ rows, seed }) => ({ rows: [...new Map(rows.map((row) => [row.school.id, row])).values()], seed }));

const cells = ({
  school,
  classes,
  seats,
  land,
  remark,
}: {
  school: { name: string };
  classes: number | null;
  seats: number | null;
  land: number | null;
  remark: string | null;
}) => [null, school.name, classes, seats, land, null, remark];

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  return [...items]
    .map((item, i) => ({ item, key: Math.sin(seed + i * 7919) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Remarks that begin like formulas must be cells of text, which the grid helper would take for formulas. */
const asText = (value: unknown) =>
  typeof value === 'string' && value.startsWith('=') ? { formula: value, value } : value;

describe('the sum', () => {
  it('is the table again, however it was divided and in whatever order the parts arrive', () => {
    fc.assert(
      fc.property(partitionedTable, ({ rows, seed }) => {
        const expected = Object.fromEntries(
          rows
            .map(({ school, classes, seats, land, remark }) => {
              const figures = {
                ...(classes === null ? {} : { plannedClasses: classes }),
                ...(seats === null ? {} : { plannedSeats: seats }),
                ...(land === null ? {} : { plannedLand: land }),
                ...(remark === null ? {} : { remark }),
              };
              return [school.name, figures] as const;
            })
            .filter(([, figures]) => Object.keys(figures).length > 0),
        );
        const parts = Array.from({ length: 8 }, (_, part) => rows.filter((row) => row.part === part));
        const files = parts.flatMap((own, part) =>
          own.length === 0
            ? []
            : [
                submission({
                  unit: BUILDERS[part % BUILDERS.length] ?? '',
                  fileName: `第${part}份.xlsx`,
                  period: '2023年6月',
                  rows: own.map(cells).map((row) => row.map(asText)) as never,
                }),
              ],
        );
        const outcome = consolidate(shuffled(files, seed), plan);
        expect(figuresOf(outcome.rows)).toEqual(expected);
        expect(outcome.unmatched).toEqual([]);
        expect(outcome).toEqual(consolidate(files, plan));
      }),
      { numRuns: 60 },
    );
  });

  it('has every school of the plan, blank where nobody reported, and never a 0 of its own', () => {
    const { rows } = consolidate([], plan);
    expect(rows.filter(({ kind }) => kind === 'schools')).toHaveLength(plan.schools.length);
    expect(rows.every(({ figures }) => Object.keys(figures).length === 0)).toBe(true);
  });

  it('brings other units of measure to the plan’s and knows the cell of every figure', () => {
    const file = submission({
      unit: '经开区',
      fileName: '经开区.xlsx',
      header: ['序号', '学校名称', '规划班数（个）', '规划学位（万个）', '规划用地（㎡）', '建设主体', '备注'],
      rows: [[1, '金湖学校', 50, 0.25, 20000, '经开区', null]],
    });
    const school = consolidate([file], plan).rows.find(({ name }) => name === '宜春市金湖学校');
    expect(school?.figures.plannedSeats).toMatchObject({
      value: 2500,
      origin: { unit: '经开区', file: '经开区.xlsx', sheet: '附件2', cell: 'D5' },
    });
    expect(school?.figures.plannedLand?.value).toBe(30);
  });

  it('keeps what only a person can read as it was written, and does not count it', () => {
    const file = submission({ unit: '袁州区', rows: [[1, '数圆小学', '24+12', '约1080', 20, '袁州区', null]] });
    const outcome = consolidate([file], plan);
    const school = outcome.rows.find(({ name }) => name === '数圆小学');
    expect(school?.figures.plannedSeats).toMatchObject({ value: '约1080', isUncounted: true });
    expect(outcome.findings.filter(({ message }) => message === 'words').map(({ found }) => found)).toEqual([
      '24+12',
      '约1080',
    ]);
  });

  it('lists rows that are none of the plan’s, with the names that they may mean', () => {
    const file = submission({
      unit: '袁州区',
      rows: [
        [1, '江丰小学', 24, 1080, 20, '袁州区', null],
        [2, '江峰小学', 24, 1000, 20, '袁州区', null],
        [3, '某某国际学校', 12, 500, 10, '袁州区', null],
      ],
    });
    const outcome = consolidate([file], plan);
    expect(outcome.unmatched.map(({ row }) => [row.name, row.candidates[0] ?? null])).toEqual([
      ['江峰小学', '江丰小学'],
      ['某某国际学校', null],
    ]);
    const differences = outcome.findings.filter(({ rule, level }) => rule === 'X05' && level === 'error');
    expect(differences).toHaveLength(1);
    expect(differences[0]?.text).toContain('规划学位合计1080，各单位所报之和2580，差1500');
  });

  it('adds up what several units report of one fund, and leaves blank what cannot be added', () => {
    const funds = (unit: string, amount: number, spent: number): ConsolidationInput =>
      submission({
        unit,
        header: ['序号', '项目名称', '具体内容', '安排金额（万元）', '已支出（万元）'],
        rows: [[1, '教育教学质量奖', '表彰', amount, spent]],
      });
    const outcome = consolidate([funds('市本级', 400, 100.1), funds('袁州区', 300, 50.2)], plan);
    const fund = outcome.rows.find(({ name }) => name === '教育教学质量奖');
    expect(fund?.figures.spent?.value).toBe(150.3);
    expect(fund?.figures.spent?.origin.unit).toBe('市本级；袁州区');
    expect(fund?.figures.amount).toBeUndefined();
    expect(outcome.findings.map(({ message }) => message)).toContain('disagree');
  });
});
