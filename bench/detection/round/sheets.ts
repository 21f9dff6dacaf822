import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import type { Calc, Cell, Page, RowKind } from '../proof/book';
import { stages, type Figures, type School } from './figures';

/** A value computed from other cells of the sheet. */
export function calc(
  page: Page,
  row: number,
  column: number,
  field: string,
  kind: RowKind,
  id: string,
  what: Calc,
): Cell {
  const cell = page.put(row, column, 0, field, kind, id);
  cell.calc = what;
  return cell;
}

export function heads(page: Page, row: number, words: readonly (readonly [field: string, head: string])[]): void {
  for (const [c, [field, head]] of words.entries()) page.put(row, c, head, field, 'header');
}

const SUMS = ['g.count', 'g.classes', 'g.seats', 'g.land', 'g.done', 'g.going', 'g.open', 'g.formed'] as const;

/** One line per section or builder; the numbers are typed from the list, the total line has formulas. */
export function drawSummary(
  page: Page,
  top: number,
  words: readonly string[],
  lines: readonly (readonly [id: string, label: string, schools: readonly School[]])[],
  totalLabel: string,
): number {
  heads(page, top, words.map((word, c) => [c === 0 ? 'g.label' : (SUMS[c - 1] ?? ''), word] as const)); // prettier-ignore
  let row = top + 1;
  const items: Cell[] = [];
  for (const [id, label, schools] of lines) {
    if (schools.length === 0) continue;
    const sum = (of: (school: School) => number): number =>
      Number(schools.reduce((all, one) => all + of(one), 0).toFixed(2));
    const count = (steps: readonly string[]): number => schools.filter(({ step }) => steps.includes(step)).length;
    const numbers = [
      schools.length, sum((s) => s.classes), sum((s) => s.seats), sum((s) => s.land), count(['done']),
      count(['going', 'topped', 'fitting', 'nearly']), count(['open']), sum((s) => s.formed),
    ]; // prettier-ignore
    page.put(row, 0, label, 'g.label', 'item', id);
    for (const [c, value] of numbers.entries()) items.push(page.put(row, c + 1, value, SUMS[c] ?? '', 'item', id));
    row++;
  }
  page.put(row, 0, totalLabel, 'label', 'total', 'all');
  for (const [c, field] of SUMS.entries())
    calc(page, row, c + 1, field, 'total', 'all', {
      op: 'sum', of: items.filter((cell) => cell.field === field), asFormula: true,
    }); // prettier-ignore
  return row + 1;
}

export function stageLines(list: readonly School[]): readonly (readonly [string, string, readonly School[]])[] {
  return stages.map(({ id, name }) => [id, name, list.filter((school) => school.stage === id)] as const);
}

/** 目标完成情况: the words of the header are the office's own. */
export function drawTargets(page: Page, top: number, figures: Figures, words: readonly string[]): number {
  const fields = ['t.seq', 't.name', 't.unit', 't.target', 't.before', 't.now', 't.rate', 't.gap', 't.met'];
  heads(page, top, words.map((word, c) => [fields[c] ?? '', word] as const)); // prettier-ignore
  let row = top + 1;
  for (const [i, { indicator, before, now }] of figures.aims.entries()) {
    const id = indicator.id;
    const put = (column: number, value: CellValue): Cell =>
      page.put(row, column, value, fields[column] ?? '', 'item', id);
    put(0, i + 1);
    put(1, indicator.name);
    put(2, indicator.unit);
    const target = put(3, indicator.target ?? indicator.targetText);
    put(4, before);
    const reached = put(5, now);
    if (indicator.target !== null) {
      calc(page, row, 6, 't.rate', 'item', id, { op: 'percent', of: [reached, target], asFormula: true });
      calc(page, row, 7, 't.gap', 'item', id, { op: 'minus', of: [target, reached], asFormula: true });
    }
    put(8, indicator.target === null || Number(now) >= indicator.target ? '是' : '否');
    row++;
  }
  return row;
}

const USERS = ['市教体局', '市教师培训中心', '市教研室', '市教研室', '市教体局', '市电教站', '市教体局', '市教研室', '市教体局', '市教体局']; // prettier-ignore

