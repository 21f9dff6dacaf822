import { yichunPlan } from '../../../src/plan';
import type { Figures, FundLine, School, TargetLine } from '../proof/figures';
import type { Random } from '../random';

/** A project as of the end of September 2023; `months` are this year's investments from January on, in 万元. */
export interface Project extends School {
  readonly nature: string;
  readonly months: readonly number[];
}

export interface FundUse extends FundLine {
  /** What was spent in the first, second and third quarter; their sum is `spent`. */
  readonly quarters: readonly [number, number, number];
}

export interface MeasureUse {
  readonly id: string;
  readonly sequence: number;
  readonly heading: string;
  readonly title: string;
  readonly text: string;
  readonly departments: readonly string[];
  readonly state: string;
  readonly progress: string;
}

export interface CloseFigures extends Figures {
  readonly schools: readonly Project[];
  readonly funds: readonly FundUse[];
  readonly targets: readonly TargetLine[];
  readonly measures: readonly MeasureUse[];
}

type Fill = readonly [builder: string, classes: readonly number[], low: number, high: number];

/** Where the plan is silent: who builds, how many classes, how many 亩. */
const FILL: Readonly<Record<string, Fill>> = {
  'S1.1': ['市本级', [60], 0, 0],
  'S1.2': ['袁州区', [56], 0, 0],
  'S1.3': ['市本级', [48], 200, 200],
  'S2.1': ['宜阳新区', [54], 0, 0],
  'S2.2': ['宜阳新区', [36], 52, 66],
  'S2.4': ['袁州区', [24], 0, 0],
  'S2.5': ['经开区', [50], 0, 0],
  'S2.6': ['宜阳新区', [30, 36], 0, 0],
  'S2.7': ['宜阳新区', [30], 44, 70],
  'S2.8': ['袁州区', [30, 36], 50, 68],
  'S2.9': ['市本级', [36, 42, 48], 47, 47],
  'S2.10': ['经开区', [48], 0, 0],
  'S2.11': ['市本级', [40], 60, 90],
  'S3.1': ['市本级', [42], 0, 0],
  'S3.2': ['经开区', [36], 0, 0],
  'S3.3': ['袁州区', [30, 36], 43, 43],
  'S3.4': ['明月山区', [12], 0, 0],
  'S3.5': ['明月山区', [4], 7, 12],
  'S3.6': ['宜阳新区', [24, 30, 36], 28, 40],
  'S3.7': ['经开区', [24, 30, 36], 45, 45],
  'S3.8': ['袁州区', [24, 30], 24, 36],
  'S3.9': ['宜阳新区', [24, 30], 25, 35],
  'S3.10': ['市本级', [24, 30, 36], 0, 0],
  'S5.1': ['袁州区', [15], 8, 12],
  'S5.2': ['袁州区', [12], 6, 9],
  'S5.3': ['市本级', [24], 0, 0],
  'S5.4': ['袁州区', [9, 12], 0, 0],
  'S5.5': ['袁州区', [12, 15, 18], 0, 0],
  'S5.6': ['宜阳新区', [9], 5, 8],
  'S5.7': ['经开区', [6, 9], 5, 8],
  'S5.8': ['宜阳新区', [18], 0, 0],
  'S5.10': ['袁州区', [9, 12], 0, 0],
  'S5.11': ['袁州区', [9, 12], 0, 0],
  'S5.13': ['袁州区', [9, 12, 15], 0, 0],
  'S6.1': ['市本级', [27], 0, 0],
};

/** How far a project is, where the plan's remark tells. */
const TOLD: Readonly<Record<string, string>> = {
  'S1.2': '装修施工',
  'S2.1': '基本完工',
  'S2.9': '基本完工',
  'S3.1': '基本完工',
  'S3.3': '装修施工',
  'S3.5': '已完工',
};
const TURNS = ['已完工', '在建', '主体封顶', '未开工', '在建'] as const;

export function day(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / 86_400_000 + 25_569;
}

/** The day up to which everything is told. */
export const REPORTED = day(2023, 9, 30);

export function drawFigures(random: Random): CloseFigures {
  return {
    schools: drawProjects(random),
    funds: drawFunds(random),
    targets: drawTargets(random),
    measures: drawMeasures(random),
  };
}

function natureOf(remark: string | null): string {
  const text = remark ?? '';
  if (text.includes('迁建')) return '迁建';
  if (text.includes('扩建')) return '改扩建';
  if (text.includes('改造')) return '改造';
  if (text.includes('回购')) return '回购';
  return text.includes('配建') ? '配建' : '新建';
}

function datesOf(id: string, status: string, random: Random): Pick<School, 'start' | 'due' | 'done'> {
  const date = random.whole(2, 27);
  if (status === '未开工') return { start: null, due: day(2025, random.whole(5, 8), date), done: null };
  if (status === '已完工') {
    const isEarly = id in TOLD;
    const start = day(isEarly ? 2021 : 2022, random.whole(2, 6), date);
    const due = isEarly ? day(2022, 8, 20) : day(2023, 8, random.whole(15, 31));
    return { start, due, done: due - random.whole(4, 22) };
  }
  const start = id in TOLD ? day(2021, random.whole(3, 10), date) : day(2022, random.whole(4, 12), date);
  const due = status === '基本完工' ? day(2023, 12, date) : day(2024, random.whole(6, 11), date);
  return { start, due, done: null };
}

