import type { PlanFund, PlanMeasure } from '../../plan';
import { readNumber, valueAt } from '../../workbook';
import type { AuditContext } from '../context';
import { isWordForWord, wordingOf, type PlannedText } from '../plan-texts';
import { areaPlace, cellPlace } from '../places';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';
import { shortened } from '../wording';

/** 附件原文: measures and what funds are for, where a column repeats the plan word for word. */
export const planWording = defineRule({
  ids: ['P19'],
  name: 'plan-wording',
  level: 'warning',
  group: 'plan',
  stage: 'plan',
  tables: ['responsibilities', 'funds'],
  title: '照抄的附件原文有出入',
  protects: '举措和经费用途是方案定的，漏抄、改字会改变任务。',
  fixable: 'choice',
  source: '附件1、附件3原文',
  whenToExplain: '方案文字经批准调整的，写明依据。',
  messages: {
    changed: (d: { name: string; found: string; expected: string }) =>
      `“${d.name}”一行写“${d.found}”，附件原文为“${d.expected}”。`,
    cut: (d: { name: string; rest: string }) => `“${d.name}”一行的文字没有抄完，附件原文后面还有“${d.rest}”。`,
  },
  advice: { changed: '按附件原文改正。', cut: '按附件原文补全。' },
  *check(context, report) {
    for (const view of [...context.tablesOf('responsibilities'), ...context.tablesOf('funds')]) {
      const entries = new Map(view.table.dataRows.map((row) => [row, entryOf(context, view, row)]));
      for (const column of textColumns(view)) {
        const filled = view.table.dataRows.flatMap((row) => {
          const value = valueAt(view.sheet, row, column);
          const entry = entries.get(row) ?? null;
          return typeof value === 'string' && value.trim() !== '' && entry !== null ? [{ row, value, entry }] : [];
        });
        const same = filled.filter(({ value, entry }) => isWordForWord(value, entry));
        // A column that words the measures anew is none that repeats the plan.
        if (same.length < LEAST_SAME || same.length * 3 < filled.length * 2) continue;
        for (const { row, value, entry } of filled) {
          const wording = wordingOf(value, entry);
          if (wording.kind !== 'changed' && wording.kind !== 'cut') continue;
          const { title, text, source } = entry;
          const known = view.table.columns.find((each) => each.column === column);
          const place = known
            ? cellPlace(view, row, known.field)
            : areaPlace(view, { top: row, bottom: row, left: column, right: column }, `${view.rowKey(row)}|wording`);
          const isWhole = known?.field === 'measure' && value.includes(title);
          const right = isWhole ? `${NUMBER.exec(value)?.[0] ?? ''}${title}。${text}` : text;
          const details = {
            found: value,
            expected: text,
            source,
            repair: () => chooseValue(view, row, column, [right], '按附件原文改正'),
          };
          if (wording.kind === 'changed')
            yield report('changed', { name: title, found: wording.found, expected: wording.expected }, place, details);
          else yield report('cut', { name: title, rest: shortened(wording.rest, REST_SHOWN) }, place, details);
        }
      }
    }
  },
});

const LEAST_SAME = 3;
const NUMBER = /^\s*[（(]?\d{1,2}[）)]?[.、．]/u;
/** Of what was not copied, enough to find it in the annex. */
const REST_SHOWN = 16;

/** Columns that may repeat the plan: the measure or content itself, and those that no known field claims. */
function textColumns({ table }: TableView): readonly number[] {
  const known = table.columns.filter(({ field }) => field === 'measure' || field === 'fundContent');
  return [...known, ...table.unknownColumns].map(({ column }) => column);
}

type Entry = PlannedText & { readonly source: string };

function entryOf({ index }: AuditContext, view: TableView, row: number): Entry | null {
  const name = view.name(row);
  if (name === '') return null;
  if (view.kind === 'funds') return ofFund(index.fund(name)?.fund);
  const sequence = readNumber(view.raw(row, 'sequence'));
  return ofMeasure(index.measure(name, sequence.kind === 'number' ? sequence.value : null)?.measure);
}

const ofFund = (fund: PlanFund | undefined): Entry | null =>
  fund ? { title: fund.name, text: fund.content, source: fund.source } : null;
const ofMeasure = (measure: PlanMeasure | undefined): Entry | null =>
  measure ? { title: measure.title, text: measure.text, source: measure.source } : null;
