import { stageOfRow } from '../../audit/school-row';
import { matchBuilder, matched, matchSchool, stageOf, type Plan } from '../../plan';
import type { Recognition, RecognizedTable, Section } from '../../recognize';
import { NOTHING, takeDate, takeNumber, takeText, type Taken } from './taken';

/** Stands where no heading and no column says which stage a row belongs to. */
const NO_STAGE = '（学段未明）';

/** One data row of a table of schools, in the order of the workbook. */
export interface Project {
  /** Name of the plan's stage, or the heading as it stands; {@link NO_STAGE} where none says and the school is unknown. */
  readonly stage: string;
  /** Kind inside 高中阶段 by the plan's school of this name: `vocational`, `generalHigh`. */
  readonly kind: 'vocational' | 'generalHigh' | null;
  /** The table has a column for the status; where it has none, notes tell how far a school is. */
  readonly hasStatus: boolean;
  /** The plan's school of this name. */
  readonly planId: string | null;
  readonly school: Taken;
  /** The plan's own name of the builder where it is one of them, else as written. */
  readonly builder: Taken;
  readonly classes: Taken;
  readonly seats: Taken;
  readonly land: Taken;
  readonly buildKind: Taken;
  readonly status: Taken;
  readonly startedOn: Taken;
  readonly plannedCompletion: Taken;
  readonly completedOn: Taken;
  readonly invested: Taken;
  readonly formedSeats: Taken;
  readonly suppliedLand: Taken;
  readonly remark: Taken;
  readonly progressNote: Taken;
  readonly problem: Taken;
  readonly isLagging: Taken;
  readonly updatedOn: Taken;
}

/** All rows of all tables of schools. */
export function readProjects(recognition: Recognition, plan: Plan): readonly Project[] {
  const tables = recognition.tables.filter((table) => table.kind === 'schools');
  return tables.flatMap((table) => {
    const sections = sectionsOfRows(table);
    return table.dataRows.map((row): Project => {
      const school = takeText(table, row, 'schoolName');
      const section = sections.get(row) ?? null;
      const said = stageOfRow(table, row, plan, section);
      const known = typeof school.value === 'string' ? matched(matchSchool(plan, school.value, said)) : null;
      const stage = said ?? known?.stage ?? null;
      return {
        stage: stage === null ? strangeStage(table, row, section) : (stageOf(plan, stage)?.name ?? stage),
        hasStatus: table.byField.has('status'),
        kind: known?.kind ?? null,
        planId: known?.id ?? null,
        school,
        builder: plansName(takeText(table, row, 'builder'), (text) => matched(matchBuilder(plan, text))?.name ?? null),
        classes: takeNumber(table, row, 'plannedClasses'),
        seats: takeNumber(table, row, 'plannedSeats'),
        land: takeNumber(table, row, 'plannedLand'),
        buildKind: takeText(table, row, 'buildKind'),
        status: takeText(table, row, 'status'),
        startedOn: takeDate(table, row, 'startedOn'),
        plannedCompletion: takeDate(table, row, 'plannedCompletion'),
        completedOn: takeDate(table, row, 'completedOn'),
        invested: takeNumber(table, row, 'invested'),
        formedSeats: takeNumber(table, row, 'formedSeats'),
        suppliedLand: takeNumber(table, row, 'suppliedLand'),
        remark: takeText(table, row, 'remark'),
        progressNote: takeText(table, row, 'progressNote'),
        problem: takeText(table, row, 'problem'),
        isLagging: takeText(table, row, 'isLagging'),
        updatedOn: takeDate(table, row, 'updatedOn'),
      };
    });
  });
}

function sectionsOfRows(table: RecognizedTable): ReadonlyMap<number, Section> {
  return new Map(table.sections.flatMap((section) => section.rows.map((row) => [row, section] as const)));
}

/** A stage that the plan does not know, as the heading or the 学段 cell has it. */
function strangeStage(table: RecognizedTable, row: number, section: Section | null): string {
  const heading = section && section.builder === null ? section.label : '';
  const written = heading === '' ? takeText(table, row, 'stage').value : heading;
  return written === null ? NO_STAGE : String(written);
}

/** An alias gives way to the plan's name; then the cell can no longer be followed by a formula. */
function plansName(taken: Taken, find: (text: string) => string | null): Taken {
  if (typeof taken.value !== 'string') return taken;
  const name = find(taken.value);
  return name === null || name === taken.value ? taken : { ...taken, value: name, formula: null };
}

/** Numbers of a project that a report adds up. */
const PROJECT_NUMBERS = ['classes', 'seats', 'land', 'invested', 'formedSeats', 'suppliedLand'] as const;

/** Cells that should hold a number or a date and could not be counted. */
export function uncountedCells(projects: readonly Project[]): readonly string[] {
  return projects.flatMap((project) =>
    [...PROJECT_NUMBERS, 'startedOn' as const, 'plannedCompletion' as const, 'completedOn' as const]
      .map((key) => project[key] ?? NOTHING)
      .filter((taken) => taken.isUncounted)
      .map((taken) => taken.from),
  );
}
