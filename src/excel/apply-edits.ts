import { cellName, sameContent, type CellContent, type CellRef, type Edit, type WorkbookSnapshot } from '../workbook';
import { isStructural, stepsFor, touchedBy, type Step, type Structural, type Touched } from './edit-steps';
import { askForParts, idsOf, queuePart, type PartNames } from './parts';
import type { HostResult, Progress } from './port';
import { inExcel, PortProblem } from './problems';
import { isSame, readBlocks, type Before } from './before';
import { rollBack } from './roll-back';
import { StructuralProgress } from './structural-progress';
import { chunked, queueStep } from './write-steps';

/** How far a write came: the rows that came or went, which alone cannot be written over again. */
export interface Done {
  structural: Structural[];
}

/**
 * Applies all edits or none: one round trip looks at what is there, one per 4 MB writes. On a failure everything
 * written is taken back, and that it is back is checked by reading.
 */
export async function applyEdits(
  edits: readonly Edit[],
  expected: WorkbookSnapshot,
  names: PartNames,
  progress: Progress,
): Promise<HostResult<void>> {
  if (edits.length === 0) return { ok: true, value: undefined };
  const touched = touchedBy(edits, expected);
  const looked = await inExcel((context) => lookAt(context, edits, touched, names));
  if (!looked.ok) return looked;
  const { before, ids } = looked.value;
  const changed = before.filter((block) => !isSame(block)).flatMap(changedCells);
  if (changed.length > 0)
    return { ok: false, problem: { code: 'changedSince', left: changed, where: whereOf(changed) } };
  const done: Done = { structural: [] };
  const steps = stepsFor(edits);
  const written = await inExcel((context) => writeSteps(context, steps, { ids, names, done }, progress));
  if (written.ok) return written;
  return rollBack(written.problem, { before, steps, done, expected, names });
}

interface Look {
  readonly before: readonly Before[];
  /** Our parts: name → id. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Reads the touched cells, refuses what is protected or gone, and finds our parts where one is to be stored. */
async function lookAt(
  context: Excel.RequestContext,
  edits: readonly Edit[],
  touched: readonly Touched[],
  names: PartNames,
): Promise<Look> {
  const sheetNames = new Set(edits.flatMap((edit) => (edit.kind === 'storePart' ? [] : [edit.sheet])));
  const sheets = [...sheetNames].map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    sheet.protection.load('protected');
    return { name, sheet };
  });
  const parts = edits.some((edit) => edit.kind === 'storePart') ? askForParts(context) : null;
  const before = await readBlocks(context, touched);
  const gone = sheets.find(({ sheet }) => sheet.isNullObject);
  if (gone) throw new PortProblem({ code: 'notFound', where: gone.name });
  const shut = new Set(sheets.filter(({ sheet }) => sheet.protection.protected).map(({ name }) => name));
  const closed =
    before.find((block) => shut.has(block.sheet) && block.locked) ??
    edits.find((edit) => (edit.kind === 'insertRows' || edit.kind === 'deleteRows') && shut.has(edit.sheet));
  if (closed && 'sheet' in closed) throw new PortProblem({ code: 'protected', where: closed.sheet });
  return { before, ids: parts ? await idsOf(context, parts, names) : new Map<string, string>() };
}

function changedCells({ sheet, area, expected, found }: Before): readonly CellRef[] {
  return found.flatMap((row, r) =>
    row.flatMap((content, c) => {
      const was: CellContent = expected[r]?.[c] ?? { kind: 'empty' };
      return sameContent(content, was) ? [] : [{ sheet, row: area.top + r, column: area.left + c }];
    }),
  );
}

function whereOf(cells: readonly CellRef[]): string {
  const shown = cells.slice(0, 3).map(({ sheet, row, column }) => `${sheet}!${cellName(row, column)}`);
  return shown.join('、') + (cells.length > shown.length ? '…' : '');
}

interface Target {
  readonly ids: ReadonlyMap<string, string>;
  readonly names: PartNames;
  readonly done: Done;
}

async function writeSteps(
  context: Excel.RequestContext,
  steps: readonly Step[],
  target: Target,
  progress: Progress,
): Promise<void> {
  let written = 0;
  for (const trip of chunked(steps)) {
    await writeTrip(context, trip, target);
    written += trip.length;
    progress('writing', written, steps.length);
  }
}

async function writeTrip(
  context: Excel.RequestContext,
  trip: readonly Step[],
  { ids, names, done }: Target,
): Promise<void> {
  const learning: (() => void)[] = [];
  const rows = new StructuralProgress(context);
  for (const step of trip) {
    if (step.kind === 'storePart') {
      learning.push(queuePart(context, ids, names, step));
      continue;
    }
    if (isStructural(step)) rows.before(step);
    queueStep(context, step);
    if (isStructural(step)) rows.after(step);
  }
  try {
    await context.sync();
  } catch (thrown) {
    done.structural.push(...(await rows.done()));
    throw thrown;
  }
  done.structural.push(...rows.all());
  for (const learn of learning) learn();
}
