import { drawFoot, drawHead, type Frame } from './frame';
import { ofUnit, UNITS } from './figures';
import type { Layout } from './layout';
import { drawTable, type Column } from './table';
import { SUBTOTAL_WORDS, TITLE, TOTAL_WORDS } from './words';

const fields = (...names: readonly string[]): Column[] => names.map((field) => ({ field }));
const grouped = (group: string, ...names: readonly string[]): Column[] =>
  names.map((field) => ({ field, groups: [group] }));

/** A district clerk who keeps to the annex and adds columns of progress. */
const annexKept: Layout = {
  name: '区县-附件2加进度列',
  draw(draft, figures, random) {
    const page = draft.page('附件2');
    const columns = fields(
      'seq',
      'name',
      'classes',
      'seats',
      'land',
      'unit',
      'status',
      'start',
      'due',
      'done',
      'formed',
      'remark',
    );
    const frame: Frame = {
      title: `${TITLE}学校建设项目表`,
      unit: '袁州区',
      width: columns.length,
      annex: '附件2',
      habit: 'line',
    };
    const top = drawHead(page, figures, frame);
    const { bottom } = drawTable(
      { table: 'schools', page, top, columns, units: 'brackets', stages: 'headings', subtotals: 'above', total: 'bottom', sums: 'range', totalWord: random.pick(TOTAL_WORDS), subtotalWord: random.pick(SUBTOTAL_WORDS), numbering: 'section', dates: 'serial' },
      ofUnit(figures, '袁州区'),
      random,
    ); // prettier-ignore
    page.put(bottom, 0, '注：规划数以市方案附件2为准；已形成学位为已交付使用的学位。');
    drawFoot(page, figures, frame, bottom + 1);
    const options = draft.page('选项');
    options.visibility = 'hidden';
    ['未开工', '前期', '在建', '主体封顶', '装修施工', '基本完工', '已完工', '投入使用'].forEach((word, r) =>
      options.put(r, 0, word),
    );
    UNITS.forEach((word, r) => options.put(r, 1, word));
  },
};

/** One flat list with the total first, as the education bureau keeps it for its own schools. */
const ledger: Layout = {
  name: '教体局-台账合计在上',
  draw(draft, figures, random) {
    const page = draft.page('台账');
    const columns = [
      ...fields('seq', 'stage', 'name'),
      ...grouped('建设规模', 'land', 'area', 'classes', 'seats'),
      ...grouped('投资完成情况', 'invest', 'paid', 'rate'),
      ...grouped('工期', 'start', 'due', 'done'),
      ...fields('status', 'formed', 'person', 'phone', 'remark'),
    ];
    const frame: Frame = {
      title: '中心城区学校建设项目台账（市直学校）',
      unit: '市本级',
      width: columns.length,
      habit: 'foot',
    };
    const top = drawHead(page, figures, frame);
    const { bottom } = drawTable(
      { table: 'schools', page, top, columns, units: 'brackets', stages: 'column', subtotals: 'none', total: 'top', sums: 'range', totalWord: random.pick(TOTAL_WORDS), numbering: 'through', dates: 'month', figureFormat: '#,##0' },
      ofUnit(figures, '市本级'),
      random,
    ); // prettier-ignore
    drawFoot(page, figures, frame, bottom + 1);
  },
};

/** Stage cells merged downward, subtotals below their rows, units in a row of their own. */
const mergedStages: Layout = {
  name: '区县-学段合并小计在下',
  draw(draft, figures, random) {
    const page = draft.page('建设情况');
    const columns = fields(
      'stage',
      'seq',
      'name',
      'unit',
      'kind',
      'seats',
      'classes',
      'land',
      'invest',
      'before',
      'month',
      'paid',
      'status',
      'remark',
    );
    const frame: Frame = {
      title: '宜阳新区教育项目建设进展情况统计表',
      unit: '宜阳新区',
      width: columns.length,
      habit: 'apart',
    };
    const top = drawHead(page, figures, frame);
    const { bottom } = drawTable(
      { table: 'schools', page, top, columns, units: 'row', stages: 'merged', subtotals: 'below', total: 'bottom', sums: 'plus', totalWord: random.pick(TOTAL_WORDS), subtotalWord: random.pick(SUBTOTAL_WORDS), numbering: 'through', dates: 'serial', unitWord: (unit) => `${unit}管委会` },
      ofUnit(figures, '宜阳新区'),
      random,
    ); // prettier-ignore
    drawFoot(page, figures, frame, bottom + 2);
  },
};

