import { fieldOf, type FieldId } from '../../recognize';
import { SCHOOL_MEASURES, type Plan } from '../../plan';
import { rowCells } from '../leaning';
import { cellPlace, headerPlace } from '../places';
import { sameSum, shown } from '../precision';
import { defineRule, MEMBERSHIP, type LeansOn } from '../rule';
import { groupsIn, listComparisons, listedSchools, MOST_AGREE, type Comparison, type ListedSchool } from '../summaries';
import type { TableView } from '../views/table-view';

/** 分学段、分单位、分状态汇总: what a summary says against the lists of the same workbook, the plan, and its own parts. */
export const summaryFigures = defineRule({
  ids: ['X08', 'P06', 'A17', 'S05'],
  name: 'summary-figures',
  level: 'warning',
  group: 'crossTable',
  stage: 'cross',
  tables: ['summary', 'schools'],
  title: '汇总表与明细表或方案不符',
  protects: '领导看的是汇总表，汇总表一格抄错，明细再准也没有用。',
  fixable: 'none',
  source: '同一工作簿的学校明细表',
  whenToExplain: '汇总与明细口径不同的，写明。',
  messages: {
    lists: (d: { group: string; field: string; found: string; expected: string }) =>
      `汇总表“${d.group}”${d.field}为 ${d.found}，明细表各校合计为 ${d.expected}。`,
    plan: (d: { group: string; field: string; found: string; expected: string }) =>
      `汇总表“${d.group}”${d.field}为 ${d.found}，附件2小计为 ${d.expected}。`,
    unit: (d: { field: string; unit: string; times: string; of: string }) =>
      `汇总表${d.field}表头单位为“${d.unit}”，各行都是${d.of}的 ${d.times} 倍，单位写错了。`,
    parts: (d: { group: string; parts: string; sum: string; whole: string }) =>
      `“${d.group}”已完工、在建、未开工合计 ${d.sum} 所（${d.parts}），学校数为 ${d.whole} 所。`,
  },
  advice: {
    lists: '核对明细后改汇总，或改为引用明细表合计的公式。',
    plan: '按方案核对；规划已调整的写明依据。',
    unit: '改正表头单位，或把整列的数换算过来。',
    parts: '核对各项所数。',
  },
  *check(context, report) {
    const summaries = context.tablesOf('summary');
    if (summaries.length === 0) return;
    const listed = listedSchools(context);
    for (const view of summaries) {
      const groups = groupsIn(context, view);
      const ofLists = listComparisons(view, groups, listed);
      const ofPlan =
        ofLists.length === 0 && context.unit?.isCity !== false
          ? (['schoolCount', ...SCHOOL_MEASURES] as const).flatMap((field) =>
              planComparisons(context.plan, view, groups, field),
            )
          : [];
      const wrongUnits = new Set<FieldId>();
      for (const { field, times } of unitFaults(view, [...ofLists, ...ofPlan])) {
        wrongUnits.add(field);
        const column = view.column(field);
        const unit = column?.unit ?? '';
        const of = ofPlan.length > 0 ? '附件2小计' : '明细表合计';
        yield report('unit', { field: view.title(field), unit, times, of }, headerPlace(view, field), {
          id: 'S05',
          level: 'error',
          found: unit,
          causes: { reaches: { sheet: view.sheet.name, rows: null, columns: [column?.column ?? -1] } },
        });
      }
      const inUnit = ({ field }: Comparison): boolean => !wrongUnits.has(field);
      for (const { row, field, found, expected } of differing(ofLists.filter(inUnit), 1)) {
        const texts = wordsFor(view, row, field, found, expected);
        yield report('lists', texts, cellPlace(view, row, field), {
          id: 'X08',
          found: texts.found,
          expected: texts.expected,
          leansOn: [
            rowCells(view, row, [field, 'groupName']),
            ...leansOnLists(listed, groups.get(row) ?? '', field, found - expected),
          ],
          causes: { corrected: [expected] },
        });
      }
      for (const field of ['schoolCount', ...SCHOOL_MEASURES] as const)
        for (const { row, found, expected } of differing(
          ofPlan.filter((each) => each.field === field && inUnit(each)),
          2,
        )) {
          const texts = wordsFor(view, row, field, found, expected);
          yield report('plan', texts, cellPlace(view, row, field), {
            id: 'P06',
            found: texts.found,
            expected: texts.expected,
            source: `附件2 · ${view.name(row)}小计`,
            leansOn: [rowCells(view, row, [field, 'groupName'])],
          });
        }
      for (const { row, found, expected } of differing(partComparisons(view), 2)) {
        const columns = PARTS.map((part) => view.column(part)?.column ?? -1);
        const place = cellPlace(view, row, 'buildingCount');
        const area = { top: row, bottom: row, left: Math.min(...columns), right: Math.max(...columns) };
        const parts = PARTS.map((part) => shown(view.numbers(part)?.value(row) ?? 0)).join('＋');
        const texts = { group: view.name(row), parts, sum: shown(found), whole: shown(expected) };
        yield report(
          'parts',
          texts,
          { ...place, area },
          {
            id: 'A17',
            found: texts.sum,
            expected: texts.whole,
            leansOn: ([...PARTS, 'schoolCount'] as const).map((field) => rowCells(view, row, [field])),
          },
        );
      }
    }
  },
});

