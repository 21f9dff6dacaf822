import { yichunPlan } from '../../../src/plan';
import type { Book, Cell } from '../proof/book';
import { col, digest, footer, fundTable, measureTable, rows, targetTable } from './columns';
import { dateWords, type TrialFigures } from './figures';
import { header, line, sums } from './table';

export interface Layout {
  readonly name: string;
  draw(book: Book, figures: TrialFigures): void;
}

/** Annex 2 as the plan prints it, with the subtotal above its schools, plus the note with the totals. */
const annexTwo: Layout = {
  name: 'annex-two',
  draw(book, f) {
    const page = book.page('附件2');
    const columns = [
      col('no', '序号'), col('name', '学校名称'), col('classes', '规划班数(个)'), col('seats', '规划学位(个)'),
      col('land', '规划用地(亩)'), col('builder', '建设主体'), col('status', '工程进度'), col('formed', '已形成学位(个)'), col('remark', '备注'),
    ]; // prettier-ignore
    page.put(0, 0, '附件2', 'annex', 'line');
    line(page, 1, 9, '宜春中心城区学校建设项目表', 'line', 'title');
    line(page, 2, 9, `填报单位：宜春市教体局\u3000\u3000\u3000统计截止：${dateWords(f.report)}`, 'line', 'reporter');
    let at = header(page, 3, columns);
    const all: Cell[][] = [];
    for (const stage of yichunPlan.stages) {
      const schools = f.schools.filter((school) => school.stage === stage.id);
      line(page, at++, 9, stage.heading, 'heading', 'heading');
      const top = schools.length > 1 ? at + 1 : at;
      const made = rows(page, top, columns, schools);
      if (schools.length > 1) sums(page, at, columns, '小计：', made, 'subtotal', stage.id, true);
      all.push(...made);
      at = top + schools.length;
    }
    sums(page, at++, columns, '合计', all, 'total', 'list', true);
    const total = (pick: (s: TrialFigures['schools'][number]) => number): number =>
      Number(f.schools.reduce((sum, s) => sum + pick(s), 0).toFixed(2));
    line(page, at++, 9, `注：本表共列学校${f.schools.length}所（名称未定的2所未列入），规划班数${total((s) => s.classes)}个，规划学位${total((s) => s.seats)}个，规划用地${total((s) => s.land)}亩。`, 'line', 'note'); // prettier-ignore
    footer(page, at, 9, f, ['李晓明', '周建平']);
  },
};

/** One line per school, one header row; a second sheet by builder, typed by hand. */
const ledger: Layout = {
  name: 'progress-ledger',
  draw(book, f) {
    const page = book.page('项目进度台账');
    const columns = [
      col('no', '序号'), col('stage', '学段'), col('name', '学校名称'), col('builder', '建设主体'), col('nature', '建设性质'),
      col('classes', '规划班数'), col('seats', '规划学位'), col('land', '规划用地（亩）'), col('status', '项目状态'),
      col('percent', '形象进度（%）'), col('start', '开工日期'), col('due', '计划完工'), col('done', '实际完工'),
      col('invest', '总投资（万元）'), col('total', '累计完成投资（万元）'),
      col('rate', '投资完成率（%）', { calc: { op: 'percent', of: ['total', 'invest'], asFormula: true } }),
      col('formed', '已形成学位'), col('isLate', '是否滞后'), col('remark', '方案备注'),
    ]; // prettier-ignore
    line(page, 0, 19, '中心城区学校建设项目进度台账', 'line', 'title');
    line(page, 1, 19, `截至${dateWords(f.report)}\u3000\u3000单位：个、亩、万元`, 'line', 'unitLine');
    const top = header(page, 2, columns);
    const made = rows(page, top, columns, f.schools);
    sums(page, top + made.length, columns, '合计', made, 'total', 'list', true, 2);
    const money = f.schools.reduce((sum, { invest }) => sum + invest, 0);
    line(
      page,
      top + made.length + 1,
      19,
      `注：本台账共列学校${f.schools.length}所，总投资${money}万元。`,
      'line',
      'note',
    );
    footer(page, top + made.length + 2, 19, f, ['张敏', '刘海涛']);
    const second = book.page('按建设主体汇总');
    line(second, 0, 7, '分建设主体项目情况汇总', 'line', 'title');
    line(second, 1, 7, '单位：所、个、万元', 'line', 'unitLine');
    digest(second, 2, f.schools, made.flat(), 'builder',
      [['classes', '规划班数'], ['seats', '规划学位'], ['invest', '总投资'], ['total', '累计完成投资']],
      ['序号', '建设主体', '项目数']); // prettier-ignore
  },
};

