import { columnHeader, isOneMonth, yearIn, type ColumnHeader } from './column-header';
import { fieldOf, fieldsOf } from './fields';
import { isUnit, matchHeader, unitName, type HeaderMatch } from './header-words';
import { squeezed } from '../workbook';
import {
  fieldByContent,
  fitsContent,
  holdsGroups,
  holdsNames,
  holdsSchoolNames,
  holdsSome,
  holdsTitles,
  holdsZeros,
} from './column-content';
import type { PlanWords } from './plan-words';
import { linesAbove } from './lines-above';
import type { SheetView } from './sheet-view';
import { TABLE_KINDS, type FieldId, type RecognizedColumn, type TableKind, type UnknownColumn } from './types';

/** One to three rows that name the columns of a table. */
export interface HeaderBlock {
  readonly kind: TableKind;
  readonly first: number;
  readonly last: number;
  readonly columns: readonly RecognizedColumn[];
  readonly unknown: readonly UnknownColumn[];
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

const IDENTITY: Readonly<Record<TableKind, FieldId>> = {
  schools: 'schoolName',
  funds: 'fundName',
  responsibilities: 'measure',
  indicators: 'indicatorName',
  summary: 'groupName',
};

/** Beside its name column, a table of this kind has at least one of these. */
const TELLING: Readonly<Record<TableKind, readonly FieldId[]>> = {
  schools: ['plannedClasses', 'plannedSeats', 'plannedLand', 'formedSeats', 'status', 'builder'],
  funds: ['amount', 'allocated', 'spent'],
  responsibilities: ['departments', 'state', 'progressNote'],
  indicators: ['target', 'actual'],
  summary: ['schoolCount', 'plannedClasses', 'plannedSeats', 'plannedLand', 'formedSeats', 'finishedCount', 'invested'],
};

/** Beside names of schools these tell a list of schools as well. */
const OF_PAYMENTS: readonly FieldId[] = ['plannedInvestment', 'invested'];

const MOST_HEADER_ROWS = 3;
const UNIT_LINE_ROWS = 4;

/** The best reading of a header that begins at `row`, among all kinds and one to three rows; `null` where none holds. */
export function readHeader(
  view: SheetView,
  row: number,
  left: number,
  right: number,
  words: PlanWords,
): HeaderBlock | null {
  let best: HeaderBlock | null = null;
  // One unit for the whole table says of every header what it counts.
  const units = linesAbove(view, Math.max(view.top, row - UNIT_LINE_ROWS), row).unitLine?.units ?? [];
  const reach = mergedReach(view, row, left, right);
  for (let last = row; last < row + MOST_HEADER_ROWS && last <= view.bottom; last++) {
    if (last > reach && !continuesHeader(view, last, left, right)) break;
    if (best && best.last < reach) best = null;
    for (const kind of TABLE_KINDS) {
      const block = readBlock(view, kind, row, last, left, right, words, units);
      if (block && (!best || block.score > best.score + 0.01)) best = block;
    }
  }
  return best;
}

/** The last row that merged cells of the header's first row reach down to: these rows are header whatever they say. */
function mergedReach(view: SheetView, row: number, left: number, right: number): number {
  let reach = row;
  for (let column = left; column <= right; column++) {
    const area = view.merge(row, column);
    if (area?.top === row && area.left === column && !view.blank(row, column)) reach = Math.max(reach, area.bottom);
  }
  return reach < row + MOST_HEADER_ROWS && reach <= view.bottom ? reach : row;
}

/** A further header row holds no numbers but years, and no long text. */
function continuesHeader(view: SheetView, row: number, left: number, right: number): boolean {
  let cells = 0;
  for (let column = left; column <= right; column++) {
    const value = view.value(row, column);
    if (value === null || value === '') continue;
    cells++;
    if (typeof value === 'number' || typeof value === 'boolean' || value.length > 24) return false;
  }
  const below = Array.from({ length: right - left + 1 }, (_, i) => view.merge(row, left + i)).some(
    (area) => area && area.top < row,
  );
  // A lone text below a header is a heading of the table's first section, unless merged cells reach down beside it.
  return below || cells > 1;
}

/** A header that is nothing but a unit (亩 beside 班 and 学位) names the one column of the annex that is counted in it. */
function loneUnit(kind: TableKind, { full }: ColumnHeader): readonly FieldId[] {
  if (!isUnit(full)) return [];
  const counted = fieldsOf(kind).filter((field) => field.required && field.unit === unitName(full));
  return counted.length === 1 ? counted.map(({ id }) => id) : [];
}

/** Words of a table that speaks of money. */
const OF_MONEY = /投资|资金|产值|付款|支付|造价|概算|合同价|[万亿千]元/u;

/** 业主 and 管理单位 may be companies and offices as well as the plan's builders. */
const VAGUE_BUILDER = /业主|法人|建设方|(?:管理|主管|归口)单位|隶属|所在地|行政区|地区$/u;

function isOfBuilders(view: SheetView, { full, column }: ColumnHeader, last: number, { groupOf }: PlanWords): boolean {
  return !VAGUE_BUILDER.test(squeezed(full)) || holdsSome(view, column, last, (text) => groupOf(text) !== null);
}

interface Claim {
  readonly header: ColumnHeader;
  readonly field: FieldId;
  readonly confidence: number;
}

/** Of `2023年完成值` and `2024年上半年累计完成值` the later is what is reported, the earlier what was before. */
function byYear(claim: Claim, kind: TableKind, headers: readonly ColumnHeader[]): readonly Claim[] {
  if (kind !== 'indicators' || claim.field !== 'actual') return [claim];
  const year = yearIn(claim.header);
  const isOlder =
    year !== null &&
    headers.some((other) => {
      const later = yearIn(other);
      return later !== null && later > year && matchesActual(other);
    });
  return isOlder ? [{ ...claim, field: 'previous', confidence: claim.confidence - 0.1 }] : [claim];
}

function matchesActual({ readings }: ColumnHeader): boolean {
  return readings.some((reading) => matchHeader('indicators', reading).some(({ field }) => field === 'actual'));
}

/** Of the fields that a word may name (目标: a name or a figure), those for which the cells below are fit. */
function choices(
  view: SheetView,
  column: number,
  last: number,
  matches: readonly HeaderMatch[],
): readonly HeaderMatch[] {
  if (matches.length < 2) return matches;
  const fit = matches.filter(({ field }) => fitsContent(view, column, last, fieldOf(field).type));
  return fit.length > 0 ? fit : matches;
}

function readBlock(
  view: SheetView,
  kind: TableKind,
  first: number,
  last: number,
  left: number,
  right: number,
  words: PlanWords,
  unitsOfTable: readonly string[],
): HeaderBlock | null {
  const headers: ColumnHeader[] = [];
  for (let column = left; column <= right; column++) {
    const header = columnHeader(view, column, first, last);
    if (header) headers.push(header);
  }
  const groups = groupColumn(view, headers, last, words);
  // Among several units of a table money is one only of a table that speaks of it: 累计完成 may count seats as well.
  const units = unitsOfTable.length < 2 || headers.some(({ full }) => OF_MONEY.test(full)) ? unitsOfTable : [];
  if (kind === 'summary' && groups === null) return null;
  const claims = headers
    .flatMap((header) => [
      ...loneUnit(kind, header).map((field) => ({ header, field, confidence: 0.7 })),
      ...header.readings.flatMap((reading, order) =>
        // A group heading above says less than the column's own words, and the bottom line alone a little less than both.
        choices(view, header.column, last, matchHeader(kind, { ...reading, unit: header.unit }, units)).flatMap(
          ({ field, confidence }) => {
            const sure = confidence - 0.03 * order;
            if (field === 'heading' && holdsTitles(view, header.column, last))
              return [{ header, field: 'measure' as const, confidence: sure + 0.05 }];
            const found = fieldByContent(view, kind, header, last, field);
            // Beside a column of states a second one is what it says it is: a note.
            const isNote = field === 'progressNote' && found !== field;
            return [
              { header, field: found, confidence: sure - (isNote ? 0.01 : 0) },
              ...(isNote ? [{ header, field, confidence: sure - 0.02 }] : []),
            ];
          },
        ),
      ),
    ])
    // Stages or builders one a row name what is summed up, whatever their header says; schools are not called so.
    .filter(({ header, field }) =>
      kind === 'summary'
        ? (field === 'groupName') === (header.column === groups)
        : field !== 'schoolName' || header.column !== groups,
    )
    .filter(({ header, field }) => field !== 'builder' || isOfBuilders(view, header, last, words))
    .filter(({ header }) => !isOneMonth(header) || headers.filter(isOneMonth).length < 2)
    .flatMap((claim) => byYear(claim, kind, headers))
    .sort((a, b) => b.confidence - a.confidence || a.header.column - b.header.column);
  const taken = new Map<number, RecognizedColumn>();
  const fields = new Set<FieldId>();
  for (const { header, field, confidence } of claims) {
    if (taken.has(header.column) || fields.has(field)) continue;
    fields.add(field);
    // A share below a heading in 万元 is no sum of money.
    const isShare =
      fieldOf(field).type === 'percent' && factorsOf(field).every(([name]) => unitName(name) !== header.unit);
    const unit = isShare ? null : header.unit;
    taken.set(header.column, {
      field,
      column: header.column,
      header: header.full,
      unit,
      unitAt: unit === null ? null : { sheet: view.sheet.name, row: header.unitRow ?? last, column: header.column },
      factor: factorOf(field, unit),
      confidence,
    });
  }
  const identity = IDENTITY[kind];
  if ((kind === 'schools' || kind === 'summary') && !fields.has(identity)) {
    const named = headers.find(({ column }) =>
      kind === 'summary'
        ? column === groups
        : column !== groups && !taken.has(column) && holdsSchoolNames(view, column, last),
    );
    if (named) {
      fields.add(identity);
      taken.set(named.column, byContent(identity, named.column, named.full));
    }
  }
  const open = kind === 'summary' ? null : openNames(view, kind, last, left, right, headers, words);
  if (open !== null) {
    const known = [...taken.values()].find(({ field }) => field === identity);
    // Names without a header are the names; what another header seemed to name is something else.
    const isOther = known && !holdsNamesOf(view, kind, known.column, last, words);
    if (isOther) taken.delete(known.column);
    if (!known || isOther) {
      fields.add(identity);
      taken.set(open, byContent(identity, open, ''));
    }
  }
  if (!fields.has(identity)) return null;
  const name = [...taken.values()].find(({ field }) => field === identity);
  const ofSchools = name !== undefined && holdsSchoolNames(view, name.column, last);
  // What was paid for each school is no list of funds, whatever its header calls the schools.
  if (kind === 'funds' && ofSchools) return null;
  const telling = kind === 'schools' && ofSchools ? [...TELLING[kind], ...OF_PAYMENTS] : TELLING[kind];
  if (!telling.some((field) => fields.has(field))) return null;
  if (kind === 'schools' || kind === 'summary') {
    const formed = newSeats(view, kind, headers, taken, last);
    if (formed)
      taken.set(formed.column, { ...byContent('formedSeats', formed.column, formed.full), unit: formed.unit });
  }
  const columns = [...taken.values()].sort((a, b) => a.column - b.column);
  const unknown = headers
    .filter((header) => !taken.has(header.column))
    .map(({ column, full }) => ({ column, header: full }));
  const score =
    columns.reduce((sum, column) => sum + column.confidence * weightOf(kind, column.field), 0) +
    0.1 * columns.filter((column) => column.unit !== null).length -
    0.3 * unknown.length;
  return { kind, first, last, columns, unknown, left, right, score };
}

/**
 * 新增学位 beside 规划学位 is what has been formed so far where many schools have none yet; what a school adds to its
 * old seats is hardly ever nothing.
 */
function newSeats(
  view: SheetView,
  kind: TableKind,
  headers: readonly ColumnHeader[],
  taken: ReadonlyMap<number, RecognizedColumn>,
  last: number,
): ColumnHeader | null {
  const fields = new Set([...taken.values()].map(({ field }) => field));
  if (!fields.has('plannedSeats') || fields.has('formedSeats') || fields.has('originalSeats')) return null;
  const found = headers.filter(
    ({ column, full, readings }) =>
      !taken.has(column) &&
      /新增|增加/u.test(full) &&
      readings.some((reading) => matchHeader(kind, reading).some(({ field }) => field === 'plannedSeats')),
  );
  const [only] = found;
  return only && found.length === 1 && holdsZeros(view, only.column, last) ? only : null;
}

/** A column that only its cells tell. */
function byContent(field: FieldId, column: number, header: string): RecognizedColumn {
  return { field, column, header, unit: null, unitAt: null, factor: 1, confidence: 0.6 };
}

/** The column with one stage, builder or state of building a row; states count in the first column of words alone. */
function groupColumn(
  view: SheetView,
  headers: readonly ColumnHeader[],
  last: number,
  { groupOf, stateOf }: PlanWords,
): number | null {
  const ofGroups = headers.find(({ column }) => holdsGroups(view, column, last, groupOf));
  if (ofGroups) return ofGroups.column;
  const [first, ...others] = headers.filter(({ column }) => !fitsContent(view, column, last, 'number'));
  if (!first) return null;
  if (holdsGroups(view, first.column, last, stateOf)) return first.column;
  // Beside figures alone, a group that stands twice is a slip and no list of schools.
  return others.length === 0 && headers.length > 2 && holdsGroups(view, first.column, last, groupOf, 1)
    ? first.column
    : null;
}

function holdsNamesOf(view: SheetView, kind: TableKind, column: number, last: number, words: PlanWords): boolean {
  return kind === 'schools'
    ? holdsSchoolNames(view, column, last)
    : holdsNames(view, column, last, (text) => words.isName(kind, text));
}

/** A column without any header whose cells are names of such a table's entries. */
function openNames(
  view: SheetView,
  kind: TableKind,
  last: number,
  left: number,
  right: number,
  headers: readonly ColumnHeader[],
  words: PlanWords,
): number | null {
  for (let column = left; column <= right; column++)
    if (headers.every((header) => header.column !== column) && holdsNamesOf(view, kind, column, last, words))
      return column;
  return null;
}

function weightOf(kind: TableKind, field: FieldId): number {
  if (field === IDENTITY[kind]) return 2;
  if (TELLING[kind].includes(field)) return 2;
  return fieldOf(field).tables.length > 1 ? 0.6 : 1.4;
}

/** Multiplier from the stated unit to the field's own; 1 where none is stated or the unit is none of the field's. */
export function factorOf(field: FieldId, unit: string | null): number {
  if (unit === null) return 1;
  const found = factorsOf(field).find(([name]) => unitName(name) === unit);
  return found ? found[1] : 1;
}

const factorsOf = (field: FieldId) => Object.entries(fieldOf(field).unitFactors);
