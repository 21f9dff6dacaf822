import { yichunPlan } from '../../../src/plan';
import type { Cell, Page } from '../proof/book';
import { byStage, footed, fundColumns, numbered, plain, targetColumns, titled, together } from './columns';
import type { CloseFigures, FundUse, MeasureUse, Project } from './figures';
import type { CloseLayout } from './layouts-schools';
import { drawTable, type Column } from './table';

const idOf = (one: Project): string => one.id;

/** A list at the left; beside it the sums by builder and, below those, by stage, typed in other units. */
export const crossed: CloseLayout = {
  name: 'list-and-summaries',
  draw(book, { schools }) {
    const page = book.page('重点调度项目');
    // Not all of them, so that the plan's own subtotals are no measure.
    const own = schools.filter(({ id, stage }) => (stage === 'S2' || stage === 'S3') && id !== 'S3.9');
    const columns: Column<Project>[] = [
      numbered('序', (_, i) => i + 1),
      plain('name', '学校名称'),
      plain('classes', '班数(个)'),
      plain('seats', '学位(个)'),
      plain('land', '用地(亩)'),
      plain('builder', '建设主体'),
      plain('status', '状态'),
    ];
    titled(page, 13, '义务教育学校重点调度项目表（2023年9月）', '单位见表头', '填报单位：市教体局项目办');
    const row = drawTable(page, {
      top: 2, left: 0, columns, idOf, groups: byStage(own, true, 'plan'), subtotal: 'below', total: 'bottom',
      words: { subtotal: '小计', total: '合计' }, labelUnder: 'name', asFormula: true,
    }); // prettier-ignore
    const builders = yichunPlan.builders
      .map(({ name }) => name)
      .filter((name) => own.some((one) => one.builder === name));
    const next = drawSums(page, 2, '建设主体', builders, (name) => own.filter(({ builder }) => builder === name));
    const stages = yichunPlan.stages.filter(({ id }) => id === 'S2' || id === 'S3');
    drawSums(page, next + 1, '学段', stages.map(({ name }) => name), (name) =>
      own.filter(({ stage }) => stage === stages.find((one) => one.name === name)?.id),
    ); // prettier-ignore
    const done = own.filter(({ status }) => status === '已完工').length;
    const note = `注：共${own.length}所，规划学位${own.reduce((sum, { seats }) => sum + seats, 0)}个；已完工${done}所。`;
    footed(page, row, note, '填报人：徐婷\u3000审核人：邹志刚\u3000填报日期：2023年10月8日');
  },
};

function drawSums(
  page: Page,
  top: number,
  word: string,
  keys: readonly string[],
  of: (key: string) => Project[],
): number {
  const heads = [word, '项目数（所）', '班数（个）', '学位（个）', '用地（亩）'];
  const fields = ['by', 'byCount', 'byClasses', 'bySeats', 'byLand'];
  heads.forEach((head, i) => page.put(top, 8 + i, head, fields[i] ?? '', 'header'));
  const columns = new Map<string, Cell[]>();
  keys.forEach((key, i) => {
    const ids = new Set(of(key).map(({ id }) => id));
    const row = top + 1 + i;
    page.put(row, 8, key, 'by', 'item', key);
    columns.set('byCount', [...(columns.get('byCount') ?? []), page.put(row, 9, ids.size, 'byCount', 'item', key)]);
    ['classes', 'seats', 'land'].forEach((field, k) => {
      const name = fields[2 + k] ?? '';
      const cell = page.put(row, 10 + k, null, name, 'item', key);
      const parts = page.cells.filter((one) => one.kind === 'item' && one.field === field && ids.has(one.id));
      cell.calc = { op: 'sum', of: parts, asFormula: false };
      columns.set(name, [...(columns.get(name) ?? []), cell]);
    });
  });
  const row = top + 1 + keys.length;
  page.put(row, 8, '合计', 'by', 'total', 'all');
  fields.slice(1).forEach((field, i) => {
    page.put(row, 9 + i, null, field, 'total', 'all').calc = {
      op: 'sum',
      of: columns.get(field) ?? [],
      asFormula: true,
    };
  });
  return row + 1;
}

