import type { FieldId } from '../../recognize';
import { chineseNumber } from '../../workbook';
import { cellPlace, labelPlace } from '../places';
import { defineRule, type ReportPlace } from '../rule';
import type { AuditContext } from '../context';
import type { TableView } from '../views/table-view';
import { shortened } from '../wording';

const DIGITS = '零一二三四五六七八九';
/** `一、`, `（二）`, `第三部分`, `4.`, `（5）`, `6、`: what stands before a heading or an item and counts it. */
const NUMBER =
  /^\s*(?:([（(])\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[）)]|第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:部分|类|大?项|条)\s*[、.．:：]?|(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:[、．]|[.](?!\d)|[)）]))\s*(?=\S)/u;
/** So many items show that all of a list are counted in their text. */
const LEAST_ITEMS = 4;

/** 条目编号: numerals before headings (一、二、) and before the items of a list (1. 2.) that repeat, skip or are missing. */
export const writtenNumbers = defineRule({
  ids: ['A21'],
  name: 'written-numbers',
  level: 'warning',
  group: 'arithmetic',
  stage: 'note',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '标题或条目的编号不对',
  protects: '编号重复或缺失，往往是漏了、多了一段或一条，引用“第几条”时也会引错。',
  fixable: 'none',
  source: '前后各条的编号',
  whenToExplain: '编号沿用方案原号的，无需说明。',
  messages: {
    heading: (d: { text: string; found: string; expected: string }) =>
      `标题“${d.text}”的编号“${d.found}”与前后不连续，应为“${d.expected}”。`,
    item: (d: { text: string; found: string; expected: string }) =>
      `“${d.text}”的编号“${d.found}”与前后不连续，应为“${d.expected}”。`,
    none: (d: { text: string; expected: string }) => `“${d.text}”没有编号，其余各条都有，应为“${d.expected}”。`,
  },
  advice: {
    heading: '核对是否漏了或多了一段，改正编号。',
    item: '核对是否漏了或多了一条，改正编号。',
    none: '补上编号。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      for (const list of [...headingLists(context, view), ...itemLists(context, view)]) {
        for (const { item, expected } of faultsOf(list)) {
          const { text, written } = item;
          const right = inStyle(written ?? list.items.find((each) => each.written)?.written ?? null, expected);
          const details = { found: text, expected: right } as const;
          if (!written) yield report('none', { text: shortened(text), expected: right }, item.place(), details);
          else
            yield report(
              list.message,
              { text: shortened(text), found: written.shown, expected: right },
              item.place(),
              details,
            );
        }
      }
    }
  },
});

interface Written {
  readonly value: number;
  readonly isChinese: boolean;
  /** `（#）`, `#、`: the signs around the number. */
  readonly sign: string;
  readonly shown: string;
}

interface Item {
  readonly text: string;
  readonly written: Written | null;
  /** The number in the column 序号. */
  readonly sequence: number | null;
  /** The number that the plan gives the item. */
  planned(): number | null;
  place(): ReportPlace;
}

interface List {
  readonly items: readonly Item[];
  readonly message: 'heading' | 'item';
}

function writtenIn(text: string): Written | null {
  const [shown = '', , inBrackets, inWords, before] = NUMBER.exec(text) ?? [];
  const number = inBrackets ?? inWords ?? before;
  if (number === undefined) return null;
  const isChinese = !/\d/u.test(number);
  const value = isChinese ? valueOf(number) : Number(number);
  return value > 0 ? { value, isChinese, sign: shown.trim().replace(number, '#'), shown: shown.trim() } : null;
}

/** Headings of a table's parts, those below another one as a list of their own; and the headings kept in a column. */
function headingLists(context: AuditContext, view: TableView): readonly List[] {
  const lists: Item[][] = [];
  if (view.table.sectionStyle === 'headingRows') lists.push(...headingsOfParts(context, view));
  if (view.kind === 'responsibilities' && view.has('heading')) lists.push(headingsInColumn(context, view));
  return lists.filter((items) => items.length >= 2).map((items) => ({ items, message: 'heading' }));
}

/** Headings without a number group those with one in a way that nobody here knows; a single one has lost its own. */
function headingsOfParts({ plan }: AuditContext, view: TableView): readonly Item[][] {
  const items = view.table.sections.flatMap(({ headingRow, label, stage }): Item[] => {
    if (headingRow === null || label === '') return [];
    const planned = plan.stages.find(({ id }) => id === stage)?.heading ?? '';
    return [
      {
        text: label,
        written: writtenIn(label),
        sequence: null,
        planned: () => writtenIn(planned)?.value ?? null,
        place: () => labelPlace(view, headingRow),
      },
    ];
  });
  const open = items.filter(({ written }) => !written).length;
  const kinds = new Set(items.flatMap(({ written }) => (written ? [kindOf(written)] : [])));
  if (open > 0) return open === 1 && kinds.size === 1 && items.length > LEAST_HEADINGS ? [items] : [];
  const [upper] = kinds;
  const lists: Item[][] = [];
  for (const item of items) {
    // Those below are counted anew under each of the upper ones.
    if (item.written && kindOf(item.written) === upper) lists.push([]);
    else lists.at(-1)?.push(item);
  }
  return [items.filter(({ written }) => written && kindOf(written) === upper), ...lists];
}

/** So many numbered headings show that one without a number has lost it. */
const LEAST_HEADINGS = 3;

