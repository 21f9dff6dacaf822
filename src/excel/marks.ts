import { cellName, type CellRef } from '../workbook';
import { passing } from './problems';

export interface Mark {
  readonly at: CellRef;
  /** `#RRGGBB` */
  readonly colour: string;
}

/**
 * Marks are conditional formats, not fills: the cells' own fills are never touched, marks move with their cells, and
 * taking them away leaves no trace. The rule is always true and names us, so that marks are found again in any session.
 */
const RULE = '=N("plancheck-mark")=0';

/** Excel takes addresses of at most 8,192 characters. */
const CELLS_PER_RULE = 700;

/** Replaces all marks by these. A sheet that is gone is passed over. */
export async function setMarks(context: Excel.RequestContext, marks: readonly Mark[]): Promise<void> {
  const sheets = await queueClearing(context);
  for (const [name, colours] of grouped(marks)) {
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) continue;
    for (const [colour, cells] of colours) {
      for (let first = 0; first < cells.length; first += CELLS_PER_RULE) {
        const areas = passing(sheet.getRanges(cells.slice(first, first + CELLS_PER_RULE).join(',')));
        const { custom } = areas.conditionalFormats.add('Custom');
        custom.rule.formula = RULE;
        custom.format.fill.color = colour;
      }
    }
  }
  await context.sync();
}

/** Takes all marks away, those of earlier sessions too. */
export async function clearMarks(context: Excel.RequestContext): Promise<void> {
  await queueClearing(context);
  await context.sync();
}

/** Finds our rules (two round trips) and queues their deletion. */
async function queueClearing(context: Excel.RequestContext): Promise<readonly Excel.Worksheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const found = worksheets.items.map((sheet) => {
    const rules = passing(sheet.getRange()).conditionalFormats;
    rules.load('items/id,items/type,items/customOrNullObject/rule/formula');
    return { sheet, rules };
  });
  await context.sync();
  for (const { sheet, rules } of found) {
    for (const { id, type, customOrNullObject } of rules.items) {
      if (type !== 'Custom' || customOrNullObject.rule.formula !== RULE) continue;
      passing(sheet.getRange()).conditionalFormats.getItem(id).delete();
    }
  }
  return worksheets.items;
}

/** Sheet → colour → cell names. */
function grouped(marks: readonly Mark[]): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const sheets = new Map<string, Map<string, string[]>>();
  for (const { at, colour } of marks) {
    const colours = sheets.get(at.sheet) ?? new Map<string, string[]>();
    sheets.set(at.sheet, colours);
    colours.set(colour, [...(colours.get(colour) ?? []), cellName(at.row, at.column)]);
  }
  return sheets;
}
