import type { Book } from '../proof/book';
import { dateText, type School } from './figures';
import { byStage, col, dateCol, drawFoot, drawTable, drawTop, statusCol, type Layout, type Words } from './table';
import { drawSummary, stageLines } from './sheets';

export const own = (list: readonly School[], builder: string): School[] => list.filter((s) => s.builder === builder);

export function seatsOf(list: readonly School[]): number {
  return list.reduce((sum, { seats }) => sum + seats, 0);
}

const YUANZHOU: Words = {
  open: '未开工', going: '在建', topped: '主体封顶', fitting: '装修施工', nearly: '基本完工', done: '已完工',
}; // prettier-ignore

/** Annex 2 filled again by the district's education bureau, sums above the rows, and a ledger typed by hand. */
const yuanzhou: Layout = {
  name: 'yuanzhou',
  draw(book: Book, { list, report, year, month }) {
    const schools = own(list, '袁州区');
    const page = book.page('附件2');
    const title = `袁州区学校建设项目情况表（${year}年${month}月）`;
    const top = drawTop(page, 8, title, ['填报单位：袁州区教育体育局', `统计截止：${dateText(report)}`]);
    const row = drawTable(page, top, {
      columns: [
        col('seq', '序号'), col('name', '学校名称'), col('classes', '规划班数(个)'), col('seats', '规划学位(个)'),
        col('land', '规划用地(亩)'), col('builder', '建设主体'), statusCol('目前进度', YUANZHOU), col('remark', '备注'),
      ],
      groups: byStage(schools), hasHeadings: true, isRestarted: true,
      subtotal: ['above', '小计：'], total: ['below', '合计'],
    }); // prettier-ignore
    const note = `注：本区共${schools.length}个项目，规划学位${seatsOf(schools)}个。`;
    drawFoot(page, row, 8, report, [note]);
    const ledger = book.page('项目台账');
    const at = drawTop(ledger, 12, `袁州区学校建设项目台账（${year}年${month}月）`, [
      '填报单位：袁州区教育体育局', '单位：万元、个', `统计截止：${dateText(report)}`,
    ]); // prettier-ignore
    const end = drawTable(ledger, at, {
      columns: [
        col('seq', '序号'), col('name', '项目名称'), col('seats', '学位(个)'), statusCol('进度', YUANZHOU),
        dateCol('start', '开工日期'), dateCol('due', '计划完工'), dateCol('done', '实际完工'), col('invest', '总投资'),
        col('prior', '上年末累计完成'), col('year', '本年完成'), col('total', '累计完成', { calc: ['sum', 'prior', 'year'] }),
        col('formed', '已形成学位'),
      ],
      groups: [{ id: 'all', heading: '', schools }], total: ['below', '合计'], isTyped: true,
    }); // prettier-ignore
    drawFoot(ledger, end, 12, report);
    book.settle();
  },
};

const YIYANG: Words = {
  open: '尚未开工', going: '正在建设', topped: '主体结构封顶', fitting: '室内外装修', nearly: '基本建成', done: '竣工',
}; // prettier-ignore

