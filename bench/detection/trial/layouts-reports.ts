import { yichunPlan } from '../../../src/plan';
import type { Cell } from '../proof/book';
import { col, digest, footer, fundTable, measureTable, rows, stageName, targetTable } from './columns';
import { dateWords } from './figures';
import type { Layout } from './layouts-lists';
import { header, line, sums } from './table';

/** A sheet for every stage and one that adds them up, typed over from the others. */
const perStage: Layout = {
  name: 'per-stage-sheets',
  draw(book, f) {
    const summary = book.page('汇总');
    const columns = [
      col('no', '序号'), col('name', '学校名称'), col('builder', '责任单位'), col('nature', '建设性质'), col('classes', '班数'), col('seats', '学位数'), col('land', '占地（亩）'),
      col('status', '建设进度'), col('start', '开工时间'), col('due', '预计竣工'), col('done', '竣工时间'),
      col('invest', '计划总投资'), col('prior', '2022年底前完成'), col('current', '2023年完成'),
      col('total', '累计完成', { calc: { op: 'sum', of: ['prior', 'current'], asFormula: true } }),
      col('rate', '完成率', { calc: { op: 'share', of: ['total', 'invest'], asFormula: true }, format: '0.0%' }),
      col('formed', '新增学位'), col('percent', '形象进度（%）'), col('isLate', '是否滞后'), col('remark', '备注'),
    ]; // prettier-ignore
    const all: Cell[] = [];
    for (const stage of yichunPlan.stages) {
      const schools = f.schools.filter((school) => school.stage === stage.id);
      const page = book.page(stage.name);
      line(page, 0, 20, `${stage.name}建设项目进度表`, 'line', 'title');
      line(page, 1, 20, `截至${dateWords(f.report)}\u3000单位：个、亩、万元`, 'line', 'unitLine');
      const top = header(page, 2, columns);
      const made = rows(page, top, columns, schools);
      sums(page, top + made.length, columns, '合计', made, 'total', stage.id, true);
      all.push(...made.flat());
    }
    line(summary, 0, 10, '各学段学校建设进度汇总表', 'line', 'title');
    line(summary, 1, 10, `截至${dateWords(f.report)}\u3000单位：所、个、亩、万元`, 'line', 'unitLine');
    const end = digest(summary, 2, f.schools, all, 'stage', [
      ['classes', '班数'], ['seats', '学位数'], ['land', '占地'], ['invest', '计划总投资'], ['prior', '2022年底前完成'], ['current', '2023年完成'],
      ['formed', '新增学位'],
    ], ['序号', '学段', '学校数']); // prettier-ignore
    footer(summary, end, 10, f, ['易小红', '谢文斌']);
  },
};

/** Annexes 1 and 3 and the targets, by the office that has no schools. */
const duties: Layout = {
  name: 'duties-funds',
  draw(book, f) {
    const first = book.page('附件1责任分工');
    line(first, 0, 6, '重点举措责任分工表', 'line', 'title');
    measureTable(first, 1, ['序号', '一级标题', '工作举措', '责任部门', '进展情况', '完成状态']);
    const second = book.page('附件3经费');
    line(second, 0, 8, '中心城区教育提升行动专项经费切块安排表', 'line', 'title');
    line(second, 1, 8, '单位：千元', 'line', 'unitLine');
    const end = fundTable(second, 2, f, ['序号', '项目名称', '具体内容', '金额', '已拨付', '已使用', '余额', '使用率（%）'], true, 10); // prettier-ignore
    const sum = f.funds.reduce((n, { issued }) => n + issued, 0) * 10;
    line(second, end, 8, `注：专项经费总额10000千元，截至${dateWords(f.report)}已拨付${sum}千元。`, 'line', 'note');
    const third = book.page('指标');
    line(third, 0, 10, `主要指标完成情况（${dateWords(f.report, false)}）`, 'line', 'title');
    const last = targetTable(third, 1, f, [], true);
    footer(third, last, 10, f, ['罗晓燕', '付强']);
  },
};

/** 袁州区 alone: a header of two rows, money by source, and a sheet with the payments. */
const district: Layout = {
  name: 'district-two-row',
  draw(book, f) {
    const schools = f.schools.filter(({ builder }) => builder === '袁州区');
    const page = book.page('袁州区项目表');
    const columns = [
      col('no', '序号'), col('name', '项目名称'), col('stage', '学段'), col('builder', '建设主体'),
      col('classes', '班数', { group: '规划规模' }), col('seats', '学位', { group: '规划规模' }), col('land', '用地', { group: '规划规模' }),
      col('start', '开工', { group: '时间安排' }), col('due', '计划竣工', { group: '时间安排' }), col('done', '实际竣工', { group: '时间安排' }),
      col('status', '状态', { group: '形象进度' }), col('percent', '百分比', { group: '形象进度' }),
      col('upper', '上级补助', { group: '资金来源' }), col('bond', '专项债券', { group: '资金来源' }), col('own', '区级配套', { group: '资金来源' }),
      col('invest', '合计', { group: '资金来源', calc: { op: 'sum', of: ['upper', 'bond', 'own'], asFormula: true } }),
      col('formed', '已形成学位'), col('remark', '备注'),
    ]; // prettier-ignore
    line(page, 0, 18, '袁州区学校建设项目情况表', 'line', 'title');
    page.put(1, 0, '填报单位：袁州区教体局', 'reporter', 'line');
    page.put(1, 12, '单位：个、亩、%、万元', 'unitLine', 'line');
    const top = header(page, 2, columns);
    sums(page, top, columns, '总计', rows(page, top + 1, columns, schools), 'total', 'list', true);
    footer(page, top + schools.length + 1, 18, f, ['钟丽萍', '袁建国']);
    const second = book.page('资金支付');
    const paid = [
      col('no', '序号'), col('name', '项目名称'), col('invest', '总投资'), col('prior', '以前年度支付'), col('current', '本年支付'),
      col('total', '累计支付', { calc: { op: 'sum', of: ['prior', 'current'], asFormula: true } }),
      col('rate', '支付率', { calc: { op: 'share', of: ['total', 'invest'], asFormula: true }, format: '0.0%' }),
    ]; // prettier-ignore
    line(second, 0, 7, '袁州区学校建设项目资金支付表', 'line', 'title');
    line(second, 1, 7, `截至${dateWords(f.report)}\u3000单位：万元`, 'line', 'unitLine');
    const below = header(second, 2, paid);
    const lines = rows(second, below, paid, schools);
    sums(second, below + lines.length, paid, '合计', lines, 'total', 'paid', true);
  },
};

