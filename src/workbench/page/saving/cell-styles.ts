import type { IStyleData, Nullable } from '@univerjs/core';
import { PLAIN_LOOK, type CellLook, type LineSide, type OwnLook } from '../../../files/writing/style-table';

/** Univer's kinds of lines by number, in the words of xlsx. */
const LINES = [
  '',
  'thin',
  'hair',
  'dotted',
  'dashed',
  'dashDot',
  'dashDotDot',
  'double',
  'medium',
  'mediumDashed',
  'mediumDashDot',
  'mediumDashDotDot',
  'slantDashDot',
  'thick',
];
const HORIZONTAL: readonly CellLook['horizontal'][] = ['general', 'left', 'center', 'right'];
const VERTICAL: readonly CellLook['vertical'][] = ['bottom', 'top', 'center', 'bottom'];
const SIDES: readonly (readonly ['l' | 'r' | 't' | 'b', LineSide])[] = [
  ['l', 'left'],
  ['r', 'right'],
  ['t', 'top'],
  ['b', 'bottom'],
];
const WRAP = 3;

/** Univer's number for a line of xlsx; thin for one that it does not know. */
export function lineNumber(style: string): number {
  return Math.max(1, LINES.indexOf(style));
}

/** A cell's style in the grid as a look of xlsx. */
export function lookOf(style: IStyleData, locked: boolean): CellLook {
  return {
    font: style.ff ?? PLAIN_LOOK.font,
    size: style.fs ?? PLAIN_LOOK.size,
    bold: style.bl === 1,
    horizontal: HORIZONTAL[style.ht ?? 0] ?? 'general',
    vertical: VERTICAL[style.vt ?? 0] ?? 'bottom',
    wrap: style.tb === WRAP,
    bordered: false,
    format: style.n?.pattern ?? 'General',
    locked,
    own: ownOf(style),
  };
}

function ownOf(style: IStyleData): OwnLook {
  const lines = Object.fromEntries(
    SIDES.flatMap(([key, side]) => {
      const line = style.bd?.[key];
      const kind = line ? LINES[line.s] : undefined;
      return kind ? [[side, { style: kind, colour: hex(line?.cl?.rgb) ?? '#000000' }]] : [];
    }),
  );
  const colour = hex(style.cl?.rgb);
  const fill = hex(style.bg?.rgb);
  return {
    ...(style.it === 1 ? { italic: true } : {}),
    ...(style.ul?.s === 1 ? { underline: true } : {}),
    ...(style.st?.s === 1 ? { strike: true } : {}),
    ...(colour ? { colour } : {}),
    ...(fill ? { fill } : {}),
    lines,
  };
}

/** `rgb(1,2,3)`, `#abc` and `#aabbcc` as `#aabbcc`; `null` for anything else. */
function hex(colour: Nullable<string>): string | null {
  if (!colour) return null;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/u.exec(colour);
  if (parts) return `#${[1, 2, 3].map((i) => Number(parts[i]).toString(16).padStart(2, '0')).join('')}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(colour);
  if (short) return `#${[1, 2, 3].map((i) => `${short[i]}${short[i]}`).join('')}`;
  return /^#[0-9a-f]{6}$/iu.test(colour) ? colour : null;
}
