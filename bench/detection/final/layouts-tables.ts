import { yichunPlan as plan } from '../../../src/plan';
import type { PlanFund, PlanMeasure } from '../../../src/plan';
import { round, type Book, type Cell, type Page } from './book';
import { BUILDERS, dateText, schoolsBy, type Figures, type School } from './figures';
import { drawLine, drawMeta, drawTable } from './grid';
import { drawTargets, drawYearTargets } from './layouts-targets';
import { differenceOf, quotientOf, type Layout } from './school-columns';

/** The bureau's summaries on one sheet below each other: by stage against the plan, and by builder and state. */
function summaries(book: Book, figures: Figures): void {
  const page = book.page('汇总表');
  drawLine(page, 0, '表1 分学段汇总', 'title', 9);
  page.put(1, 0, `填报单位：市教体局`, { table: 'meta', row: page.name, field: 'unit', part: 'line' });
  page.put(1, 4, `填报日期：${dateText(figures.today, true)}`, { table: 'meta', row: page.name, field: 'date', part: 'line' }); // prettier-ignore
  page.put(1, 7, '单位：所、个、亩');
  const of = (schools: readonly School[], field: 'seats' | 'land' | 'formed'): number =>
    round(
      schools.reduce((sum, school) => sum + school[field], 0),
      2,
    );
  const state = (schools: readonly School[], which: 'none' | 'going' | 'over'): number =>
    schools.filter((one) => (one.status === '未开工' ? 'none' : one.finished === null ? 'going' : 'over') === which).length; // prettier-ignore
  const stages = plan.stages.map((stage) => ({
    stage,
    own: figures.schools.filter((school) => school.stage.id === stage.id),
  }));
  let end = drawTable<(typeof stages)[number]>(page, {
    table: 'stages',
    top: 2,
    columns: [
      { field: 'name', heads: ['学段'], value: ({ stage }) => stage.name },
      { field: 'count', heads: ['学校数'], value: ({ own }) => own.length, sums: true },
      { field: 'seats', heads: ['规划学位'], value: ({ own }) => of(own, 'seats'), sums: true, format: '#,##0' },
      { field: 'land', heads: ['规划用地'], value: ({ own }) => of(own, 'land'), sums: true, format: '0.00' },
      { field: 'formed', heads: ['已形成学位'], value: ({ own }) => of(own, 'formed'), sums: true },
      { field: 'none', heads: ['未开工'], value: ({ own }) => state(own, 'none'), sums: true },
      { field: 'going', heads: ['在建（含前期）'], value: ({ own }) => state(own, 'going'), sums: true },
      { field: 'over', heads: ['已完工（含投用）'], value: ({ own }) => state(own, 'over'), sums: true },
      {
        field: 'rate',
        heads: ['完工率'],
        format: '0.0%',
        formula: (cell, row) => quotientOf(cell, row.get('over'), row.get('count'), 1, false),
      },
    ],
    groups: [{ key: 'all', label: '', records: stages }],
    keyOf: ({ stage }) => stage.id,
    groupsAs: 'none',
    total: { at: 'top', word: '总计' },
    style: 'range',
    labelField: 'name',
  });
  drawLine(page, end + 1, '表2 分建设主体汇总', 'title', 8);
  const builders = BUILDERS.map((name) => ({ name, own: schoolsBy(figures, name, true) }));
  end = drawTable<(typeof builders)[number]>(page, {
    table: 'builders',
    top: end + 2,
    columns: [
      { field: 'name', heads: ['建设主体', ''], value: ({ name }) => name },
      { field: 'count', heads: ['项目数', '合计'], value: ({ own }) => own.length, sums: true },
      { field: 'none', heads: ['项目数', '未开工'], value: ({ own }) => state(own, 'none'), sums: true },
      { field: 'going', heads: ['项目数', '在建（含前期）'], value: ({ own }) => state(own, 'going'), sums: true },
      { field: 'over', heads: ['项目数', '已完工（含投用）'], value: ({ own }) => state(own, 'over'), sums: true },
      { field: 'seats', heads: ['规划学位（个）', ''], value: ({ own }) => of(own, 'seats'), sums: true },
      { field: 'land', heads: ['规划用地（亩）', ''], value: ({ own }) => of(own, 'land'), sums: true },
      { field: 'formed', heads: ['已形成学位（个）', ''], value: ({ own }) => of(own, 'formed'), sums: true },
    ],
    groups: [{ key: 'all', label: '', records: builders }],
    keyOf: ({ name }) => name,
    groupsAs: 'none',
    total: { at: 'bottom', word: '总计' },
    style: 'typed',
    labelField: 'name',
  });
  drawMeta(page, end, [
    [0, '制表人', 'person', figures.person],
    [4, '审核人', 'reviewer', figures.reviewer],
  ]);
}

/** Annexes 1 and 3 as the departments send them back, and the indicators by year. */
function annexes(book: Book, figures: Figures): void {
  drawDuties(book.page('附件1责任分工'), figures);
  drawFundTable(book.page('附件3经费'), figures);
  drawYearTargets(book.page('指标'), figures);
}

const PROGRESS: readonly (readonly [state: string, percent: readonly number[], text: string])[] = [
  ['已完成', [100], '已全面完成，转入常态化管理。'],
  ['推进中', [35, 50, 60, 75, 80], '正按计划推进。'],
  ['未启动', [0], '方案起草中，尚未启动。'],
];

