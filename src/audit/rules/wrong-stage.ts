import { SCHOOL_MEASURES } from '../../plan';
import { stageMatcher, type StageMatcher } from '../../recognize';
import { cellPlace, labelPlace } from '../places';
import { chooseValue } from '../repairs';
import { defineRule, MEMBERSHIP, type Causes, type ReportPlace } from '../rule';
import { rowExplains } from '../sums';
import type { AuditContext } from '../context';
import { mergeIndexOf } from '../views/merge-index';
import type { TableView } from '../views/table-view';

/** 学段错位: a school under another stage than annex 2's; where all rows below a heading are, the heading is wrong. */
export const wrongStage = defineRule({
  ids: ['P14', 'S09'],
  name: 'wrong-stage',
  level: 'error',
  group: 'plan',
  stage: 'plan',
  tables: ['schools'],
  title: '学段与附件2不符',
  protects: '放错学段，两个学段的小计都错。',
  fixable: 'choice',
  source: '附件2',
  whenToExplain: '学校办学层次经批准调整的，写明批文。',
  messages: {
    wrongStage: (d: { school: string; found: string; expected: string }) =>
      `“${d.school}”在附件2属于${d.expected}，这里列在${d.found}。`,
    wrongHeading: (d: { rows: number; found: string; expected: string; first: string }) =>
      `“${d.found}”下的 ${d.rows} 所学校在附件2都属于${d.expected}（如“${d.first}”），学段写错了。`,
    unknownStage: (d: { school: string; found: string; expected: string }) =>
      `“${d.school}”的学段“${d.found}”不是附件2的学段${d.expected === '' ? '' : `，应为“${d.expected}”`}。`,
  },
  advice: {
    wrongStage: '移到所属学段，或改正学段。',
    wrongHeading: '改正学段名称；学校确实列错的，移到所属学段。',
    unknownStage: '改为附件2的学段名称。',
  },
  *check(context, report) {
    const stageOf = stageMatcher(context.plan);
    for (const view of context.tablesOf('schools')) {
      const { sheet } = view;
      const open = openRows(view, stageOf);
      const unknown = open.filter((row) => isStranger(stageText(view, row)));
      for (const group of groupsOf(context, view)) {
        const { rows, found, place } = group;
        const [first] = group.strays;
        const expected = oneStage(group.strays.map((each) => each.stage));
        const reaches = {
          sheet: sheet.name,
          rows: rowsOfStages(view, [found, expected ?? found]),
          columns: [MEMBERSHIP],
        };
        if (place && first && expected !== null && group.strays.length >= 2 && group.strays.length === group.known) {
          const names = { found: stageName(context, found), expected: stageName(context, expected) };
          yield report('wrongHeading', { ...names, rows: rows.length, first: view.name(first.row) }, place, {
            ...names,
            causes: { reaches },
          });
          continue;
        }
        for (const { row, stage } of group.strays) {
          // Such a row stands with the rows above it only because it has to stand somewhere.
          if (open.includes(row)) continue;
          const names = { found: stageName(context, found), expected: stageName(context, stage) };
          // A row's own stage cell is wrong unless its figures say that it is another school's row.
          const isOwn = view.table.sectionStyle === 'stageColumn' && place === null;
          const column = isOwn && !contradictsPlan(context, view, row) ? 'stage' : 'schoolName';
          yield report('wrongStage', { school: view.name(row), ...names }, cellPlace(view, row, column), {
            ...names,
            source: context.schoolAt(view, row)?.source ?? '附件2',
            causes: rowCauses(context, view, row, rowsOfStages(view, [found, stage])),
            leansOn: [
              {
                sheet: sheet.name,
                columns: [view.column('schoolName')?.column ?? -1],
                rows: [row],
                has: (r) => r === row,
                explainedBy: () => false,
              },
            ],
          });
        }
      }
      for (const row of hasPlainStages(view, stageOf) ? view.table.dataRows : []) {
        const found = stageOf(stageText(view, row));
        const school = context.schoolAt(view, row);
        if (found === null || !school || school.stage === found) continue;
        const names = { found: stageName(context, found), expected: stageName(context, school.stage) };
        const column = contradictsPlan(context, view, row) ? 'schoolName' : 'stage';
        yield report('wrongStage', { school: view.name(row), ...names }, cellPlace(view, row, column), {
          ...names,
          source: school.source,
          causes: { blocks: true },
        });
      }
      for (const row of unknown) {
        const text = stageText(view, row);
        const column = view.column('stage')?.column ?? -1;
        const expected = stageName(context, context.schoolAt(view, row)?.stage ?? '');
        const merge = mergeIndexOf(sheet).at(row, column);
        const last = merge?.bottom ?? row;
        const rows = view.table.dataRows.filter((each) => each >= row && each <= last);
        yield report('unknownStage', { school: view.name(row), found: text, expected }, cellPlace(view, row, 'stage'), {
          id: 'S09',
          level: 'warning',
          found: text,
          expected,
          // One row spoils the sums of two stages; a merged cell's rows keep together.
          causes: { reaches: { sheet: sheet.name, rows, columns: rows.length === 1 ? null : [MEMBERSHIP] } },
          repair: () => (expected === '' ? null : chooseValue(view, row, column, [expected], '按附件2改正学段')),
        });
      }
    }
  },
});

