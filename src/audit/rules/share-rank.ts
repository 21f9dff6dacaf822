import { formulaAt } from '../../workbook';
import { ownSheets, type AuditContext } from '../context';
import { anyCellPlace, areaPlace } from '../places';
import { clean, shown } from '../precision';
import { defineRule, type ReportPlace } from '../rule';
import { figureGridsOf, type FigureColumn, type FigureGrid } from '../views/figure-grid';

const LEAST_ROWS = 5;
const SHARE = /占.*(?:比|率)|比重|份额|占%/u;
const RANK = /^(?:排名|名次|位次|排序名次|进度排名|排位)$/u;
/** A share printed with one digit behind the point is off by no more, in per cent. */
const PRINTED = 0.0501;

/** 占比、排名: columns that follow from another one in all rows but one. */
export const shareRank = defineRule({
  ids: ['A20'],
  name: 'share-rank',
  level: 'warning',
  group: 'arithmetic',
  stage: 'row',
  tables: ['schools', 'funds', 'indicators', 'responsibilities', 'summary'],
  title: '占比或排名算错',
  protects: '占比和排名是汇报时最先被念到的数，错一个就露怯。',
  fixable: 'none',
  source: '其余各行中占比、排名与所依据各数的关系',
  whenToExplain: '占比、排名另有口径的，写明。',
  messages: {
    share: (d: { field: string; found: string; expected: string; of: string }) =>
      `“${d.field}”为 ${d.found}，按“${d.of}”占合计应为 ${d.expected}；其余各行都相符。`,
    rank: (d: { field: string; found: string; expected: string; of: string }) =>
      `“${d.field}”为 ${d.found}，按“${d.of}”从高到低应为 ${d.expected}；其余各行都相符。`,
  },
  advice: { share: '核对占比和所依据的数。', rank: '核对排名和所依据的数。' },
  *check(context, report) {
    for (const [position, sheet] of ownSheets(context)) {
      for (const grid of figureGridsOf(sheet, context.tables)) {
        if (grid.rows.length < LEAST_ROWS) continue;
        for (const column of grid.columns) {
          const kind = RANK.test(column.word) ? 'rank' : SHARE.test(column.word) ? 'share' : null;
          if (kind === null) continue;
          const relation = kind === 'rank' ? ranksOf(grid, column) : sharesOf(grid, column);
          for (const { row, expected } of relation?.broken ?? []) {
            const found = shown(column.value(row) ?? 0);
            yield report(
              kind,
              { field: column.word, found, expected: shown(expected), of: relation?.of.word ?? '' },
              placeOf(context, position, grid, row, column),
              {
                found,
                expected: shown(expected),
                leansOn: [
                  {
                    sheet: sheet.name,
                    columns: [column.column, relation?.of.column ?? -1],
                    rows: [row],
                    has: (each) => each === row,
                  },
                ],
              },
            );
          }
        }
      }
    }
  },
});

interface Derived {
  readonly of: FigureColumn;
  readonly broken: readonly { readonly row: number; readonly expected: number }[];
}

/** Each row's part of the column's sum, in per cent or as a fraction. */
function sharesOf(grid: FigureGrid, share: FigureColumn): Derived | null {
  return best(grid, share, (of, row, sum) => {
    const part = of.value(row) ?? NaN;
    const value = share.value(row) ?? NaN;
    const ratio = (100 * part) / sum;
    const isPercent = Math.abs(value - ratio) <= PRINTED;
    if (isPercent || Math.abs(value * 100 - ratio) <= PRINTED) return null;
    return clean(Math.round(ratio * 10) / 10);
  });
}

/** One more than the rows that have more. */
function ranksOf(grid: FigureGrid, rank: FigureColumn): Derived | null {
  const ranks = new Map<FigureColumn, ReadonlyMap<number, number>>();
  return best(grid, rank, (of, row) => {
    let byValue = ranks.get(of);
    if (!byValue) ranks.set(of, (byValue = rankedValues(grid, of)));
    // A blank is held against the first place, there being nothing that it could be compared with.
    const expected = byValue.get(of.value(row) ?? NaN) ?? 1;
    return rank.value(row) === expected ? null : expected;
  });
}

/** The place of every number of a column, the largest one being the first. */
function rankedValues({ rows }: FigureGrid, of: FigureColumn): ReadonlyMap<number, number> {
  const values = rows.map((row) => of.value(row) ?? NaN).filter((value) => !Number.isNaN(value));
  values.sort((a, b) => b - a);
  const places = new Map<number, number>();
  for (const [at, value] of values.entries()) if (!places.has(value)) places.set(value, at + 1);
  return places;
}

/** The other column from which nearly all rows follow; `null` where none does. */
function best(
  grid: FigureGrid,
  column: FigureColumn,
  expectedOf: (of: FigureColumn, row: number, sum: number) => number | null,
): Derived | null {
  const rows = grid.rows.filter((row) => !Number.isNaN(column.value(row) ?? NaN));
  const most = Math.max(1, Math.floor(rows.length / 5));
  let found: Derived | null = null;
  for (const of of grid.columns) {
    if (of === column || rows.length < LEAST_ROWS) continue;
    const sum = grid.rows.reduce((all, row) => all + (of.value(row) ?? 0), 0);
    if (Number.isNaN(sum) || sum <= 0) continue;
    if (new Set(rows.map((row) => of.value(row))).size < 3) continue;
    const broken = rows.flatMap((row) => {
      const expected = expectedOf(of, row, sum);
      return expected === null ? [] : [{ row, expected }];
    });
    if (broken.length > most || rows.length - broken.length < LEAST_ROWS - 1) continue;
    if (!found || broken.length < found.broken.length) found = { of, broken };
  }
  // A formula is judged by what it says, not by its neighbours.
  return (
    found && { ...found, broken: found.broken.filter(({ row }) => formulaAt(grid.sheet, row, column.column) === null) }
  );
}

function placeOf(
  context: AuditContext,
  position: number,
  { sheet, view }: FigureGrid,
  row: number,
  { column, word }: FigureColumn,
): ReportPlace {
  if (view && view.table.columns.every((each) => each.column !== column)) {
    const area = { top: row, bottom: row, left: column, right: column };
    return areaPlace(view, area, `${view.rowKey(row)}|${word}`);
  }
  return anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, 'derived');
}
