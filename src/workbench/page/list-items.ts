import { parseArea } from '../../workbook';
import type { StoredValidation } from '../host';
import type { Grid } from './grid';

/** More than this nobody looks through, and the list has to be drawn. */
const MOST_ITEMS = 2_000;

/**
 * What a list validation offers, in its order: written in the rule, or standing in cells that the rule names. `null`
 * where the validation is no list, or where its cells are not to be found.
 */
export function listItems(grid: Grid, sheetId: string, { rule }: StoredValidation): readonly string[] | null {
  const terms = rule['list'] as { readonly source?: unknown } | undefined;
  if (!terms) return null;
  const source = String(terms.source ?? '');
  if (!source.startsWith('=')) return source.split(',').map((item) => item.trim());
  return itemsOfCells(grid, sheetId, source.slice(1));
}

function itemsOfCells(grid: Grid, sheetId: string, reference: string, isNamed = false): readonly string[] | null {
  const cut = reference.lastIndexOf('!');
  const area = parseArea(reference.slice(cut + 1));
  if (!area) {
    const named = isNamed ? undefined : grid.workbook.getDefinedName(reference);
    return named ? itemsOfCells(grid, sheetId, named.getFormulaOrRefString().replace(/^=/u, ''), true) : null;
  }
  const name = reference
    .slice(0, Math.max(0, cut))
    .replace(/^'(.*)'$/u, '$1')
    .replaceAll("''", "'");
  const sheet = cut < 0 ? grid.workbook.getSheetBySheetId(sheetId) : grid.workbook.getSheetByName(name);
  if (!sheet) return null;
  const values = sheet
    .getRange(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1)
    .getValues()
    .flat();
  return values
    .slice(0, MOST_ITEMS)
    .flatMap((value) => (value === null || value === undefined || value === '' ? [] : [String(value)]));
}
