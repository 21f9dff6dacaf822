import { dateText } from './figures';
import { own, seatsOf } from './layouts-a';
import { drawFunds, drawMeasures, drawSummary, drawTargets, stageLines } from './sheets';
import {
  byBuilder, byStage, col, dateCol, drawFoot, drawTable, drawTop, statusCol, type Layout, type Words,
} from './table'; // prettier-ignore

const BUREAU: Words = {
  open: '未开工', going: '在建', topped: '主体封顶', fitting: '装修施工', nearly: '基本完工', done: '已完工',
}; // prettier-ignore

const MISSING = '注：方案附件2中初中、幼儿园各有1所名称未列示，未计入本表。';

/** The city's education bureau: list of the whole city, sections at a glance, and the targets. */
const jiaoti: Layout = {
  name: 'jiaoti',
  draw(book, figures) {
    const { list, report, year, month } = figures;
    const page = book.page('学校清单');
    const top = drawTop(page, 11, `宜春中心城区教育提升专项行动学校建设汇总表（${year}年${month}月）`, [
      '填报单位：市教体局', `统计截止：${dateText(report)}`,
    ]); // prettier-ignore
    const row = drawTable(page, top, {
      columns: [
        col('seq', '序号'), col('name', '学校名称'), col('classes', '规划班数（个）'), col('seats', '规划学位（个）'),
        col('land', '规划用地（亩）'), col('builder', '建设主体'), statusCol('项目状态', BUREAU),
        dateCol('start', '开工日期'), dateCol('due', '计划完工'), dateCol('done', '实际完工'),
        col('formed', '已形成学位（个）'), col('remark', '备注'),
      ],
      groups: byStage(list), hasHeadings: true, isRestarted: true,
      subtotal: ['above', '小计'], total: ['below', '总计'],
    }); // prettier-ignore
    drawFoot(page, row, 11, report, [MISSING, `说明：表列学校${list.length}所，规划学位合计${seatsOf(list)}个。`]);
    const page2 = book.page('分学段汇总');
    drawTop(page2, 9, '分学段学校建设情况汇总表', [`报告期：${year}年${month}月`, '单位：所、个、亩']);
    drawSummary(page2, 2, ['学段', '学校数', '规划班数', '规划学位', '规划用地', '已完工', '在建', '未开工', '已形成学位'], stageLines(list), '合计'); // prettier-ignore
    const page3 = book.page('目标完成情况');
    drawTop(page3, 9, '专项行动（2022-2025年）目标完成情况表', ['填报单位：市教体局', `统计截止：${dateText(report)}`]);
    drawTargets(page3, 2, figures, ['序号', '指标名称', '计量单位', '2025年目标', '上年完成', '本期完成(累计)', '完成率(%)', '与目标差距', '是否达到']); // prettier-ignore
    book.settle();
  },
};

/** The finance bureau: annex 3 by quarters, where each school's money comes from, and a note. */
const caizheng: Layout = {
  name: 'caizheng',
  draw(book, figures) {
    const { list, report, year, month } = figures;
    const page = book.page('专项经费');
    drawTop(page, 13, '中心城区教育提升专项行动经费切块安排及执行情况表', [
      '填报单位：宜春市财政局', `截至${dateText(report)}`, '单位：万元',
    ]); // prettier-ignore
    const row = drawFunds(page, 2, figures);
    const issued = figures.money.reduce((sum, line) => sum + line.issued, 0);
    drawFoot(page, row, 13, report, [`注：专项经费切块安排合计1000万元，截至报告期已下达${issued}万元。`]);
    const page2 = book.page('学校资金来源');
    const top = drawTop(page2, 13, `学校建设资金筹集与支付情况（${year}年${month}月）`, [
      '填报单位：宜春市财政局', '单位：万元', `截至${dateText(report)}`,
    ]); // prettier-ignore
    const end = drawTable(page2, top, {
      columns: [
        col('seq', '序号'), col('name', '学校'), col('builder', '建设主体'), col('seats', '规划学位（个）'),
        col('src1', '本级财政', { group: '资金来源' }), col('src2', '上级补助', { group: '资金来源' }),
        col('src3', '专项债券', { group: '资金来源' }),
        { field: 'invest', head: '合计', group: '资金来源', calc: ['sum', 'src1', 'src2', 'src3'] },
        statusCol('建设状态', BUREAU), col('prior', '以前年度', { group: '已支付' }),
        col('year', '本年', { group: '已支付' }), col('total', '累计', { group: '已支付', calc: ['sum', 'prior', 'year'] }),
        col('share', '支付率', { calc: ['share', 'total', 'invest'], format: '0.00%' }),
      ],
      groups: byBuilder(list), hasHeadings: true, subtotal: ['below', '小计'], total: ['below', '合计'],
    }); // prettier-ignore
    drawFoot(page2, end, 13, report, [MISSING]);
    book.settle();
  },
};

