import type { StageId } from '../plan';
import { fieldOf } from './fields';
import type { HeaderBlock } from './header-block';
import { labelOf } from './row-label';
import type { ReadRow, RowReader } from './rows';
import type { FieldId } from './types';

/** Names that stand for the whole area and so label a total. */
export const WHOLE = /^(?:全市|全区|全部|总数|中心城区|全市合计|全域)$/u;

/** Where what stands in a table's rows; 0-based sheet columns. */
export interface Places {
  readonly sequence: number | null;
  readonly name: number;
  readonly stage: number | null;
  /** Columns left of the first figure: where labels stand. */
  readonly labels: readonly number[];
  /** Columns of figures. */
  readonly figures: readonly number[];
}

export function placesOf(block: HeaderBlock): Places {
  const at = (field: FieldId): number | null => block.columns.find((column) => column.field === field)?.column ?? null;
  const name =
    at('schoolName') ?? at('fundName') ?? at('measure') ?? at('indicatorName') ?? at('groupName') ?? block.left;
  const figures = block.columns
    .filter(({ field }) => ['number', 'wholeNumber', 'percent'].includes(fieldOf(field).type) && field !== 'sequence')
    .map(({ column }) => column);
  const stage = at('stage');
  const sequence = at('sequence');
  const heading = at('heading');
  const labels = new Set([sequence, stage, heading, name].filter((column): column is number => column !== null));
  const firstFigure = Math.min(...figures, block.right + 1);
  for (let column = block.left; column < firstFigure; column++) labels.add(column);
  return { sequence, name, stage, labels: [...labels].sort((a, b) => a - b), figures };
}

/**
 * A numbered row with a plain name and a figure, as nearly all rows of a long table are: data without a closer look.
 * `null` for every row that might be something else.
 */
export function plainRow(reader: RowReader, places: Places, row: number): ReadRow | null {
  const { view, builders } = reader;
  if (places.sequence === null || typeof view.value(row, places.sequence) !== 'number') return null;
  const name = view.value(row, places.name);
  if (typeof name !== 'string' || name === '' || /\s/u.test(name) || WHOLE.test(name) || builders.has(name))
    return null;
  for (const column of places.labels) {
    const value = view.value(row, column);
    if (typeof value === 'string' && labelOf(value) !== null) return null;
  }
  if (!places.figures.some((column) => typeof view.value(row, column) === 'number')) return null;
  const stage = stageColumn(reader, places, row);
  return { row, role: 'data', label: '', stage, builder: null, hasFigures: true, level: 1 };
}

export function stageColumn(reader: RowReader, places: Places, row: number): StageId | null {
  if (places.stage === null) return null;
  const text = reader.view.text(row, places.stage);
  return text === '' ? null : reader.stageOf(text);
}
