import { stageOf, yichunPlan as plan, type PlanSchool } from '../../../src/plan';
import { serialOfDay } from '../../../src/workbook';
import type { Random } from '../random';
import { rounded } from './arithmetic';

/** One school as a faultless clerk would report it in June 2023; land in 亩, money in 万元, dates as day numbers. */
export interface Reported {
  readonly id: string;
  readonly stage: string;
  readonly name: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  readonly builder: string;
  readonly remark: string;
  readonly buildKind: string;
  readonly status: string;
  readonly started: number | null;
  readonly due: number;
  readonly completed: number | null;
  readonly formed: number;
  readonly investment: number;
  readonly invested: number;
  readonly rate: number;
  readonly contact: string;
  readonly phone: string;
  readonly shown: { readonly classes: boolean; readonly seats: boolean; readonly land: boolean };
}

export interface Figures {
  readonly unit: string;
  readonly schools: readonly Reported[];
  readonly funds: readonly {
    readonly id: string;
    readonly name: string;
    readonly content: string;
    readonly amount: number;
    readonly allocated: number;
    readonly spent: number;
  }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly target: number | string;
    readonly actual: number | string;
  }[];
  readonly measures: readonly {
    readonly id: string;
    readonly heading: string;
    readonly text: string;
    readonly departments: readonly string[];
    readonly progress: string;
  }[];
}

const STAGES_OF_WORK = ['未开工', '在建', '主体封顶', '装修施工', '基本完工', '已完工', '投入使用'];
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙';
const GIVEN = ['志强', '小敏', '建华', '丽', '国平', '海燕', '军', '秀英'];
const PROGRESS = [
  '已制定实施方案，召开部署会2次。',
  '正按计划推进，已完成年度任务的六成左右。',
  '完成前期调研，形成初稿并征求意见。',
  '已组织培训3期，参训教师240人次。',
  '持续推进，项目库已建立。',
];

/** A faultless set of figures of one builder, as of June 2023. */
export function drawFigures(random: Random): Figures {
  const builder = random.pick(plan.builders);
  const own = plan.schools.filter((school) => school.name !== null && school.builder.value === builder.name);
  const open = plan.schools.filter((school) => school.name !== null && school.builder.value === null);
  const some = random.shuffled(open).slice(0, random.whole(9, 16));
  const chosen = plan.schools.filter((school) => own.includes(school) || some.includes(school));
  const done = new Map<string, number>();
  for (const { id, target, unit } of plan.indicators)
    if (target !== null && unit !== '%') done.set(id, doneOf(target, unit, random));
  // What the stages built is what was built in all.
  const built = plan.indicators.filter(({ measures }) => measures?.what === 'schools');
  const whole = built.find(({ measures }) => measures?.stage === null);
  if (whole)
    done.set(
      whole.id,
      built.reduce((sum, one) => sum + (one === whole ? 0 : (done.get(one.id) ?? 0)), 0),
    );
  return {
    unit: builder.name,
    schools: chosen.map((school) => reported(school, builder.name, random)),
    funds: drawFunds(random),
    indicators: plan.indicators.map(({ id, name, unit, target, targetText }) => ({
      id,
      name,
      unit,
      target: target ?? targetText ?? '',
      actual:
        target === null
          ? '按计划推进'
          : unit === '%'
            ? rounded(target - random.whole(5, 30) / 10, 1)
            : (done.get(id) ?? 0),
    })),
    measures: plan.measures.map(({ id, heading, sequence, title, text, departments }) => ({
      id,
      heading,
      text: `${sequence}.${title}。${text}`,
      departments: departments.length > 0 ? departments : ['市教体局'],
      progress: random.pick(PROGRESS),
    })),
  };
}

function doneOf(target: number, unit: string, random: Random): number {
  return unit === '万个' ? rounded(target * 0.4, 2) : random.whole(0, Math.floor(target / 2));
}

function reported(school: PlanSchool, unit: string, random: Random): Reported {
  const size = stageOf(plan, school.stage)?.classSize.value ?? 30;
  const classesShown = school.plannedClasses.value ?? school.derivations.plannedClasses?.value ?? null;
  const seatsShown = school.plannedSeats.value;
  const classes = classesShown ?? (seatsShown === null ? random.whole(2, 8) * 6 : Math.round(seatsShown / size));
  const seats = seatsShown ?? classes * size;
  const landShown = school.plannedLand.value ?? school.derivations.plannedLand?.value ?? null;
  const land = landShown ?? rounded((seats * random.whole(15, 24)) / 666.667, 1);
  const remark = school.remark.value ?? '';
  const work = /已完工|装修/.test(remark)
    ? remark.includes('一期')
      ? 3
      : remark.includes('装修')
        ? 3
        : 5
    : /基本完工/.test(remark)
      ? 4
      : random.whole(0, 6);
  const finished = work >= 5;
  const started = work === 0 ? null : serialOfDay(2022, random.whole(2, 9), random.whole(1, 28));
  const investment = random.whole(20, 180) * 50;
  const share = [0, 0.2, 0.45, 0.7, 0.9, 1, 1][work] ?? 0;
  const invested = Math.round(investment * share);
  return {
    id: school.id,
    stage: school.stage,
    name: school.name ?? '',
    classes,
    seats,
    land,
    builder: unit,
    remark,
    buildKind: remark.includes('迁建') ? '迁建' : remark.includes('扩建') ? '改扩建' : '新建',
    status: STAGES_OF_WORK[work] ?? '在建',
    started,
    due: finished
      ? serialOfDay(2023, 3, random.whole(1, 28))
      : serialOfDay(random.whole(2024, 2025), random.whole(1, 8), random.whole(1, 28)),
    completed: finished ? serialOfDay(2023, random.whole(2, 5), random.whole(1, 28)) : null,
    formed: finished ? seats : 0,
    investment,
    invested,
    rate: rounded((100 * invested) / investment, 2),
    contact: random.pick([...SURNAMES]) + random.pick(GIVEN),
    phone: `13${random.whole(100000000, 999999999)}`,
    shown: { classes: classesShown !== null, seats: seatsShown !== null, land: landShown !== null },
  };
}

function drawFunds(random: Random): Figures['funds'] {
  const total = plan.fundTotal.value ?? 0;
  const silent = plan.funds.filter((fund) => fund.amount.value === null);
  let rest = total - plan.funds.reduce((sum, fund) => sum + (fund.amount.value ?? 0), 0);
  return plan.funds.map((fund) => {
    const left = silent.length - silent.indexOf(fund) - 1;
    const amount =
      fund.amount.value ??
      (left === 0 ? rest : Math.max(10, Math.round((rest / (left + 1)) * (0.6 + 0.8 * random.next()))));
    if (fund.amount.value === null) rest -= amount;
    const allocated = Math.round(amount * 0.8);
    return {
      id: fund.id,
      name: fund.name,
      content: fund.content,
      amount,
      allocated,
      spent: Math.round(allocated * 0.7),
    };
  });
}
