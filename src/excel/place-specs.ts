import { quoteSheetName, type SheetSpec } from '../workbook';

/** Excel's limit for a sheet's name. */
const NAME_LENGTH = 31;

/** A spec under the name that its sheet has; `isNew` sheets are taken away again when writing fails. */
export interface Target {
  readonly spec: SheetSpec;
  readonly isNew: boolean;
}

/**
 * Finds the name of each sheet: a sheet of ours keeps its own, where a name is somebody else's, ours gets a number.
 * Formulas that mean a sheet by the name of its spec are made to mean the sheet.
 */
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
