import type { Draft } from './draft';
import { projectsOf, type Figures } from './figures';
import { drawInfoLine, drawInfoList, drawTitle } from './info';
import { drawFunds, drawIndicatorList, drawIndicatorsSideways, drawMeasures, type OtherFigures } from './other-grids';
import { ANNEX_PROGRESS, ANNEX_SPEC } from './school-layouts';
import { drawSchoolGrid } from './school-grid';

export interface OtherLayout {
  readonly name: string;
  draw(draft: Draft, figures: Figures, other: OtherFigures): void;
}

const OFFICE = '市教体局';

function footer(draft: Draft, leaf: string, row: number, figures: Figures): void {
  drawInfoLine(draft, leaf, row, figures, '', [
    [0, 'preparer'],
    [3, 'reviewer'],
    [4, 'date'],
  ]);
}

/** The whole submission as the template asks for it: cover, targets, annexes 1 to 3. */
const whole: OtherLayout = {
  name: 'whole-submission',
  draw(draft, figures, other) {
    drawTitle(draft, '封面', 0, 4, '宜春中心城区教育提升专项行动进展报表');
    const fields = ['unit', 'period', 'preparer', 'phone', 'reviewer', 'date'] as const;
    drawInfoList(draft, '封面', { row: 2, column: 1 }, figures, '市本级', fields);
    drawTitle(draft, '目标完成情况', 0, 9, '目标完成情况表');
    drawIndicatorList(draft, '目标完成情况', 1, other, false);
    drawTitle(draft, '附件1', 0, 6, '重点举措责任分工及进展表');
    drawMeasures(draft, '附件1', 1, other, '、');
    drawTitle(draft, '附件2', 0, ANNEX_PROGRESS.length, '学校建设项目进展表');
    drawSchoolGrid(draft, '附件2', { row: 1, column: 0 }, projectsOf(figures, '市本级'), {
      ...ANNEX_SPEC,
      total: 'top',
      sums: 'list',
      numbering: 'section',
    });
    drawTitle(draft, '附件3', 0, 4, '中心城区教育提升专项行动经费切块安排表');
    drawFunds(draft, '附件3', 1, other, { hasProgress: false, isTotalOnTop: false, isTyped: false });
  },
};

/** Only the targets, percentages as Excel keeps them. */
const indicatorList: OtherLayout = {
  name: 'indicator-list',
  draw(draft, figures, other) {
    const leaf = '目标完成情况';
    drawTitle(draft, leaf, 0, 9, `宜春中心城区教育提升专项行动目标完成情况表（${figures.year}年上半年）`);
    drawInfoLine(draft, leaf, 1, figures, OFFICE, [[0, 'unit']]);
    const end = drawIndicatorList(draft, leaf, 2, other, true);
    footer(draft, leaf, end + 1, figures);
  },
};

/** Unusual: the targets lying on their side. */
const sideways: OtherLayout = {
  name: 'indicators-sideways',
  draw(draft, figures, other) {
    const leaf = '指标';
    drawTitle(draft, leaf, 0, 12, '教育提升专项行动主要指标完成情况');
    drawInfoLine(draft, leaf, 1, figures, OFFICE, [
      [0, 'unit'],
      [5, 'date'],
    ]);
    const end = drawIndicatorsSideways(draft, leaf, 2, other);
    footer(draft, leaf, end + 1, figures);
  },
};

/** The fund office: amounts, handed down, spent; total on top and typed. */
const funds: OtherLayout = {
  name: 'fund-execution',
  draw(draft, figures, other) {
    const leaf = '经费执行';
    drawTitle(draft, leaf, 0, 8, '中心城区教育提升专项行动经费执行情况表');
    drawInfoLine(draft, leaf, 1, figures, OFFICE, [[0, 'unit']]);
    draft.write(leaf, 1, 6, '单位：万元');
    const end = drawFunds(draft, leaf, 2, other, { hasProgress: true, isTotalOnTop: true, isTyped: true });
    footer(draft, leaf, end + 1, figures);
  },
};

/** The responsibilities of a quarter, departments one a line. */
const measures: OtherLayout = {
  name: 'responsibilities',
  draw(draft, figures, other) {
    const leaf = '责任清单';
    draft.write(leaf, 0, 0, '附件1');
    drawTitle(draft, leaf, 1, 6, '重点工作举措责任分工及进展情况表');
    drawInfoLine(draft, leaf, 2, figures, OFFICE, [
      [0, 'unit'],
      [4, 'period'],
    ]);
    const end = drawMeasures(draft, leaf, 3, other, '\n');
    footer(draft, leaf, end, figures);
  },
};

export const OTHER_LAYOUTS: readonly OtherLayout[] = [whole, indicatorList, funds, measures, sideways];
