import { sameContent, type CellContent } from '../workbook';
import type { Touched } from './edit-steps';
import { passing } from './problems';
import { contentFrom } from './typed-text';

/** A touched block together with what was found in it. */
export interface Before extends Touched {
  readonly found: readonly (readonly CellContent[])[];
  readonly formats: readonly (readonly string[])[];
  /** Whether any of its cells is locked (of effect on a protected sheet only). */
  readonly locked: boolean;
}

/** Cells that one round trip reads: at about 60 bytes each, below 4 MB. */
const CELLS_PER_TRIP = 60_000;

/** Reads blocks, in one round trip for up to 60,000 cells; what was queued before goes along with the first. */
export async function readBlocks(
  context: Excel.RequestContext,
  blocks: readonly Touched[],
): Promise<readonly Before[]> {
  const found: Before[] = [];
  for (const trip of trips(blocks)) found.push(...(await readTrip(context, trip)));
  return found;
}

function trips(blocks: readonly Touched[]): readonly (readonly Touched[])[] {
  const grouped: Touched[][] = [[]];
  let room = CELLS_PER_TRIP;
  for (const block of blocks.flatMap(cut)) {
    const cells = sizeOf(block);
    if (cells > room) {
      grouped.push([]);
      room = CELLS_PER_TRIP;
    }
    grouped.at(-1)?.push(block);
    room -= cells;
  }
  return grouped;
}

function sizeOf({ expected }: Touched): number {
  return expected.length * (expected[0]?.length ?? 0);
}

/** Pieces of at most one round trip each. */
function cut(block: Touched): readonly Touched[] {
  const { area, expected } = block;
  const rows = Math.max(1, Math.floor(CELLS_PER_TRIP / (area.right - area.left + 1)));
  return Array.from({ length: Math.ceil(expected.length / rows) }, (_, i) => {
    const top = area.top + i * rows;
    const piece = { ...area, top, bottom: Math.min(area.bottom, top + rows - 1) };
    return { ...block, area: piece, expected: expected.slice(i * rows, (i + 1) * rows) };
  });
}

async function readTrip(context: Excel.RequestContext, blocks: readonly Touched[]): Promise<readonly Before[]> {
  const asked = blocks.map((block) => {
    const { top, left, bottom, right } = block.area;
    const sheet = context.workbook.worksheets.getItemOrNullObject(block.sheet);
    const range = passing(sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1));
    range.load('values,formulas,numberFormat');
    const { protection } = range.format;
    protection.load('locked');
    return { block, range, protection };
  });
  await context.sync();
  return asked.flatMap(({ block, range, protection }) =>
    range.isNullObject
      ? []
      : {
          ...block,
          found: range.formulas.map((row: readonly unknown[], r: number) =>
            row.map((formula, c) => contentFrom(formula, (range.values[r] as readonly unknown[] | undefined)?.[c])),
          ),
          formats: range.numberFormat.map((row: readonly unknown[]) => row.map(String)),
          locked: protection.locked !== false,
        },
  );
}

/** Whether the block holds what the snapshot says. */
export function isSame({ expected, found }: Before): boolean {
  return found.every((row, r) =>
    row.every((content, c) => {
      const was = expected[r]?.[c];
      return was !== undefined && sameContent(was, content);
    }),
  );
}
