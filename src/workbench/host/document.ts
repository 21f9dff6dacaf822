import type { Area } from '../../workbook';
import type { Json } from './office-object';

/**
 * What Excel keeps in a workbook and the grid's engine does not: plain data that can be saved with the file,
 * drawn by the page, and given back to `createHost` when the file is opened again. Sheets are keyed by the
 * engine's sheet id. Everything positional is 0-based and moves when rows or columns come and go.
 */
export interface WorkbookDocument {
  settings: Record<string, Json>;
  parts: StoredPart[];
  sheets: Record<string, SheetDocument>;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
}

/** A custom XML part: its id and its whole XML. */
export interface StoredPart {
  id: string;
  xml: string;
}

export interface SheetDocument {
  /** Hidden so that the user cannot show it; plain hiding is the engine's. */
  veryHidden: boolean;
  protection: { options: Record<string, Json>; password: string | null } | null;
  /** Cells that stay open on a protected sheet; all others are locked. */
  unlocked: Area[];
  charts: StoredChart[];
  page: StoredPage;
  validations: StoredValidation[];
  conditionalFormats: StoredConditionalFormat[];
}

/** A range with its sheet, by the engine's id. */
export interface StoredRange {
  sheetId: string;
  area: Area;
}

export interface StoredSeries {
  name: string;
  values: StoredRange | null;
  categories: StoredRange | null;
  /** `#RRGGBB`, or null for the palette's. */
  colour: string | null;
  dataLabels: boolean;
}

export interface StoredChart {
  id: string;
  name: string;
  /** Excel's chart type, e.g. `ColumnClustered`. */
  type: string;
  title: { text: string; visible: boolean };
  legend: { visible: boolean; position: string };
  series: StoredSeries[];
  /** The cells that the chart covers. */
  position: Area;
  valueFormat: string | null;
  gap: number | null;
}

export interface StoredPage {
  orientation: string;
  paperSize: string;
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  blackAndWhite: boolean;
  printGridlines: boolean;
  zoom: { scale: number | null; pagesWide: number | null; pagesTall: number | null };
  printArea: Area | null;
  titleRows: { first: number; last: number } | null;
  titleColumns: { first: number; last: number } | null;
  headersFooters: Record<HeaderFooterPlace, string>;
  /** Rows before which a page ends. */
  breaks: number[];
}

export type HeaderFooterPlace =
  'leftHeader' | 'centerHeader' | 'rightHeader' | 'leftFooter' | 'centerFooter' | 'rightFooter';

export interface StoredValidation {
  areas: Area[];
  /** Excel's rule object, e.g. `{ list: { inCellDropDown: true, source: 'a,b' } }`. */
  rule: Record<string, Json>;
  ignoreBlanks: boolean;
  prompt: Record<string, Json> | null;
  errorAlert: Record<string, Json> | null;
}

export interface StoredConditionalFormat {
  id: string;
  areas: Area[];
  type: string;
  formula: string;
  fill: string | null;
  font: string | null;
  bold: boolean | null;
  stopIfTrue: boolean;
}

export function emptyDocument(): WorkbookDocument {
  return { settings: {}, parts: [], sheets: {}, calculationMode: 'Automatic' };
}

export function emptySheetDocument(): SheetDocument {
  return {
    veryHidden: false,
    protection: null,
    unlocked: [],
    charts: [],
    page: emptyPage(),
    validations: [],
    conditionalFormats: [],
  };
}

function emptyPage(): StoredPage {
  return {
    orientation: 'Portrait',
    paperSize: 'A4',
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
    centerHorizontally: false,
    centerVertically: false,
    blackAndWhite: false,
    printGridlines: false,
    zoom: { scale: 100, pagesWide: null, pagesTall: null },
    printArea: null,
    titleRows: null,
    titleColumns: null,
    headersFooters: {
      leftHeader: '',
      centerHeader: '',
      rightHeader: '',
      leftFooter: '',
      centerFooter: '',
      rightFooter: '',
    },
    breaks: [],
  };
}
