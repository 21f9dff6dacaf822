import type { Area } from '../../workbook';
import type { Grid } from './grid';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where cells are, in pixels of a layer over the grid; `null` where the grid cannot tell. */
export function boxOfCells(grid: Grid, area: Area, layer: HTMLElement): Box | null {
  const canvas = document.querySelector('#grid canvas[id^="univer-sheet-main-canvas"]');
  if (!canvas) return null;
  const sheet = grid.workbook.getActiveSheet();
  try {
    // The grid counts from the corner of its canvas, below its own tool bars.
    const first = sheet.getRange(area.top, area.left).getCellRect();
    const last = sheet.getRange(area.bottom, area.right).getCellRect();
    const from = canvas.getBoundingClientRect();
    const origin = layer.getBoundingClientRect();
    return {
      left: from.left - origin.left + first.left,
      top: from.top - origin.top + first.top,
      width: last.right - first.left,
      height: last.bottom - first.top,
    };
  } catch {
    return null;
  }
}

/** Puts an element of the layer over its cells, or hides it. */
export function placeOver(element: HTMLElement, box: Box | null): void {
  element.style.display = box ? 'block' : 'none';
  if (!box) return;
  Object.assign(element.style, {
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  });
}
