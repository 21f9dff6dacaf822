import { readXlsx, type CellStyle } from 'hucre';
import type { GridStyle, SheetLook, SheetLooks } from '../looks';

const HORIZONTAL: Readonly<Record<string, number>> = { left: 1, center: 2, right: 3 };
const VERTICAL: Readonly<Record<string, number>> = { top: 1, center: 2, bottom: 3 };
const WRAP = 3;
const THIN = 1;

/** Widths, heights, fonts, fills and borders of an xlsx; nothing for files that cannot say (xls, odd packages). */
export async function readLooks(bytes: Uint8Array): Promise<SheetLooks> {
  try {
    const workbook = await readXlsx(bytes, { readStyles: true });
    return Object.fromEntries(
      workbook.sheets.map((sheet): [string, SheetLook] => [
        sheet.name,
        {
          widths: (sheet.columns ?? []).map((column) => column.width),
          heights: Object.fromEntries(
            [...(sheet.rowDefs ?? [])].flatMap(([row, { height }]) => (height === undefined ? [] : [[row, height]])),
          ),
          styles: new Map(
            [...(sheet.cells ?? [])].flatMap(([key, { style }]) => (style ? [[key, gridStyle(style)] as const] : [])),
          ),
          freeze: sheet.freezePane
            ? { rows: sheet.freezePane.rows ?? 0, columns: sheet.freezePane.columns ?? 0 }
            : null,
        },
      ]),
    );
  } catch {
    // Looks are a courtesy: the cells have been read by the program's own reader already.
    return {};
  }
}

function gridStyle(style: CellStyle): GridStyle {
  const { font, fill, alignment, border } = style;
  const colour = (rgb: string | undefined) => (rgb === undefined ? null : { rgb: `#${rgb.slice(-6)}` });
  const back = fill?.type === 'pattern' && fill.pattern === 'solid' ? colour(fill.fgColor?.rgb) : null;
  const text = colour(font?.color?.rgb);
  const line = { s: THIN, cl: { rgb: '#000000' } };
  const sides = [
    ['t', border?.top],
    ['r', border?.right],
    ['b', border?.bottom],
    ['l', border?.left],
  ] as const;
  const lines = Object.fromEntries(sides.flatMap(([side, one]) => (one ? [[side, line]] : [])));
  return {
    ...(font?.name === undefined ? {} : { ff: font.name }),
    ...(font?.size === undefined ? {} : { fs: font.size }),
    ...(font?.bold ? { bl: 1 } : {}),
    ...(font?.italic ? { it: 1 } : {}),
    ...(text ? { cl: text } : {}),
    ...(back ? { bg: back } : {}),
    ...(alignment?.horizontal && HORIZONTAL[alignment.horizontal] ? { ht: HORIZONTAL[alignment.horizontal] } : {}),
    ...(alignment?.vertical && VERTICAL[alignment.vertical] ? { vt: VERTICAL[alignment.vertical] } : {}),
    ...(alignment?.wrapText ? { tb: WRAP } : {}),
    ...(Object.keys(lines).length > 0 ? { bd: lines } : {}),
  };
}
