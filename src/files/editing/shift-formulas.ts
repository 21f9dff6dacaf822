import { parseArea } from '../../workbook';
import { CopiedFormula, mapReferences } from '../formulas/references';
import { escapeXml } from '../writing/xml-text';
import { CannotEdit } from './edit-problem';
import { shiftedAreaList, shiftedFormula, shiftedRows } from './reference-shift';
import { prefixAt, type SheetShift } from './shift-elements';
import type { CellPlace, FormulaPlace } from './sheet-index';
import type { Splices } from './splices';

/** The cell that holds the text of a shared formula. */
interface Master {
  readonly cell: CellPlace;
  readonly formula: CopiedFormula;
  readonly isTouched: boolean;
}

/** Moves the formulas of one worksheet part, which may be another sheet than the one whose rows move. */
export class FormulaShifter {
  private readonly masters = new Map<string, Master>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly splices: Splices,
    private readonly shift: SheetShift,
    private readonly home: string,
  ) {}

  private get isHome(): boolean {
    return this.home === this.shift.sheet;
  }

  /** Takes note of a cell before any is moved: it may hold the text that others share. */
  register(cell: CellPlace): void {
    const { formula } = cell;
    if (!formula || formula.shared === null || formula.text === '') return;
    this.masters.set(formula.shared, {
      cell,
      formula: new CopiedFormula(formula.text),
      isTouched: this.isHome || this.names(formula.text),
    });
  }

  /** True where a formula refers to the sheet whose rows move. */
  private names(formula: string): boolean {
    let found = false;
    mapReferences(formula, ({ sheet }) => {
      found ||= sheet?.toLowerCase() === this.shift.sheet.toLowerCase();
      return null;
    });
    return found;
  }

  move(cell: CellPlace): void {
    const { formula } = cell;
    if (!formula) return;
    if (this.isHome) this.refuseTorn(formula);
    if (formula.shared === null) this.rewrite(formula, formula.text);
    else {
      const master = this.masters.get(formula.shared);
      if (!master) throw new CannotEdit('cannotShift', this.home);
      // The cells of a shared formula may part ways, so each gets its own text.
      const { cell: from } = master;
      if (master.isTouched) this.rewrite(formula, master.formula.at(cell.row - from.row, cell.column - from.column));
    }
  }

  /** An array formula must stay in one piece; a table of trials must not move at all. */
  private refuseTorn({ kind, ref }: FormulaPlace): void {
    if (kind !== 'array' && kind !== 'dataTable') return;
    const area = parseArea(ref ?? '');
    const rows = area && shiftedRows(area.top, area.bottom, this.shift);
    const isTorn = !area || !rows || rows[1] - rows[0] !== area.bottom - area.top;
    if (isTorn || (kind === 'dataTable' && rows[0] !== area.top)) throw new CannotEdit('cannotShift', this.home);
  }

  private rewrite(formula: FormulaPlace, text: string): void {
    const moved = shiftedFormula(text, this.home, this.shift.sheet, this.shift);
    const isArray = formula.kind === 'array';
    const ref = isArray && this.isHome ? shiftedAreaList(formula.ref ?? '', this.shift) : formula.ref;
    if (moved === formula.text && formula.shared === null && ref === formula.ref) return;
    if (formula.kind === 'dataTable') return;
    const prefix = prefixAt(this.bytes, formula.start);
    const array = isArray ? ` t="array" ref="${ref ?? ''}"` : '';
    this.splices.replace(formula.start, formula.end, `<${prefix}f${array}>${escapeXml(moved)}</${prefix}f>`);
  }
}
