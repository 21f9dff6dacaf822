import { yichunPlan } from '../../../src/plan';
import type { Page } from '../proof/book';
import type { TargetLine } from '../proof/figures';
import type { FundUse, Project } from './figures';
import type { Column, Group } from './table';

type Head = Column<Project>['head'];

const PLAIN = {
  name: (one: Project) => one.name,
  classes: (one: Project) => one.classes,
  seats: (one: Project) => one.seats,
  land: (one: Project) => one.land,
  builder: (one: Project) => one.builder,
  remark: (one: Project) => one.remark,
  status: (one: Project) => one.status,
  start: (one: Project) => one.start,
  due: (one: Project) => one.due,
  done: (one: Project) => one.done,
  invest: (one: Project) => one.invest,
  prior: (one: Project) => one.prior,
  current: (one: Project) => one.current,
  formed: (one: Project) => one.formed,
  nature: (one: Project) => one.nature,
} as const;

const SUMMED = new Set(['classes', 'seats', 'land', 'invest', 'prior', 'current', 'formed']);

/** A column that shows a figure of the project as it is. */
export function plain(field: keyof typeof PLAIN, head: Head, format?: string): Column<Project> {
  const column = { field, head, value: PLAIN[field], sum: SUMMED.has(field) };
  return format === undefined ? column : { ...column, format };
}

export function numbered<T>(head: string, of: (item: T, index: number) => number): Column<T> {
  return { field: 'seq', head, value: of };
}

/** What was spent up to now, in a column of its own. */
export function paid(head: Head, asFormula: boolean): Column<Project> {
  return { field: 'paid', head, sum: true, calc: { op: 'sum', of: ['prior', 'current'], asFormula } };
}

export function percent<T>(field: string, head: Column<T>['head'], of: readonly [string, string]): Column<T> {
  return { field, head, calc: { op: 'percent', of, asFormula: true }, format: '0.0' };
}

export function stageName(project: Project): string {
  return yichunPlan.stages.find(({ id }) => id === project.stage)?.name ?? '';
}

const NUMERALS = ['一', '二', '三', '四', '五', '六'] as const;

/** Schools by stage; stages without a school are left out. */
export function byStage(projects: readonly Project[], hasSubtotals: boolean, mark: 'plan' | 'round'): Group<Project>[] {
  return yichunPlan.stages.flatMap((stage, i) => {
    const items = projects.filter((one) => one.stage === stage.id);
    if (items.length === 0) return [];
    const heading = mark === 'plan' ? stage.heading : `（${NUMERALS[i] ?? ''}）${stage.name}`;
    return [{ id: stage.id, heading, items, hasSubtotal: hasSubtotals && items.length > 1 }];
  });
}

export function together<T>(items: readonly T[]): Group<T>[] {
  return [{ id: 'all', heading: null, items, hasSubtotal: false }];
}

export function fundColumns(heads: {
  readonly seq: string;
  readonly name: string;
  readonly amount: string;
  readonly issued: string;
  readonly spent: string;
  readonly left: string;
  readonly use: string;
}): Column<FundUse>[] {
  return [
    numbered(heads.seq, (_, i) => i + 1),
    { field: 'fund', head: heads.name, value: (one) => one.fund.name },
    { field: 'amount', head: heads.amount, value: (one) => one.amount, sum: true },
    { field: 'issued', head: heads.issued, value: (one) => one.issued, sum: true },
    { field: 'spent', head: heads.spent, value: (one) => one.spent, sum: true },
    { field: 'left', head: heads.left, calc: { op: 'minus', of: ['amount', 'spent'], asFormula: true } },
    percent('use', heads.use, ['spent', 'amount']),
  ];
}

const isText = (one: TargetLine): boolean => one.indicator.comparison === 'text';

export function targetColumns(heads: readonly string[]): Column<TargetLine>[] {
  const [seq = '', name = '', unit = '', target = '', before = '', now = '', reach = '', gap = '', met = ''] = heads;
  return [
    numbered(seq, (_, i) => i + 1),
    { field: 'indicator', head: name, value: (one) => one.indicator.name },
    { field: 'unit', head: unit, value: (one) => one.indicator.unit },
    { field: 'target', head: target, value: (one) => one.indicator.target ?? one.indicator.targetText },
    { field: 'before', head: before, value: (one) => one.before },
    { field: 'now', head: now, value: (one) => one.now },
    { ...percent<TargetLine>('reach', reach, ['now', 'target']), skip: isText },
    { field: 'gap', head: gap, calc: { op: 'minus', of: ['target', 'now'], asFormula: true }, skip: isText },
    {
      field: 'met',
      head: met,
      value: ({ indicator, now: done }) =>
        (indicator.target === null ? done === indicator.targetText : Number(done) >= indicator.target) ? '是' : '否',
    },
  ];
}

/** The lines above a table: its title over the whole width, and who handed it in. */
export function titled(page: Page, width: number, title: string, unit: string, info: string): void {
  page.put(0, 0, title, 'title', 'line');
  page.merge(0, 0, 0, width - 1);
  page.put(1, 0, info, 'reporter', 'line');
  page.put(1, width - 2, unit, 'unitLine', 'line');
}

export function footed(page: Page, row: number, note: string | null, people: string): void {
  if (note !== null) page.put(row++, 0, note, 'note', 'line');
  page.put(row, 0, people, 'people', 'line');
}
