import { requiredBlank } from '../../../src/audit/rules/required-blank';
import { schoolsComplete } from '../../../src/audit/rules/schools-complete';
import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf } from '../rule-desk';

type Row = readonly CellValue[];

describe('blanks of a copy of the plan', () => {
  /** Junior schools as the plan shows them, with its blanks; `change` by name. */
  const copy = (change: Readonly<Record<string, Row>> = {}) => {
    const schools = yichunPlan.schools.filter(({ name }) => name !== null);
    const rows = yichunPlan.stages.flatMap((stage) => [
      [stage.heading] as Row,
      ...schools
        .filter((school) => school.stage === stage.id)
        .map(
          (school, i): Row =>
            change[school.name ?? ''] ?? [
              i + 1,
              school.name,
              school.plannedClasses.value,
              school.plannedSeats.value,
              school.plannedLand.value,
            ],
        ),
    ]);
    return gridOf('序号 | 学校名称 | 规划班数 | 规划学位 | 规划用地', ...rows);
  };
  const levels = (grid: string) => new Set(reportsOf(requiredBlank, { grid }).map(({ level }) => level));
  test('are the plan’s own', () => expect([...levels(copy())].filter((level) => level === 'error')).toEqual([]));
});

describe('the list of schools', () => {
  const district = '袁州区';
  const own = yichunPlan.schools.filter(({ name, builder }) => name !== null && builder.value === district);
  const of = (names: readonly (string | null)[], header = '序号 | 学校名称 | 规划班数 | 规划学位 | 建设主体') =>
    reportsOf(
      schoolsComplete,
      { grid: gridOf(header, ...names.map((name, i): Row => [i + 1, name, 24, 1080, district])) },
      { unit: district },
    ).map(({ message, level, expected }) => `${message} ${level} ${expected}`);

  test('of a district lacks those that the plan gives it', () => {
    const names = own.map(({ name }) => name);
    expect(of(names)).toEqual([]);
    expect(of([...names.slice(1), '合成学校'])).toEqual([`missing warning ${names[0] ?? ''}`]);
    expect(
      reportsOf(schoolsComplete, {
        grid: gridOf('序号 | 学校名称 | 规划班数', [1, names[1] ?? '', 24], [2, '合成学校', 24]),
      }).map(({ message }) => message),
    ).toEqual([]);
  });

  test('a row without a name may be the one that is missing', () => {
    const grid = gridOf(
      '序号 | 学校名称 | 规划班数 | 规划学位 | 建设主体',
      [1, null, 24, 1080, district],
      [2, '合成学校', 24, 1080, district],
    );
    const [one] = reportsOf(schoolsComplete, { grid }, { unit: district });
    const [leans] = one?.leansOn ?? [];
    expect([leans?.columns, leans?.rows, leans?.has(1), leans?.has(2)]).toEqual([[1], [1], true, false]);
  });
});
