import { yichunPlan } from '../../../src/plan';
import { COLUMNS as C, drawList, line } from './sheet';
import { drawCover, drawFunds, drawMeasures, drawSummary, drawTargets } from './tables';
import { sign, SIZES, type PlainLayout } from './layout';
import { departments, district, monthly } from './layouts-reports';

const BUILDERS = ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'];

/** The annexes as they are published, with a cover, subtotals above their schools, all sums as formulas. */
const annexes: PlainLayout = {
  name: 'annexes',
  draw(book, figures) {
    drawCover(book.page('封面'), figures, '宜春市教育体育局', '宜春中心城区教育提升专项行动进展情况报送表');
    const targets = book.page('目标完成情况');
    line(targets, 0, '宜春中心城区教育提升专项行动目标完成情况表', 8);
    drawTargets(targets, 1, figures, {
      heads: [
        '序号',
        '指标名称',
        '计量单位',
        '2025年目标',
        '上年完成',
        '本期完成（累计）',
        '与目标差距',
        '完成率（%）',
      ],
      fields: ['seq', 'indicator', 'unit', 'target', 'before', 'now', 'gap', 'ratio'],
      asFormula: true,
    });
    const measures = book.page('附件1');
    line(measures, 0, '宜春中心城区教育提升专项行动重点举措责任分工表', 4);
    drawMeasures(
      measures,
      1,
      figures,
      ['一级标题', '工作举措', '责任部门', '进展情况'],
      ['chapter', 'measure', 'departments', 'progress'],
      '\n',
    );
    const schools = book.page('附件2');
    line(schools, 0, '宜春中心城区学校建设项目表', 7);
    drawList(
      schools, 1,
      [C.seq(['序号']), C.name(['学校名称']), ...SIZES, C.text('builder', ['建设主体']), C.text('remark', ['备注'])],
      figures.schools,
      { subtotal: 'above', subtotalWord: '小计：', total: 'bottom', asFormula: true, hasHeadings: true },
    ); // prettier-ignore
    const funds = book.page('附件3');
    line(funds, 0, '中心城区教育提升行动专项经费切块安排表', 3);
    drawFunds(funds, 1, figures, {
      heads: [['项目名称'], ['具体内容'], ['金额（万元）']],
      fields: ['fund', 'content', 'amount'],
      asFormula: true,
      total: 'bottom',
    });
  },
};

/** One sheet for each stage, subtotal typed below, and an overview that repeats the sums. */
const stageSheets: PlainLayout = {
  name: 'stage-sheets',
  draw(book, figures) {
    const overview = book.page('汇总');
    line(overview, 0, `中心城区学校建设分学段汇总表（${figures.year}年${figures.month}月）`, 5);
    line(overview, 1, sign(figures, '宜春市教体局'), 5, 'sign');
    const groups = yichunPlan.stages.map((stage) => {
      const page = book.page(stage.name);
      line(page, 0, `${stage.name}建设项目明细表`, 8);
      drawList(
        page, 1,
        [
          C.seq(['序号']), C.name(['项目学校']), C.size('classes', ['班级数（个）']), C.size('seats', ['学位数（个）']),
          C.size('land', ['用地面积（亩）']), C.text('builder', ['建设主体']), C.text('status', ['项目状态']), C.text('remark', ['备注']),
        ],
        figures.schools.filter((school) => school.stage === stage.id),
        { subtotal: 'none', total: 'bottom', totalWord: '小计', asFormula: false, hasHeadings: false },
      ); // prettier-ignore
      return { id: stage.id, name: stage.name, cells: page.cells.filter(({ kind }) => kind === 'item') };
    });
    drawSummary(
      overview, 2, [['学段'], ['学校数（所）'], ['班级数（个）'], ['学位数（个）'], ['用地面积（亩）']],
      groups, ['classes', 'seats', 'land'],
    ); // prettier-ignore
  },
};

/** One sheet for each builder, with dates and seats, and an overview by builder. */
const builderSheets: PlainLayout = {
  name: 'builder-sheets',
  draw(book, figures) {
    const overview = book.page('分建设主体汇总');
    line(overview, 0, '分建设主体学校建设情况汇总表', 6);
    line(overview, 1, sign(figures, '宜春市教体局'), 6, 'sign');
    const groups = BUILDERS.map((builder) => {
      const page = book.page(builder);
      line(page, 0, `${builder}学校建设项目进展情况表（截至${figures.year}年${figures.month}月）`, 12);
      drawList(
        page, 1,
        [
          C.seq(['序号']), C.name(['学校名称']), C.stage(['学段']), ...SIZES, C.text('builder', ['建设主体']),
          C.text('status', ['项目状态']), C.date('start', ['开工日期'], 'yyyy/m/d'),
          C.date('due', ['计划完工日期'], 'yyyy/m/d'), C.date('done', ['实际完工日期'], 'yyyy/m/d'),
          C.size('formed', ['已形成学位（个）']),
        ],
        figures.schools.filter((school) => school.builder === builder),
        { subtotal: 'none', total: 'top', asFormula: true, hasHeadings: false, runsOn: true },
      ); // prettier-ignore
      return { id: builder, name: builder, cells: page.cells.filter(({ kind }) => kind === 'item') };
    });
    drawSummary(
      overview, 2, [['建设主体'], ['项目数'], ['规划班数（个）'], ['规划学位（个）'], ['规划用地（亩）'], ['已形成学位（个）']],
      groups, ['classes', 'seats', 'land', 'formed'],
    ); // prettier-ignore
  },
};

