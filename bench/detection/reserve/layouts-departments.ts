import { yichunPlan } from '../../../src/plan';
import type { Random } from '../random';
import { column } from './columns';
import { dayText, foot, info, infoPair, periodText, title } from './frame';
import { STATUSES } from './figures';
import { byBuilder, byStage, indicatorsOf, ofBuilder, plain, type Layout } from './layout';
import { fundTable, indicatorTable, measureTable, summaryTable } from './other-tables';
import { drawTable } from './table';

/** The fund office: ten items, four quarters, the year across; responsibilities on the second sheet. */
const fundsByQuarter: Layout = {
  name: 'funds-by-quarter',
  draw(draft, figures, random) {
    const page = draft.page('资金执行');
    title(page, 0, 10, `${figures.year - 1}年度中心城区教育提升行动专项经费决算表`);
    info(draft, page, 1, 0, 'unit', '宜春市教育体育局', '单位名称');
    page.put(1, 9, '金额单位：万元');
    const heads = [
      ['seq', '行次'],
      ['name', '专项名称'],
      ['amount', '年初预算'],
      ['q1', '支出进度/一季度'],
      ['q2', '支出进度/二季度'],
      ['q3', '支出进度/三季度'],
      ['q4', '支出进度/四季度'],
      ['spent', '支出进度/全年'],
      ['balance', '预算结余'],
      ['rate', '预算执行率%'],
    ] as const;
    const next = fundTable(draft, page, 2, 0, heads, figures, { total: 'top', live: true, label: '合计' });
    page.put(next, 0, '说明：1.年初预算按切块安排表填列；2.预算结余=年初预算-全年支出。');
    page.merge(next, 0, next, 9);
    foot(draft, page, next + 1, [0, 2, 5, 8], figures);
    const duties = draft.page('责任分工');
    title(duties, 0, 6, '重点任务责任分工台账');
    const columns = [
      ['seq', '序号'],
      ['title', '重点任务'],
      ['text', '任务内容'],
      ['depts', '牵头及配合单位'],
      ['deadline', '完成时限'],
      ['state', '推进状态'],
    ] as const;
    measureTable(draft, duties, 1, 0, columns, { joint: '、', numbered: false, random });
  },
};

/** The leading group's office: responsibilities with merged headings, indicators beneath on the same sheet. */
const dutiesAndTargets: Layout = {
  name: 'duties-above-targets',
  draw(draft, figures, random) {
    const page = draft.page('督办');
    title(page, 0, 6, `教育提升专项行动任务督办表（${periodText(figures)}）`);
    info(draft, page, 1, 0, 'unit', '市教育提升工作领导小组办公室', '汇总单位');
    info(draft, page, 1, 4, 'reportedOn', dayText(figures, 'dots'), '汇总日期');
    const columns = [
      ['heading', '类别'],
      ['seq', '编号'],
      ['title', '举措'],
      ['depts', '责任单位'],
      ['progress', '工作进展'],
      ['state', '办理情况'],
    ] as const;
    const next = measureTable(draft, page, 2, 0, columns, { joint: '，', numbered: false, random });
    page.put(next + 1, 0, '附：量化目标');
    const heads = [
      ['seq', '编号'],
      ['name', '目标'],
      ['unit', '单位'],
      ['target', '目标数'],
      ['last', '基期数'],
      ['now', '现值'],
      ['rate', '完成程度（%）'],
    ] as const;
    const ids = ['T01', 'T02', 'T03', 'T07', 'T10', 'T14', 'T15', 'T17', 'T18', 'T19', 'T20', 'T21'];
    const end = indicatorTable(draft, page, next + 2, 0, heads, indicatorsOf(figures, ...ids));
    foot(draft, page, end + 1, [0, 2, 3, 5], figures);
  },
};

/** The plan's own stages and sums with how many are ready, and each builder's part at the right. */
const stageSummary: Layout = {
  name: 'stage-summary-of-the-plan',
  draw(draft, figures, random) {
    const page = draft.page('分学段');
    title(page, 0, 8, '中心城区新增学校分学段规划表');
    infoPair(draft, page, 1, 0, 'unit', '宜春市教体局');
    infoPair(draft, page, 1, 4, 'reportedOn', figures.reportedOn);
    const rows = yichunPlan.stages.map((stage) => ({ key: stage.name, cells: stageCells(stage.id, random) }));
    const heads = [
      ['key', '学校类别'],
      ['count', '学校数（所）'],
      ['classes', '规划班数（个）'],
      ['seats', '规划学位（个）'],
      ['land', '规划用地（亩）'],
      ['waiting', '未开工（所）'],
      ['building', '在建（所）'],
      ['ready', '已完工（所）'],
    ] as const;
    const { next } = summaryTable(draft, page, 2, 0, heads, rows, { total: 'top', live: true, label: '总计' });
    foot(draft, page, next, [0, 2, 4, 6], figures);
  },
};

