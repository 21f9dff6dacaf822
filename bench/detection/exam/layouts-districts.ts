import type { Draft } from './draft';
import { LOST_NAMES, type Figures, type SchoolFigures } from './figures';
import { cover, infoLine, infoPairs, note, period, sentOn, sentSerial, title } from './frame';
import { drawSchoolTable, type Column, type TableShape } from './school-table';

/** A way in which one office draws its workbook. */
export interface Layout {
  readonly name: string;
  draw(draft: Draft, figures: Figures): void;
}

/** The unit's schools whose names the stored plan shows. */
export function schoolsBuiltBy(figures: Figures, builder: string): readonly SchoolFigures[] {
  return figures.schools.filter((school) => school.builder === builder && !(school.id in LOST_NAMES));
}

export function columnsOf(...columns: readonly (readonly [field: string, ...head: string[]])[]): readonly Column[] {
  return columns.map(([field, ...head]) => ({ field, head }));
}

/** The plan's own columns with the progress behind them; section rows, subtotals above, one sheet. */
const annexWithProgress: Layout = {
  name: '附件2原样加进度列（区）',
  draw(draft, figures) {
    const page = draft.page('附件2');
    const shape: TableShape = {
      columns: columnsOf(
        ['sequence', '序号'], ['school', '学校名称'], ['classes', '规划班数(个)'], ['seats', '规划学位(个)'],
        ['land', '规划用地(亩)'], ['builder', '建设主体'], ['remark', '备注'], ['status', '项目状态'],
        ['start', '开工时间'], ['due', '计划完工时间'], ['done', '实际完工时间'], ['investment', '总投资(万元)'],
        ['invested', '累计完成投资(万元)'], ['formed', '已形成学位(个)'],
      ),
      stages: 'heading', subtotal: 'above', total: 'bottom', sums: 'range', dates: 'month', rate: 'points',
      totalWord: '合 计',
    }; // prettier-ignore
    const width = shape.columns.length;
    page.put(0, 0, '附件2', { role: 'title', field: 'annex' });
    title(page, 1, width, '宜春中心城区教育提升专项行动学校建设项目进展情况表');
    infoLine(page, 2, [
      [0, 'unit', '填报单位：袁州区教育体育局'],
      [5, 'period', `报告期：${period(figures)}`],
      [10, 'date', `填报日期：${sentOn(figures)}`],
    ]);
    const end = drawSchoolTable(page, 3, shape, schoolsBuiltBy(figures, '袁州区'), figures);
    infoLine(page, end + 1, [
      [0, 'filler', `填报人：${figures.people[0]}`],
      [4, 'phone', `联系电话：${figures.phone}`],
      [8, 'checker', `审核人：${figures.people[1]}`],
    ]);
  },
};

/** Three header rows, the stage merged down the side, the total on top. */
const groupedHeader: Layout = {
  name: '三级表头、学段合并、合计在上（新区）',
  draw(draft, figures) {
    const page = draft.page('项目进度');
    const shape: TableShape = {
      columns: columnsOf(
        ['sequence', '序号'], ['stage', '学段'], ['school', '项目（学校）名称'], ['builder', '责任单位'],
        ['land', '建设规模', '规划', '用地面积（亩）'], ['classes', '建设规模', '规划', '班级数（个）'],
        ['seats', '建设规模', '规划', '学位数（个）'], ['formed', '建设规模', '已形成学位（个）', ''],
        ['status', '建设进展', '当前状态', ''], ['start', '建设进展', '时间节点', '开工日期'],
        ['due', '建设进展', '时间节点', '计划竣工日期'], ['done', '建设进展', '时间节点', '实际竣工日期'],
        ['investment', '投资情况（万元）', '计划总投资', ''], ['before', '投资情况（万元）', '完成投资', '2022年底前'],
        ['year', '投资情况（万元）', '完成投资', '2023年'], ['invested', '投资情况（万元）', '完成投资', '累计'],
        ['rate', '投资情况（万元）', '投资完成率', ''], ['problem', '存在问题'],
      ),
      stages: 'merged', subtotal: 'below', total: 'top', sums: 'subtotal', dates: 'serial', rate: 'format',
      thousands: true,
    }; // prettier-ignore
    title(page, 0, shape.columns.length, '宜阳新区中小学幼儿园建设项目进度表');
    infoPairs(page, 1, [
      ['填报单位', 'unit', '宜阳新区管委会'],
      ['填表人', 'filler', figures.people[0]],
      ['审核人', 'checker', figures.people[1]],
      ['联系电话', 'phone', figures.phone],
      ['填报日期', 'date', sentSerial(figures)],
    ]);
    const end = drawSchoolTable(page, 2, shape, schoolsBuiltBy(figures, '宜阳新区'), figures);
    note(page, end, shape.columns.length, '注：投资完成率=累计完成投资÷计划总投资；学位按个统计。');
  },
};

