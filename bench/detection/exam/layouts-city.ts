import { yichunPlan } from '../../../src/plan';
import { drawIndicators, drawFunds, drawMeasures } from './other-tables';
import { infoLine, note, period, sentOn, title } from './frame';
import { columnsOf, schoolsBuiltBy, type Layout } from './layouts-districts';
import { drawSchoolTable, type TableShape } from './school-table';

/** All schools of the plan with seats and land; the subtotals are the plan's, all totals typed. */
const wholeCity: Layout = {
  name: '全市台账、合计在上、手工数（教体局）',
  draw(draft, figures) {
    const page = draft.page('项目台账');
    const shape: TableShape = {
      columns: columnsOf(
        ['sequence', '序号'], ['school', '学校名称'], ['seats', '规划新增', '学位（个）'], ['land', '规划新增', '用地（亩）'],
        ['builder', '建设主体'], ['status', '进展', '状态'], ['start', '进展', '开工时间'], ['due', '进展', '预计完工'],
        ['formed', '学位', '已形成（个）'], ['remaining', '学位', '待形成（个）'], ['contact', '联系人'], ['remark', '方案备注'],
      ),
      stages: 'heading', subtotal: 'above', total: 'top', sums: 'typed', dates: 'month', rate: 'points',
      totalWord: '总计',
    }; // prettier-ignore
    title(page, 0, shape.columns.length, '宜春中心城区学校建设项目台账');
    infoLine(page, 1, [
      [0, 'unit', '填报单位：宜春市教育体育局'],
      [8, 'period', `（${period(figures)}）`],
    ]);
    const end = drawSchoolTable(page, 2, shape, figures.schools, figures);
    page.hiddenColumns.add(shape.columns.findIndex(({ field }) => field === 'contact'));
    note(page, end, shape.columns.length, '说明：规划数取自《专项行动方案》附件2。');
    infoLine(page, end + 1, [
      [1, 'filler', `制表：${figures.people[0]}`],
      [5, 'checker', `复核：${figures.people[1]}`],
      [8, 'date', `制表日期：${sentOn(figures)}`],
    ]);
  },
};

/** One sheet a stage, and the funds behind them. */
const stageSheets: Layout = {
  name: '一学段一表，附经费表（市本级）',
  draw(draft, figures) {
    const shape: TableShape = {
      columns: columnsOf(
        ['sequence', '序号'], ['school', '校名'], ['land', '用地规模（亩）'], ['seats', '学位规模（个）'],
        ['classes', '班级规模（班）'], ['status', '进展情况'], ['start', '实际开工'], ['due', '计划完工'],
        ['done', '实际完工'], ['formed', '已新增学位（个）'], ['investment', '总投资（万元）'],
        ['before', '至2022年底完成（万元）'], ['year', '2023年完成（万元）'], ['invested', '累计完成（万元）'],
      ),
      stages: 'none', subtotal: 'none', total: 'bottom', sums: 'typed', dates: 'month-serial', rate: 'points',
    }; // prettier-ignore
    for (const stage of yichunPlan.stages) {
      const own = schoolsBuiltBy(figures, '市本级').filter((school) => school.stage === stage.id);
      if (own.length === 0) continue;
      const page = draft.page(stage.name);
      title(page, 0, shape.columns.length, `市本级${stage.name}建设项目进展表`);
      infoLine(page, 1, [
        [0, 'unit', '填报单位：宜春市教育体育局'],
        [8, 'period', `报告期：${period(figures)}`],
      ]);
      const end = drawSchoolTable(page, 2, shape, own, figures);
      infoLine(page, end, [
        [0, 'filler', `填报人：${figures.people[0]}`],
        [6, 'date', `填报日期：${sentOn(figures)}`],
      ]);
    }
    drawFunds(draft.page('附件3经费'), figures, 'district');
  },
};