/** One wide ledger under a header of two merged rows; the total stands on top. */
const ledger: PlainLayout = {
  name: 'ledger',
  draw(book, figures) {
    const page = book.page('项目台账');
    line(page, 0, '中心城区学校建设项目进度台账', 19);
    line(
      page,
      1,
      `报告期：${figures.year}年${figures.month}月\u3000\u3000${sign(figures, '宜春市教体局')}`,
      19,
      'sign',
    );
    const basic = '基本情况';
    const scale = '建设规模';
    const step = '建设进度';
    const money = '投资完成情况（万元）';
    drawList(
      page, 2,
      [
        C.seq(['序号']), C.name([basic, '学校名称']), C.stage([basic, '学段']), C.text('builder', [basic, '建设主体']),
        C.size('classes', [scale, '规划班数（个）']), C.size('seats', [scale, '规划学位（个）']), C.size('land', [scale, '规划用地（亩）']),
        C.text('status', [step, '项目状态']), C.date('start', [step, '开工日期']), C.date('due', [step, '计划完工日期']),
        C.date('done', [step, '实际完工日期']), C.size('formed', [step, '已形成学位（个）']),
        C.size('invest', [money, '计划总投资']), C.size('prior', [money, '上期累计完成']), C.size('current', [money, '本期完成']),
        { field: 'spent', head: [money, '累计完成'], isSummed: true, calc: ['sum', 'prior', 'current'] },
        { field: 'left', head: [money, '剩余投资'], calc: ['minus', 'invest', 'spent'] },
        { field: 'rate', head: [money, '完成率'], calc: ['share', 'spent', 'invest'], format: '0.00%' },
        C.text('remark', ['备注']),
      ],
      figures.schools,
      { subtotal: 'none', total: 'top', totalWord: '总计', asFormula: true, hasHeadings: false, runsOn: true },
    ); // prettier-ignore
  },
};

/** Everything typed and stacked on one sheet: targets, schools, funds. */
const stacked: PlainLayout = {
  name: 'stacked',
  draw(book, figures) {
    const page = book.page('Sheet1');
    line(page, 0, '宜春中心城区教育提升专项行动情况统计表', 8);
    line(page, 1, sign(figures, '宜春市教体局'), 8, 'sign');
    line(page, 3, '表一\u3000主要目标完成情况', 8, 'caption');
    const afterTargets = drawTargets(page, 4, figures, {
      heads: ['序号', '指标', '单位', '目标值', '2022年', '目前完成', '完成率（%）'],
      fields: ['seq', 'indicator', 'unit', 'target', 'before', 'now', 'ratio'],
      asFormula: false,
    });
    line(page, afterTargets + 1, '表二\u3000学校建设项目', 8, 'caption');
    const afterSchools = drawList(
      page, afterTargets + 2,
      [C.seq(['序号']), C.name(['学校名称']), ...SIZES, C.text('builder', ['建设主体']), C.text('status', ['项目状态']), C.text('remark', ['备注'])],
      figures.schools,
      { subtotal: 'below', total: 'bottom', asFormula: false, hasHeadings: true, totalWord: '总 计' },
    ); // prettier-ignore
    line(page, afterSchools + 1, '表三\u3000专项经费安排及使用（单位：万元）', 8, 'caption');
    drawFunds(page, afterSchools + 2, figures, {
      heads: [['序号'], ['项目名称'], ['安排金额'], ['已下达'], ['已支出'], ['结余']],
      fields: ['seq', 'fund', 'amount', 'issued', 'used', 'left'],
      asFormula: false,
      total: 'bottom',
    });
  },
};

/** Indicators run to the right; the schools' list is short of headings but names the stage. */
const across: PlainLayout = {
  name: 'across',
  draw(book, figures) {
    const page = book.page('指标');
    line(page, 0, '宜春中心城区教育提升主要指标进展', 12);
    const shownTargets = figures.targets.filter(({ indicator }) => Number(indicator.id.slice(1)) < 14);
    const rows = [['指标名称', 'indicator'], ['计量单位', 'unit'], ['2025年目标', 'target'], ['2022年完成', 'before'],
      ['本期完成', 'now'], ['与目标差距', 'gap'], ['完成率（%）', 'ratio']] as const; // prettier-ignore
    rows.forEach(([label, field], r) => page.put(r + 1, 0, label, field, 'header', field));
    shownTargets.forEach(({ indicator, before, now }, c) => {
      const id = indicator.id;
      page.put(1, c + 1, indicator.name, 'indicator', 'item', id);
      page.put(2, c + 1, indicator.unit, 'unit', 'item', id);
      const target = page.put(3, c + 1, indicator.target, 'target', 'item', id);
      page.put(4, c + 1, before, 'before', 'item', id);
      const done = page.put(5, c + 1, now, 'now', 'item', id);
      page.put(6, c + 1, null, 'gap', 'item', id).calc = { op: 'minus', of: [target, done], asFormula: true };
      page.put(7, c + 1, null, 'ratio', 'item', id).calc = { op: 'percent', of: [done, target], asFormula: true };
    });
    const list = book.page('学校一览');
    line(list, 0, '中心城区新增学校一览表', 9);
    drawList(
      list, 1,
      [
        C.seq(['编号']), C.stage(['学段']), C.name(['学校（园）名称']), C.size('classes', ['规划办学规模', '班数（班）']),
        C.size('seats', ['规划办学规模', '学位（个）']), C.size('land', ['规划用地（亩）']), C.text('builder', ['建设主体']),
        C.text('status', ['建设状态']), C.size('formed', ['已形成学位（个）']),
      ],
      figures.schools,
      { subtotal: 'below', total: 'bottom', asFormula: true, hasHeadings: false, runsOn: true },
    ); // prettier-ignore
  },
};

export const LAYOUTS: readonly PlainLayout[] = [
  annexes, stageSheets, builderSheets, ledger, stacked, across, district, departments, monthly,
]; // prettier-ignore
