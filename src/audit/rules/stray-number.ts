import { isBlank, type SheetSnapshot } from '../../workbook';
import { ownSheets } from '../context';
import { anyCellPlace } from '../places';
import { shown } from '../precision';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** Columns to the right of the tables that are looked through. */
const MOST_COLUMNS = 30;

/** 表外零散的数: one number beside a table, in a column without a header or anything else. */
export const strayNumber = defineRule({
  ids: ['S20'],
  name: 'stray-number',
  level: 'warning',
  group: 'structure',
  stage: 'note',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '表外有零散的数',
  protects: '草算时留下的数会被打印出来、被人当成表里的内容，或者说明这个数填错了格。',
  fixable: 'none',
  source: '表格的范围',
  whenToExplain: '',
  messages: {
    stray: (d: { value: string }) => `表格右侧空列里单独有一个数 ${d.value}，没有表头，也没有别的内容。`,
  },
  advice: { stray: '是草算就删去；填错了格的，移回原处。' },
  *check(context, report) {
    for (const [position, sheet] of ownSheets(context)) {
      const views = context.tables.filter((view) => view.sheet === sheet);
      if (views.length === 0 || sheet.standing) continue;
      const right = Math.max(...views.map(({ table: { area } }) => area.right));
      const last = Math.min(sheet.left + sheet.columnCount - 1, right + MOST_COLUMNS);
      for (let column = right + 1; column <= last; column++) {
        const row = onlyCell(sheet, column);
        if (row === null || !views.some((view) => isBeside(view, row))) continue;
        const value = sheet.values[(row - sheet.top) * sheet.columnCount + column - sheet.left];
        if (typeof value !== 'number') continue;
        const place = anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, 'stray');
        yield report('stray', { value: shown(value) }, place, { found: shown(value) });
      }
    }
  },
});

/** Row of the one filled cell of a column; `null` where there are none or several. */
function onlyCell(sheet: SheetSnapshot, column: number): number | null {
  let found: number | null = null;
  for (let row = 0; row < sheet.rowCount; row++) {
    if (isBlank(sheet.values[row * sheet.columnCount + column - sheet.left] ?? null)) continue;
    if (found !== null) return null;
    found = sheet.top + row;
  }
  return found;
}

function isBeside({ table: { area } }: TableView, row: number): boolean {
  return row >= area.top && row <= area.bottom;
}
