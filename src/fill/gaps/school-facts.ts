import { viewWorkbook } from '../../audit/context';
import { isFinished, progressOf } from '../../audit/progress';
import { CELL } from '../../audit/views/number-column';
import type { TableView } from '../../audit/views/table-view';
import { matchBuilder, matched, matchSchool, type Plan, type PlanSchool, type StageId } from '../../plan';
import type { Recognition } from '../../recognize';
import type { WorkbookSnapshot } from '../../workbook';

/** What the workbook says of one school. Seats in 个; `null` where it says nothing that counts. */
export interface SchoolFact {
  readonly plan: PlanSchool | null;
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

/** `一期已完工`: a part of a school is not a school. */
const PART = /[一二三四五1-5]期|部分/u;

/** Every data row of every table of schools, once per school of the plan (the first row stands). */
export function schoolFacts(workbook: WorkbookSnapshot, recognition: Recognition, plan: Plan): readonly SchoolFact[] {
  const seen = new Set<PlanSchool>();
  const facts: SchoolFact[] = [];
  for (const view of viewWorkbook(workbook, recognition).tables) {
    if (view.kind !== 'schools') continue;
    for (const row of view.table.dataRows) {
      const fact = factOf(view, row, plan);
      if (fact.name === '' || (fact.plan && seen.has(fact.plan))) continue;
      if (fact.plan) seen.add(fact.plan);
      facts.push(fact);
    }
  }
  return facts;
}

function factOf(view: TableView, row: number, plan: Plan): SchoolFact {
  const name = view.name(row);
  const section = view.sectionOf(row)?.stage ?? null;
  const school = matched(matchSchool(plan, name, section));
  const written = view.text(row, 'builder');
  // Where there is a column for the status, a blank in it is a status not reported, whatever a note says.
  const status = view.has('status')
    ? view.text(row, 'status')
    : view.text(row, 'progressNote') || view.text(row, 'remark');
  const progress = progressOf(status);
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
    stage: section ?? school?.stage ?? null,
    kind: school?.kind ?? null,
    builder: matched(matchBuilder(plan, written))?.name ?? written,
    plannedSeats: number('plannedSeats'),
    formedSeats: number('formedSeats'),
    progress:
      isFinished(progress) && !PART.test(status)
        ? 'done'
        : progress === 'substantiallyComplete'
          ? 'nearly'
          : progress
            ? 'open'
            : null,
    hasFormedSeats: view.has('formedSeats'),
  };
}
