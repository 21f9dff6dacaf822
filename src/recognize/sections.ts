import type { StageId } from '../plan';
import type { ReadRow } from './rows';
import type { RecognizedTable, Section } from './types';

type SectionStyle = RecognizedTable['sectionStyle'];

export interface SectionsFound {
  readonly sections: readonly Section[];
  readonly style: SectionStyle;
  readonly totalRow: number | null;
  /** The rows with the roles that their neighbours gave them (合计 inside a section becomes its subtotal). */
  readonly rows: readonly ReadRow[];
}

interface Draft {
  stage: StageId | null;
  builder: string | null;
  label: string;
  headingRow: number | null;
  subtotalRow: number | null;
  level: 1 | 2;
  rows: number[];
  ofWhichRows: number[];
}

/** Groups rows under headings, runs of the stage column, or the sheet's own stage. */
export function findSections(read: readonly ReadRow[], sheetStage: StageId | null): SectionsFound {
  const { rows, totalRow } = settleTotals(read);
  const hasHeadings = rows.some(
    (row) =>
      row.role === 'heading' ||
      (row.role === 'subtotal' && (row.stage !== null || row.builder !== null) && startsSection(rows, row)),
  );
  const byBuilder = rows.some((row) => row.builder !== null && (row.role === 'heading' || row.role === 'subtotal'));
  const hasStageColumn = rows.some((row) => row.role === 'data' && row.stage !== null);
  if (hasStageColumn && !byBuilder) return { sections: byStageColumn(rows), style: 'stageColumn', totalRow, rows };
  if (hasHeadings) return { sections: byHeadings(rows, sheetStage), style: 'headingRows', totalRow, rows };
  if (rows.filter((row) => row.role === 'subtotal').length > 1)
    return { sections: bySubtotals(rows, sheetStage), style: 'headingRows', totalRow, rows };
  const whole = newDraft(sheetStage, '', null);
  for (const row of rows) place(whole, row);
  return { sections: [whole], style: sheetStage === null ? 'none' : 'onePerSheet', totalRow, rows };
}

/** The section that gives the row its builder, in a table grouped by builders; `null` in all others. */
export function builderSection(table: RecognizedTable, row: number): (Section & { readonly builder: string }) | null {
  for (const section of table.sections) {
    const { builder, rows } = section;
    if (builder !== null && row >= (rows[0] ?? Infinity) && row <= (rows.at(-1) ?? -1)) return { ...section, builder };
  }
  return null;
}

function newDraft(stage: StageId | null, label: string, headingRow: number | null): Draft {
  return { stage, builder: null, label, headingRow, subtotalRow: null, level: 1, rows: [], ofWhichRows: [] };
}

function finished({ stage, builder, label, headingRow, subtotalRow, rows, ofWhichRows }: Draft): Section {
  return { stage, builder, label, headingRow, subtotalRow, rows, ofWhichRows };
}

function place(section: Draft, row: ReadRow): void {
  if (row.role === 'data') section.rows.push(row.row);
  else if (row.role === 'ofWhich') section.ofWhichRows.push(row.row);
  else if (row.role === 'subtotal') section.subtotalRow ??= row.row;
}

/**
 * One 合计 is the table's total. Of several, the 总计, the one above all data or the last one is; the others
 * close their sections and so are subtotals. A lone 小计 of a table without sections stays a subtotal.
 */
function settleTotals(read: readonly ReadRow[]): {
  readonly rows: readonly ReadRow[];
  readonly totalRow: number | null;
} {
  const totals = read.filter((row) => row.role === 'total');
  if (totals.length === 0) return { rows: read, totalRow: null };
  const firstData = read.findIndex((row) => row.role === 'data');
  const lastData = read.findLastIndex((row) => row.role === 'data');
  const grand =
    totals.find((row) => /总计|总合计/u.test(row.label)) ??
    totals.find(
      (row) =>
        read.indexOf(row) < firstData && !read.slice(0, read.indexOf(row)).some((before) => before.role === 'heading'),
    ) ??
    totals.findLast((row) => read.indexOf(row) > lastData) ??
    (totals.length === 1 ? totals[0] : undefined);
  const rows = read.map((row): ReadRow => (row.role === 'total' && row !== grand ? { ...row, role: 'subtotal' } : row));
  return { rows, totalRow: grand?.row ?? null };
}

/** A subtotal row that names its stage and has its rows below it, not above. */
function startsSection(rows: readonly ReadRow[], row: ReadRow): boolean {
  const index = rows.indexOf(row);
  const before = rows.slice(0, index).findLast((other) => other.role === 'data' || other.role === 'subtotal');
  const after = rows.slice(index + 1).find((other) => other.role === 'data' || other.role === 'subtotal');
  return after?.role === 'data' && before?.role !== 'data' ? true : row.hasFigures && !/计/u.test(row.label);
}

