import { yichunPlan } from '../../../src/plan';
import type { Cell, Page } from '../proof/book';
import type { Figures } from './figures';
import { drawHead, line } from './sheet';

export interface TargetStyle {
  readonly heads: readonly string[];
  readonly asFormula: boolean;
  readonly fields: readonly ('seq' | 'indicator' | 'unit' | 'target' | 'before' | 'now' | 'gap' | 'ratio' | 'owner')[];
  readonly ids?: readonly string[];
}

/** One indicator a row. `ratio` is a percentage as a number, `gap` what is lacking. */
export function drawTargets(page: Page, top: number, figures: Figures, style: TargetStyle): number {
  let row = drawHead(page, top, style.heads.map((head) => [head]), style.fields); // prettier-ignore
  let number = 0;
  for (const { indicator, before, now } of figures.targets) {
    if (style.ids && !style.ids.includes(indicator.id)) continue;
    number++;
    const cells = new Map<string, Cell>();
    style.fields.forEach((field, c) => {
      const value =
        field === 'seq' ? number
        : field === 'indicator' ? indicator.name
        : field === 'unit' ? indicator.unit
        : field === 'target' ? indicator.target
        : field === 'before' ? before
        : field === 'now' ? now
        : null; // prettier-ignore
      const cell = page.put(row, c, value, field, 'item', indicator.id);
      cells.set(field, cell);
    });
    const [target, done] = [cells.get('target'), cells.get('now')];
    const gap = cells.get('gap');
    const ratio = cells.get('ratio');
    if (target && done && gap) gap.calc = { op: 'minus', of: [target, done], asFormula: style.asFormula };
    if (target && done && ratio) ratio.calc = { op: 'percent', of: [done, target], asFormula: style.asFormula };
    row++;
  }
  return row;
}

export interface FundStyle {
  readonly heads: readonly (readonly string[])[];
  readonly fields: readonly ('seq' | 'fund' | 'content' | 'amount' | 'issued' | 'used' | 'left' | 'execution')[];
  readonly asFormula: boolean;
  readonly total: 'top' | 'bottom';
  readonly isShare?: boolean;
}

export function drawFunds(page: Page, top: number, figures: Figures, style: FundStyle): number {
  const { fields, asFormula } = style;
  let row = drawHead(page, top, style.heads, fields);
  const totalRow = style.total === 'top' ? row++ : row + figures.funds.length;
  const column = (field: string): number => fields.findIndex((one) => one === field);
  const parts: Cell[] = [];
  const follow = (at: number, kind: 'item' | 'total', id: string): void => {
    const of = (field: string): Cell[] => page.inRow(at).filter((cell) => cell.field === field);
    for (const [field, op, a, b] of [['left', 'minus', 'amount', 'used'], ['execution', 'share', 'used', 'amount']] as const) {
      if (column(field) === -1) continue;
      const cell = page.put(at, column(field), null, field, kind, id);
      cell.calc = { op: field === 'execution' && !style.isShare ? 'percent' : op, of: [...of(a), ...of(b)], asFormula };
      if (field === 'execution' && style.isShare) cell.format = '0.0%';
    } // prettier-ignore
  };
  figures.funds.forEach(({ fund, amount, issued, spent }, i) => {
    const values = { seq: i + 1, fund: fund.name, content: fund.content, amount, issued, used: spent };
    for (const [field, value] of Object.entries(values)) {
      const c = column(field);
      if (c !== -1) parts.push(page.put(row, c, value, field, 'item', fund.id));
    }
    follow(row++, 'item', fund.id);
  });
  page.put(totalRow, Math.max(0, column('fund')), '合计', 'label', 'total', 'funds');
  for (const field of ['amount', 'issued', 'used'] as const) {
    if (column(field) === -1) continue;
    const cell = page.put(totalRow, column(field), null, field, 'total', 'funds');
    cell.calc = { op: 'sum', of: parts.filter((part) => part.field === field), asFormula };
  }
  follow(totalRow, 'total', 'funds');
  return Math.max(row, totalRow + 1);
}