function stageCells(id: string, random: Random) {
  const stage = yichunPlan.stages.find((one) => one.id === id);
  const own = yichunPlan.schools.filter((school) => school.stage === id);
  const sum = (measure: 'plannedClasses' | 'plannedSeats' | 'plannedLand', other: number): number =>
    stage?.subtotal[measure].value ?? own.reduce((all, one) => all + (one[measure].value ?? other), 0);
  const count = stage?.expectedRows ?? 0;
  const ready = random.whole(0, Math.floor(count / 2));
  const waiting = random.whole(0, Math.floor(count / 3));
  return {
    count,
    classes: sum('plannedClasses', 10),
    seats: sum('plannedSeats', 0),
    land: sum('plannedLand', 0),
    waiting,
    building: count - ready - waiting,
    ready,
  };
}

/** The land office: land needed and supplied by builder, sums under each builder, a row of column numbers. */
const landOffice: Layout = {
  name: 'land-by-builder',
  draw(draft, figures) {
    const page = draft.page('用地保障');
    title(page, 0, 9, '中心城区学校建设用地保障情况统计表');
    info(draft, page, 1, 0, 'unit', '宜春市自然资源局', '填表单位');
    info(draft, page, 1, 5, 'period', periodText(figures), '统计期');
    const table = drawTable(draft, page, 2, 0, {
      columns: [
        column('builder', '辖区'),
        column('seq', '序号'),
        column('name', '用地项目（学校）'),
        column('stage', '学段'),
        column('land', '需用地面积/亩'),
        column('supplied', '已供地面积/亩'),
        column('landGap', '尚需供地/亩'),
        column('contact', '经办人'),
        column('remark', '说明'),
      ],
      groups: byBuilder(figures.lines.filter((line) => !['S2.2', 'S3.5'].includes(line.id))),
      subtotals: 'below',
      subtotalLabel: ({ label }) => `${label}小计`,
      total: 'bottom',
      totalLabel: '全市合计',
      numberRow: true,
      mergeField: 'builder',
      blankBetween: true,
    });
    foot(draft, page, table.next + 1, [0, 2, 4, 7], figures);
  },
};

/** A flat ledger of all schools without any sum, dates as words, a hidden column of telephone numbers. */
const flatLedger: Layout = {
  name: 'flat-ledger',
  draw(draft, figures) {
    const page = draft.page('台账');
    drawTable(draft, page, 0, 0, {
      columns: [
        column('seq', '序号'),
        column('stage', '所属学段'),
        column('name', '学校名称（暂定名）'),
        column('builder', '建设单位（主体）'),
        column('unitOwner', '项目业主'),
        column('buildKind', '新建/改扩建'.replace('/', '或')),
        column('classes', '班级数'),
        column('seats', '学位数'),
        column('status', '工程状态'),
        column('start', '开工年月', { dates: 'words' }),
        column('due', '拟竣工年月', { dates: 'words' }),
        column('done', '竣工年月', { dates: 'words' }),
        column('isOpen', '是否投用'),
        column('contact', '责任人'),
        column('phone', '电话'),
        column('problem', '存在困难和问题'),
      ],
      groups: plain(figures.lines),
    });
    page.hiddenColumns.add(14);
    infoPair(draft, page, 40, 1, 'preparedBy', figures.preparedBy, '制表');
    infoPair(draft, page, 40, 4, 'reviewedBy', figures.reviewedBy, '复核');
    infoPair(draft, page, 40, 8, 'reportedOn', figures.reportedOn, '时间');
  },
};

/** One sheet per stage for the city's own schools, a front sheet with the count of each status. */
const stageSheets: Layout = {
  name: 'sheet-per-stage',
  draw(draft, figures) {
    const lines = ofBuilder(figures, '市本级');
    const front = draft.page('进度统计');
    title(front, 0, 5, `市本级学校建设进度统计（${periodText(figures)}）`);
    info(draft, front, 1, 0, 'unit', '市本级');
    const heads = [
      ['key', '工程进度'],
      ['count', '项目数（个）'],
      ['seats', '涉及学位（个）'],
      ['cum', '累计投资（万元）'],
    ] as const;
    const rows = STATUSES.map((status) => {
      const own = lines.filter((line) => line.status === status);
      const sum = (field: 'seats' | 'cum') => own.reduce((all, line) => all + line[field], 0);
      return { key: status, cells: { count: own.length, seats: sum('seats'), cum: sum('cum') } };
    });
    const { next } = summaryTable(draft, front, 2, 0, heads, rows, { total: 'bottom', live: true });
    foot(draft, front, next + 1, [0, 1, 2, 3], figures);
    for (const group of byStage(lines)) {
      const page = draft.page(group.label);
      title(page, 0, 11, `${group.label}建设项目明细`);
      drawTable(draft, page, 1, 0, {
        columns: [
          column('seq', '序号'),
          column('name', '学校（项目）'),
          column('classes', '规模/班'),
          column('seats', '规模/学位'),
          column('status', '工程进度'),
          column('start', '开工日期'),
          column('due', '计划交付日期'),
          column('done', '实际交付日期'),
          column('invest', '投资（万元）/计划总额'),
          column('cum', '投资（万元）/累计到位'),
          column('progress', '进展描述'),
        ],
        groups: plain(group.lines),
        total: 'bottom',
        totalLabel: '本段合计',
        sums: group.lines.length > 2 ? 'range' : 'plus',
      });
    }
  },
};

export const DEPARTMENT_LAYOUTS: readonly Layout[] = [
  fundsByQuarter,
  dutiesAndTargets,
  stageSummary,
  landOffice,
  flatLedger,
  stageSheets,
];
