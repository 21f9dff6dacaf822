import { yichunPlan as plan } from '../../src/plan';
import { Canvas, type DrawnCell } from './canvas';
import { drawFunds, drawIndicators, drawMeasures } from './other-tables';
import type { School, Submission } from './submission';

export type SchoolField =
  | 'sequence'
  | 'name'
  | 'classes'
  | 'seats'
  | 'land'
  | 'builder'
  | 'remark'
  | 'status'
  | 'started'
  | 'completed'
  | 'formed'
  | 'invested';
export const SUMMED: readonly SchoolField[] = ['classes', 'seats', 'land', 'formed', 'invested'];

export interface Layout {
  readonly name: string;
  readonly columns: readonly SchoolField[];
  readonly words: Readonly<Record<SchoolField, string>>;
  readonly sections: 'headingRows' | 'mergedColumn' | 'plainColumn' | 'sheets';
  readonly subtotals: 'above' | 'below' | 'inHeading' | 'none';
  readonly formulas: boolean;
  readonly total: 'above' | 'below' | 'none';
  readonly top: number;
  readonly left: number;
  readonly oneSheet: boolean;
  readonly others: boolean;
  /** Square metres instead of 亩. */
  readonly squareMetres: boolean;
  readonly groupHeader: boolean;
}

const PLAIN_WORDS: Layout['words'] = {
  sequence: '序号', name: '学校名称', classes: '规划班数（个）', seats: '规划学位（个）', land: '规划用地（亩）', builder: '建设主体', remark: '备注',
  status: '项目状态', started: '开工日期', completed: '实际完工日期', formed: '已形成学位（个）', invested: '完成投资（万元）',
}; // prettier-ignore
const OTHER_WORDS: Layout['words'] = {
  sequence: '编号', name: '项目名称', classes: '班级数', seats: '学位数', land: '占地面积（亩）', builder: '责任单位', remark: '说明',
  status: '形象进度', started: '开工时间', completed: '竣工时间', formed: '累计形成学位', invested: '累计完成投资（万元）',
}; // prettier-ignore
const ALL: readonly SchoolField[] = [
  'sequence',
  'name',
  'classes',
  'seats',
  'land',
  'builder',
  'remark',
  'status',
  'started',
  'completed',
  'formed',
  'invested',
];

const base: Layout = {
  name: 'annex', columns: ALL, words: PLAIN_WORDS, sections: 'headingRows', subtotals: 'above', formulas: true, total: 'below',
  top: 0, left: 0, oneSheet: false, others: true, squareMetres: false, groupHeader: false,
}; // prettier-ignore

export const LAYOUTS: readonly Layout[] = [
  base,
  { ...base, name: 'annex-typed-subtotals', formulas: false },
  { ...base, name: 'merged-stage-column', sections: 'mergedColumn', subtotals: 'below', top: 2, left: 1, groupHeader: true },
  { ...base, name: 'plain-stage-column', sections: 'plainColumn', subtotals: 'none', total: 'above', words: OTHER_WORDS },
  { ...base, name: 'sheet-per-stage', sections: 'sheets', subtotals: 'none', words: { ...PLAIN_WORDS, name: '学校', classes: '班数', seats: '学位' } },
  { ...base, name: 'one-sheet', oneSheet: true, subtotals: 'below' },
  { ...base, name: 'other-order-m2', words: { ...OTHER_WORDS, land: '用地面积（㎡）' }, squareMetres: true, columns: ['builder', 'name', 'status', 'land', 'seats', 'classes', 'formed', 'invested', 'started', 'completed', 'remark'] },
  { ...base, name: 'subtotal-in-heading', subtotals: 'inHeading', top: 1, left: 2 },
]; // prettier-ignore

export function drawLayout(submission: Submission, layout: Layout): Canvas {
  const canvas = new Canvas();
  const stages = plan.stages.filter((stage) => submission.schools.some((school) => school.stage === stage.id));
  let row = layout.top;
  if (layout.sections === 'sheets') {
    for (const stage of stages) {
      drawTitle(canvas, stage.name, 0, layout, submission.unit);
      drawSchools(canvas, stage.name, 2, submission, layout, [stage.id]);
    }
  } else {
    const sheet = layout.oneSheet ? '报表' : '附件2';
    drawTitle(canvas, sheet, row, layout, submission.unit);
    row = drawSchools(
      canvas,
      sheet,
      row + 2,
      submission,
      layout,
      stages.map((stage) => stage.id),
    );
  }
  if (layout.others) {
    drawFunds(canvas, layout.oneSheet ? '报表' : '附件3', layout.oneSheet ? row + 2 : 0, submission);
    const next = layout.oneSheet ? row + 5 + submission.funds.length : 0;
    drawIndicators(canvas, layout.oneSheet ? '报表' : '目标完成情况', next, submission);
    drawMeasures(
      canvas,
      layout.oneSheet ? '报表' : '附件1',
      layout.oneSheet ? next + 4 + submission.indicators.length : 0,
      submission,
    );
  }
  return canvas;
}

function drawTitle(canvas: Canvas, sheet: string, row: number, layout: Layout, unit: string): void {
  canvas.put(sheet, row, layout.left, '学校建设项目进度表（合成数据）');
  canvas.put(sheet, row + 1, layout.left, `填报单位：${unit}`);
  canvas.put(sheet, row + 1, layout.left + 4, '报告期：2023年6月', 'period');
}

