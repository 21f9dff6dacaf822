import { fieldOf, type FieldId } from '../../recognize';
import { SCHOOL_MEASURES } from '../../plan';
import type { AuditContext } from '../context';
import { cellPlace } from '../places';
import { sameSum, shown } from '../precision';
import { progressOf } from '../progress';
import { defineRule, type LeansOn } from '../rule';
import type { TableView } from '../views/table-view';

/** What a school is planned with does not change from one table of a workbook to the next. */
const PLANNED: readonly FieldId[] = [...SCHOOL_MEASURES, 'plannedInvestment'];
/** Where two tables tell of schools differently in more than this share, they count something else. */
const MOST_OFF = 0.34;

/** 同一学校: what two tables of one workbook say of the same school. */
export const sameSchool = defineRule({
  ids: ['X09'],
  name: 'same-school',
  level: 'warning',
  group: 'crossTable',
  stage: 'cross',
  tables: ['schools'],
  title: '同一学校在两张表里的数不同',
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
    for (const field of PLANNED) {
      const pairs = [...entries.values()].flatMap((all) => pairOf(all, field));
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
    for (const all of entries.values()) {
      // A list and the form of the same school are of one day; lists of two months are not.
      const form = all.find(({ view }) => view.sheet.gathered);
      const list = all.find(({ view }) => !view.sheet.gathered);
      if (!form || !list) continue;
      const [found, other] = [list, form].map(({ view, row }) => view.text(row, 'status'));
      const [a, b] = [progressOf(found ?? ''), progressOf(other ?? '')];
      if (!found || !other || a === null || b === null || a === b) continue;
      const texts = { school: list.view.name(list.row), found, other, sheet: form.view.sheet.name };
      yield report('status', texts, cellPlace(list.view, list.row, 'status'), {
        found,
        expected: other,
        leansOn: [own(list.view, list.row, 'status'), own(form.view, form.row, 'status')],
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
  return new Map(
    [...found].filter(([, all]) => all.length >= 2 && new Set(all.map(({ view }) => view)).size === all.length),
  );
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
