import { yichunPlan, type PlanSchool, type SchoolMeasure } from '../../../src/plan';
import type { Random } from '../random';

/** Year, month, day. */
export type Day = readonly [number, number, number];

/** A school as a unit reports it: the plan's figures where the plan has them, plausible ones (合成数据) elsewhere. */
export interface Project {
  readonly plan: PlanSchool;
  readonly name: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  readonly builder: string;
  readonly remark: string;
  readonly status: string;
  readonly start: Day | null;
  readonly due: Day;
  readonly done: Day | null;
  readonly formed: number;
  /** 万元: whole investment, up to last month, this month. */
  readonly cost: number;
  readonly before: number;
  readonly current: number;
  /** Six months that make up what was spent this year. */
  readonly months: readonly number[];
  readonly yearPlan: number;
  readonly progress: string;
}

export interface Figures {
  readonly year: number;
  readonly month: number;
  readonly projects: readonly Project[];
  readonly people: readonly [string, string];
  readonly phone: string;
}

/** Which unit reports which school; the plan's own word where it has one. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  市本级: ['S1.1', 'S1.3', 'S2.9', 'S2.11', 'S3.1', 'S3.10', 'S4.1', 'S5.3', 'S6.1'],
  袁州区: ['S1.2', 'S2.4', 'S2.7', 'S3.2', 'S3.7', 'S3.8', 'S5.1', 'S5.2', 'S5.4', 'S5.5', 'S5.9', 'S5.10', 'S5.13'],
  宜阳新区: ['S2.1', 'S2.2', 'S2.8', 'S3.3', 'S3.6', 'S5.6', 'S5.7', 'S5.11'],
  经开区: ['S2.5', 'S2.6', 'S2.10', 'S3.9', 'S5.8'],
  明月山区: ['S3.4', 'S3.5'],
};
export const UNIT_NAMES: readonly string[] = Object.keys(UNITS);

/** What the remarks of the plan say about the state of a building. */
const STATES: Readonly<Record<string, string>> = {
  'S1.2': '装修施工',
  'S2.1': '基本完工',
  'S2.9': '基本完工',
  'S3.1': '基本完工',
  'S3.3': '装修施工',
  'S3.5': '已完工',
  'S4.1': '在建',
};

const SHARES: Readonly<Record<string, readonly [number, number]>> = {
  未开工: [0, 0],
  在建: [25, 50],
  主体封顶: [52, 68],
  装修施工: [70, 85],
  基本完工: [88, 95],
  已完工: [97, 100],
  投入使用: [98, 100],
};

const WORDS: Readonly<Record<string, string>> = {
  未开工: '正在办理用地、规划许可手续，尚未开工',
  在建: '正在进行主体结构施工',
  主体封顶: '主体结构已封顶，正在砌筑墙体',
  装修施工: '主体已完成，正在进行内外装修',
  基本完工: '土建及装修基本完工，正在收尾',
  已完工: '已完工并通过竣工验收',
  投入使用: '已竣工验收并投入使用',
};

export function drawFigures(random: Random): Figures {
  const month = 6;
  const projects = UNIT_NAMES.flatMap((unit) =>
    (UNITS[unit] ?? []).map((id) => {
      const school = yichunPlan.schools.find((one) => one.id === id);
      if (!school) throw new Error(`no school ${id}`);
      return drawProject(school, unit, month, random);
    }),
  );
  return {
    year: 2024,
    month,
    projects,
    people: [random.pick(['李文静', '黄志强', '彭小燕', '易建平']), random.pick(['张国华', '刘晓东', '钟丽萍'])],
    phone: `0795-32${random.whole(10000, 99999)}`,
  };
}

/** What the plan shows for the measure, near enough to be read off its text; `null` where it is silent. */
function planned(school: PlanSchool, measure: SchoolMeasure): number | null {
  const derived = school.derivations[measure];
  return school[measure].value ?? school[measure].uncertain ?? derived?.value ?? null;
}

function drawProject(plan: PlanSchool, builder: string, month: number, random: Random): Project {
  const size = { S1: 50, S2: 50, S3: 45, S4: 30, S5: 30, S6: 12 }[plan.stage] ?? 50;
  const shown = planned(plan, 'plannedSeats');
  const drawn = plan.stage === 'S5' ? random.pick([9, 12, 15]) : random.pick([24, 30, 36]);
  const classes = planned(plan, 'plannedClasses') ?? (shown === null ? drawn : shown / size);
  const seats = shown ?? classes * size;
  const land = planned(plan, 'plannedLand') ?? Math.round(seats * (0.026 + random.next() * 0.01) * 10) / 10;
  const status =
    STATES[plan.id] ?? random.pick(['未开工', '在建', '在建', '主体封顶', '装修施工', '投入使用', '投入使用']);
  const isDone = status === '已完工' || status === '投入使用';
  const start: Day | null = status === '未开工' ? null : [2022, random.whole(3, 11), random.whole(1, 28)];
  const done: Day | null = isDone ? [2024, random.whole(1, month - 2), random.whole(1, 28)] : null;
  const cost = Math.round((seats * (2.4 + random.next() * 1.6)) / 10) * 10;
  const [low, high] = SHARES[status] ?? [0, 0];
  const spent = Math.round((cost * random.whole(low, high)) / 100);
  const months = Array.from({ length: 6 }, () =>
    status === '未开工' || isDone ? 0 : Math.round(spent * (0.02 + random.next() * 0.05)),
  );
  const current = months.at(-1) ?? 0;
  return {
    plan,
    name: plan.name ?? '',
    classes,
    seats,
    land,
    builder,
    remark: plan.remark.value ?? '',
    status,
    start,
    done,
    due: isDone ? [2024, month - 1, 30] : status === '未开工' ? [2025, random.whole(8, 12), 30] : [2024, 12, 31],
    formed: isDone ? seats : 0,
    cost,
    before: spent - current,
    current,
    months,
    yearPlan: Math.round(months.reduce((a, b) => a + b, 0) * (1.2 + random.next() * 0.6)),
    progress: WORDS[status] ?? '',
  };
}

/** Excel's day number. */
export function serial([year, month, day]: Day): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

export function projectsOf(figures: Figures, unit: string): readonly Project[] {
  return figures.projects.filter((project) => project.builder === unit);
}