const LAND: Words = {
  open: '未动工', going: '已动工', topped: '主体封顶', fitting: '装修施工', nearly: '基本完工', done: '已完工',
}; // prettier-ignore

/** The bureau of natural resources: land planned and handed over, by builder, 亩 and ㎡ side by side. */
const ziran: Layout = {
  name: 'ziran',
  draw(book, { list, report, year, month }) {
    const page = book.page('用地保障');
    const top = drawTop(page, 13, `中心城区学校建设用地保障情况表（${year}年${month}月）`, [
      '填报单位：市自然资源局', `统计时点：${dateText(report)}`,
    ]); // prettier-ignore
    const row = drawTable(page, top, {
      columns: [
        col('seq', '序号'), col('name', '用地单位（学校）'), col('stage', '学段'), col('builder', '建设主体'),
        col('classes', '班数'), col('seats', '学位数'),
        col('land', '规划用地（亩）'), col('metres', '规划用地（㎡）', { value: (s) => Math.round((s.land * 10_000) / 15), isSummed: true, format: '#,##0' }),
        col('supplied', '已供地（亩）'), col('unsupplied', '未供地（亩）', { calc: ['minus', 'land', 'supplied'] }),
        col('landShare', '供地率', { calc: ['share', 'supplied', 'land'], format: '0.0%' }),
        statusCol('动工情况', LAND), dateCol('start', '动工日期'), dateCol('due', '约定竣工日期'),
      ],
      groups: byBuilder(list), hasHeadings: true, isRestarted: true,
      subtotal: ['above', '小计'], total: ['above', '全市合计'],
    }); // prettier-ignore
    drawFoot(page, row, 13, report, [MISSING, '2.面积换算：1亩=666.67㎡，取整数。']);
    const page2 = book.page('分主体');
    drawTop(page2, 9, '分建设主体用地统计', [`报告期：${year}年${month}月`, '单位：所、个、亩']);
    const lines = byBuilder(list).map(({ id, schools }) => [id, id, schools] as const);
    drawSummary(page2, 2, ['建设主体', '宗数', '班数', '学位数', '规划用地', '已完工', '已动工', '未动工', '已投用学位'], lines, '合计'); // prettier-ignore
    book.settle();
  },
};