/** Builder first, money before the plan's figures, units in a row of their own, plain additions. */
const moneyFirst: Layout = {
  name: '投资在前、单位另起一行（明月山、经开合报）',
  draw(draft, figures) {
    const page = draft.page('投资进度');
    const units = { investment: '万元', before: '万元', year: '万元', invested: '万元', left: '万元', rate: '%' };
    const shape: TableShape = {
      columns: columnsOf(
        ['builder', '实施主体'], ['school', '项目名称'], ['investment', '总投资'], ['before', '截至上年底完成'],
        ['year', '今年完成'], ['invested', '累计完成'], ['left', '剩余投资'], ['rate', '完成率'], ['seats', '新增学位'],
        ['classes', '新增班额数'], ['land', '项目用地'], ['status', '目前进度'], ['due', '计划建成时间'], ['problem', '需协调问题'],
      ),
      stages: 'none', subtotal: 'none', total: 'top', sums: 'plus', dates: 'month', rate: 'points',
      unitRow: { ...units, seats: '个', classes: '班', land: '亩' },
    }; // prettier-ignore
    title(page, 0, shape.columns.length, `教育重点项目投资进度表（${period(figures)}）`);
    const schools = [...schoolsBuiltBy(figures, '明月山区'), ...schoolsBuiltBy(figures, '经开区')];
    const end = drawSchoolTable(page, 1, shape, schools, figures);
    infoLine(page, end + 1, [[0, 'filler', `填表人：${figures.people[0]}  联系电话：${figures.phone}`]]);
  },
};

/** One column a month; the year and the total to date follow from them. */
const monthly: Layout = {
  name: '分月投资（市本级），附指标表',
  draw(draft, figures) {
    const page = draft.page('分月进度');
    const shape: TableShape = {
      columns: columnsOf(
        ['sequence', '序号'], ['stage', '类别'], ['school', '学校（园）名称'], ['seats', '规划学位（个）'],
        ['status', '状态'], ['start', '开工日期'], ['investment', '总投资'], ['before', '上年末累计'],
        ['months', '2023年各月完成投资', '#月'], ['year', '2023年合计'], ['invested', '开工以来累计'], ['rate', '投资完成率'],
      ),
      stages: 'merged', subtotal: 'below', total: 'bottom', sums: 'range', dates: 'month-serial', rate: 'format',
      thousands: true,
    }; // prettier-ignore
    const width = shape.columns.length - 1 + figures.month;
    title(page, 0, width, '市本级学校建设项目分月完成投资情况');
    infoLine(page, 1, [
      [0, 'unit', '填报单位：宜春市教育体育局'],
      [width - 2, 'unit-of-measure', '投资单位：万元'],
    ]);
    const end = drawSchoolTable(page, 2, shape, schoolsBuiltBy(figures, '市本级'), figures);
    infoLine(page, end, [
      [0, 'filler', `填报人：${figures.people[0]}`],
      [5, 'checker', `审核人：${figures.people[1]}`],
      [9, 'date', `填报日期：${sentOn(figures)}`],
    ]);
    drawIndicators(draft.page('目标完成情况'), figures, 'plain');
  },
};

const indicatorsAndMeasures: Layout = {
  name: '指标表（分组）加责任清单',
  draw(draft, figures) {
    drawIndicators(draft.page('指标'), figures, 'grouped');
    drawMeasures(draft.page('附件1责任分工'), figures, 'merged');
  },
};

const fundsAndIndicators: Layout = {
  name: '经费执行表加指标分年表',
  draw(draft, figures) {
    drawFunds(draft.page('经费'), figures, 'office');
    drawIndicators(draft.page('分年指标'), figures, 'years');
  },
};

const measuresAndFunds: Layout = {
  name: '举措进展表与经费表同在一页',
  draw(draft, figures) {
    const page = draft.page('附件1、3');
    const end = drawMeasures(page, figures, 'flat');
    drawFunds(page, figures, 'short', end + 2);
  },
};

export const CITY_LAYOUTS: readonly Layout[] = [
  wholeCity, stageSheets, moneyFirst, monthly, indicatorsAndMeasures, fundsAndIndicators, measuresAndFunds,
]; // prettier-ignore