/** Annex 1; the headings are merged down beside their measures. */
export function drawMeasures(
  page: Page,
  top: number,
  figures: Figures,
  heads: readonly string[],
  fields: readonly ('seq' | 'chapter' | 'measure' | 'departments' | 'measureState' | 'progress')[],
  separator: string,
): number {
  let row = drawHead(page, top, heads.map((head) => [head]), fields); // prettier-ignore
  const first = row;
  let chapter = '';
  let from = row;
  const words: Readonly<Record<string, string>> = {
    推进中: '已制定实施方案，正在按计划推进。',
    已完成: '工作任务已经完成，成果已报备。',
    长期坚持: '已建立常态化工作机制，长期坚持。',
  };
  for (const measure of yichunPlan.measures) {
    const isProject = measure.sequence >= 4 && measure.sequence <= 6;
    const state = isProject ? '推进中' : (figures.states[measure.sequence % 3] ?? '推进中');
    if (chapter !== measure.heading) {
      if (row > first) page.merge(from, fields.indexOf('chapter'), row - 1, fields.indexOf('chapter'));
      from = row;
    }
    fields.forEach((field, c) => {
      if (field === 'chapter' && chapter === measure.heading) return;
      const value =
        field === 'seq' ? measure.sequence
        : field === 'chapter' ? measure.heading
        : field === 'measure' ? `${measure.sequence}.${measure.title}。${measure.text}`
        : field === 'departments' ? measure.departments.join(separator) || '市教体局'
        : field === 'measureState' ? state
        : (words[state] ?? null); // prettier-ignore
      page.put(row, c, value, field, 'item', measure.id);
    });
    chapter = measure.heading;
    row++;
  }
  page.merge(from, fields.indexOf('chapter'), row - 1, fields.indexOf('chapter'));
  return row;
}

export function drawCover(page: Page, figures: Figures, unit: string, title: string): void {
  line(page, 0, title, 2);
  const rows = [
    ['填报单位', unit, 'unitName'], ['报告期', `${figures.year}年${figures.month}月`, 'period'],
    ['填报人', figures.names[0], 'preparer'], ['联系电话', '0795-3997216', 'phone'],
    ['审核人', figures.names[1], 'reviewer'], ['填报日期', figures.end + 4, 'reportDate'],
  ] as const; // prettier-ignore
  rows.forEach(([label, value, field], i) => {
    page.put(i + 2, 0, label, `${field}Label`, 'line');
    const cell = page.put(i + 2, 1, value ?? null, field, 'line');
    if (field === 'reportDate') cell.format = 'yyyy-mm-dd';
  });
}

/** One row for each stage or builder with typed or calculated sums over the cells given. */
export function drawSummary(
  page: Page,
  top: number,
  heads: readonly (readonly string[])[],
  groups: readonly { readonly id: string; readonly name: string; readonly cells: readonly Cell[] }[],
  fields: readonly string[],
  totalWord = '合计',
): number {
  let row = drawHead(page, top, heads, ['group', 'count', ...fields]);
  const drawn: Cell[] = [];
  for (const { id, name, cells } of groups) {
    page.put(row, 0, name, 'group', 'item', id);
    drawn.push(page.put(row, 1, cells.filter(({ field }) => field === 'name').length, 'count', 'item', id));
    fields.forEach((field, c) => {
      const cell = page.put(row, c + 2, null, `sum:${field}`, 'item', id);
      cell.calc = { op: 'sum', of: cells.filter((one) => one.field === field), asFormula: false };
      drawn.push(cell);
    });
    row++;
  }
  page.put(row, 0, totalWord, 'label', 'total', 'summary');
  ['count', ...fields.map((field) => `sum:${field}`)].forEach((field, c) => {
    const cell = page.put(row, c + 1, null, field, 'total', 'summary');
    cell.calc = { op: 'sum', of: drawn.filter((one) => one.field === field), asFormula: true };
  });
  return row + 1;
}
