import type { Area } from '../../workbook';
import type { Engine } from './engine';
import type { Shift } from './shifting';

/** What happened in the engine, whether a person did it in the grid or a batch did it. Ids are the engine's. */
export type EngineChange =
  | { readonly kind: 'edited'; readonly sheetId: string; readonly area: Area; readonly hasFormula: boolean }
  | { readonly kind: 'shifted'; readonly sheetId: string; readonly area: Area; readonly shift: Shift }
  | { readonly kind: 'selected' | 'activated' | 'added' | 'deleted'; readonly sheetId: string }
  | { readonly kind: 'other'; readonly sheetId: string };

interface EngineRectangle {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

interface ChangeParameters {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly range?: EngineRectangle;
  readonly sheet?: { readonly id?: string };
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, CellChange>>>>;
}

type CellChange = Readonly<Record<string, unknown>> | null | undefined;

/** Tells of every change to the workbook until the returned function is called. Results of formulas are not changes. */
export function listenToEngine(engine: Engine, tell: (change: EngineChange) => void): () => void {
  const unit = engine.workbook.getId();
  const { univerAPI } = engine;
  const listening = univerAPI.addEvent(univerAPI.Event.CommandExecuted, ({ id, params, options }) => {
    if (options?.['fromFormula']) return;
    const given = (params ?? {}) as ChangeParameters;
    if (given.unitId !== unit) return;
    const change = translate(id, given);
    if (change) tell(change);
  });
  return () => listening.dispose();
}

function translate(id: string, params: ChangeParameters): EngineChange | null {
  const sheetId = params.subUnitId ?? '';
  switch (id) {
    case 'sheet.mutation.set-range-values':
      return edited(sheetId, params.cellValue ?? {});
    case 'sheet.mutation.insert-row':
    case 'sheet.mutation.remove-rows':
    case 'sheet.mutation.insert-col':
    case 'sheet.mutation.remove-col':
      return params.range ? shifted(id, sheetId, params.range) : null;
    case 'sheet.mutation.insert-sheet':
      return { kind: 'added', sheetId: params.sheet?.id ?? '' };
    case 'sheet.mutation.remove-sheet':
      return { kind: 'deleted', sheetId };
    case 'sheet.operation.set-worksheet-active':
      return { kind: 'activated', sheetId };
    case 'sheet.operation.set-selections':
      return { kind: 'selected', sheetId };
    case 'sheet.mutation.move-range':
    case 'sheet.mutation.reorder-range':
    case 'sheet.mutation.move-rows':
    case 'sheet.mutation.move-cols':
      return { kind: 'other', sheetId };
    default:
      return null;
  }
}

function edited(sheetId: string, cells: NonNullable<ChangeParameters['cellValue']>): EngineChange | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  let hasFormula = false;
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line)) {
      if (cell && Object.keys(cell).every((key) => key === 's')) continue;
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
      if (cell?.['f'] || cell?.['si']) hasFormula = true;
    }
  }
  return bottom < 0 ? null : { kind: 'edited', sheetId, area: { top, left, bottom, right }, hasFormula };
}

function shifted(id: string, sheetId: string, range: EngineRectangle): EngineChange {
  const area = { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn };
  const rows = id.includes('row');
  const at = rows ? area.top : area.left;
  const count = rows ? area.bottom - area.top + 1 : area.right - area.left + 1;
  const by = id.includes('insert') ? count : -count;
  return { kind: 'shifted', sheetId, area, shift: { axis: rows ? 'rows' : 'columns', at, by } };
}
