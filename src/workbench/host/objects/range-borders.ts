import type { IBorderData, IBorderStyleData } from '@univerjs/core';
import { styleReader, writeStyle } from '../cells';
import { invalidArgument } from '../errors';
import { defineType, textProperty } from '../office-object';
import type { CellRange } from '../sheet';
import { each } from './range-format';

const PLACES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
type Place = (typeof PLACES)[number];
type Side = 't' | 'b' | 'l' | 'r';

const STYLES = { None: 0, Continuous: 1, Dot: 3, Dash: 4, DashDot: 5, DashDotDot: 6, Double: 7 } as const;
const BLACK = '#000000';

interface Border {
  readonly ranges: readonly CellRange[];
  readonly place: Place;
}

/** One of the borders of a block: an edge, or the lines inside. */
const rangeBorderType = defineType<Border>('RangeBorder', {
  id: ({ place }) => place,
  scalars: {
    SideIndex: { get: ({ place }) => place },
    Style: textProperty(
      'RangeBorder.style',
      (border) => Object.entries(STYLES).find(([, code]) => code === drawn(border)?.s)?.[0] ?? 'None',
      (border, name) => {
        const code = name in STYLES ? STYLES[name as keyof typeof STYLES] : undefined;
        if (code === undefined) throw invalidArgument('RangeBorder.style');
        draw(border, code === 0 ? null : { s: code, cl: drawn(border)?.cl ?? { rgb: BLACK } });
      },
    ),
    Color: textProperty(
      'RangeBorder.color',
      (border) => drawn(border)?.cl.rgb?.toUpperCase() ?? BLACK,
      (border, colour) => draw(border, { s: drawn(border)?.s ?? STYLES.Continuous, cl: { rgb: colour } }),
    ),
    Weight: textProperty(
      'RangeBorder.weight',
      (border) => (drawn(border)?.s === 13 ? 'Thick' : drawn(border)?.s === 8 ? 'Medium' : 'Thin'),
      (border, weight) => {
        const code = weight === 'Thick' ? 13 : weight === 'Medium' ? 8 : weight === 'Hairline' ? 2 : 1;
        draw(border, { s: code, cl: drawn(border)?.cl ?? { rgb: BLACK } });
      },
    ),
  },
});

export const rangeBordersType = defineType<readonly CellRange[]>('RangeBorderCollection', {
  items: (ranges) => PLACES.map((place) => rangeBorderType.of({ ranges, place })),
  methods: {
    GetItem: (ranges, args) => rangeBorderType.of({ ranges, place: placeOf(args.text(0)) }),
    Indexer: (ranges, args) => rangeBorderType.of({ ranges, place: placeOf(args.text(0)) }),
    GetCount: () => PLACES.length,
  },
});

function placeOf(name: string): Place {
  const place = PLACES.find((known) => known === name);
  if (!place) throw invalidArgument('RangeBorderCollection.getItem');
  return place;
}

/** The sides of the cells that make up the border: cell rectangle within the block, and side. */
function sidesOf(range: CellRange, place: Place): readonly { readonly cells: CellRange; readonly side: Side }[] {
  const { sheet, area } = range;
  const { top, left, bottom, right } = area;
  const part = (change: Partial<typeof area>, side: Side): { cells: CellRange; side: Side }[] => {
    const cells = { ...area, ...change };
    return cells.top > cells.bottom || cells.left > cells.right ? [] : [{ cells: sheet.range(cells), side }];
  };
  switch (place) {
    case 'EdgeTop':
      return part({ bottom: top }, 't');
    case 'EdgeBottom':
      return part({ top: bottom }, 'b');
    case 'EdgeLeft':
      return part({ right: left }, 'l');
    case 'EdgeRight':
      return part({ left: right }, 'r');
    case 'InsideHorizontal':
      return [...part({ bottom: bottom - 1 }, 'b'), ...part({ top: top + 1 }, 't')];
    case 'InsideVertical':
      return [...part({ right: right - 1 }, 'r'), ...part({ left: left + 1 }, 'l')];
  }
}

function drawn({ ranges, place }: Border): IBorderStyleData | null {
  const [first] = ranges;
  const [piece] = first ? sidesOf(first, place) : [];
  if (!piece) return null;
  const { sheet, area } = piece.cells;
  const read = styleReader(piece.cells, (style) => style?.bd?.[piece.side] ?? null);
  return read(sheet.facade.getSheet().getCellMatrix().getValue(area.top, area.left));
}

function draw({ ranges, place }: Border, line: IBorderStyleData | null): void {
  each(ranges, (range) => {
    for (const { cells, side } of sidesOf(range, place)) {
      const border: IBorderData = { [side]: line };
      writeStyle(cells, { bd: border }, 'RangeBorder.style');
    }
  });
}