/** Schools of several stages, which annex 2 puts under one of them. */
const MIXED = /一贯|完全|完中|中小学|十二年/u;

function stageText(view: TableView, row: number): string {
  return String(view.raw(row, 'stage') ?? '').trim();
}

/** Rows whose own stage cell is filled and means no stage. */
function openRows(view: TableView, stageOf: StageMatcher): readonly number[] {
  if (view.table.sectionStyle !== 'stageColumn' && !hasPlainStages(view, stageOf)) return [];
  return view.table.dataRows.filter((row) => {
    const text = stageText(view, row);
    return text !== '' && stageOf(text) === null;
  });
}

/** Words that mean no stage, and neither an error value nor several stages. */
function isStranger(text: string): boolean {
  return !text.startsWith('#') && !MIXED.test(text);
}

/** A list by builders, or without any sections, whose rows say their stages themselves. */
function hasPlainStages(view: TableView, stageOf: StageMatcher): boolean {
  const { table } = view;
  if (!view.has('stage') || table.sections.some(({ stage }) => stage !== null)) return false;
  const texts = table.dataRows.map((row) => stageText(view, row)).filter((text) => text !== '');
  const known = texts.filter((text) => stageOf(text) !== null).length;
  return known * 10 >= texts.length * 6 || /学段/u.test(view.column('stage')?.header ?? '');
}

function contradictsPlan(context: AuditContext, view: TableView, row: number): boolean {
  const school = context.schoolAt(view, row);
  return SCHOOL_MEASURES.some((field) => {
    const planned = school?.[field].value ?? null;
    const value = view.numbers(field)?.value(row) ?? NaN;
    return planned !== null && !Number.isNaN(value) && Math.abs(value - planned) > 0.01;
  });
}

interface Group {
  readonly rows: readonly number[];
  /** Stage under which the rows stand. */
  readonly found: string;
  /** The one cell that says so for all of them; `null` where each row says it itself. */
  readonly place: ReportPlace | null;
  /** How many rows hold schools of the plan. */
  readonly known: number;
  /** Rows of schools that the plan has under another stage. */
  readonly strays: readonly { readonly row: number; readonly stage: string }[];
}

/** Rows that share one statement of their stage: a heading, or a merged cell of the stage column. */
function groupsOf(context: AuditContext, view: TableView): readonly Group[] {
  const groups: Group[] = [];
  for (const section of view.table.sections) {
    const found = section.stage;
    if (found === null) continue;
    const add = (rows: readonly number[], place: ReportPlace | null): void => {
      const known = rows.flatMap((row) => {
        const stage = context.schoolAt(view, row)?.stage;
        return stage === undefined ? [] : [{ row, stage }];
      });
      const strays = known.filter((each) => each.stage !== found);
      if (strays.length > 0) groups.push({ rows, found, place, known: known.length, strays });
    };
    if (section.headingRow !== null) add(section.rows, labelPlace(view, section.headingRow));
    else for (const [rows, place] of byStageCell(view, section.rows)) add(rows, place);
  }
  return groups;
}

function byStageCell(
  view: TableView,
  rows: readonly number[],
): readonly (readonly [readonly number[], ReportPlace | null])[] {
  const column = view.table.sectionStyle === 'stageColumn' ? view.column('stage')?.column : undefined;
  if (column === undefined) return [[rows, null]];
  const merges = mergeIndexOf(view.sheet);
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const top = merges.at(row, column)?.top ?? row;
    groups.set(top, [...(groups.get(top) ?? []), row]);
  }
  return [...groups].map(([top, own]) => {
    const area = { top, bottom: top, left: column, right: column };
    return [own, own.length > 1 ? { ...cellPlace(view, own[0] ?? top, 'stage'), area } : null] as const;
  });
}

function oneStage(stages: readonly string[]): string | null {
  const [first = null] = stages;
  return stages.every((stage) => stage === first) ? first : null;
}

/** The row spoils the sums of both stages where it explains what they are off by; its own figures in any case. */
function rowCauses(context: AuditContext, view: TableView, row: number, rows: readonly number[]): Causes {
  const section = view.sectionOf(row);
  const explains = section !== null && rowExplains(context.figures(view), section, row);
  const sheet = view.sheet.name;
  return {
    reaches: explains ? { sheet, rows, columns: null } : { sheet, rows: [row], columns: null, notSums: true },
  };
}

function stageName(context: AuditContext, id: string): string {
  return context.plan.stages.find((stage) => stage.id === id)?.name ?? '';
}

function rowsOfStages(view: TableView, stages: readonly string[]): readonly number[] {
  return view.table.sections
    .filter((section) => section.stage !== null && stages.includes(section.stage))
    .flatMap((section) => [...section.rows, section.headingRow ?? -1, section.subtotalRow ?? -1]);
}