/** The bureau of housing: the 18 measures with its word on each, and the works with their dates, by section. */
const zhujian: Layout = {
  name: 'zhujian',
  draw(book, { list, report, year, month }) {
    const page = book.page('责任分工');
    drawTop(page, 7, '附件1 重点举措责任分工及进展情况', ['填报单位：市住建局', `截止：${dateText(report)}`]);
    const row = drawMeasures(page, 2);
    drawFoot(page, row, 7, report);
    const page2 = book.page('在建工程');
    const schools = list.filter(({ stage }) => stage === 'S2' || stage === 'S3');
    const top = drawTop(page2, 14, `义务教育学校工程进度表（${year}年${month}月）`, [
      '填报单位：市住建局', `截止：${dateText(report)}`, '单位：万元',
    ]); // prettier-ignore
    const end = drawTable(page2, top, {
      columns: [
        col('seq', '序号'), col('name', '工程名称'), col('builder', '建设单位'), col('classes', '班数'),
        col('seats', '学位'), col('land', '用地（亩）'), statusCol('工程进度', BUREAU), dateCol('start', '开工'),
        dateCol('due', '合同竣工'), dateCol('done', '竣工验收'), col('invest', '合同价'), col('prior', '上年末累计产值'),
        col('month', '本月产值'), col('year', '本年产值'), col('total', '累计产值', { calc: ['sum', 'prior', 'year'] }),
        col('share', '产值完成率', { calc: ['percent', 'total', 'invest'] }), col('remark', '备注'),
      ],
      groups: byStage(schools), hasHeadings: true, subtotal: ['below', '小  计'], total: ['below', '合  计'],
    }); // prettier-ignore
    drawFoot(page2, end, 14, report, ['注：初中另有1所方案未列示名称，未计入。', '产值完成率=累计产值÷合同价×100。']);
    book.settle();
  },
};

const WORKS: Words = {
  open: '未开工', going: '在建', topped: '主体封顶', fitting: '装饰装修', nearly: '基本完工', done: '已完工',
}; // prettier-ignore

/** The city's building company: money in 元, cent-free, typed sums, and its summary. */
const chengtou: Layout = {
  name: 'chengtou',
  draw(book, { list, report, year, month }) {
    const schools = own(list, '市本级');
    const page = book.page('代建项目');
    const top = drawTop(page, 17, '市城投公司市属学校代建项目进度台账', [
      '填报单位：市城投公司', `截止日期：${dateText(report)}`, `（${year}年${month}月）`, '单位：元',
    ]); // prettier-ignore
    const yuan = { format: '#,##0' };
    const row = drawTable(page, top, {
      columns: [
        col('seq', '序号'), col('name', '代建项目名称'), col('stage', '学段'), col('builder', '建设主体'),
        col('classes', '班数(个)'), col('seats', '学位(个)'), col('land', '用地(亩)'), statusCol('工程状态', WORKS),
        dateCol('start', '开工日期', { format: 'yyyy"年"m"月"d"日"' }),
        dateCol('due', '合同竣工日期', { format: 'yyyy"年"m"月"d"日"' }),
        dateCol('done', '实际竣工日期', { format: 'yyyy"年"m"月"d"日"' }),
        col('invest', '概算总投资(元)', { ...yuan, value: (s) => s.invest * 10_000 }),
        col('prior', '上年末累计付款(元)', { ...yuan, value: (s) => s.prior * 10_000 }),
        col('year', '本年付款(元)', { ...yuan, value: (s) => s.year * 10_000 }),
        col('total', '累计付款(元)', { ...yuan, calc: ['sum', 'prior', 'year'] }),
        col('left', '未付款(元)', { ...yuan, calc: ['minus', 'invest', 'total'] }), col('formed', '已形成学位(个)'),
        col('remark', '备注'),
      ],
      groups: [{ id: 'all', heading: '', schools }], total: ['below', '合计'], isTyped: true,
    }); // prettier-ignore
    drawFoot(page, row, 17, report, [
      `注：市城投公司统一建设市属学校${schools.length}所，规划学位${seatsOf(schools)}个。`,
    ]);
    const page2 = book.page('按学段');
    drawTop(page2, 9, '代建项目分学段统计', [`（${year}年${month}月）`, '单位：所、个、亩']);
    drawSummary(page2, 2, ['学段', '项目数', '班数', '学位', '用地', '已完工', '在建', '未开工', '已形成学位'], stageLines(schools), '合计'); // prettier-ignore
    book.settle();
  },
};

export const LAYOUTS_B: readonly Layout[] = [jiaoti, caizheng, ziran, zhujian, chengtou];
