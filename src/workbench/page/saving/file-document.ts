import type { Cell, ConditionalRule, Sheet, Workbook } from 'hucre';
import { toRectangles } from '../../../excel/rectangles';
import { cellName, parseArea, type Area } from '../../../workbook';
import { emptySheetDocument, type SheetDocument, type StoredConditionalFormat, type StoredPage } from '../../host';
import { readSided } from './page-xml';
import { storedValidation } from './validations';

const POINTS_PER_INCH = 72;

/** What the file's sheets hold beside their cells, in order: validations, conditional formats, protection, print set-up. */
export function sheetDocuments(workbook: Workbook): readonly SheetDocument[] {
  return workbook.sheets.map((sheet) => ({
    ...emptySheetDocument(),
    veryHidden: sheet.veryHidden ?? false,
    protection: sheet.protection ? { options: {}, password: null } : null,
    unlocked: unlockedAreas(sheet.cells),
    page: pageOf(sheet),
    validations: (sheet.dataValidations ?? []).flatMap((one) => storedValidation(one) ?? []),
    conditionalFormats: (sheet.conditionalRules ?? [])
      .toSorted((a, b) => a.priority - b.priority)
      .flatMap((rule, index) => conditionalFormat(rule, `cf-${index + 1}`) ?? []),
  }));
}

function unlockedAreas(cells: ReadonlyMap<string, Cell> | undefined): Area[] {
  const open = new Map<number, Map<number, true>>();
  for (const [at, { style }] of cells ?? []) {
    if (style?.protection?.locked !== false) continue;
    const [row = 0, column = 0] = at.split(',').map(Number);
    const line = open.get(row) ?? new Map<number, true>();
    open.set(row, line.set(column, true));
  }
  return toRectangles(open).map(({ area }) => area);
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** Rules with a formula, and comparisons of the cell turned into one; scales, bars and icons have no such form. */
function conditionalFormat(rule: ConditionalRule, id: string): StoredConditionalFormat | null {
  const areas = rule.range.split(/\s+/u).flatMap((text) => parseArea(text) ?? []);
  const [area] = areas;
  const formula = area ? formulaOf(rule, area) : null;
  if (formula === null) return null;
  const { fill, font } = rule.style ?? {};
  const solid = fill?.type === 'pattern' ? (fill.bgColor?.rgb ?? fill.fgColor?.rgb) : undefined;
  const hex = (rgb: string | undefined): string | null => (rgb === undefined ? null : `#${rgb.slice(-6)}`);
  return {
    id,
    areas,
    type: 'Custom',
    formula: `=${formula}`,
    fill: hex(solid),
    font: hex(font?.color?.rgb),
    bold: font?.bold ?? null,
    stopIfTrue: rule.stopIfTrue ?? false,
  };
}

function formulaOf(rule: ConditionalRule, area: Area): string | null {
  const [first, second] = typeof rule.formula === 'string' ? [rule.formula] : (rule.formula ?? []);
  if (first === undefined) return null;
  if (rule.type === 'expression') return first;
  if (rule.type !== 'cellIs') return null;
  const cell = cellName(area.top, area.left);
  const sign = OPERATORS[rule.operator ?? ''];
  if (sign !== undefined) return `${cell}${sign}${first}`;
  if (second === undefined) return null;
  const between = `AND(${cell}>=${first},${cell}<=${second})`;
  return rule.operator === 'notBetween' ? `NOT(${between})` : between;
}

function pageOf({ pageSetup = {}, headerFooter, rowBreaks }: Sheet): StoredPage {
  const { page } = emptySheetDocument();
  const { margins = {} } = pageSetup;
  const points = (inches: number | undefined, otherwise: number): number =>
    inches === undefined ? otherwise : Math.round(inches * POINTS_PER_INCH * 100) / 100;
  const header = readSided(headerFooter?.oddHeader);
  const footer = readSided(headerFooter?.oddFooter);
  const rows = /^\$?(\d+):\$?(\d+)$/u.exec(pageSetup.printTitlesRow ?? '');
  return {
    ...page,
    orientation: pageSetup.orientation === 'landscape' ? 'Landscape' : 'Portrait',
    paperSize:
      pageSetup.paperSize
        ?.toUpperCase()
        .replace(/^LETTER$/u, 'Letter')
        .replace(/^LEGAL$/u, 'Legal') ?? 'A4',
    margins: {
      top: points(margins.top, page.margins.top),
      bottom: points(margins.bottom, page.margins.bottom),
      left: points(margins.left, page.margins.left),
      right: points(margins.right, page.margins.right),
      header: points(margins.header, page.margins.header),
      footer: points(margins.footer, page.margins.footer),
    },
    centerHorizontally: pageSetup.horizontalCentered ?? false,
    centerVertically: pageSetup.verticalCentered ?? false,
    printGridlines: pageSetup.showGridLines ?? false,
    zoom: pageSetup.fitToPage
      ? { scale: null, pagesWide: pageSetup.fitToWidth ?? 1, pagesTall: pageSetup.fitToHeight ?? 1 }
      : { scale: pageSetup.scale ?? 100, pagesWide: null, pagesTall: null },
    printArea: parseArea(pageSetup.printArea ?? ''),
    titleRows: rows ? { first: Number(rows[1]) - 1, last: Number(rows[2]) - 1 } : null,
    headersFooters: {
      leftHeader: header.left,
      centerHeader: header.centre,
      rightHeader: header.right,
      leftFooter: footer.left,
      centerFooter: footer.centre,
      rightFooter: footer.right,
    },
    breaks: rowBreaks ?? [],
  };
}
