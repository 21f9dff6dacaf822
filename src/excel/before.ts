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

/** Queues the reading of blocks; call the returned function after the sync. */
export function askForBlocks(context: Excel.RequestContext, blocks: readonly Touched[]): () => readonly Before[] {
  const asked = blocks.map((block) => {
    const { top, left, bottom, right } = block.area;
    const sheet = context.workbook.worksheets.getItemOrNullObject(block.sheet);
    const range = passing(sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1));
    range.load('values,formulas,numberFormat');
    const { protection } = range.format;
    protection.load('locked');
    return { block, range, protection };
  });
  return () =>
    asked.map(({ block, range, protection }) => ({
      ...block,
      found: range.formulas.map((row: readonly unknown[], r: number) =>
        row.map((formula, c) => contentFrom(formula, (range.values[r] as readonly unknown[] | undefined)?.[c])),
      ),
      formats: range.numberFormat.map((row: readonly unknown[]) => row.map(String)),
      locked: protection.locked !== false,
    }));
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
