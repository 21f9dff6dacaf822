import { fieldOf, parseHeader } from '../../recognize';
import { formulaAt, standingRow } from '../../workbook';
import { ownSheets } from '../context';
import { cellsInRow } from '../leaning';
import { LIMITS } from '../limits';
import { anyCellPlace } from '../places';
import { shown } from '../precision';
import { defineRule } from '../rule';
import { figureGridsOf, type FigureColumn, type FigureGrid } from '../views/figure-grid';

/** Rows in which both figures stand and agree, before one that does not is doubted. */
const LEAST_HELD = 2;
/** Of the rows, so many may break the order at most: more, and the headers mean something else. */
const MOST_BROKEN = 0.1;

/** 资金各列的大小: what was paid before, in the year, in the month and in all, by the words of the headers alone. */
export const moneyOrder = defineRule({
  ids: ['A11'],
  name: 'money-order',
  level: 'warning',
  group: 'arithmetic',
  stage: 'row',
  tables: ['schools', 'funds', 'summary'],
  title: '部分资金超过总额',
  protects: '以前年度、本年、本月完成的都是总额的一部分，部分大于总额，其中一个数必错。',
  fixable: 'none',
  source: '同一行各列的关系；其余各行都不超过',
  whenToExplain: '追加投资、概算调整的，写明批复依据。',
  messages: {
    exceeds: (d: { name: string; less: string; value: string; more: string; limit: string }) =>
      `${d.name}“${d.less}”为 ${d.value}，超过“${d.more}” ${d.limit}；其余各行都不超过。`,
    nothing: (d: { name: string; less: string; value: string; more: string }) =>
      `${d.name}“${d.more}”为 0，“${d.less}”却有 ${d.value}。`,
  },
  advice: { exceeds: '核对两个数；确有追加的写审核说明。', nothing: '补填实际数；确未安排的，核对已完成的数。' },
  *check(context, report) {
    for (const [position, sheet] of ownSheets(context)) {
      for (const grid of figureGridsOf(sheet, context.tables)) {
        const told = new Set<number>();
        for (const { less, more } of pairsOf(grid)) {
          for (const row of brokenRows(grid, less, more)) {
            if (told.has(row)) continue;
            told.add(row);
            const [value, limit] = [less.value(row) ?? 0, more.value(row) ?? 0];
            const name = grid.view ? `“${grid.view.name(row)}”` : standingRow(sheet, row);
            const data = { name, less: less.word, value: shown(value), more: more.word, limit: shown(limit) };
            // A figure worked out from others is right if they are: then it is the whole that may be too small.
            const isWhole =
              limit === 0 || (formulaAt(sheet, row, less.column) !== null && !isWorkedOut(grid, more, row));
            const { column } = isWhole ? more : less;
            const place = anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, 'money');
            yield report(limit === 0 ? 'nothing' : 'exceeds', data, place, {
              found: shown(isWhole ? limit : value),
              leansOn: [cellsInRow(sheet, row, [less.column, more.column])],
            });
          }
        }
      }
    }
  },
});

type Sort = 'whole' | 'done' | 'before' | 'year' | 'month' | 'issued' | 'quarter';

/** What is still to come, a share, or planned for a time: nothing that was paid. */
const OTHER = /率|比|[%％]|剩|余|[未待欠缺需应差]|学位|班|地|面积|人数|时间|日期/u;
const PLANNED = /计划|预计|拟|安排|任务|目标|预算/u;
const WHOLE =
  /总投资|投资总额|投资额?概算|投资估算|^(?:概算|估算)|概算(?:总额|金额|投资)|^计划投资|投资规模|总造价|合同(?:总)?(?:价|金额|额)/u;
const PART = /累计|完成|支付|付款|拨付|到位|投入|年|月|季/u;
const BEFORE = /(?:[上往去]|以前|历)年|20\d\d年(?:年?[底末])?(?:以)?前/u;
const MONTH = /(?:本|当)月/u;
const YEAR = /(?:本|当|今)年|20\d\d年|年度/u;
const DONE = /完成|支付|付款|拨付|投资|投入|到位|累计|以来|产值/u;

/** The sort of money that a header names; `null` for all others. */
function sortOf(name: string): Sort | null {
  if (OTHER.test(name)) return null;
  if (WHOLE.test(name) && !PART.test(name)) return 'whole';
  if (PLANNED.test(name)) return null;
  if (/下达/u.test(name)) return 'issued';
  if (/第?[一二三四1-4]季度/u.test(name)) return /累计|[至-]/u.test(name) ? null : 'quarter';
  if (BEFORE.test(name)) return /同期/u.test(name) ? null : 'before';
  if (/1月?[至-](?:本月|\d{1,2}月)/u.test(name)) return 'year';
  if (MONTH.test(name)) return /累计|[至底末止]/u.test(name) ? null : 'month';
  if (!DONE.test(name)) return null;
  if (YEAR.test(name)) return /20\d\d年(?:度?[底末]|\d)|截|至/u.test(name) ? null : 'year';
  return /累计|开工以来|建设以来/u.test(name) && !/上月|上期|前期/u.test(name) ? 'done' : null;
}

const ORDER: readonly (readonly [less: Sort, more: Sort])[] = [
  ['before', 'whole'],
  ['year', 'whole'],
  ['month', 'year'],
  ['before', 'done'],
  ['year', 'done'],
  ['done', 'whole'],
  ['quarter', 'issued'],
];

interface Pair {
  readonly less: FigureColumn;
  readonly more: FigureColumn;
}

/** Columns of which one may not exceed the other; where the table knows both, another rule says so. */
function pairsOf(grid: FigureGrid): readonly Pair[] {
  const sorted = grid.columns.map((column) => {
    const { names, unit } = parseHeader(column.word);
    return {
      column,
      sort: sortOf(names[0] ?? ''),
      unit: unit ?? grid.view?.table.columns.find((each) => each.column === column.column)?.unit ?? null,
    };
  });
  const of = (sort: Sort) => sorted.filter((each) => each.sort === sort);
  return ORDER.flatMap(([less, more]) => {
    const wholes = of(more);
    const [whole] = wholes;
    // Two wholes (概算, 合同价) leave open of which the rest is a part.
    if (!whole || wholes.length > 1) return [];
    return of(less)
      .filter(({ unit }) => unit === null || whole.unit === null || unit === whole.unit)
      .filter(({ column }) => !isKnownLimit(grid, column, whole.column))
      .map(({ column }) => ({ less: column, more: whole.column }));
  });
}

function isKnownLimit({ view }: FigureGrid, less: FigureColumn, more: FigureColumn): boolean {
  const at = ({ column }: FigureColumn) => view?.table.columns.find((each) => each.column === column)?.field;
  const [a, b] = [at(less), at(more)];
  return (
    a !== undefined &&
    b !== undefined &&
    LIMITS.some((limit) => limit.less === a && limit.more === b && fieldOf(a).summable)
  );
}

function brokenRows({ rows }: FigureGrid, less: FigureColumn, more: FigureColumn): readonly number[] {
  const broken: number[] = [];
  let held = 0;
  for (const row of rows) {
    const [value, limit] = [less.value(row) ?? NaN, more.value(row) ?? NaN];
    if (!(value > 0) || Number.isNaN(limit)) continue;
    if (value > limit + 0.005) broken.push(row);
    else held++;
  }
  return held >= LEAST_HELD && broken.length <= Math.max(1, rows.length * MOST_BROKEN) ? broken : [];
}

function isWorkedOut({ sheet }: FigureGrid, { column }: FigureColumn, row: number): boolean {
  return formulaAt(sheet, row, column) !== null;
}
