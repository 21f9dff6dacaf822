import { stageOf, yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import { calculate, makeSum, tidy, type Cell, type Page, type SumStyle } from './draft';
import { serialOf, type Day, type Figures, type SchoolFigures } from './figures';

export interface Column {
  readonly field: string;
  /** Header texts from the top; `''` goes on the text above, equal neighbours share one merged cell. */
  readonly head: readonly string[];
}

/** How one table of schools is laid out. */
export interface TableShape {
  readonly columns: readonly Column[];
  readonly stages: 'heading' | 'merged' | 'each' | 'none';
  readonly subtotal: 'above' | 'below' | 'none';
  readonly total: 'top' | 'bottom' | 'none';
  readonly sums: SumStyle;
  readonly dates: 'month' | 'serial' | 'dots' | 'month-serial';
  /** `format`: 0.45 shown as 45%; `points`: 45 under a header with %. */
  readonly rate: 'format' | 'points';
  /** Units in a row of their own below the header. */
  readonly unitRow?: Readonly<Record<string, string>>;
  readonly table?: string;
  readonly totalWord?: string;
  readonly thousands?: boolean;
}

const ADDED = /^(?:classes|seats|land|investment|before|m\d+|year|invested|left|formed|remaining)$/u;

/** Draws header, rows and totals from row `top`; returns the first free row. */
export function drawSchoolTable(
  page: Page,
  top: number,
  shape: TableShape,
  schools: readonly SchoolFigures[],
  figures: Figures,
): number {
  return new TableDrawing(page, shape, schools, figures).draw(top);
}

class TableDrawing {
  private readonly table: string;
  private readonly columns: readonly Column[];

  constructor(
    private readonly page: Page,
    private readonly shape: TableShape,
    private readonly schools: readonly SchoolFigures[],
    figures: Figures,
  ) {
    this.table = shape.table ?? 'schools';
    this.columns = shape.columns.flatMap((column) =>
      column.field === 'months'
        ? Array.from({ length: figures.month }, (_, i) => ({
            field: `m${i + 1}`,
            head: column.head.map((text) => text.replace('#', `${i + 1}`)),
          }))
        : [column],
    );
  }

  draw(top: number): number {
    const { shape } = this;
    let row = drawHeader(this.page, top, this.columns, this.table);
    if (shape.unitRow) this.drawUnits(row++, shape.unitRow);
    const totalRow = shape.total === 'top' ? row++ : -1;
    const rows: Cell[] = [];
    const totalParts: Cell[] = [];
    const restarts = shape.stages === 'heading' || shape.stages === 'merged';
    let drawnBefore = 0;
    for (const stage of yichunPlan.stages) {
      const own = this.schools.filter((school) => school.stage === stage.id);
      if (own.length === 0) continue;
      if (shape.stages === 'heading') {
        this.page.put(row, 0, stage.heading, { role: 'heading', entry: stage.id, table: this.table });
        this.page.merge(row, 0, row, this.columns.length - 1);
        row++;
      }
      const hasSubtotal = shape.subtotal !== 'none' && (stageOf(yichunPlan, stage.id)?.hasSubtotal ?? false);
      const above = hasSubtotal && shape.subtotal === 'above' ? row++ : -1;
      const first = row;
      const drawn = own.flatMap((school, i) => this.drawRow(row++, school, (restarts ? 0 : drawnBefore) + i + 1));
      drawnBefore += own.length;
      this.joinStage(first, row - 1, stage.name, stage.id);
      rows.push(...drawn);
      if (hasSubtotal) {
        const at = above >= 0 ? above : row++;
        totalParts.push(
          ...this.drawSums(
            at,
            'subtotal',
            stage.heading.startsWith('一') && above >= 0 ? '小计：' : '小计',
            stage.id,
            drawn,
          ),
        );
      } else totalParts.push(...drawn);
    }
    if (shape.total === 'none') return row;
    const parts = shape.sums === 'subtotal' ? rows : totalParts;
    this.drawSums(totalRow >= 0 ? totalRow : row++, 'total', shape.totalWord ?? '合计', '', parts);
    return row;
  }

  private drawUnits(row: number, units: Readonly<Record<string, string>>): void {
    this.columns.forEach(({ field }, column) => {
      const unit = units[field.replace(/^m\d+$/u, 'months')];
      if (unit !== undefined) this.page.put(row, column, unit, { field, role: 'unit', table: this.table });
    });
  }

  private drawRow(row: number, school: SchoolFigures, sequence: number): Cell[] {
    const about = { role: 'row' as const, entry: school.id, table: this.table };
    const cells = new Map<string, Cell>();
    this.columns.forEach(({ field }, column) => {
      if (field === 'stage' && this.shape.stages === 'merged') return;
      const cell = this.page.put(row, column, this.valueOf(field, school, sequence), { ...about, field });
      this.dress(cell);
      cells.set(field, cell);
    });
    this.calculate(cells);
    return [...cells.values()];
  }

  private valueOf(field: string, school: SchoolFigures, sequence: number): CellValue {
    const year = school.months.reduce((a, b) => a + b, 0);
    const month = /^m(\d+)$/u.exec(field);
    if (month) return school.months[Number(month[1]) - 1] ?? 0;
    const invested = school.before + year;
    const own: Readonly<Record<string, CellValue>> = {
      sequence, stage: school.stageName, school: school.name, classes: school.classes, seats: school.seats,
      land: school.land, builder: school.builder, remark: school.remark === '' ? null : school.remark,
      status: school.status, start: this.dateOf(school.start), due: this.dateOf(school.due),
      done: this.dateOf(school.done), investment: school.investment, before: school.before, year, invested,
      left: school.investment - invested, formed: school.formed, remaining: school.seats - school.formed,
      rate: this.rateOf(invested, school.investment),
      problem: school.status === '未开工' ? '正在办理前期手续' : null,
    }; // prettier-ignore
    return own[field] ?? null;
  }

  private dateOf(day: Day | null): CellValue {
    if (!day) return null;
    if (this.shape.dates === 'serial') return serialOf(day);
    if (this.shape.dates === 'month-serial') return serialOf({ ...day, day: 1 });
    if (this.shape.dates === 'month') return `${day.year}年${day.month}月`;
    return `${day.year}.${day.month}.${day.day}`;
  }

  private rateOf(part: number, whole: number): number {
    return tidy(Math.round((part / whole) * 10_000) / (this.shape.rate === 'format' ? 10_000 : 100));
  }

  private dress(cell: Cell): void {
    if (/^(?:start|due|done)$/u.test(cell.field) && typeof cell.value === 'number')
      cell.format = this.shape.dates === 'serial' ? 'yyyy-mm-dd' : 'yyyy"年"m"月"';
    if (cell.field === 'rate' && this.shape.rate === 'format') cell.format = '0.00%';
    if (
      this.shape.thousands &&
      /^(?:seats|investment|before|year|invested|left|formed|remaining|m\d+)$/u.test(cell.field)
    )
      cell.format = '#,##0';
  }

  /** Cells that follow from others in their row. */
  private calculate(cells: ReadonlyMap<string, Cell>): void {
    const months = [...cells].filter(([field]) => /^m\d+$/u.test(field)).map(([, cell]) => cell);
    const year = cells.get('year');
    if (year && months.length > 0) makeSum(year, months, this.shape.sums === 'typed' ? 'typed' : 'range');
    this.combine(cells, 'invested', ['before', 'year'], '+');
    this.combine(cells, 'left', ['investment', 'invested'], '-');
    this.combine(cells, 'remaining', ['seats', 'formed'], '-');
    this.combine(cells, 'rate', ['invested', 'investment'], '/');
  }

  private combine(cells: ReadonlyMap<string, Cell>, field: string, of: readonly [string, string], sign: string): void {
    const cell = cells.get(field);
    const a = cells.get(of[0]);
    const b = cells.get(of[1]);
    if (!cell || !a || !b) return;
    cell.parts = [a, b];
    const value = (): CellValue =>
      calculate([a, b], ([x = 0, y = 0]) => {
        if (sign === '/') return y === 0 ? '#DIV/0!' : this.rateOf(x, y);
        return tidy(sign === '+' ? x + y : x - y);
      });
    if (this.shape.sums === 'typed') cell.value = value();
    else {
      const points = this.shape.rate === 'points';
      cell.recipe = {
        value,
        text: (name) =>
          sign === '/' ? `=ROUND(${name(a)}/${name(b)}${points ? '*100,2' : ',4'})` : `=${name(a)}${sign}${name(b)}`,
      };
    }
  }

  private drawSums(row: number, role: 'subtotal' | 'total', word: string, entry: string, of: readonly Cell[]): Cell[] {
    const made = new Map<string, Cell>();
    const about = { role, entry, table: this.table };
    const at = this.columns.findIndex(({ field }) => field === (role === 'total' ? this.columns[0]?.field : 'school'));
    this.page.put(row, Math.max(0, at), word, { ...about, field: 'label' });
    this.columns.forEach(({ field }, column) => {
      if (!ADDED.test(field) && field !== 'rate') return;
      const cell = this.page.put(row, column, null, { ...about, field });
      if (field !== 'rate')
        makeSum(
          cell,
          of.filter((part) => part.field === field),
          this.shape.sums,
        );
      this.dress(cell);
      made.set(field, cell);
    });
    this.combine(made, 'rate', ['invested', 'investment'], '/');
    return [...made.values()];
  }

  private joinStage(first: number, last: number, name: string, entry: string): void {
    const column = this.columns.findIndex(({ field }) => field === 'stage');
    if (this.shape.stages !== 'merged' || column < 0) return;
    this.page.put(first, column, name, { field: 'stage', role: 'heading', entry, table: this.table });
    this.page.merge(first, column, last, column);
  }
}

/** Draws the header of up to three rows with its merged cells; returns the row below it. */
export function drawHeader(page: Page, top: number, columns: readonly Column[], table: string): number {
  const depth = Math.max(...columns.map(({ head }) => head.length));
  for (let level = 0; level < depth; level++) {
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c];
      const text = column?.head[level] ?? '';
      if (!column || text === '') continue;
      const isGroup = level < column.head.length - 1 && column.head.slice(level + 1).some((below) => below !== '');
      if (isGroup && c > 0 && columns[c - 1]?.head[level] === text) continue;
      let right = c;
      while (isGroup && columns[right + 1]?.head[level] === text) right++;
      let bottom = level;
      while (!isGroup && bottom + 1 < depth) bottom++;
      page.put(top + level, c, text, { role: 'header', field: isGroup ? 'group' : column.field, table });
      page.merge(top + level, c, top + bottom, right);
    }
  }
  return top + depth;
}
