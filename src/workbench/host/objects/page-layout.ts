import type { HeaderFooterPlace, StoredPage } from '../document';
import { invalidArgument } from '../errors';
import {
  asRecord,
  defineType,
  flagProperty,
  numberProperty,
  textProperty,
  type Json,
  type Scalar,
} from '../office-object';
import type { Sheet } from '../sheet';
import { rangeAreasType } from './range-areas';
import { rangeArgument } from './range';

const POINTS_PER = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

/** Print set-up, kept in the document. Lengths are points. */
export const pageLayoutType = defineType<Sheet>('PageLayout', {
  scalars: {
    Orientation: choice('orientation', ['Portrait', 'Landscape']),
    PaperSize: choice('paperSize', ['A3', 'A4', 'A5', 'B4', 'B5', 'Letter', 'Legal']),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
    CenterHorizontally: flag('centerHorizontally'),
    CenterVertically: flag('centerVertically'),
    BlackAndWhite: flag('blackAndWhite'),
    PrintGridlines: flag('printGridlines'),
    Zoom: { get: ({ data }) => zoomOf(data.page), set: ({ data }, value) => setZoom(data.page, value) },
  },
  children: { HeadersFooters: (sheet) => headerFooterGroupType.of(sheet) },
  methods: {
    SetPrintArea: (sheet, args) => {
      sheet.data.page.printArea = rangeArgument(sheet, args, 0).area;
      return null;
    },
    GetPrintAreaOrNullObject: (sheet) => {
      const { printArea } = sheet.data.page;
      return printArea && rangeAreasType.of([sheet.range(printArea)]);
    },
    SetPrintTitleRows: (sheet, args) => {
      const { top, bottom } = rangeArgument(sheet, args, 0).area;
      sheet.data.page.titleRows = { first: top, last: bottom };
      return null;
    },
    SetPrintTitleColumns: (sheet, args) => {
      const { left, right } = rangeArgument(sheet, args, 0).area;
      sheet.data.page.titleColumns = { first: left, last: right };
      return null;
    },
    SetPrintMargins: ({ data }, args) => {
      const unit = args.text(0);
      if (unit !== 'Points' && unit !== 'Inches' && unit !== 'Centimeters') {
        throw invalidArgument('PageLayout.setPrintMargins');
      }
      for (const [side, value] of Object.entries(args.record(1))) {
        if (!isMargin(data.page, side) || typeof value !== 'number')
          throw invalidArgument('PageLayout.setPrintMargins');
        data.page.margins[side] = value * POINTS_PER[unit];
      }
      return null;
    },
  },
});

/** Headers and footers; the same on every page. */
const headerFooterGroupType = defineType<Sheet>('HeaderFooterGroup', {
  children: { DefaultForAllPages: (sheet) => headerFooterType.of(sheet) },
});

const headerFooterType = defineType<Sheet>('HeaderFooter', {
  scalars: {
    LeftHeader: headerFooter('leftHeader'),
    CenterHeader: headerFooter('centerHeader'),
    RightHeader: headerFooter('rightHeader'),
    LeftFooter: headerFooter('leftFooter'),
    CenterFooter: headerFooter('centerFooter'),
    RightFooter: headerFooter('rightFooter'),
  },
});

function choice(key: 'orientation' | 'paperSize', allowed: readonly string[]): Scalar<Sheet> {
  const location = `PageLayout.${key}`;
  return textProperty(
    location,
    ({ data }) => data.page[key],
    ({ data }, value) => {
      if (!allowed.includes(value)) throw invalidArgument(location);
      data.page[key] = value;
    },
  );
}

function margin(side: keyof StoredPage['margins']): Scalar<Sheet> {
  return numberProperty(
    `PageLayout.${side}Margin`,
    ({ data }) => data.page.margins[side],
    ({ data }, points) => {
      data.page.margins[side] = points;
    },
  );
}

function isMargin(page: StoredPage, side: string): side is keyof StoredPage['margins'] {
  return Object.hasOwn(page.margins, side);
}

function flag(key: 'centerHorizontally' | 'centerVertically' | 'blackAndWhite' | 'printGridlines'): Scalar<Sheet> {
  return flagProperty(
    `PageLayout.${key}`,
    ({ data }) => data.page[key],
    ({ data }, value) => {
      data.page[key] = value;
    },
  );
}

function headerFooter(place: HeaderFooterPlace): Scalar<Sheet> {
  return textProperty(
    `HeaderFooter.${place}`,
    ({ data }) => data.page.headersFooters[place],
    ({ data }, text) => {
      data.page.headersFooters[place] = text;
    },
  );
}

function zoomOf({ zoom }: StoredPage): Json {
  return zoom.scale === null
    ? { horizontalFitToPages: zoom.pagesWide, verticalFitToPages: zoom.pagesTall }
    : { scale: zoom.scale };
}

function setZoom(page: StoredPage, value: Json): void {
  const zoom = asRecord(value, 'PageLayout.zoom');
  const number = (entry: Json | undefined): number | null => (typeof entry === 'number' ? entry : null);
  page.zoom = {
    scale: number(zoom['scale']),
    pagesWide: number(zoom['horizontalFitToPages']),
    pagesTall: number(zoom['verticalFitToPages']),
  };
}
