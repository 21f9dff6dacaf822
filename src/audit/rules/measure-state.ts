import { valueAt } from '../../workbook';
import { areaPlace, cellPlace } from '../places';
import { clean, shown } from '../precision';
import { defineRule } from '../rule';
import { mergeIndexOf } from '../views/merge-index';
import type { TableView } from '../views/table-view';
import { shortened } from '../wording';

/** Words that say how far a task is, whatever list a unit keeps. */
const OF_STATE =
  /完成|办结|推进|启动|进行|开展|落实|实施|长期|持续|坚持|正常|滞后|超期|逾期|按期|序时|达|销号|整改|暂停|未|已|正在|[%％√✓×]|^[是否]$/u;
/** At least so many tasks show which words the column uses, each of them at least twice. */
const FEWEST = 5;

/** 任务状态: the state of a task is one of the column's words and agrees with what is said of its progress. */
export const measureState = defineRule({
  ids: ['V13', 'C02'],
  name: 'measure-state',
  level: 'warning',
  group: 'consistency',
  stage: 'row',
  tables: ['responsibilities'],
  title: '任务状态不规范，或与进展矛盾',
  protects: '任务完成几条是按状态数的，状态词不统一或与进展相反就数不准。',
  fixable: 'none',
  source: '同列其余各行的状态，和同一行的进展',
  whenToExplain: '状态按阶段性任务填报的，写明情况。',
  messages: {
    unknown: (d: { measure: string; value: string; listed: string }) =>
      `“${d.measure}”的状态“${d.value}”与其余各行（${d.listed}）不是一类。`,
    open: (d: { measure: string; field: string }) => `“${d.measure}”的“${d.field}”没有填，其余各行都填了。`,
    typo: (d: { measure: string; value: string; meant: string }) =>
      `“${d.measure}”的状态“${d.value}”，疑为“${d.meant}”。`,
    share: (d: { measure: string; share: string; state: string }) =>
      `“${d.measure}”完成进度 ${d.share}%，状态却是“${d.state}”。`,
    beyond: (d: { measure: string; share: string }) => `“${d.measure}”完成进度 ${d.share}%，超出 0 至 100%。`,
    figure: (d: { measure: string; note: string }) => `“${d.measure}”的进展只填了“${d.note}”，看不出进展。`,
    against: (d: { measure: string; value: string; note: string }) =>
      `“${d.measure}”状态“${d.value}”，进展却写“${d.note}”。`,
  },
  advice: {
    open: '补填。',
    typo: '改为本列使用的状态。',
    share: '核对状态和完成进度。',
    beyond: '核对完成进度。',
    unknown: '改为本列使用的状态。',
    figure: '用文字写明进展，数字带上单位。',
    against: '核对状态和进展。',
  },
  *check(context, report) {
    for (const view of context.tablesOf('responsibilities')) {
      for (const row of view.table.dataRows) {
        const note = view.text(row, 'progressNote');
        if (!/^(?:[\d.,]+|[#＃]+)$/u.test(note)) continue;
        yield report('figure', { measure: shortened(view.name(row)), note }, cellPlace(view, row, 'progressNote'), {
          found: note,
          source: '同列其余各行的进展',
          causes: { blocks: true },
        });
      }
      for (const { row, column, header } of openWords(view))
        yield report(
          'open',
          { measure: shortened(view.name(row)), field: header },
          areaPlace(view, { top: row, bottom: row, left: column, right: column }, `${view.rowKey(row)}|${header}`),
          { causes: { blocks: true } },
        );
      yield* shares(view);
      if (!view.has('state')) continue;
      const listed = listedStates(view);
      for (const row of view.table.dataRows) {
        const value = view.text(row, 'state');
        if (value === '') continue;
        const measure = shortened(view.name(row));
        const place = cellPlace(view, row, 'state');
        const meant = listed === null ? null : mistyped(value, listed);
        if (meant !== null) {
          yield report('typo', { measure, value, meant }, place, {
            found: value,
            expected: meant,
            causes: { blocks: true },
          });
          continue;
        }
        if (listed !== null && !listed.has(value) && !OF_STATE.test(value)) {
          const words = [...listed].join('、');
          yield report('unknown', { measure, value, listed: words }, place, { found: value, causes: { blocks: true } });
          continue;
        }
        const note = view.text(row, 'progressNote');
        if (!isAgainst(value, note)) continue;
        yield report('against', { measure, value, note: shortened(note) }, place, {
          id: 'C02',
          found: value,
          source: '同一行的进展',
        });
      }
    }

    function* shares(view: TableView) {
      const rate = view.numbers('rate');
      if (!rate) return;
      // 0.5 under no percent format is a half, where no row has more than 1.
      const values = view.table.dataRows.map((row) => rate.value(row)).filter((value) => !Number.isNaN(value));
      const factor = values.filter((value) => value > 1).length * 5 <= values.length ? 100 : 1;
      for (const row of view.table.dataRows) {
        const value = rate.value(row);
        if (Number.isNaN(value)) continue;
        const share = clean(value * factor);
        const measure = shortened(view.name(row));
        const state = view.text(row, 'state');
        const texts = { measure, share: shown(share), state };
        if (share < 0 || share > 100)
          yield report('beyond', texts, cellPlace(view, row, 'rate'), {
            found: texts.share,
            source: '完成进度在 0 至 100% 之间',
            causes: { blocks: true },
          });
        else if (DONE.test(state) ? share < 100 : OPEN.test(state) && share > 0)
          yield report('share', texts, cellPlace(view, row, 'rate'), {
            id: 'C02',
            found: texts.share,
            source: '同一行的状态',
            leansOn: [ownCells(view, row)],
          });
      }
    }
  },
});

/** One blank in a column of its own that says by few words how each task stands, under a header that no field claims. */
function* openWords(view: TableView) {
  const { dataRows, unknownColumns } = view.table;
  const rows = dataRows.filter((row) => view.name(row) !== '');
  for (const { column, header } of unknownColumns) {
    if (!/情况|状态|进展|进度|落实|完成|办理|结果/u.test(header)) continue;
    const values = rows.map((row) => ({ row, text: String(valueAt(view.sheet, row, column) ?? '').trim() }));
    const blank = values.filter(({ text }) => text === '');
    const words = new Set(values.map(({ text }) => text).filter((text) => text !== ''));
    if (blank.length !== 1 || rows.length < 2 * FEWEST || words.size * 2 >= rows.length) continue;
    for (const { row } of blank) if (mergeIndexOf(view.sheet).at(row, column) === null) yield { row, column, header };
  }
}

/** The words that the column repeats; `null` where it holds free text or too little to tell. */
function listedStates(view: TableView): ReadonlySet<string> | null {
  const counts = new Map<string, number>();
  for (const row of view.table.dataRows) {
    const value = view.text(row, 'state');
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const repeated = [...counts].filter(([, count]) => count >= 2);
  const covered = repeated.reduce((sum, [, count]) => sum + count, 0);
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return covered >= FEWEST && covered * 10 >= filled * 7 ? new Set(repeated.map(([value]) => value)) : null;
}

/** A task that is done has begun, and one that has not begun is not done as a whole. A part that is done says neither. */
function isAgainst(state: string, note: string): boolean {
  const isDone = DONE.test(state);
  const isOpen = OPEN.test(state);
  if (isDone) return /^(?:该项工作|目前|此项工作)?[，,]?(?:未|尚未|暂未|还未|没有)(?:启动|开始|开展|实施)/u.test(note);
  if (isOpen && /正(?:在|按)[^，,。；;]{0,12}(?:推进|实施|开展)/u.test(note)) return true;
  return (
    isOpen &&
    /^(?:(?:该项|此项|各项)?(?:工作|任务)?(?:已|均已|已全部|全部)完成(?:全部|各项|所有)?(?:任务|工作)?(?:$|[，,。；;并])|已办结)/u.test(
      note,
    )
  );
}

const DONE = /^(?:已|全部|均已|已全部)?(?:完成|办结)$/u;
const OPEN = /^(?:未|尚未|暂未|还未|没有)(?:启动|开始|开展|实施|推进)$/u;

/** The listed word that differs in one character from one that occurs once: 末启动 for 未启动. */
function mistyped(value: string, listed: ReadonlySet<string>): string | null {
  if (value.length < 3 || listed.has(value)) return null;
  const near = [...listed].filter((word) => word.length === value.length && differences(word, value) === 1);
  return near.length === 1 && !/^[未已]/u.test(value) ? (near[0] ?? null) : null;
}

function differences(a: string, b: string): number {
  return [...a].filter((character, i) => character !== [...b][i]).length;
}

function ownCells(view: TableView, row: number) {
  const columns = [view.column('state')?.column ?? -1, view.column('rate')?.column ?? -1];
  return { sheet: view.sheet.name, columns, rows: [row], has: (each: number) => each === row };
}
