import { emptySheetDocument, type OfficeHost, type WorkbookDocument } from '../host';
import type { Grid } from './grid';

/** Every change to the cells is one of these; how they are looked at (selections, scrolling, zoom) is not. */
const CHANGE = /^sheet\.mutation\./u;
/** The grid fits rows to their text by itself, also when nobody changed anything. */
const OWN_DOING = /row-(?:is-)?auto-height$/u;
/** How often the mark is brought up to date; the answer to `hasChanges` is always exact. */
const LOOK_EVERY_MS = 500;

/** Knows whether the open workbook holds changes that are in no file yet; `tell` hears whenever that turns. */
export class Unsaved {
  private isChanged = false;
  private document: WorkbookDocument | null = null;
  private savedDocument = '';

  constructor(private readonly tell: (hasChanges: boolean) => void) {
    addEventListener('beforeunload', (event) => {
      if (this.hasChanges) event.preventDefault();
    });
  }

  get hasChanges(): boolean {
    // Explanations, settings, print set-up: much that is saved changes without anything to see in the grid.
    if (!this.isChanged && this.document && contentOf(this.document) !== this.savedDocument) this.turn(true);
    return this.isChanged;
  }

  /** Follows a workbook that was just opened; returns how to stop. */
  follow({ univerAPI, workbook }: Grid, host: OfficeHost): () => void {
    this.document = host.document;
    this.saved();
    const unit = workbook.getId();
    const listening = univerAPI.addEvent(univerAPI.Event.CommandExecuted, ({ id, params, options }) => {
      if (!CHANGE.test(id) || OWN_DOING.test(id) || options?.['fromFormula']) return;
      if ((params as { readonly unitId?: string } | undefined)?.unitId === unit) this.turn(true);
    });
    const timer = setInterval(() => this.hasChanges, LOOK_EVERY_MS);
    return () => {
      listening.dispose();
      clearInterval(timer);
      this.document = null;
      this.turn(false);
    };
  }

  saved(): void {
    if (this.document) this.savedDocument = contentOf(this.document);
    this.turn(false);
  }

  private turn(isChanged: boolean): void {
    if (this.isChanged === isChanged) return;
    this.isChanged = isChanged;
    this.tell(isChanged);
  }
}

const UNTOUCHED = JSON.stringify(emptySheetDocument());

/** The document as text. The host begins a sheet's part when it is first asked about; that is no change. */
function contentOf(document: WorkbookDocument): string {
  const sheets = Object.entries(document.sheets).filter(([, sheet]) => JSON.stringify(sheet) !== UNTOUCHED);
  return JSON.stringify({ ...document, sheets });
}
