import type { IStyleData, Nullable } from '@univerjs/core';
import { sharedStyle, writeStyle } from '../cells';
import { defineType, flagProperty, numberProperty, textProperty, type Scalar } from '../office-object';
import type { CellRange } from '../sheet';
import { each, sharedOf } from './range-format';

const DEFAULT_FONT = { name: 'Calibri', size: 11, colour: '#000000' } as const;

export const rangeFontType = defineType<readonly CellRange[]>('RangeFont', {
  scalars: {
    Bold: toggle('bold', 'bl'),
    Italic: toggle('italic', 'it'),
    Color: textProperty(
      'RangeFont.color',
      shared((style) => style?.cl?.rgb?.toUpperCase() ?? DEFAULT_FONT.colour),
      set('color', (colour) => ({ cl: { rgb: colour } })),
    ),
    Name: textProperty(
      'RangeFont.name',
      shared((style) => style?.ff ?? DEFAULT_FONT.name),
      set('name', (name) => ({ ff: name })),
    ),
    Size: numberProperty(
      'RangeFont.size',
      shared((style) => style?.fs ?? DEFAULT_FONT.size),
      set('size', (size) => ({ fs: size })),
    ),
    Underline: textProperty(
      'RangeFont.underline',
      shared((style) => (style?.ul?.s === 1 ? 'Single' : 'None')),
      set('underline', (kind) => ({ ul: { s: kind === 'None' ? 0 : 1 } })),
    ),
  },
});

function shared<R extends string | number | boolean>(
  read: (style: Nullable<IStyleData>) => R,
): (ranges: readonly CellRange[]) => R | null {
  return (ranges) => sharedOf(ranges, (range) => sharedStyle(range, read));
}

function set<V>(name: string, style: (value: V) => IStyleData): (ranges: readonly CellRange[], value: V) => void {
  return (ranges, value) => void each(ranges, (range) => writeStyle(range, style(value), `RangeFont.${name}`));
}

function toggle(name: string, key: 'bl' | 'it'): Scalar<readonly CellRange[]> {
  return flagProperty(
    `RangeFont.${name}`,
    shared((style) => style?.[key] === 1),
    set(name, (on) => ({ [key]: on ? 1 : 0 })),
  );
}
