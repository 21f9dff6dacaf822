import type { Cell, Draft, Page } from './draft';
import { drawFoot, drawHead, periodOf, reportDay, type Frame } from './frame';
import { ofUnit, stageName, UNITS, type Figures, type SchoolFigures } from './figures';
import type { Layout } from './layout';
import { drawTable, type Column, type DrawnTable } from './table';
import { TITLE } from './words';

const fields = (...names: readonly string[]): Column[] => names.map((field) => ({ field }));

/** A row of a sheet that sums up other sheets: number of schools, then the totals of their tables. */
function drawSummaryRow(page: Page, row: number, key: string, label: string, count: number, drawn: DrawnTable): void {
  const mark = (field: string) => ({ table: 'summary', field, key, role: 'entry' as const });
  page.put(row, 0, label, mark('summaryName'));
  page.put(row, 1, count, mark('summaryCount'));
  ['classes', 'seats', 'land', 'formed'].forEach((field, c) => {
    const source = drawn.totals.get(field);
    if (!source) return;
    page.put(row, 2 + c, null, mark(`summary-${field}`)).calculate(
      () => `=${source.nameFrom(page)}`,
      () => source.shown() ?? 0,
    );
  });
}

function drawSummaryTotal(page: Page, row: number, first: number): void {
  page.put(row, 0, '合计');
  ['summaryCount', 'summary-classes', 'summary-seats', 'summary-land', 'summary-formed'].forEach((field, c) => {
    const total = page.put(row, 1 + c, null, { table: 'summary', field, key: 'total', role: 'total' });
    total.formula = { kind: 'sum', first: page.at(first, 1 + c), last: page.at(row - 1, 1 + c), extra: 0 };
  });
}

function drawSummaryHead(page: Page, row: number, word: string): void {
  [word, '学校数（所）', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '已形成学位（个）'].forEach((head, c) =>
    page.put(row, c, head, { table: 'summary', field: `summary-head-${c}`, key: 'header', role: 'header' }),
  );
}

/** A sheet for each stage, and one that sums them up by formula. */
const stageSheets: Layout = {
  name: '区县-分学段工作表加汇总',
  draw(draft, figures, random) {
    const summary = draft.page('汇总');
    const schools = ofUnit(figures, '袁州区');
    const stages = [...new Set(schools.map(({ stage }) => stage))];
    const frame: Frame = { title: `袁州区${TITLE}分学段汇总表`, unit: '袁州区', width: 6, habit: 'line' };
    const top = drawHead(summary, figures, frame);
    drawSummaryHead(summary, top, '学段');
    stages.forEach((stage, s) => {
      const page = draft.page(stageName(stage));
      const list = schools.filter((school) => school.stage === stage);
      const columns = fields(
        'seq',
        'name',
        'unit',
        'classes',
        'seats',
        'land',
        'status',
        'start',
        'done',
        'formed',
        'remark',
      );
      const one: Frame = {
        title: `袁州区${stageName(stage)}建设项目`,
        unit: '袁州区',
        width: columns.length,
        habit: 'line',
      };
      const drawn = drawTable(
        { table: stage, page, top: drawHead(page, figures, one), columns, units: 'brackets', stages: 'none', subtotals: 'none', total: 'bottom', sums: 'range', totalWord: '合计', numbering: 'through', dates: 'serial' },
        list,
        random,
      ); // prettier-ignore
      drawSummaryRow(summary, top + 1 + s, stage, stageName(stage), list.length, drawn);
    });
    drawSummaryTotal(summary, top + 1 + stages.length, top + 1);
    drawFoot(summary, figures, frame, top + 3 + stages.length);
  },
};

const DISTRICTS = UNITS.slice(1);

