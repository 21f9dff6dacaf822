import { cellIndex, formulaAt, type SheetSnapshot } from '../workbook';
import type { Caused } from './causes';
import { referencesOf } from './formula';
import { sheetOf, type LeansOn, type Report } from './rule';

/** Cells that a formula is followed through, so that long chains and long columns end. */
const MOST_CELLS = 200;
const MOST_OF_AREA = 60;
/** Cells of one comparison that are looked at for formulas. */
const MOST_LEANED_ON = 12;

/**
 * One fault, one finding, through formulas: what a formula makes of a cell at fault (an error value, a rate above one,
 * a total that no longer agrees) hangs below the finding at that cell. A fault of the formula itself stays.
 */
export function hangComputed(roots: readonly Caused[], sheets: readonly SheetSnapshot[]): readonly Caused[] {
  const faults = new FaultIndex(roots);
  if (faults.size === 0) return roots;
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const parents = new Map<Caused, Caused>();
  const isBelow = (node: Caused, above: Caused): boolean => {
    for (let each = parents.get(node); each; each = parents.get(each)) if (each === above) return true;
    return false;
  };
  for (const root of roots) {
    if (!rests(root.report)) continue;
    const cause = faults.behind(root, byName, (fault) => fault !== root && !isBelow(fault, root));
    if (!cause) continue;
    parents.set(root, cause);
    cause.consequences.push(root);
  }
  return parents.size === 0 ? roots : roots.filter((root) => !parents.has(root));
}

/** What judges values. Of the rules about formulas only that of error values does: the others judge the formula. */
function rests({ rule }: Report): boolean {
  return rule.group === 'formula' ? rule.name === 'error-value' : rule.group !== 'structure';
}

/** Findings by their cell, and the way from a formula to them. */
class FaultIndex {
  private readonly byColumn = new Map<string, Map<number, Caused>>();
  size = 0;

  constructor(roots: readonly Caused[]) {
    for (const root of roots) {
      const { level, place } = root.report;
      if (level === 'info' || place.sheet === null || !place.area) continue;
      const { top, bottom, left, right } = place.area;
      if (top !== bottom || left !== right) continue;
      const key = `${place.sheet}\u0000${left}`;
      const rows = this.byColumn.get(key) ?? new Map<number, Caused>();
      this.byColumn.set(key, rows);
      if (!rows.has(top)) rows.set(top, root);
      this.size++;
    }
  }

  behind(
    { report }: Caused,
    byName: ReadonlyMap<string, SheetSnapshot>,
    counts: (fault: Caused) => boolean,
  ): Caused | null {
    const own = sheetOf(report.place) ?? byName.get(report.place.sheet ?? '');
    if (!own) return null;
    const sheetNamed = (name: string | null): SheetSnapshot | undefined =>
      name === null || name === own.name ? own : byName.get(name);
    const open = startsOf(report, own, sheetNamed);
    for (let i = 0; i < open.length && i < MOST_CELLS; i++) {
      const { sheet, row, column } = open[i] as Cell;
      const formula = formulaAt(sheet, row, column);
      if (formula === null) continue;
      for (const reference of referencesOf(formula)) {
        const target = reference.sheet === null ? sheet : sheetNamed(reference.sheet);
        if (!target) continue;
        const { top, bottom, left, right } = reference.area;
        const fault = this.within(target.name, top, bottom, left, Math.min(right, left + MOST_OF_AREA), counts);
        if (fault) return fault;
        if ((bottom - top + 1) * (right - left + 1) > MOST_OF_AREA || target.formulas.size === 0) continue;
        for (let r = top; r <= bottom; r++)
          for (let c = left; c <= right; c++)
            if (target.formulas.has(cellIndex(target, r, c))) open.push({ sheet: target, row: r, column: c });
      }
    }
    return null;
  }

  private within(
    sheet: string,
    top: number,
    bottom: number,
    left: number,
    right: number,
    counts: (fault: Caused) => boolean,
  ): Caused | null {
    for (let column = left; column <= right; column++) {
      const rows = this.byColumn.get(`${sheet}\u0000${column}`);
      if (!rows) continue;
      // Of two long lists the shorter is gone through.
      if (bottom - top < rows.size) {
        for (let row = top; row <= bottom; row++) {
          const fault = rows.get(row);
          if (fault && counts(fault)) return fault;
        }
      } else {
        for (const [row, fault] of rows) if (row >= top && row <= bottom && counts(fault)) return fault;
      }
    }
    return null;
  }
}

interface Cell {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly column: number;
}

/** The finding's own cell, and of a comparison the few cells that it rests on. */
function startsOf(
  { place, leansOn }: Report,
  own: SheetSnapshot,
  sheetNamed: (name: string) => SheetSnapshot | undefined,
): Cell[] {
  const { area } = place;
  const starts: Cell[] = [];
  if (area && area.top === area.bottom && area.left === area.right)
    starts.push({ sheet: own, row: area.top, column: area.left });
  for (const leans of leansOn) {
    const sheet = sheetNamed(leans.sheet);
    if (sheet) starts.push(...leanedOn(leans, sheet));
  }
  return starts;
}

function leanedOn({ rows, columns }: LeansOn, sheet: SheetSnapshot): readonly Cell[] {
  if (!rows || rows.length * columns.length > MOST_LEANED_ON) return [];
  return rows.flatMap((row) => columns.map((column) => ({ sheet, row, column })));
}
