import { fieldOf, type FieldId } from '../../recognize';
import { SCHOOL_MEASURES } from '../../plan';
import type { AuditContext } from '../context';
import { cellPlace } from '../places';
import { sameSum, shown } from '../precision';
import { progressOf } from '../progress';
import { defineRule, type LeansOn } from '../rule';
import type { TableView } from '../views/table-view';

/** Money of a fund that two tables of one period both state. */
const OF_FUNDS: readonly FieldId[] = ['amount', 'allocated', 'spent'];
/** What a school is planned with does not change from one table of a workbook to the next. */
const PLANNED: readonly FieldId[] = [...SCHOOL_MEASURES, 'plannedInvestment'];
/** Where two tables tell of schools differently in more than this share, they count something else. */
const MOST_OFF = 0.34;

/** 同一学校、同一专项: what two tables of one workbook say of it. */
export const sameSchool = defineRule({
  ids: ['X09'],
  name: 'same-school',
  level: 'warning',
  group: 'crossTable',
  stage: 'cross',
  tables: ['schools', 'funds'],
  title: '同一学校、同一专项在两张表里的数不同',
  protects: '目录和登记卡、明细和分表说法不一，汇总用哪一个都可能是错的。',
  fixable: 'none',
  source: '同一工作簿的另一张表',
  whenToExplain: '两张表的时点或口径不同的，写明。',
  messages: {
    figure: (d: { school: string; field: string; found: string; other: string; sheet: string }) =>
      `${d.school}${d.field}为 ${d.found}，“${d.sheet}”里是 ${d.other}。`,
    status: (d: { school: string; found: string; other: string; sheet: string }) =>
      `${d.school}的项目状态为“${d.found}”，“${d.sheet}”里是“${d.other}”。`,
  },
  advice: { figure: '核对两张表，改正填错的一张。', status: '核对两张表，改正填错的一张。' },
  *check(context, report) {
    const entries = entriesOf(context);
    const funds = fundsOf(context);
    const compared = [
      ...PLANNED.map((field) => [field, entries] as const),
      ...OF_FUNDS.map((field) => [field, funds] as const),
    ];
    for (const [field, told] of compared) {
      const pairs = [...told.values()].flatMap((all) => pairOf(all, field));
      const off = pairs.filter(({ first, second }) => !sameSum(first.value, second.value));
      if (off.length === 0 || off.length > pairs.length * MOST_OFF) continue;
      for (const { first, second } of off) {
        const texts = {
          school: first.view.name(first.row),
          field: fieldOf(field).title,
          found: shown(first.value / first.factor),
          other: shown(second.value / second.factor),
          sheet: second.view.sheet.name,
        };
        yield report('figure', texts, cellPlace(first.view, first.row, field), {
          found: texts.found,
          expected: texts.other,
          leansOn: [own(first.view, first.row, field), own(second.view, second.row, field)],
        });
      }
    }
    for (const { first, second, isForm } of differingStates(context, entries)) {
      const [found, other] = [first, second].map(({ view, row }) => view.text(row, 'status'));
      const texts = {
        school: first.view.name(first.row),
        found: found ?? '',
        other: other ?? '',
        sheet: second.view.sheet.name,
      };
      yield report('status', texts, cellPlace(first.view, first.row, 'status'), {
        found: texts.found,
        expected: texts.other,
        leansOn: [own(first.view, first.row, 'status'), own(second.view, second.row, 'status')],
        ...(isForm ? {} : { source: '同一工作簿的另一张表；其余学校两表的状态都一致' }),
      });
    }
  },
});

interface Entry {
  readonly view: TableView;
  readonly row: number;
}

/** Schools of the plan that stand in two tables or more, once in each. */
function entriesOf(context: AuditContext): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const view of context.tablesOf('schools'))
    for (const row of view.table.dataRows) {
      const id = context.matchAt(view, row).school?.id;
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), { view, row }]);
    }
  return inTwoTables(found);
}

/** The plan's funds that stand in two tables or more, once in each. */
function fundsOf(context: AuditContext): ReadonlyMap<string, readonly Entry[]> {
  const views = context.tablesOf('funds');
  if (views.length < 2) return new Map();
  const found = new Map<string, Entry[]>();
  for (const view of views)
    for (const row of view.table.dataRows) {
      const id = context.index.fund(view.name(row))?.fund.id;
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), { view, row }]);
    }
  return inTwoTables(found);
}

function inTwoTables(found: ReadonlyMap<string, readonly Entry[]>): ReadonlyMap<string, readonly Entry[]> {
  return new Map(
    [...found].filter(([, all]) => all.length >= 2 && new Set(all.map(({ view }) => view)).size === all.length),
  );
}

interface StatePair {
  readonly first: Entry;
  readonly second: Entry;
  /** The second one is a form of this school alone. */
  readonly isForm: boolean;
}

/** Pairs of tables that have to agree on so many schools before the one on which they do not is doubted. */
const LEAST_SAME = 4;

/**
 * Schools of which a list and a form, or two lists of the same day, tell different states. A list and the form of the
 * same school are of one day; two lists are where they state no other period and agree on all other schools.
 */
function differingStates(context: AuditContext, entries: ReadonlyMap<string, readonly Entry[]>): readonly StatePair[] {
  const found: StatePair[] = [];
  const lists = new Map<string, StatePair[]>();
  for (const all of entries.values()) {
    const told = all.filter(({ view, row }) => progressOf(view.text(row, 'status')) !== null);
    const [list, second] = told.filter(({ view }) => !view.sheet.gathered);
    const form = told.find(({ view }) => view.sheet.gathered);
    if (list && form && differ(list, form)) found.push({ first: list, second: form, isForm: true });
    if (!list || !second || list.view.sheet === second.view.sheet) continue;
    const key = `${list.view.key}|${second.view.key}`;
    const pairs = lists.get(key);
    const pair = { first: list, second, isForm: false };
    if (pairs) pairs.push(pair);
    else lists.set(key, [pair]);
  }
  for (const pairs of lists.values()) {
    const off = pairs.filter(({ first, second }) => differ(first, second));
    const [only] = off;
    if (only && off.length === 1 && pairs.length > LEAST_SAME && isOfOneDay(context, only)) found.push(only);
  }
  return found;
}

function differ(first: Entry, second: Entry): boolean {
  return progressOf(first.view.text(first.row, 'status')) !== progressOf(second.view.text(second.row, 'status'));
}

/** Neither sheet is named after a month or a quarter, or says that it is of another period than the other one. */
function isOfOneDay({ recognition }: AuditContext, { first, second }: StatePair): boolean {
  const names = [first, second].map(({ view }) => view.sheet.name);
  if (names.some((name) => /月|季|期|旬|周|20\d\d|年|\d{2}/u.test(name))) return false;
  const [a, b] = names.map((name) =>
    recognition.periods.filter(({ at }) => at?.sheet === name).map(({ value }) => value.text),
  );
  return !a || !b || a.length === 0 || b.length === 0 || a.some((text) => b.includes(text));
}

function pairOf(entries: readonly Entry[], field: FieldId) {
  const told = entries.flatMap(({ view, row }) => {
    const numbers = view.numbers(field);
    const value = numbers?.value(row) ?? NaN;
    return numbers && !Number.isNaN(value) ? [{ view, row, value, factor: numbers.column.factor }] : [];
  });
  const [first, second] = told;
  return first && second ? [{ first, second }] : [];
}

function own(view: TableView, row: number, field: FieldId): LeansOn {
  const column = view.column(field)?.column ?? -1;
  return { sheet: view.sheet.name, columns: [column], rows: [row], has: (each) => each === row };
}