/** The bureau's own book: a cover, a summary and one sheet for each district. */
const unitSheets: Layout = {
  name: '教体局-分单位工作表加封面',
  draw(draft, figures, random) {
    const cover = draft.page('封面');
    const line = (row: number, column: number, value: string, field: string): Cell =>
      cover.put(row, column, value, { table: 'cover', field, key: 'line', role: 'line' });
    line(2, 1, `${TITLE}进展情况报表`, 'title');
    [
      ['填报单位', '宜春市教育体育局', 'reportingUnit'],
      ['报告期', periodOf(figures), 'period'],
      ['填报人', figures.preparer, 'preparer'],
      ['审核人', figures.reviewer, 'reviewer'],
      ['联系电话', figures.phone, 'contact'],
      ['填报日期', reportDay(figures), 'reportedOn'],
    ].forEach(([word = '', answer = '', field = ''], r) => {
      cover.put(5 + r, 1, word);
      line(5 + r, 2, answer, field);
    });
    const summary = draft.page('分单位汇总');
    const top = 2;
    summary.put(0, 0, '四区学校建设情况汇总表', { table: 'summary', field: 'title', key: 'line', role: 'line' });
    summary.merge(0, 0, 0, 5);
    drawSummaryHead(summary, top, '建设主体');
    DISTRICTS.forEach((unit, u) => {
      const page = draft.page(unit);
      const list = ofUnit(figures, unit);
      page.put(0, 0, `${unit}学校建设项目明细表`, { table: unit, field: 'title', key: 'line', role: 'line' });
      page.put(1, 0, `填报单位：${unit}`, { table: unit, field: 'reportingUnit', key: 'line', role: 'line' });
      const columns = fields(
        'seq',
        'name',
        'stage',
        'unit',
        'classes',
        'seats',
        'land',
        'kind',
        'status',
        'formed',
        'remark',
      );
      const drawn = drawTable(
        { table: unit, page, top: 2, columns, units: 'brackets', stages: 'column', subtotals: 'none', total: 'top', sums: 'range', totalWord: '合计', numbering: 'through', dates: 'serial' },
        list,
        random,
      ); // prettier-ignore
      drawSummaryRow(summary, top + 1 + u, unit, unit, list.length, drawn);
    });
    drawSummaryTotal(summary, top + 1 + DISTRICTS.length, top + 1);
  },
};

/** Two tables beside each other, to save paper. */
const sideBySide: Layout = {
  name: '教体局-左右并列两表',
  draw(draft, figures, random) {
    const page = draft.page('小学幼儿园');
    page.takesRows = false;
    const frame: Frame = {
      title: '袁州区小学、幼儿园建设情况',
      unit: '袁州区',
      width: 15,
      figures: '个、亩',
      habit: 'line',
    };
    const top = drawHead(page, figures, frame);
    const columns = fields('seq', 'name', 'classes', 'seats', 'land', 'status', 'formed');
    const list = ofUnit(figures, '袁州区');
    const bottoms = ['S3', 'S5'].map((stage, i) => {
      const left = i * 8;
      page.put(top, left, stageName(stage));
      page.merge(top, left, top, left + 6);
      return drawTable(
        { table: stage, page, top: top + 1, left, columns, units: 'none', stages: 'none', subtotals: 'none', total: 'bottom', sums: 'range', totalWord: '合计', numbering: 'through', dates: 'serial' },
        list.filter((school) => school.stage === stage),
        random,
      ).bottom; // prettier-ignore
    });
    drawFoot(page, figures, frame, Math.max(...bottoms) + 1);
  },
};

/** What a form or a table on its side writes, in its order. */
const FORM: readonly (readonly [field: string, word: string])[] = [
  ['name', '学校名称'],
  ['stage', '学段'],
  ['unit', '建设主体'],
  ['kind', '建设性质'],
  ['classes', '规划班数（个）'],
  ['seats', '规划学位（个）'],
  ['land', '规划用地（亩）'],
  ['status', '项目状态'],
  ['start', '开工时间'],
  ['due', '计划完工时间'],
  ['done', '实际完工时间'],
  ['invest', '总投资（万元）'],
  ['paid', '累计完成投资（万元）'],
  ['formed', '已形成学位（个）'],
  ['remark', '备注'],
];