/** The funds: one sheet for what was granted and spent, one by quarter. */
export const funds: CloseLayout = {
  name: 'funds-by-quarter',
  draw(book, figures) {
    const page = book.page('附件3经费');
    titled(
      page,
      7,
      '中心城区教育提升专项经费切块安排及执行情况表',
      '单位：万元',
      '填报单位：市本级\u30002023年第三季度',
    );
    const fund = (one: FundUse): string => one.fund.id;
    const shared = { top: 2, left: 0, groups: together(figures.funds), idOf: fund, subtotal: null, labelUnder: 'fund' };
    const row = drawTable(page, {
      ...shared, total: 'bottom', words: { subtotal: '', total: '合计' }, asFormula: true,
      columns: fundColumns({
        seq: '序号', name: '项目名称', amount: '安排金额（万元）', issued: '已下达（万元）', spent: '已支出（万元）',
        left: '结余（万元）', use: '执行率（%）',
      }),
    }); // prettier-ignore
    const people = '填报人：邓丽\u3000审核人：汤海波\u3000单位负责人：朱明\u3000填报日期：2023年10月11日';
    footed(page, row, '注：结余=安排金额-已支出，执行率=已支出/安排金额。', people);
    const second = book.page('分季支出');
    titled(second, 6, '专项经费分季支出表（2023年1-3季度）', '金额单位：万元', '填报单位：市本级\u30002023年第三季度');
    const quarter = (at: 0 | 1 | 2, head: string): Column<FundUse> => ({
      field: `q${at + 1}`, head, value: (one) => one.quarters[at], sum: true,
    }); // prettier-ignore
    const end = drawTable(second, {
      ...shared, total: 'top', words: { subtotal: '', total: '总计' }, asFormula: false,
      columns: [
        numbered<FundUse>('序号', (_, i) => i + 1),
        { field: 'fund', head: '项目名称', value: (one) => one.fund.name },
        quarter(0, '一季度'), quarter(1, '二季度'), quarter(2, '三季度'),
        { field: 'spentAgain', head: '累计支出', sum: true, calc: { op: 'sum', of: ['q1', 'q2', 'q3'], asFormula: false } },
      ],
    }); // prettier-ignore
    footed(second, end, null, people);
  },
};

const HEADS = [
  '序号',
  '指标名称',
  '单位',
  '2025年目标',
  '上年完成',
  '本期完成',
  '完成率（%）',
  '差距',
  '是否达到',
] as const;

/** All targets with rate and gap. */
const targets: CloseLayout = {
  name: 'targets',
  draw(book, figures) {
    const page = book.page('目标完成情况');
    titled(page, 9, '宜春中心城区教育提升专项行动目标完成情况表', '2023年第三季度', '填报单位：市本级');
    const row = drawTable(page, {
      top: 2, left: 0, groups: together(figures.targets), idOf: (one) => one.indicator.id, subtotal: null, total: null,
      words: { subtotal: '', total: '' }, labelUnder: '', asFormula: true, columns: targetColumns(HEADS),
    }); // prettier-ignore
    const note = '注：完成率=本期完成/2025年目标；差距=2025年目标-本期完成。';
    footed(page, row, note, '填报人：熊燕\u3000审核人：卢敏\u3000单位负责人：施建国\u3000填报日期：2023年10月12日');
  },
};

function drawMeasures(page: Page, top: number, measures: readonly MeasureUse[]): number {
  const heads = ['一级标题', '序号', '工作举措', '责任部门', '完成情况', '本期进展'];
  const fields = ['heading', 'seq', 'title', 'dept', 'state', 'progress'];
  heads.forEach((head, i) => page.put(top, i, head, fields[i] ?? '', 'header'));
  measures.forEach((one, i) => {
    const row = top + 1 + i;
    if (measures[i - 1]?.heading !== one.heading) {
      page.put(row, 0, one.heading, 'heading', 'item', one.id);
      page.merge(row, 0, row + measures.filter(({ heading }) => heading === one.heading).length - 1, 0);
    }
    page.put(row, 1, one.sequence, 'seq', 'item', one.id);
    page.put(row, 2, `${one.title}。${one.text}`, 'title', 'item', one.id);
    page.put(row, 3, one.departments.join('\n'), 'dept', 'item', one.id);
    page.put(row, 4, one.state, 'state', 'item', one.id);
    page.put(row, 5, one.progress, 'progress', 'item', one.id);
  });
  return top + 1 + measures.length;
}

/** Annex 1 with a tally of the states at the right. */
const duties: CloseLayout = {
  name: 'responsibilities',
  draw(book, { measures }) {
    const page = book.page('附件1责任分工');
    titled(page, 6, '附件1 重点举措责任分工及进展表', '2023年9月', '填报单位：市教体局');
    const row = drawMeasures(page, 2, measures);
    const tally = book.page('完成情况统计');
    tally.put(0, 0, '举措完成情况统计（2023年9月）', 'title', 'line');
    tally.merge(0, 0, 0, 2);
    ['完成情况', '条数', '占比'].forEach((head, i) =>
      tally.put(1, i, head, ['word', 'count', 'part'][i] ?? '', 'header'),
    );
    const words = ['未启动', '推进中', '已完成', '长期坚持'];
    const counts = words.map((word, i) => {
      tally.put(2 + i, 0, word, 'word', 'item', word);
      return tally.put(2 + i, 1, measures.filter(({ state }) => state === word).length, 'count', 'item', word);
    });
    tally.put(6, 0, '合计', 'word', 'total', 'all');
    const all = tally.put(6, 1, null, 'count', 'total', 'all');
    all.calc = { op: 'sum', of: counts, asFormula: true };
    [...counts, all].forEach((cell) => {
      const part = tally.put(cell.row, 2, null, 'part', cell.kind, cell.id);
      part.calc = { op: 'share', of: [cell, all], asFormula: true };
      part.format = '0.0%';
    });
    const people = '填报人：钟秀英\u3000审核人：易建平\u3000单位负责人：何伟\u3000填报日期：2023年10月9日';
    footed(page, row, null, people);
    footed(tally, 7, null, people);
  },
};

