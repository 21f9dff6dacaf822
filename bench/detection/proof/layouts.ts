import type { Book } from './book';
import { day, type Figures, type School } from './figures';
import { drawFunds, drawMeasures, drawTargets, lines } from './other-tables';
import { DATE, drawSchoolTable, type TableStyle } from './school-table';

export interface Layout {
  readonly name: string;
  draw(book: Book, figures: Figures): void;
}

const ANNEX: TableStyle = {
  sections: 'rows',
  subtotals: true,
  total: 'bottom',
  asFormula: true,
  columns: [
    { field: 'seq', header: '序号' },
    { field: 'name', header: '学校名称' },
    { field: 'classes', header: '规划班数（个）' },
    { field: 'seats', header: '规划学位（个）' },
    { field: 'land', header: '规划用地（亩）' },
    { field: 'builder', header: '建设主体' },
    { field: 'status', header: '项目状态' },
    { field: 'start', header: '开工日期' },
    { field: 'due', header: '计划完工日期' },
    { field: 'done', header: '实际完工日期' },
    { field: 'formed', header: '已形成学位（个）' },
    { field: 'remark', header: '备注' },
  ],
};

const GROUPED: TableStyle = {
  sections: 'column',
  subtotals: false,
  total: 'top',
  asFormula: true,
  shares: true,
  columns: [
    { field: 'stage', header: '学段' },
    { field: 'seq', header: '序号' },
    { field: 'name', header: '学校名称' },
    { field: 'builder', header: '建设主体' },
    { field: 'classes', header: '班数（个）', group: '规划规模' },
    { field: 'seats', header: '学位（个）', group: '规划规模' },
    { field: 'land', header: '用地（亩）', group: '规划规模' },
    { field: 'status', header: '项目状态', group: '建设进展' },
    { field: 'start', header: '开工时间', group: '建设进展' },
    { field: 'due', header: '计划完工', group: '建设进展' },
    { field: 'done', header: '实际完工', group: '建设进展' },
    { field: 'invest', header: '总投资（万元）', group: '投资' },
    { field: 'cum', header: '累计完成投资（万元）', group: '投资' },
    { field: 'rate', header: '完成比例', group: '投资' },
    { field: 'remark', header: '备注' },
  ],
};

const LEDGER: TableStyle = {
  sections: 'none',
  subtotals: false,
  total: 'bottom',
  asFormula: false,
  columns: [
    { field: 'seq', header: '序号' },
    { field: 'builder', header: '建设主体' },
    { field: 'stage', header: '学段' },
    { field: 'name', header: '项目学校' },
    { field: 'seats', header: '规划学位', unit: '个' },
    { field: 'classes', header: '规划班数', unit: '个' },
    { field: 'land', header: '规划用地', unit: '亩' },
    { field: 'invest', header: '总投资', unit: '万元' },
    { field: 'prior', header: '截至上月累计投资', unit: '万元' },
    { field: 'current', header: '本月完成投资', unit: '万元' },
    { field: 'cum', header: '累计完成投资', unit: '万元' },
    { field: 'rate', header: '投资完成率', unit: '%' },
    { field: 'status', header: '项目状态' },
    { field: 'start', header: '开工日期' },
    { field: 'due', header: '计划完工日期' },
    { field: 'done', header: '实际完工日期' },
    { field: 'formed', header: '已形成学位', unit: '个' },
    { field: 'remark', header: '方案备注' },
  ],
};

const COMPANY: TableStyle = {
  sections: 'none',
  subtotals: false,
  total: 'top',
  asFormula: true,
  textDates: true,
  columns: [
    { field: 'seq', header: '序号' },
    { field: 'name', header: '项目名称' },
    { field: 'seats', header: '规划学位（个）', group: '建设规模' },
    { field: 'land', header: '占地面积（亩）', group: '建设规模' },
    { field: 'contractor', header: '施工单位' },
    { field: 'start', header: '开工时间' },
    { field: 'due', header: '计划竣工时间' },
    { field: 'done', header: '实际竣工时间' },
    { field: 'invest', header: '总投资', group: '投资完成情况（万元）' },
    { field: 'prior', header: '上月末累计', group: '投资完成情况（万元）' },
    { field: 'current', header: '本月完成', group: '投资完成情况（万元）' },
    { field: 'cum', header: '累计完成', group: '投资完成情况（万元）' },
    { field: 'rest', header: '剩余投资', group: '投资完成情况（万元）' },
    { field: 'rate', header: '完成率（%）' },
    { field: 'status', header: '形象进度' },
  ],
};

