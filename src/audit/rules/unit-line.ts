import { squeezed, valueAt, type SheetSnapshot } from '../../workbook';
import { ownSheets } from '../context';
import { anyCellPlace } from '../places';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** Rows above a table in which its unit line stands. */
const NEAR = 6;
const MONEY = /^(?:元|百元|千元|万元|十万元|百万元|千万元|亿元)$/u;
/** No school costs less, in 元. */
const LEAST_COST = 100_000;

/** 单位行: money units above a table against those of its headers, and against what a school can cost. */
export const unitLine = defineRule({
  ids: ['S21'],
  name: 'unit-line',
  level: 'warning',
  group: 'structure',
  stage: 'structure',
  tables: ['schools', 'funds'],
  title: '单位行与表头不一致',
  protects: '单位行写“元”、表头写“万元”，看表的人不知道该信哪一个，差一万倍。',
  fixable: 'none',
  source: '表头的单位',
  whenToExplain: '',
  messages: {
    header: (d: { line: string; header: string }) => `单位行写“${d.line}”，表头写“${d.header}”，两处不一致。`,
    cost: (d: { line: string; most: string }) =>
      `单位行写“${d.line}”，而最大的总投资只有 ${d.most}：以${d.line}计，没有这样便宜的学校。`,
  },
  advice: { header: '核对后改为一致。', cost: '核对单位行；多半应为“万元”。' },
  *check(context, report) {
    for (const [position, sheet] of ownSheets(context)) {
      for (const view of context.tables) {
        if (view.sheet !== sheet || (view.kind !== 'schools' && view.kind !== 'funds')) continue;
        const line = moneyLine(sheet, view);
        if (!line) continue;
        const place = anyCellPlace(
          context,
          position,
          sheet,
          { sheet: sheet.name, row: line.row, column: line.column },
          'unit',
        );
        const stated = moneyOfHeaders(view);
        const [only] = stated;
        if (only !== undefined) {
          if (stated.size === 1 && only !== line.unit)
            yield report('header', { line: line.unit, header: only }, place, { found: line.unit, expected: only });
          continue;
        }
        const most = largest(view);
        if (line.unit === '元' && most !== null && most < LEAST_COST)
          yield report('cost', { line: line.unit, most: String(most) }, place, { found: line.unit, expected: '万元' });
      }
    }
  },
});

interface UnitLine {
  readonly row: number;
  readonly column: number;
  readonly unit: string;
}

/** The line `单位：个、亩、万元` next above the table with its one money unit; `null` where there is none. */
function moneyLine(sheet: SheetSnapshot, { table: { area } }: TableView): UnitLine | null {
  for (let row = area.top + 2; row >= Math.max(sheet.top, area.top - NEAR); row--) {
    for (let column = sheet.left; column < sheet.left + sheet.columnCount; column++) {
      const value = valueAt(sheet, row, column);
      if (typeof value !== 'string' || value.length > 60 || !value.includes('单位')) continue;
      const said = /单位[:：](.+)$/u.exec(squeezed(value))?.[1];
      const units = said?.split(/[、,，;；/／()（）]/u).filter((unit) => MONEY.test(unit)) ?? [];
      const [unit] = units;
      if (unit !== undefined && units.length === 1) return { row, column, unit };
    }
  }
  return null;
}

/** Money units that the headers state in brackets. */
function moneyOfHeaders({ table: { columns, unknownColumns } }: TableView): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { header } of [...columns, ...unknownColumns])
    for (const [, unit = ''] of squeezed(header).matchAll(/[(（]([^()（）]{1,4})[)）]/gu))
      if (MONEY.test(unit)) found.add(unit);
  return found;
}

/** The largest planned investment as it is typed; `null` without such a column or with fewer than three figures. */
function largest(view: TableView): number | null {
  const column = view.column('plannedInvestment')?.column;
  if (column === undefined) return null;
  const figures = view.table.dataRows.slice(0, 500).flatMap((row) => {
    const value = valueAt(view.sheet, row, column);
    return typeof value === 'number' && value > 0 ? [value] : [];
  });
  return figures.length < 3 ? null : Math.max(...figures);
}