/** `firstStage`: what the title names, for rows that stand above the first heading. */
function byHeadings(rows: readonly ReadRow[], firstStage: StageId | null): readonly Section[] {
  const sections: Draft[] = [];
  let current: Draft | null = null;
  let parent = null as Draft | null;
  const open = (row: ReadRow): Draft => {
    const draft = newDraft(row.stage, row.label, row.row);
    draft.level = row.level;
    draft.builder = row.builder;
    if (row.level === 2 && parent) {
      draft.stage ??= parent.stage;
      draft.builder ??= parent.builder;
    }
    if (row.level === 1) parent = draft;
    sections.push(draft);
    return draft;
  };
  for (const row of rows) {
    if (row.role === 'heading') {
      current = open(row);
      continue;
    }
    if (row.role === 'subtotal') {
      if ((row.stage !== null || row.builder !== null) && !/计/u.test(row.label)) {
        current = open(row);
        current.subtotalRow = row.row;
        continue;
      }
      const named =
        row.stage === null
          ? null
          : sections.findLast((section) => section.stage === row.stage && section.subtotalRow === null);
      if (named) {
        named.subtotalRow = row.row;
        continue;
      }
      if (row.stage !== null && (current === null || current.stage !== row.stage)) {
        current = open(row);
        current.subtotalRow = row.row;
        continue;
      }
    }
    if (row.role === 'data' || row.role === 'ofWhich' || row.role === 'subtotal') {
      if (!current) sections.push((current = newDraft(firstStage, '', null)));
      if (
        row.role === 'subtotal' &&
        current.subtotalRow !== null &&
        current.level === 2 &&
        parent &&
        parent.subtotalRow === null
      ) {
        parent.subtotalRow = row.row;
        continue;
      }
      place(current, row);
      if (current.level === 2 && parent && parent !== current)
        place(parent, { ...row, role: row.role === 'subtotal' ? 'blank' : row.role });
    }
  }
  return sections.map(finished);
}

/** Without headings, each 小计 closes the rows above it; where the first one stands above all rows, it opens them. */
function bySubtotals(rows: readonly ReadRow[], stage: StageId | null): readonly Section[] {
  const opens = rows.find((row) => row.role === 'data' || row.role === 'subtotal')?.role === 'subtotal';
  const sections: Draft[] = [];
  let current: Draft | null = null;
  for (const row of rows) {
    if (row.role !== 'data' && row.role !== 'ofWhich' && row.role !== 'subtotal') continue;
    if (row.role === 'subtotal' && opens) current = null;
    if (!current) sections.push((current = newDraft(stage, '', null)));
    place(current, row);
    if (row.role !== 'subtotal') continue;
    current.stage = row.stage ?? stage;
    current.builder = row.builder;
    current.label = row.label;
    if (!opens) current = null;
  }
  return sections.map(finished);
}

/** Do subtotals open their rows? A stage of one school has none, so both ends of the table are looked at. */
function standsAbove(rows: readonly ReadRow[]): boolean {
  const relevant = rows.filter((row) => row.role === 'data' || row.role === 'subtotal');
  const [first, second] = relevant;
  const last = relevant.at(-1);
  if (first?.role === 'subtotal') return true;
  if (last?.role !== 'data') return false;
  const [above, below] = [oddRuns(relevant, 'before'), oddRuns(relevant, 'after')];
  if (above !== below) return above < below;
  const before = relevant.at(-2);
  const endsWithOne = before?.role === 'subtotal' || (before?.stage !== last.stage && last.stage !== null);
  return second?.role === 'subtotal' && !endsWithOne;
}

/** Runs of one stage that lack their subtotal or, with a single row, have one, if subtotals stood on that side of the runs. */
function oddRuns(relevant: readonly ReadRow[], side: 'before' | 'after'): number {
  let odd = 0;
  for (let first = 0; first < relevant.length;) {
    if (relevant[first]?.role !== 'data') {
      first++;
      continue;
    }
    let last = first;
    for (let next = relevant[last + 1]; next?.role === 'data'; next = relevant[last + 1]) {
      if (next.stage !== null && next.stage !== relevant[first]?.stage) break;
      last++;
    }
    const hasSubtotal = relevant[side === 'before' ? first - 1 : last + 1]?.role === 'subtotal';
    if (hasSubtotal === (first === last)) odd++;
    first = last + 1;
  }
  return odd;
}

/** Runs of equal stages; a cell left blank below its stage belongs to the stage above. */
function byStageColumn(rows: readonly ReadRow[]): readonly Section[] {
  const sections: Draft[] = [];
  const byStage = new Map<StageId | null, Draft>();
  const section = (stage: StageId | null, label: string): Draft => {
    let draft = byStage.get(stage);
    if (!draft) {
      draft = newDraft(stage, label, null);
      byStage.set(stage, draft);
      sections.push(draft);
    }
    return draft;
  };
  const subtotalsAbove = standsAbove(rows);
  let current: Draft | null = null;
  rows.forEach((row, index) => {
    if (row.role === 'data' || row.role === 'ofWhich') {
      if (row.stage !== null || !current) current = section(row.stage, row.label);
      place(current, row);
    } else if (row.role === 'subtotal') {
      const next = subtotalsAbove ? rows.slice(index + 1).find((other) => other.role === 'data') : undefined;
      const owner = row.stage !== null ? section(row.stage, row.label) : next ? section(next.stage, '') : current;
      if (owner) owner.subtotalRow ??= row.row;
    }
  });
  return sections.map(finished);
}
