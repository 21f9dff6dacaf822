import type { FieldId } from '../../recognize';
import { formulaAt, standingColumn, standingRow, type SheetSnapshot } from '../../workbook';
import { ownSheets } from '../context';
import { additionOf } from '../formula';
import { cellsInRow } from '../leaning';
import { anyCellPlace } from '../places';
import { clean, sameSum, shown } from '../precision';
import { defineRule } from '../rule';
import { sinceBefore } from '../investment';
import { figureGridsOf, type FigureColumn, type FigureGrid } from '../views/figure-grid';

/** Rows that have to show a relation before a row that breaks it is doubted, and parts that a sum may have. */
const LEAST_ROWS = 3;
const MOST_PARTS = 8;
/** Columns of a row among which the two others of a remainder are looked for. */
const MOST_OTHERS = 20;
/** Small numbers add up by chance; then more rows are asked for. */
const LARGE = 50;
const LEAST_SMALL_ROWS = 5;

/** 各列相加: a column that is the sum of columns beside each other in all rows but one. */
export const rowSum = defineRule({
  ids: ['A17'],
  name: 'row-sum',
  level: 'warning',
  group: 'arithmetic',
  stage: 'row',
  tables: ['schools', 'funds', 'indicators', 'responsibilities', 'summary'],
  title: '一行中各分项之和与合计不符',
  protects: '累计不等于上期加本期、总数不等于各分项之和，必有一个数填错。',
  fixable: 'none',
  source: '其余各行中这几列的关系',
  whenToExplain: '该行口径不同的，写明。',
  messages: {
    differs: (d: { name: string; whole: string; value: string; parts: string; expected: string }) =>
      `${d.name}${d.whole}为 ${d.value}，${d.parts}之和为 ${d.expected}；其余各行都相等。`,
    remainder: (d: { name: string; whole: string; value: string; parts: string; expected: string }) =>
      `${d.name}${d.whole}为 ${d.value}，按${d.parts}应为 ${d.expected}；其余各行都相等。`,
  },
  advice: { differs: '核对这几个数，改正其中填错的。', remainder: '核对这几个数，改正其中填错的。' },
  *check(context, report) {
    for (const [position, sheet] of ownSheets(context)) {
      for (const grid of figureGridsOf(sheet, context.tables)) {
        const told = new Set<number>();
        const relations = [...remaindersOf(grid), ...knownSumsOf(grid), ...relationsOf(grid)];
        for (const { whole, parts, broken } of relations) {
          for (const row of broken) {
            if (told.has(row) || isExplained(relations, whole, row)) continue;
            const rest = remainderIn(parts);
            if (rest && isKnownRest(grid, rest)) continue;
            told.add(row);
            const doubted = rest ?? whole;
            const sum = sumOf(parts, row);
            const expected = shown(clean(rest ? (whole.value(row) ?? 0) - sum + (rest.value(row) ?? 0) : sum));
            const typed = doubted.value(row);
            const value = typed === null ? '' : shown(typed);
            const place = anyCellPlace(
              context,
              position,
              sheet,
              { sheet: sheet.name, row, column: doubted.column },
              'row-sum',
            );
            const data = {
              name: grid.view ? `“${grid.view.name(row)}”` : standingRow(sheet, row),
              whole: title(sheet, whole),
              value: typed === null ? '空白' : value,
              parts: parts.map((part) => title(sheet, part)).join('、'),
              expected,
            };
            const columns = [whole, ...parts].map(({ column }) => column);
            yield report(rest ? 'remainder' : 'differs', data, place, {
              found: value,
              expected,
              leansOn: [cellsInRow(sheet, row, columns)],
            });
          }
        }
      }
    }
  },
});

const title = (sheet: SheetSnapshot, { word, column }: FigureColumn): string =>
  `“${word === '' ? standingColumn(sheet, column) : word}”`;

/** Headers of what is left of a whole: it is worked out from the others, so it is what is wrong. */
const OF_REST =
  /剩余|结余|余额|缺口|差额|差距|[尚还][缺需欠差余未待]|未(?:供|完成|投|拨|支|付|到|落实)|待(?:供|完成|投[资用入]|拨|支|付|到位|落实|形成|交付|新增)/u;

/** What is left of which two known columns, by what the header speaks of. */
const KNOWN: readonly (readonly [word: RegExp, whole: FieldId, done: FieldId])[] = [
  [/学位|席位/u, 'plannedSeats', 'formedSeats'],
  [/地|面积/u, 'plannedLand', 'suppliedLand'],
  [/投资|资金|款|支付|拨付/u, 'plannedInvestment', 'invested'],
];

/** Where the table has the two others as well; 缺口 in a list of schools is the gap to no target. */
function isKnownRest({ view }: FigureGrid, { column }: FigureColumn): boolean {
  if (!view) return false;
  const has = (...fields: readonly FieldId[]): boolean => fields.every((field) => view.has(field));
  if (view.column('gap')?.column === column) return has('target', 'actual');
  return view.column('balance')?.column === column && (has('amount', 'spent') || has('allocated', 'spent'));
}

/** The one part that is what the others leave of the whole. */
function remainderIn(parts: readonly FigureColumn[]): FigureColumn | null {
  const rests = parts.filter(({ word }) => OF_REST.test(word));
  return rests.length === 1 ? (rests[0] ?? null) : null;
}

