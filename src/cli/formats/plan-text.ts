import { SCHOOL_MEASURES, type Plan, type PlanNoteKind, type PlanSchool, type Shown } from '../../plan';
import { textTable } from './text-table';

const NOTE_TITLES: readonly (readonly [PlanNoteKind, string])[] = [
  ['contradiction', '方案自身的矛盾'],
  ['gap', '方案没有写明的'],
  ['loss', '所存公开文本的缺漏'],
  ['remark', '阅读须知'],
];

/** The whole plan for a reader: every value with its place, notes of each kind apart. */
export function planText(plan: Plan): string {
  return [
    plan.title,
    `${plan.issuedBy}  ${plan.issuedOn} 印发  ${plan.firstYear}—${plan.lastYear}年  数据编号 ${plan.id}`,
    ...(plan.baseline ? [`方案基准：${plan.baseline.source}（${plan.baseline.capturedOn} 登记）`] : []),
    '',
    '“—”：所存文本没有显示；“47？”：文本有此数，但属于哪一格不能确定；“［200］”：文本没有显示，由方案自身的数唯一推出。',
    ...section('目标', targets(plan)),
    ...section('建设主体', builders(plan)),
    ...section('附件1 重点举措责任分工', measures(plan)),
    ...section('附件2 学校建设', schools(plan)),
    ...section('附件3 专项经费（万元）', funds(plan)),
    ...NOTE_TITLES.flatMap(([kind, title]) => {
      const notes = plan.notes.filter((note) => note.kind === kind);
      return notes.length === 0
        ? []
        : section(
            `${title}（${notes.length} 条）`,
            notes.flatMap(({ id, text, evidence }) => [`${id}  ${text}`, `      ${evidence}`]),
          );
    }),
    ...section(
      '方案以外的参考标准（只作提示）',
      plan.norms.map(({ source }) => source),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `━━ ${title}`, '', ...lines];
}

function targets(plan: Plan): readonly string[] {
  return textTable(
    ['编号', '指标', '目标', '年份', '说明', '出处'],
    plan.indicators.map(({ id, name, target, targetText, unit, comparison, targetYear, source, notes }) => [
      id,
      name,
      targetText ?? `${comparison === 'atLeast' ? '≥' : ''}${target ?? '—'}${unit}`,
      String(targetYear),
      notes.join('、'),
      source,
    ]),
  );
}

function builders(plan: Plan): readonly string[] {
  return textTable(
    ['名称', '也写作', '出处'],
    plan.builders.map(({ name, aliases, source }) => [name, aliases.join('、'), source]),
  );
}

function measures(plan: Plan): readonly string[] {
  let heading = '';
  return plan.measures.flatMap((measure) => {
    const first = measure.heading === heading ? [] : [measure.heading];
    heading = measure.heading;
    const departments = measure.departmentsShown ? measure.departments.join('、') : '—';
    const notes = measure.notes.length === 0 ? '' : `  说明：${measure.notes.join('、')}`;
    return [
      ...first,
      `  ${measure.sequence}.${measure.title}。${measure.text}`,
      `    责任部门：${departments}  出处：${measure.source}${notes}`,
    ];
  });
}

function schools(plan: Plan): readonly string[] {
  return plan.stages.flatMap((stage) => {
    const rows = plan.schools.filter((school) => school.stage === stage.id);
    const subtotal = SCHOOL_MEASURES.map((measure) => shown(stage.subtotal[measure]));
    const notes = stage.notes.length === 0 ? '' : `  说明：${stage.notes.join('、')}`;
    const size = stage.classSize.value === null ? '' : `  班额 ${stage.classSize.value}（${stage.classSize.source}）`;
    return [
      `${stage.heading}  出处：附件2 · ${stage.heading}${notes}`,
      ...(size === '' ? [] : [size]),
      ...textTable(
        ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '备注', '说明'],
        [
          ['', '小计', ...subtotal, '', '', ''],
          ...rows.map((school) => [
            String(school.sequence),
            school.name ?? '（名称不在所存文本中）',
            ...SCHOOL_MEASURES.map((measure) => planned(school, measure)),
            shown(school.builder),
            shown(school.remark),
            school.notes.join('、'),
          ]),
        ],
        [2, 3, 4],
      ),
      '',
    ];
  });
}

function planned(school: PlanSchool, measure: (typeof SCHOOL_MEASURES)[number]): string {
  const derived = school.derivations[measure];
  const stated = shown(school[measure]);
  return stated === '—' && derived?.unique ? `［${derived.value}］` : stated;
}

function funds(plan: Plan): readonly string[] {
  return textTable(
    ['序号', '项目名称', '金额', '说明', '出处', '具体内容'],
    [
      ...plan.funds.map(({ sequence, name, amount, content, source, notes }) => [
        String(sequence),
        name,
        shown(amount),
        notes.join('、'),
        source,
        content,
      ]),
      ['', '合计', shown(plan.fundTotal), '', plan.fundTotal.source, ''],
    ],
    [2],
  );
}

function shown({ value, uncertain }: Shown<number> | Shown<string>): string {
  if (value !== null) return String(value);
  return uncertain === undefined ? '—' : `${uncertain}？`;
}
