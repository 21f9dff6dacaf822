import { fieldOf, type FieldId } from '../../recognize';
import { FORMATS } from '../../reports';
import type { Paper } from '../../reports/paper/paper';
import { isDateFormat, isoDay } from '../../workbook';
import type { Figure, Origin, SumFigure } from '../types';

/** `规划学位（个）` */
export function columnTitle(field: FieldId): string {
  const { title, unit } = fieldOf(field);
  return unit === null || unit === '' ? title : `${title}（${unit}）`;
}

/** `袁州区 · 袁州区_2023年6月.xlsx · 附件2!C18`; a sum of several units names them all. */
export function originNote({ unit, file, sheet, cell }: Origin): string {
  const [units, files, sheets, cells] = [unit, file, sheet, cell].map((text) => text.split('；')) as [
    string[], string[], string[], string[],
  ]; // prettier-ignore
  return units.map((one, i) => `${one} · ${files[i] ?? file} · ${sheets[i] ?? sheet}!${cells[i] ?? cell}`).join('\n');
}

/** A reported figure in its cell, with where it comes from; a blank where nobody reported. Text stays text. */
export function putFigure(
  paper: Paper,
  row: number,
  column: number,
  field: FieldId,
  figure: SumFigure | undefined,
): void {
  const { type } = fieldOf(field);
  const isWords = type === 'text' || type === 'list' || (figure !== undefined && typeof figure.value === 'string');
  const format = figure?.format ?? (type === 'wholeNumber' && !isWords ? FORMATS.whole : undefined);
  paper.put(row, column, isWords ? 'body' : type === 'date' ? 'bodyCentre' : 'number', figure?.value ?? null, {
    ...(format === undefined ? {} : { format }),
    ...(figure === undefined ? {} : { origin: originNote(figure.origin) }),
  });
}

/** A reported figure within a sentence, as its cell shows it: `2023-06-30`, `93.5%`, `1620`. */
export function figureText({ value, format = '' }: Figure): string {
  if (typeof value === 'string') return value;
  if (isDateFormat(format)) return isoDay(value);
  return format.includes('%') ? `${Number((value * 100).toPrecision(12))}%` : String(value);
}
