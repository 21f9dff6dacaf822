import { areaContains } from '../../workbook';
import type { OfficeHost, StoredValidation } from '../host';
import type { Grid } from './grid';
import { listItems } from './list-items';
import type { MessageLine } from './message-line';
import { WORDS } from './words';

/** True where the cell (0-based) stands on a protected sheet and was not left open. */
export function isLocked(host: OfficeHost, sheetId: string, row: number, column: number): boolean {
  const document = host.document.sheets[sheetId];
  return document?.protection != null && !document.unlocked.some((area) => areaContains(area, row, column));
}

/** The validation that the cell (0-based) stands under. */
export function validationAt(
  host: OfficeHost,
  sheetId: string,
  row: number,
  column: number,
): StoredValidation | undefined {
  return host.document.sheets[sheetId]?.validations.find(({ areas }) =>
    areas.some((area) => areaContains(area, row, column)),
  );
}

/**
 * Holds a person back as Excel does: locked cells of protected sheets cannot be changed, and what is typed has to pass
 * the cell's validation where that stops. Writes of the pane go through the host, which refuses by its own rules.
 * Returns how to stop.
 */
export function guardGrid(grid: Grid, host: OfficeHost, messages: MessageLine): () => void {
  const { univerAPI: api } = grid;
  let withdraw = (): void => undefined;
  const refuse = (event: { cancel?: boolean }, line: string): void => {
    event.cancel = true;
    withdraw = messages.warn(line);
  };
  const stops = [
    api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
      if (isLocked(host, event.worksheet.getSheetId(), event.row, event.column)) refuse(event, WORDS.locked);
    }),
    api.addEvent(api.Event.BeforeSheetEditEnd, (event) => {
      withdraw();
      if (!event.isConfirm) return;
      const typed = event.value.toPlainText().replace(/[\r\n]+$/u, '');
      const sheetId = event.worksheet.getSheetId();
      const validation = validationAt(host, sheetId, event.row, event.column);
      const refusal = validation ? refusalOf(validation, typed, listItems(grid, sheetId, validation)) : null;
      if (refusal !== null) refuse(event, `${refusal}${WORDS.retry}`);
    }),
    // Pasting, filling, clearing, moving, formatting: whatever a person does comes down to these, with all its cells.
    api.addEvent(api.Event.BeforeCommandExecute, (event) => {
      if (host.isExecuting || event.options?.['fromFormula']) return;
      if (touchesLocked(host, event.id, (event.params ?? {}) as ChangeParameters)) refuse(event, WORDS.locked);
    }),
  ];
  return () => stops.forEach((stop) => stop.dispose());
}

interface EngineRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** What the engine's changes say about their place, each in its own way. */
interface ChangeParameters {
  readonly subUnitId?: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly range?: EngineRange;
  readonly ranges?: readonly EngineRange[];
  readonly fromRange?: EngineRange;
  readonly toRange?: EngineRange;
  readonly from?: { readonly subUnitId: string };
  readonly to?: { readonly subUnitId: string };
}

function touchesLocked(host: OfficeHost, id: string, change: ChangeParameters): boolean {
  const sheetId = change.subUnitId ?? '';
  switch (id) {
    case 'sheet.mutation.set-range-values':
      // Most sheets are not protected, and a change may be large.
      if (host.document.sheets[sheetId]?.protection == null) return false;
      return cellsOf(change).some(([row, column]) => isLocked(host, sheetId, row, column));
    case 'sheet.mutation.move-range':
      return (
        holdsLocked(host, change.from?.subUnitId, change.fromRange) ||
        holdsLocked(host, change.to?.subUnitId, change.toRange)
      );
    case 'sheet.mutation.reorder-range':
      return holdsLocked(host, sheetId, change.range);
    case 'sheet.mutation.add-worksheet-merge':
    case 'sheet.mutation.remove-worksheet-merge':
      return (change.ranges ?? []).some((range) => holdsLocked(host, sheetId, range));
    case 'sheet.mutation.insert-row':
    case 'sheet.mutation.insert-col':
    case 'sheet.mutation.remove-rows':
    case 'sheet.mutation.remove-col':
    case 'sheet.mutation.move-rows':
    case 'sheet.mutation.move-columns':
      return host.document.sheets[sheetId]?.protection != null;
    default:
      return false;
  }
}

function cellsOf({ cellValue }: ChangeParameters): readonly (readonly [row: number, column: number])[] {
  return Object.entries(cellValue ?? {}).flatMap(([row, line]) =>
    Object.keys(line).map((column) => [Number(row), Number(column)] as const),
  );
}

function holdsLocked(host: OfficeHost, sheetId = '', range?: EngineRange): boolean {
  if (!range || host.document.sheets[sheetId]?.protection == null) return false;
  for (let row = range.startRow; row <= range.endRow; row++)
    for (let column = range.startColumn; column <= range.endColumn; column++)
      if (isLocked(host, sheetId, row, column)) return true;
  return false;
}

/** Why the typed text does not pass; `null` where it passes, is blank, or the rule only warns. */
function refusalOf(
  { rule, errorAlert, ignoreBlanks }: StoredValidation,
  typed: string,
  items: readonly string[] | null,
): string | null {
  if (typed.startsWith('=') || (typed === '' && ignoreBlanks)) return null;
  if (errorAlert?.['showAlert'] === false || (errorAlert?.['style'] ?? 'Stop') !== 'Stop') return null;
  const [kind = ''] = Object.keys(rule);
  const terms = rule[kind] as Readonly<Record<string, unknown>>;
  const message = typeof errorAlert?.['message'] === 'string' ? errorAlert['message'] : '';
  if (kind === 'list') return items === null || items.includes(typed) ? null : message || WORDS.notListed(items);
  if (kind !== 'wholeNumber' && kind !== 'decimal') return null;
  const number = Number(typed);
  const [first, second] = [Number(terms['formula1']), Number(terms['formula2'])];
  if (Number.isNaN(first)) return null;
  const isNumber = typed.trim() !== '' && Number.isFinite(number) && (kind === 'decimal' || Number.isInteger(number));
  const passes = isNumber && compares(String(terms['operator'] ?? 'Between'), number, first, second);
  return passes ? null : message || WORDS.outOfBounds(kind === 'wholeNumber');
}

function compares(operator: string, value: number, first: number, second: number): boolean {
  switch (operator) {
    case 'NotBetween':
      return value < first || value > second;
    case 'EqualTo':
      return value === first;
    case 'NotEqualTo':
      return value !== first;
    case 'GreaterThan':
      return value > first;
    case 'GreaterThanOrEqualTo':
      return value >= first;
    case 'LessThan':
      return value < first;
    case 'LessThanOrEqualTo':
      return value <= first;
    default:
      return value >= first && value <= second;
  }
}
