import type { Plan } from '../../plan';
import { chineseNumber, squeezed } from '../../workbook';
import { ownSheets, type AuditContext } from '../context';
import { anyCellPlace } from '../places';
import { agree, clean, sameSum, shown } from '../precision';
import { isFinished, progressOf } from '../progress';
import { defineRule, type LeansOn } from '../rule';
import { columnSaid, countsRows, factorOf, figuresSaid, OF_SOME, type SaidFigure } from '../said-figures';
import { linesBeside, NEAR } from '../views/lines-beside';
import { CELL, type NumberColumn } from '../views/number-column';
import type { TableView } from '../views/table-view';

/** 表外文字: what titles and notes say of the table, and of the plan, in figures. */
export const saidBeside = defineRule({
  ids: ['S18', 'P17'],
  name: 'said-beside',
  level: 'warning',
  group: 'consistency',
  stage: 'note',
  tables: ['schools', 'funds'],
  title: '表外文字里的数与表不符',
  protects: '注里写的所数、大写的金额与表里对不上，两个数总有一个错。',
  fixable: 'none',
  source: '同一张表的行数和合计',
  whenToExplain: '注里的数另有口径的，写明。',
  messages: {
    count: (d: { found: string; expected: string }) => `这里写共 ${d.found} 所，表中列了 ${d.expected} 所。`,
    total: (d: { words: string; found: string; expected: string }) => `这里写“${d.words}”，表中${d.expected}。`,
    capitals: (d: { text: string; found: string; expected: string }) =>
      `大写“${d.text}”即 ${d.found} 万元，表中合计为 ${d.expected} 万元。`,
    years: (d: { found: string; expected: string }) => `方案名称的年份写作 ${d.found}，应为 ${d.expected}。`,
  },
  advice: {
    count: '核对所数。',
    total: '核对表中各行和这里的数，改正其中一个。',
    capitals: '核对大写和合计。',
    years: '改正方案名称的年份。',
  },
  *check(context, report) {
    const { plan } = context;
    const years = `${plan.firstYear}-${plan.lastYear}`;
    for (const [position, sheet] of ownSheets(context)) {
      const views = context.tables.filter((view) => view.sheet === sheet);
      for (const { row, column, text } of linesBeside(views, sheet, (each) => each.includes('大写'))) {
        const place = (name: string) =>
          anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, name);
        const said = yearsSaid(text, plan);
        if (said !== null)
          yield report('years', { found: said, expected: years }, place('said|years'), {
            id: 'P17',
            found: said,
            expected: years,
            source: '方案名称',
          });
        const near = views.filter(({ table: { area } }) => row < area.top || row > area.bottom - NEAR);
        const view = near.find(({ kind }) => kind !== 'summary') ?? near[0];
        if (!view) continue;
        // Summaries beside a list are of the same schools.
        const isAlone = views.filter(({ kind }) => kind !== 'summary').length === 1 && view.kind !== 'summary';
        for (const each of isAlone ? disagreeing(context, view, text) : []) {
          const at = place(`said|${each.key}`);
          const details = { found: each.found, expected: each.expected, leansOn: each.leansOn };
          if (each.key === 'count' && each.isWhole)
            yield report('count', { found: each.found, expected: each.expected }, at, details);
          else yield report('total', { words: each.words, found: each.found, expected: each.saying }, at, details);
        }
        const money = capitalsSaid(text);
        const total = totalOf(view);
        if (money && total !== null && Math.abs(money.amount - total) > 0.005)
          yield report(
            'capitals',
            { text: money.text, found: shown(money.amount), expected: shown(total) },
            place('said|capitals'),
            { found: shown(money.amount), expected: shown(total), leansOn: totalCell(view) },
          );
      }
    }
  },
});

