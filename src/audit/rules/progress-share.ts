import { rowCells } from '../leaning';
import { cellPlace } from '../places';
import { clean, shown } from '../precision';
import { isFinished, progressOf, progressRank, type Progress } from '../progress';
import { agreesWithRate } from '../rates';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';
import { yesOrNo } from '../yes-no';

/** Less than this is not finished, more than this has begun, in percent. */
const LEAST_FINISHED = 90;
const MOST_UNBEGUN = 10;

/** 形象进度（%）、是否投用: what stands beside the state of a building and says the same in another way. */
export const progressShare = defineRule({
  ids: ['C13'],
  name: 'progress-share',
  level: 'warning',
  group: 'consistency',
  stage: 'row',
  tables: ['schools'],
  title: '进度百分数、是否投用与状态矛盾',
  protects: '同一所学校的进度有两种说法，通报时就不知道以哪个为准。',
  fixable: 'none',
  source: '同一行的状态、形象进度百分数、是否投用',
  whenToExplain: '分期建设、部分启用等，写明情况。',
  messages: {
    above: (d: { school: string; share: string }) => `“${d.school}”形象进度 ${d.share}%，超过 100%。`,
    low: (d: { school: string; status: string; share: string }) =>
      `“${d.school}”状态“${d.status}”，形象进度却只有 ${d.share}%。`,
    full: (d: { school: string; status: string; share: string }) =>
      `“${d.school}”形象进度 ${d.share}%，状态却还是“${d.status}”。`,
    none: (d: { school: string; status: string }) => `“${d.school}”状态“${d.status}”，形象进度却为 0。`,
    begun: (d: { school: string; status: string; share: string }) =>
      `“${d.school}”状态“${d.status}”，形象进度却有 ${d.share}%。`,
    open: (d: { school: string; status: string; header: string }) =>
      `“${d.school}”${d.header}填“是”，状态却为“${d.status}”。`,
    closed: (d: { school: string; status: string; header: string }) =>
      `“${d.school}”状态“${d.status}”，${d.header}却填“否”。`,
  },
  advice: {
    above: '核对后改正。',
    low: '核对状态和形象进度。',
    full: '核对状态和形象进度。',
    none: '核对状态和形象进度。',
    begun: '核对状态和形象进度。',
    open: '核对状态和是否投用。',
    closed: '核对状态和是否投用。',
  },
  *check(context, report) {
    for (const view of context.tablesOf('schools')) {
      const field = shareField(view);
      const shares = field ? sharesOf(view, field) : [];
      for (const { row, share, progress, isFraction } of shares) {
        const school = view.name(row);
        const status = view.text(row, 'status');
        const data = { school, status, share: shown(share) };
        const place = cellPlace(view, row, field ?? 'progressShare');
        const own = { found: data.share, leansOn: [rowCells(view, row, ['status', field ?? 'progressShare'])] };
        // Another rule tells 0.8 among 60, 80, 95.
        if (isFraction) continue;
        if (share > 100) yield report('above', data, place, { found: data.share, causes: { blocks: true } });
        else if (isFinished(progress) && share < LEAST_FINISHED)
          yield report('low', data, cellPlace(view, row, 'status'), { ...own, found: status });
        else if (share >= 100 && isOnSite(progress) && isLonely(shares, isOnSite, (other) => other >= 100))
          yield report('full', data, place, own);
        else if (
          share === 0 &&
          progress !== null &&
          progressRank(progress) >= progressRank('structure') &&
          isLonely(shares, isShellUp, (other) => other === 0)
        )
          yield report('none', data, place, own);
        else if (
          progress === 'notStarted' &&
          share > MOST_UNBEGUN &&
          isLonely(shares, isUnbegun, (other) => other > MOST_UNBEGUN)
        )
          yield report('begun', data, place, own);
      }
      const header = view.column('isOpen')?.header ?? '';
      for (const row of header === '' ? [] : view.table.dataRows) {
        const progress = progressOf(view.text(row, 'status'));
        const isOpen = yesOrNo(view.text(row, 'isOpen'));
        if (progress === null || isOpen === null) continue;
        const data = { school: view.name(row), status: view.text(row, 'status'), header };
        const details = { found: isOpen ? '是' : '否', leansOn: [rowCells(view, row, ['status', 'isOpen'])] };
        const place = cellPlace(view, row, 'isOpen');
        if (isOpen && progressRank(progress) < progressRank('substantiallyComplete'))
          yield report('open', data, place, details);
        else if (!isOpen && progress === 'inUse') yield report('closed', data, place, details);
      }
    }
  },
});

