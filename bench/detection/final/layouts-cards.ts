import { setSum, type Book, type Page } from './book';
import { dateText, schoolsBy, STATUSES, type Figures, type School } from './figures';
import { drawLine, drawMeta, drawTable } from './grid';
import { asText, byStage, column, counted, differenceOf, keyOfSchool, rateColumn, type Layout } from './school-columns';

/** Registration cards, one school per sheet, label and answer in pairs, and a list of them in front. */
function cards(book: Book, figures: Figures): void {
  const index = book.page('目录');
  const schools = schoolsBy(figures, '宜阳新区');
  drawLine(index, 0, '宜阳新区学校建设项目登记卡目录', 'title', 6);
  drawMeta(index, 1, [
    [0, '填报单位', 'unit', '宜阳新区管委会'],
    [2, '填报人', 'person', figures.person],
    [4, '审核人', 'reviewer', figures.reviewer],
  ]);
  drawMeta(index, 2, [[0, '填报日期', 'date', dateText(figures.today, true)]]);
  const groups = [{ key: 'all', label: '', records: schools }];
  drawTable<School>(index, {
    table: 'schools',
    top: 3,
    columns: [
      counted(groups, true, '卡号'),
      column.name('学校名称'),
      column.stage('学段'),
      column.seats('规划学位（个）'),
      column.status('形象进度'),
      column.invest('总投资（万元）'),
    ],
    groups,
    keyOf: keyOfSchool,
    groupsAs: 'none',
    total: { at: 'bottom', word: '合计' },
    style: 'range',
    labelField: 'name',
  });
  schools.forEach((school, i) => drawCard(book.page(`卡${i + 1}`), school, figures));
}

function drawCard(page: Page, school: School, figures: Figures): void {
  drawLine(page, 0, '学校建设项目登记卡', 'title', 4);
  const pairs: (readonly [string, string, string | number | null, string?])[] = [
    ['学校名称', 'name', school.name],
    ['学段', 'stage', school.stage.name],
    ['建设主体', 'builder', school.builder],
    ['建设性质', 'nature', school.nature],
    ['规划班数（个）', 'classes', school.classes],
    ['规划学位（个）', 'seats', school.seats],
    ['规划用地（亩）', 'land', school.land],
    ['项目状态', 'status', school.status],
    ['开工日期', 'start', school.start, 'yyyy-mm-dd'],
    ['计划完工日期', 'due', school.due, 'yyyy-mm-dd'],
    ['实际完工日期', 'finished', school.finished, 'yyyy-mm-dd'],
    ['已形成学位（个）', 'formed', school.formed],
    ['总投资（万元）', 'invest', school.invest],
    ['累计完成投资（万元）', 'done', school.done],
  ];
  pairs.forEach(([label, field, value, format], i) => {
    const [row, left] = [1 + Math.floor(i / 2), (i % 2) * 2];
    page.put(row, left, label, { table: 'card', row: 'head', field, part: 'head' });
    page.put(row, left + 1, value, { table: 'card', row: school.id, field, part: 'body' }, format);
  });
  page.put(9, 0, '填卡人');
  page.put(9, 1, figures.person);
  page.put(9, 2, '填卡日期');
  page.put(9, 3, figures.today, { table: 'card', row: school.id, field: 'filled', part: 'body' }, 'yyyy-mm-dd');
}

/** Fields down, schools across: a sheet turned on its side, as a small office fills it. */
function turned(book: Book, figures: Figures): void {
  const page = book.page('经开区');
  const schools = schoolsBy(figures, '经开区');
  drawLine(page, 0, '经开区学校建设情况（按校填列）', 'title', 6);
  drawMeta(page, 1, [
    [0, '填报单位', 'unit', '经开区管委会'],
    [2, '填报日期', 'date', dateText(figures.today, true)],
    [4, '联系电话', 'phone', figures.phone],
  ]);
  const lines = [
    column.name('学校名称'),
    column.stage('学段'),
    column.builder('建设主体'),
    column.classes('规划班数（个）'),
    column.seats('规划学位（个）'),
    column.land('规划用地（亩）'),
    column.status('项目状态'),
    asText(column.start('开工时间'), true),
    asText(column.due('计划完工时间'), true),
    asText(column.finished('实际完工时间'), true),
    column.invest('总投资（万元）'),
    column.done('累计完成投资（万元）'),
    column.remark('备注'),
  ];
  lines.forEach((line, i) => {
    const row = 2 + i;
    page.put(row, 0, line.heads[0] ?? '', { table: 'turned', row: 'head', field: line.field, part: 'head' });
    const cells = schools.map((school, c) =>
      page.put(row, 1 + c, line.value?.(school) ?? null, { table: 'turned', row: school.id, field: line.field, part: 'body' }, line.format),
    ); // prettier-ignore
    const last = 1 + schools.length;
    if (line.field === 'name') page.put(row, last, '合计', { table: 'turned', row: 'all', field: 'name', part: 'total' }); // prettier-ignore
    if (line.sums) setSum(page.put(row, last, null, { table: 'turned', row: 'all', field: line.field, part: 'total' }), cells, 'range'); // prettier-ignore
  });
  const end = 3 + lines.length;
  drawMeta(page, end, [
    [0, '填报人', 'person', figures.person],
    [3, '审核人', 'reviewer', figures.reviewer],
  ]);
}

