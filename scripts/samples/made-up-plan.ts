import type { Plan, PlanIndicator, PlanSchool, PlanStage, SchoolMeasure, Shown } from '../../src/plan';
import { SCHOOL_MEASURES } from '../../src/plan';

const TITLE = '临澜市城区教育提升行动方案（2024-2027年）（合成数据）';

type Row = readonly [
  name: string,
  classes: number,
  seats: number,
  land: number | null,
  builder: string,
  remark: string,
];

const STAGES = [
  { id: 'P', name: '小学', heading: '一、小学', words: ['小学'], classSize: 45 },
  { id: 'J', name: '初中', heading: '二、初中', words: ['初中', '初级中学'], classSize: 50 },
  { id: 'K', name: '幼儿园', heading: '三、幼儿园', words: ['幼儿园', '学前教育'], classSize: 30 },
] as const;

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  P: [
    ['临澜市滨江小学', 36, 1620, 42.5, '东湖区', '新建'],
    ['云台小学（暂名）', 24, 1080, 30, '西岭新区', '新建'],
    ['临澜市第四小学', 30, 1350, 28.8, '市本级', '改扩建'],
  ],
  J: [
    ['临澜市东湖中学', 42, 2100, 68, '东湖区', '新建'],
    ['云台中学（暂名）', 30, 1500, null, '西岭新区', '新建'],
  ],
  K: [
    ['东湖区滨江幼儿园', 12, 360, 9.6, '东湖区', '滨江花园小区配建'],
    ['西岭新区云台幼儿园', 9, 270, 7.2, '西岭新区', '新建'],
  ],
};

const FUNDS = [
  ['教学质量奖励专项', '用于奖励教学质量进步明显的学校。', 120],
  ['教师培训专项', '用于教师全员培训。', 80],
  ['校园信息化专项', '用于校园网络和多媒体设备。', null],
] as const;

const MEASURES = [
  ['一、加快学校建设', '实施学位扩容工程', '新建、改扩建学校7所，新增学位8280个。', ['市教育局', '市发改委']],
  ['一、加快学校建设', '保障建设用地', '优先保障学校建设用地。', ['市自然资源局']],
  ['二、加强教师队伍', '完善教师补充机制', '每年公开招聘教师。', ['市教育局', '市人社局']],
] as const;

/** A plan of an invented city, in the form of the real one: no stage, builder or name of it is known to the program. */
export function madeUpPlan(): Plan {
  const stages = STAGES.map(stageOf);
  return {
    schemaVersion: 1,
    id: 'made-up-2024',
    title: TITLE,
    issuedBy: '临澜市人民政府办公室',
    issuedOn: '2024-03-01',
    firstYear: 2024,
    lastYear: 2027,
    cityName: '临澜市',
    builders: ['市本级', '东湖区', '西岭新区'].map((name, index) => ({
      id: `D${index}`,
      name,
      isCity: index === 0,
      aliases: index === 0 ? ['市直'] : [`${name}${name.endsWith('新区') ? '管委会' : '政府'}`],
      source: '附件2 · 建设主体列',
    })),
    stages,
    schools: STAGES.flatMap(({ id, heading }) =>
      (ROWS[id] ?? []).map((row, index) => schoolOf(id, heading, row, index + 1)),
    ),
    schoolTotal: {
      plannedClasses: total('plannedClasses'),
      plannedSeats: total('plannedSeats'),
      plannedLand: unseen('附件2 · 合计'),
    },
    indicators: indicators(),
    measures: MEASURES.map(([heading, title, text, departments], index) => ({
      id: `R${index + 1}`,
      sequence: index + 1,
      heading,
      title,
      text,
      departments,
      departmentsShown: true,
      source: `附件1 · ${heading} · 第${index + 1}条`,
      notes: [],
    })),
    departments: ['市教育局', '市发改委', '市自然资源局', '市人社局'],
    funds: FUNDS.map(([name, content, amount], index) => ({
      id: `F${index + 1}`,
      sequence: index + 1,
      name,
      content,
      amount: { value: amount, source: `附件3 · ${name} · 金额` },
      source: `附件3 · ${name}`,
      notes: [],
    })),
    fundTotal: { value: 260, source: '附件3 · 合计' },
    norms: [],
    distinctNames: [],
    notes: [
      {
        id: 'N1',
        kind: 'gap',
        text: '云台中学的规划用地没有列出。',
        evidence: '附件2 · 二、初中 · 云台中学（暂名）',
      },
    ],
    baseline: null,
  };
}

function stageOf({ id, name, heading, words, classSize }: (typeof STAGES)[number]): PlanStage {
  const rows = ROWS[id] ?? [];
  const sum = (column: 1 | 2 | 3): number | null =>
    rows.reduce<number | null>((all, row) => (all === null || row[column] === null ? null : all + row[column]), 0);
  const shown = (value: number | null, title: string): Shown<number> => ({
    value: value === null ? null : Math.round(value * 100) / 100,
    source: `附件2 · ${heading} · 小计 · ${title}`,
  });
  return {
    id,
    name,
    heading,
    words,
    expectedRows: rows.length,
    hasSubtotal: true,
    subtotal: {
      plannedClasses: shown(sum(1), '规划班数'),
      plannedSeats: shown(sum(2), '规划学位'),
      plannedLand: shown(sum(3), '规划用地'),
    },
    classSize: { value: classSize, source: `附件2 · ${heading}各行相除` },
    notes: id === 'J' ? ['N1'] : [],
  };
}

function schoolOf(stage: string, heading: string, row: Row, sequence: number): PlanSchool {
  const [name, classes, seats, land, builder, remark] = row;
  const source = `附件2 · ${heading} · ${name}`;
  const shown = <T>(value: T | null, title: string): Shown<T> => ({ value, source: `${source} · ${title}` });
  return {
    id: `${stage}.${sequence}`,
    stage,
    sequence,
    name,
    kind: null,
    plannedClasses: shown(classes, '规划班数'),
    plannedSeats: shown(seats, '规划学位'),
    plannedLand: shown(land, '规划用地'),
    builder: shown(builder, '建设主体'),
    remark: shown(remark, '备注'),
    derivations: {},
    aliases: [],
    source,
    notes: land === null ? ['N1'] : [],
  };
}

function indicators(): readonly PlanIndicator[] {
  const base = { targetText: null, targetYear: 2027, notes: [] };
  const text = '正文“二、主要目标”';
  return [
    { ...base, id: 'T1', name: '学前教育毛入园率', kind: 'outcome', unit: '%', comparison: 'atLeast', target: 95, measures: null, words: ['毛入园率'], source: text },
    { ...base, id: 'T2', name: '新增学校', kind: 'construction', unit: '所', comparison: 'exactly', target: 7, measures: { what: 'schools', stage: null, kind: null }, words: ['新增学校总数'], source: text },
    { ...base, id: 'T3', name: '新增学位', kind: 'construction', unit: '万个', comparison: 'exactly', target: 0.828, measures: { what: 'seats', stage: null, kind: null }, words: ['新增学位总数'], source: text },
  ]; // prettier-ignore
}

function total(measure: SchoolMeasure): Shown<number> {
  const column = (SCHOOL_MEASURES.indexOf(measure) + 1) as 1 | 2;
  const rows = Object.values(ROWS).flat();
  return { value: rows.reduce((sum, row) => sum + row[column], 0), source: '附件2 · 合计' };
}

function unseen(source: string): Shown<number> {
  return { value: null, source };
}
