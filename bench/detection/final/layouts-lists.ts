import { setSum, type Book } from './book';
import { BUILDERS, dateText, schoolsBy, type Figures } from './figures';
import { drawLine, drawMeta, drawTable, type Column } from './grid';
import { asText, byBuilder, byStage, column, counted, keyOfSchool, rateColumn, type Layout } from './school-columns';
import type { School } from './figures';

const period = (figures: Figures): string => `${figures.year}年${figures.month}月`;

/** A district office's list after the model of annex 2: stage rows, subtotals above, signatures below. Plain. */
function districtList(book: Book, figures: Figures): void {
  const page = book.page('附件2');
  page.put(0, 0, '附件2');
  drawLine(page, 1, '袁州区中心城区学校建设项目表', 'title', 7);
  drawMeta(page, 2, [
    [0, '填报单位', 'unit', '袁州区'],
    [5, '填报日期', 'date', dateText(figures.today, true)],
  ]);
  const groups = byStage(schoolsBy(figures, '袁州区'), (stage) => stage.heading);
  const end = drawTable<School>(page, {
    table: 'schools',
    top: 3,
    columns: [
      counted(groups, false, '序号'),
      column.name('学校名称'),
      column.classes('规划班数（个）'),
      column.seats('规划学位（个）'),
      column.land('规划用地（亩）'),
      column.builder('建设主体'),
      column.remark('备注'),
    ],
    groups,
    keyOf: keyOfSchool,
    groupsAs: 'heading',
    subtotals: { at: 'above', word: () => '小计：' },
    total: { at: 'bottom', word: '合计' },
    style: 'range',
    labelField: 'name',
  });
  const count = schoolsBy(figures, '袁州区').length;
  page.put(end, 0, `注：本表共列${count}所学校（幼儿园），用地以规划红线为准。`, { table: 'schools', row: 'note', field: 'count', part: 'note' }); // prettier-ignore
  page.merge(end, 0, end, 6);
  drawMeta(page, end + 1, [
    [0, '填报人', 'person', figures.person],
    [2, '审核人', 'reviewer', figures.reviewer],
    [5, '联系电话', 'phone', figures.phone],
  ]);
}

/** The building company's ledger: grouped headers, the total on top, dates as Excel dates. Plain. */
function companyLedger(book: Book, figures: Figures): void {
  const page = book.page('项目进度');
  drawLine(page, 0, `市属学校建设项目进度表（${period(figures)}）`, 'period', 15);
  drawMeta(
    page,
    1,
    [
      [0, '填报单位：', 'unit', '市城投公司'],
      [3, '填报人：', 'person', figures.person],
      [6, '审核人：', 'reviewer', figures.reviewer],
      [10, '填报日期：', 'date', figures.today, 'yyyy"年"m"月"d"日"'],
    ],
    true,
  );
  const groups = [{ key: 'all', label: '', records: schoolsBy(figures, '市本级') }];
  drawTable<School>(page, {
    table: 'schools',
    top: 2,
    columns: [
      counted(groups, true, '序号', ''),
      column.name('项目名称', ''),
      column.stage('学段', ''),
      column.nature('建设性质', ''),
      column.classes('建设规模', '班级数'),
      column.seats('建设规模', '学位（个）'),
      column.land('建设规模', '用地（亩）'),
      column.status('工程进展', '形象进度'),
      column.start('工程进展', '开工日期'),
      column.due('工程进展', '计划完工日期'),
      column.finished('工程进展', '实际完工日期'),
      column.invest('投资（万元）', '总投资'),
      column.done('投资（万元）', '累计完成'),
      rateColumn(true, false, '投资（万元）', '完成率'),
      column.formed('已形成学位（个）', ''),
    ],
    groups,
    keyOf: keyOfSchool,
    groupsAs: 'none',
    total: { at: 'top', word: '合计' },
    style: 'range',
    labelField: 'name',
  });
}