/** The company's month: up to last month, this month, together; and a second table of the year's months below. */
function monthly(book: Book, figures: Figures): void {
  const page = book.page('月报');
  const groups = byStage(
    schoolsBy(figures, '市本级').filter((school) => school.status !== '未开工'),
    (stage) => stage.name,
  );
  drawLine(page, 0, '市城投公司学校建设投资月报', 'title', 9);
  drawMeta(page, 1, [
    [0, '填报单位', 'unit', '市城投公司'],
    [4, '报告期', 'period', `${figures.year}年${figures.month}月`],
    [7, '单位', 'units', '万元'],
  ]);
  const end = drawTable<School>(page, {
    table: 'schools',
    top: 2,
    columns: [
      column.stage('学段'),
      column.name('项目名称'),
      column.seats('规划学位（个）'),
      column.invest('总投资'),
      column.lastDone('截至上月累计'),
      column.current('本月完成'),
      column.done('累计完成'),
      rateColumn(true, true, '完成率'),
      { field: 'left', heads: ['剩余投资'], sums: false, formula: (cell, row) => differenceOf(cell, row.get('invest'), row.get('done'), false) },
    ], // prettier-ignore
    groups,
    keyOf: keyOfSchool,
    groupsAs: { field: 'stage' },
    total: { at: 'bottom', word: '合计' },
    style: 'subtotal',
    labelField: 'name',
  });
  drawMeta(page, end, [
    [0, '填报人', 'person', figures.person],
    [4, '审核人', 'reviewer', figures.reviewer],
    [7, '填报日期', 'date', dateText(figures.today, true)],
  ]);
  drawMonths(book.page('逐月'), figures);
}

function drawMonths(page: Page, figures: Figures): void {
  const months = Array.from({ length: figures.month }, (_, i) => i + 1);
  const width = months.length + 2;
  drawLine(page, 0, `${figures.year}年逐月完成投资（万元）`, 'title', width);
  const schools = schoolsBy(figures, '市本级').filter((school) => school.done > school.lastDone);
  const share = (school: School, month: number): number =>
    month === figures.month ? school.done - school.lastDone : Math.round((school.lastDone / 40) * (1 + (month % 3)));
  drawTable<School>(page, {
    table: 'months',
    top: 1,
    columns: [
      { field: 'name', heads: ['项目'], value: (school) => school.name },
      ...months.map((month) => ({
        field: `m${month}`,
        heads: [`${month}月`],
        value: (school: School) => share(school, month),
        sums: true,
      })),
      {
        field: 'year',
        heads: ['本年合计'],
        formula: (cell, row) => {
          const parts = months.flatMap((month) => row.get(`m${month}`) ?? []);
          setSum(cell, parts, 'range');
        },
      },
    ],
    groups: [{ key: 'all', label: '', records: schools }],
    keyOf: keyOfSchool,
    groupsAs: 'none',
    total: { at: 'bottom', word: '合计' },
    style: 'range',
    labelField: 'name',
  });
}

/** A list with a count of states beside it on the same sheet; first column empty, one column hidden. */
function sideBySide(book: Book, figures: Figures): void {
  const page = book.page('小学');
  const schools = figures.schools.filter((school) => school.stage.id === 'S3');
  drawLine(page, 0, '中心城区小学建设项目及进展统计', 'title', 11, 1);
  page.put(1, 1, '填报单位：市教体局', { table: 'meta', row: page.name, field: 'unit', part: 'line' });
  page.put(1, 5, `填报日期：${dateText(figures.today, true)}`, { table: 'meta', row: page.name, field: 'date', part: 'line' }); // prettier-ignore
  const groups = [{ key: 'S3', label: '', records: schools }];
  const end = drawTable<School>(page, {
    table: 'schools',
    top: 2,
    left: 1,
    columns: [
      counted(groups, true, '序号'),
      column.name('学校'),
      column.builder('建设单位'),
      column.land('用地面积（亩）'),
      column.seats('学位（个）'),
      column.status('当前状态'),
      asText(column.start('开工'), false),
      asText(column.due('计划完工'), false),
    ],
    groups,
    keyOf: keyOfSchool,
    groupsAs: 'none',
    total: { at: 'top', word: '小学小计' },
    style: 'typed',
    labelField: 'name',
  });
  const counts = STATUSES.map((status) => ({ status, own: schools.filter((school) => school.status === status) }));
  const all = schools.length;
  drawTable<(typeof counts)[number]>(page, {
    table: 'states',
    top: 2,
    left: 10,
    columns: [
      { field: 'name', heads: ['项目状态'], value: ({ status }) => status },
      { field: 'count', heads: ['所数'], value: ({ own }) => own.length, sums: true },
      { field: 'share', heads: ['占比'], format: '0%', value: ({ own }) => own.length / all, sums: true },
    ],
    groups: [{ key: 'all', label: '', records: counts }],
    keyOf: ({ status }) => status,
    groupsAs: 'none',
    total: { at: 'bottom', word: '合计' },
    style: 'range',
    labelField: 'name',
  });
  page.hiddenColumns.add(8);
  page.put(end + 1, 1, `填报人：${figures.person}`, { table: 'meta', row: page.name, field: 'person', part: 'line' });
  page.put(end + 1, 5, `审核人：${figures.reviewer}`, { table: 'meta', row: page.name, field: 'reviewer', part: 'line' }); // prettier-ignore
}

export const CARD_LAYOUTS: readonly Layout[] = [
  { name: 'cards', draw: cards },
  { name: 'turned', draw: turned },
  { name: 'monthly', draw: monthly },
  { name: 'side-by-side', draw: sideBySide },
];
