import type { PrintSpec } from '../../workbook';

/** A4 in centimetres. */
const SHORT_SIDE = 21;
const LONG_SIDE = 29.7;
const POINTS_PER_CM = 28.35;
/** Excel's column width unit in points, and the air that every column adds. */
const POINTS_PER_CHARACTER = 5.25;
const COLUMN_AIR = 3.75;
/** A sheet that is longer than one page by up to this much is shrunk to it; less where a chart can go to a second page. */
const SHRINK_UP_TO = 1.35;
const SHRINK_WITH_BLOCKS_UP_TO = 1.2;

interface PageQuestion {
  readonly orientation: PrintSpec['orientation'];
  readonly margins: PrintSpec['margins'];
  /** Of the printed columns, in characters. */
  readonly widths: readonly number[];
  /** Of all printed rows, in points. */
  readonly heights: readonly number[];
  /** Rows (0-based) that must stay on one page, such as those under a chart. */
  readonly blocks: readonly { readonly first: number; readonly last: number }[];
}

/**
 * How a sheet that is one page wide spreads over pages: what is just too long is shrunk to one page; a block that would
 * be cut begins a new page. Heights are those of the spec, so a host's own fitting may differ by a line or two.
 */
export function fitToPages(question: PageQuestion): {
  readonly pagesTall: number;
  readonly breaksBefore: readonly number[];
} {
  const { orientation, margins, widths, heights, blocks } = question;
  const [across, down] = orientation === 'landscape' ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const room = {
    width: (across - margins.left - margins.right) * POINTS_PER_CM,
    height: (down - margins.top - margins.bottom) * POINTS_PER_CM,
  };
  const width = widths.reduce((sum, characters) => sum + characters * POINTS_PER_CHARACTER + COLUMN_AIR, 0);
  const scale = Math.min(1, room.width / width);
  const page = room.height / scale;
  const total = heights.reduce((sum, height) => sum + height, 0);
  const most = blocks.length > 0 ? SHRINK_WITH_BLOCKS_UP_TO : SHRINK_UP_TO;
  if (total <= page * most) return { pagesTall: total <= page * 0.97 ? 0 : 1, breaksBefore: [] };
  const breaksBefore: number[] = [];
  let used = 0;
  heights.forEach((height, row) => {
    const block = blocks.find(({ first }) => first === row);
    const needed = block ? heights.slice(block.first, block.last + 1).reduce((sum, one) => sum + one, 0) : height;
    if (used + needed > page && used > 0) {
      if (block) breaksBefore.push(row);
      used = 0;
    }
    used += height;
  });
  return { pagesTall: 0, breaksBefore };
}
