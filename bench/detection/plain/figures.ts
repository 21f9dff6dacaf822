import { yichunPlan, type PlanSchool } from '../../../src/plan';
import { day, type FundLine, type School, type TargetLine } from '../proof/figures';
import type { Random } from '../random';

/** 合成数据: the plan's figures stay; where the plan is silent rows are drawn so that the plan's own subtotals are met. */
export interface Figures {
  readonly schools: readonly School[];
  readonly funds: readonly FundLine[];
  readonly targets: readonly TargetLine[];
  /** The month reported on and its last day. */
  readonly year: number;
  readonly month: number;
  readonly end: number;
  readonly names: readonly string[];
  readonly states: readonly string[];
}

const BUILDERS: Readonly<Record<string, string>> = {
  'S1.3': '市本级', 'S2.2': '宜阳新区', 'S2.4': '袁州区', 'S2.6': '宜阳新区', 'S2.7': '宜阳新区', 'S2.8': '经开区',
  'S2.9': '市本级', 'S2.10': '经开区', 'S2.11': '市本级', 'S3.1': '市本级', 'S3.2': '袁州区', 'S3.3': '袁州区',
  'S3.5': '明月山区', 'S3.6': '宜阳新区', 'S3.7': '经开区', 'S3.8': '袁州区', 'S3.9': '经开区', 'S3.10': '市本级',
  'S4.1': '市本级', 'S5.3': '市本级', 'S5.6': '宜阳新区', 'S5.7': '经开区', 'S5.8': '宜阳新区', 'S6.1': '市本级',
}; // prettier-ignore

const STATUS_BY_PLAN: Readonly<Record<string, string>> = {
  'S1.2': '装修施工', 'S2.1': '基本完工', 'S2.9': '基本完工', 'S3.1': '基本完工', 'S3.3': '装修施工',
  'S3.5': '已完工', 'S4.1': '在建', 'S6.1': '在建',
}; // prettier-ignore

export function drawFigures(random: Random): Figures {
  const [year, month] = random.pick([
    [2023, 6],
    [2023, 9],
    [2023, 12],
    [2024, 3],
    [2024, 6],
  ] as const);
  const end = day(year, month + 1, 1) - 1;
  const sizes = new Map<string, readonly [number, number, number]>();
  for (const stage of yichunPlan.stages) fillStage(stage.id, sizes, random);
  let turn = random.whole(0, 5);
  const schools = yichunPlan.schools.flatMap((school) => {
    const size = sizes.get(school.id);
    return size && school.name !== null ? [drawSchool(school, size, end, turn++, random)] : [];
  });
  return {
    schools, year, month, end, funds: drawFunds(random), targets: drawTargets(schools, random),
    names: random.shuffled(['王建华', '李晓燕', '刘志强', '黄丽萍', '彭国平', '易小军', '袁春梅']),
    states: random.shuffled(['推进中', '已完成', '长期坚持']),
  }; // prettier-ignore
}

/** A whole split in parts of about the weights' size. */
function split(total: number, weights: readonly number[], digits: number, random: Random): number[] {
  const jittered = weights.map((weight) => weight * (1 + (random.next() - 0.5) * 0.06));
  const sum = jittered.reduce((a, b) => a + b, 0);
  const parts = jittered.map((weight) => Number(((weight / sum) * total).toFixed(digits)));
  const rest = total - parts.slice(1).reduce((a, b) => a + b, 0);
  return [Number(rest.toFixed(digits)), ...parts.slice(1)];
}

/** What the rows without a figure have in common: the subtotal less the others. */
function fillStage(id: string, sizes: Map<string, readonly [number, number, number]>, random: Random): void {
  const stage = yichunPlan.stages.find((one) => one.id === id);
  const rows = yichunPlan.schools.filter((school) => school.stage === id && school.name !== null);
  const isKindergarten = rows.length > 0 && (rows[0]?.name ?? '').includes('幼儿园');
  const [low, high] = isKindergarten ? [25, 35] : [40, 50];
  const known = (school: PlanSchool, field: 'plannedClasses' | 'plannedSeats' | 'plannedLand'): number | null => {
    const { value, uncertain } = school[field];
    const derived = school.derivations[field];
    if (value !== null) return value;
    return derived?.unique ? derived.value : (uncertain ?? null);
  };
  for (let attempt = 0; attempt < 500; attempt++) {
    const classes = rows.map((row) => {
      const count = known(row, 'plannedClasses');
      const seats = known(row, 'plannedSeats');
      if (count !== null || seats === null) return count;
      if (rows.length === 1) return random.pick([8, 9, 10, 12]);
      return Math.ceil(seats / random.whole(low + 1, high));
    });
    const seats = rows.map((row) => known(row, 'plannedSeats'));
    const land = rows.map((row) => known(row, 'plannedLand'));
    const shown = stage?.subtotal;
    fill(classes, shown?.plannedClasses.value, () => 1, 0, random);
    fill(seats, shown?.plannedSeats.value, (i) => classes[i] ?? 1, 0, random);
    fill(land, shown?.plannedLand.value, (i) => seats[i] ?? 1, random.whole(1, 2), random);
    const isFair = rows.every((_, i) => {
      const ratio = (seats[i] ?? 0) / (classes[i] ?? 1);
      const isSpecial = rows.length === 1;
      return isSpecial || (ratio >= low && ratio <= high && (land[i] ?? 0) > 0);
    });
    if (!isFair) continue;
    rows.forEach((row, i) => sizes.set(row.id, [classes[i] ?? 0, seats[i] ?? 0, land[i] ?? 0]));
    return;
  }
  throw new Error(`no fair figures for ${id}`);
}