function answer(school: SchoolFigures, field: string) {
  if (field === 'stage') return stageName(school.stage);
  const value = school[field as keyof SchoolFigures];
  return value === '' ? null : value;
}

const DATES = new Set(['start', 'due', 'done']);
const SUMMED = new Set(['classes', 'seats', 'land', 'invest', 'paid', 'formed']);

/** Schools from left to right, one line for each figure. */
const onItsSide: Layout = {
  name: '区县-学校横排指标竖排',
  draw(draft, figures) {
    const page = draft.page('项目情况');
    page.takesRows = false;
    const schools = ofUnit(figures, '经开区');
    const frame: Frame = {
      title: '经开区教育提升项目情况表',
      unit: '经开区',
      width: schools.length + 2,
      habit: 'line',
    };
    const top = drawHead(page, figures, frame);
    FORM.forEach(([field, word], r) => {
      const table = 'side';
      page.put(top + r, 0, word, { table, field, key: 'header', role: 'header' });
      const cells = schools.map((school, s) => {
        const format = DATES.has(field) ? 'yyyy-mm-dd' : null;
        return page.put(top + r, 1 + s, answer(school, field), { table, field, key: school.id, role: 'entry' }, format);
      });
      const [first, last] = [cells[0], cells.at(-1)];
      const mark = { table, field, key: 'total', role: 'total' as const };
      if (field === 'name') page.put(top + r, 1 + schools.length, '合计', mark);
      if (SUMMED.has(field) && first && last)
        page.put(top + r, 1 + schools.length, null, mark).formula = { kind: 'sum', first, last, extra: 0 };
    });
    drawFoot(page, figures, frame, top + FORM.length + 1);
  },
};

/** A form for each project, words and answers in pairs. */
const forms: Layout = {
  name: '建设单位-一校一表登记卡',
  draw(draft, figures, random) {
    const [first, ...others] = ofUnit(figures, '市本级');
    const schools = [...(first ? [first] : []), ...random.shuffled(others).slice(0, 3)];
    for (const school of schools) drawForm(draft, figures, school);
  },
};

function drawForm(draft: Draft, figures: Figures, school: SchoolFigures): void {
  const page = draft.page(school.name.replace(/[（）]/gu, ''));
  page.takesRows = false;
  page.put(0, 0, '教育提升项目登记表', { table: school.id, field: 'title', key: 'line', role: 'line' });
  page.merge(0, 0, 0, 3);
  page.put(1, 0, `填报单位：市本级`, { table: school.id, field: 'reportingUnit', key: 'line', role: 'line' });
  page.put(1, 2, `填报日期：${reportDay(figures)}`, {
    table: school.id,
    field: 'reportedOn',
    key: 'line',
    role: 'line',
  });
  FORM.forEach(([field, word], i) => {
    const isWide = field === 'name' || field === 'remark';
    const row = field === 'name' ? 2 : field === 'remark' ? 10 : 3 + Math.floor((i - 1) / 2);
    const column = isWide || i % 2 === 1 ? 0 : 2;
    page.put(row, column, word, { table: school.id, field, key: 'header', role: 'header' });
    const format = DATES.has(field) ? 'yyyy"年"m"月"d"日"' : null;
    page.put(
      row,
      column + 1,
      answer(school, field),
      { table: school.id, field, key: school.id, role: 'entry' },
      format,
    );
    if (isWide) page.merge(row, 1, row, 3);
  });
  page.put(12, 0, `填表人：${figures.preparer}`, { table: school.id, field: 'preparer', key: 'line', role: 'line' });
  page.put(12, 2, `审核人：${figures.reviewer}`, { table: school.id, field: 'reviewer', key: 'line', role: 'line' });
}

export const BOOKS: readonly Layout[] = [stageSheets, unitSheets, sideBySide, onItsSide, forms];