/** Each heading once, where it stands first: a sorted list repeats them. */
function headingsInColumn({ plan }: AuditContext, view: TableView): Item[] {
  const seen = new Set<string>();
  const planned = new Map(
    plan.measures.map(({ heading }) => [bare(heading), writtenIn(heading)?.value ?? null] as const),
  );
  return view.table.dataRows.flatMap((row) => {
    const raw = view.raw(row, 'heading');
    if (typeof raw !== 'string' || seen.has(raw)) return [];
    seen.add(raw);
    const written = writtenIn(raw);
    const own = planned.get(bare(raw)) ?? null;
    return written
      ? [{ text: raw, written, sequence: null, planned: () => own, place: () => cellPlace(view, row, 'heading') }]
      : [];
  });
}

const LISTS: readonly (readonly [TableView['kind'], FieldId])[] = [
  ['responsibilities', 'measure'],
  ['funds', 'fundName'],
  ['indicators', 'indicatorName'],
];

/** The items of a list whose text begins with a number; `none` where most do not. */
function itemLists(context: AuditContext, view: TableView): readonly List[] {
  const field = LISTS.find(([kind]) => kind === view.kind)?.[1];
  if (field === undefined || !view.has(field)) return [];
  const items: Item[] = [];
  const kinds = new Map<string, number>();
  for (const row of view.table.dataRows) {
    const text = view.text(row, field);
    if (text === '') continue;
    const written = writtenIn(text);
    const kind = written ? kindOf(written) : '';
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const sequence = view.raw(row, 'sequence');
    items.push({
      text,
      written,
      sequence: typeof sequence === 'number' ? sequence : null,
      planned: () => (field === 'measure' ? (context.index.measure(text, null)?.measure.sequence ?? null) : null),
      place: () => cellPlace(view, row, field),
    });
    // Lists of hundreds of items are none of the plan's.
    if (items.length > MOST_ITEMS) return [];
  }
  const counted = items.length - (kinds.get('') ?? 0);
  const isOneKind = [...kinds].some(([kind, count]) => kind !== '' && count === counted);
  // One item in ten, and one in a short list, may have lost its number.
  const isCounted = counted >= LEAST_ITEMS && items.length - counted <= Math.max(1, items.length / 10);
  return isOneKind && isCounted ? [{ items, message: 'item' }] : [];
}

const MOST_ITEMS = 200;

interface Fault {
  readonly item: Item;
  readonly expected: number;
}

/**
 * Numbers may count through, follow the plan or stand in the column 序号: what explains most of them is meant. Few may
 * be otherwise; where many are, the list is counted in a way that nobody here knows.
 */
function faultsOf({ items, message }: List): readonly Fault[] {
  // A part that a unit does not have leaves a gap.
  if (message === 'heading' && isRising(items)) return [];
  const readings: readonly (() => readonly (number | null)[])[] = [
    () => countedThrough(items),
    () => items.map(({ sequence }) => sequence),
    () => items.map((item) => item.planned()),
  ];
  let best: readonly Fault[] | null = null;
  for (const reading of readings) {
    const numbers = reading();
    const unknown = numbers.filter((number) => number === null).length;
    const faults = items.flatMap((item, i) => {
      const expected = numbers[i] ?? null;
      return expected !== null && item.written?.value !== expected ? [{ item, expected }] : [];
    });
    if (unknown > few(items) || faults.length > few(items)) continue;
    if (faults.length === 0) return [];
    if (best === null || faults.length < best.length) best = faults;
  }
  return best ?? [];
}

function few(items: readonly Item[]): number {
  return Math.max(1, items.length / 4);
}

/** From the first number on, one by one; where the first is out of step, as the second says. */
function countedThrough(items: readonly Item[]): readonly number[] {
  const steps = new Map<number, number>();
  for (const [i, { written }] of items.entries())
    if (written) steps.set(written.value - i, (steps.get(written.value - i) ?? 0) + 1);
  const [step = 1] = [...steps].sort(([, a], [, b]) => b - a)[0] ?? [];
  return items.map((_, i) => i + step);
}

function isRising(items: readonly Item[]): boolean {
  return items.every(({ written }, i) => i === 0 || (written?.value ?? 0) > (items[i - 1]?.written?.value ?? 0));
}

function inStyle(style: Written | null, value: number): string {
  return style ? style.sign.replace('#', style.isChinese ? chinese(value) : String(value)) : String(value);
}

function kindOf({ sign, isChinese }: Written): string {
  return `${sign.normalize('NFKC').replace(/[.、:)]$/u, '、')}${isChinese ? '一' : '1'}`;
}

function bare(text: string): string {
  return text.replace(NUMBER, '').trim();
}

/** 十二 → 12; 0 where it is no number that counts headings. */
function valueOf(numeral: string): number {
  return COUNTING.test(numeral) ? (chineseNumber(numeral) ?? 0) : 0;
}

const COUNTING = /^[一二三四五六七八九]?(?:十[一二三四五六七八九]?)?$/u;

function chinese(value: number): string {
  const [ten, one] = [Math.floor(value / 10), value % 10];
  const tens = ten === 0 ? '' : `${ten === 1 ? '' : (DIGITS[ten] ?? '')}十`;
  return `${tens}${one === 0 ? '' : (DIGITS[one] ?? '')}`;
}
