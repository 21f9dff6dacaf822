import { areaContains } from '../../workbook';
import type { OfficeHost, SheetDocument, StoredValidation } from '../host';
import type { Grid } from './grid';
import { WORDS } from './words';

/** Univer's commands by which a person changes cells, rows or columns without opening an editor. */
const CHANGING =
  /^sheet\.command\.(?:clear-selection|delete-range|insert-range|insert-row|insert-col|remove-row|remove-col|set-range-values|set-style|set-bold|set-italic|add-worksheet-merge|move-range|auto-fill|cut|set-background|reset-|set-text|numfmt)/u;

/**
 * Holds a person back as Excel does: locked cells of protected sheets cannot be changed, and what is typed has to pass
 * the cell's validation where that stops. Writes of the pane go through the host, which refuses by its own rules.
 * `tell` shows one line. Returns how to stop.
 */
export function guardGrid(grid: Grid, host: OfficeHost, tell: (line: string) => void): () => void {
  const { univerAPI: api } = grid;
  const documentOf = (sheetId: string): SheetDocument | undefined => host.document.sheets[sheetId];
  const locks = (sheetId: string, row: number, column: number): boolean => {
    const document = documentOf(sheetId);
    return document?.protection != null && !document.unlocked.some((area) => areaContains(area, row, column));
  };
  const stops = [
    api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
      if (!locks(event.worksheet.getSheetId(), event.row, event.column)) return;
      event.cancel = true;
      tell(WORDS.locked);
    }),
    api.addEvent(api.Event.BeforeSheetEditEnd, (event) => {
      if (!event.isConfirm) return;
      const typed = event.value.toPlainText().replace(/[\r\n]+$/u, '');
      const rule = documentOf(event.worksheet.getSheetId())?.validations.find(({ areas }) =>
        areas.some((area) => areaContains(area, event.row, event.column)),
      );
      const refusal = rule ? refusalOf(rule, typed) : null;
      if (refusal === null) return;
      event.cancel = true;
      tell(`${refusal}${WORDS.retry}`);
    }),
    api.addEvent(api.Event.BeforeCommandExecute, (event) => {
      if (host.isExecuting || !CHANGING.test(event.id)) return;
      const sheet = grid.workbook.getActiveSheet();
      const range = grid.workbook.getActiveRange()?.getRange();
      if (!range) return;
      for (let row = range.startRow; row <= range.endRow; row++)
        for (let column = range.startColumn; column <= range.endColumn; column++) {
          if (!locks(sheet.getSheetId(), row, column)) continue;
          event.cancel = true;
          tell(WORDS.locked);
          return;
        }
    }),
  ];
  return () => stops.forEach((stop) => stop.dispose());
}

/** Why the typed text does not pass; `null` where it passes, is blank, or the rule only warns. */
function refusalOf({ rule, errorAlert, ignoreBlanks }: StoredValidation, typed: string): string | null {
  if (typed.startsWith('=') || (typed === '' && ignoreBlanks)) return null;
  if (errorAlert?.['showAlert'] === false || (errorAlert?.['style'] ?? 'Stop') !== 'Stop') return null;
  const [kind = ''] = Object.keys(rule);
  const terms = rule[kind] as Readonly<Record<string, unknown>>;
  const message = typeof errorAlert?.['message'] === 'string' ? errorAlert['message'] : '';
  if (kind === 'list') {
    const source = String(terms['source'] ?? '');
    const items = source.split(',');
    // A list that stands in cells is Excel's to look up.
    return source.startsWith('=') || items.includes(typed) ? null : message || WORDS.notListed(items);
  }
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
