import { yichunPlan as plan } from '../../src/plan';
import { serialOfDay } from '../../src/workbook';
import { Random } from './random';

/** One made-up school project; figures that the plan shows are the plan's. */
export interface School {
  readonly stage: string;
  readonly name: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  readonly builder: string;
  readonly remark: string | null;
  readonly status: string;
  readonly started: number | null;
  readonly completed: number | null;
  readonly formed: number;
  readonly invested: number;
}

/** What a unit would report, before it is drawn in a layout. */
export interface Submission {
  readonly unit: string;
  readonly schools: readonly School[];
  readonly funds: readonly {
    readonly name: string;
    readonly content: string;
    readonly amount: number;
    readonly allocated: number;
    readonly spent: number;
  }[];
  readonly indicators: readonly {
    readonly name: string;
    readonly unit: string;
    readonly target: number;
    readonly previous: number;
    readonly actual: number;
  }[];
  readonly measures: readonly {
    readonly heading: string;
    readonly text: string;
    readonly departments: string;
    readonly progress: string;
  }[];
}

const CLASS_SIZES: Readonly<Record<string, number>> = { S1: 50, S2: 50, S3: 45, S5: 30 };

/** A faultless submission of one district: its schools with plausible progress in mid 2023. */
export function drawSubmission(random: Random): Submission {
  const unit = random.pick(plan.builders.filter((builder) => !builder.isCity)).name;
  const own = plan.schools.filter(
    (school) =>
      school.name !== null &&
      (school.kind !== 'vocational' || school.builder.value === unit) &&
      ['S1', 'S2', 'S3', 'S5'].includes(school.stage) &&
      (school.builder.value === null || school.builder.value === unit) &&
      !/九年|小学\d+班/u.test(school.remark.value ?? ''),
  );
  const schools = ['S1', 'S2', 'S3', 'S5'].flatMap((stage) =>
    withRequired(
      own.filter((school) => school.stage === stage && school.builder.value === unit),
      random.shuffled(own.filter((school) => school.stage === stage)),
      stage === 'S1' ? 1 : random.whole(3, 6),
    )
      .sort((a, b) => a.sequence - b.sequence)
      .map((school): School => {
        const size = CLASS_SIZES[stage] ?? 45;
        const derived = Object.fromEntries(
          Object.entries(school.derivations).map(([field, one]) => [field, one.value]),
        );
        const seats = school.plannedSeats.value ?? school.plannedSeats.uncertain ?? derived['plannedSeats'] ?? null;
        const classes =
          school.plannedClasses.value ??
          school.plannedClasses.uncertain ??
          derived['plannedClasses'] ??
          (seats === null ? random.whole(4, 14) * 3 : Math.round(seats / size));
        const remark = school.remark.value;
        const isDone = /已完工|基本完工/u.test(remark ?? '');
        const status = isDone
          ? /已完工/u.test(remark ?? '')
            ? '已完工'
            : '基本完工'
          : /装修/u.test(remark ?? '')
            ? '装修施工'
            : random.pick(['未开工', '在建', '在建', '主体封顶', '投入使用']);
        const finished = status === '已完工' || status === '投入使用';
        const total = seats ?? classes * size;
        return {
          stage,
          name: school.name ?? '',
          classes,
          seats: total,
          land:
            school.plannedLand.value ??
            school.plannedLand.uncertain ??
            derived['plannedLand'] ??
            Math.round((total / 30 + random.next() * 10) * 10) / 10,
          builder: unit,
          remark,
          status,
          started: status === '未开工' ? null : serialOfDay(2022, random.whole(1, 12), random.whole(1, 28)),
          completed: finished ? serialOfDay(2023, random.whole(1, 5), random.whole(1, 28)) : null,
          formed: finished ? total : 0,
          invested: status === '未开工' ? 0 : random.whole(200, 9000),
        };
      }),
  );
  return { unit, schools, funds: drawFunds(random), indicators: drawIndicators(random), measures: drawMeasures() };
}

/** The schools that the plan gives to the unit by name must be there; others fill up the number. */
function withRequired<T>(required: readonly T[], others: readonly T[], count: number): T[] {
  return [...required, ...others.filter((one) => !required.includes(one))].slice(0, Math.max(count, required.length));
}

function drawFunds(random: Random): Submission['funds'] {
  const others = plan.funds.filter((fund) => fund.amount.value === null).length;
  let left = 500;
  let open = others;
  return plan.funds.map((fund) => {
    let amount = fund.amount.value;
    if (amount === null) {
      amount = open === 1 ? left : Math.max(10, Math.min(left - 10 * (open - 1), random.whole(3, 9) * 10));
      left -= amount;
      open--;
    }
    const allocated = Math.round(amount * (0.4 + 0.4 * random.next()));
    return {
      name: fund.name,
      content: fund.content,
      amount,
      allocated,
      spent: Math.round(allocated * (0.3 + 0.6 * random.next()) * 10) / 10,
    };
  });
}

function drawIndicators(random: Random): Submission['indicators'] {
  return plan.indicators
    .filter((indicator) => indicator.kind === 'outcome' && indicator.target !== null)
    .map((indicator) => {
      const target = indicator.target ?? 0;
      const previous = Math.round((target - 4 - random.next() * 2) * 10) / 10;
      return {
        name: indicator.name,
        unit: indicator.unit,
        target,
        previous,
        actual: Math.round((previous + 0.5 + random.next()) * 10) / 10,
      };
    });
}

function drawMeasures(): Submission['measures'] {
  return plan.measures.map((measure) => ({
    heading: measure.heading,
    text: `${measure.sequence}.${measure.title}。${measure.text}`,
    departments: measure.departments.length > 0 ? measure.departments.join('、') : '市教体局',
    progress: '按计划推进。',
  }));
}