/** The new district's planning bureau: ㎡, two lines of headings, the total first, everything typed. */
const yiyang: Layout = {
  name: 'yiyang',
  draw(book, { list, report, year, month }) {
    const schools = own(list, '宜阳新区');
    const page = book.page('Sheet1');
    const top = drawTop(page, 16, '宜阳新区中小学、幼儿园建设推进情况一览表', [
      '报送单位：宜阳新区管委会', `报告期：${year}年${month}月`, '金额单位：万元', `数据截至${dateText(report)}`,
    ]); // prettier-ignore
    const row = drawTable(page, top, {
      columns: [
        col('seq', '编号'), col('stage', '学段'), col('name', '校（园）名'), col('builder', '责任主体'),
        col('classes', '班级数（个）', { group: '建设规模' }), col('seats', '学位数（个）', { group: '建设规模' }),
        col('land', '用地面积（㎡）', { group: '建设规模', value: (s) => Math.round((s.land * 10_000) / 15), format: '#,##0' }),
        statusCol('形象进度', YIYANG),
        dateCol('start', '实际开工', { group: '时间节点', format: 'yyyy/m/d' }),
        dateCol('due', '计划竣工', { group: '时间节点', format: 'yyyy/m/d' }),
        dateCol('done', '实际竣工', { group: '时间节点', format: 'yyyy/m/d' }),
        col('invest', '计划总投资', { group: '投资' }), col('prior', '至上年底', { group: '投资' }),
        col('year', '今年以来', { group: '投资' }),
        col('total', '累计完成', { group: '投资', calc: ['sum', 'prior', 'year'] }),
        col('share', '完成率(%)', { group: '投资', calc: ['percent', 'total', 'invest'] }),
      ],
      groups: [{ id: 'all', heading: '', schools }], total: ['above', '总　计'], isTyped: true,
    }); // prettier-ignore
    drawFoot(page, row, 16, report, ['说明：用地面积按1亩=666.67平方米折算。']);
    const page2 = book.page('分学段');
    drawTop(page2, 9, '宜阳新区分学段统计', [`报告期：${year}年${month}月`, '单位：所、个、亩']);
    drawSummary(page2, 2, ['学段', '学校数', '班数', '学位', '用地（亩）', '已竣工', '建设中', '未开工', '已形成学位'], stageLines(schools), '总计'); // prettier-ignore
    book.settle();
  },
};

const JINGKAI: Words = {
  open: '前期', going: '施工', topped: '封顶', fitting: '装饰装修', nearly: '收尾', done: '完工',
}; // prettier-ignore

/** Monthly money report of the development zone with shares as formulas. */
const jingkai: Layout = {
  name: 'jingkai',
  draw(book, { list, report, year, month }) {
    const schools = own(list, '经开区');
    const page = book.page(`${month}月`);
    const top = drawTop(page, 17, `宜春经开区教育项目${year}年${month}月进度月报`, [
      '填报单位：经开区社会发展局', `截至${dateText(report)}`, '单位：万元',
    ]); // prettier-ignore
    const row = drawTable(page, top, {
      columns: [
        col('seq', '序号'), col('name', '项目'), col('stage', '类别'), col('classes', '班数'), col('seats', '学位'),
        col('land', '用地(亩)'), col('builder', '业主'), statusCol('阶段', JINGKAI), col('invest', '投资概算'),
        col('prior', '往年累计'), col('month', '当月完成'), col('year', '当年累计'),
        col('total', '开工以来累计', { calc: ['sum', 'prior', 'year'] }),
        col('share', '投资完成比例', { calc: ['share', 'total', 'invest'], format: '0.0%' }),
        col('left', '剩余投资', { calc: ['minus', 'invest', 'total'] }),
        dateCol('start', '开工时间', { format: 'yyyy-mm-dd' }), dateCol('due', '拟完工时间'),
      ],
      groups: [{ id: 'all', heading: '', schools }], total: ['below', '合  计'],
    }); // prettier-ignore
    const total = schools.reduce((sum, { invest }) => sum + invest, 0);
    drawFoot(page, row, 17, report, [
      `备注：在册项目${schools.length}个，投资概算合计${total}万元，规划学位${seatsOf(schools)}个。`,
    ]);
    const page2 = book.page('汇总');
    drawTop(page2, 9, `经开区教育项目汇总（${year}年${month}月）`, ['单位：所、个、亩']);
    drawSummary(page2, 2, ['类别', '项目数', '班数', '学位', '用地(亩)', '完工数', '在建数', '前期数', '已投用学位'], stageLines(schools), '合计'); // prettier-ignore
    book.settle();
  },
};

const CARDS: readonly (readonly [field: string, label: string])[] = [
  ['name', '项目名称'], ['builder', '建设主体'], ['classes', '规划班数（个）'], ['seats', '规划学位（个）'],
  ['land', '规划用地（亩）'], ['status', '项目状态'], ['start', '开工日期'], ['due', '计划完工日期'],
  ['done', '实际完工日期'], ['invest', '总投资（万元）'], ['formed', '已形成学位（个）'],
]; // prettier-ignore

