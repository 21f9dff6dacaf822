import { readXlsx, type CellStyle, type Color } from 'hucre';
import type { SheetDocument } from '../../host';
import type { GridStyle, SheetLook, SheetLooks } from '../looks';
import { lineNumber } from './cell-styles';
import { sheetDocuments } from './file-document';

const HORIZONTAL: Readonly<Record<string, number>> = { left: 1, center: 2, right: 3 };
const VERTICAL: Readonly<Record<string, number>> = { top: 1, center: 2, bottom: 3 };
const WRAP = 3;

/** What only the looks' reader gives of a file: how its sheets look, and what they hold beside their cells. */
export interface FileLooks {
  readonly looks: SheetLooks;
  readonly sheets: readonly SheetDocument[];
  /** Defined names of the whole workbook, with the formula behind each, without `=`. */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
}

/** Looks of an xlsx; nothing for files that cannot say (xls, odd packages). */
export async function readLooks(bytes: Uint8Array): Promise<FileLooks> {
  try {
    const workbook = await readXlsx(bytes, { readStyles: true });
    const theme = workbook.themeColors ?? [];
    return {
      looks: Object.fromEntries(
        workbook.sheets.map((sheet): [string, SheetLook] => [
          sheet.name,
          {
            widths: (sheet.columns ?? []).map((column) => column.width),
            heights: Object.fromEntries(
              [...(sheet.rowDefs ?? [])].flatMap(([row, { height }]) => (height === undefined ? [] : [[row, height]])),
            ),
            styles: new Map(
              [...(sheet.cells ?? [])].flatMap(([key, { style }]) =>
                style ? [[key, gridStyle(style, theme)] as const] : [],
              ),
            ),
            freeze: sheet.freezePane
              ? { rows: sheet.freezePane.rows ?? 0, columns: sheet.freezePane.columns ?? 0 }
              : null,
          },
        ]),
      ),
      sheets: sheetDocuments(workbook),
      names: (workbook.namedRanges ?? []).flatMap(({ name, range, scope }) =>
        scope === undefined && !name.startsWith('_xlnm.') ? [{ name, formula: range }] : [],
      ),
    };
  } catch {
    // Looks are a courtesy: the cells have been read by the program's own reader already.
    return { looks: {}, sheets: [], names: [] };
  }
}

function gridStyle(style: CellStyle, theme: readonly string[]): GridStyle {
  const { font, fill, alignment, border } = style;
  const colour = (of: Color | undefined) => {
    const rgb = of && colourOf(of, theme);
    return rgb ? { rgb } : null;
  };
  const back = fill?.type === 'pattern' && fill.pattern === 'solid' ? colour(fill.fgColor) : null;
  const text = colour(font?.color);
  const sides = [
    ['t', border?.top],
    ['r', border?.right],
    ['b', border?.bottom],
    ['l', border?.left],
  ] as const;
  const lines = Object.fromEntries(
    sides.flatMap(([side, one]) =>
      one ? [[side, { s: lineNumber(one.style), cl: colour(one.color) ?? { rgb: '#000000' } }]] : [],
    ),
  );
  return {
    ...(font?.name === undefined ? {} : { ff: font.name }),
    ...(font?.size === undefined ? {} : { fs: font.size }),
    ...(font?.bold ? { bl: 1 } : {}),
    ...(font?.italic ? { it: 1 } : {}),
    ...(font?.underline ? { ul: { s: 1 } } : {}),
    ...(font?.strikethrough ? { st: { s: 1 } } : {}),
    ...(text ? { cl: text } : {}),
    ...(back ? { bg: back } : {}),
    ...(alignment?.horizontal && HORIZONTAL[alignment.horizontal] ? { ht: HORIZONTAL[alignment.horizontal] } : {}),
    ...(alignment?.vertical && VERTICAL[alignment.vertical] ? { vt: VERTICAL[alignment.vertical] } : {}),
    ...(alignment?.wrapText ? { tb: WRAP } : {}),
    ...(Object.keys(lines).length > 0 ? { bd: lines } : {}),
  };
}

/** `#rrggbb` of a colour of the file; theme colours with their tint. `null` for the palette of old files. */
function colourOf({ rgb, theme, tint = 0 }: Color, palette: readonly string[]): string | null {
  const base = rgb ?? (theme === undefined ? undefined : palette[theme]);
  if (base === undefined) return null;
  const parts = [0, 2, 4].map((at) => parseInt(base.slice(-6).slice(at, at + 2), 16));
  // ECMA-376 18.8.19: a tint below zero darkens, one above lightens.
  const tinted = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return `#${tinted.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
