import type { Structural } from './edit-steps';
import { passing } from './problems';

/** A row far below any table; its cell moves with every row that comes or goes above it. */
const ANCHOR_ROW = 900_000;

/**
 * Tells how many of a batch's rows came or went although the batch failed. After each such step a small answer is
 * asked for: those that came are sure. Of the first step without one it is unknown whether the step or its answer
 * failed: there the anchor cell, which Excel keeps following, shows whether rows moved.
 */
export class StructuralProgress {
  private readonly anchors = new Map<string, Excel.Range>();
  private readonly steps: { readonly step: Structural; readonly answer: Excel.Range }[] = [];

  constructor(private readonly context: Excel.RequestContext) {}

  /** Call before the step is queued. */
  before(step: Structural): void {
    if (this.anchors.has(step.sheet)) return;
    this.anchors.set(step.sheet, this.context.workbook.worksheets.getItem(step.sheet).getCell(ANCHOR_ROW, 0));
  }

  /** Call after the step is queued. */
  after(step: Structural): void {
    const answer = passing(this.context.workbook.worksheets.getItem(step.sheet).getRange('A1'));
    answer.load('address');
    this.steps.push({ step, answer });
  }

  /** All steps, once the batch has succeeded. */
  all(): readonly Structural[] {
    return this.steps.map(({ step }) => step);
  }

  /** The steps that were done, once the batch has failed. */
  async done(): Promise<readonly Structural[]> {
    const sure = this.steps.filter(({ answer }) => isLoaded(answer)).map(({ step }) => step);
    const next = this.steps[sure.length]?.step;
    const anchor = next && this.anchors.get(next.sheet);
    if (!next || !anchor) return sure;
    const moved = await this.rowOf(anchor);
    const expected = [...sure, next].filter(({ sheet }) => sheet === next.sheet).reduce((sum, one) => sum + by(one), 0);
    return moved === ANCHOR_ROW + expected ? [...sure, next] : sure;
  }

  /** Where the anchor is now; `null` where it was never made, or Excel does not answer. */
  private async rowOf(anchor: Excel.Range): Promise<number | null> {
    try {
      anchor.load('rowIndex');
      await this.context.sync();
      return anchor.rowIndex;
    } catch {
      return null;
    }
  }
}

function by({ kind, count }: Structural): number {
  return kind === 'insertRows' ? count : -count;
}

function isLoaded(range: Excel.Range): boolean {
  try {
    return range.address !== '';
  } catch {
    return false;
  }
}
