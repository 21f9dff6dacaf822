import type { OfficeHost } from '../host';
import { boxOfCells, placeOver } from './cell-box';
import type { Grid } from './grid';

const LOOK_EVERY_MS = 150;
/** More boxes than this help nobody and would cost time at every look. */
const MOST_BOXES = 400;

/**
 * Univer's open part draws no conditional formats: those that colour their cells whatever they hold (the pane's marks)
 * are drawn as boxes over the grid. Returns how to stop.
 */
export function showMarks(layer: HTMLElement, host: OfficeHost, grid: Grid): () => void {
  const boxes: HTMLElement[] = [];
  const draw = (): void => {
    const sheet = grid.workbook.getActiveSheet();
    const formats = host.document.sheets[sheet.getSheetId()]?.conditionalFormats ?? [];
    const marked = formats
      .filter(({ formula, fill }) => fill !== null && formula.includes('plancheck-mark'))
      .flatMap(({ areas, fill }) => areas.map((area) => ({ area, fill: fill ?? '' })))
      .slice(0, MOST_BOXES);
    while (boxes.length > marked.length) boxes.pop()?.remove();
    marked.forEach(({ area, fill }, index) => {
      let box = boxes[index];
      if (!box) {
        box = document.createElement('div');
        box.className = 'mark';
        layer.append(box);
        boxes.push(box);
      }
      box.style.background = fill;
      placeOver(box, boxOfCells(grid, area, layer));
    });
  };
  const timer = setInterval(draw, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const box of boxes) box.remove();
  };
}