/** The bureau's clerk merges all builders: builders merged down, subtotals below, the header again for a new page. */
function clerkMerged(book: Book, figures: Figures): void {
  const cover = book.page('封面');
  drawLine(cover, 3, '宜春中心城区教育提升专项行动方案（2022-2025年）', 'plan', 6, 1);
  drawLine(cover, 4, '学校建设情况汇总', 'title', 6, 1);
  drawMeta(
    cover,
    7,
    [
      [2, '填报单位', 'unit', '市教体局'],
      [4, '报告期', 'period', period(figures)],
    ],
    true,
  );
  drawMeta(
    cover,
    8,
    [
      [2, '填报人', 'person', figures.person],
      [4, '审核人', 'reviewer', figures.reviewer],
    ],
    true,
  );
  drawMeta(cover, 9, [[2, '填报日期', 'date', dateText(figures.today, true)]], true);
  const page = book.page('明细');
  drawLine(page, 0, `中心城区新增学校明细表（${period(figures)}）`, 'period', 10);
  page.put(1, 9, '单位：个、亩、万元');
  const groups = byBuilder(figures, BUILDERS);
  drawTable<School>(page, {
    table: 'schools',
    top: 2,
    columns: [
      column.builder('建设主体'),
      counted(groups, true, '编号'),
      column.stage('学段'),
      column.name('校（园）名'),
      column.seats('规划学位'),
      column.land('规划用地'),
      column.status('项目状态'),
      column.formed('已形成学位'),
      column.invest('总投资'),
      column.done('累计完成投资'),
    ],
    groups,
    keyOf: keyOfSchool,
    groupsAs: { field: 'builder' },
    subtotals: { at: 'below', word: (group) => `${group.label}小计` },
    total: { at: 'bottom', word: '总  计' },
    style: 'plus',
    labelField: 'name',
    headAgainBefore: '宜阳新区',
  });
  const sums = book.page('分主体');
  drawLine(sums, 0, '分建设主体汇总表', 'title', 5);
  const own = (builder: string, field: 'seats' | 'land' | 'formed'): number =>
    Math.round(schoolsBy(figures, builder, true).reduce((sum, school) => sum + school[field], 0) * 100) / 100;
  drawTable<string>(sums, {
    table: 'builders',
    top: 1,
    columns: [
      { field: 'name', heads: ['建设主体'], value: (builder) => builder },
      {
        field: 'count',
        heads: ['项目数（所）'],
        value: (builder) => schoolsBy(figures, builder, true).length,
        sums: true,
      },
      { field: 'seats', heads: ['规划学位（个）'], value: (builder) => own(builder, 'seats'), sums: true },
      { field: 'land', heads: ['规划用地（亩）'], value: (builder) => own(builder, 'land'), sums: true },
      { field: 'formed', heads: ['已形成学位（个）'], value: (builder) => own(builder, 'formed'), sums: true },
    ],
    groups: [{ key: 'all', label: '', records: BUILDERS }],
    keyOf: (builder) => builder,
    groupsAs: 'none',
    total: { at: 'bottom', word: '合计' },
    style: 'range',
    labelField: 'name',
  });
}

