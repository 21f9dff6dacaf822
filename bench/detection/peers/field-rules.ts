import { yichunPlan as plan } from '../../../src/plan';

/** The field rules that both peers are given: header words, types, ranges, lists. The same as the catalogue's. */
export type TableKey = 'schools' | 'funds' | 'measures' | 'indicators';
export type FieldKey =
  | 'sequence' | 'name' | 'stage' | 'classes' | 'seats' | 'land' | 'builder' | 'status' | 'started' | 'due' | 'completed'
  | 'formed' | 'investment' | 'invested' | 'rate' | 'remark' | 'amount' | 'allocated' | 'spent' | 'unit' | 'target'
  | 'actual' | 'departments' | 'progress'; // prettier-ignore

export const HEADER_WORDS: Readonly<Record<TableKey, Readonly<Partial<Record<FieldKey, RegExp>>>>> = {
  schools: {
    sequence: /^(?:序号|编号|No\.)$/u,
    name: /(?:学校|项目学校|学校名称|^名称)$/u,
    stage: /^(?:学段|类别|学段类别)$/u,
    classes: /(?:班数|班级数|办学规模|班级规模)$/u,
    seats: /^(?!已).*(?:规划学位|学位数|可提供学位|学位)$/u,
    land: /(?:用地|用地面积|占地面积)$/u,
    builder: /建设主体|建设单位/u,
    status: /形象进度|项目状态|建设进度|状态|^进度$/u,
    started: /开工(?:日期|时间)$/u,
    due: /计划(?:完工|竣工)(?:日期|时间)?$/u,
    completed: /(?:实际)?(?:完工|竣工)(?:日期|时间)$/u,
    formed: /^已.*学位$/u,
    investment: /(?:计划|总)(?:总)?投资$/u,
    invested: /完成投资$/u,
    rate: /完成率$/u,
    remark: /备注|说明$/u,
  },
  funds: {
    sequence: /^序号$/u,
    name: /(?:项目名称|经费项目)$/u,
    amount: /金额$/u,
    allocated: /已下达|已拨付/u,
    spent: /已支出|已使用/u,
  },
  measures: {
    name: /工作举措/u,
    departments: /责任(?:部门|单位)/u,
    progress: /进展/u,
  },
  indicators: {
    sequence: /^序号$/u,
    name: /(?:指标|目标)名称/u,
    unit: /单位$/u,
    target: /目标(?:值)?$/u,
    actual: /完成(?:值)?$|本期/u,
  },
};

export const WHOLE: ReadonlySet<FieldKey> = new Set<FieldKey>(['sequence', 'classes', 'seats', 'formed']);
export const DATES: ReadonlySet<FieldKey> = new Set<FieldKey>(['started', 'due', 'completed']);
export const NUMBERS: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'sequence', 'classes', 'seats', 'land', 'formed', 'investment', 'invested', 'rate', 'amount', 'allocated', 'spent',
]); // prettier-ignore
export const REQUIRED: Readonly<Record<TableKey, readonly FieldKey[]>> = {
  schools: ['name', 'classes', 'seats', 'land', 'builder'],
  funds: ['name', 'amount'],
  measures: ['name', 'departments'],
  indicators: ['name', 'target', 'actual'],
};
/** Largest sensible value; beyond it a figure is in another unit. */
export const MOST: Readonly<Partial<Record<FieldKey, number>>> = {
  classes: 100,
  seats: 6000,
  formed: 6000,
  land: 1000,
  rate: 100,
  amount: 1000,
};

export const BUILDERS: ReadonlySet<string> = new Set(
  plan.builders.flatMap((builder) => [builder.name, ...builder.aliases]),
);
export const STATES: ReadonlySet<string> = new Set([
  '未开工',
  '前期',
  '前期工作',
  '在建',
  '主体封顶',
  '装修施工',
  '基本完工',
  '已完工',
  '投入使用',
]);

export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
export const SCHOOL_BY_NAME = new Map(
  plan.schools.flatMap((school) =>
    [school.name, ...school.aliases].flatMap((name) => (name === null ? [] : [[plain(name), school] as const])),
  ),
);
export const FUND_BY_NAME = new Map(plan.funds.map((fund) => [plain(fund.name), fund] as const));
export const INDICATOR_BY_NAME = new Map(
  plan.indicators.flatMap((one) => [one.name, ...one.words].map((name) => [plain(name), one] as const)),
);
