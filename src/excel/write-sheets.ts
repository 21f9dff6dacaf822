import {
  generatedPart,
  generatedSheets,
  madeSheetOf,
  madeSheets,
  PARTS,
  withAdditions,
  type MadeSheet,
  type SheetSpec,
} from '../workbook';
import { queuePart, type PartIds, type PartNames } from './parts';
import { placeSpecs, type Target } from './place-specs';
import type { HostProblem, HostResult, Progress } from './port';
import { inExcel, PortProblem } from './problems';
import { readSheets } from './read-workbook';
import { askForCharts, queueEmptying, queueRemovingCharts, queueRestoring, type Refilled } from './refill';
import { Trip } from './trip';
import { queueCells } from './write-cells';
import { queueCharts } from './write-charts';
import { queueLayout } from './write-layout';
import { queueRules } from './write-rules';

/** What is to be written, and what was found of it. */
interface Plan {
  readonly targets: readonly Target[];
  /** Sheets of ours that are filled again, by name. */
  readonly refilled: ReadonlyMap<string, Refilled>;
  readonly ids: PartIds;
  /** Our note of what we made, as it will be. */
  readonly part: string;
}

/**
 * Writes generated sheets, however many, in three round trips: two to look around, one to write; one more for each
 * 4 MB read or written. A sheet of the same name that our stored part says we made is filled again, so that references
 * to it hold, and keeps what a person added to it; where the name belongs to somebody else's sheet, ours gets a number.
 * All or nothing: when writing fails, new sheets are taken away and refilled ones get back what they held. Gives the
 * names that were written, in the order of `specs`.
 */
export async function writeSheets(
  specs: readonly SheetSpec[],
  names: PartNames,
  progress: Progress,
  signal?: AbortSignal,
): Promise<HostResult<readonly string[]>> {
  let plan: Plan | null = null;
  const result = await inExcel(async (context) => {
    const found = await lookAround(context, specs, names, progress, signal);
    if (signal?.aborted) throw new PortProblem({ code: 'cancelled' });
    plan = found;
    await write(context, found, names, progress);
    return found.targets.map(({ spec }) => spec.name);
  });
  return result.ok || plan === null ? result : takeBack(plan, result.problem);
}

async function lookAround(
  context: Excel.RequestContext,
  specs: readonly SheetSpec[],
  names: PartNames,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<Plan> {
  const wanted = new Set(specs.map(({ name }) => name));
  const charts = new Map<string, Excel.ChartCollection>();
  const { snapshot, layouts, ids } = await readSheets(
    context,
    names,
    progress,
    signal,
    (name) => wanted.has(name),
    (sheet, name) => charts.set(name, askForCharts(sheet)),
  );
  const existing = layouts.map(({ name }) => name);
  const ours = generatedSheets(snapshot.parts);
  const made = madeSheets(snapshot.parts);
  const refilled = new Map<string, Refilled>();
  const targets = placeSpecs(specs, existing, ours).map((target): Target => {
    const { name } = target.spec;
    const before = snapshot.sheets.find((sheet) => sheet.name === name);
    const own = charts.get(name);
    if (target.isNew || !before || !own) return target;
    const record = made.get(name) ?? null;
    refilled.set(name, { name, before, made: record, charts: own });
    return record ? { ...target, spec: withAdditions(target.spec, before, record) } : target;
  });
  const written = new Map<string, MadeSheet>(targets.map(({ spec }) => [spec.name, madeSheetOf(spec)]));
  const part = generatedPart(
    [...ours.filter((name) => existing.includes(name)), ...written.keys()],
    new Map([...made, ...written]),
  );
  return { targets, refilled, ids, part };
}

async function write(
  context: Excel.RequestContext,
  { targets, refilled, ids, part }: Plan,
  names: PartNames,
  progress: Progress,
): Promise<void> {
  progress('writing', 0, targets.length);
  context.application.suspendScreenUpdatingUntilNextSync();
  const { worksheets } = context.workbook;
  // All sheets first: formulas of one mean cells of another.
  for (const { spec, isNew } of targets) if (isNew) worksheets.add(spec.name);
  const trip = new Trip(context);
  for (const [index, { spec }] of targets.entries()) {
    const sheet = worksheets.getItem(spec.name);
    const again = refilled.get(spec.name);
    if (again) queueEmptying(sheet, again, spec);
    await queueCells(trip, sheet, spec);
    await queueLayout(trip, sheet, spec);
    queueRules(sheet, spec);
    queueCharts(sheet, spec);
    if (index < targets.length - 1) progress('writing', index, targets.length);
  }
  // Last: a chart that is gone cannot be taken back.
  for (const again of refilled.values()) queueRemovingCharts(again);
  for (const { spec } of targets) {
    const sheet = worksheets.getItem(spec.name);
    sheet.visibility = spec.hidden === true ? 'Hidden' : 'Visible';
    if (spec.locked) sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
  }
  const learn = queuePart(context, ids, names, { name: PARTS.generated, text: part });
  await context.sync();
  learn();
  progress('writing', targets.length, targets.length);
}

/** Takes away the sheets that were new and gives the others back what they held. */
async function takeBack({ targets, refilled }: Plan, cause: HostProblem): Promise<HostResult<never>> {
  const back = await inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const found = targets.map((target) => {
      const sheet = worksheets.getItemOrNullObject(target.spec.name);
      sheet.load('name');
      sheet.protection.load('protected');
      return { ...target, sheet, charts: askForCharts(sheet) };
    });
    await context.sync();
    const trip = new Trip(context);
    for (const { spec, isNew, sheet, charts } of found) {
      const before = refilled.get(spec.name);
      if (sheet.isNullObject) continue;
      if (isNew) sheet.delete();
      else if (before) await queueRestoring(trip, sheet, before, spec, charts);
    }
    await context.sync();
  });
  const detail = cause.detail ?? cause.code;
  if (!back.ok) return { ok: false, problem: { ...cause, code: 'notRolledBack', detail } };
  return { ok: false, problem: { ...cause, code: cause.code === 'unknown' ? 'rolledBack' : cause.code, detail } };
}