/** Seats in thousands of persons, money in units of its own; the stages' table has the total first. */
const thousands: Layout = {
  name: 'thousand-units',
  draw(book, f) {
    const page = book.page('学校明细');
    const columns = [
      col('no', '编号'), col('stage', '学段'), col('name', '学校'), col('builder', '承建单位（区）', { group: '基本情况' }),
      col('nature', '建设类别', { group: '基本情况' }),
      col('classes', '班数（班）', { group: '规划规模' }), col('seats', '学位（千人）', { group: '规划规模', scale: 1000, format: '0.000' }),
      col('land', '用地（亩）', { group: '规划规模' }),
      col('status', '状态', { group: '建设进展' }), col('percent', '形象进度（%）', { group: '建设进展' }),
      col('start', '开工日期', { group: '建设进展' }), col('done', '竣工日期', { group: '建设进展' }), col('formed', '已建成学位（千人）', { group: '建设进展', scale: 1000, format: '0.000' }),
      col('invest', '概算投资（千万元）', { group: '投资', scale: 1000, format: '0.000' }),
      col('prior', '上年末累计（千万元）', { group: '投资', scale: 1000, format: '0.000' }),
      col('current', '本年完成（千万元）', { group: '投资', scale: 1000, format: '0.000' }),
    ]; // prettier-ignore
    line(page, 0, 16, '宜春中心城区学校规划建设情况明细表', 'line', 'title');
    line(page, 1, 16, '计量单位：班、千人、亩、千万元', 'line', 'unitLine');
    const top = header(page, 2, columns);
    const made = rows(page, top, columns, f.schools);
    sums(page, top + made.length, columns, '总  计', made, 'total', 'list', true, 2);
    const second = book.page('学段汇总');
    line(second, 0, 8, '分学段规划学位汇总表', 'line', 'title');
    line(second, 1, 8, '计量单位：所、班、千人、亩、千万元', 'line', 'unitLine');
    const end = digest(second, 2, f.schools, made.flat(), 'stage',
      [['classes', '班数'], ['seats', '学位（千人）'], ['land', '用地'], ['formed', '已建成学位（千人）'], ['invest', '概算投资（千万元）']],
      ['行号', '学段', '学校数'], true); // prettier-ignore
    footer(second, end, 8, f, ['黄丽', '吴志强']);
    const fourth = book.page('经费（千元）');
    line(fourth, 0, 8, '专项经费安排使用情况', 'line', 'title');
    line(fourth, 1, 8, '计量单位：千元', 'line', 'unitLine');
    fundTable(
      fourth,
      2,
      f,
      ['行号', '项目名称', '具体内容', '安排金额', '已下达', '已支出', '结余', '执行率（%）'],
      true,
      10,
    );
    const third = book.page('目标（万个）');
    line(third, 0, 10, '2025年目标任务完成情况', 'line', 'title');
    line(third, 1, 10, '学位单位：万个；学校单位：所', 'line', 'unitLine');
    targetTable(third, 2, f, ['行号', '目标', '单位', '2025年目标值', '2022年底', '累计完成', '完成比例（%）', '差额', '达标', '牵头单位'], true); // prettier-ignore
  },
};

/** Five sheets: cover, targets, responsibilities, schools, funds. */
const fiveSheets: Layout = {
  name: 'five-sheets',
  draw(book, f) {
    const cover = book.page('封面');
    cover.put(1, 0, '宜春中心城区教育提升专项行动报送表', 'title', 'line');
    cover.merge(1, 0, 1, 3);
    const lines: readonly (readonly [string, string])[] = [
      ['填报单位', '市教体局'], ['报告期', dateWords(f.report, false)], ['填报人', '陈静'], ['联系电话', '0795-3998123'],
      ['审核人', '彭国华'], ['填报日期', dateWords(f.report + 3)],
    ]; // prettier-ignore
    lines.forEach(([label, value], i) => {
      cover.put(3 + i, 1, label, 'coverLabel', 'other');
      cover.put(3 + i, 2, value, `cover:${label}`, 'other');
    });
    const targets = book.page('1目标');
    line(targets, 0, 10, '目标完成情况表', 'line', 'title');
    line(targets, 1, 10, `报告期：${dateWords(f.report, false)}`, 'line', 'reporter');
    targetTable(targets, 2, f, [], false);
    const duties = book.page('2责任清单');
    line(duties, 0, 6, '附件1 重点举措责任分工及进展表', 'line', 'title');
    measureTable(duties, 1, []);
    const page = book.page('3学校项目');
    const columns = [
      col('no', '序号'), col('name', '学校名称'), col('classes', '规划班数（个）'), col('seats', '规划学位（个）'), col('land', '规划用地（亩）'),
      col('builder', '建设主体'), col('status', '项目状态'), col('start', '开工日期'), col('due', '计划完工日期'), col('done', '实际完工日期'), col('percent', '形象进度（%）'), col('isLate', '是否滞后'),
      col('formed', '已形成学位（个）'), col('invest', '总投资（万元）'), col('total', '累计投资（万元）'), col('remark', '备注'),
    ]; // prettier-ignore
    line(page, 0, 16, '附件2 学校建设项目进展表', 'line', 'title');
    let at = header(page, 1, columns);
    const subtotals: Cell[][] = [];
    for (const stage of yichunPlan.stages) {
      const schools = f.schools.filter((school) => school.stage === stage.id);
      line(page, at++, 16, stage.heading, 'heading', 'heading');
      const made = rows(page, at, columns, schools);
      at += schools.length;
      subtotals.push(sums(page, at++, columns, '小计', made, 'subtotal', stage.id, false));
    }
    sums(page, at++, columns, '合计', subtotals, 'total', 'list', true);
    footer(page, at, 16, f, ['陈静', '彭国华']);
    const funds = book.page('4经费');
    line(funds, 0, 8, '附件3 专项经费切块安排及执行情况表', 'line', 'title');
    line(funds, 1, 8, '单位：万元', 'line', 'unitLine');
    fundTable(funds, 2, f, [], false);
  },
};

export const LIST_LAYOUTS: readonly Layout[] = [annexTwo, ledger, thousands, fiveSheets];
