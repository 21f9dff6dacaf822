import type { OfficeHost } from '../host';
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
    const origin = layer.getBoundingClientRect();
    while (boxes.length > marked.length) boxes.pop()?.remove();
    marked.forEach(({ area, fill }, index) => {
      let box = boxes[index];
      if (!box) {
        box = document.createElement('div');
        box.className = 'mark';
        layer.append(box);
        boxes.push(box);
      }
      const first = sheet.getRange(area.top, area.left).getCellRect();
      const last = sheet.getRange(area.bottom, area.right).getCellRect();
      Object.assign(box.style, {
        left: `${first.left - origin.left}px`,
        top: `${first.top - origin.top}px`,
        width: `${last.right - first.left}px`,
        height: `${last.bottom - first.top}px`,
        background: fill,
      });
    });
  };
  const timer = setInterval(draw, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const box of boxes) box.remove();
  };
}
