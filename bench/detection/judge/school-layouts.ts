import { nameOf, type Draft } from './draft';
import { projectsOf, UNIT_NAMES, type Figures } from './figures';
import { drawInfoLine, drawTitle } from './info';
import { drawSchoolGrid, type Column, type GridSpec } from './school-grid';

export interface Layout {
  readonly name: string;
  draw(draft: Draft, figures: Figures): void;
}

const ANNEX: readonly Column[] = [
  { field: 'sequence', head: '序号' },
  { field: 'name', head: '学校名称' },
  { field: 'classes', head: '规划班数（个）' },
  { field: 'seats', head: '规划学位（个）' },
  { field: 'land', head: '规划用地（亩）' },
  { field: 'builder', head: '建设主体' },
  { field: 'remark', head: '备注' },
];

export const ANNEX_PROGRESS: readonly Column[] = [
  ...ANNEX,
  { field: 'status', head: '项目状态' },
  { field: 'start', head: '开工日期' },
  { field: 'due', head: '计划完工日期' },
  { field: 'done', head: '实际完工日期' },
  { field: 'formed', head: '已形成学位（个）' },
  { field: 'spent', head: '完成投资（万元）' },
  { field: 'progress', head: '进展说明' },
];

export const ANNEX_SPEC: GridSpec = {
  columns: ANNEX_PROGRESS,
  stages: 'heading',
  subtotal: 'above',
  total: 'none',
  sums: 'range',
  dates: 'serial',
  rate: 'format',
  numbering: 'section',
  totalWord: '合计',
  subtotalWord: '小计：',
};

/** What most units send: the annex with progress columns to its right. */
const annexPlain: Layout = {
  name: 'annex-with-progress',
  draw(draft, figures) {
    const leaf = '附件2';
    draft.write(leaf, 0, 0, '附件2');
    drawTitle(draft, leaf, 1, 14, `中心城区学校建设项目进展情况表（${figures.year}年${figures.month}月）`);
    drawInfoLine(draft, leaf, 2, figures, '袁州区', [[0, 'unit']]);
    draft.write(leaf, 2, 12, '单位：个、亩、万元');
    const end = drawSchoolGrid(draft, leaf, { row: 3, column: 0 }, projectsOf(figures, '袁州区'), {
      ...ANNEX_SPEC,
      total: 'bottom',
      sums: 'range',
    });
    drawInfoLine(draft, leaf, end + 1, figures, '', [
      [0, 'preparer'],
      [4, 'phone'],
      [7, 'reviewer'],
      [11, 'date'],
    ]);
  },
};

/** Two header rows, a stage column merged down, sums below, money in four columns. */
const twoRowHeader: Layout = {
  name: 'two-row-header',
  draw(draft, figures) {
    const leaf = '市直学校进度表';
    const group = (name: string, columns: readonly Column[]): Column[] =>
      columns.map((column) => ({ ...column, group: name }));
    const columns: Column[] = [
      { field: 'sequence', head: '序号' },
      { field: 'stage', head: '学段' },
      { field: 'name', head: '学校（项目）名称' },
      ...group('建设规模', [
        { field: 'classes', head: '班级数（个）' },
        { field: 'seats', head: '学位数（个）' },
        { field: 'land', head: '用地面积（亩）' },
      ]),
      { field: 'builder', head: '责任主体' },
      ...group('工程进度', [
        { field: 'status', head: '形象进度' },
        { field: 'start', head: '开工时间' },
        { field: 'due', head: '计划竣工时间' },
        { field: 'done', head: '实际竣工时间' },
      ]),
      ...group('投资情况（万元）', [
        { field: 'cost', head: '总投资' },
        { field: 'before', head: '上期累计完成' },
        { field: 'current', head: '本期完成' },
        { field: 'spent', head: '累计完成' },
        { field: 'rate', head: '完成比例' },
      ]),
      { field: 'remark', head: '备注' },
    ];
    drawTitle(draft, leaf, 0, columns.length, '市本级学校建设项目推进情况统计表');
    drawInfoLine(draft, leaf, 1, figures, '市本级', [
      [0, 'unit'],
      [7, 'period'],
      [12, 'date'],
    ]);
    const end = drawSchoolGrid(draft, leaf, { row: 2, column: 0 }, projectsOf(figures, '市本级'), {
      ...ANNEX_SPEC,
      columns,
      stages: 'merged',
      subtotal: 'below',
      total: 'bottom',
      dates: 'month',
      numbering: 'through',
      subtotalWord: '小计',
      totalWord: '合    计',
    });
    draft.write(leaf, end, 0, '注：1.数据截至报告期末；2.学位按规划数填列。');
    drawInfoLine(draft, leaf, end + 1, figures, '', [
      [0, 'preparer', '填报人'],
      [7, 'reviewer', '单位负责人'],
      [12, 'phone'],
    ]);
  },
};