/** The month's report, grouped by builder with subtotals below; all sums typed by hand. */
const monthly: Layout = {
  name: 'monthly-progress',
  draw(book, f) {
    const page = book.page('月报');
    const columns = [
      col('no', '序号'), col('name', '学校名称'), col('stage', '学段'), col('builder', '建设主体'),
      col('seats', '规划学位（个）'), col('status', '形象进度'), col('percent', '进度（%）'),
      col('invest', '计划总投资'), col('yearPlan', '年度计划', { group: '本年投资' }), col('month', '本月完成', { group: '本年投资' }),
      col('current', '1月至本月累计', { group: '本年投资' }), col('prior', '上年底累计', { group: '开工以来' }),
      col('total', '累计完成', { group: '开工以来', calc: { op: 'sum', of: ['prior', 'current'], asFormula: false } }),
      col('rate', '完成率（%）', { group: '开工以来', calc: { op: 'percent', of: ['total', 'invest'], asFormula: false } }),
      col('formed', '已形成学位（个）'),
    ]; // prettier-ignore
    line(page, 0, 15, `中心城区学校建设月报表（${dateWords(f.report, false)}）`, 'line', 'title');
    line(page, 1, 15, '投资单位：万元', 'line', 'unitLine');
    let at = header(page, 2, columns);
    const subtotals: Cell[][] = [];
    const all: Cell[] = [];
    let count = 0;
    for (const builder of ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区']) {
      const schools = f.schools.filter((school) => school.builder === builder);
      const made = rows(page, at, columns, schools, count);
      count += schools.length;
      at += schools.length;
      subtotals.push(sums(page, at++, columns, `${builder}小计`, made, 'subtotal', builder, false));
      all.push(...made.flat());
    }
    sums(page, at++, columns, '合计', subtotals, 'total', 'list', false);
    footer(page, at, 15, f, ['何勇', '熊艳']);
    const second = book.page('分学段');
    line(second, 0, 6, '分学段投资完成情况', 'line', 'title');
    line(second, 1, 6, '单位：所、个、万元', 'line', 'unitLine');
    const third = book.page('专项经费');
    line(third, 0, 8, '专项经费执行情况', 'line', 'title');
    line(third, 1, 8, '单位：万元', 'line', 'unitLine');
    fundTable(
      third,
      2,
      f,
      ['序号', '专项名称', '用途', '安排数', '下达数', '支出数', '未支出', '支出进度（%）'],
      false,
    );
    digest(second, 2, f.schools, all, 'stage', [['seats', '规划学位'], ['invest', '计划总投资'], ['current', '本年累计完成'], ['formed', '已形成学位']], ['序号', '学段', '项目数']); // prettier-ignore
  },
};

/** The targets beside the schools that make them up, without a word about money. */
const targets: Layout = {
  name: 'targets-schools',
  draw(book, f) {
    const page = book.page('目标任务');
    line(page, 0, 10, '宜春中心城区教育提升专项行动目标完成情况表', 'line', 'title');
    line(page, 1, 10, `（${dateWords(f.report, false)}）`, 'line', 'reporter');
    const end = targetTable(page, 2, f, [], false);
    footer(page, end, 10, f, ['曾莉', '胡志刚']);
    const list = book.page('已建成学校');
    const columns = [
      col('no', '序号'), col('stage', '学段'), col('name', '学校名称'), col('classes', '班数'), col('seats', '规划学位'), col('formed', '已形成学位'),
      col('builder', '建设主体'), col('status', '状态'), col('start', '开工日期'), col('due', '计划完工日期'), col('done', '完工日期'),
    ]; // prettier-ignore
    const done = f.schools.filter(({ formed }) => formed > 0);
    line(list, 0, 11, '已建成学校名单', 'line', 'title');
    const top = header(list, 1, columns);
    const made = rows(list, top, columns, done);
    sums(list, top + made.length, columns, '合计', made, 'total', 'list', true, 2);
    const words = [...new Set(done.map(({ stage }) => stage))]
      .map((stage) => `${stageName(stage)}${done.filter((s) => s.stage === stage).length}所`)
      .join('、');
    line(list, top + made.length + 1, 11, `注：已建成学校${done.length}所，其中${words}。`, 'line', 'note');
  },
};

export const REPORT_LAYOUTS: readonly Layout[] = [perStage, duties, district, monthly, targets];