/** The plan's years in its name, where they are written otherwise; of the action as such a report may cover some years only. */
function yearsSaid(text: string, plan: Plan): string | null {
  const found =
    /行动(方案|计划)?[)）》]?[(（]?((?:19|20)\d\d)年?[-—–~至]+((?:19|20)\d\d)年?/u.exec(text) ??
    /(方案)?[(（《]?((?:19|20)\d\d)年?[-—–~至]+((?:19|20)\d\d)年?[)）]?[^,，。;；]{0,8}教育提升(?:专项)?行动/u.exec(
      text,
    );
  const [, named, first, last] = found ?? [];
  if (first === undefined || last === undefined) return null;
  const isWithin = Number(first) >= plan.firstYear && Number(last) <= plan.lastYear;
  const isOwn = Number(first) === plan.firstYear && Number(last) === plan.lastYear;
  return isOwn || (named === undefined && isWithin) ? null : `${first}-${last}`;
}

interface Disagreeing {
  readonly key: string;
  readonly words: string;
  readonly found: string;
  readonly expected: string;
  /** `合计 14940 个`, `列了 14 所`. */
  readonly saying: string;
  readonly isWhole: boolean;
  readonly leansOn: readonly LeansOn[];
}

/** Figures of a note that are not the table's: where others of the note are, or the note says that it sums the table up. */
function disagreeing(context: AuditContext, view: TableView, text: string): readonly Disagreeing[] {
  if (view.kind !== 'schools' && view.kind !== 'funds') return [];
  const found = figuresSaid(text).flatMap((figure) => {
    const held = heldAgainst(context, view, figure);
    return held ? [{ figure, ...held }] : [];
  });
  const agrees = found.filter(({ isSame }) => isSame).length;
  return found.flatMap(({ figure, key, expected, isSame, isWhole, leansOn }) => {
    if (isSame || (agrees === 0 && !figure.isOfTable)) return [];
    const isCount = key.startsWith('count');
    return [
      {
        key,
        words: figure.words.replace('#', figure.written),
        found: shown(figure.value),
        expected: shown(expected),
        saying: `${isCount ? '列了' : '合计'} ${shown(expected)} ${figure.unit}`,
        isWhole: isWhole && figure.unit === '所',
        leansOn,
      },
    ];
  });
}

/** What the table says of what a figure names; `null` where it is not certain that it speaks of that. */
function heldAgainst(context: AuditContext, view: TableView, figure: SaidFigure) {
  if (view.kind === 'schools' && countsRows(figure)) return countHeld(context, view, figure);
  if (figure.isAside) return null;
  const field = columnSaid(figure, view.kind);
  const numbers = field === null ? null : view.numbers(field);
  if (field === null || !numbers || stageSaid(context, figure) !== null) return null;
  const { dataRows, totalRow } = view.table;
  if (numbers.oddRows.some((row) => numbers.status(row) !== CELL.placeholder)) return null;
  const sum = dataRows.reduce((all, row) => all + (numbers.value(row) || 0), 0);
  const stated = totalRow === null ? NaN : numbers.value(totalRow);
  // Where the table's own total is in doubt, another finding says so.
  if (sum === 0 || (!Number.isNaN(stated) && !sameSum(stated, sum))) return null;
  const factor = factorOf(figure.unit);
  const exact = clean(sum / factor);
  const isSame = agree(figure.value, exact, figure.step) !== 'differs';
  const { column } = numbers.column;
  const own = new Set(dataRows);
  const leansOn = [
    {
      sheet: view.sheet.name,
      columns: [column],
      has: (row: number) => own.has(row),
      // A wrong figure in the column explains the note only where the right one makes its sum the note's.
      explainedBy: (corrected: (row: number, column: number) => number | undefined) =>
        agree(figure.value, clean(correctedSum(dataRows, numbers, corrected) / factor), figure.step) !== 'differs',
    },
  ];
  return { key: field, expected: exact, isSame, isWhole: false, leansOn };
}

function correctedSum(
  rows: readonly number[],
  numbers: NumberColumn,
  corrected: (row: number, column: number) => number | undefined,
): number {
  return rows.reduce((all, row) => all + (corrected(row, numbers.column.column) ?? (numbers.value(row) || 0)), 0);
}

