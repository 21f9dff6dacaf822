import type { PlanSchool, SchoolMeasure, StageId } from '../../plan';
import { stagesNamed } from '../../recognize';
import { cellsInRow } from '../leaning';
import { cellPlace, headerPlace, labelPlace } from '../places';
import { sameSum, shown } from '../precision';
import { defineRule, type Causes, type LeansOn } from '../rule';
import { rowExplains, type SectionFigures } from '../sums';
import type { AuditContext } from '../context';
import type { TableView } from '../views/table-view';

/** 学校漏报、方案小计: the list of schools as a whole against annex 2. */
export const schoolsComplete = defineRule({
  ids: ['P02', 'P06'],
  name: 'schools-complete',
  level: 'error',
  group: 'plan',
  stage: 'plan',
  tables: ['schools'],
  title: '学校漏报，或方案小计被改',
  protects: '漏报一校，全市总数就少一校。',
  fixable: 'none',
  source: '附件2',
  whenToExplain: '学校已移交其他单位的，写明。',
  messages: {
    missing: (d: { school: string; stage: string; builder: string }) =>
      `漏报“${d.school}”（${d.stage}，建设主体${d.builder}）。`,
    missingCity: (d: { school: string; stage: string }) => `附件2的“${d.school}”（${d.stage}）没有列出。`,
    planSubtotal: (d: { stage: string; field: string; found: string; expected: string }) =>
      `${d.stage}${d.field}小计为 ${d.found}，附件2小计为 ${d.expected}。`,
  },
  advice: {
    missing: '补报该校。',
    missingCity: '补列该校；不属本表范围的写明。',
    planSubtotal: '核对小计；规划已调整的写审核说明。',
  },
  *check(context, report) {
    const views = context.tablesOf('schools');
    if (views.length === 0) return;
    const listed = new Set<PlanSchool>();
    let nearby = 0;
    for (const view of views) {
      for (const row of view.table.dataRows) {
        const match = context.matchAt(view, row);
        if (match.how === 'near' || match.how === 'none') nearby += match.candidates.length > 0 ? 1 : 0;
        for (const candidate of match.candidates) listed.add(candidate);
        if (match.school) listed.add(match.school);
      }
    }
    const [first] = views;
    if (first) {
      const scope = scopeOf(context, views, listed);
      const open = nameless(views);
      for (const school of context.plan.schools) {
        if (school.name === null || listed.has(school) || !isInScope(scope, school)) continue;
        const builder = school.builder.value === null ? null : context.index.builder(school.builder.value);
        const view =
          views.find((each) => each.table.sections.some((section) => section.stage === school.stage)) ?? first;
        const row = headingOf(view, school.stage);
        const place = {
          ...(row === null ? headerPlace(view, isWhole(view) ? 'schoolName' : null) : labelPlace(view, row)),
          key: `${view.key}|missing|${school.id}`,
          subject: school.name,
        };
        const stage = stageName(context, school.stage);
        if (context.isCityWide)
          yield report('missingCity', { school: school.name, stage }, place, {
            // A list that follows land or money alone need not hold every school.
            level: views.some((each) => each.has('plannedClasses') || each.has('plannedSeats')) ? 'warning' : 'info',
            expected: school.name,
            source: school.source,
            causes: reach(context, view, school.stage),
            leansOn: open,
          });
        else if (context.unit && builder?.id === context.unit.id && !isElsewhere(scope, school))
          yield report('missing', { school: school.name, stage, builder: builder.name }, place, {
            level: 'warning',
            expected: school.name,
            source: school.source,
            causes: reach(context, view, school.stage),
            leansOn: open,
          });
      }
    }
    if (!context.isCityWide || nearby > 3) return;
    for (const view of views) {
      for (const figures of context.figures(view)) {
        const { field, factor } = figures.column;
        const stage = context.plan.stages.find((each) => each.id === figures.section.stage);
        if (
          figures.statedRow === null ||
          !stage ||
          (field !== 'plannedClasses' && field !== 'plannedSeats' && field !== 'plannedLand')
        )
          continue;
        const expected = stage.subtotal[field].value;
        if (expected === null || sameSum(figures.stated, expected)) continue;
        const { statedRow, stated } = figures;
        // Only a copy of the plan itself, blanks included, can be held to the plan's own sums.
        if (factor !== 1 || figures.blanks.length === 0 || sameSum(stated, figures.plainSum)) continue;
        // (A subtotal that adds up what is filled in so far is right as far as it goes.)
        if (!isPlansOwn(context, view, figures, field)) continue;
        const found = shown(stated / factor);
        const texts = { stage: stage.name, field: figures.numbers.title, found, expected: shown(expected) };
        yield report('planSubtotal', texts, cellPlace(view, statedRow, field), {
          id: 'P06',

          found,
          expected: texts.expected,
          source: stage.subtotal[field].source,
          causes: { corrected: [expected] },
          leansOn: [cellsInRow(view.sheet, statedRow, [figures.column.column])],
        });
      }
    }
  },
});

