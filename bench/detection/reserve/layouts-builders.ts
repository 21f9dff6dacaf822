import { column } from './columns';
import { dayText, foot, info, infoPair, periodText, title } from './frame';
import { byBuilder, byStage, ofBuilder, plain, type Layout } from './layout';
import { summaryTable } from './other-tables';
import { drawTable } from './table';
import { sumBetween, sameAs } from './formulas';

/** The city's building company: monthly progress, three header levels, money in the middle, total on top. */
const companyMonthly: Layout = {
  name: 'company-monthly',
  draw(draft, figures) {
    const page = draft.page(`${figures.month}月进度`);
    title(page, 0, 15, `市本级教育补短板项目建设进度月报表（${periodText(figures)}）`);
    info(draft, page, 1, 0, 'unit', '宜春市城投公司', '编制单位');
    info(draft, page, 1, 6, 'period', periodText(figures), '报表期别');
    page.put(1, 12, '单位：万元');
    const table = drawTable(draft, page, 2, 0, {
      columns: [
        column('seq', '序号'),
        column('name', '项目名称'),
        column('builder', '投资主体'),
        column('buildKind', '建设性质'),
        column('classes', '建设规模/办学规模/班级数（个）'),
        column('seats', '建设规模/办学规模/可容纳学生（人）'),
        column('area', '建设规模/建筑面积（㎡）'),
        column('invest', '投资情况/概算总投资'),
        column('prevCum', '投资情况/完成投资/截至上月累计'),
        column('monthDone', '投资情况/完成投资/本月完成'),
        column('cum', '投资情况/完成投资/截至本月累计'),
        column('rate', '投资情况/投资完成率（%）'),
        column('start', '工期/开工时间', { dates: 'words' }),
        column('due', '工期/计划竣工时间', { dates: 'words' }),
        column('progress', '本月形象进度'),
      ],
      groups: plain(ofBuilder(figures, '市本级')),
      total: 'top',
      totalLabel: '总  计',
    });
    foot(draft, page, table.next, [0, 4, 8, 12], figures);
  },
};

/** A builder's list by kind of building: subtotals beneath, SUBTOTAL formulas, money as typed thousands format. */
const byKind: Layout = {
  name: 'by-building-kind',
  draw(draft, figures) {
    const page = draft.page('Sheet1');
    const lines = figures.lines.filter((line) => line.builder === '袁州区');
    const kinds = [...new Set(lines.map((line) => line.buildKind))];
    title(page, 1, 12, '袁州区学校（幼儿园）建设项目投资完成情况', 1);
    info(draft, page, 2, 1, 'unit', '袁州区教育建设投资有限公司', '填报');
    info(draft, page, 2, 9, 'reportedOn', dayText(figures, 'dots'), '制表日期');
    const money = { format: '#,##0' };
    const table = drawTable(draft, page, 3, 1, {
      columns: [
        column('seq', '编号'),
        column('buildKind', '类别'),
        column('name', '学校（园）名称'),
        column('status', '目前状态'),
        column('seats', '设计学位数', { unit: '个' }),
        column('land', '占地面积', { unit: '亩' }),
        column('invest', '总投资', { ...money, unit: '万元' }),
        column('yearPlan', '年度投资计划', { ...money, unit: '万元' }),
        column('yearDone', '年度已完成', { ...money, unit: '万元' }),
        column('yearRate', '年度完成比例', { unit: '%' }),
        column('cum', '累计完成投资', { ...money, unit: '万元' }),
        column('left', '剩余投资', { ...money, unit: '万元' }),
      ],
      groups: kinds.map((kind) => ({ label: kind, lines: lines.filter((line) => line.buildKind === kind) })),
      subtotals: 'below',
      subtotalLabel: ({ label }) => `${label}项目小计`,
      total: 'bottom',
      totalLabel: '合计',
      sums: 'subtotal',
      unitRow: true,
      sequence: 'perGroup',
    });
    page.put(table.next, 1, '注：年度投资计划以区政府批准的数为准。');
    foot(draft, page, table.next + 1, [1, 4, 7, 10], figures);
  },
};

