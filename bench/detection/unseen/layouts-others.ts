import { yichunPlan } from '../../../src/plan';
import type { Random } from '../random';
import { calculated, type Cell, type Page } from './draft';
import { drawFoot, drawHead, type Frame } from './frame';
import { ofUnit, type Figures } from './figures';
import { drawFunds, drawIndicators, drawMeasures } from './other-tables';
import type { Layout } from './layout';
import { drawTable, type Column } from './table';
import { TITLE } from './words';

const fields = (...names: readonly string[]): Column[] => names.map((field) => ({ field }));

/** Targets and funds on two sheets, as the planning section of the bureau hands them in. */
const targetsAndFunds: Layout = {
  name: '教体局-目标完成与经费',
  draw(draft, figures, random) {
    const targets = draft.page('目标完成情况');
    const frame: Frame = { title: `${TITLE}目标完成情况表`, unit: '宜春市教育体育局', width: 9, habit: 'line' };
    const bottom = drawIndicators(targets, drawHead(targets, figures, frame), random, { from: 0, extras: true });
    drawFoot(targets, figures, frame, bottom + 1);
    const funds = draft.page('附件3');
    const other: Frame = {
      title: '中心城区教育提升专项行动经费切块安排表',
      unit: '宜春市教育体育局',
      width: 9,
      annex: '附件3',
      habit: 'line',
    };
    const end = drawFunds(funds, drawHead(funds, figures, other), random, 'range');
    drawFoot(funds, figures, other, end + 1);
  },
};

/** Measures with their departments, heading cells merged downward; funds with typed totals on top. */
const measures: Layout = {
  name: '市直部门-责任清单进展',
  draw(draft, figures, random) {
    const page = draft.page('附件1');
    const frame: Frame = {
      title: `${TITLE}重点举措责任分工及进展表`,
      unit: '宜春市教育体育局',
      width: 7,
      annex: '附件1',
      habit: 'foot',
    };
    const bottom = drawMeasures(page, drawHead(page, figures, frame), random);
    drawFoot(page, figures, frame, bottom);
    const funds = draft.page('经费执行');
    funds.put(0, 0, '专项经费执行情况（单位：万元）', { table: 'funds', field: 'title', key: 'line', role: 'line' });
    drawFunds(funds, 1, random, 'typed');
  },
};

/** A list of schools with a small table of indicators below it on the same sheet. */
const stacked: Layout = {
  name: '区县-学校表下接指标表',
  draw(draft, figures, random) {
    const page = draft.page('宜阳新区');
    const columns = fields('seq', 'name', 'classes', 'seats', 'land', 'status', 'start', 'due', 'formed');
    const frame: Frame = {
      title: '宜阳新区教育提升行动进展表',
      unit: '宜阳新区',
      width: columns.length,
      habit: 'line',
    };
    page.put(3, 0, '一、学校建设');
    const top = drawHead(page, figures, frame) + 1;
    const { bottom } = drawTable(
      { table: 'schools', page, top, columns, units: 'brackets', stages: 'none', subtotals: 'none', total: 'bottom', sums: 'range', totalWord: '合计', numbering: 'through', dates: 'text' },
      ofUnit(figures, '宜阳新区'),
      random,
    ); // prettier-ignore
    page.put(bottom + 1, 0, '二、普及目标');
    const end = drawIndicators(page, bottom + 2, random, { from: 0, to: 3, extras: false });
    drawFoot(page, figures, frame, end + 1);
  },
};

const OUTCOMES = yichunPlan.indicators.slice(0, 3);

/** Indicators from left to right, years downward. */
const indicatorsOnSide: Layout = {
  name: '教体局-普及指标横排分年',
  draw(draft, figures, random) {
    const page = draft.page('普及水平');
    page.takesRows = false;
    const frame: Frame = { title: '中心城区教育普及水平监测表', unit: '宜春市教育体育局', width: 4, habit: 'line' };
    const top = drawHead(page, figures, frame);
    page.put(top, 0, '项目');
    ['2021年', '2022年', '本期完成（%）', '2025年目标（%）', '与目标差距（百分点）'].forEach((word, r) =>
      page.put(top + 1 + r, 0, word),
    );
    OUTCOMES.forEach(({ id, name, target }, c) => {
      const mark = (field: string) => ({ table: 'side', field, key: id, role: 'entry' as const });
      const goal = target ?? 0;
      const steps = [random.whole(31, 40), random.whole(21, 30), random.whole(6, 20)].map(
        (step) => Math.round(goal * 10 - step) / 10,
      );
      page.put(top, 1 + c, name, mark('indicator'));
      page.put(top + 1, 1 + c, steps[0] ?? null, mark('earlier'));
      page.put(top + 2, 1 + c, steps[1] ?? null, mark('earlier'));
      const actual = page.put(top + 3, 1 + c, steps[2] ?? null, mark('actual'));
      const aim = page.put(top + 4, 1 + c, goal, mark('target'));
      gapCell(page, top + 5, 1 + c, aim, actual);
    });
    drawFoot(page, figures, frame, top + 7);
  },
};

function gapCell(page: Page, row: number, column: number, aim: Cell, actual: Cell): void {
  const key = aim.mark?.key ?? '';
  page.put(row, column, null, { table: 'side', field: 'gap', key, role: 'entry' }).calculate(
    () => `=${aim.name}-${actual.name}`,
    () => calculated(aim, actual, (a, b) => Math.round((a - b) * 1e6) / 1e6),
  );
}

