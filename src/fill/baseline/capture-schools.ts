import { clean } from '../../audit/precision';
import type { TableView } from '../../audit/views/table-view';
import {
  matchBuilder,
  matched,
  matchSchool,
  SCHOOL_MEASURES,
  type Plan,
  type PlanSchool,
  type PlanStage,
  type SchoolMeasure,
  type StageId,
} from '../../plan';
import { fieldOf } from '../../recognize';
import type { CellRef } from '../../workbook';
import { cellOf, figureOf, isPartialSum, type Place } from './cells';
import type { Ledger } from './ledger';

/** The plan's schools with what the workbook adds, and the stages held against their rows. */
export function captureSchools(
  views: readonly TableView[],
  plan: Plan,
  ledger: Ledger,
): Pick<Plan, 'schools' | 'stages' | 'schoolTotal'> {
  const tables = views.filter(({ kind }) => kind === 'schools');
  if (tables.length === 0) return { schools: plan.schools, stages: plan.stages, schoolTotal: plan.schoolTotal };
  const places = findPlaces(tables, plan, ledger);
  const schools = plan.schools.map((school) => {
    const place = places.get(school.id);
    if (place) return captureSchool(school, place, plan, ledger);
    const what = school.name ?? `${school.source}（公开文本缺名）`;
    const text = `${what}：工作簿中没有这一行。`;
    ledger.note({ id: `${school.id}.row`, kind: 'missing', what, published: what, captured: '', text, at: null });
    return school;
  });
  const stages = plan.stages.map((stage) => captureStage(stage, schools, tables, ledger));
  return { schools, stages, schoolTotal: captureTotal(plan, tables, ledger) };
}

function findPlaces(tables: readonly TableView[], plan: Plan, ledger: Ledger): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const strangers: (Place & { readonly stage: StageId | null; readonly name: string })[] = [];
  for (const view of tables) {
    for (const row of view.table.dataRows) {
      const name = view.name(row);
      if (name === '') continue;
      const stage = view.sectionOf(row)?.stage ?? null;
      const school = matched(matchSchool(plan, name, stage));
      if (school && !places.has(school.id)) places.set(school.id, { view, row });
      else strangers.push({ view, row, stage, name });
    }
  }
  // A name that the public text lost can only be one that the plan does not know, in the same stage.
  for (const { view, row, stage, name } of strangers) {
    const lost = plan.schools.filter(
      (school) => school.name === null && school.stage === stage && !places.has(school.id),
    );
    const sequence = view.numbers('sequence')?.value(row) ?? NaN;
    const numbered = lost.find((school) => school.sequence === sequence);
    const rivals = strangers.filter((other) => other.stage === stage).length;
    const slot = numbered ?? (lost.length === 1 && rivals === 1 ? lost[0] : undefined);
    if (slot) places.set(slot.id, { view, row });
    else {
      const id = `row.${stage ?? ''}.${name}`;
      const text = `“${name}”不在方案名单中，没有登记。`;
      ledger.note({
        id,
        kind: 'unknown',
        what: name,
        published: '',
        captured: name,
        text,
        at: cellOf({ view, row }, 'schoolName'),
      });
    }
  }
  return places;
}