function countHeld(context: AuditContext, view: TableView, figure: SaidFigure) {
  const rows = view.table.dataRows.filter((each) => view.name(each) !== '');
  const stage = stageSaid(context, figure);
  const held = (count: number) => ({
    key: stage === null ? 'count' : `count|${stage}`,
    expected: count,
    isSame: figure.value === count,
    isWhole: stage === null,
    leansOn: [],
  });
  const words = figure.words.replace(/#.*$/u, '');
  if (stage !== null) {
    const stages = rows.map((row) => view.sectionOf(row)?.stage ?? context.schoolAt(view, row)?.stage ?? null);
    if (stages.includes(null) || OF_SOME.test(words) || ASIDE_OF_STAGE.test(words)) return null;
    return held(stages.filter((each) => each === stage).length);
  }
  const state = stateHeld(view, rows, words.replace(/[注备说明:：]|其中|有|为|的?(?:学校|项目)/gu, ''));
  if (state !== null)
    return {
      key: `count|${state.word}`,
      expected: state.count,
      isSame: figure.value === state.count,
      isWhole: false,
      leansOn: [],
    };
  if (figure.isAside) return null;
  const named = words.replace(/[注备说明:：]/gu, '').replace(/共|合计|总计|计|有/gu, '');
  const title = squeezed(`${view.table.title ?? ''}${view.sheet.name}`);
  // 已建成学校8所 under 已建成学校名单 are all of them.
  return OF_SOME.test(words) && !(named.length >= 4 && title.includes(named)) ? null : held(rows.length);
}

/** Rows in exactly that state, where the list writes it so and no other of its states could be meant by the word. */
function stateHeld(view: TableView, rows: readonly number[], word: string) {
  if (word.length < 2 || !view.has('status') || progressOf(word) === null) return null;
  const states = rows.map((row) => squeezed(view.text(row, 'status')));
  if (!states.includes(word) || /^(?:在建|建设中|施工中|已开工)$/u.test(word)) return null;
  const isMeant = (state: string): boolean =>
    state !== word && isFinished(progressOf(state)) === isFinished(progressOf(word));
  if (isFinished(progressOf(word)) && states.some(isMeant)) return null;
  return { word, count: states.filter((state) => state === word).length };
}

const ASIDE_OF_STAGE = /方案|附件|另|不含|未列|全市|计划|原/u;

/** The one stage whose schools a figure counts. */
function stageSaid({ plan }: AuditContext, { words }: SaidFigure): string | null {
  const named = plan.stages.filter((stage) => stage.words.some((word) => word.length >= 2 && words.includes(word)));
  return named.length === 0 ? null : named.length === 1 ? (named[0]?.id ?? null) : 'several';
}

const DIGITS: Readonly<Record<string, string>> = {
  壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千',
}; // prettier-ignore

/** `大写：壹仟万元整` → 1000 (万元). */
function capitalsSaid(text: string): { readonly text: string; readonly amount: number } | null {
  const found = /大写[)）]?[:：]?(?:人民币)?([壹贰叁肆伍陆柒捌玖拾佰仟零万亿]+)(?:元|圆)/u.exec(text);
  const written = found?.[1];
  if (written === undefined) return null;
  const plain = [...written].map((digit) => DIGITS[digit] ?? digit).join('');
  const [wan = '', rest = ''] = plain.includes('万') ? plain.split('万') : ['', plain];
  const high = wan === '' ? 0 : chineseNumber(wan);
  const low = rest === '' ? 0 : chineseNumber(rest.replace(/^零/u, ''));
  return high === null || low === null ? null : { text: written, amount: high + low / 10_000 };
}

function totalCell(view: TableView): readonly LeansOn[] {
  const amount = view.column('amount');
  const { totalRow } = view.table;
  if (totalRow === null || !amount) return [];
  return [{ sheet: view.sheet.name, columns: [amount.column], rows: [totalRow], has: (row) => row === totalRow }];
}

/** The amount in the table's total row, in 万元. */
function totalOf(view: TableView): number | null {
  const numbers = view.kind === 'funds' ? view.numbers('amount') : null;
  const { totalRow } = view.table;
  const value = totalRow === null ? NaN : (numbers?.value(totalRow) ?? NaN);
  return Number.isNaN(value) ? null : value;
}
