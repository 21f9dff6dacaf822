import type { OfficeHost } from '../host';

/** Colours as Office tells them to a pane. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

/** What the workbench's page offers to the pane's frame, and to browser tests. */
export interface WorkbenchWindow {
  plancheckWorkbench: {
    readonly host: OfficeHost;
    /** As `Office.context.document.url`. */
    documentUrl(): string;
    /** The ribbon's commands by id, as the pane's frame registers them. */
    readonly commands: Map<string, () => void>;
    theme(): OfficeTheme;
    /** The selected cells as `Sheet!A1`; for tests. */
    selection(): string;
    /** The raw value of a 0-based cell of a sheet, `null` where there is none; for tests. */
    cell(sheet: string, row: number, column: number): unknown;
    /** Goes to a 0-based cell; for tests. */
    select(sheet: string, row: number, column: number): void;
    /** Inserts a row above a 0-based one, as a person does in the grid; for tests. */
    insertRow(sheet: string, row: number): void;
    /** True when the grid shows its workbook and the host answers. */
    isReady(): boolean;
  };
}
