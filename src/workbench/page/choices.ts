import { cellName } from '../../workbook';
import type { OfficeHost, StoredValidation } from '../host';
import { boxOfCells, placeOver, type Box } from './cell-box';
import { ChoiceList } from './choice-list';
import type { Grid } from './grid';
import { isLocked, validationAt } from './guard';
import { listItems } from './list-items';
import { WORDS } from './words';

/** How often the layer looks where the chosen cell is; scrolling and zooming have no one event. */
const LOOK_EVERY_MS = 120;
const BUTTON_WIDTH = 20;

interface ActiveCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Univer's open part shows no validations: at the chosen cell this layer shows the validation's prompt, and for a list
 * a button that opens it (Alt+↓ as well). What is chosen is written as if it were typed. Returns how to stop.
 */
export function offerChoices(layer: HTMLElement, host: OfficeHost, grid: Grid): () => void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'choice-button';
  // Alt+↓ is the way of the keyboard, as in Excel.
  button.tabIndex = -1;
  button.textContent = '▾';
  button.title = WORDS.choose;
  button.setAttribute('aria-label', WORDS.choose);
  button.setAttribute('aria-haspopup', 'listbox');
  button.setAttribute('aria-controls', 'choice-list');
  const prompt = document.createElement('p');
  prompt.className = 'choice-prompt';
  prompt.setAttribute('role', 'note');
  layer.append(button, prompt);

  let at: ActiveCell | null = null;
  const list = new ChoiceList(
    layer,
    (item) => at && write(grid, at, item),
    () => button.setAttribute('aria-expanded', 'false'),
  );
  const itemsNow = (): readonly string[] | null => {
    const validation = at && offered(host, at);
    return at && validation ? listItems(grid, at.sheetId, validation) : null;
  };
  const look = (): void => {
    const now = activeCell(grid);
    if (!isSame(now, at)) list.close();
    at = now;
    const box = at && !grid.workbook.isCellEditing() ? visibleBox(grid, at, layer) : null;
    const validation = at && offered(host, at);
    placeOver(button, box && validation && hasButton(validation) ? buttonBox(box, layer) : null);
    const text = validation ? promptOf(validation) : '';
    if (prompt.textContent !== text) prompt.textContent = text;
    prompt.hidden = !box || text === '' || list.isOpen;
    if (!box) return list.close();
    Object.assign(prompt.style, { left: `${box.left + 12}px`, top: `${box.top + box.height + 6}px` });
    if (list.isOpen) list.place(box, layer);
  };
  const open = (): boolean => {
    look();
    const items = itemsNow();
    const box = at && visibleBox(grid, at, layer);
    if (!at || !items || items.length === 0 || !box) return false;
    const value = grid.workbook.getActiveSheet().getRange(at.row, at.column).getValue();
    list.open(WORDS.choicesOf(cellName(at.row, at.column)), items, String(value ?? ''));
    list.place(box, layer);
    prompt.hidden = true;
    button.setAttribute('aria-expanded', 'true');
    return true;
  };
  const keyed = (event: KeyboardEvent): void => {
    if (!event.altKey || event.key !== 'ArrowDown' || list.isOpen || grid.workbook.isCellEditing()) return;
    if (!open()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const pressedElsewhere = (event: Event): void => {
    if (!layer.contains(event.target as Node)) list.close();
  };
  // The grid keeps the focus, so that one can type on.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', () => (list.isOpen ? list.close() : open()));
  document.addEventListener('keydown', keyed, true);
  document.addEventListener('pointerdown', pressedElsewhere, true);
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    document.removeEventListener('keydown', keyed, true);
    document.removeEventListener('pointerdown', pressedElsewhere, true);
    layer.replaceChildren();
  };
}

function activeCell(grid: Grid): ActiveCell | null {
  const range = grid.workbook.getActiveRange();
  return range
    ? { sheetId: grid.workbook.getActiveSheet().getSheetId(), row: range.getRow(), column: range.getColumn() }
    : null;
}

function isSame(a: ActiveCell | null, b: ActiveCell | null): boolean {
  return a?.sheetId === b?.sheetId && a?.row === b?.row && a?.column === b?.column;
}

/** The validation whose help the cell may have: none for cells that cannot be changed. */
function offered(host: OfficeHost, { sheetId, row, column }: ActiveCell): StoredValidation | null {
  return isLocked(host, sheetId, row, column) ? null : (validationAt(host, sheetId, row, column) ?? null);
}

function hasButton({ rule }: StoredValidation): boolean {
  const list = rule['list'] as { readonly inCellDropDown?: boolean } | undefined;
  return list !== undefined && list.inCellDropDown !== false;
}

function promptOf({ prompt }: StoredValidation): string {
  if (!prompt || prompt['showPrompt'] === false) return '';
  return [prompt['title'], prompt['message']].filter((text) => typeof text === 'string' && text !== '').join('\n');
}

/** Where the cell is on the screen; `null` where it is scrolled away, under frozen rows and columns too. */
function visibleBox(grid: Grid, { row, column }: ActiveCell, layer: HTMLElement): Box | null {
  const box = boxOfCells(grid, { top: row, bottom: row, left: column, right: column }, layer);
  if (!box) return null;
  const { ySplit, xSplit } = grid.workbook.getActiveSheet().getFreeze();
  const corner = boxOfCells(
    grid,
    {
      top: Math.max(0, ySplit - 1),
      bottom: Math.max(0, ySplit - 1),
      left: Math.max(0, xSplit - 1),
      right: Math.max(0, xSplit - 1),
    },
    layer,
  );
  const canvas = document.querySelector('#grid canvas[id^="univer-sheet-main-canvas"]')?.getBoundingClientRect();
  const origin = layer.getBoundingClientRect();
  const top = row >= ySplit && ySplit > 0 && corner ? corner.top + corner.height : (canvas?.top ?? 0) - origin.top;
  const left =
    column >= xSplit && xSplit > 0 && corner ? corner.left + corner.width : (canvas?.left ?? 0) - origin.left;
  const isInView =
    box.top >= top - 2 &&
    box.left >= left - 2 &&
    box.left < layer.clientWidth &&
    box.top + box.height <= (canvas?.bottom ?? 0) - origin.top;
  return isInView ? box : null;
}

/** To the right of the cell, or in it where there is no room. */
function buttonBox(cell: Box, layer: HTMLElement): Box {
  const right = cell.left + cell.width;
  const height = Math.min(24, cell.height);
  return {
    left: right + BUTTON_WIDTH <= layer.clientWidth ? right : layer.clientWidth - BUTTON_WIDTH,
    top: cell.top + cell.height - height,
    width: BUTTON_WIDTH,
    height,
  };
}

function write(grid: Grid, { sheetId, row, column }: ActiveCell, item: string): void {
  const isNumber = /^[+-]?\d+(?:\.\d+)?$/u.test(item);
  const content = isNumber ? { v: Number(item), t: 2 } : { v: item, t: 1 };
  grid.workbook
    .getSheetBySheetId(sheetId)
    ?.getRange(row, column)
    .setValue({ ...content, f: null, si: null, p: null });
}