function fill(
  list: (number | null)[],
  subtotal: number | null | undefined,
  weight: (index: number) => number,
  digits: number,
  random: Random,
): void {
  const open = list.flatMap((value, i) => (value === null ? [i] : []));
  if (open.length === 0 || subtotal === null || subtotal === undefined) return;
  const rest = subtotal - list.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const parts = split(Number(rest.toFixed(2)), open.map(weight), digits, random);
  open.forEach((at, i) => (list[at] = parts[i] ?? 0));
}

function drawSchool(
  school: PlanSchool,
  [classes, seats, land]: readonly [number, number, number],
  end: number,
  turn: number,
  random: Random,
): School {
  const free = ['在建', '未开工', '已完工', '主体封顶', '在建', '投入使用'][turn % 6] ?? '在建';
  const status = STATUS_BY_PLAN[school.id] ?? free;
  const isDone = status === '已完工' || status === '投入使用';
  const isOpen = status === '未开工';
  const isOld = school.id === 'S3.5';
  const start = isOpen ? null
    : isOld || status === '基本完工' ? day(2021, random.whole(2, 5), random.whole(3, 28))
    : day(2022, random.whole(1, isDone ? 2 : 10), random.whole(3, 28)); // prettier-ignore
  const due = isOld ? day(2022, 7, random.whole(20, 30)) : isDone ? day(2023, random.whole(3, 5), random.whole(10, 28))
    : isOpen ? day(2025, random.whole(6, 11), random.whole(10, 28))
    : day(2024, random.whole(8, 12), random.whole(10, 28)); // prettier-ignore
  const invest = Math.round((seats * random.whole(20, 38)) / 100) * 10 + random.whole(0, 9);
  const share = isOpen ? 0 : isDone ? 97 : status === '基本完工' ? random.whole(85, 93) : random.whole(25, 75);
  const total = Math.round((invest * share) / 100);
  const current = isOpen || isDone ? 0 : Math.round((total * random.whole(5, 14)) / 100);
  return {
    id: school.id, stage: school.stage, name: school.name ?? '', classes, seats, land,
    builder: school.builder.value ?? BUILDERS[school.id] ?? '袁州区',
    remark: school.remark.value, status, start, due, done: isDone ? due - random.whole(2, 25) : null,
    invest, prior: total - current, current, formed: isDone ? seats : 0,
  }; // prettier-ignore
}

function drawFunds(random: Random): FundLine[] {
  const rest = random.shuffled([85, 75, 66, 54, 48, 62, 55.5, 54.5]);
  return yichunPlan.funds.map((fund) => {
    const amount = fund.amount.value ?? rest.pop() ?? 0;
    const issued = Math.round((amount * random.whole(60, 95)) / 100);
    return { fund, amount, issued, spent: Math.round((issued * random.whole(40, 90)) / 100) };
  });
}

function drawTargets(schools: readonly School[], random: Random): TargetLine[] {
  const rates: Record<string, number> = {
    T01: random.whole(905, 925) / 10, T02: random.whole(955, 968) / 10, T03: random.whole(928, 946) / 10,
    T20: random.whole(100, 160) / 100, T21: 2,
  }; // prettier-ignore
  const kinds = new Map(yichunPlan.schools.map(({ id, kind }) => [id, kind]));
  const count = (indicator: TargetLine['indicator'], until: number): number => {
    const done = schools.filter((school) => {
      const { stage, kind } = indicator.measures ?? { stage: null, kind: null };
      const fits = (stage === null || school.stage === stage) && (kind === null || kinds.get(school.id) === kind);
      return fits && school.done !== null && school.done <= until;
    });
    if (indicator.measures?.what !== 'seats') return done.length;
    return Number((done.reduce((sum, school) => sum + school.seats, 0) / 10_000).toFixed(4));
  };
  return yichunPlan.indicators.flatMap((indicator) => {
    if (indicator.comparison === 'text') return [];
    const rate = rates[indicator.id];
    if (rate === undefined) {
      return [{ indicator, before: count(indicator, day(2022, 12, 31)), now: count(indicator, day(2026, 1, 1)) }];
    }
    const back = random.whole(3, 9) / 10;
    return [{ indicator, before: indicator.unit === '%' ? Number((rate - back).toFixed(1)) : 0, now: rate }];
  });
}
