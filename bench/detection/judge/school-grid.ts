import { yichunPlan } from '../../../src/plan';
import { columnName, type CellValue } from '../../../src/workbook';
import type { Draft, Spot, SumStyle } from './draft';
import { serial, type Day, type Project } from './figures';

type DateStyle = 'serial' | 'month' | 'dotted' | 'dash';

/** A column: what it says, its header, and the header above that it shares with its neighbours. */
export interface Column {
  readonly field: string;
  readonly head: string;
  readonly group?: string;
  readonly unit?: string;
}

export interface GridSpec {
  readonly columns: readonly Column[];
  /** Headings over the rows, a column in each row, a column merged down, or nothing. */
  readonly stages: 'heading' | 'column' | 'merged' | 'none';
  readonly subtotal: 'above' | 'below' | 'none';
  readonly total: 'top' | 'bottom' | 'none';
  readonly sums: SumStyle;
  readonly dates: DateStyle;
  readonly rate: 'format' | 'number';
  /** Numbered on through the sections, or anew in each. */
  readonly numbering: 'through' | 'section';
  readonly totalWord: string;
  readonly subtotalWord: string;
}

const SUMMED: ReadonlySet<string> = new Set([
  ...['classes', 'seats', 'land', 'formed', 'cost', 'before', 'current', 'spent', 'yearPlan', 'yearSpent'],
  ...['month1', 'month2', 'month3', 'month4', 'month5', 'month6'],
]);
const DATES: ReadonlySet<string> = new Set(['start', 'due', 'done']);

export function dateText([year, month, day]: Day, style: DateStyle): CellValue {
  if (style === 'serial') return serial([year, month, day]);
  if (style === 'month') return `${year}年${month}月`;
  if (style === 'dash') return `${year}-${String(month).padStart(2, '0')}`;
  return `${year}.${month}`;
}

/** The table under its title; returns the first row below it. */
export function drawSchoolGrid(
  draft: Draft,
  leaf: string,
  at: { readonly row: number; readonly column: number },
  projects: readonly Project[],
  spec: GridSpec,
): number {
  return new Grid(draft, leaf, at.column, spec).draw(at.row, projects);
}

class Grid {
  private row = 0;
  private sequence = 0;

  constructor(
    private readonly draft: Draft,
    private readonly leaf: string,
    private readonly left: number,
    private readonly spec: GridSpec,
  ) {}

  draw(row: number, projects: readonly Project[]): number {
    const { spec } = this;
    this.row = row;
    this.header();
    const topTotal = spec.total === 'top' ? this.row++ : -1;
    const stages = yichunPlan.stages.filter((stage) => projects.some(({ plan }) => plan.stage === stage.id));
    const parts: number[] = [];
    const details: number[] = [];
    for (const stage of stages) {
      const own = projects.filter(({ plan }) => plan.stage === stage.id);
      const hasSubtotal = spec.subtotal !== 'none' && stage.hasSubtotal;
      if (spec.numbering === 'section') this.sequence = 0;
      if (spec.stages === 'heading') {
        const width = spec.columns.length;
        const tag = { table: 'schools', field: 'heading', role: 'heading', of: stage.id } as const;
        this.draft.write(this.leaf, this.row, this.left, stage.heading, tag);
        this.draft.merge(this.leaf, this.row, this.left, this.row++, this.left + width - 1);
      }
      const above = hasSubtotal && spec.subtotal === 'above' ? this.row++ : -1;
      const first = this.row;
      for (const project of own) this.detail(project, stage.name, this.row === first);
      const rows = own.map((_, i) => first + i);
      details.push(...rows);
      if (spec.stages === 'merged') {
        const column = this.left + spec.columns.findIndex(({ field }) => field === 'stage');
        this.draft.merge(this.leaf, first, column, this.row - 1, column);
      }
      const place = above >= 0 ? above : hasSubtotal ? this.row++ : -1;
      if (place < 0) parts.push(...rows);
      else {
        parts.push(place);
        this.sums(place, 'subtotal', stage.id, rows, spec.subtotalWord.replace('{}', stage.name));
      }
    }
    if (spec.total !== 'none') {
      const place = topTotal >= 0 ? topTotal : this.row++;
      const text = spec.sums === 'subtotal' ? details : parts;
      this.sums(place, 'total', '', text, spec.totalWord);
    }
    return this.row;
  }

