import { BORDER_COLOUR } from '../../reports';
import type { ConditionalFormatSpec } from '../../workbook';
import { BUILT_IN_FORMATS } from '../opening/number-format';
import { MAIN_NS } from './package-parts';
import { escapeXml } from './xml-text';

/** How one kind of cell looks; equal looks share one entry of the style sheet. */
export interface CellLook {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly horizontal: 'general' | 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  readonly bordered: boolean;
  readonly format: string;
  readonly locked: boolean;
  /** What this program's own sheets never have; workbooks of other people do. */
  readonly own?: OwnLook;
}

/** Colours are `#RRGGBB`. */
export interface OwnLook {
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  /** Lines around the cell, in place of `bordered`. */
  readonly lines?: Readonly<Partial<Record<LineSide, { readonly style: string; readonly colour: string }>>>;
}

export type LineSide = (typeof BORDER_SIDES)[number];

export const PLAIN_LOOK: CellLook = {
  font: '宋体',
  size: 11,
  bold: false,
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  bordered: false,
  format: 'General',
  locked: true,
};

const BORDER_SIDES = ['left', 'right', 'top', 'bottom'] as const;
const FORMAT_IDS = new Map(
  Object.entries(BUILT_IN_FORMATS)
    // From 27 on, and for money and dates, the meaning of an id depends on the program's language.
    .filter(([id]) => Number(id) <= 4 || (Number(id) >= 9 && Number(id) <= 13) || Number(id) === 49)
    .map(([id, code]) => [code, Number(id)]),
);
const FIRST_OWN_FORMAT = 176;

/** Collects the looks of a workbook's cells and writes its styles part. */
export class StyleTable {
  private readonly fonts = new Interned();
  private readonly fills = new Interned();
  private readonly borders = new Interned();
  private readonly formats = new Interned();
  private readonly formatIds: number[] = [];
  private readonly looks = new Interned();
  private readonly differences = new Interned();

  constructor() {
    // The first two fills and the first border mean what every program takes them for.
    for (const pattern of ['none', 'gray125'])
      this.fills.numberOf(`<fill><patternFill patternType="${pattern}"/></fill>`);
    this.borders.numberOf(borderXml({}));
    this.styleOf(PLAIN_LOOK);
  }

  /** The number that a cell of this look carries as `s`. */
  styleOf(look: CellLook): number {
    const { own = {} } = look;
    const font = this.fonts.numberOf(
      `<font>${look.bold ? '<b/>' : ''}${own.italic ? '<i/>' : ''}${own.strike ? '<strike/>' : ''}` +
        `${own.underline ? '<u/>' : ''}<sz val="${look.size}"/><color rgb="${argb(own.colour ?? '#000000')}"/>` +
        `<name val="${escapeXml(look.font)}"/><family val="3"/><charset val="134"/></font>`,
    );
    const fill = own.fill
      ? this.fills.numberOf(
          `<fill><patternFill patternType="solid"><fgColor rgb="${argb(own.fill)}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const border = this.borders.numberOf(borderXml(own.lines ?? (look.bordered ? THIN_LINES : {})));
    const horizontal = look.horizontal === 'general' ? '' : ` horizontal="${look.horizontal}"`;
    return this.looks.numberOf(
      `<xf numFmtId="${this.formatId(look.format)}" fontId="${font}" fillId="${fill}" borderId="${border}"` +
        ` xfId="0" applyNumberFormat="1" applyFont="1"${fill > 0 ? ' applyFill="1"' : ''} applyBorder="1" applyAlignment="1" applyProtection="1">` +
        `<alignment${horizontal} vertical="${look.vertical}"${look.wrap ? ' wrapText="1"' : ''}/>` +
        `<protection locked="${look.locked ? 1 : 0}"/></xf>`,
    );
  }

  /** The number of what a conditional format changes. */
  differenceOf({ fill, font, bold }: ConditionalFormatSpec): number {
    const colour = (tag: string, value: string): string => `<${tag} rgb="${argb(value)}"/>`;
    const fontXml = font || bold ? `<font>${bold ? '<b/>' : ''}${font ? colour('color', font) : ''}</font>` : '';
    const fillXml = fill
      ? `<fill><patternFill patternType="solid">${colour('bgColor', fill)}</patternFill></fill>`
      : '';
    return this.differences.numberOf(`<dxf>${fontXml}${fillXml}</dxf>`);
  }

  private formatId(code: string): number {
    const builtIn = FORMAT_IDS.get(code);
    if (builtIn !== undefined) return builtIn;
    const number = this.formats.numberOf(escapeXml(code));
    return (this.formatIds[number] ??= FIRST_OWN_FORMAT + number);
  }

  toXml(): string {
    const formats = this.formats.items.map(
      (code, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${code}"/>`,
    );
    return (
      `<styleSheet xmlns="${MAIN_NS}">` +
      (formats.length > 0 ? list('numFmts', formats) : '') +
      list('fonts', this.fonts.items) +
      list('fills', this.fills.items) +
      list('borders', this.borders.items) +
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      list('cellXfs', this.looks.items) +
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      list('dxfs', this.differences.items) +
      '</styleSheet>'
    );
  }
}

const THIN_LINES = Object.fromEntries(BORDER_SIDES.map((side) => [side, { style: 'thin', colour: BORDER_COLOUR }]));

function borderXml(lines: NonNullable<OwnLook['lines']>): string {
  const sides = BORDER_SIDES.map((side) => {
    const line = lines[side];
    return line ? `<${side} style="${line.style}"><color rgb="${argb(line.colour)}"/></${side}>` : `<${side}/>`;
  });
  return `<border>${sides.join('')}<diagonal/></border>`;
}

/** `#1a2b3c` → `FF1A2B3C`; anything else is black. */
function argb(colour: string): string {
  return /^#[0-9a-f]{6}$/iu.test(colour) ? `FF${colour.slice(1).toUpperCase()}` : 'FF000000';
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** Equal texts get equal numbers, in the order in which they first came. */
export class Interned {
  readonly items: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(item: string): number {
    let number = this.numbers.get(item);
    if (number === undefined) {
      number = this.items.push(item) - 1;
      this.numbers.set(item, number);
    }
    return number;
  }
}