export const targetsAndDuties: CloseLayout = {
  name: 'targets-and-duties',
  draw(book, figures) {
    targets.draw(book, figures);
    duties.draw(book, figures);
  },
};

/** A district's whole submission: five sheets. */
export const submission: CloseLayout = {
  name: 'district-submission',
  draw(book, figures: CloseFigures) {
    const cover = book.page('封面');
    const lines = [
      ['报告期', '2023年9月'], ['填报单位', '宜阳新区'], ['填报人', '聂晓芳'], ['联系电话', '0795-3666158'],
      ['审核人', '温小勇'], ['填报日期', '2023年10月8日'],
    ] as const; // prettier-ignore
    cover.put(0, 0, '宜春中心城区教育提升专项行动报送表', 'title', 'line');
    lines.forEach(([word, value], i) => {
      cover.put(2 + i, 0, word, 'coverWord', 'line');
      cover.put(2 + i, 1, value, `cover${i}`, 'line', word);
    });
    const info = '填报单位：宜阳新区\u3000报告期：2023年9月';
    const people = '填报人：聂晓芳\u3000审核人：温小勇\u3000填报日期：2023年10月8日';
    const goals = book.page('目标完成情况');
    titled(goals, 9, '目标完成情况表', '单位：见表', info);
    const few = figures.targets.filter(({ indicator }) => ['T01', 'T02', 'T03', 'T04', 'T05'].includes(indicator.id));
    const afterGoals = drawTable(goals, {
      top: 2, left: 0, groups: together(few), idOf: (one) => one.indicator.id, subtotal: null, total: null,
      words: { subtotal: '', total: '' }, labelUnder: '', asFormula: true, columns: targetColumns(HEADS),
    }); // prettier-ignore
    footed(goals, afterGoals, null, people);
    const list = book.page('附件1');
    titled(list, 6, '附件1 责任清单进展', '（宜阳新区）', info);
    footed(list, drawMeasures(list, 2, figures.measures), null, people);
    const page = book.page('附件2');
    const own = figures.schools.filter(({ builder }) => builder === '宜阳新区');
    const columns: Column<Project>[] = [
      numbered('序号', (one) => 1 + own.filter(({ stage }) => stage === one.stage).indexOf(one)),
      plain('name', '学校名称'), plain('classes', '规划班数(个)'), plain('seats', '规划学位(个)'),
      plain('land', '规划用地(亩)'), plain('builder', '建设主体'), plain('remark', '备注'), plain('status', '项目状态'),
      plain('start', '开工日期', 'yyyy/m/d'), plain('due', '计划完工日期', 'yyyy/m/d'),
      plain('done', '实际完工日期', 'yyyy/m/d'), plain('formed', '已形成学位(个)'),
      plain('invest', '计划投资(万元)'), plain('prior', '上年底累计(万元)'), plain('current', '本年完成(万元)'),
    ]; // prettier-ignore
    titled(page, columns.length, '附件2 学校项目进展表', '单位：个、亩、万元', info);
    const row = drawTable(page, {
      top: 2, left: 0, columns, idOf, groups: byStage(own, true, 'plan'), subtotal: 'above', total: 'bottom',
      words: { subtotal: '小计', total: '合计' }, labelUnder: 'name', asFormula: true,
    }); // prettier-ignore
    footed(page, row, null, people);
    const money = book.page('附件3');
    titled(money, 7, '附件3 专项经费安排执行表', '单位：万元', info);
    const end = drawTable(money, {
      top: 2, left: 0, groups: together(figures.funds), idOf: (one) => one.fund.id, subtotal: null, total: 'bottom',
      words: { subtotal: '', total: '合计' }, labelUnder: 'fund', asFormula: true,
      columns: fundColumns({
        seq: '序号', name: '项目名称', amount: '金额(万元)', issued: '下达(万元)', spent: '支出(万元)',
        left: '结余(万元)', use: '执行率(%)',
      }),
    }); // prettier-ignore
    footed(money, end, '注：结余=金额-支出，执行率=支出/金额。', people);
  },
};
