import type { CellContent, CellRef, WorkbookSnapshot } from '../workbook';
import type { Done } from './apply-edits';
import { isSame, readBlocks, type Before } from './before';
import { refsOf, type Step } from './edit-steps';
import { loadTexts, queuePart, type PartNames } from './parts';
import type { HostProblem, HostResult } from './port';
import { inExcel } from './problems';
import { putCell, toRectangles } from './rectangles';
import { chunked, queueStep } from './write-steps';

interface Written {
  readonly before: readonly Before[];
  readonly steps: readonly Step[];
  readonly done: Done;
  readonly expected: WorkbookSnapshot;
  readonly names: PartNames;
}

/**
 * Takes back what a failed write did: first the rows that came or went, in reverse, so that Excel moves every reference
 * back by itself; then the touched cells at their old places; then the parts. Reading tells whether it worked.
 */
export async function rollBack(cause: HostProblem, written: Written): Promise<HostResult<void>> {
  const problem = { ...cause, detail: cause.detail ?? cause.code };
  const restored = await inExcel((context) => restore(context, written));
  const checked = restored.ok ? await inExcel((context) => different(context, written.before)) : null;
  if (checked?.ok && checked.value.length === 0) {
    return { ok: false, problem: { ...problem, code: cause.code === 'unknown' ? 'rolledBack' : cause.code } };
  }
  const left = checked?.ok ? checked.value : written.before.flatMap(refsOf);
  return { ok: false, problem: { ...problem, code: 'notRolledBack', left } };
}

async function restore(context: Excel.RequestContext, written: Written): Promise<void> {
  const { before, steps, done, expected, names } = written;
  const undo: Step[] = [...done.structural]
    .reverse()
    .map((step) => ({ ...step, kind: step.kind === 'insertRows' ? 'deleteRows' : 'insertRows' }));
  // Formulas that pointed at deleted rows lost them for good and are written anew.
  if (done.structural.some(({ kind }) => kind === 'deleteRows')) undo.push(...formulasOf(expected));
  for (const { sheet, area, found, formats } of before) {
    undo.push({ kind: 'contents', sheet, cells: { area, rows: found } });
    undo.push({ kind: 'formats', sheet, cells: { area, rows: formats } });
  }
  for (const trip of chunked(undo)) await writeBack(context, trip);
  const stored = steps.flatMap((step) => (step.kind === 'storePart' ? [step.name] : []));
  if (stored.length === 0) return;
  const { texts, ids } = await loadTexts(context, names);
  for (const name of new Set(stored)) {
    const text = expected.parts[name] ?? null;
    if ((texts.get(name) ?? null) !== text) queuePart(context, ids, names, { name, text });
  }
  await context.sync();
}

async function writeBack(context: Excel.RequestContext, trip: readonly Step[]): Promise<void> {
  for (const step of trip) if (step.kind !== 'storePart') queueStep(context, step);
  await context.sync();
}

/** All formulas of the workbook, as steps that write them. */
function formulasOf(workbook: WorkbookSnapshot): readonly Step[] {
  return workbook.sheets.flatMap((sheet) => {
    const cells = new Map<number, Map<number, CellContent>>();
    for (const [index, formula] of sheet.formulas) {
      const row = sheet.top + Math.floor(index / sheet.columnCount);
      putCell(cells, row, sheet.left + (index % sheet.columnCount), { kind: 'formula', formula });
    }
    return toRectangles(cells).map((rectangle): Step => ({ kind: 'contents', sheet: sheet.name, cells: rectangle }));
  });
}

/** The cells that do not hold what they held before. */
async function different(context: Excel.RequestContext, before: readonly Before[]): Promise<readonly CellRef[]> {
  const blocks = before.map(({ sheet, area, found }) => ({ sheet, area, expected: found }));
  const now = await readBlocks(context, blocks);
  return now.flatMap((block, i) => {
    const formats = before[i]?.formats;
    const sameFormats = JSON.stringify(block.formats) === JSON.stringify(formats);
    return isSame(block) && sameFormats ? [] : refsOf(block);
  });
}
