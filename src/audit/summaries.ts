import { fieldOf, stageMatcher, type FieldId, type StageMatcher } from '../recognize';
import type { AuditContext } from './context';
import { sameSum } from './precision';
import { isFinished, progressOf, type Progress } from './progress';
import type { TableView } from './views/table-view';

/** What summaries by stage, builder or state of building sum up: the schools of the workbook's lists. */

export interface ListedSchool {
  readonly view: TableView;
  readonly row: number;
  readonly groups: readonly string[];
  readonly progress: Progress | null;
  /** Whether it counts as a school of its own another rule must settle first: no name, an unknown one, twice in the list. */
  readonly isDoubtful: boolean;
}

/** Two rules look at the same lists. */
const known = new WeakMap<AuditContext, readonly ListedSchool[]>();

/** Rows of all lists, each school from one of them: a workbook may hold the whole list and the same by units. */
export function listedSchools(context: AuditContext): readonly ListedSchool[] {
  let listed = known.get(context);
  if (!listed) known.set(context, (listed = readLists(context)));
  return listed;
}

function readLists(context: AuditContext): readonly ListedSchool[] {
  const stageOf = stageMatcher(context.plan);
  const owners = new Map<string, TableView>();
  return context.tablesOf('schools').flatMap((view) => {
    const ofSheet = context.index.builder(view.sheet.name);
    const own = new Set<string>();
    return view.table.dataRows.flatMap((row) => {
      const { school } = context.matchAt(view, row);
      const key = school?.id ?? view.name(row);
      const owner = owners.get(key) ?? view;
      if (owner !== view) return [];
      const isDoubtful = school === null || own.has(key);
      own.add(key);
      if (key !== '') owners.set(key, view);
      const stage = view.sectionOf(row)?.stage ?? stageOf(view.text(row, 'stage')) ?? school?.stage;
      // On a sheet of one unit every row is that unit's, whatever its 建设主体 says.
      const builder =
        ofSheet ??
        context.index.builder(view.text(row, 'builder')) ??
        context.index.builder(view.sectionOf(row)?.builder ?? '');
      const progress = progressOf(view.text(row, 'status'));
      const groups = [stage, builder?.id, stateOf(view.text(row, 'status'))];
      return [{ view, row, groups: groups.filter((group) => typeof group === 'string'), progress, isDoubtful }];
    });
  });
}

/** The group of each data row of a summary; rows of no known group are left out. */
export function groupsIn(context: AuditContext, view: TableView): ReadonlyMap<number, string> {
  const stageOf = stageMatcher(context.plan);
  return new Map(
    view.table.dataRows.flatMap((row) => {
      const group = groupOf(context, stageOf, view.name(row));
      return group === null ? [] : [[row, group] as const];
    }),
  );
}

function groupOf(context: AuditContext, stageOf: StageMatcher, name: string): string | null {
  return stageOf(name) ?? context.index.builder(name)?.id ?? stateOf(name);
}

/** A state of building as a group of its own. */
function stateOf(text: string): string | null {
  const progress = progressOf(text);
  return progress === null ? null : `state:${progress}`;
}

/** What the lists add up to; `null` where one of them lacks the column or a planned figure. */
export function sumOf(schools: readonly ListedSchool[], field: FieldId): number | null {
  let sum = 0;
  for (const { view, row } of schools) {
    const numbers = view.numbers(field);
    if (!numbers) return null;
    const value = numbers.value(row);
    if (!Number.isNaN(value)) sum += value;
    else if (fieldOf(field).required) return null;
  }
  return sum;
}

/** Whoever sums up makes a slip in a cell, not in all: where fewer cells agree, the summary counts something else. */
export const MOST_AGREE = 0.6;

/** One figure of a summary beside what it should be, in the field's unit. */
export interface Comparison {
  readonly row: number;
  readonly field: FieldId;
  readonly found: number;
  readonly expected: number;
}

/** All figures of a summary that the lists hold as well, by the groups of its rows. */
export function listComparisons(
  view: TableView,
  groups: ReadonlyMap<number, string>,
  listed: readonly ListedSchool[],
): readonly Comparison[] {
  const members = new Map<number, readonly ListedSchool[]>();
  for (const [row, group] of groups) {
    const own = listed.filter((each) => each.groups.includes(group));
    if (own.length > 0) members.set(row, own);
  }
  return view.summables().flatMap(({ field }) => {
    const numbers = view.numbers(field);
    const compare = (expectedOf: (own: readonly ListedSchool[]) => number | null): readonly Comparison[] =>
      [...members].flatMap(([row, own]) => {
        const expected = expectedOf(own);
        return numbers?.isNumber(row) && expected !== null ? [{ row, field, found: numbers.value(row), expected }] : [];
      });
    const ways = STATES_OF[field];
    if (ways) return likeliest(ways.map((isCounted) => compare((own) => countOf(own, isCounted))));
    if (field === 'schoolCount') return compare((own) => (own.some((each) => each.isDoubtful) ? null : own.length));
    // Where no list says how many seats there are already, they are those of the finished schools.
    if (field === 'formedSeats' && listed.every((each) => !each.view.has(field)))
      return likeliest(
        [isFinished, isAlmostFinished].map((isCounted) => compare((own) => seatsOf(own, isCounted))),
        ({ found }) => found !== 0,
      );
    return compare((own) => sumOf(own, field));
  });
}

function seatsOf(own: readonly ListedSchool[], isCounted: StateTest): number | null {
  return countOf(own, isCounted) === null
    ? null
    : sumOf(
        own.filter(({ progress }) => progress !== null && isCounted(progress)),
        'plannedSeats',
      );
}

type StateTest = (progress: Progress) => boolean;
const isWaiting: StateTest = (progress) => progress === 'notStarted';
const isBeforeBuilding: StateTest = (progress) => isWaiting(progress) || progress === 'sitePreparation';
const isAlmostFinished: StateTest = (progress) => isFinished(progress) || progress === 'substantiallyComplete';

/** What offices count as finished, in building and not begun: they draw the lines in one of these ways. */
const STATES_OF: Readonly<Partial<Record<FieldId, readonly StateTest[]>>> = {
  finishedCount: [isFinished, isAlmostFinished],
  buildingCount: [
    (progress) => !isBeforeBuilding(progress) && !isFinished(progress),
    (progress) => !isWaiting(progress) && !isFinished(progress),
    (progress) => !isBeforeBuilding(progress) && !isAlmostFinished(progress),
    (progress) => !isWaiting(progress) && !isAlmostFinished(progress),
    (progress) => progress === 'building',
  ],
  waitingCount: [isWaiting, isBeforeBuilding],
};

/** `null` where the state of a school is not known. */
function countOf(own: readonly ListedSchool[], isCounted: StateTest): number | null {
  let count = 0;
  for (const { progress, isDoubtful } of own) {
    if (progress === null || isDoubtful) return null;
    if (isCounted(progress)) count++;
  }
  return count;
}

/** The way of counting that most figures of the column bear out; nothing where none is borne out by most. */
function likeliest(
  ways: readonly (readonly Comparison[])[],
  tells: (comparison: Comparison) => boolean = () => true,
): readonly Comparison[] {
  const agreeing = (way: readonly Comparison[]): readonly Comparison[] =>
    way.filter(({ found, expected }) => sameSum(found, expected));
  const [best = []] = [...ways].sort((a, b) => agreeing(b).length - agreeing(a).length);
  const right = agreeing(best);
  return right.some(tells) && right.length >= Math.max(2, best.length * MOST_AGREE) ? best : [];
}