function drawDuties(page: Page, figures: Figures): void {
  drawLine(page, 0, '附件1 重点举措责任分工及进展表', 'title', 8);
  drawMeta(page, 1, [
    [0, '填报单位', 'unit', '市教体局'],
    [3, '填报人', 'person', figures.person],
    [5, '审核人', 'reviewer', figures.reviewer],
    [7, '填报日期', 'date', dateText(figures.today, true)],
  ]);
  const stateOf = (one: PlanMeasure): (typeof PROGRESS)[number] =>
    PROGRESS[(one.sequence * 7 + figures.month) % 5 === 0 ? 0 : (one.sequence + figures.month) % 7 === 0 ? 2 : 1] as (typeof PROGRESS)[number]; // prettier-ignore
  const headings = [...new Set(plan.measures.map((one) => one.heading))];
  const yearOf = (one: PlanMeasure): string => {
    const [state] = stateOf(one);
    return state === '已完成' ? dateText(figures.today - 40 - one.sequence) : `2025年${6 + (one.sequence % 7)}月`;
  };
  drawTable<PlanMeasure>(page, {
    table: 'duties',
    top: 2,
    columns: [
      { field: 'heading', heads: ['一级标题'] },
      { field: 'seq', heads: ['序号'], value: (one) => one.sequence },
      { field: 'name', heads: ['工作举措'], value: (one) => `${one.title}。${one.text}` },
      {
        field: 'departments',
        heads: ['责任部门'],
        value: (one) => (one.departmentsShown ? one.departments.join('\n') : '市教体局'),
      },
      { field: 'deadline', heads: ['完成时限'], value: yearOf },
      { field: 'state', heads: ['完成情况'], value: (one) => stateOf(one)[0] },
      {
        field: 'percent',
        heads: ['完成进度'],
        format: '0%',
        value: (one) => {
          const [, percents] = stateOf(one);
          return (percents[one.sequence % percents.length] ?? 0) / 100;
        },
      },
      { field: 'text', heads: ['本期进展'], value: (one) => stateOf(one)[2] },
    ],
    groups: headings.map((heading) => ({
      key: heading,
      label: heading,
      records: plan.measures.filter((one) => one.heading === heading),
    })),
    keyOf: (one) => `M${one.sequence}`,
    groupsAs: { field: 'heading' },
    style: 'typed',
    labelField: 'name',
  });
}

function drawFundTable(page: Page, figures: Figures): void {
  const total = 1000;
  drawLine(page, 0, '中心城区教育提升行动专项经费安排及使用情况表', 'title', 9);
  drawMeta(page, 1, [
    [0, '填报单位', 'unit', '市教体局'],
    [3, '填报日期', 'date', dateText(figures.today, true)],
  ]);
  const of = (fund: PlanFund): Figures['funds'][number] | undefined => figures.funds[plan.funds.indexOf(fund)];
  const balance = (cell: Cell, row: ReadonlyMap<string, Cell>): void =>
    differenceOf(cell, row.get('given'), row.get('spent'), true);
  const end = drawTable<PlanFund>(page, {
    table: 'funds',
    top: 2,
    columns: [
      { field: 'seq', heads: ['序号', ''], value: (fund) => fund.sequence },
      { field: 'name', heads: ['项目名称', ''], value: (fund) => fund.name },
      { field: 'content', heads: ['具体内容', ''], value: (fund) => fund.content },
      { field: 'amount', heads: ['安排金额', '（万元）'], value: (fund) => of(fund)?.amount ?? 0, sums: true },
      { field: 'given', heads: ['已下达', '（万元）'], value: (fund) => of(fund)?.given ?? 0, sums: true },
      { field: 'spent', heads: ['已支出', '（万元）'], value: (fund) => of(fund)?.spent ?? 0, sums: true },
      {
        field: 'rate',
        heads: ['支出进度', '（%）'],
        format: '0.0',
        formula: (cell, row) => quotientOf(cell, row.get('spent'), row.get('amount'), 100, false),
      },
      { field: 'balance', heads: ['结余', '（万元）'], formula: balance },
      {
        field: 'share',
        heads: ['占安排总额比重', '（%）'],
        format: '0.0',
        value: (fund) => round(((of(fund)?.amount ?? 0) / total) * 100, 1),
        sums: true,
      },
    ],
    groups: [{ key: 'all', label: '', records: plan.funds }],
    keyOf: (fund) => `F${fund.sequence}`,
    groupsAs: 'none',
    total: { at: 'bottom', word: '合计' },
    style: 'range',
    labelField: 'name',
  });
  page.put(end, 0, '安排金额合计（大写）：壹仟万元整', { table: 'funds', row: 'note', field: 'words', part: 'note' });
  page.merge(end, 0, end, 8);
  drawMeta(page, end + 1, [
    [0, '填报人', 'person', figures.person],
    [3, '审核人', 'reviewer', figures.reviewer],
    [6, '联系电话', 'phone', figures.phone],
  ]);
}

export const TABLE_LAYOUTS: readonly Layout[] = [
  { name: 'targets', draw: drawTargets },
  { name: 'summaries', draw: summaries },
  { name: 'annexes', draw: annexes },
];
