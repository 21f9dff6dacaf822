import { STAGES, type Causes, type LeansOn, type Report } from './rule';

/** A report with the reports that it causes. */
export interface Caused {
  readonly report: Report;
  readonly consequences: Caused[];
  /** In the order in which the rules said it. */
  readonly position: number;
}

/**
 * One fault, one finding: hangs every comparison below the fault that explains it. A comparison that rests on a
 * cell at fault is a consequence where the right value would make it come right, or where the cell cannot be counted.
 */
export function rootCauses(reports: readonly Report[]): readonly Caused[] {
  const nodes = reports.map((report, position): Caused => ({ report, consequences: [], position }));
  const known = new CauseIndex(nodes);
  const roots: Caused[] = [];
  for (const node of nodes) {
    const cause = known.causeOf(node) ?? known.columnOf(node);
    if (cause) cause.consequences.push(node);
    else roots.push(node);
  }
  return oneForEachCell(roots);
}

/** Faults of one cell are dealt with together: the earliest stands for all, the others hang below it. Hints stay. */
function oneForEachCell(roots: readonly Caused[]): readonly Caused[] {
  const cells = new Map<string, Caused[]>();
  for (const root of roots) {
    const { sheet, area } = root.report.place;
    if (root.report.level === 'info' || sheet === null || area === null) continue;
    if (area.top === area.bottom && area.left === area.right && !isHeader(root.report))
      push(cells, `${sheet}\u0000${area.left}\u0000${area.top}`, root);
  }
  const hung = new Set<Caused>();
  for (const nodes of cells.values()) {
    if (nodes.length < 2) continue;
    const [first, ...others] = [...nodes].sort((a, b) => rank(a.report) - rank(b.report) || a.position - b.position);
    for (const other of others) {
      first?.consequences.push(other);
      hung.add(other);
    }
  }
  return hung.size === 0 ? roots : roots.filter((root) => !hung.has(root));
}

/** Several things may be missing under one heading or header: each is a fault of its own. */
function isHeader({ place }: Report): boolean {
  const { area, view } = place;
  if (view === null || area === null) return true;
  const role = view.table.roles[area.top - view.table.area.top];
  return role !== 'data' && role !== 'subtotal' && role !== 'total' && role !== 'ofWhich';
}

function rank(report: Report): number {
  return STAGES.indexOf(report.stage);
}

/** A later stage rests on an earlier one; within one rule, on what rests on nothing or was said before. */
function isEarlier(cause: Caused, node: Caused): boolean {
  const [a, b] = [cause.report, node.report];
  if (rank(a) !== rank(b)) return rank(a) < rank(b);
  return a.rule === b.rule && (a.leansOn.length === 0 || cause.position < node.position);
}

/** Finds the reports that stand in the cells that a comparison rests on. */
class CauseIndex {
  private readonly byCell = new Map<string, Caused[]>();
  private readonly byColumn = new Map<string, Caused[]>();
  /** Faults that reach a whole column, and faults that reach rows. */
  private readonly wideColumns: Caused[] = [];
  private readonly wideRows = new Map<string, Caused[]>();

  constructor(nodes: readonly Caused[]) {
    for (const node of nodes) {
      const { causes, place } = node.report;
      if (causes.reaches) this.addWide(node, causes.reaches);
      if (!causes.blocks && !causes.corrected) continue;
      if (place.area === null || place.sheet === null) continue;
      const column = `${place.sheet}\u0000${causes.column ?? place.area.left}`;
      push(this.byCell, `${column}\u0000${place.area.top}`, node);
      push(this.byColumn, column, node);
    }
  }

  causeOf(node: Caused): Caused | null {
    for (const leans of node.report.leansOn) {
      const found = this.candidates(leans).filter((each) => each !== node && isEarlier(each, node));
      const wide = this.reaching(leans, (each) => each !== node && isEarlier(each, node));
      if (wide) return wide;
      const cause = explaining(found, leans);
      if (cause) return cause;
    }
    return null;
  }

