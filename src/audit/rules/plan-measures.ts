import { measureSimilarity, similarity, splitDepartments, foldName, type Plan, type PlanMeasure } from '../../plan';
import { readNumber } from '../../workbook';
import { otherOfContent } from '../content-of-other';
import { departmentsIn } from '../department-names';
import type { Fix } from '../finding';
import { rowCells } from '../leaning';
import { cellPlace, headerPlace } from '../places';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';
import { nameMatches, shortened } from '../wording';

/** 责任清单: annex 1's measures and their departments. */
export const planMeasures = defineRule({
  ids: ['P07', 'P08', 'D05'],
  name: 'plan-measures',
  level: 'error',
  group: 'plan',
  stage: 'plan',
  tables: ['responsibilities'],
  title: '责任清单条目或部门不符',
  protects: '条目和责任部门是方案定的，改了就追不到责任。',
  fixable: 'choice',
  source: '附件1',
  whenToExplain: '机构改革、职能划转等，写明依据。',
  messages: {
    missing: (d: { sequence: number; title: string }) => `附件1第 ${d.sequence} 条“${d.title}”没有列出。`,
    title: (d: { found: string; sequence: number; expected: string }) =>
      `“${d.found}”与附件1第 ${d.sequence} 条“${d.expected}”不符。`,
    content: (d: { found: string; sequence: number; title: string }) =>
      `“${d.found}”一行的内容是附件1第 ${d.sequence} 条“${d.title}”的。`,
    order: (d: { found: string; place: string; sequence: number }) =>
      `“${d.found}”是附件1第 ${d.sequence} 条，这里却列为第 ${d.place} 条，疑与别条对调。`,
    stranger: (d: { found: string }) => `“${d.found}”不在附件1的工作举措中。`,
    figure: (d: { sequence: number; found: string }) => `附件1第 ${d.sequence} 条里没有数字“${d.found}”，疑被改动。`,
    twice: (d: { title: string; first: string }) => `“${d.title}”与${d.first}重复。`,
    lacks: (d: { sequence: number; departments: string }) => `第 ${d.sequence} 条责任部门缺“${d.departments}”。`,
    mistyped: (d: { sequence: number; found: string; expected: string }) =>
      `第 ${d.sequence} 条责任部门“${d.found}”不在方案的部门中，疑为“${d.expected}”。`,
    heading: (d: { found: string; expected: string }) => `一级标题“${d.found}”与附件1“${d.expected}”不符。`,
  },
  advice: {
    missing: '补列该条。',
    title: '按附件1改正。',
    content: '核对举措和内容是否错行。',
    order: '按附件1的次序核对本条和部门。',
    stranger: '核对条目。',
    figure: '按附件1原文改正。',
    twice: '多列的删去；本来是另一条的，改为那一条。',
    lacks: '补上部门；职能已划转的写审核说明。',
    mistyped: '改正部门名称；机构已改名的写审核说明。',
    heading: '按附件1改正。',
  },
  *check(context, report) {
    const { plan, index } = context;
    for (const view of context.tablesOf('responsibilities')) {
      const rows = view.table.dataRows;
      const matches = new Map(
        rows.map((row) => [row, index.measure(view.name(row), sequenceOf(view.raw(row, 'sequence')))]),
      );
      const known = [...matches.values()].filter((match) => match !== null).length;
      if (known * 2 < rows.length) continue;
      const isMoved = movedIn(view, matches, plan.measures.length);
      const departmentsOf = departmentsIn(context, view);
      const seen = new Map<PlanMeasure, number>();
      let strangers = 0;
      /** Rows without a name of their own: each may be one of the measures that seem to be missing. */
      const open: number[] = [];
      for (const row of rows) {
        const text = view.name(row);
        const match = matches.get(row) ?? null;
        const place = cellPlace(view, row, 'measure');
        const short = shortened(text);
        if (text === '') {
          open.push(row);
          continue;
        }
        if (!match) {
          strangers++;
          yield report('stranger', { found: short }, place, { level: 'warning', found: text });
          continue;
        }
        const { measure } = match;
        const first = seen.get(measure);
        if (first !== undefined && match.isExact) {
          yield report('twice', { title: measure.title, first: view.lineNames([first]) }, place, {
            id: 'D05',
            found: text,
            source: '一条一行',
            causes: { blocks: true },
          });
          open.push(row);
          continue;
        }
        if (!seen.has(measure)) seen.set(measure, row);
        const told = otherOfContent(
          view,
          row,
          contentColumns(view),
          plan.measures,
          measure,
          (each) => matches.get(each)?.measure,
        );
        if (told !== null) {
          const { other } = told;
          const data = { found: short, sequence: other.sequence, title: other.title };
          yield report('content', data, told.isContent ? told.place : place, {
            level: 'warning',
            found: told.isContent ? told.text : text,
            expected: told.isContent ? measure.text : other.title,
            source: told.isContent ? measure.source : other.source,
            causes: { reaches: { sheet: view.sheet.name, rows: [row], columns: null } },
            repair: () =>
              told.isContent
                ? chooseValue(view, row, told.column, [measure.text], '按举措改正内容')
                : chooseValue(view, row, view.column('measure')?.column ?? -1, [other.title], '按内容改正'),
          });
          continue;
        }
        const moved = isMoved(row);
        if (moved !== null) {
          yield report('order', { found: short, place: String(moved), sequence: measure.sequence }, place, {
            level: 'warning',
            found: text,
            expected: plan.measures.find(({ sequence }) => sequence === moved)?.title ?? '',
            source: measure.source,
            causes: { reaches: { sheet: view.sheet.name, rows: [row], columns: null } },
          });
          continue;
        }
        const changed = changedFigure(measure, text);
        if (changed !== null)
          yield report('figure', { sequence: measure.sequence, found: changed }, place, {
            found: text,
            expected: measure.text,
            source: measure.source,
            repair: () => chooseValue(view, row, view.column('measure')?.column ?? -1, [measure.text], '按附件1改正'),
          });
        else if (!match.isExact && measureSimilarity(measure, text) < 0.98)
          yield report('title', { found: short, sequence: measure.sequence, expected: measure.title }, place, {
            level: measureSimilarity(measure, text) >= 0.9 ? 'warning' : 'error',
            found: text,
            expected: measure.title,
            source: measure.source,
            repair: () =>
              chooseValue(
                view,
                row,
                view.column('measure')?.column ?? -1,
                [/[。；]/u.test(text) ? `${measure.title}。${measure.text}` : measure.title],
                '按附件1改正',
              ),
          });
        const heading = view.text(row, 'heading');
        if (
          heading !== '' &&
          !nameMatches(numeralless(heading), numeralless(measure.heading)) &&
          // 重点任务 beside 任务内容 may hold the measure's own short title.
          !nameMatches(numeralless(heading), measure.title) &&
          ownCell(view.raw(row, 'heading'))
        )
          yield report('heading', { found: heading, expected: measure.heading }, cellPlace(view, row, 'heading'), {
            level: 'warning',
            found: heading,
            expected: measure.heading,
            source: measure.source,
          });
        const listed = view.text(row, 'departments');
        const typo = departmentsOf(listed);
        if (typo !== null) {
          yield report('mistyped', { sequence: measure.sequence, ...typo }, cellPlace(view, row, 'departments'), {
            id: 'P08',
            level: 'warning',
            found: listed,
            expected: listed.replace(typo.found, typo.expected),
            source: '同列其余各行和附件1的部门名称',
            repair: () => rename(view, row, listed.replace(typo.found, typo.expected)),
          });
          continue;
        }
        if (!view.has('departments') || listed === '' || !measure.departmentsShown) continue;
        const own = new Set(splitDepartments(plan, listed).map(foldName));
        const whole = foldName(listed);
        const lacking = measure.departments.filter(
          (each) => !own.has(foldName(each)) && !whole.includes(foldName(each)) && !isEveryone(whole),
        );
        const [only] = lacking;
        const slip = lacking.length === 1 && only !== undefined ? mistyped(plan, listed, only) : null;
        if (slip !== null && only !== undefined)
          yield report(
            'mistyped',
            { sequence: measure.sequence, found: slip, expected: only },
            cellPlace(view, row, 'departments'),
            {
              id: 'P08',
              level: 'warning',
              found: listed,
              expected: measure.departments.join('、'),
              source: measure.source,
              repair: () => rename(view, row, listed.replace(slip, only)),
            },
          );
        else if (lacking.length > 0)
          yield report(
            'lacks',
            { sequence: measure.sequence, departments: lacking.join('、') },
            cellPlace(view, row, 'departments'),
            {
              id: 'P08',
              level: 'warning',
              found: listed,
              expected: measure.departments.join('、'),
              source: measure.source,
              repair: () =>
                chooseValue(
                  view,
                  row,
                  view.column('departments')?.column ?? -1,
                  [
                    `${listed}${listed.includes('\n') ? '\n' : '、'}${lacking.join(listed.includes('\n') ? '\n' : '、')}`,
                  ],
                  '补上部门',
                ),
            },
          );
      }
      if (known * 2 <= plan.measures.length) continue;
      for (const measure of plan.measures) {
        // A text that was not understood stands for one that seems to be missing.
        if (seen.has(measure) || seen.size + strangers >= plan.measures.length) continue;
        yield report(
          'missing',
          { sequence: measure.sequence, title: measure.title },
          { ...headerPlace(view), key: `${view.key}|missing|${measure.id}`, subject: measure.title },
          {
            level: context.unit && !context.unit.isCity ? 'info' : 'error',
            expected: measure.title,
            source: measure.source,
            leansOn: open.splice(0, 1).map((row) => rowCells(view, row, ['measure'])),
          },
        );
      }
    }
  },
});

