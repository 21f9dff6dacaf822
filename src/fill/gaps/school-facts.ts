import { viewWorkbook } from '../../audit/context';
import { isFinished, progressFields, progressOf, type Progress } from '../../audit/progress';
import { stageOfRow } from '../../audit/school-row';
import { CELL } from '../../audit/views/number-column';
import type { TableView } from '../../audit/views/table-view';
import { matchBuilder, matched, matchSchool, type Plan, type PlanSchool, type StageId } from '../../plan';
import { builderSection, type Recognition } from '../../recognize';
import type { WorkbookSnapshot } from '../../workbook';

/** What the workbook says of one school. Seats in 个; `null` where it says nothing that counts. */
export interface SchoolFact {
  readonly plan: PlanSchool | null;
  /** Empty where the row has none. */
  readonly name: string;
  readonly stage: StageId | null;
  readonly kind: PlanSchool['kind'];
  /** The plan's builder of this name, else as written, else empty. */
  readonly builder: string;
  readonly plannedSeats: number | null;
  readonly formedSeats: number | null;
  readonly progress: 'done' | 'nearly' | 'open' | null;
  /** The table has the column 已形成学位. */
  readonly hasFormedSeats: boolean;
}

/** Every data row of every table of schools: what stands twice counts twice, as in the ledger; the audit points it out. */
export function schoolFacts(workbook: WorkbookSnapshot, recognition: Recognition, plan: Plan): readonly SchoolFact[] {
  return viewWorkbook(workbook, recognition)
    .tables.filter(({ kind }) => kind === 'schools')
    .flatMap((view) => view.table.dataRows.map((row) => factOf(view, row, plan)));
}

function factOf(view: TableView, row: number, plan: Plan): SchoolFact {
  const name = view.name(row);
  const stage = stageOfRow(view.table, row, plan, view.sectionOf(row));
  const school = matched(matchSchool(plan, name, stage));
  const written = view.has('builder') ? view.text(row, 'builder') : (builderSection(view.table, row)?.builder ?? '');
  const progress = firstSaid(progressFields(view.table).map((field) => progressOf(view.text(row, field))));
  const number = (field: 'plannedSeats' | 'formedSeats'): number | null => {
    const numbers = view.numbers(field);
    // `约2700` is a number that only a person can settle.
    if (!numbers || numbers.status(row) === CELL.guess) return null;
    const value = numbers.value(row);
    return Number.isNaN(value) ? null : value;
  };
  return {
    plan: school,
    name,
    stage: stage ?? school?.stage ?? null,
    kind: school?.kind ?? null,
    builder: matched(matchBuilder(plan, written))?.name ?? written,
    plannedSeats: number('plannedSeats'),
    formedSeats: number('formedSeats'),
    progress:
      progress === null
        ? null
        : isFinished(progress)
          ? 'done'
          : progress === 'substantiallyComplete'
            ? 'nearly'
            : 'open',
    hasFormedSeats: view.has('formedSeats'),
  };
}

function firstSaid(said: readonly (Progress | null)[]): Progress | null {
  return said.find((progress) => progress !== null) ?? null;
}
