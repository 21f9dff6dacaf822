import { schoolsOf, yichunPlan, type PlanSchool } from '../../../src/plan';
import type { Random } from '../random';

/** 合成数据: one school of a submission. What the plan shows is the plan's; the rest is made up and consistent. */
export interface SchoolFigures {
  readonly id: string;
  readonly stage: string;
  readonly name: string;
  readonly unit: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  readonly kind: string;
  readonly status: string;
  /** Excel day numbers; null where it has not come to that. */
  readonly start: number | null;
  readonly due: number;
  readonly done: number | null;
  /** 万元. */
  readonly invest: number;
  readonly before: number;
  readonly month: number;
  readonly paid: number;
  readonly formed: number;
  /** Floor area, m². */
  readonly area: number;
  readonly person: string;
  readonly phone: string;
  readonly remark: string;
}

export interface Figures {
  readonly year: number;
  readonly month: number;
  readonly schools: readonly SchoolFigures[];
  readonly preparer: string;
  readonly reviewer: string;
  readonly phone: string;
}

/** Excel's day number. */
export const serial = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;

export const dateOf = (day: number): Date => new Date((day - 25_569) * 86_400_000);

export const UNITS = ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'] as const;

/** Who builds what: the plan where it says so, else plausible. */
const UNIT_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['S1.1', 'S1.3', 'S2.9', 'S2.11', 'S3.1', 'S3.10', 'S4.1', 'S5.3', 'S6.1'].map((id) => [id, '市本级']),
  ),
  ...Object.fromEntries(['S2.1', 'S2.2', 'S2.7', 'S2.8', 'S3.2', 'S3.6'].map((id) => [id, '宜阳新区'])),
  ...Object.fromEntries(['S2.5', 'S2.10', 'S3.7'].map((id) => [id, '经开区'])),
  ...Object.fromEntries(['S3.4', 'S3.5'].map((id) => [id, '明月山区'])),
};

const SIZE: Readonly<Record<string, number>> = { S1: 50, S2: 50, S3: 45, S4: 50, S5: 30, S6: 12 };
const SURNAMES = '王李张刘陈杨黄周吴徐胡朱林何郭罗';
const GIVEN = ['志强', '晓燕', '建华', '丽萍', '海军', '文斌', '小红', '国平', '雪梅', '俊杰', '玉兰', '云飞'];

export const personName = (random: Random): string => random.pick([...SURNAMES]) + random.pick(GIVEN);
const phoneNumber = (random: Random): string => `13${random.whole(4, 9)}${random.whole(10_000_000, 99_999_999)}`;

const SHARE: Readonly<Record<string, readonly [number, number]>> = {
  未开工: [0, 0],
  前期: [1, 4],
  在建: [20, 48],
  主体封顶: [50, 68],
  装修施工: [70, 84],
  基本完工: [86, 96],
  已完工: [97, 99],
  投入使用: [100, 100],
};

function statusOf(remark: string, random: Random): string {
  if (remark.includes('基本完工')) return '基本完工';
  if (remark.includes('一期已完工')) return '在建';
  if (remark.includes('已完工')) return '已完工';
  if (remark.includes('装修施工')) return '装修施工';
  return random.pick(Object.keys(SHARE));
}

function kindOf(school: PlanSchool): string {
  const remark = school.remark.value ?? '';
  for (const [word, kind] of [
    ['迁建', '迁建'],
    ['扩建', '改扩建'],
    ['改造', '改造'],
    ['配建', '配建'],
    ['回购', '回购'],
  ] as const)
    if (remark.includes(word)) return kind;
  return school.name?.includes('小区配套') ? '配建' : '新建';
}

function drawSchool(school: PlanSchool, year: number, month: number, random: Random): SchoolFigures {
  const size = SIZE[school.stage] ?? 50;
  const plannedSeats = school.plannedSeats.value;
  // Small enough that a stage never has more than the plan's subtotal for it.
  const drawn = school.stage === 'S5' ? random.whole(3, 4) * 3 : random.whole(4, school.stage === 'S2' ? 7 : 6) * 6;
  const classes =
    school.plannedClasses.value ??
    school.derivations.plannedClasses?.value ??
    (plannedSeats === null ? drawn : Math.round(plannedSeats / size));
  const seats = plannedSeats ?? classes * size;
  const land =
    school.plannedLand.value ??
    (school.derivations.plannedLand?.unique ? school.derivations.plannedLand.value : null) ??
    Math.round((seats * random.whole(12, 18)) / 66.667) / 10;
  const remark = school.remark.value ?? '';
  const status = statusOf(remark, random);
  const [low, high] = SHARE[status] ?? [0, 0];
  const invest = Math.round((seats * random.whole(30, 45)) / 100) * 10;
  const paid = low === 100 ? invest : Math.round((invest * random.whole(low * 10, high * 10)) / 1000);
  const isDone = status === '已完工' || status === '投入使用';
  const thisMonth = paid === 0 || isDone ? 0 : Math.max(1, Math.round((paid * random.whole(4, 12)) / 100));
  const isBegun = low >= 20;
  /** The plan of August 2022 already found it well advanced or finished. */
  const isOld = /完工|装修/u.test(remark);
  const begun = isOld ? 2021 : year - (isDone ? 2 : 1);
  const finished = isOld
    ? serial(2022, random.whole(3, 7), 20)
    : serial(year, month - random.whole(2, 8), random.whole(5, 25));
  const done = isDone ? finished : null;
  return {
    id: school.id,
    stage: school.stage,
    name: school.name ?? '',
    unit: school.builder.value ?? UNIT_OF[school.id] ?? '袁州区',
    classes,
    seats,
    land: Math.round(land * 100) / 100,
    kind: kindOf(school),
    status,
    start: isBegun ? serial(begun, random.whole(1, isOld ? 2 : month), random.whole(3, 27)) : null,
    due: done === null ? serial(year, month + random.whole(3, 14), 28) : done + random.whole(0, 40),
    done,
    invest,
    before: paid - thisMonth,
    month: thisMonth,
    paid,
    formed: isDone ? seats : 0,
    area: Math.round(seats * random.whole(8, 12) * 0.1) * 10,
    person: personName(random),
    phone: phoneNumber(random),
    remark,
  };
}

export function drawFigures(random: Random): Figures {
  const [year, month] = random.pick([
    [2023, 6],
    [2023, 9],
    [2023, 10],
    [2024, 3],
    [2024, 5],
  ] as const);
  const schools = yichunPlan.schools
    .filter((school) => school.name !== null)
    .map((school) => drawSchool(school, year, month, random));
  return {
    year,
    month,
    schools,
    preparer: personName(random),
    reviewer: personName(random),
    phone: phoneNumber(random),
  };
}

export const ofUnit = (figures: Figures, unit: string): SchoolFigures[] =>
  figures.schools.filter((school) => school.unit === unit);

/** The plan's own row of a school. */
export function planned(id: string): PlanSchool | null {
  const stage = id.split('.')[0] ?? '';
  return schoolsOf(yichunPlan, stage).find((school) => school.id === id) ?? null;
}

export const stageName = (id: string): string => yichunPlan.stages.find((stage) => stage.id === id)?.name ?? '';
