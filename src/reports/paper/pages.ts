import type { PrintSpec } from '../../workbook';

/** A4 in centimetres. */
const SHORT_SIDE = 21;
const LONG_SIDE = 29.7;
const POINTS_PER_CM = 28.35;
/** Excel's column width unit in points, and the air that every column adds. */
const POINTS_PER_CHARACTER = 5.25;
const COLUMN_AIR = 3.75;
/** A sheet that is longer than one page by up to this much is shrunk to it. */
const SHRINK_UP_TO = 1.42;
/** But not to less than this part of its size, where text of 10.5 points becomes hard to read. */
const LEAST_SCALE = 0.55;

/** Neighbouring rows, 0-based. */
export interface RowBlock {
  readonly first: number;
  readonly last: number;
}

/** Hosts measure a page and its rows a little differently; this part of a page is there in all of them. */
const CERTAIN = 0.97;

interface PageQuestion {
  readonly orientation: PrintSpec['orientation'];
  readonly margins: PrintSpec['margins'];
  /** Of the printed columns, in characters. */
  readonly widths: readonly number[];
  /** Of all printed rows, in points. */
  readonly heights: readonly number[];
  /** Header rows (0-based) that stand on every page. */
  readonly repeated: RowBlock | null;
  /** Rows (0-based) that must stay on one page, such as those under a chart. */
  readonly blocks: readonly RowBlock[];
}

/**
 * How a sheet that is one page wide spreads over pages: what is just too long is shrunk to one page; a block that would
 * be cut begins a new page. Heights are those of the spec, so a host's own fitting may differ by a line or two.
 */
export function fitToPages(question: PageQuestion): {
  readonly pagesTall: number;
  readonly breaksBefore: readonly number[];
} {
  const { orientation, margins, widths, heights, repeated, blocks } = question;
  const [across, down] = orientation === 'landscape' ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const room = {
    width: (across - margins.left - margins.right) * POINTS_PER_CM,
    height: (down - margins.top - margins.bottom) * POINTS_PER_CM,
  };
  const width = widths.reduce((sum, characters) => sum + characters * POINTS_PER_CHARACTER + COLUMN_AIR, 0);
  const scale = Math.min(1, room.width / width);
  const page = (room.height * CERTAIN) / scale;
  const kept = joined(blocks);
  const heightOf = ({ first, last }: RowBlock): number =>
    heights.slice(first, last + 1).reduce((sum, height) => sum + height, 0);
  const total = heightOf({ first: 0, last: heights.length });
  const shrunk = scale * Math.min(1, page / total);
  if (total <= page * SHRINK_UP_TO && (total <= page || shrunk >= LEAST_SCALE))
    return { pagesTall: total <= page ? 0 : 1, breaksBefore: [] };
  const breaksBefore: number[] = [];
  const again = repeated ? heightOf(repeated) : 0;
  let used = 0;
  let lastNatural = 0;
  heights.forEach((height, row) => {
    const block = kept.find(({ first }) => first === row);
    const needed = block ? heightOf(block) : height;
    if (used + needed > page && used > again && needed <= page - again) {
      if (block) breaksBefore.push(row);
      else lastNatural = row;
      used = again;
    } else if (used + height > page) used = again;
    used += height;
  });
  // A host may find a little more room than is certain here: the last page must not lose its first rows to the one before.
  if (lastNatural > 0 && !breaksBefore.some((row) => row > lastNatural)) breaksBefore.push(lastNatural);
  return { pagesTall: 0, breaksBefore };
}

/** Blocks that share rows as one block, in order. */
function joined(blocks: readonly RowBlock[]): readonly RowBlock[] {
  const done: RowBlock[] = [];
  for (const block of [...blocks].sort((a, b) => a.first - b.first)) {
    const last = done.at(-1);
    if (last && block.first <= last.last)
      done[done.length - 1] = { first: last.first, last: Math.max(last.last, block.last) };
    else done.push(block);
  }
  return done;
}
