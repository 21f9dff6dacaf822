import { generatedPart, generatedSheets, PARTS, quoteSheetName, type SheetSpec } from '../workbook';
import { askForParts, askForTexts, queuePart, type PartNames } from './parts';
import type { HostResult, Progress } from './port';
import { inExcel, passing } from './problems';
import { queueCells } from './write-cells';
import { queueCharts } from './write-charts';
import { queueLayout } from './write-layout';
import { queueRules } from './write-rules';

/** Excel's limit for a sheet's name. */
const NAME_LENGTH = 31;

/** A spec with the sheet it goes to; `isNew` sheets are taken away again when writing fails. */
interface Target {
  readonly spec: SheetSpec;
  readonly isNew: boolean;
}

/**
 * Writes generated sheets, one round trip each after two to look around (sheets of more than 4 MB take more). A sheet of the same
 * name that our stored part says we made is emptied and filled again, so that references to it hold; where the name
 * belongs to somebody else's sheet, ours gets a number. Gives the names that were written, in the order of `specs`.
 */
export async function writeSheets(
  specs: readonly SheetSpec[],
  names: PartNames,
  progress: Progress,
): Promise<HostResult<readonly string[]>> {
  const made: string[] = [];
  const result = await inExcel(async (context) => {
    const { existing, ours, ids } = await lookAround(context, names);
    const targets = placeSpecs(specs, existing, ours);
    progress('writing', 0, targets.length);
    for (const [index, target] of targets.entries()) {
      if (target.isNew) made.push(target.spec.name);
      await writeSheet(context, target);
      progress('writing', index + 1, targets.length);
    }
    const written = targets.map(({ spec }) => spec.name);
    const stillThere = ours.filter((name) => existing.includes(name));
    await finish(context, targets, () =>
      queuePart(context, ids, names, { name: PARTS.generated, text: generatedPart([...stillThere, ...written]) }),
    );
    return written;
  });
  if (!result.ok && made.length > 0) await inExcel((context) => removeSheets(context, made));
  return result;
}

async function lookAround(
  context: Excel.RequestContext,
  names: PartNames,
): Promise<{
  readonly existing: readonly string[];
  readonly ours: readonly string[];
  readonly ids: ReadonlyMap<string, string>;
}> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  const parts = askForParts(context);
  await context.sync();
  const collect = askForTexts(parts.items, names);
  if (parts.items.length > 0) await context.sync();
  const ours = generatedSheets(Object.fromEntries(collect()));
  return {
    existing: worksheets.items.map(({ name }) => name),
    ours,
    ids: names.idsAmong(parts.items.map(({ id }) => id)),
  };
}

/** Finds the name of each sheet; formulas that mean a sheet by the name of its spec are made to mean the sheet. */
export function placeSpecs(
  specs: readonly SheetSpec[],
  existing: readonly string[],
  ours: readonly string[],
): readonly Target[] {
  const taken = new Set(existing.map((name) => name.toLowerCase()));
  const renamed = new Map<string, string>();
  const placed = specs.map((spec) => {
    const isOurs = existing.includes(spec.name) && ours.includes(spec.name);
    const name = isOurs ? spec.name : freeName(spec.name, taken);
    taken.add(name.toLowerCase());
    if (name !== spec.name) renamed.set(spec.name, name);
    return { spec: { ...spec, name }, isNew: !isOurs };
  });
  return renamed.size === 0 ? placed : placed.map(({ spec, isNew }) => ({ spec: withNames(spec, renamed), isNew }));
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted.slice(0, NAME_LENGTH);
  for (let n = 2; taken.has(name.toLowerCase()); n++) {
    const suffix = ` (${n})`;
    name = wanted.slice(0, NAME_LENGTH - suffix.length) + suffix;
  }
  return name;
}

function withNames(spec: SheetSpec, renamed: ReadonlyMap<string, string>): SheetSpec {
  const cells = spec.cells.map((cell) => {
    if (cell.content.kind !== 'formula') return cell;
    let { formula } = cell.content;
    for (const [from, to] of renamed) {
      formula = formula.replaceAll(`${quoteSheetName(from)}!`, `${quoteSheetName(to)}!`);
    }
    return { ...cell, content: { ...cell.content, formula } };
  });
  return { ...spec, cells };
}

async function writeSheet(context: Excel.RequestContext, { spec, isNew }: Target): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  const { worksheets } = context.workbook;
  const sheet = isNew ? worksheets.add(spec.name) : worksheets.getItem(spec.name);
  if (!isNew) await empty(context, sheet);
  await queueCells(context, sheet, spec);
  queueLayout(sheet, spec);
  queueRules(sheet, spec);
  await context.sync();
}

/** Takes everything off a sheet of ours; its charts are looked up first. */
async function empty(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  sheet.charts.load('items/id');
  sheet.protection.load('protected');
  await context.sync();
  if (sheet.protection.protected) sheet.protection.unprotect();
  for (const chart of sheet.charts.items) chart.delete();
  sheet.freezePanes.unfreeze();
  sheet.horizontalPageBreaks.removePageBreaks();
  const all = passing(sheet.getRange());
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.unmerge();
  all.clear('All');
}

/** What needs every sheet to be there: charts over their figures, hiding, protection, and our note of what we made. */
async function finish(
  context: Excel.RequestContext,
  targets: readonly Target[],
  remember: () => () => void,
): Promise<void> {
  for (const { spec } of targets) {
    const sheet = context.workbook.worksheets.getItem(spec.name);
    queueCharts(sheet, spec);
    sheet.visibility = spec.hidden === true ? 'Hidden' : 'Visible';
    if (spec.locked) sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
  }
  const learn = remember();
  await context.sync();
  learn();
}

async function removeSheets(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
  const sheets = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    return sheet;
  });
  await context.sync();
  for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  await context.sync();
}
