import { TRIP_BYTES } from './block-plan';
import { isStructural, type Step } from './edit-steps';
import { passing } from './problems';
import { typed } from './typed-text';

/** Queues one step; parts are queued elsewhere. */
export function queueStep(context: Excel.RequestContext, step: Exclude<Step, { kind: 'storePart' }>): void {
  const sheet = context.workbook.worksheets.getItem(step.sheet);
  if (isStructural(step)) {
    const rows = passing(passing(sheet.getRangeByIndexes(step.row, 0, step.count, 1)).getEntireRow());
    if (step.kind === 'insertRows') passing(rows.insert('Down'));
    else rows.delete('Up');
    return;
  }
  const { top, left, bottom, right } = step.cells.area;
  const range = passing(sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1));
  if (step.kind === 'formats') range.numberFormat = step.cells.rows.map((row) => [...row]);
  else range.formulas = step.cells.rows.map((row) => row.map(typed));
}

/** Splits steps over round trips of at most 4 MB each; a block that is too large by itself is cut by rows. */
export function chunked(steps: readonly Step[]): readonly (readonly Step[])[] {
  const trips: Step[][] = [];
  let room = 0;
  for (const step of steps.flatMap(cut)) {
    const bytes = bytesOf(step);
    if (bytes > room || trips.length === 0) {
      trips.push([]);
      room = TRIP_BYTES;
    }
    trips.at(-1)?.push(step);
    room -= bytes;
  }
  return trips;
}

/** What a step takes on the wire, generously: the client wraps every cell and escapes text. */
function bytesOf(step: Step): number {
  if (step.kind === 'storePart') return 3 * (step.text?.length ?? 0) + 500;
  if (isStructural(step)) return 1000;
  let bytes = 1000;
  for (const row of step.cells.rows) for (const cell of row) bytes += 8 + 3 * lengthOf(cell);
  return bytes;
}

function lengthOf(cell: unknown): number {
  if (typeof cell === 'string') return cell.length;
  if (typeof cell !== 'object' || cell === null) return 0;
  const held: unknown = 'value' in cell ? cell.value : 'formula' in cell ? cell.formula : '';
  return typeof held === 'string' ? held.length : 6;
}

function cut(step: Step): readonly Step[] {
  if ((step.kind !== 'contents' && step.kind !== 'formats') || bytesOf(step) <= TRIP_BYTES) return [step];
  const { area } = step.cells;
  const { length } = step.cells.rows;
  if (length < 2) return [step];
  const half = Math.floor(length / 2);
  const upper = { ...area, bottom: area.top + half - 1 };
  const lower = { ...area, top: area.top + half };
  const pieces: readonly Step[] =
    step.kind === 'contents'
      ? [
          { ...step, cells: { area: upper, rows: step.cells.rows.slice(0, half) } },
          { ...step, cells: { area: lower, rows: step.cells.rows.slice(half) } },
        ]
      : [
          { ...step, cells: { area: upper, rows: step.cells.rows.slice(0, half) } },
          { ...step, cells: { area: lower, rows: step.cells.rows.slice(half) } },
        ];
  return pieces.flatMap(cut);
}