  private header(): void {
    const { columns } = this.spec;
    const hasGroups = columns.some(({ group }) => group !== undefined);
    const hasUnits = columns.some(({ unit }) => unit !== undefined);
    const bottom = this.row + (hasGroups ? 1 : 0);
    columns.forEach(({ field, head, group, unit }, i) => {
      const column = this.left + i;
      const tag = { table: 'schools', field, role: 'header', of: '' } as const;
      if (group === undefined) {
        this.draft.write(this.leaf, this.row, column, head, tag);
        this.draft.merge(this.leaf, this.row, column, bottom, column);
      } else {
        this.draft.write(this.leaf, bottom, column, head, tag);
        if (columns[i - 1]?.group !== group) {
          let last = i;
          while (columns[last + 1]?.group === group) last++;
          this.draft.write(this.leaf, this.row, column, group);
          this.draft.merge(this.leaf, this.row, column, this.row, this.left + last);
        }
      }
      if (hasUnits && unit !== undefined) this.draft.write(this.leaf, bottom + 1, column, unit);
    });
    this.row = bottom + (hasUnits ? 2 : 1);
  }

  private detail(project: Project, stage: string, isFirst: boolean): void {
    const row = this.row++;
    this.sequence++;
    this.spec.columns.forEach(({ field }, i) => {
      const tag = { table: 'schools', field, role: 'detail', of: project.plan.id } as const;
      const at: Spot = { leaf: this.leaf, row, column: this.left + i };
      const isShown = field !== 'stage' || this.spec.stages === 'column' || isFirst;
      const value = field === 'stage' ? (isShown ? stage : null) : this.value(project, field);
      const format = DATES.has(field) && this.spec.dates === 'serial' && value !== null ? 'yyyy"年"m"月"' : undefined;
      this.draft.write(at.leaf, at.row, at.column, value, tag, format);
      this.ownFormula(at, field);
    });
  }

  private value(project: Project, field: string): CellValue {
    const { start, due, done } = project;
    const date = (day: Day | null): CellValue => (day ? dateText(day, this.spec.dates) : null);
    const { name, classes, seats, land, builder, status, formed, cost, before, current, yearPlan, progress } = project;
    const month = /^month(\d)$/u.exec(field);
    if (month) return project.months[Number(month[1]) - 1] ?? 0;
    const values: Readonly<Record<string, CellValue>> = {
      ...{ name, classes, seats, land, builder, status, formed, cost, before, current, yearPlan, progress },
      sequence: this.sequence,
      remark: project.remark === '' ? null : project.remark,
      start: date(start),
      due: date(due),
      done: date(done),
      spent: before + current,
    };
    return values[field] ?? null;
  }

  /** Cells that a row calculates from its own cells. */
  private ownFormula(at: Spot, field: string): void {
    const place = (other: string): Spot => ({ ...at, column: this.column(other) });
    const cell = (other: string): string => `${columnName(this.column(other))}${at.row + 1}`;
    const { draft } = this;
    if (field === 'spent' && this.column('before') >= 0 && this.spec.sums !== 'typed') {
      draft.resum(at, [place('before'), place('current')], `=${cell('before')}+${cell('current')}`);
    } else if (field === 'yearSpent') {
      const months = [1, 2, 3, 4, 5, 6].map((n) => place(`month${n}`));
      draft.resum(at, months, `=SUM(${cell('month1')}:${cell('month6')})`);
    } else if (field === 'rate' || field === 'yearRate') {
      const [part, whole] = field === 'rate' ? ['spent', 'cost'] : ['yearSpent', 'yearPlan'];
      const isPercent = this.spec.rate === 'format';
      const formula = isPercent
        ? `=IF(${cell(whole)}=0,"",ROUND(${cell(part)}/${cell(whole)},3))`
        : `=IF(${cell(whole)}=0,"",ROUND(${cell(part)}/${cell(whole)}*100,1))`;
      draft.compute(at, formula, () => {
        const base = draft.shown(place(whole));
        if (base === null || base === 0) return '';
        return draft.ratio(place(part), place(whole), isPercent ? 1 : 100, isPercent ? 3 : 1);
      });
      if (isPercent) draft.reformat(at, '0.0%');
    }
  }

  private sums(row: number, role: 'subtotal' | 'total', of: string, rows: readonly number[], word: string): void {
    const { columns, sums } = this.spec;
    columns.forEach(({ field }, i) => {
      const column = this.left + i;
      const at: Spot = { leaf: this.leaf, row, column };
      const tag = { table: 'schools', field, role, of } as const;
      if (field === 'name') this.draft.write(this.leaf, row, column, word, tag);
      else if (field === 'rate' || field === 'yearRate') {
        this.draft.write(this.leaf, row, column, null, tag);
        this.ownFormula(at, field);
      } else if (SUMMED.has(field)) {
        const refs = rows.map((one) => ({ leaf: this.leaf, row: one, column }));
        const [first, last] = [Math.min(...rows) + 1, Math.max(...rows) + 1];
        const letter = columnName(column);
        const text = role === 'total' && sums === 'subtotal' ? `=SUBTOTAL(9,${letter}${first}:${letter}${last})` : null;
        this.draft.sum(at, refs, sums, tag, text ?? undefined);
      }
    });
  }

  private column(field: string): number {
    const index = this.spec.columns.findIndex((one) => one.field === field);
    return index < 0 ? -1 : this.left + index;
  }
}
