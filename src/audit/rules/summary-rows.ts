import { fieldOf, type FieldId } from '../../recognize';
import { isBlank, squeezed } from '../../workbook';
import type { AuditContext } from '../context';
import { cellPlace } from '../places';
import { sameSum } from '../precision';
import { defineRule } from '../rule';
import { groupsIn, listComparisons, listedSchools, MOST_AGREE, type ListedSchool } from '../summaries';
import type { TableView } from '../views/table-view';

/** So many groups side by side are meant to be all there are. */
const LEAST_GROUPS = 3;

/** 汇总表各行: a stage or builder that has two rows in a summary, or none though the lists have schools of it. */
export const summaryRows = defineRule({
  ids: ['D05', 'X08'],
  name: 'summary-rows',
  level: 'warning',
  group: 'crossTable',
  stage: 'structure',
  tables: ['summary', 'schools'],
  title: '汇总表缺一行或一行列了两遍',
  protects: '汇总表少一个学段或一个区，合计跟着少，表面上却看不出来。',
  fixable: 'none',
  source: '一个学段（单位）一行；同一工作簿的学校明细表',
  whenToExplain: '汇总表只汇总一部分学段（单位）的，写明。',
  messages: {
    twice: (d: { name: string; other: string; missing: string }) =>
      `汇总表“${d.name}”列了两行（另见${d.other}）${d.missing === '' ? '' : `，没有“${d.missing}”`}。`,
    missing: (d: { group: string; count: number }) =>
      `明细表列有“${d.group}”学校 ${d.count} 所，汇总表没有“${d.group}”一行。`,
  },
  advice: {
    twice: '核对本行是哪一个学段（单位）的数，改正名称；确是重复的删去一行。',
    missing: '补上这一行，再核对合计。',
  },
  *check(context, report) {
    const summaries = context.tablesOf('summary');
    if (summaries.length === 0) return;
    const listed = listedSchools(context);
    for (const view of summaries) {
      const { dataRows } = view.table;
      const groups = groupsIn(context, view);
      const missing = missingGroups(context, view, groups, listed);
      const nameOf = (group: string): string =>
        context.plan.stages.find(({ id }) => id === group)?.name ??
        context.plan.builders.find(({ id }) => id === group)?.name ??
        '';
      const twice = repeatedRows(view);
      for (const [first, second] of twice) {
        const row = worse(view, groups, listed, first, second);
        const other = view.lineNames([row === first ? second : first]);
        const [only = ''] = missing.length === 1 ? missing : [];
        yield report(
          'twice',
          { name: view.name(row), other, missing: nameOf(only) },
          cellPlace(view, row, 'groupName'),
          {
            id: 'D05',
            found: view.name(row),
            expected: nameOf(only),
            causes: { blocks: true },
          },
        );
      }
      if (twice.length > 0 || missing.length !== 1 || groups.size < LEAST_GROUPS || groups.size < dataRows.length)
        continue;
      const [group = ''] = missing;
      if (!agreesWithLists(view, groups, listed)) continue;
      const count = listed.filter((each) => each.groups.includes(group)).length;
      const row = rowFor(context, view, groups, group);
      yield report('missing', { group: nameOf(group), count }, cellPlace(view, row, 'groupName'), {
        id: 'X08',
        expected: nameOf(group),
      });
    }
  },
});

/** Rows of one name that no other words tell apart, each pair once. */
function repeatedRows(view: TableView): readonly (readonly [number, number])[] {
  const { dataRows, columns, unknownColumns, sheet } = view.table;
  const isFigure = (field: FieldId): boolean => ['number', 'wholeNumber', 'percent'].includes(fieldOf(field).type);
  const counted = new Set(columns.filter(({ field }) => isFigure(field)).map(({ column }) => column));
  const words = [...columns, ...unknownColumns].map(({ column }) => column).filter((column) => !counted.has(column));
  const seen = new Map<string, number>();
  const found: [number, number][] = [];
  for (const row of dataRows) {
    const texts = words.map((column) => {
      const value = sheet.values[(row - sheet.top) * sheet.columnCount + column - sheet.left] ?? null;
      return typeof value === 'string' ? squeezed(value) : '';
    });
    if (isBlank(view.name(row))) continue;
    const key = texts.join('\u0000');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else found.push([first, row]);
  }
  return found;
}

/** Of two rows of one name the one whose figures are not its group's; the second where nothing tells. */
function worse(
  view: TableView,
  groups: ReadonlyMap<number, string>,
  listed: readonly ListedSchool[],
  first: number,
  second: number,
): number {
  const off = (row: number): number =>
    listComparisons(view, new Map([...groups].filter(([each]) => each === row)), listed).filter(
      ({ found, expected }) => !sameSum(found, expected),
    ).length;
  return off(first) > off(second) ? first : second;
}

/** Groups of the lists that the summary has no row for, where all its groups are of one sort. */
function missingGroups(
  { plan }: AuditContext,
  view: TableView,
  groups: ReadonlyMap<number, string>,
  listed: readonly ListedSchool[],
): readonly string[] {
  const own = new Set(groups.values());
  const sort = [plan.stages, plan.builders]
    .map((each) => each.map(({ id }): string => id))
    .find((ids) => own.size > 0 && [...own].every((group) => ids.includes(group)));
  if (!sort) return [];
  const present = new Set(listed.filter(({ isDoubtful }) => !isDoubtful).flatMap((each) => each.groups));
  if (![...own].every((group) => present.has(group))) return [];
  // A summary of 中小学 or 义务教育 says itself that it leaves something out.
  const isPart = /义务教育|中小学(?!.{0,2}幼儿园)|基础教育|不含|除.{1,8}外/u.test(
    `${view.table.title ?? ''}${view.sheet.name}`,
  );
  return isPart ? [] : sort.filter((group) => present.has(group) && !own.has(group));
}

/** Most of its figures are those of the lists, in two columns at least. */
function agreesWithLists(
  view: TableView,
  groups: ReadonlyMap<number, string>,
  listed: readonly ListedSchool[],
): boolean {
  const all = listComparisons(view, groups, listed);
  const right = all.filter(({ found, expected }) => sameSum(found, expected));
  const fields = new Set<FieldId>(right.map(({ field }) => field));
  return fields.size >= 2 && right.length >= all.length * MOST_AGREE;
}

/** Where the row should stand by the plan's order: the row that stands there now, or the last one. */
function rowFor({ plan }: AuditContext, view: TableView, groups: ReadonlyMap<number, string>, group: string): number {
  const order = [...plan.stages, ...plan.builders].map(({ id }): string => id);
  const at = order.indexOf(group);
  const after = [...groups].find(([, each]) => order.indexOf(each) > at);
  return after?.[0] ?? view.table.dataRows.at(-1) ?? view.table.area.top;
}