function drawSchools(
  canvas: Canvas,
  sheet: string,
  top: number,
  submission: Submission,
  layout: Layout,
  stages: readonly string[],
): number {
  const hasStage = layout.sections === 'mergedColumn' || layout.sections === 'plainColumn';
  const first = layout.left + (hasStage ? 1 : 0);
  const columnOf = (field: SchoolField): number => first + layout.columns.indexOf(field);
  let row = top;
  if (layout.groupHeader) {
    const from = columnOf('classes');
    canvas.put(sheet, row, from, '建设规模');
    canvas.sheet(sheet).merges.push({ top: row, left: from, bottom: row, right: from + 2 });
    for (const field of layout.columns) {
      if (['classes', 'seats', 'land'].includes(field))
        canvas.put(sheet, row + 1, columnOf(field), layout.words[field], `header/${field}`);
      else {
        canvas.put(sheet, row, columnOf(field), layout.words[field], `header/${field}`);
        canvas.sheet(sheet).merges.push({ top: row, left: columnOf(field), bottom: row + 1, right: columnOf(field) });
      }
    }
    if (hasStage) {
      canvas.put(sheet, row, layout.left, '学段');
      canvas.sheet(sheet).merges.push({ top: row, left: layout.left, bottom: row + 1, right: layout.left });
    }
    row += 2;
  } else {
    if (hasStage) canvas.put(sheet, row, layout.left, '学段');
    for (const field of layout.columns) canvas.put(sheet, row, columnOf(field), layout.words[field], `header/${field}`);
    row++;
  }
  const totalAbove = layout.total === 'above' ? row++ : null;
  const rowsOfAll: number[] = [];
  const summary = (
    at: number,
    label: string,
    key: string,
    rows: readonly number[],
    labelColumn = columnOf('name'),
  ): void => {
    canvas.put(sheet, at, labelColumn, label, `${key}/label`);
    for (const field of SUMMED) {
      const cells = rows.map((r) => [r, columnOf(field)] as const);
      canvas.put(sheet, at, columnOf(field), { kind: 'sum', cells, asFormula: layout.formulas }, `${key}/${field}`);
    }
  };
  for (const id of stages) {
    const stage = plan.stages.find((one) => one.id === id);
    const own = submission.schools.filter((school) => school.stage === id);
    if (!stage || own.length === 0) continue;
    let heading: number | null = null;
    if (layout.sections === 'headingRows') {
      heading = row++;
      const label = layout.subtotals === 'inHeading' ? columnOf('name') : layout.left;
      canvas.put(sheet, heading, label, stage.heading, `heading/${id}`);
      if (layout.subtotals !== 'inHeading')
        canvas
          .sheet(sheet)
          .merges.push({ top: heading, left: layout.left, bottom: heading, right: first + layout.columns.length - 1 });
    }
    const above = layout.subtotals === 'above' ? row++ : null;
    const firstRow = row;
    own.forEach((school, index) => drawSchool(canvas, sheet, row++, index + 1, school, layout, columnOf));
    const rows = own.map((_, index) => firstRow + index);
    rowsOfAll.push(...rows);
    if (above !== null)
      summary(
        above,
        '小计：',
        `subtotal/${id}`,
        rows,
        layout.columns.includes('sequence') ? columnOf('sequence') : columnOf('name'),
      );
    if (heading !== null && layout.subtotals === 'inHeading') summary(heading, stage.heading, `subtotal/${id}`, rows);
    if (layout.subtotals === 'below') summary(row++, '小  计', `subtotal/${id}`, rows);
    if (hasStage) {
      const merged = layout.sections === 'mergedColumn';
      for (let r = firstRow; r < row; r++)
        if (!merged || r === firstRow) canvas.put(sheet, r, layout.left, stage.name, `stage/${id}/${r - firstRow}`);
      if (merged && row - firstRow > 1)
        canvas.sheet(sheet).merges.push({ top: firstRow, left: layout.left, bottom: row - 1, right: layout.left });
    }
  }
  const key = layout.sections === 'sheets' ? `total/${stages[0] ?? ''}` : 'total';
  if (layout.total === 'below') summary(row++, '合  计', key, rowsOfAll);
  if (totalAbove !== null) summary(totalAbove, '总计', key, rowsOfAll);
  canvas.put(sheet, row++, layout.left, '注：本表为合成数据。');
  return row;
}

function drawSchool(
  canvas: Canvas,
  sheet: string,
  row: number,
  sequence: number,
  school: School,
  layout: Layout,
  columnOf: (field: SchoolField) => number,
): void {
  const date = (day: number | null): DrawnCell =>
    day === null ? { kind: 'value', value: null } : { kind: 'value', value: day, format: 'yyyy-mm-dd' };
  const cells: Record<SchoolField, DrawnCell | string | number | null> = {
    ...school,
    sequence,
    land: layout.squareMetres ? Math.round((school.land * 2000) / 3) : school.land,
    started: date(school.started),
    completed: date(school.completed),
  };
  for (const field of layout.columns)
    canvas.put(sheet, row, columnOf(field), cells[field], `schools/${school.name}/${field}`);
}