/** The small scenic district: a list, and one card a school with label and value side by side. */
const mingyue: Layout = {
  name: 'mingyue',
  draw(book, { list, report, year, month }) {
    const schools = own(list, '明月山区');
    const page = book.page('汇总表');
    const top = drawTop(page, 17, `明月山温泉风景名胜区学校项目（${year}年${month}月）`, [
      '报送单位：明月山区社会事务局', `截止日期：${dateText(report)}`, '单位：个、亩、万元',
    ]); // prettier-ignore
    const columns = [
      col('seq', '序号'), col('stage', '学段'), col('name', '学校'), col('classes', '规划班数'), col('seats', '规划学位'),
      col('land', '规划用地'), col('builder', '建设主体'), statusCol('项目状态', YUANZHOU), dateCol('start', '开工日期'),
      dateCol('due', '计划完工日期'), dateCol('done', '实际完工日期'), col('invest', '总投资'), col('prior', '上年累计投资'),
      col('year', '本年投资'), col('total', '累计完成投资', { calc: ['sum', 'prior', 'year'] }), col('formed', '已形成学位'),
      col('remark', '方案备注'),
    ]; // prettier-ignore
    const row = drawTable(page, top, {
      columns, groups: [{ id: 'all', heading: '', schools }], total: ['below', '合计'], isTyped: true,
    }); // prettier-ignore
    drawFoot(page, row, 17, report);
    for (const school of schools) {
      const card = book.page(school.name);
      drawTop(card, 2, '学校建设项目卡', [`截止日期：${dateText(report)}`]);
      for (const [i, [field, label]] of CARDS.entries()) {
        const column = columns.find((one) => one.field === field);
        card.put(2 + i, 0, label, field, 'header');
        const cell = card.put(2 + i, 1, column?.value?.(school, 0) ?? null, field, 'item', school.id);
        cell.format = column?.format ?? null;
      }
    }
    book.settle();
  },
};

/** Kindergartens only, gathered by the task force: dense, sums by builder. */
const youeryuan: Layout = {
  name: 'youeryuan',
  draw(book, { list, report, year, month }) {
    const schools = list.filter(({ stage }) => stage === 'S5');
    const page = book.page('公办园建设');
    const top = drawTop(page, 16, `中心城区新建幼儿园推进表（${year}年${month}月）`, [
      '填表单位：市幼儿园建设专班', `截至${dateText(report)}`, '单位：万元',
    ]); // prettier-ignore
    const row = drawTable(page, top, {
      columns: [
        col('seq', '序'), col('name', '园名'), col('builder', '属地'), col('classes', '班'), col('seats', '学位（个）'),
        col('land', '面积（亩）'), statusCol('建设情况', YUANZHOU), dateCol('start', '动工日期', { format: 'yyyy.m.d' }),
        dateCol('due', '应完工日期', { format: 'yyyy.m.d' }), dateCol('done', '完工日期', { format: 'yyyy.m.d' }),
        col('invest', '概算投资'), col('prior', '上年底已完成'), col('year', '本年完成'),
        col('total', '累计完成', { calc: ['sum', 'prior', 'year'] }), col('formed', '投入使用学位'),
        col('remark', '来源'),
      ],
      groups: ['市本级', '袁州区', '宜阳新区', '经开区'].map((id) => ({ id, heading: id, schools: own(schools, id) })),
      subtotal: ['below', '小计'], total: ['below', '总计'],
    }); // prettier-ignore
    drawFoot(page, row, 16, report, ['注：方案附件2所列幼儿园中有1所名称未列示，未计入本表。']);
    book.settle();
  },
};

export const LAYOUTS_A: readonly Layout[] = [yuanzhou, yiyang, jingkai, mingyue, youeryuan];