/** A construction company: money first, three header rows, typed totals, columns hidden before printing. */
const company: Layout = {
  name: '建设公司-三级表头手工合计',
  draw(draft, figures, random) {
    const page = draft.page('投资完成情况');
    const money = (field: string, sub: string): Column => ({ field, groups: ['投资情况', sub] });
    const columns = [
      ...fields('seq', 'name'),
      { field: 'area', isHidden: true },
      ...fields('kind', 'classes', 'seats'),
      money('invest', '总量'),
      money('before', '完成'),
      money('month', '完成'),
      money('paid', '完成'),
      money('rate', '比率'),
      ...grouped('时间节点', 'start', 'due', 'done'),
      ...fields('status', 'person', 'phone'),
    ];
    const frame: Frame = {
      title: '市城投公司代建学校项目投资完成月报',
      unit: '市城投公司',
      width: columns.length,
      figures: '个、平方米、万元',
      habit: 'foot',
    };
    const top = drawHead(page, figures, frame);
    const { bottom } = drawTable(
      { table: 'schools', page, top, columns, units: 'none', stages: 'none', subtotals: 'none', total: 'bottom', sums: 'typed', totalWord: '合计', numbering: 'through', dates: 'text', rates: 'format', figureFormat: '#,##0' },
      ofUnit(figures, '市本级'),
      random,
    ); // prettier-ignore
    drawFoot(page, figures, frame, bottom + 1);
  },
};

/** Kindergartens only, SUBTOTAL over a filtered list, notes below. */
const kindergartens: Layout = {
  name: '学前科-幼儿园清单筛选合计',
  draw(draft, figures, random) {
    const page = draft.page('Sheet1');
    const columns = [
      ...fields('seq', 'name', 'unit', 'kind', 'classes', 'seats', 'land', 'status'),
      { field: 'done' },
      ...fields('formed', 'invest', 'paid', 'rate', 'remark'),
    ];
    const frame: Frame = {
      title: '袁州区新增公办幼儿园建设情况',
      unit: '袁州区',
      width: columns.length,
      habit: 'line',
    };
    const top = drawHead(page, figures, frame);
    const { bottom } = drawTable(
      { table: 'schools', page, top, columns, units: 'brackets', stages: 'none', subtotals: 'none', total: 'bottom', sums: 'subtotal', totalWord: random.pick(TOTAL_WORDS), numbering: 'through', dates: 'serial', rates: 'points' },
      figures.schools.filter(({ stage, unit }) => stage === 'S5' && unit === '袁州区'),
      random,
    ); // prettier-ignore
    page.put(bottom + 1, 0, '说明：1.小区配套园以移交时间为完工时间。');
    page.put(bottom + 2, 0, '2.投资数含装修及设备。');
    drawFoot(page, figures, frame, bottom + 4);
  },
};

/** A blank row after every stage, the total of subtotals in words of its own, names without （暂名）. */
const spaced: Layout = {
  name: '区县-学段间空行',
  draw(draft, figures, random) {
    const page = draft.page('学校项目');
    const columns = fields(
      'seq',
      'stage',
      'name',
      'unit',
      'classes',
      'seats',
      'land',
      'status',
      'start',
      'due',
      'formed',
      'remark',
    );
    const frame: Frame = {
      title: '经开区、明月山区教育提升项目汇总',
      unit: '宜春市教育体育局',
      width: columns.length,
      habit: 'foot',
    };
    const top = drawHead(page, figures, frame) + 1;
    const list = figures.schools.filter(({ unit }) => unit === '经开区' || unit === '明月山区');
    const { bottom } = drawTable(
      { table: 'schools', page, top, columns, units: 'brackets', stages: 'column', subtotals: 'below', total: 'bottom', sums: 'range', totalWord: '总计', subtotalWord: random.pick(SUBTOTAL_WORDS), numbering: 'section', dates: 'month', gapAfterStage: true, nameWord: (name) => name.replace('（暂名）', '') },
      list,
      random,
    ); // prettier-ignore
    drawFoot(page, figures, frame, bottom + 1);
  },
};

export const LISTS: readonly Layout[] = [annexKept, ledger, mergedStages, company, kindergartens, spaced];