/** The bureau's table of stages against the annex; figures of the plan only, and how far the projects are. */
const stageTable: Layout = {
  name: '教体局-分学段汇总两级表头',
  draw(draft, figures, random) {
    const page = draft.page('分学段');
    const frame: Frame = {
      title: '分学段学校建设情况汇总表',
      unit: '宜春市教育体育局',
      width: 8,
      figures: '所、个、亩',
      habit: 'foot',
    };
    const top = drawHead(page, figures, frame);
    drawStageTable(page, top, random);
    drawFoot(page, figures, frame, top + 10);
  },
};

const MEASURES = ['plannedClasses', 'plannedSeats', 'plannedLand'] as const;

function drawStageTable(page: Page, top: number, random: Random): void {
  const heads = ['学段', '所数', '班数', '学位', '用地', '已完工', '在建', '未开工'];
  heads.forEach((head, c) => {
    page.put(top + (c === 0 ? 0 : 1), c, head, {
      table: 'stages',
      field: `stage-head-${c}`,
      key: 'header',
      role: 'header',
    });
  });
  page.put(top, 1, '附件2规划');
  page.put(top, 5, '建设进度（所）');
  page.merge(top, 0, top + 1, 0);
  page.merge(top, 1, top, 4);
  page.merge(top, 5, top, 7);
  const totals = heads.map((_, c) =>
    page.put(
      top + 2,
      c,
      c === 0 ? '总计' : null,
      c === 0 ? null : { table: 'stages', field: `stage-${c}`, key: 'total', role: 'total' },
    ),
  );
  yichunPlan.stages.forEach((stage, s) => {
    const row = top + 3 + s;
    const mark = (field: string) => ({ table: 'stages', field, key: stage.id, role: 'entry' as const });
    const finished = random.whole(0, Math.floor(stage.expectedRows / 2));
    const waiting = random.whole(0, Math.floor(stage.expectedRows / 4));
    const own = yichunPlan.schools.find((school) => school.stage === stage.id);
    const planned = MEASURES.map((measure) => stage.subtotal[measure].value ?? own?.[measure].value ?? 6);
    page.put(row, 0, stage.name, mark('stage-name'));
    [stage.expectedRows, ...planned, finished, stage.expectedRows - finished - waiting, waiting].forEach((value, c) =>
      page.put(row, 1 + c, value, mark(`stage-${1 + c}`)),
    );
  });
  totals.forEach((total, c) => {
    if (c > 0) total.formula = { kind: 'sum', first: page.at(top + 3, c), last: page.at(top + 8, c), extra: 0 };
  });
}

/** Cumulative investment month by month. */
const months: Layout = {
  name: '建设公司-逐月投资进度',
  draw(draft, figures, random) {
    const page = draft.page('月度进度');
    const count = figures.month;
    const frame: Frame = {
      title: '学校建设项目逐月累计完成投资',
      unit: '宜阳新区',
      width: count + 6,
      figures: '万元',
      habit: 'line',
    };
    const top = drawHead(page, figures, frame);
    drawMonths(page, top, figures, count, random);
    drawFoot(page, figures, frame, top + 3 + ofUnit(figures, '宜阳新区').length);
  },
};

function drawMonths(page: Page, top: number, figures: Figures, count: number, random: Random): void {
  const table = 'months';
  const heads = [
    '序号',
    '学校名称',
    '开工时间',
    '总投资',
    ...Array.from({ length: count }, (_, m) => `${m + 1}月`),
    '形象进度',
  ];
  const names = [
    'seq',
    'name',
    'start',
    'invest',
    ...Array.from({ length: count }, (_, m) => `month-${m + 1}`),
    'status',
  ];
  heads.forEach((head, c) => page.put(top, c, head, { table, field: names[c] ?? '', key: 'header', role: 'header' }));
  const schools = ofUnit(figures, '宜阳新区');
  schools.forEach((school, s) => {
    const row = top + 1 + s;
    const put = (column: number, value: string | number | null, format: string | null = null): Cell =>
      page.put(row, column, value, { table, field: names[column] ?? '', key: school.id, role: 'entry' }, format);
    put(0, s + 1);
    put(1, school.name);
    put(2, school.start, 'yyyy"年"m"月"');
    put(3, school.invest);
    const share = random.whole(40, 70) / 100;
    for (let m = 0; m < count; m++) {
      const value = school.paid * (share + ((1 - share) * m) / Math.max(1, count - 1));
      put(4 + m, m === count - 1 ? school.paid : Math.floor(value));
    }
    put(4 + count, school.status);
  });
  page.put(top + 1 + schools.length, 1, '合计', { table, field: 'name', key: 'total', role: 'total' });
  for (let c = 3; c < 4 + count; c++) {
    const total = page.put(top + 1 + schools.length, c, null, {
      table,
      field: names[c] ?? '',
      key: 'total',
      role: 'total',
    });
    total.formula = { kind: 'sum', first: page.at(top + 1, c), last: page.at(top + schools.length, c), extra: 0 };
  }
}

export const OTHERS: readonly Layout[] = [targetsAndFunds, measures, stacked, indicatorsOnSide, stageTable, months];