/** What the workbook means to list; `null` where nothing in it narrows that down. */
interface Scope {
  /** Stages that a title or a sheet's name speaks of: 小学、幼儿园建设情况 lists no other. */
  readonly stages: ReadonlySet<StageId> | null;
  /** The reporting unit reports for others (经开区、明月山区 by the bureau): of its own schools it lists none. */
  readonly isForOthers: boolean;
  /** Stages of the schools listed, where they are several builders'; `null` where all are one builder's. */
  readonly stagesListed: ReadonlySet<StageId> | null;
}

function scopeOf(context: AuditContext, views: readonly TableView[], listed: ReadonlySet<PlanSchool>): Scope {
  const { plan, unit, index } = context;
  const said = views.map(({ table }) => stagesNamed(plan, table.sheet.name, table.title));
  const named = new Set(said.flat());
  // A sheet for each stage makes the whole list again; two stages side by side, or one title, are a part of it.
  const isPart =
    said.every((each) => each.length > 0) && (named.size <= 2 || said.every((each) => each.length === named.size));
  const texts = new Set(views.flatMap((view) => view.table.dataRows.map((row) => view.text(row, 'builder'))));
  const builders = new Set([...texts].flatMap((text) => index.builder(text)?.id ?? []));
  for (const school of listed) {
    const builder = school.builder.value === null ? null : index.builder(school.builder.value);
    if (builder) builders.add(builder.id);
  }
  const headed = views.flatMap(({ table }) => table.sections.flatMap(({ stage }) => stage ?? []));
  const stagesListed = new Set([...headed, ...[...listed].map(({ stage }) => stage)]);
  return {
    stages: isPart ? named : null,
    isForOthers: unit !== null && builders.size > 0 && !builders.has(unit.id),
    stagesListed: builders.size > 1 ? stagesListed : null,
  };
}

function isInScope({ stages, isForOthers }: Scope, school: PlanSchool): boolean {
  return !isForOthers && (stages === null || stages.has(school.stage));
}

/** A list of several builders' schools without any of that stage: the stage is none of its business. */
function isElsewhere({ stagesListed }: Scope, school: PlanSchool): boolean {
  return stagesListed !== null && !stagesListed.has(school.stage);
}

function stageName(context: AuditContext, id: string): string {
  return context.plan.stages.find((stage) => stage.id === id)?.name ?? '';
}

/** Every figure of the section is one that the plan shows. */
function isPlansOwn(context: AuditContext, view: TableView, figures: SectionFigures, field: SchoolMeasure): boolean {
  const filled = figures.section.rows.filter((row) => figures.numbers.isNumber(row));
  return filled.length > 0 && filled.every((row) => context.schoolAt(view, row)?.[field].value != null);
}

/** The table lists one stage, which its title names. */
function isWhole({ table }: TableView): boolean {
  return table.sectionStyle === 'onePerSheet';
}

/** Row of the stage's heading, else of its first row; `null` where the table has no such section or is all of it. */
function headingOf(view: TableView, stage: string): number | null {
  if (isWhole(view)) return null;
  const section = view.table.sections.find((each) => each.stage === stage);
  return section ? (section.headingRow ?? section.rows[0] ?? null) : null;
}

/** A row whose name was not filled in may be the school that seems to be missing. */
function nameless(views: readonly TableView[]): readonly LeansOn[] {
  return views.map((view) => {
    const rows = view.table.dataRows.filter((row) => view.name(row) === '');
    const all = new Set(rows);
    return {
      sheet: view.sheet.name,
      columns: [view.column('schoolName')?.column ?? -1],
      rows,
      has: (row) => all.has(row),
    };
  });
}

/** A lost row explains why its stage's subtotals are all larger than their rows. */
function reach(context: AuditContext, view: TableView, stage: string): Causes {
  const section = view.table.sections.find((each) => each.stage === stage);
  if (!section) return {};
  const figures = context.figures(view);
  const explains =
    section.subtotalRow === null && view.table.sections.length === 1
      ? totalsExceed(view, figures)
      : rowExplains(figures, section, null);
  if (!explains) return {};
  return { reaches: { sheet: view.sheet.name, rows: section.rows, columns: null } };
}

/** In a table of one stage the total stands for the subtotal: every stated total is larger than its rows. */
function totalsExceed(view: TableView, all: readonly SectionFigures[]): boolean {
  const row = view.table.totalRow;
  if (row === null) return false;
  const off = all.filter(
    ({ numbers, sum, blanks }) => numbers.isNumber(row) && blanks.length === 0 && !sameSum(numbers.value(row), sum),
  );
  return off.length > 0 && off.every(({ numbers, sum }) => numbers.value(row) > sum);
}