/** A flat list as a database would give it: stage in each row, total on top, other words, a hidden column. */
const flatList: Layout = {
  name: 'flat-list',
  draw(draft, figures) {
    const leaf = 'Sheet1';
    const columns: Column[] = [
      { field: 'stage', head: '学段' },
      { field: 'sequence', head: '编号' },
      { field: 'name', head: '项目名称' },
      { field: 'builder', head: '建设单位' },
      { field: 'land', head: '占地面积\n（亩）' },
      { field: 'classes', head: '办学规模\n（班）' },
      { field: 'seats', head: '可提供学位\n（个）' },
      { field: 'formed', head: '已投用学位\n（个）' },
      { field: 'status', head: '建设状态' },
      { field: 'start', head: '开工时间' },
      { field: 'due', head: '预计竣工' },
      { field: 'done', head: '竣工时间' },
      { field: 'progress', head: '目前进展' },
      { field: 'contact', head: '联系人' },
    ];
    drawTitle(draft, leaf, 0, columns.length, '宜阳新区教育项目建设台账');
    drawInfoLine(draft, leaf, 1, figures, '宜阳新区管委会', [
      [0, 'unit'],
      [4, 'preparer'],
      [7, 'reviewer'],
      [11, 'date'],
    ]);
    drawSchoolGrid(draft, leaf, { row: 2, column: 0 }, projectsOf(figures, '宜阳新区'), {
      ...ANNEX_SPEC,
      columns,
      stages: 'column',
      subtotal: 'none',
      total: 'top',
      dates: 'dash',
      numbering: 'through',
    });
    draft.leaf(leaf).hiddenColumns.add(13);
  },
};

/** What a building company keeps: months to the right, their sum, the year's plan; sums typed in. */
const monthly: Layout = {
  name: 'monthly-spending',
  draw(draft, figures) {
    const leaf = '投资完成月报';
    const months: Column[] = [1, 2, 3, 4, 5, 6].map((n) => ({
      field: `month${n}`,
      head: `${n}月`,
      group: '2024年各月完成投资',
      unit: '万元',
    }));
    const columns: Column[] = [
      { field: 'sequence', head: '序号' },
      { field: 'name', head: '项目名称' },
      { field: 'status', head: '进度' },
      { field: 'seats', head: '学位数', unit: '个' },
      { field: 'land', head: '用地', unit: '亩' },
      { field: 'cost', head: '总投资', unit: '万元' },
      { field: 'yearPlan', head: '年度计划投资', unit: '万元' },
      ...months,
      { field: 'yearSpent', head: '本年累计完成投资', unit: '万元' },
      { field: 'yearRate', head: '年度计划完成率', unit: '%' },
    ];
    drawTitle(draft, leaf, 0, columns.length, '市城投公司代建学校项目投资完成情况月报表');
    drawInfoLine(draft, leaf, 1, figures, '市本级', [
      [0, 'unit'],
      [6, 'date'],
    ]);
    const end = drawSchoolGrid(draft, leaf, { row: 2, column: 0 }, projectsOf(figures, '市本级'), {
      ...ANNEX_SPEC,
      columns,
      stages: 'none',
      subtotal: 'none',
      total: 'bottom',
      sums: 'typed',
      rate: 'number',
      numbering: 'through',
    });
    drawInfoLine(draft, leaf, end + 1, figures, '', [
      [0, 'preparer', '制表'],
      [6, 'reviewer', '审核'],
    ]);
  },
};

/** Unusual: all five units in one workbook, a sheet each, and a summary that adds up their totals. */
const sheetPerUnit: Layout = {
  name: 'sheet-per-unit',
  draw(draft, figures) {
    const summary = '汇总';
    draft.leaf(summary);
    const totals = new Map<string, Partial<Record<string, { row: number; column: number }>>>();
    for (const unit of UNIT_NAMES) {
      drawTitle(draft, unit, 0, 11, `${unit}学校建设情况`);
      drawInfoLine(draft, unit, 1, figures, unit, [
        [0, 'unit'],
        [3, 'preparer', '填报人'],
        [5, 'reviewer'],
        [8, 'date'],
      ]);
      drawSchoolGrid(draft, unit, { row: 2, column: 0 }, projectsOf(figures, unit), {
        ...ANNEX_SPEC,
        columns: ANNEX_PROGRESS.filter(({ field }) => !['remark', 'progress', 'spent'].includes(field)),
        subtotal: 'none',
        total: 'top',
        sums: 'subtotal',
        dates: 'dotted',
        totalWord: '总计',
      });
      const at = (field: string) => draft.find({ field, role: 'total' }).find(({ leaf }) => leaf === unit);
      totals.set(unit, { classes: at('classes'), seats: at('seats'), land: at('land'), formed: at('formed') });
    }
    const fields = ['classes', 'seats', 'land', 'formed'] as const;
    drawTitle(draft, summary, 0, 5, '各建设主体学校建设情况汇总');
    ['建设主体', '班数（个）', '学位（个）', '用地（亩）', '已形成学位（个）'].forEach((head, column) =>
      draft.write(summary, 1, column, head),
    );
    UNIT_NAMES.forEach((unit, i) => {
      draft.write(summary, 2 + i, 0, unit);
      fields.forEach((field, j) => {
        const from = totals.get(unit)?.[field];
        const tag = { table: 'schools', field: `${field}OfUnit`, role: 'subtotal', of: unit } as const;
        if (!from) return;
        const source = { leaf: unit, row: from.row, column: from.column };
        const at = draft.write(summary, 2 + i, 1 + j, null, tag);
        draft.compute(at, `=${nameOf(source, summary)}`, () => draft.shown(source) ?? 0);
      });
    });
    draft.write(summary, 2 + UNIT_NAMES.length, 0, '合计');
    fields.forEach((field, j) => {
      const refs = UNIT_NAMES.map((_, i) => ({ leaf: summary, row: 2 + i, column: 1 + j }));
      const tag = { table: 'schools', field: `${field}OfAll`, role: 'total', of: '' } as const;
      draft.sum({ leaf: summary, row: 2 + UNIT_NAMES.length, column: 1 + j }, refs, 'range', tag);
    });
  },
};

export const SCHOOL_LAYOUTS: readonly Layout[] = [annexPlain, twoRowHeader, flatList, monthly, sheetPerUnit];
