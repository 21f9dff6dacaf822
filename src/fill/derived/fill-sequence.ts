import { contentAt, isBlank, readNumber, valueAt } from '../../workbook';
import { hindranceAt, type TableCollector } from '../collector';

/** Numbers rows whose 序号 is blank, in the way in which the others are numbered. */
export function fillSequence(out: TableCollector): void {
  const { table, sheet } = out.view;
  const column = table.byField.get('sequence')?.column;
  if (column === undefined) return;
  const stated = (row: number): number | null => {
    const reading = readNumber(valueAt(sheet, row, column));
    return reading.kind === 'number' ? reading.value : null;
  };
  const blanks = table.dataRows.filter(
    (row) => isBlank(valueAt(sheet, row, column)) && contentAt(sheet, row, column).kind !== 'formula',
  );
  if (blanks.length === 0) return;
  const numbered = [numberedBySection(out), numberedThrough(out)];
  const fits = numbered.find((numbers) =>
    table.dataRows.every((row) => stated(row) === null || stated(row) === numbers.get(row)),
  );
  if (!fits) {
    out.refuse(blanks[0] ?? 0, column, `有 ${blanks.length} 行缺序号，但已填的序号不连续，请先核对`);
    return;
  }
  for (const row of blanks) {
    const value = fits.get(row);
    // A blank row of a form is not a school yet.
    if (value === undefined || out.view.name(row) === '') continue;
    const hindrance = hindranceAt(sheet, row, column);
    if (hindrance !== null) out.refuse(row, column, hindrance);
    else out.put('sequence', row, column, { kind: 'value', value }, `缺序号，按次序应为 ${value}`);
  }
}

function numberedBySection({ view }: TableCollector): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const section of view.table.sections) {
    section.rows.forEach((row, i) => {
      if (!numbers.has(row)) numbers.set(row, i + 1);
    });
  }
  return numbers;
}

function numberedThrough({ view }: TableCollector): ReadonlyMap<number, number> {
  return new Map(view.table.dataRows.map((row, i) => [row, i + 1]));
}
