import { sign, SIZES, type PlainLayout } from './layout';
import { COLUMNS as C, DATE, drawList, line } from './sheet';
import { drawCover, drawFunds, drawMeasures, drawTargets } from './tables';

/** What the district 袁州区 hands in: its own schools, typed subtotals above. */
export const district: PlainLayout = {
  name: 'district',
  draw(book, figures) {
    drawCover(book.page('封面'), figures, '袁州区', '中心城区教育提升专项行动项目进展月报');
    const page = book.page('附件2');
    line(page, 0, '袁州区学校建设项目进展表', 12);
    drawList(
      page, 1,
      [
        C.seq(['序号']), C.name(['学校名称']), ...SIZES, C.text('builder', ['建设主体']), C.text('status', ['项目状态']),
        C.date('start', ['开工日期']), C.date('due', ['计划完工日期']), C.date('done', ['实际完工日期']),
        C.size('formed', ['已形成学位（个）']), C.text('remark', ['备注']),
      ],
      figures.schools.filter(({ builder }) => builder === '袁州区'),
      { subtotal: 'above', total: 'bottom', asFormula: false, hasHeadings: true },
    ); // prettier-ignore
  },
};

/** Departments' quarterly report: 18 measures and the funds with what was spent. */
export const departments: PlainLayout = {
  name: 'departments',
  draw(book, figures) {
    const measures = book.page('附件1责任清单');
    line(measures, 0, '重点举措责任分工及进展表', 6);
    line(measures, 1, sign(figures, '宜春市教体局'), 6, 'sign');
    drawMeasures(
      measures, 2, figures, ['一级标题', '序号', '工作举措', '责任部门', '完成情况', '进展情况'],
      ['chapter', 'seq', 'measure', 'departments', 'measureState', 'progress'], '、',
    ); // prettier-ignore
    const funds = book.page('附件3经费');
    line(funds, 0, '中心城区教育提升专项行动经费切块安排及执行情况表', 7);
    line(funds, 1, '单位：万元', 7, 'unitLine');
    drawFunds(funds, 2, figures, {
      heads: [
        ['序号'],
        ['项目名称'],
        ['具体内容'],
        ['安排金额（万元）'],
        ['执行情况', '已支出（万元）'],
        ['执行情况', '执行率'],
        ['执行情况', '结余（万元）'],
      ],
      fields: ['seq', 'fund', 'content', 'amount', 'used', 'execution', 'left'],
      asFormula: true,
      total: 'top',
      isShare: true,
    });
    const seats = book.page('学位目标');
    line(seats, 0, '新增学位目标完成情况', 6);
    drawTargets(seats, 1, figures, {
      heads: ['指标名称', '计量单位', '目标值', '累计完成', '差距', '完成率（%）'],
      fields: ['indicator', 'unit', 'target', 'now', 'gap', 'ratio'],
      asFormula: true,
      ids: ['T14', 'T15', 'T16', 'T17', 'T18', 'T19'],
    });
  },
};

/** A monthly report on money in other words; typed rates as percent, subtotals below as formulas. */
export const monthly: PlainLayout = {
  name: 'monthly',
  draw(book, figures) {
    const page = book.page(`${figures.month}月`);
    line(page, 0, `${figures.year}年${figures.month}月学校建设投资月报`, 13);
    line(page, 1, sign(figures, '宜春市教育体育局'), 13, 'sign');
    drawList(
      page, 2,
      [
        C.seq(['序号']), C.name(['学校名称']), C.text('builder', ['责任单位（建设主体）']), C.size('seats', ['设计学位（个）']),
        C.size('land', ['占地（亩）']), C.size('invest', ['总投资（万元）']), C.size('prior', ['截至上月累计投资（万元）']),
        C.size('current', ['本月完成投资（万元）']),
        { field: 'spent', head: ['累计完成投资（万元）'], isSummed: true, calc: ['sum', 'prior', 'current'] },
        { field: 'percent', head: ['投资完成率（%）'], calc: ['percent', 'spent', 'invest'] },
        C.text('status', ['形象进度']), C.date('start', ['开工时间'], 'yyyy"年"m"月"d"日"'), C.date('due', ['计划完工时间'], DATE),
      ],
      figures.schools,
      { subtotal: 'below', total: 'bottom', asFormula: true, hasHeadings: true, heading: (stage) => `【${stage.name}】` },
    ); // prettier-ignore
  },
};
