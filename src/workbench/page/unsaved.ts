import type { OfficeHost } from '../host';
import { listenToEngine } from '../host/engine-changes';
import type { Grid } from './grid';

/** What the engine settles by itself right after opening is no change of the user's. */
const SETTLING_MS = 1_500;

/** Knows whether the open workbook holds changes that are in no file yet, and asks once before they are given up. */
export class Unsaved {
  private isChanged = false;
  private askedAbout: string | null = null;

  constructor() {
    addEventListener('beforeunload', (event) => {
      if (this.isChanged) event.preventDefault();
    });
  }

  /** Follows a workbook that was just opened; returns how to stop. */
  follow(grid: Grid, host: OfficeHost): () => void {
    const opened = Date.now();
    this.saved();
    const note = (): void => {
      if (Date.now() - opened > SETTLING_MS) this.isChanged = true;
    };
    const stopEngine = listenToEngine(grid, ({ kind }) => {
      if (kind !== 'selected' && kind !== 'activated') note();
    });
    const stopDocument = host.onDocumentChanged(note);
    return () => {
      stopEngine();
      stopDocument();
    };
  }

  saved(): void {
    this.isChanged = false;
    this.askedAbout = null;
  }

  /** True where opening `name` may go on: nothing to lose, or the user chose the same file again after being asked. */
  mayOpen(name: string): boolean {
    if (!this.isChanged || this.askedAbout === name) return true;
    this.askedAbout = name;
    return false;
  }
}