interface Relation {
  readonly whole: FigureColumn;
  readonly parts: readonly FigureColumn[];
  readonly broken: readonly number[];
}

/** Another relation makes the same column out in every row, so that the first one held by chance. */
function isExplained(relations: readonly Relation[], whole: FigureColumn, row: number): boolean {
  return relations.some(
    (other) =>
      other.broken.length === 0 &&
      (other.whole === whole || other.parts.includes(whole)) &&
      [other.whole, ...other.parts].every((each) => !Number.isNaN(each.value(row) ?? NaN)),
  );
}

/** A remainder with its two others, wherever in the row they stand. */
function* remaindersOf(grid: FigureGrid): Generator<Relation> {
  const { columns, rows } = grid;
  for (const rest of columns.filter(({ word }) => OF_REST.test(word))) {
    const others = columns.filter((column) => !OF_REST.test(column.word)).slice(0, MOST_OTHERS);
    for (const whole of others) {
      for (const done of others) {
        if (done === whole) continue;
        const proof = isKnownTriple(grid, whole, done, rest) ? 'known' : 'named';
        const broken = brokenRows(grid, whole, [done, rest], rows, proof);
        if (broken !== null) yield { whole, parts: [done, rest], broken };
      }
    }
  }
}

/** 待投用学位 beside 规划学位 and 已形成学位: the words say how they hang together. */
function isKnownTriple({ view }: FigureGrid, whole: FigureColumn, done: FigureColumn, rest: FigureColumn): boolean {
  return KNOWN.some(
    ([word, ofWhole, ofDone]) =>
      word.test(rest.word) &&
      view?.column(ofWhole)?.column === whole.column &&
      view.column(ofDone)?.column === done.column,
  );
}

/** What was done before and in the period make what is done in all: the columns' own words say so. */
function* knownSumsOf(grid: FigureGrid): Generator<Relation> {
  const at = (field: FieldId): FigureColumn | undefined =>
    grid.columns.find(({ column }) => column === grid.view?.column(field)?.column);
  const [whole, before] = [at('invested'), at('investedBefore')];
  const now = grid.view ? at(sinceBefore(grid.view)) : undefined;
  if (!whole || !before || !now) return;
  const broken = brokenRows(grid, whole, [before, now], grid.rows, 'known');
  if (broken !== null && broken.length > 0) yield { whole, parts: [before, now], broken };
}

/** Sums over columns next to each other that hold in all rows but one in five, at most. */
function* relationsOf(grid: FigureGrid): Generator<Relation> {
  const { columns, rows } = grid;
  for (const whole of columns) {
    const others = columns.filter((column) => column !== whole);
    for (let first = 0; first < others.length; first++) {
      for (let last = first + 1; last < Math.min(others.length, first + MOST_PARTS); last++) {
        const parts = others.slice(first, last + 1);
        const broken = brokenRows(grid, whole, parts, rows);
        if (broken !== null) yield { whole, parts, broken };
      }
    }
  }
}

/** How much the rows have to show: all of it, less where a header says what is left, hardly anything where all three do. */
type Proof = 'rows' | 'named' | 'known';

/** Rows that break the relation; `null` where the others do not show that there is one. */
function brokenRows(
  { sheet }: FigureGrid,
  whole: FigureColumn,
  parts: readonly FigureColumn[],
  rows: readonly number[],
  proof: Proof = 'rows',
): readonly number[] | null {
  const broken: number[] = [];
  const totals = new Set<number>();
  const adding = new Set<FigureColumn>();
  let large = 0;
  let held = 0;
  const most = Math.max(1, Math.floor(rows.length / 5));
  for (const row of rows) {
    const value = whole.value(row);
    const sum = sumOf(parts, row);
    if (value === null || Number.isNaN(value) || Number.isNaN(sum)) continue;
    if (value === 0 && sum === 0) continue;
    if (!sameSum(value, sum)) {
      broken.push(row);
      if (broken.length > most || broken.length > held + 4) return null;
      continue;
    }
    held++;
    for (const part of parts) if ((part.value(row) ?? 0) !== 0) adding.add(part);
    if (parts.filter((part) => (part.value(row) ?? 0) !== 0).length < 2) continue;
    totals.add(value);
    if (value >= LARGE) large++;
  }
  // A column that adds nothing wherever the sum holds is none of its parts.
  if (broken.length * 2 > held || (adding.size < parts.length && proof !== 'known')) return null;
  const isShown =
    proof === 'known' ||
    large >= LEAST_ROWS ||
    (totals.size >= LEAST_ROWS && held >= LEAST_SMALL_ROWS) ||
    (proof === 'named' && held >= LEAST_ROWS && large > 0);
  // A formula that adds is judged by what it adds, not by its neighbours.
  return isShown ? broken.filter((row) => additionOf(formulaAt(sheet, row, whole.column) ?? '=') === null) : null;
}

/** Blank parts count nothing; NaN where one of them is no number or all are blank. */
function sumOf(parts: readonly FigureColumn[], row: number): number {
  const values = parts.map((part) => part.value(row));
  return values.every((value) => value === null) ? NaN : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