const PARTS = ['finishedCount', 'buildingCount', 'waitingCount'] as const;

/** The comparisons that fail, where enough of all hold and at least `least` do. */
function differing(all: readonly Comparison[], least: number): readonly Comparison[] {
  const off = all.filter(({ found, expected }) => !sameSum(found, expected));
  const right = all.length - off.length;
  return right >= least && right >= all.length * MOST_AGREE ? off : [];
}

/** Columns all of whose figures are off by the factor between two units of theirs, in two rows or more. */
function unitFaults(
  view: TableView,
  all: readonly Comparison[],
): readonly { readonly field: FieldId; readonly times: string }[] {
  return [...new Set(all.map(({ field }) => field))].flatMap((field) => {
    const own = all.filter((each) => each.field === field && (each.found !== 0 || each.expected !== 0));
    const ratios = own.map(({ found, expected }) => found / expected);
    const [ratio] = ratios;
    if (ratio === undefined || ratios.length < 2 || view.column(field)?.unit == null) return [];
    const isOne = ratios.every((each) => Math.abs(each / ratio - 1) < 0.01);
    const factors = Object.values(fieldOf(field).unitFactors).filter((factor) => factor !== 1);
    const isUnit = factors.some((factor) => [factor, 1 / factor].some((each) => Math.abs(ratio / each - 1) < 0.02));
    return isOne && isUnit ? [{ field, times: shown(ratio) }] : [];
  });
}

function planComparisons(
  plan: Plan,
  view: TableView,
  groups: ReadonlyMap<number, string>,
  field: 'schoolCount' | (typeof SCHOOL_MEASURES)[number],
): readonly Comparison[] {
  const numbers = view.numbers(field);
  return [...groups].flatMap(([row, group]) => {
    const stage = plan.stages.find(({ id }) => id === group);
    const expected = field === 'schoolCount' ? stage?.expectedRows : stage?.subtotal[field].value;
    return numbers?.isNumber(row) && typeof expected === 'number'
      ? [{ row, field, found: numbers.value(row), expected }]
      : [];
  });
}

function partComparisons(view: TableView): readonly Comparison[] {
  const whole = view.numbers('schoolCount');
  const parts = PARTS.map((part) => view.numbers(part));
  return view.table.dataRows.flatMap((row) => {
    const found = parts.reduce((sum, part) => sum + (part?.value(row) ?? NaN), 0);
    const expected = whole?.value(row) ?? NaN;
    return Number.isNaN(found + expected) ? [] : [{ row, field: 'schoolCount' as const, found, expected }];
  });
}

function wordsFor(view: TableView, row: number, field: FieldId, found: number, expected: number) {
  const factor = view.column(field)?.factor ?? 1;
  return {
    group: view.name(row),
    field: view.title(field),
    found: shown(found / factor),
    expected: shown(expected / factor),
  };
}

/**
 * A fault in the lists explains the difference: the summary is looked at again when they are right. So does a school
 * that stands in another group or in none, where just its figures are what the summary is off by.
 */
function leansOnLists(
  listed: readonly ListedSchool[],
  group: string,
  field: FieldId,
  difference: number,
): readonly LeansOn[] {
  const isCount = field === 'schoolCount' || PARTS.some((part) => part === field);
  const found: LeansOn[] = [];
  for (const view of new Set(listed.map((each) => each.view))) {
    const own = new Set<number>();
    const moved = new Set<number>();
    for (const each of listed) {
      if (each.view !== view) continue;
      const isOwn = each.groups.includes(group);
      if (isOwn) own.add(each.row);
      const value = isCount ? 1 : (view.numbers(field)?.value(each.row) ?? NaN);
      if (sameSum(isOwn ? -value : value, difference)) moved.add(each.row);
    }
    const columns = (['schoolName', 'stage', 'builder', 'status'] as const).map(
      (each) => view.column(each)?.column ?? -1,
    );
    const column = view.column(field)?.column;
    const sheet = view.sheet.name;
    // Rows that stand twice or are no schools are counted wrong wherever they are.
    if (isCount) found.push({ sheet, columns: [...columns, MEMBERSHIP], has: () => true });
    else {
      if (column !== undefined && own.size > 0)
        found.push({
          sheet,
          columns: [column],
          has: (row) => own.has(row),
          explainedBy: (corrected) => {
            let change = 0;
            for (const row of own) {
              const value = corrected(row, column);
              const stated = view.numbers(field)?.value(row) ?? NaN;
              if (value !== undefined) change += value - (Number.isNaN(stated) ? 0 : stated);
            }
            return sameSum(change, difference);
          },
        });
      if (moved.size > 0) found.push({ sheet, columns: [...columns, MEMBERSHIP], has: (row) => moved.has(row) });
    }
  }
  return found;
}