/** One sheet per builder and a sheet that fetches their totals, as a bureau keeps it in WPS. */
const unitSheets: Layout = {
  name: 'sheet-per-builder',
  draw(draft, figures) {
    const front = draft.page('汇总');
    const groups = byBuilder(figures.lines);
    const rows = groups.map((group) => {
      const page = draft.page(group.label);
      title(page, 0, 11, `${group.label}中心城区学校建设项目推进情况`);
      infoPair(draft, page, 1, 0, 'unit', group.label);
      infoPair(draft, page, 1, 4, 'reportedOn', figures.reportedOn);
      const table = drawTable(draft, page, 2, 0, {
        columns: [
          column('seq', '序号'),
          column('stage', '学段'),
          column('name', '学校全称'),
          column('builder', '责任主体'),
          column('classes', '班级规模'),
          column('seats', '拟增学位'),
          column('land', '用地（亩）'),
          column('status', '建设状态'),
          column('formed', '已投用学位'),
          column('seatGap', '待投用学位'),
          column('remark', '备注'),
        ],
        groups: plain(group.lines),
        total: 'bottom',
        totalLabel: '合   计',
      });
      const at = (field: string) => ({ page, row: table.totalRow ?? 0, column: table.columnOf.get(field) ?? 0 });
      return {
        key: group.label,
        cells: {
          count: group.lines.length,
          seats: sameAs(at('seats'), front),
          land: sameAs(at('land'), front),
          formed: sameAs(at('formed'), front),
        },
      };
    });
    title(front, 0, 6, '中心城区学校建设项目分单位汇总表');
    info(draft, front, 1, 0, 'unit', '宜春市教育体育局');
    const heads = [
      ['seq', '序号'],
      ['key', '建设主体'],
      ['count', '项目个数'],
      ['seats', '新增学位（个）'],
      ['land', '用地面积（亩）'],
      ['formed', '已投用学位（个）'],
    ] as const;
    const { next } = summaryTable(draft, front, 2, 0, heads, rows, { total: 'bottom', live: true });
    foot(draft, front, next + 1, [0, 1, 3, 5], figures);
  },
};

/** Land and money promised and paid, sums above their rows, all typed. */
const landAndMoney: Layout = {
  name: 'money-and-land-typed',
  draw(draft, figures) {
    const page = draft.page('宜阳新区');
    title(page, 0, 13, '宜阳新区教育项目用地及资金保障情况统计表');
    info(draft, page, 1, 0, 'unit', '宜阳新区');
    info(draft, page, 1, 9, 'reportedOn', dayText(figures, 'longWords'), '截止日期');
    const table = drawTable(draft, page, 2, 0, {
      columns: [
        column('seq', '序号'),
        column('stage', '类型'),
        column('name', '建设项目'),
        column('builder', '实施主体'),
        column('land', '土地保障/规划面积|（亩）'),
        column('supplied', '土地保障/已供面积|（亩）'),
        column('landGap', '土地保障/未供面积|（亩）', { live: false }),
        column('invest', '资金保障/所需资金|（万元）'),
        column('cum', '资金保障/已落实支付|（万元）'),
        column('left', '资金保障/尚缺资金|（万元）', { live: false }),
        column('rateShare', '资金保障/支付比例', { format: '0.0%' }),
        column('contact', '联系人'),
        column('phone', '手机号码'),
      ],
      groups: byStage(ofBuilder(figures, '宜阳新区'), (stage) => stage),
      subtotals: 'above',
      subtotalLabel: ({ label, lines }) => `${label}（${lines.length}所）`,
      total: 'top',
      totalLabel: '全区总计',
      sums: 'typed',
      mergeField: 'stage',
    });
    foot(draft, page, table.next + 1, [0, 3, 6, 9], figures);
  },
};

/** Two lists of the same schools above each other: scale first, progress beneath, each with its own total. */
const scaleAndProgress: Layout = {
  name: 'scale-above-progress',
  draw(draft, figures) {
    const page = draft.page('经开区');
    const lines = ofBuilder(figures, '经开区');
    title(page, 0, 9, `宜春经开区新建学校情况一览表（截至${periodText(figures)}）`);
    info(draft, page, 1, 0, 'unit', '经开区管委会', '上报单位');
    page.put(2, 0, '表一 建设规模');
    const first = drawTable(draft, page, 3, 0, {
      columns: [
        column('seq', '序'),
        column('name', '校名'),
        column('stage', '办学类型'),
        column('builder', '建设主体'),
        column('classes', '规划班额数（班）'),
        column('seats', '规划招生规模（人）'),
        column('perClass', '班均学生数'),
        column('land', '校园占地（亩）'),
        column('area', '校舍面积（平方米）'),
      ],
      groups: plain(lines),
      total: 'bottom',
      sums: 'plus',
    });
    page.put(first.next + 1, 0, '表二 建设进展');
    const second = drawTable(draft, page, first.next + 2, 0, {
      columns: [
        column('seq', '序'),
        column('name', '校名'),
        column('status', '进度状态'),
        column('start', '实际开工', { dates: 'dots' }),
        column('due', '合同竣工', { dates: 'dots' }),
        column('done', '实际竣工', { dates: 'dots' }),
        column('invest', '合同投资（万元）'),
        column('cum', '累计产值（万元）'),
        column('rate', '完成率（%）', { live: false }),
      ],
      groups: plain(lines),
      total: 'bottom',
      totalLabel: '小  计',
      sums: 'plus',
    });
    const { firstRow } = second;
    const invest = second.columnOf.get('invest') ?? 0;
    const refs = lines.map((_, i) => ({ page, row: firstRow + i, column: invest }));
    const [a] = refs;
    const b = refs.at(-1);
    page.put(second.next + 1, 0, '其中：本年在库项目合同投资合计');
    if (a && b) draft.setCalc({ page, row: second.next + 1, column: invest }, sumBetween(a, b, refs, page));
    foot(draft, page, second.next + 2, [0, 2, 4, 6], figures);
  },
};

export const BUILDERS_LAYOUTS: readonly Layout[] = [companyMonthly, byKind, unitSheets, landAndMoney, scaleAndProgress];