interface Share {
  readonly row: number;
  /** In percent, unless `isFraction`. */
  readonly share: number;
  readonly progress: Progress | null;
  /** 0.6 among 60, 80, 95. */
  readonly isFraction: boolean;
}

/** The column of building progress in percent, where there is one: not what was paid or formed of a whole. */
function shareField(view: TableView): ShareField | null {
  const isOf = (field: ShareField): boolean => isOfBuilding(view, field, view.column(field)?.header ?? '');
  return (['progressShare', 'rate'] as const).find((field) => view.has(field) && isOf(field)) ?? null;
}

type ShareField = 'progressShare' | 'rate';

function sharesOf(view: TableView, field: ShareField): readonly Share[] {
  const numbers = view.numbers(field);
  if (!numbers) return [];
  const read = view.table.dataRows.flatMap((row) => {
    const share = numbers.value(row);
    return Number.isNaN(share) ? [] : [{ row, share }];
  });
  const large = read.filter(({ share }) => share > MOST_FRACTION).length;
  const small = read.filter(({ share }) => share > 0 && share < 1).length;
  const scale = small > large ? 100 : 1;
  return read.map(({ row, share }) => ({
    row,
    share: clean(share * scale),
    progress: progressOf(view.text(row, 'status')),
    isFraction:
      (scale === 1 && share > 0 && share < 1 && large >= 3 && large * 10 >= read.length * 5) ||
      (scale === 100 && share > MOST_FRACTION),
  }));
}

/** A share of one is hardly mistyped beyond this: 12 among 0.35, 0.6 is a percentage. */
const MOST_FRACTION = 2;

function isOfBuilding(view: TableView, field: ShareField, header: string): boolean {
  if (/投资|资金|支付|付款|拨付|产值|经费|学位|供地/u.test(header)) return false;
  if (/形象|工程|施工|建设|实体/u.test(header)) return true;
  const isMoney = view.has('invested') && view.has('plannedInvestment');
  // 进度 alone may be theirs, unless another column says what part of them is done.
  const isAmbiguous = (isMoney || view.has('formedSeats')) && !(field === 'progressShare' && view.has('rate'));
  return /进度/u.test(header) && !isAmbiguous && !isRateOfMoney(view);
}

/** 进度 that is what was spent of the planned investment in a good part of the rows. */
function isRateOfMoney(view: TableView): boolean {
  const share = view.numbers('progressShare');
  const [done, whole] = [view.numbers('invested'), view.numbers('plannedInvestment')];
  if (!share || !done || !whole) return false;
  let rows = 0;
  let same = 0;
  for (const row of view.table.dataRows.slice(0, 500)) {
    const value = share.value(row);
    const ratio = (done.value(row) / whole.value(row)) * 100;
    // Nothing spent of what is not begun, all of what is complete: both say the same of either.
    if (!(value > 0 && value < 100) || !Number.isFinite(ratio)) continue;
    rows++;
    if (agreesWithRate(value, ratio, share.step(row)) || agreesWithRate(value * 100, ratio, 1)) same++;
  }
  return same * 10 >= rows * 3;
}

const isUnbegun = (progress: Progress | null): boolean => progress === 'notStarted';
const isOnSite = (progress: Progress | null): boolean =>
  progress !== null &&
  progressRank(progress) <= progressRank('fitOut') &&
  progressRank(progress) >= progressRank('sitePreparation');
const isShellUp = (progress: Progress | null): boolean =>
  progress !== null && progressRank(progress) >= progressRank('structure');

/** Others in such a state are not so, or this is one among several: what a column does as a rule is its custom. */
function isLonely(
  shares: readonly Share[],
  isAlike: (progress: Progress | null) => boolean,
  isSo: (share: number) => boolean,
): boolean {
  const alike = shares.filter(({ progress, isFraction }) => !isFraction && isAlike(progress));
  const same = alike.filter(({ share }) => isSo(share)).length;
  return same === 1 || same * 4 <= alike.length;
}
