import { column } from './columns';
import { choices, dayText, foot, info, infoPair, periodText, title } from './frame';
import { BUILDERS, STATUSES } from './figures';
import { byStage, indicatorsOf, numbered, ofBuilder, plain, sumOfField, type Layout } from './layout';
import { fundTable, indicatorTable, measureTable, sidewaysIndicators, summaryTable } from './other-tables';
import { drawTable } from './table';

/** A district's whole book: cover, the three annexes and the targets, with a hidden list of choices. */
const districtBook: Layout = {
  name: 'district-book',
  draw(draft, figures, random) {
    const cover = draft.page('封面');
    title(cover, 2, 6, '教育提升专项行动进展情况报表');
    infoPair(draft, cover, 5, 1, 'unit', '袁州区');
    infoPair(draft, cover, 6, 1, 'period', periodText(figures));
    infoPair(draft, cover, 7, 1, 'preparedBy', figures.preparedBy, '填报人');
    infoPair(draft, cover, 8, 1, 'phone', figures.phone);
    infoPair(draft, cover, 9, 1, 'reviewedBy', figures.reviewedBy);
    infoPair(draft, cover, 10, 1, 'reportedOn', figures.reportedOn);
    const targets = draft.page('目标完成情况');
    title(targets, 0, 9, '目标任务完成情况表');
    const heads = [
      ['seq', '序号'],
      ['name', '指标名称'],
      ['unit', '计量单位'],
      ['target', '2025年目标值'],
      ['last', '上年完成值'],
      ['now', '本期完成值'],
      ['rate', '完成率（%）'],
      ['gap', '与目标差距'],
      ['met', '是否达到'],
    ] as const;
    indicatorTable(draft, targets, 1, 0, heads, indicatorsOf(figures, 'T01', 'T02', 'T03'), true);
    const schools = draft.page('附件2');
    title(schools, 0, 12, '中心城区学校建设项目情况表');
    info(draft, schools, 1, 0, 'unit', '袁州区');
    page2(schools, periodText(figures));
    const table = drawTable(draft, schools, 2, 0, {
      columns: [
        column('seq', '序号'),
        column('name', '学校名称'),
        column('classes', '规划班数|（个）'),
        column('seats', '规划学位|（个）'),
        column('land', '规划用地|（亩）'),
        column('builder', '建设主体'),
        column('remark', '备注'),
        column('status', '项目状态'),
        column('start', '开工日期'),
        column('due', '计划完工'),
        column('done', '实际完工'),
        column('formed', '已形成学位（个）'),
      ],
      groups: numbered(ofBuilder(figures, '袁州区')),
      heading: true,
      subtotals: 'above',
      subtotalLabel: () => '小计：',
      total: 'bottom',
      sequence: 'perGroup',
    });
    foot(draft, schools, table.next, [0, 3, 6, 9], figures);
    const annex1 = draft.page('附件1');
    title(annex1, 0, 5, '重点举措责任分工及进展表');
    const duties = [
      ['heading', '一级标题'],
      ['title', '工作举措'],
      ['depts', '责任部门'],
      ['state', '完成情况'],
      ['progress', '本期进展'],
    ] as const;
    measureTable(draft, annex1, 1, 0, duties, { joint: '\n', numbered: true, random });
    const annex3 = draft.page('附件3');
    title(annex3, 0, 7, '教育提升行动专项经费切块安排及执行情况表');
    const money = [
      ['seq', '序号'],
      ['name', '项目名称'],
      ['content', '具体内容'],
      ['amount', '金额/（万元）'],
      ['spent', '已支出/（万元）'],
      ['balance', '结余/（万元）'],
      ['rate', '执行率/（%）'],
    ] as const;
    fundTable(draft, annex3, 1, 0, money, figures, { total: 'bottom', live: true });
    choices(draft, '选项', [[...STATUSES], [...BUILDERS]]);
  },
};

function page2(page: Parameters<typeof title>[0], period: string): void {
  page.put(1, 6, `（${period}）`);
}