const ofBuilder = ({ schools }: Figures, builder: string): School[] =>
  schools.filter((school) => school.builder === builder);

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'annex 2 with progress, sections as rows',
    draw(book, figures) {
      const page = book.page('附件2');
      page.put(0, 0, '附件2');
      page.put(1, 0, '袁州区中心城区学校建设项目进展情况表', 'title', 'line');
      page.merge(1, 0, 1, 11);
      lines(page, 2, [0, 6], { unit: '袁州区', period: '2023年6月' });
      const below = drawSchoolTable(book, page, 3, ANNEX, ofBuilder(figures, '袁州区'));
      lines(page, below + 1, [0, 3, 6, 9], {
        preparer: '李某某',
        phone: '13879500000',
        reviewer: '王某某',
        date: '2023年7月3日',
      });
    },
  },
  {
    name: 'annex 2 with progress, grouped header',
    draw(book, figures) {
      const page = book.page('宜阳新区6月');
      page.put(0, 0, '宜阳新区学校建设项目进展情况表（2023年6月）', 'title', 'line');
      page.merge(0, 0, 0, 14);
      lines(page, 1, [0, 4, 8, 12], {
        unit: '宜阳新区管委会',
        preparer: '赵某某',
        reviewer: '孙某某',
        date: '2023年7月4日',
      });
      const below = drawSchoolTable(book, page, 2, GROUPED, ofBuilder(figures, '宜阳新区'));
      page.put(below, 0, '注：投资数据截至2023年6月底，完成比例=累计完成投资÷总投资。');
    },
  },
  {
    name: 'bureau ledger of started projects',
    draw(book, figures) {
      const page = book.page('在建及完工项目台账');
      page.put(0, 0, '中心城区已开工学校建设项目台账', 'title', 'line');
      page.merge(0, 0, 0, 17);
      lines(page, 1, [0, 6, 12], { unit: '市教体局', period: '2023年6月', date: '2023年7月6日' });
      const order = ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'];
      const started = figures.schools
        .filter((school) => school.start !== null && school.stage !== 'S6')
        .sort((a, b) => order.indexOf(a.builder) - order.indexOf(b.builder));
      drawSchoolTable(book, page, 2, LEDGER, started);
    },
  },
  {
    name: 'company monthly report',
    draw(book, figures) {
      const page = book.page('月报');
      page.put(0, 0, '市本级学校建设项目月报表', 'title', 'line');
      page.merge(0, 0, 0, 14);
      lines(page, 1, [0, 8], { unit: '市城投公司', period: '2023年6月' });
      const below = drawSchoolTable(book, page, 2, COMPANY, ofBuilder(figures, '市本级'));
      lines(page, below, [1, 5, 9], { preparer: '周某', phone: '0795-3990000', date: '2023年7月2日' });
    },
  },
  {
    name: 'fund execution',
    draw(book, figures) {
      drawFunds(book, figures, { sheet: '经费执行', rates: true });
    },
  },
  {
    name: 'targets',
    draw(book, figures) {
      drawTargets(book, figures, { sheet: '目标完成情况', hasGap: true });
    },
  },
  {
    name: 'responsibilities',
    draw(book) {
      drawMeasures(book, { sheet: '责任分工', hasState: true });
    },
  },
  {
    name: 'cover and four tables',
    draw(book, figures) {
      const cover = book.page('封面');
      cover.put(1, 1, '中心城区教育提升专项行动报送材料', 'title', 'line');
      const rows = [
        ['填报单位', '经开区', 'unit'], ['报告期', '2023年6月', 'period'], ['填报人', '吴某某', 'preparer'],
        ['联系电话', '13907950000', 'phone'], ['审核人', '郑某', 'reviewer'], ['填报日期', '2023年7月5日', 'date'],
      ] as const; // prettier-ignore
      rows.forEach(([label, value, field], i) => {
        cover.put(3 + i, 1, label);
        cover.put(3 + i, 2, value, field, 'line');
      });
      drawTargets(book, figures, { sheet: '目标完成情况', hasGap: false });
      drawMeasures(book, { sheet: '附件1责任清单', hasState: false });
      const page = book.page('附件2学校项目');
      page.put(0, 0, '经开区学校建设项目进展情况表', 'title', 'line');
      page.merge(0, 0, 0, 11);
      lines(page, 1, [0, 6], { unit: '经开区', period: '2023年6月' });
      drawSchoolTable(book, page, 2, { ...ANNEX, asFormula: false }, ofBuilder(figures, '经开区'));
      drawFunds(book, figures, { sheet: '附件3经费', rates: false });
    },
  },
  {
    name: 'two rows a school, planned and actual',
    draw(book, figures) {
      drawPlannedAndActual(book, figures);
    },
  },
];

/** A habit of one office: under each school a row 计划 and a row 实际 with dates and money under each other. */
function drawPlannedAndActual(book: Book, figures: Figures): void {
  const page = book.page('进度对照');
  page.put(0, 0, '明月山区、宜阳新区学校项目计划与实际对照表（2023年6月）', 'title', 'line');
  page.merge(0, 0, 0, 10);
  page.put(1, 0, '单位：个、亩、万元');
  const titles = [
    '序号',
    '学校名称',
    '建设主体',
    '规划班数',
    '规划学位',
    '规划用地',
    '项目状态',
    '类别',
    '开工时间',
    '完工时间',
    '投资',
  ];
  titles.forEach((title, column) => page.put(2, column, title, FIELDS[column], 'header'));
  const schools = figures.schools.filter(({ builder }) => builder === '明月山区' || builder === '宜阳新区');
  schools.forEach((school, i) => {
    const row = 3 + 2 * i;
    const values = [i + 1, school.name, school.builder, school.classes, school.seats, school.land, school.status];
    values.forEach((value, column) => {
      page.put(row, column, value, FIELDS[column], 'item', school.id);
      page.merge(row, column, row + 1, column);
    });
    page.put(row, 7, '计划', 'aspect', 'item', school.id);
    page.put(row + 1, 7, '实际', 'aspect', 'item', school.id);
    const planned = school.start === null ? day(2024, 3, 1) : school.start - 10;
    page.put(row, 8, planned, 'plannedStart', 'item', school.id).format = DATE;
    page.put(row + 1, 8, school.start, 'start', 'item', school.id).format = DATE;
    page.put(row, 9, school.due, 'due', 'item', school.id).format = DATE;
    page.put(row + 1, 9, school.done, 'done', 'item', school.id).format = DATE;
    page.put(row, 10, school.invest, 'invest', 'item', school.id);
    page.put(row + 1, 10, school.prior + school.current, 'cum', 'item', school.id);
  });
  lines(page, 4 + 2 * schools.length, [1, 4, 8], { preparer: '钱某', reviewer: '冯某某', date: '2023年7月3日' });
}

const FIELDS = ['seq', 'name', 'builder', 'classes', 'seats', 'land', 'status', 'aspect', '', '', ''] as const;