/** One sheet per stage, units in a line of their own under the header, and a first sheet that refers to them. */
function stageSheets(book: Book, figures: Figures): void {
  const sum = book.page('汇总');
  const groups = byStage(schoolsBy(figures, '市本级'), (stage) => stage.name);
  const fields = ['classes', 'seats', 'land'] as const;
  drawLine(sum, 0, '市本级学校建设规模汇总', 'title', 5);
  drawMeta(sum, 1, [
    [0, '填报单位', 'unit', '市本级'],
    [3, '制表日期', 'date', dateText(figures.today, true)],
  ]);
  drawMeta(sum, 2, [
    [0, '填报人', 'person', figures.person],
    [3, '审核人', 'reviewer', figures.reviewer],
  ]);
  drawTable<(typeof groups)[number]>(sum, {
    table: 'stages',
    top: 3,
    columns: [
      { field: 'name', heads: ['学段', ''], value: (group) => group.label },
      { field: 'count', heads: ['学校数', '所'], value: (group) => group.records.length, sums: true },
      { field: 'classes', heads: ['规划班数', '个'], sums: true },
      { field: 'seats', heads: ['规划学位', '个'], sums: true },
      { field: 'land', heads: ['规划用地', '亩'], sums: true },
    ],
    groups: [{ key: 'all', label: '', records: groups }],
    keyOf: (group) => group.key,
    groupsAs: 'none',
    total: { at: 'bottom', word: '合计' },
    style: 'range',
    labelField: 'name',
  });
  for (const group of groups) {
    const page = book.page(group.label);
    drawLine(page, 0, `${group.label}建设项目`, 'title', 8);
    const own = { ...group, label: '' };
    drawTable<School>(page, {
      table: 'schools',
      top: 1,
      columns: [
        counted([own], false, '序号', ''),
        column.name('学校名称', ''),
        column.land('规划用地', '亩'),
        column.classes('规划班数', '个'),
        column.seats('规划学位', '个'),
        column.status('项目状态', ''),
        asText(column.start('开工日期', ''), true),
        asText(column.due('计划完工', ''), true),
      ],
      groups: [own],
      keyOf: keyOfSchool,
      groupsAs: 'none',
      total: { at: 'bottom', word: '小计' },
      style: 'range',
      labelField: 'name',
    });
    for (const field of fields) {
      const [there] = book.cells((mark, cell) => mark.part === 'total' && mark.field === field && book.pageOf(cell) === page); // prettier-ignore
      const [here] = book.cells((mark) => mark.table === 'stages' && mark.row === group.key && mark.field === field);
      if (there && here) setSum(here, [there], 'plus');
    }
  }
}

const shareOf = (times: number, of: (school: School) => number): ((school: School) => number) => {
  return (school) => Math.round(of(school) * times) / times;
};

/** The district offices' ranking: builders merged down with blank rows between, rank, delay and ratios worked out. */
function ranking(book: Book, figures: Figures): void {
  const page = book.page('进度排名');
  drawLine(page, 1, `“三区”学校建设进度排名（截至${dateText(figures.today, true)}）`, 'date', 12, 1);
  const groups = byBuilder(figures, ['宜阳新区', '经开区', '明月山区']);
  const all = groups.flatMap((group) => group.records);
  const rateOf = (school: School): number => Math.round((school.done / school.invest) * 1000) / 10;
  const rankOf = (school: School): number => 1 + all.filter((other) => rateOf(other) > rateOf(school)).length;
  const columns: Column<School>[] = [
    column.builder('责任单位'),
    column.name('学 校'),
    { field: 'rank', heads: ['排名'], value: rankOf },
    rateColumn(false, true, '投资完成率（%）'),
    column.invest('总投资\n（万元）'),
    column.done('累计完成投资\n（万元）'),
    column.status('进度'),
    column.due('计划完工日期'),
    { field: 'late', heads: ['是否逾期'], value: () => '否' },
    column.classes('规划\n班数（个）'),
    column.seats('规划\n学位（个）'),
    { field: 'size', heads: ['平均班额（人/班）'], value: shareOf(10, (school) => school.seats / school.classes) },
    column.land('规划用地（亩）'),
  ];
  const end = drawTable<School>(page, {
    table: 'schools',
    top: 3,
    left: 1,
    columns,
    groups,
    keyOf: keyOfSchool,
    groupsAs: { field: 'builder' },
    total: { at: 'bottom', word: '合计' },
    style: 'typed',
    labelField: 'name',
    blankAfterGroup: true,
  });
  drawMeta(page, end + 1, [
    [1, '填报单位', 'unit', '市教体局项目办'],
    [4, '填表人', 'person', figures.person],
    [7, '审核人', 'reviewer', figures.reviewer],
    [10, '电话', 'phone', figures.phone],
  ]);
}

export const LIST_LAYOUTS: readonly Layout[] = [
  { name: 'district-list', draw: districtList },
  { name: 'company-ledger', draw: companyLedger },
  { name: 'clerk-merged', draw: clerkMerged },
  { name: 'stage-sheets', draw: stageSheets },
  { name: 'ranking', draw: ranking },
];
