import { requiredBlank } from '../../../src/audit/rules/required-blank';
import { schoolsComplete } from '../../../src/audit/rules/schools-complete';
import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

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

  test('may hold one under a name that comes near', () =>
    expect(of([...own.slice(1).map(({ name }) => name), `${own[0]?.name ?? ''}校`, '合成学校'])).toEqual([]));

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

  test('is looked for in its part of the table, else in the header', () => {
    const at = (...rows: readonly Row[]) =>
      said(
        schoolsComplete,
        { grid: gridOf('序号 | 学校名称 | 规划班数 | 规划学位 | 建设主体', ...rows) },
        { unit: district },
      )[0];
    const [A, B]: readonly Row[] = [
      [1, '合成第一中学', 24, 1200, district],
      [1, '合成第一小学', 24, 1080, district],
    ];
    if (!A || !B) throw new Error('no rows');
    expect(at(['一、高中阶段'], A, ['三、小学'], B)).toBe('A2 missing →赣西中等职业技术学校');
    expect(at(['二、初中'], A, ['三、小学'], B)).toBe('A1:E1 missing →赣西中等职业技术学校');
  });

  test('that is missing explains sums that exceed their rows', () => {
    const reaches = (subtotal: CellValue, total: CellValue, ...more: readonly Row[]) =>
      reportsOf(
        schoolsComplete,
        {
          grid: gridOf(
            '序号 | 学校名称 | 规划班数 | 规划学位 | 建设主体',
            ['一、高中阶段'],
            ...(subtotal === null ? [] : [['小计：', null, subtotal, null] as Row]),
            [1, '合成第一中学', 24, 1200, district],
            [2, '合成第二中学', 24, 1200, district],
            ...more,
            ['合计', null, total, null],
          ),
        },
        { unit: district },
      )[0]?.causes.reaches?.rows;
    expect(reaches(104, 104)).toEqual([3, 4]);
    expect(reaches(48, 104)).toBeUndefined();
    expect(reaches(40, 104)).toBeUndefined();
    expect(reaches(null, 104)).toEqual([2, 3]);
    expect(reaches(null, 48)).toBeUndefined();
    expect(reaches(null, 40)).toBeUndefined();
    expect(reaches(null, null)).toBeUndefined();
    expect(reaches(null, 104, [3, '合成第三中学', null, 1200, district])).toBeUndefined();
    expect(reaches(null, 104, ['三、小学'], [1, '合成第一小学', 24, 1080, district])).toBeUndefined();
  });
});

describe('the list of the whole city', () => {
  const named = yichunPlan.schools.filter(({ name }) => name !== null);
  /** Annex 2 as published: stages with their subtotals and schools. `subtotal` of classes by stage, `land` of a school. */
  const whole = (
    change: {
      readonly without?: string;
      readonly subtotal?: Readonly<Record<string, CellValue>>;
      readonly name?: Readonly<Record<string, string>>;
      readonly classes?: Readonly<Record<string, CellValue>>;
    } = {},
    header = '序号 | 学校名称 | 规划班数 | 规划用地 | 建设主体',
  ): string =>
    gridOf(
      header,
      ...yichunPlan.stages.flatMap((stage) => [
        [stage.heading] as Row,
        ['小计：', null, change.subtotal?.[stage.id] ?? stage.subtotal.plannedClasses.value, null] as Row,
        ...named
          .filter(({ stage: own, name }) => own === stage.id && name !== change.without)
          .map(({ name, plannedClasses, builder }, i): Row => [
            i + 1,
            change.name?.[name ?? ''] ?? name,
            change.classes?.[name ?? ''] ?? plannedClasses.value,
            null,
            builder.value,
          ]),
      ]),
    );
  const of = (grid: string) =>
    reportsOf(schoolsComplete, { grid }).map(({ message, level, found, expected }) =>
      [message, level, found, expected].filter((part) => part !== '').join(' '),
    );

  test('has every school, or lacks one', () => {
    expect(of(whole())).toEqual([]);
    expect(of(whole({ without: '数圆小学' }))).toEqual(['missingCity warning 数圆小学']);
    expect(of(whole({ without: '数圆小学' }, '序号 | 学校名称 | 教师数 | 规划用地 | 建设主体'))).toEqual([
      'missingCity info 数圆小学',
    ]);
  });

  test('keeps the plan’s subtotals as long as its blanks are the plan’s', () => {
    expect(of(whole({ subtotal: { S2: 470 } }))).toEqual(['planSubtotal error 470 460']);
    // 54 + 24 + 30 + 40: what is filled in so far.
    expect(of(whole({ subtotal: { S2: 148 } }))).toEqual([]);
    expect(of(whole({ subtotal: { S2: 470 }, classes: { '春雨学校（暂名）': 20 } }))).toEqual([]);
    expect(of(whole({ subtotal: { S2: '见备注' } }))).toEqual([]);
    expect(of(whole({ subtotal: { S1: 170 } }))).toEqual([]);
    expect(of(whole({ subtotal: { S4: 12 } }))).toEqual([]);
  });

  test('under names that only come near is none to hold to the plan’s sums', () => {
    const miswritten = (count: number) =>
      Object.fromEntries(
        ['宜春市袁河小学', '宜春市第二小学', '温汤镇下巩小学', '赣西中等职业技术学校']
          .slice(0, count)
          .map((name) => [name, `${name}校`]),
      );
    expect(of(whole({ subtotal: { S5: 180 }, name: miswritten(3) }))).toEqual(['planSubtotal error 180 177']);
    expect(of(whole({ subtotal: { S5: 180 }, name: miswritten(4) }))).toEqual([]);
  });

  test('says of a changed subtotal what is right, and where', () => {
    const [one] = reportsOf(schoolsComplete, { grid: whole({ subtotal: { S2: 470 } }) });
    expect(one).toMatchObject({
      causes: { corrected: [460] },
      leansOn: [{ columns: [2], rows: [one?.place.area?.top] }],
    });
    expect([one?.leansOn[0]?.has(one.place.area?.top ?? 0), one?.leansOn[0]?.has(1)]).toEqual([true, false]);
  });
});