function drawProjects(random: Random): Project[] {
  let turn = 0;
  return yichunPlan.schools.flatMap((school) => {
    const fill = FILL[school.id];
    if (!fill || school.name === null) return [];
    const [builder, choices, low, high] = fill;
    const classes = school.plannedClasses.value ?? random.pick(choices);
    const size = yichunPlan.stages.find(({ id }) => id === school.stage)?.classSize.value ?? 0;
    const seats = school.plannedSeats.value ?? classes * size;
    const land = school.plannedLand.value ?? random.whole(low * 10, high * 10) / 10;
    const status = TOLD[school.id] ?? TURNS[turn++ % TURNS.length] ?? '在建';
    const dates = datesOf(school.id, status, random);
    const invest = Math.round((seats * random.whole(19, 36)) / 100) * 10;
    const months = Array.from({ length: 9 }, (_, month) => {
      const isBusy = status !== '未开工' && !(status === '已完工' && (school.id in TOLD || month > 5));
      return isBusy ? Math.max(1, Math.round((invest * random.whole(8, 30)) / 1000)) : 0;
    });
    const current = months.reduce((sum, value) => sum + value, 0);
    const share = { 未开工: 0, 在建: 18, 主体封顶: 30, 装修施工: 45, 基本完工: 62, 已完工: 70 }[status] ?? 0;
    const prior = Math.round((invest * (status === '已完工' && school.id in TOLD ? 96 : share)) / 100);
    const formed = status === '已完工' ? seats : 0;
    const remark = school.remark.value;
    return [
      {
        id: school.id, stage: school.stage, name: school.name, classes, seats, land, builder, remark, status,
        ...dates, invest, prior, current, formed, months, nature: natureOf(remark),
      },
    ]; // prettier-ignore
  });
}

function drawFunds(random: Random): FundUse[] {
  const rest = random.shuffled(random.pick([
    [90, 85, 75, 65, 55, 50, 45, 35],
    [100, 80, 70, 60, 60, 55, 40, 35],
    [110, 75, 72, 64, 58, 48, 43, 30],
  ])); // prettier-ignore
  return yichunPlan.funds.map((fund) => {
    const amount = fund.amount.value ?? rest.pop() ?? 0;
    const issued = Math.round((amount * random.whole(70, 96)) / 100);
    const spent = Math.round((issued * random.whole(50, 92)) / 100);
    const first = Math.round(spent * (random.whole(18, 30) / 100));
    const second = Math.round(spent * (random.whole(28, 40) / 100));
    return { fund, amount, issued, spent, quarters: [first, second, spent - first - second] };
  });
}

function drawTargets(random: Random): TargetLine[] {
  const now = new Map<string, readonly [before: number, now: number]>([
    ['T01', [random.whole(900, 910) / 10, random.whole(912, 926) / 10]],
    ['T02', [random.whole(951, 957) / 10, random.whole(959, 968) / 10]],
    ['T03', [random.whole(922, 930) / 10, random.whole(932, 947) / 10]],
    ['T07', [0, 1]],
    ['T08', [0, 0]],
    ['T09', [1, random.whole(3, 6)]],
    ['T10', [2, random.whole(4, 7)]],
    ['T11', [3, random.whole(5, 9)]],
    ['T12', [0, 0]],
    ['T13', [0, 0]],
    ['T15', [0, 0.3]],
    ['T16', [0, 0]],
    ['T17', [0.24, random.whole(62, 120) / 100]],
    ['T18', [0.21, random.whole(48, 90) / 100]],
    ['T19', [0.12, random.whole(19, 36) / 100]],
    ['T20', [0.6, random.whole(95, 180) / 100]],
    ['T21', [1, 2]],
  ]);
  const add = (ids: readonly string[], at: 0 | 1): number =>
    Number(ids.reduce((sum, id) => sum + (now.get(id)?.[at] ?? 0), 0).toFixed(2));
  const schools = ['T07', 'T08', 'T09', 'T10', 'T11', 'T12', 'T13'];
  const seats = ['T15', 'T16', 'T17', 'T18', 'T19'];
  now.set('T06', [add(schools, 0), add(schools, 1)]);
  now.set('T14', [add(seats, 0), add(seats, 1)]);
  return yichunPlan.indicators.map((indicator) => {
    const [before, after] = now.get(indicator.id) ?? [0, 0];
    if (indicator.comparison !== 'text') return { indicator, before, now: after };
    const text = indicator.targetText ?? '';
    return { indicator, before: '推进中', now: indicator.id === 'T04' ? text : '推进中' };
  });
}

const PROGRESS = [
  '已印发年度工作要点，9月开展专项督查',
  '完成第三季度调度，问题清单逐项销号',
  '已召开专题会议部署，正在征求各区意见',
  '实施方案已出台，首批任务正在推进',
] as const;

function drawMeasures(random: Random): MeasureUse[] {
  return yichunPlan.measures.map((measure) => ({
    id: measure.id,
    sequence: measure.sequence,
    heading: measure.heading,
    title: measure.title,
    text: measure.text,
    departments: measure.departmentsShown ? measure.departments : ['市教体局'],
    state: random.pick(['推进中', '长期坚持', '推进中', '已完成']),
    progress: random.pick(PROGRESS),
  }));
}