function captureSchool(school: PlanSchool, place: Place, plan: Plan, ledger: Ledger): PlanSchool {
  const { view, row } = place;
  const written = view.name(row);
  const name = school.name ?? written;
  if (school.name === null) ledger.filled++;
  const measure = (field: SchoolMeasure) =>
    ledger.settle(
      `${school.id}.${field}`,
      `${name} ${fieldOf(field).title}`,
      school[field],
      figureOf(place, field),
      school.derivations[field]?.unique ? school.derivations[field].value : null,
    );
  const builder = view.text(row, 'builder');
  const remark = view.text(row, 'remark');
  const figures = {
    plannedClasses: measure('plannedClasses'),
    plannedSeats: measure('plannedSeats'),
    plannedLand: measure('plannedLand'),
  };
  const open = Object.entries(school.derivations).filter(([field]) => figures[field as SchoolMeasure].value === null);
  return {
    ...school,
    ...figures,
    name,
    builder: ledger.settle(`${school.id}.builder`, `${name} 建设主体`, school.builder, {
      value: matched(matchBuilder(plan, builder))?.name ?? null,
      at: cellOf(place, 'builder'),
    }),
    // A blank remark is an answer of its own: the annex has none for most schools.
    remark: remark === '' ? school.remark : captureRemark(school, remark, name, cellOf(place, 'remark'), ledger),
    derivations: Object.fromEntries(open),
  };
}

function captureRemark(school: PlanSchool, value: string, name: string, place: CellRef | null, ledger: Ledger) {
  return ledger.settle(`${school.id}.remark`, `${name} 备注`, school.remark, { value, at: place });
}

/** Lists the published subtotals of a stage that its rows do not come to, once every row has a figure. */
export function noteStageSums(stage: PlanStage, schools: readonly PlanSchool[], ledger: Ledger): void {
  const rows = schools.filter((school) => school.stage === stage.id);
  for (const field of SCHOOL_MEASURES) {
    const published = stage.subtotal[field].value;
    const values = rows.map((school) => school[field].value);
    if (published === null || values.some((value) => value === null)) continue;
    const sum = clean(values.reduce<number>((total, value) => total + (value ?? 0), 0));
    if (Math.abs(sum - published) < 0.005) continue;
    const what = `${stage.name}小计 ${fieldOf(field).title}`;
    const text = `${what}：公开文本为 ${published}，各校之和为 ${sum}，差 ${clean(sum - published)}。`;
    ledger.note({
      id: `${stage.id}.sum.${field}`,
      kind: 'sum',
      what,
      published: String(published),
      captured: String(sum),
      text,
      at: null,
    });
  }
}

function captureStage(
  stage: PlanStage,
  schools: readonly PlanSchool[],
  tables: readonly TableView[],
  ledger: Ledger,
): PlanStage {
  noteStageSums(stage, schools, ledger);
  const stated = tables.flatMap((view) =>
    view.table.sections.flatMap(({ stage: id, subtotalRow, rows }) =>
      id === stage.id && subtotalRow !== null ? [{ place: { view, row: subtotalRow }, rows }] : [],
    ),
  );
  const [first] = stated;
  if (!first) return stage;
  const subtotal = captureFigures(
    `${stage.id}.subtotal`,
    `${stage.name}小计`,
    stage.subtotal,
    first.place,
    first.rows,
    ledger,
  );
  return { ...stage, subtotal };
}

function captureTotal(plan: Plan, tables: readonly TableView[], ledger: Ledger): Plan['schoolTotal'] {
  const totals = tables.flatMap((view) => (view.table.totalRow === null ? [] : [{ view, row: view.table.totalRow }]));
  const [place] = totals;
  // Totals of several sheets are each a part; only a single one can be the annex's.
  return place && tables.length === 1
    ? captureFigures('total', '合计', plan.schoolTotal, place, place.view.table.dataRows, ledger)
    : plan.schoolTotal;
}

function captureFigures(
  id: string,
  what: string,
  published: PlanStage['subtotal'],
  place: Place,
  rows: readonly number[],
  ledger: Ledger,
): PlanStage['subtotal'] {
  const settle = (field: SchoolMeasure) => {
    const captured = figureOf(place, field);
    return captured.value === null || isPartialSum(place, rows, field)
      ? published[field]
      : ledger.settle(`${id}.${field}`, `${what} ${fieldOf(field).title}`, published[field], captured);
  };
  return {
    plannedClasses: settle('plannedClasses'),
    plannedSeats: settle('plannedSeats'),
    plannedLand: settle('plannedLand'),
  };
}
