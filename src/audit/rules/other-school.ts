import { SCHOOL_MEASURES, type PlanSchool } from '../../plan';
import type { AuditContext } from '../context';
import { exchangedHeaders } from '../exchanged-headers';
import { cellPlace } from '../places';
import { agreesWithPlan } from '../plan-figures';
import { chooseValue } from '../repairs';
import { defineRule, type ReportPlace } from '../rule';
import type { NumberColumn } from '../views/number-column';
import type { TableView } from '../views/table-view';

/** More rows than these are a fault of a column or of the whole table, and others speak of it. */
const MOST_ROWS = 40;
/** One figure may agree by chance. */
const FEWEST_FIGURES = 2;

/** 校名与数对不上: a row whose figures are all those of another school of the plan, and none its own. */
export const otherSchool = defineRule({
  ids: ['P18'],
  name: 'other-school',
  level: 'error',
  group: 'plan',
  stage: 'plan',
  tables: ['schools'],
  title: '校名和数不是同一所学校的',
  protects: '名称和数错了行，每一个数都像填错了，改数反而把对的改成错的。',
  fixable: 'choice',
  source: '附件2',
  whenToExplain: '',
  messages: {
    exchanged: (d: { school: string; other: string }) =>
      `“${d.school}”一行的数是“${d.other}”的，“${d.other}”一行的数是“${d.school}”的：两行的名称或数填反了。`,
    replaced: (d: { school: string; other: string }) =>
      `“${d.school}”这一行的数与方案都不符，却与“${d.other}”完全一致，而表中没有“${d.other}”：校名写错了。`,
  },
  advice: { exchanged: '核对后把两行的名称（或数）对调。', replaced: '核对校名；不是笔误的，按方案改正数。' },
  *check(context, report) {
    for (const view of context.tablesOf('schools')) {
      if (exchangedHeaders(context, view)) continue;
      const columns = SCHOOL_MEASURES.flatMap((field) => view.numbers(field) ?? []);
      if (columns.length < FEWEST_FIGURES) continue;
      const suspects = suspectsOf(context, view, columns);
      if (suspects.length === 0 || suspects.length > MOST_ROWS) continue;
      const listed = new Set<PlanSchool>();
      for (const row of view.table.dataRows) {
        const { school } = context.matchAt(view, row);
        if (school) listed.add(school);
      }
      const told = new Set<number>();
      for (const [row, school] of suspects) {
        if (told.has(row)) continue;
        const twin = twinOf(context, view, columns, row, school);
        const other = twin === null ? ownerOf(context, columns, row, school) : null;
        if (twin !== null) {
          const name = view.name(twin);
          told.add(twin);
          yield report('exchanged', { school: view.name(row), other: name }, wide(view, row, columns), {
            found: view.name(row),
            expected: name,
            source: school.source,
            causes: { reaches: { sheet: view.sheet.name, rows: [row, twin], columns: null, notSums: true } },
          });
        } else if (other?.name && !listed.has(other)) {
          const name = other.name;
          const column = view.column('schoolName')?.column;
          yield report('replaced', { school: view.name(row), other: name }, cellPlace(view, row, 'schoolName'), {
            found: view.name(row),
            expected: name,
            source: other.source,
            causes: { reaches: { sheet: view.sheet.name, rows: [row], columns: null, notSums: true } },
            repair: () => (column === undefined ? null : chooseValue(view, row, column, [name], '改为数所属的学校')),
          });
        }
      }
    }
  },
});

/** Rows with a school of the plan of whose figures none agrees and two or more differ. */
function suspectsOf(
  context: AuditContext,
  view: TableView,
  columns: readonly NumberColumn[],
): readonly (readonly [number, PlanSchool])[] {
  const found: (readonly [number, PlanSchool])[] = [];
  for (const row of view.table.dataRows) {
    const { school } = context.matchAt(view, row);
    if (school && holds(columns, row, school) === 'foreign') found.push([row, school]);
    if (found.length > MOST_ROWS) break;
  }
  return found;
}

/** Are the row's figures the school's: two or more and no other, none but two or more others, or neither? */
function holds(columns: readonly NumberColumn[], row: number, school: PlanSchool): 'own' | 'foreign' | 'unclear' {
  let same = 0;
  let other = 0;
  for (const numbers of columns) {
    const planned = plannedOf(numbers, school);
    const value = numbers.value(row);
    if (planned === null || Number.isNaN(value)) continue;
    if (agreesWithPlan(numbers, row, planned)) same++;
    else other++;
  }
  if (same >= FEWEST_FIGURES && other === 0) return 'own';
  return same === 0 && other >= FEWEST_FIGURES ? 'foreign' : 'unclear';
}

/** Does no figure of the row speak against its being the school's? */
function fits(columns: readonly NumberColumn[], row: number, school: PlanSchool): boolean {
  return columns.every((numbers) => {
    const planned = plannedOf(numbers, school);
    return planned === null || Number.isNaN(numbers.value(row)) || agreesWithPlan(numbers, row, planned);
  });
}

function plannedOf({ column: { field } }: NumberColumn, school: PlanSchool): number | null {
  const measure = SCHOOL_MEASURES.find((each) => each === field);
  return measure === undefined ? null : school[measure].value;
}

/** The one school of the plan whose figures the row holds, or `null`. */
function ownerOf(
  context: AuditContext,
  columns: readonly NumberColumn[],
  row: number,
  school: PlanSchool,
): PlanSchool | null {
  const owners = context.plan.schools.filter(
    (each) => each !== school && each.name !== null && holds(columns, row, each) === 'own',
  );
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

/** The one other row with the figures of this row's school, whose own this row holds as far as the plan shows them. */
function twinOf(
  context: AuditContext,
  view: TableView,
  columns: readonly NumberColumn[],
  row: number,
  school: PlanSchool,
): number | null {
  const partners = view.table.dataRows.filter((each) => {
    if (each === row || holds(columns, each, school) !== 'own') return false;
    const own = context.matchAt(view, each).school;
    return own !== null && own !== school && holds(columns, each, own) !== 'own' && fits(columns, row, own);
  });
  return partners.length === 1 ? (partners[0] ?? null) : null;
}

/** From the name to the last of the figures: either may be the one to change. */
function wide(view: TableView, row: number, columns: readonly NumberColumn[]): ReportPlace {
  const own = cellPlace(view, row, 'schoolName');
  const positions = columns.map(({ column }) => column.column);
  const name = own.area?.left ?? positions[0] ?? 0;
  return {
    ...own,
    key: `${own.key}|exchanged`,
    area: { top: row, bottom: row, left: Math.min(name, ...positions), right: Math.max(name, ...positions) },
  };
}
