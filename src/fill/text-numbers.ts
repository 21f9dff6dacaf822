import { clean } from '../audit/precision';
import { CELL } from '../audit/views/number-column';
import { formulaAt, valueAt } from '../workbook';
import { hindranceAt, type TableCollector } from './collector';

/** Numbers that were typed as text, in columns that are added up: a SUM passes over them in silence. */
export function fillTextNumbers(out: TableCollector): void {
  const { view } = out;
  for (const column of view.summables()) {
    const numbers = view.numbers(column.field);
    if (!numbers) continue;
    for (const row of view.table.dataRows) {
      if (numbers.status(row) !== CELL.textNumber || formulaAt(view.sheet, row, column.column) !== null) continue;
      const shown = String(valueAt(view.sheet, row, column.column));
      const hindrance = hindranceAt(view.sheet, row, column.column);
      if (hindrance !== null) out.refuse(row, column.column, `文本数字“${shown}”：${hindrance}`);
      else {
        const value = clean(numbers.value(row) / column.factor);
        const reason = `“${shown}”是文本，求和时会被漏掉，改为数字 ${value}`;
        out.put('text-numbers', row, column.column, { kind: 'value', value }, reason);
      }
    }
  }
}
