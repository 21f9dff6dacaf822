import { chosenEdits, proposeFill, type FillProposal } from '../../src/fill';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import {
  applyEdits,
  cellIndex,
  cellName,
  formulaAt,
  parseArea,
  sheetFromGrid,
  valueAt,
  workbookOf,
  type CellValue,
  type Edit,
  type SheetOptions,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook';

export type Grid = readonly (readonly (CellValue | { readonly formula: string; readonly value: CellValue })[])[];

export const bookOf = (grid: Grid, options: SheetOptions = {}, name = '附件2'): WorkbookSnapshot =>
  workbookOf([sheetFromGrid(name, grid, options)]);

export const propose = (workbook: WorkbookSnapshot): FillProposal =>
  proposeFill(workbook, recognizeWorkbook(workbook, yichunPlan), yichunPlan);

/** Applies edits as a spreadsheet program does: references follow inserted and deleted rows. */
export const written = (workbook: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot => {
  let state = workbook;
  for (const edit of edits) {
    const result = applyEdits(state, [edit]);
    if (!result.ok) throw new Error(result.problem.code);
    state = result.value;
    if (edit.kind === 'insertRows') state = followed(state, edit.sheet, edit.row, edit.count);
    if (edit.kind === 'deleteRows') state = followed(state, edit.sheet, edit.row, -edit.count);
  }
  return state;
};

export const applied = (workbook: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot =>
  calculated(written(workbook, edits));

function followed(workbook: WorkbookSnapshot, name: string, row: number, by: number): WorkbookSnapshot {
  const moved = (formula: string): string =>
    formula.replace(/([A-Z]+)(\d+)/g, (_, column: string, line: string) => {
      const own = Number(line) - 1;
      return `${column}${own >= row ? own + by + 1 : own + 1}`;
    });
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name === name
      ? { ...sheet, formulas: new Map([...sheet.formulas].map(([index, formula]) => [index, moved(formula)])) }
      : sheet,
  );
  return { ...workbook, sheets };
}

export const filled = (workbook: WorkbookSnapshot, ids?: ReadonlySet<string>): WorkbookSnapshot =>
  applied(
    workbook,
    chosenEdits(propose(workbook), ids).map(({ edit }) => edit),
  );

/** Cell → what is proposed for it, over all groups of these kinds. */
export const contents = (proposal: FillProposal, kind: string): Record<string, CellValue> =>
  Object.fromEntries(
    proposal.groups
      .filter(({ id }) => id.startsWith(`${kind}@`))
      .flatMap(({ edits }) => edits)
      .flatMap(({ edit }) => {
        if (edit.kind !== 'content') return [];
        const { content } = edit;
        const shown = content.kind === 'formula' ? content.formula : content.kind === 'value' ? content.value : null;
        return [[cellName(edit.row, edit.column), shown] as const];
      }),
  );

/** Gives every formula that only adds its value, as Excel would: text counts as nothing. */
export function calculated(workbook: WorkbookSnapshot): WorkbookSnapshot {
  return { ...workbook, sheets: workbook.sheets.map(calculateSheet) };
}

/** `=SUM(C4:C6,C9)`, `=C3+C7` */
const ADDS = /^=[A-Z0-9:,+()$]+$/;

function calculateSheet(sheet: SheetSnapshot): SheetSnapshot {
  const values = sheet.values.slice();
  const number = (row: number, column: number): number => {
    const formula = formulaAt(sheet, row, column);
    const value = formula !== null && ADDS.test(formula) ? sum(formula) : valueAt(sheet, row, column);
    return typeof value === 'number' ? value : 0;
  };
  const sum = (formula: string): number => {
    let total = 0;
    for (const [address] of formula.matchAll(/\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?/g)) {
      const area = parseArea(address);
      if (!area) throw new Error(address);
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++) total += number(row, column);
    }
    return total;
  };
  for (const [index, formula] of sheet.formulas) {
    if (!ADDS.test(formula)) continue;
    const row = sheet.top + Math.floor(index / sheet.columnCount);
    const column = sheet.left + (index % sheet.columnCount);
    values[cellIndex(sheet, row, column)] = sum(formula);
  }
  return { ...sheet, values };
}