/** A cover and one sheet for each of the four districts. */
const unitSheets: Layout = {
  name: '封面加一区一表（教体局收齐）',
  draw(draft, figures) {
    cover(draft.page('封面'), '中心城区学校建设项目月报', '宜春市教育体育局', figures);
    const shape: TableShape = {
      columns: columnsOf(
        ['sequence', '编号'], ['school', '学校'], ['stage', '学段'], ['builder', '建设单位'], ['seats', '规划学位数'],
        ['classes', '规划班级数'], ['land', '占地(亩)'], ['status', '建设状态'], ['start', '开工'], ['due', '拟完工'],
        ['done', '完工'], ['investment', '概算投资(万元)'], ['invested', '累计投资(万元)'], ['left', '待完成投资(万元)'],
      ),
      stages: 'each', subtotal: 'none', total: 'bottom', sums: 'range', dates: 'dots', rate: 'points',
      totalWord: '总计',
    }; // prettier-ignore
    for (const unit of ['袁州区', '宜阳新区', '经开区', '明月山区']) {
      const page = draft.page(unit);
      title(page, 0, shape.columns.length, `${unit}学校建设项目情况（${period(figures)}）`);
      drawSchoolTable(page, 2, shape, schoolsBuiltBy(figures, unit), figures);
    }
  },
};

/** Plan and progress of the same schools in two tables, one below the other. */
const twoTables: Layout = {
  name: '一表两段：规划在上、进度在下（经开区）',
  draw(draft, figures) {
    const page = draft.page('Sheet1');
    const schools = schoolsBuiltBy(figures, '经开区');
    const plan: TableShape = {
      columns: columnsOf(
        ['sequence', '序号'], ['stage', '学段'], ['school', '学校名称'], ['classes', '规划班数'], ['seats', '规划学位'],
        ['land', '规划用地'], ['builder', '建设主体'],
      ),
      stages: 'each', subtotal: 'none', total: 'bottom', sums: 'range', dates: 'month', rate: 'points',
      unitRow: { classes: '（个）', seats: '（个）', land: '（亩）' }, table: 'plan',
    }; // prettier-ignore
    const progress: TableShape = {
      columns: columnsOf(
        ['sequence', '序号'], ['school', '学校名称'], ['status', '形象进度'], ['start', '开工时间'], ['due', '计划完工'],
        ['investment', '总投资（万元）'], ['invested', '已完成投资（万元）'], ['rate', '完成比例（%）'],
      ),
      stages: 'none', subtotal: 'none', total: 'bottom', sums: 'list', dates: 'month', rate: 'points',
      table: 'progress',
    }; // prettier-ignore
    title(page, 0, 8, '经开区教育项目统计');
    infoLine(page, 1, [
      [0, 'unit', '填报单位：经开区管委会'],
      [4, 'period', `统计截至：${period(figures)}底`],
    ]);
    title(page, 2, 8, '一、规划情况');
    const below = drawSchoolTable(page, 3, plan, schools, figures);
    title(page, below + 1, 8, '二、建设进度');
    const end = drawSchoolTable(page, below + 2, progress, schools, figures);
    infoLine(page, end + 1, [
      [0, 'filler', `填表人：${figures.people[0]}`],
      [3, 'checker', `审核：${figures.people[1]}`],
      [6, 'date', sentOn(figures)],
    ]);
  },
};

export const DISTRICT_LAYOUTS: readonly Layout[] = [annexWithProgress, groupedHeader, unitSheets, twoTables];
