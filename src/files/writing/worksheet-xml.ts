import { areaName, cellName, type Area, type CellValue, isErrorValue } from '../../workbook';
import { MAIN_NS, RELATIONSHIP_NS } from './package-parts';
import type { Interned } from './style-table';
import { cellText, escapeXml } from './xml-text';

/** One cell to be written; positions are 0-based, `formula` with its `=`, `value` beside it is the cached result. */
export interface WrittenCell {
  readonly column: number;
  readonly style: number;
  readonly value: CellValue;
  readonly formula: string | null;
}

/** A worksheet in the terms of its XML. `after` and `tail` are finished elements in the order of the schema. */
export interface WrittenSheet {
  /** Rows in ascending order, their cells in ascending order of columns. */
  readonly rows: Iterable<readonly [row: number, cells: readonly WrittenCell[]]>;
  readonly columnWidths: readonly (number | undefined)[];
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly Area[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly isProtected: boolean;
  readonly isActive: boolean;
  readonly fitToPage: boolean;
  /** Conditional formats and validations. */
  readonly after: string;
  /** Print set-up, breaks, drawings. */
  readonly tail: string;
}

export function worksheetXml(sheet: WrittenSheet, strings: Interned): string {
  return (
    `<worksheet xmlns="${MAIN_NS}" xmlns:r="${RELATIONSHIP_NS}">` +
    (sheet.fitToPage ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '') +
    viewXml(sheet) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsXml(sheet) +
    rowsXml(sheet, strings) +
    (sheet.isProtected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : '') +
    mergesXml(sheet.merges) +
    sheet.after +
    sheet.tail +
    '</worksheet>'
  );
}

function viewXml({ freeze, isActive }: WrittenSheet): string {
  const view = `<sheetView${isActive ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  if (!freeze || freeze.rows + freeze.columns === 0) return `<sheetViews>${view}/></sheetViews>`;
  const pane = freeze.rows === 0 ? 'topRight' : freeze.columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split =
    (freeze.columns > 0 ? ` xSplit="${freeze.columns}"` : '') + (freeze.rows > 0 ? ` ySplit="${freeze.rows}"` : '');
  const corner = cellName(freeze.rows, freeze.columns);
  return (
    `<sheetViews>${view}><pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

function columnsXml({ columnWidths, hiddenColumns }: WrittenSheet): string {
  const last = Math.max(columnWidths.length - 1, ...hiddenColumns);
  const columns: string[] = [];
  for (let column = 0; column <= last; column++) {
    const width = columnWidths[column];
    const isHidden = hiddenColumns.has(column);
    if (width === undefined && !isHidden) continue;
    columns.push(
      `<col min="${column + 1}" max="${column + 1}" width="${width ?? 9}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`,
    );
  }
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
}

function rowsXml(sheet: WrittenSheet, strings: Interned): string {
  const cellsOf = new Map(sheet.rows);
  const rows = new Set([...cellsOf.keys(), ...sheet.hiddenRows, ...Object.keys(sheet.rowHeights).map(Number)]);
  const xml: string[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const height = sheet.rowHeights[row];
    xml.push(
      `<row r="${row + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}`,
      sheet.hiddenRows.has(row) ? ' hidden="1">' : '>',
    );
    for (const cell of cellsOf.get(row) ?? []) xml.push(cellXml(row, cell, strings));
    xml.push('</row>');
  }
  return `<sheetData>${xml.join('')}</sheetData>`;
}

function cellXml(row: number, { column, style, value, formula }: WrittenCell, strings: Interned): string {
  const start = `<c r="${cellName(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
  const f = formula === null ? '' : `<f>${escapeXml(formula.replace(/^=/, ''))}</f>`;
  if (value === null) return f === '' ? `${start}/>` : `${start}>${f}</c>`;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? `${start}>${f}<v>${value}</v></c>` : `${start} t="e">${f}<v>#NUM!</v></c>`;
  }
  if (typeof value === 'boolean') return `${start} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (isErrorValue(value)) return `${start} t="e">${f}<v>${value}</v></c>`;
  if (f !== '') return `${start} t="str">${f}<v>${cellText(value)}</v></c>`;
  return `${start} t="s"><v>${strings.numberOf(cellText(value))}</v></c>`;
}

function mergesXml(merges: readonly Area[]): string {
  const real = merges.filter((area) => area.top !== area.bottom || area.left !== area.right);
  if (real.length === 0) return '';
  const items = real.map((area) => `<mergeCell ref="${areaName(area)}"/>`);
  return `<mergeCells count="${items.length}">${items.join('')}</mergeCells>`;
}

/** The shared strings part for the (escaped) texts that the sheets used. */
export function sharedStringsXml(strings: Interned): string {
  const items = strings.items.map((text) => `<si><t xml:space="preserve">${text}</t></si>`);
  return `<sst xmlns="${MAIN_NS}" uniqueCount="${items.length}">${items.join('')}</sst>`;
}

/** A sheet of nothing but cells. */
export function plainSheet(rows: WrittenSheet['rows']): WrittenSheet {
  return {
    rows,
    columnWidths: [],
    rowHeights: {},
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    freeze: null,
    isProtected: false,
    isActive: false,
    fitToPage: false,
    after: '',
    tail: '',
  };
}
