import { confirmedSchools, type SchoolAliases } from '../../audit';
import {
  matchBuilder,
  matchFund,
  matchIndicator,
  matchMeasure,
  matchSchool,
  matched,
  normalizeName,
  SCHOOL_MEASURES,
  type Match,
  type Plan,
  type StageId,
} from '../../plan';
import {
  fieldOf,
  isEntryTable,
  stageMatcher,
  type EntryKind,
  type EntryTable,
  type FieldId,
  type RecognizedTable,
} from '../../recognize';
import { takeDate, takeNumber, takeText, type Taken } from '../../reports/facts/taken';
import { standingCell, trimmed } from '../../workbook';
import type { Figure, SubmittedRow } from '../types';

/** Field that names a row of each kind of table. */
export const NAME_FIELD: Readonly<Record<EntryKind, FieldId>> = {
  schools: 'schoolName',
  funds: 'fundName',
  responsibilities: 'measure',
  indicators: 'indicatorName',
};

/** Rows that mean nothing of the plan are kept up to this many a file; a foreign table must not fill the memory. */
const MOST_STRANGERS = 500;
/** After so many names that mean nothing, a sheet is not the plan's, and looking for like names would take minutes. */
const LOOK_FOR_LIKE_NAMES = 1_000;

interface Named {
  readonly item: string | null;
  readonly candidates: readonly string[];
}

type Find = (name: string, stage: StageId | null) => Named;

export interface ReadRows {
  readonly rows: readonly SubmittedRow[];
  /** Rows that were left out, all of them foreign to the plan. */
  readonly more: number;
  /** What the schools among them add up to. */
  readonly moreSums: Readonly<Partial<Record<FieldId, number>>>;
}

/** Columns of schools whose sums are held against the sum of the units. */
export const SUMMED_FIELDS: readonly FieldId[] = [...SCHOOL_MEASURES, 'formedSeats'];

/** The data rows of all tables, each name looked up in the plan. `aliases`: names that the unit confirmed, → school's id. */
export function readRows(tables: readonly RecognizedTable[], plan: Plan, aliases: SchoolAliases = {}): ReadRows {
  const find = finders(plan, aliases);
  const stageOf = stageMatcher(plan);
  const rows: SubmittedRow[] = [];
  let strangers = 0;
  let more = 0;
  const moreSums: Partial<Record<FieldId, number>> = {};
  for (const table of tables) {
    if (!isEntryTable(table)) continue;
    const stages = stagesOfRows(table);
    for (const row of table.dataRows) {
      const name = shownText(takeText(table, row, NAME_FIELD[table.kind]));
      const written = shownText(takeText(table, row, 'stage'));
      const stage = stages.get(row) ?? (written === '' ? null : stageOf(written));
      const known: Named = name === '' ? { item: null, candidates: [] } : find[table.kind](name, stage);
      if (known.item === null && ++strangers > MOST_STRANGERS) {
        more++;
        if (table.kind === 'schools') addTo(moreSums, table, row);
        continue;
      }
      const figures = readFigures(table, row, plan);
      if (name === '' && Object.keys(figures).length === 0) continue;
      const { sheet } = table;
      const lies = sheet.standing && !sheet.gathered ? { fillsColumn: true as const } : {};
      const nameColumn = table.byField.get(NAME_FIELD[table.kind])?.column ?? 0;
      const at = sheet.gathered ? standingCell(sheet, row, nameColumn).row : row;
      rows.push({ kind: table.kind, name, ...known, stage, sheet: sheet.name, row: at, ...lies, figures });
    }
  }
  return { rows, more, moreSums };
}

function addTo(sums: Partial<Record<FieldId, number>>, table: RecognizedTable, row: number): void {
  for (const field of SUMMED_FIELDS) {
    const { value } = takeNumber(table, row, field);
    if (typeof value === 'number') sums[field] = (sums[field] ?? 0) + value;
  }
}

function stagesOfRows(table: RecognizedTable): ReadonlyMap<number, StageId> {
  const stages = new Map<number, StageId>();
  for (const section of table.sections) {
    if (section.stage !== null) for (const row of section.rows) stages.set(row, section.stage);
  }
  return stages;
}

function readFigures(table: EntryTable, row: number, plan: Plan): SubmittedRow['figures'] {
  const figures: Partial<Record<FieldId, Figure>> = {};
  const fields = table.columns.map(({ field }) => field);
  if (table.kind === 'schools' && !fields.includes('builder')) fields.push('builder');
  for (const field of fields) {
    if (field === 'sequence' || field === NAME_FIELD[table.kind]) continue;
    const figure = figureOf(takeAny(table, row, field));
    if (!figure) continue;
    figures[field] = field === 'builder' ? { ...figure, value: builderName(plan, figure.value) } : figure;
  }
  return figures;
}

function takeAny(table: RecognizedTable, row: number, field: FieldId): Taken {
  switch (fieldOf(field).type) {
    case 'number':
    case 'wholeNumber':
    case 'percent':
      return takeNumber(table, row, field);
    case 'date':
      return takeDate(table, row, field);
    case 'text':
    case 'list':
      return takeText(table, row, field);
  }
}

function figureOf(taken: Taken): Figure | null {
  if (taken.value === null || taken.value === '') return null;
  return {
    value: taken.value,
    at: taken.from.slice(taken.from.lastIndexOf('!') + 1),
    ...(taken.format === undefined ? {} : { format: taken.format }),
    ...(taken.isUncounted ? { isUncounted: true as const } : {}),
  };
}

/** The plan's own word where the cell certainly means one of its builders. */
function builderName(plan: Plan, value: string | number): string | number {
  return typeof value === 'string' ? (matched(matchBuilder(plan, value))?.name ?? value) : value;
}

function shownText(taken: Taken): string {
  return taken.value === null ? '' : trimmed(String(taken.value));
}

function finders(plan: Plan, aliases: SchoolAliases): Readonly<Record<EntryKind, Find>> {
  const seen = new Map<string, Named>();
  let misses = 0;
  const once =
    <T extends { readonly id: string }>(
      kind: EntryKind,
      match: (name: string, stage: StageId | null) => Match<T>,
      nameOf: (item: T) => string | null,
    ): Find =>
    (name, stage) => {
      const key = `${kind}\n${stage ?? ''}\n${name}`;
      const known = seen.get(key);
      if (known) return known;
      if (misses > LOOK_FOR_LIKE_NAMES) return { item: null, candidates: [] };
      const found = match(name, stage);
      const named: Named = {
        item: matched(found)?.id ?? null,
        candidates: found.kind === 'near' ? found.candidates.flatMap(({ item }) => nameOf(item) ?? []) : [],
      };
      if (named.item === null) misses++;
      seen.set(key, named);
      return named;
    };
  const school = once(
    'schools',
    (name, stage) => matchSchool(plan, name, stage),
    (item) => item.name,
  );
  const confirmedNames = confirmedSchools(plan, aliases);
  return {
    schools: (name, stage) => {
      const confirmed = confirmedNames.size > 0 ? confirmedNames.get(normalizeName(name, plan.cityName)) : undefined;
      return confirmed ? { item: confirmed.id, candidates: [] } : school(name, stage);
    },
    funds: once(
      'funds',
      (name) => matchFund(plan, name),
      (item) => item.name,
    ),
    responsibilities: once(
      'responsibilities',
      (name) => matchMeasure(plan, name),
      (item) => item.title,
    ),
    indicators: once(
      'indicators',
      (name) => matchIndicator(plan, name),
      (item) => item.name,
    ),
  };
}