/** All tables beneath each other on one sheet: targets, a stage summary of the city's own list, the list, the funds. */
const oneSheet: Layout = {
  name: 'four-tables-on-one-sheet',
  draw(draft, figures) {
    const page = draft.page('综合表');
    const lines = ofBuilder(figures, '市本级');
    title(page, 0, 10, `市本级教育项目综合情况（${periodText(figures)}）`);
    info(draft, page, 1, 0, 'unit', '市本级');
    info(draft, page, 1, 6, 'reportedOn', dayText(figures, 'longWords'));
    page.put(2, 0, '一、主要指标');
    const heads = [
      ['name', '指标'],
      ['unit', '单位'],
      ['target', '到2025年目标'],
      ['now', '目前实现'],
      ['met', '是否达标'],
    ] as const;
    let row = indicatorTable(draft, page, 3, 0, heads, indicatorsOf(figures, 'T01', 'T02', 'T03', 'T14', 'T20'));
    page.put(row + 1, 0, '二、分学段情况');
    const stages = [
      ['key', '学段'],
      ['count', '学校数/（所）'],
      ['classes', '班数/（个）'],
      ['seats', '学位数/（个）'],
      ['land', '用地/（亩）'],
      ['waiting', '其中/未开工'],
      ['building', '其中/在建'],
      ['ready', '其中/完工'],
    ] as const;
    const rows = byStage(lines).map(({ label, lines: own }) => ({
      key: label,
      cells: {
        count: own.length,
        classes: sumOfField(own, 'classes'),
        seats: sumOfField(own, 'seats'),
        land: sumOfField(own, 'land'),
        waiting: own.filter((line) => STATUSES.indexOf(line.status) < 2).length,
        building: own.filter((line) => [2, 3, 4, 5].includes(STATUSES.indexOf(line.status))).length,
        ready: own.filter((line) => STATUSES.indexOf(line.status) > 5).length,
      },
    }));
    row = summaryTable(draft, page, row + 2, 0, stages, rows, { total: 'bottom', live: true }).next;
    page.put(row + 1, 0, '三、项目清单');
    row = drawTable(draft, page, row + 2, 0, {
      columns: [
        column('stage', '学段'),
        column('seq', '序号'),
        column('name', '项目（学校）名称'),
        column('buildKind', '建设方式'),
        column('classes', '班数'),
        column('seats', '学位'),
        column('land', '用地面积（亩）'),
        column('status', '当前状态'),
        column('invest', '投资额（万元）'),
        column('cum', '已完成投资（万元）'),
      ],
      groups: byStage(lines),
      total: 'bottom',
      mergeField: 'stage',
    }).next;
    page.put(row + 1, 0, '四、专项经费');
    const money = [
      ['seq', '序号'],
      ['name', '资金项目'],
      ['amount', '安排数（万元）'],
      ['issued', '下达数（万元）'],
      ['spent', '支出数（万元）'],
    ] as const;
    row = fundTable(draft, page, row + 2, 0, money, figures, { total: 'top', live: true, label: '总计' });
    foot(draft, page, row + 1, [0, 2, 4, 7], figures);
  },
};

/** A list at the left, the builders' summary and the funds at its right. */
const sideBySide: Layout = {
  name: 'tables-beside-each-other',
  draw(draft, figures) {
    const page = draft.page('进度调度');
    title(page, 0, 9, `教育项目调度表（${periodText(figures)}）`);
    info(draft, page, 1, 0, 'unit', '宜春市教育体育局');
    drawTable(draft, page, 2, 0, {
      columns: [
        column('seq', '序号'),
        column('name', '学校'),
        column('builder', '建设主体'),
        column('stage', '学段'),
        column('seats', '学位（个）'),
        column('status', '状态'),
        column('percentNumber', '形象进度（%）'),
        column('formed', '新增到位学位（个）'),
        column('remark', '备注'),
      ],
      groups: plain(figures.lines),
      total: 'bottom',
    });
    const rows = BUILDERS.map((builder) => {
      const own = ofBuilder(figures, builder);
      const cells = { count: own.length, seats: sumOfField(own, 'seats'), formed: sumOfField(own, 'formed') };
      return { key: builder, cells };
    });
    const heads = [
      ['key', '建设主体'],
      ['count', '项目数'],
      ['seats', '学位（个）'],
      ['formed', '到位学位（个）'],
    ] as const;
    const summary = summaryTable(draft, page, 2, 10, heads, rows, { total: 'bottom', live: true, label: '总计' });
    const money = [
      ['name', '经费项目'],
      ['amount', '安排（万元）'],
      ['spent', '支出（万元）'],
      ['balance', '结余（万元）'],
    ] as const;
    const next = fundTable(draft, page, summary.next + 2, 10, money, figures, { total: 'bottom', live: false });
    foot(draft, page, next + 2, [10, 11, 12, 13], figures);
  },
};

/** Indicators lying on their side above, a ledger with stage rows beneath. */
const sideways: Layout = {
  name: 'indicators-sideways',
  draw(draft, figures) {
    const page = draft.page('指标');
    title(page, 0, 8, '中心城区教育普及与建设目标进展');
    info(draft, page, 1, 0, 'unit', '宜春市教体局', '报送单位');
    const rows = [
      ['target', '目标值'],
      ['last', '上年度'],
      ['now', '本年度'],
      ['gap', '差距'],
    ] as const;
    const ids = ['T01', 'T02', 'T03', 'T06', 'T14', 'T17', 'T18'];
    sidewaysIndicators(draft, page, 3, 0, '项目', rows, indicatorsOf(figures, ...ids));
    foot(draft, page, 10, [0, 2, 4, 6], figures);
    const list = draft.page('项目');
    drawTable(draft, list, 0, 0, {
      columns: [
        column('seq', 'NO.'),
        column('name', '名称'),
        column('builder', '属地/主体'),
        column('classes', '办学班数'),
        column('seats', '办学学位'),
        column('land', '亩数'),
        column('invest', '估算投资|（万元）', { format: '#,##0.00' }),
        column('cum', '完成投资|（万元）', { format: '#,##0.00' }),
        column('rateShare', '进度', { format: '0.0%' }),
      ],
      groups: byStage(
        figures.lines.filter((line) => ['经开区', '宜阳新区', '明月山区'].includes(line.builder)),
        (stage) => `【${stage}】`,
      ),
      heading: true,
      sequence: 'continuous',
      total: 'bottom',
      totalLabel: '三区合计',
    });
  },
};

export const BOOK_LAYOUTS: readonly Layout[] = [districtBook, oneSheet, sideBySide, sideways];