/** 附件3 with what was issued and, quarter by quarter, spent; 万元. */
export function drawFunds(page: Page, top: number, figures: Figures): number {
  heads(page, top, [
    ['f.seq', '序号'], ['f.name', '项目名称'], ['f.content', '具体内容'], ['f.amount', '切块金额（万元）'],
    ['f.issued', '已下达（万元）'], ['f.q1', '一季度支出'], ['f.q2', '二季度支出'], ['f.q3', '三季度支出'],
    ['f.q4', '四季度支出'], ['f.spent', '支出小计'], ['f.left', '下达结余'], ['f.rate', '支出进度'], ['f.user', '用款单位'],
  ]); // prettier-ignore
  let row = top + 1;
  const first = row;
  const rest = (kind: RowKind, id: string): void => {
    const at = (field: string): Cell[] => page.inRow(row).filter((cell) => cell.field === field);
    calc(page, row, 9, 'f.spent', kind, id, {
      op: 'sum', of: ['f.q1', 'f.q2', 'f.q3', 'f.q4'].flatMap(at), asFormula: true,
    }); // prettier-ignore
    calc(page, row, 10, 'f.left', kind, id, {
      op: 'minus',
      of: [...at('f.issued'), ...at('f.spent')],
      asFormula: true,
    });
    const rate = calc(page, row, 11, 'f.rate', kind, id, {
      op: 'share', of: [...at('f.spent'), ...at('f.issued')], asFormula: true,
    }); // prettier-ignore
    rate.format = '0.0%';
  };
  for (const [i, { fund, amount, issued, quarters }] of figures.money.entries()) {
    const put = (column: number, field: string, value: CellValue): Cell =>
      page.put(row, column, value, field, 'item', fund.id);
    put(0, 'f.seq', i + 1);
    put(1, 'f.name', fund.name);
    put(2, 'f.content', fund.content);
    put(3, 'f.amount', amount);
    put(4, 'f.issued', issued);
    quarters.forEach((value, q) => put(5 + q, `f.q${q + 1}`, value));
    rest('item', fund.id);
    put(12, 'f.user', USERS[i] ?? null);
    row++;
  }
  page.put(row, 1, '合    计', 'label', 'total', 'all');
  for (const [c, field] of ['f.amount', 'f.issued', 'f.q1', 'f.q2', 'f.q3', 'f.q4'].entries())
    calc(page, row, 3 + c, field, 'total', 'all', {
      op: 'sum', of: page.cells.filter((cell) => cell.field === field && cell.kind === 'item' && cell.row >= first),
      asFormula: true,
    }); // prettier-ignore
  rest('total', 'all');
  return row + 1;
}

const STATES = ['推进中', '推进中', '长期坚持', '推进中', '推进中', '推进中'];
const NEWS = [
  '已印发实施方案，各责任单位分头落实', '召开调度会，明确下步分工', '制度文件已征求意见', '试点工作有序开展',
  '季度评估已完成，问题清单已移交',
]; // prettier-ignore

/** 附件1 with progress: headings merged down over three rows. */
export function drawMeasures(page: Page, top: number): number {
  heads(page, top, [
    ['m.heading', '一级标题'], ['m.seq', '序号'], ['m.title', '工作举措'], ['m.text', '主要内容'], ['m.depts', '责任部门'],
    ['m.state', '落实情况'], ['m.news', '本期进展'],
  ]); // prettier-ignore
  let row = top + 1;
  let headed = '';
  for (const [i, measure] of yichunPlan.measures.entries()) {
    const id = measure.id;
    const count = yichunPlan.measures.filter(({ heading }) => heading === measure.heading).length;
    if (measure.heading !== headed) {
      headed = measure.heading;
      page.put(row, 0, headed, 'm.heading', 'item', id);
      page.merge(row, 0, row + count - 1, 0);
    }
    page.put(row, 1, measure.sequence, 'm.seq', 'item', id);
    page.put(row, 2, measure.title, 'm.title', 'item', id);
    page.put(row, 3, measure.text, 'm.text', 'item', id);
    const departments = measure.departments.length > 0 ? measure.departments : ['市教体局'];
    page.put(row, 4, departments.join('\n'), 'm.depts', 'item', id);
    page.put(row, 5, STATES[i % STATES.length] ?? '', 'm.state', 'item', id);
    page.put(row, 6, NEWS[i % NEWS.length] ?? '', 'm.news', 'item', id);
    row++;
  }
  return row;
}
