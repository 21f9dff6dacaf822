import type { Plan, PlanBuilder, PlanSchool } from '../plan';
import type { Recognition } from '../recognize';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook';
import { readAliases } from './aliases';
import type { Profile } from './profiles';
import { sectionFigures, type SectionFigures } from './sums';
import { PlanIndex, type SchoolMatch } from './views/plan-index';
import { TableView } from './views/table-view';

/** A workbook as the rules see it: recognized, with every column read once. */
export interface WorkbookView {
  readonly workbook: WorkbookSnapshot;
  readonly recognition: Recognition;
  readonly tables: readonly TableView[];
}

/** What every rule is given. Shared views are made once and never changed. */
export interface AuditContext extends WorkbookView {
  readonly plan: Plan;
  readonly index: PlanIndex;
  readonly profile: Profile;
  /** The reporting unit, where it is one of the plan's builders. */
  readonly unit: PlanBuilder | null;
  /** True where the workbook speaks for the whole city: sums may be held against the plan's. */
  readonly isCityWide: boolean;
  /** The unit's previous submission, where the user pointed to it. */
  readonly previous: WorkbookView | null;
  tablesOf(kind: TableView['kind']): readonly TableView[];
  /** The plan's school that a data row means; looked up once per row. */
  matchAt(view: TableView, row: number): SchoolMatch;
  schoolAt(view: TableView, row: number): PlanSchool | null;
  /** Sums of a table's sections, one entry per section and summable column. */
  figures(view: TableView): readonly SectionFigures[];
}

export interface ContextInput {
  readonly workbook: WorkbookSnapshot;
  readonly recognition: Recognition;
  readonly plan: Plan;
  readonly profile: Profile;
  readonly unit: string | null;
  readonly previous: { readonly workbook: WorkbookSnapshot; readonly recognition: Recognition } | null;
}

/** Sheets that people filled in, with their positions in the workbook; those that this program made are left out. */
export function ownSheets({ workbook, recognition }: WorkbookView): readonly (readonly [number, SheetSnapshot])[] {
  const generated = new Set(
    recognition.unrecognized.filter(({ reason }) => reason === 'generated').map(({ sheet }) => sheet),
  );
  return [...workbook.sheets.entries()].filter(([, sheet]) => !generated.has(sheet.name));
}

export function makeContext(input: ContextInput): AuditContext {
  const { workbook, recognition, plan, profile } = input;
  const index = new PlanIndex(plan, readAliases(workbook.parts));
  const view = viewWorkbook(workbook, recognition);
  const unit = input.unit === null ? null : index.builder(input.unit);
  const figures = new Map<TableView, readonly SectionFigures[]>();
  const matches = new Map<TableView, readonly (SchoolMatch | undefined)[]>();
  const matchAt = (table: TableView, row: number): SchoolMatch => {
    let known = matches.get(table);
    if (!known) matches.set(table, (known = matchRows(table, index)));
    return known[row - table.table.area.top] ?? index.school(table.name(row), null);
  };
  return {
    ...view,
    plan,
    index,
    profile,
    unit,
    isCityWide: isCityWide(view, unit, plan, matchAt),
    previous: input.previous ? viewWorkbook(input.previous.workbook, input.previous.recognition) : null,
    matchAt,
    schoolAt: (table, row) => matchAt(table, row).school,
    tablesOf: (kind) => view.tables.filter((table) => table.kind === kind),
    figures: (table) => {
      let known = figures.get(table);
      if (!known) figures.set(table, (known = sectionFigures(table)));
      return known;
    },
  };
}

/** Matches by position within the table's area. */
function matchRows(view: TableView, index: PlanIndex): readonly (SchoolMatch | undefined)[] {
  const found = new Array<SchoolMatch | undefined>(view.table.roles.length);
  const { top } = view.table.area;
  for (const section of view.table.sections) {
    for (const row of section.rows) found[row - top] = index.school(view.name(row), section.stage);
  }
  for (const row of view.table.dataRows) found[row - top] ??= index.school(view.name(row), null);
  return found;
}

/** Sheets whose tables lie on their side are turned in the view, as the tables' own are; forms stand as they are. */
export function viewWorkbook(stored: WorkbookSnapshot, recognition: Recognition): WorkbookView {
  const turned = new Map(
    recognition.tables.flatMap(({ sheet }) =>
      sheet.standing && !sheet.gathered ? [[sheet.standing, sheet] as const] : [],
    ),
  );
  const workbook =
    turned.size === 0 ? stored : { ...stored, sheets: stored.sheets.map((sheet) => turned.get(sheet) ?? sheet) };
  const positions = new Map(workbook.sheets.map((sheet, position) => [sheet, position]));
  const counts = new Map<string, number>();
  const tables = recognition.tables.map((table) => {
    const count = (counts.get(table.kind) ?? 0) + 1;
    counts.set(table.kind, count);
    return new TableView(
      table,
      `${table.kind}#${count}`,
      positions.get(table.sheet.gathered ? (table.sheet.standing ?? table.sheet) : table.sheet) ?? 0,
    );
  });
  return { workbook, recognition, tables };
}

/** A district's workbook holds its own schools only, so sums may be held against the plan's for the city's alone. */
function isCityWide(
  view: WorkbookView,
  unit: PlanBuilder | null,
  plan: Plan,
  matchAt: AuditContext['matchAt'],
): boolean {
  if (unit && !unit.isCity) return false;
  const named = new Set<string>();
  for (const table of view.tables) {
    if (table.kind !== 'schools') continue;
    for (const row of table.table.dataRows) {
      const { school } = matchAt(table, row);
      if (school) named.add(school.id);
    }
  }
  const known = plan.schools.filter((school) => school.name !== null).length;
  return known > 0 && named.size >= known * 0.85;
}
