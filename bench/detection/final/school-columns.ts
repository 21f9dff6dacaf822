import { yichunPlan as plan } from '../../../src/plan';
import type { Cell } from './book';
import { dateText, schoolsBy, type Figures, type School } from './figures';
import type { Column, Group } from './grid';

type SchoolColumn = Column<School>;
export interface Layout {
  readonly name: string;
  readonly draw: (book: import('./book').Book, figures: Figures) => void;
}

/** Columns of a list of schools, with the words that this clerk has for them. */
export const column = {
  seq: (...heads: string[]): SchoolColumn => ({ field: 'seq', heads }),
  name: (...heads: string[]): SchoolColumn => ({ field: 'name', heads, value: (school) => school.name }),
  stage: (...heads: string[]): SchoolColumn => ({ field: 'stage', heads, value: (school) => school.stage.name }),
  builder: (...heads: string[]): SchoolColumn => ({ field: 'builder', heads, value: (school) => school.builder }),
  nature: (...heads: string[]): SchoolColumn => ({ field: 'nature', heads, value: (school) => school.nature }),
  classes: (...heads: string[]): SchoolColumn => ({ field: 'classes', heads, value: (school) => school.classes, sums: true }), // prettier-ignore
  seats: (...heads: string[]): SchoolColumn => ({ field: 'seats', heads, value: (school) => school.seats, sums: true, format: '#,##0' }), // prettier-ignore
  land: (...heads: string[]): SchoolColumn => ({ field: 'land', heads, value: (school) => school.land, sums: true }),
  status: (...heads: string[]): SchoolColumn => ({ field: 'status', heads, value: (school) => school.status }),
  start: (...heads: string[]): SchoolColumn => ({ field: 'start', heads, value: (school) => school.start, format: 'yyyy/m/d' }), // prettier-ignore
  due: (...heads: string[]): SchoolColumn => ({ field: 'due', heads, value: (school) => school.due, format: 'yyyy/m/d' }), // prettier-ignore
  finished: (...heads: string[]): SchoolColumn => ({ field: 'finished', heads, value: (school) => school.finished, format: 'yyyy/m/d' }), // prettier-ignore
  invest: (...heads: string[]): SchoolColumn => ({ field: 'invest', heads, value: (school) => school.invest, sums: true, format: '#,##0' }), // prettier-ignore
  done: (...heads: string[]): SchoolColumn => ({ field: 'done', heads, value: (school) => school.done, sums: true, format: '#,##0' }), // prettier-ignore
  lastDone: (...heads: string[]): SchoolColumn => ({ field: 'lastDone', heads, value: (school) => school.lastDone, sums: true }), // prettier-ignore
  current: (...heads: string[]): SchoolColumn => ({ field: 'current', heads, value: (school) => school.done - school.lastDone, sums: true }), // prettier-ignore
  formed: (...heads: string[]): SchoolColumn => ({ field: 'formed', heads, value: (school) => school.formed, sums: true }), // prettier-ignore
  remark: (...heads: string[]): SchoolColumn => ({ field: 'remark', heads, value: (school) => school.remark }),
};

/** The same column with dates as `2023年6月` or `2023年6月28日`. */
export function asText(of: SchoolColumn, isWhole: boolean): SchoolColumn {
  const value = of.value;
  return {
    ...of,
    format: '@',
    value: (school) => {
      const day = value ? value(school) : null;
      return typeof day === 'number' ? dateText(day, isWhole) : null;
    },
  };
}

/** Numbers the rows within each group; returns the column. */
export function counted(groups: readonly Group<School>[], isContinuous: boolean, ...heads: string[]): SchoolColumn {
  const numbers = new Map<string, number>();
  let all = 0;
  for (const group of groups)
    group.records.forEach((school, i) => numbers.set(school.id, isContinuous ? ++all : i + 1));
  return { ...column.seq(...heads), value: (school) => numbers.get(school.id) ?? null };
}

/** done ÷ invest, as a share with a % format or as a number of percent. */
export function rateColumn(isShare: boolean, isTyped: boolean, ...heads: string[]): SchoolColumn {
  const times = isShare ? 1 : 100;
  return {
    field: 'rate',
    heads,
    format: isShare ? '0.0%' : '0.0',
    formula: (cell, row) => quotientOf(cell, row.get('done'), row.get('invest'), times, isTyped),
  };
}

export function quotientOf(
  cell: Cell,
  part: Cell | undefined,
  whole: Cell | undefined,
  times: 1 | 100,
  isTyped: boolean,
  digits = times === 1 ? 3 : 1,
): void {
  if (!part || !whole) return;
  cell.formula = { kind: 'quotient', part, whole, times, digits };
  if (!isTyped) return;
  cell.value = cell.shown();
  cell.formula = null;
}

export function differenceOf(cell: Cell, from: Cell | undefined, less: Cell | undefined, isTyped: boolean): void {
  if (!from || !less) return;
  cell.formula = { kind: 'difference', from, less };
  if (!isTyped) return;
  cell.value = cell.shown();
  cell.formula = null;
}

/** Schools by stage, in the plan's order, empty stages left out. */
export function byStage(schools: readonly School[], label: (stage: School['stage']) => string): Group<School>[] {
  return plan.stages
    .map((stage) => ({
      key: stage.id,
      label: label(stage),
      records: schools.filter((school) => school.stage.id === stage.id),
    }))
    .filter((group) => group.records.length > 0);
}

/** Schools by builder. */
export function byBuilder(figures: Figures, builders: readonly string[]): Group<School>[] {
  return builders.map((builder) => ({ key: builder, label: builder, records: schoolsBy(figures, builder, true) }));
}

export const keyOfSchool = (school: School): string => school.id;