function sequenceOf(value: string | number | boolean | null): number | null {
  const reading = readNumber(value);
  return reading.kind === 'number' ? reading.value : null;
}

function numeralless(text: string): string {
  return text.replace(/^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?/u, '');
}

function rename(view: TableView, row: number, departments: string): Fix | null {
  return chooseValue(view, row, view.column('departments')?.column ?? -1, [departments], '改正部门名称');
}

/** The one listed name that the plan does not know and that is nearly the lacking one. */
function mistyped(plan: Plan, listed: string, lacking: string): string | null {
  const known = new Set(plan.departments.map(foldName));
  const strange = splitDepartments(plan, listed).filter((name) => !known.has(foldName(name)));
  const [near, ...more] = strange.filter((name) => similarity(foldName(name), foldName(lacking)) >= 0.6);
  return near !== undefined && more.length === 0 && listed.includes(near) ? near : null;
}

function isEveryone(departments: string): boolean {
  return /各(?:区|县|部门|成员单位|责任单位)|相关部门|有关部门/u.test(departments);
}

/** So many rows show that a list keeps the annex's numbers. */
const LEAST_NUMBERED = 5;

/**
 * A row that stands for another of the annex's numbers than its own words, in a list that keeps the numbers or, without
 * numbers, in the annex's whole list. Gives the number at whose place it stands.
 */
