import type { WorkbookSnapshot } from '../../../src/workbook';
import { Book, type Page } from '../proof/book';

/** A book whose rows can be hidden. */
export class TrialBook extends Book {
  private readonly hidden = new Map<Page, Set<number>>();

  hideRow(page: Page, row: number): void {
    this.hidden.set(page, new Set([...(this.hidden.get(page) ?? []), row]));
  }

  override finish(): WorkbookSnapshot {
    const workbook = super.finish();
    const sheets = workbook.sheets.map((sheet) => {
      const page = this.pages.find(({ name }) => name === sheet.name);
      const rows = page && this.hidden.get(page);
      return rows ? { ...sheet, hiddenRows: rows } : sheet;
    });
    return { ...workbook, sheets };
  }
}
