import type { Area, WorkbookSnapshot } from '../../src/workbook';

/** What a checker says about a workbook, so that all can be counted alike. */
export interface Flag {
  readonly sheet: string | null;
  /** 0-based. */
  readonly area: Area | null;
  /** With the place, what makes two flags the same. */
  readonly text: string;
  /** Asks for a change or an explanation, as against a hint. */
  readonly isSerious: boolean;
}

export interface Checker {
  readonly name: string;
  /** The same workbook twice: as a snapshot and as the bytes of an xlsx file. */
  check(workbook: WorkbookSnapshot, bytes: Uint8Array): Promise<readonly Flag[]>;
}