function movedIn(
  view: TableView,
  matches: ReadonlyMap<number, { readonly measure: PlanMeasure } | null>,
  whole: number,
): (row: number) => number | null {
  const rows = [...matches.keys()];
  const numbers = new Map(rows.map((row) => [row, sequenceOf(view.raw(row, 'sequence'))]));
  const isNumbered = [...numbers.values()].some((each) => each !== null);
  if (!isNumbered && rows.length === whole) rows.forEach((row, at) => numbers.set(row, at + 1));
  const known = rows.filter((row) => (numbers.get(row) ?? null) !== null && (matches.get(row) ?? null) !== null);
  const off = known.filter((row) => numbers.get(row) !== matches.get(row)?.measure.sequence);
  if (known.length < LEAST_NUMBERED || off.length !== 2) return () => null;
  // Each of the two stands where the other belongs.
  const [a = -1, b = -1] = off;
  const areExchanged =
    numbers.get(a) === matches.get(b)?.measure.sequence && numbers.get(b) === matches.get(a)?.measure.sequence;
  return (row) => (areExchanged && off.includes(row) ? (numbers.get(row) ?? null) : null);
}

const contentColumns = ({ table }: TableView): readonly number[] => table.unknownColumns.map(({ column }) => column);

/** Half the figures of a long text must be the plan's for another one to be a slip and not another wording. */
function changedFigure({ title, text }: PlanMeasure, written: string): string | null {
  const planned = new Set(figuresIn(`${title}。${text}`));
  const own = figuresIn(written.replace(/^\s*[（(]?\d{1,2}[）).、．]\s*/u, ''));
  const foreign = own.filter((figure) => !planned.has(figure));
  return own.length >= 3 && foreign.length * 2 <= own.length ? (foreign[0] ?? null) : null;
}

function figuresIn(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(/\d+(?:\.\d+)?/gu)].map(([figure]) => figure);
}

function ownCell(value: string | number | boolean | null): boolean {
  return value !== null && value !== '';
}