  /** A fault of the whole column in which the report's cell stands: a value there is judged by what the column is. */
  columnOf(node: Caused): Caused | null {
    const { sheet, area } = node.report.place;
    if (this.wideColumns.length === 0 || !area || area.left !== area.right || isHeader(node.report)) return null;
    return (
      this.wideColumns.find(
        (each) =>
          each !== node &&
          each.report.level !== 'info' &&
          isEarlier(each, node) &&
          each.report.causes.reaches?.sheet === sheet &&
          each.report.causes.reaches.columns?.includes(area.left),
      ) ?? null
    );
  }

  private addWide(node: Caused, reaches: NonNullable<Causes['reaches']>): void {
    if (reaches.rows === null) this.wideColumns.push(node);
    else for (const row of reaches.rows) push(this.wideRows, `${reaches.sheet}\u0000${row}`, node);
  }

  private reaching(leans: LeansOn, counts: (node: Caused) => boolean): Caused | null {
    const found = this.wideColumns.find((each) => counts(each) && reachesAny(each.report, leans));
    if (found || this.wideRows.size === 0) return found ?? null;
    const prefix = `${leans.sheet}\u0000`;
    const { rows } = leans;
    // Of two long lists the shorter is gone through.
    const keys =
      rows && rows.length <= this.wideRows.size
        ? rows.map((row) => `${prefix}${row}`)
        : [...this.wideRows.keys()].slice(0, 5000);
    for (const key of keys) {
      if (!key.startsWith(prefix) || !leans.has(Number(key.slice(prefix.length)))) continue;
      const node = this.wideRows
        .get(key)
        ?.find(
          (each) =>
            counts(each) && reachesAny(each.report, leans) && (leans.rows || !each.report.causes.reaches?.notSums),
        );
      if (node) return node;
    }
    return null;
  }

  private candidates(leans: LeansOn): readonly Caused[] {
    const found: Caused[] = [];
    for (const column of leans.columns) {
      const key = `${leans.sheet}\u0000${column}`;
      const inColumn = this.byColumn.get(key) ?? [];
      if (leans.rows && leans.rows.length <= inColumn.length) {
        for (const row of leans.rows) found.push(...(this.byCell.get(`${key}\u0000${row}`) ?? []));
      } else {
        for (const node of inColumn) if (leans.has(node.report.place.area?.top ?? -1)) found.push(node);
      }
    }
    return found.sort((a, b) => rank(a.report) - rank(b.report));
  }
}

function push(map: Map<string, Caused[]>, key: string, node: Caused): void {
  const list = map.get(key);
  if (list) list.push(node);
  else map.set(key, [node]);
}

function reachesAny(cause: Report, leans: LeansOn): boolean {
  const reaches = cause.causes.reaches;
  if (!reaches || reaches.sheet !== leans.sheet) return false;
  const { columns, rows } = reaches;
  if (columns !== null && !leans.columns.some((column) => columns.includes(column))) return false;
  return rows === null || rows.length > 5000 || rows.some((row) => leans.has(row));
}

function explaining(found: readonly Caused[], leans: LeansOn): Caused | null {
  const first = found[0];
  if (!first) return null;
  const check = leans.explainedBy?.bind(leans);
  if (!check) return first;
  const blocking = found.find((node) => node.report.causes.blocks);
  if (blocking) return blocking;
  const at = (node: Caused, row: number, column: number): boolean =>
    node.report.place.area?.top === row && (node.report.causes.column ?? node.report.place.area.left) === column;
  for (const node of found) {
    for (const value of node.report.causes.corrected ?? []) {
      if (check((row, column) => (at(node, row, column) ? value : undefined))) return node;
    }
  }
  if (found.length > 50) return null;
  const together = check((row, column) => found.find((node) => at(node, row, column))?.report.causes.corrected?.[0]);
  return together ? first : null;
}
