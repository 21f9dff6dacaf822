import { isoDay } from '../../workbook';
import type { FieldId } from '../../recognize';
import { lastDay } from '../last-day';
import { rowCells } from '../leaning';
import { cellPlace } from '../places';
import { sameSum, shown } from '../precision';
import { isFinished, progressOf, progressRank, type Progress } from '../progress';
import { defineRule } from '../rule';
import type { AuditContext } from '../context';
import { CELL } from '../views/number-column';
import type { TableView } from '../views/table-view';

/** 状态与日期: the state of building against the dates, the seats and the remark of the same row. */
export const statusDate = defineRule({
  ids: ['C01', 'C02', 'P12', 'C09'],
  name: 'status-date',
  level: 'error',
  group: 'consistency',
  stage: 'row',
  tables: ['schools'],
  title: '状态与日期、学位、备注矛盾',
  protects: '状态是通报进度的依据，和日期对不上就不可信。',
  fixable: 'none',
  source: '同一行状态、日期、学位、备注的关系',
  whenToExplain: '分期建设、部分启用等，写明情况。',
  messages: {
    noCompletion: (d: { school: string; status: string }) => `${d.school}状态“${d.status}”，但没有实际完工日期。`,
    notFinished: (d: { school: string; status: string; date: string }) =>
      `${d.school}已填实际完工日期 ${d.date}，状态却为“${d.status}”。`,
    notStarted: (d: { school: string; status: string; date: string }) =>
      `${d.school}状态“${d.status}”，却有开工日期 ${d.date}。`,
    noStart: (d: { school: string; status: string }) => `${d.school}状态“${d.status}”，但没有开工日期。`,
    order: (d: { school: string; later: string; laterDate: string; earlier: string; earlierDate: string }) =>
      `${d.school}${d.later} ${d.laterDate} 早于${d.earlier} ${d.earlierDate}。`,
    startsLate: (d: { school: string; date: string; planned: string; completed: string }) =>
      `${d.school}开工日期 ${d.date} 晚于计划完工日期 ${d.planned}，也晚于实际完工日期 ${d.completed}。`,
    future: (d: { school: string; field: string; date: string; period: string }) =>
      `${d.school}${d.field} ${d.date} 晚于${d.period}。`,
    overdue: (d: { school: string; status: string; date: string; period: string }) =>
      `${d.school}计划 ${d.date} 完工，到 ${d.period} 仍为“${d.status}”。`,
    formed: (d: { school: string; status: string; seats: string }) =>
      `${d.school}状态“${d.status}”，却已形成学位 ${d.seats} 个。`,
    allFormed: (d: { school: string; status: string; seats: string }) =>
      `${d.school}状态“${d.status}”，规划学位 ${d.seats} 个却已全部形成。`,
    noneFormed: (d: { school: string; status: string }) => `${d.school}状态“${d.status}”，已形成学位却为 0。`,
    money: (d: { school: string; status: string; value: string }) =>
      `${d.school}状态“${d.status}”，却已完成投资 ${d.value} 万元。`,
    noMoney: (d: { school: string; status: string }) => `${d.school}状态“${d.status}”，完成投资却为 0。`,
    remark: (d: { school: string; status: string; remark: string }) =>
      `${d.school}状态“${d.status}”，备注却写“${d.remark}”。`,
    note: (d: { school: string; status: string; note: string }) =>
      `${d.school}状态“${d.status}”，进展却写“${d.note}”。`,
    planRemark: (d: { school: string; status: string; remark: string }) =>
      `${d.school}状态“${d.status}”，方案的备注已写“${d.remark}”。`,
  },
  advice: {
    noCompletion: '补填实际完工日期，或改正状态。',
    notFinished: '核对状态和实际完工日期。',
    notStarted: '核对状态和开工日期。',
    noStart: '补填开工日期。',
    order: '核对两个日期。',
    startsLate: '核对开工日期；开工日期无误的，改正两个完工日期。',
    future: '核对日期；预计的日期填在计划完工列。',
    overdue: '核对进度；确实逾期的写明原因和新的时限。',
    formed: '核对状态和已形成学位。',
    allFormed: '核对状态和已形成学位；分期投用的只填已投用部分的学位。',
    noneFormed: '核对状态和已形成学位；确未增加学位的写审核说明。',
    money: '核对状态和完成投资。',
    noMoney: '核对状态和完成投资；确未支付的写审核说明。',
    remark: '核对状态；备注沿用方案旧文字的写审核说明。',
    note: '核对状态和进展。',
    planRemark: '核对状态；确实没有建成的写审核说明。',
  },
  *check(context, report) {
    const until = lastDay(context);
    const end = until?.day ?? null;
    for (const view of context.tablesOf('schools')) {
      const started = view.dates('startedOn');
      const planned = view.dates('plannedCompletion');
      const completed = view.dates('completedOn');
      const formed = view.numbers('formedSeats');
      const invested = view.numbers('invested');
      const whole = view.numbers('plannedInvestment');
      for (const row of view.table.dataRows) {
        const school = view.name(row);
        const status = view.text(row, 'status');
        const progress = progressOf(status);
        const own = (fields: readonly FieldId[]) => [rowCells(view, row, fields)];
        const start = started?.serial(row) ?? null;
        const done = completed?.serial(row) ?? null;
        const due = planned?.serial(row) ?? null;
        if (completed && done === null && isFinished(progress) && completed.reading(row).kind === 'blank')
          yield report(
            'noCompletion',
            { school, status },
            cellPlace(view, row, isInDoubt(view, row, end) ? 'status' : 'completedOn'),
            { found: status, leansOn: own(['status']) },
          );
        if (done !== null && progress !== null && progressRank(progress) <= progressRank('substantiallyComplete'))
          yield report('notFinished', { school, status, date: isoDay(done) }, cellPlace(view, row, 'status'), {
            // The day on which 基本完工 was reached may stand in that column.
            level: progress === 'substantiallyComplete' ? 'info' : 'error',
            found: status,
            leansOn: own(['status', 'completedOn']),
            // What else does not fit the state goes away with it.
            causes: progress === 'substantiallyComplete' ? {} : { blocks: true },
          });
        if (start !== null && progress === 'notStarted' && (end === null || start <= end))
          yield report(
            'notStarted',
            { school, status, date: isoDay(start) },
            cellPlace(view, row, hasProgress(view, row) ? 'status' : 'startedOn'),
            {
              found: isoDay(start),
              leansOn: own(['status', 'startedOn']),
              causes: hasProgress(view, row) ? { blocks: true } : {},
            },
          );
        if (
          started?.reading(row).kind === 'blank' &&
          progress !== null &&
          progressRank(progress) >= progressRank('building')
        )
          yield report('noStart', { school, status }, cellPlace(view, row, 'startedOn'), {
            level: 'warning',
            leansOn: own(['status']),
          });
        const isAfterDone = start !== null && done !== null && done < start;
        const isAfterDue = start !== null && due !== null && due < start;
        // Of three dates the one that fits neither of the others is wrong.
        if (isAfterDone && isAfterDue)
          yield report(
            'startsLate',
            { school, date: isoDay(start), planned: isoDay(due), completed: isoDay(done) },
            cellPlace(view, row, 'startedOn'),
            {
              found: isoDay(start),
              expected: `不晚于 ${isoDay(Math.min(due, done))}`,
              leansOn: own(['startedOn', 'plannedCompletion', 'completedOn']),
            },
          );
        else if (isAfterDone)
          yield report(
            'order',
            { school, later: '实际完工日期', laterDate: isoDay(done), earlier: '开工日期', earlierDate: isoDay(start) },
            cellPlace(view, row, 'completedOn'),
            { found: isoDay(done), expected: `不早于 ${isoDay(start)}`, leansOn: own(['startedOn', 'completedOn']) },
          );
        else if (isAfterDue)
          yield report(
            'order',
            { school, later: '计划完工日期', laterDate: isoDay(due), earlier: '开工日期', earlierDate: isoDay(start) },
            cellPlace(view, row, 'plannedCompletion'),
            {
              found: isoDay(due),
              expected: `不早于 ${isoDay(start)}`,
              leansOn: own(['startedOn', 'plannedCompletion']),
            },
          );
        if (until !== null && end !== null) {
          for (const [field, serial] of [
            ['startedOn', progress === 'notStarted' ? null : start],
            ['completedOn', done],
          ] as const) {
            if (serial !== null && serial > end)
              yield report(
                'future',
                { school, field: view.title(field), date: isoDay(serial), period: `${until.of} ${until.text}` },
                cellPlace(view, row, field),
                { id: 'C09', level: 'warning', found: isoDay(serial), leansOn: own([field]), source: until.of },
              );
          }
          if (
            due !== null &&
            due <= end &&
            done === null &&
            progress !== null &&
            progressRank(progress) < progressRank('complete')
          )
            yield report(
              'overdue',
              { school, status, date: isoDay(due), period: until.text },
              cellPlace(view, row, 'status'),
              {
                id: 'P12',
                level: 'warning',
                found: status,
                leansOn: own(['plannedCompletion', 'status']),
                source: '本行计划完工日期',
              },
            );
        }
        if (formed?.value(row) === 0 && (progress === 'inUse' || (progress === 'complete' && isAlwaysFormed(context))))
          yield report('noneFormed', { school, status }, cellPlace(view, row, 'formedSeats'), {
            // Where no other school shows that the column is kept, nobody may have begun to fill it.
            level: progress === 'complete' || isCounted(context) ? 'warning' : 'info',
            found: 0,
            merges: true,
            leansOn: own(['status', 'formedSeats']),
          });
        if (isOnSite(progress) && hasAllSeats(view, row) && isRareOnSite(context))
          yield report(
            'allFormed',
            { school, status, seats: shown(formed?.value(row) ?? 0) },
            cellPlace(view, row, 'formedSeats'),
            {
              found: formed?.value(row) ?? 0,
              level: 'warning',
              leansOn: own(['status', 'formedSeats', 'plannedSeats']),
            },
          );
        if (progress === 'notStarted' || progress === 'sitePreparation') {
          if (formed && formed.value(row) > 0)
            yield report(
              'formed',
              { school, status, seats: String(formed.value(row)) },
              cellPlace(view, row, 'formedSeats'),
              { found: formed.value(row), level: 'warning', leansOn: own(['status', 'formedSeats']) },
            );
          const paid = progress === 'notStarted' && start === null ? paidIn(view, row) : null;
          if (paid)
            yield report('money', { school, status, value: shown(paid.value) }, cellPlace(view, row, paid.field), {
              found: paid.value,
              // Papers and land cost something before the first dig, but no good part of the whole.
              level: paid.value > MOST_BEFORE_START * (whole?.value(row) ?? Infinity) ? 'warning' : 'info',
              leansOn: own(['status', paid.field]),
            });
        }
        if (invested && isFinished(progress) && invested.value(row) === 0 && view.middle('invested') < Infinity)
          yield report('noMoney', { school, status }, cellPlace(view, row, 'invested'), {
            level: 'warning',
            found: 0,
            leansOn: own(['status', 'invested']),
          });
        const note = view.text(row, 'progressNote');
        if (progress !== null && progressRank(progress) >= progressRank('building') && NOT_BEGUN.test(note))
          yield report('note', { school, status, note }, cellPlace(view, row, 'status'), {
            id: 'C02',
            level: 'warning',
            found: status,
            leansOn: own(['status']),
          });
        // Where the table has no remarks, the plan's still hold: what was built then is not unbuilt now.
        const ofPlan = view.has('remark') ? null : (context.matchAt(view, row).school?.remark ?? null);
        const remark = ofPlan ? (ofPlan.value ?? '') : view.text(row, 'remark');
        const noted = progress !== null && remark.length <= 30 ? notedProgress(remark) : null;
        if (
          progress !== null &&
          noted !== null &&
          progressRank(noted) >= progressRank('building') &&
          progressRank(progress) < progressRank(noted) &&
          // 在建 is also the word for a shell that is being fitted out.
          !(progress === 'building' && progressRank(noted) <= progressRank('fitOut'))
        )
          yield report(ofPlan ? 'planRemark' : 'remark', { school, status, remark }, cellPlace(view, row, 'status'), {
            id: 'C02',
            level: 'warning',
            found: status,
            leansOn: own(['status']),
            ...(ofPlan ? { source: ofPlan.source } : {}),
          });
      }
    }
  },
});

/** What was spent on the school, by the column that says most of it. */
function paidIn(view: TableView, row: number): { readonly field: FieldId; readonly value: number } | null {
  for (const field of ['invested', 'investedBefore', 'investedThisYear', 'investedThisPeriod'] as const) {
    const value = view.numbers(field)?.value(row) ?? NaN;
    if (value > 0) return { field, value };
  }
  return null;
}

/** A note of progress that begins with: not begun as a whole. */
const NOT_BEGUN = /^(?:该?项目|工程|目前|截[至止]目前|现)?[，,、]?(?:尚|暂|还|仍)?未(?:开工|动工|启动|开建|实施|施工)/u;

/** Share of the planned investment that surveys, papers and land may have cost before building began. */
const MOST_BEFORE_START = 0.25;

/** What a remark says of the whole, from the shell on; where a part is built, building has at least begun. Less than that says nothing. */
function notedProgress(remark: string): Progress | null {
  const noted = progressOf(remark);
  if (noted === null) return null;
  const isOfPart = noted === 'building' && /[一二三四五]期|部分/u.test(remark);
  return isOfPart || progressRank(noted) >= progressRank('structure') ? noted : null;
}

const isOnSite = (progress: Progress | null): boolean =>
  progress === 'building' || progress === 'structure' || progress === 'fitOut';

/** As many seats formed as are planned. */
function hasAllSeats(view: TableView, row: number): boolean {
  const [formed, planned] = [view.numbers('formedSeats')?.value(row), view.numbers('plannedSeats')?.value(row)];
  return formed !== undefined && planned !== undefined && formed > 0 && sameSum(formed, planned);
}

/** How seats are told of schools in some state, over the workbook. */
interface SeatCounts {
  /** Schools that are complete or in use, and those of them without a seat. */
  readonly ready: number;
  readonly readyWithNone: number;
  readonly onSite: number;
  readonly onSiteWithAll: number;
}
const seatCounts = new WeakMap<AuditContext, SeatCounts>();

function seatCountsOf(context: AuditContext): SeatCounts {
  let known = seatCounts.get(context);
  if (!known) seatCounts.set(context, (known = countSeats(context)));
  return known;
}

function countSeats(context: AuditContext): SeatCounts {
  const counts = { ready: 0, readyWithNone: 0, onSite: 0, onSiteWithAll: 0 };
  for (const view of context.tablesOf('schools')) {
    const formed = view.numbers('formedSeats');
    for (const row of formed ? view.table.dataRows : []) {
      const progress = progressOf(view.text(row, 'status'));
      if (isFinished(progress)) {
        counts.ready++;
        if (!((formed?.value(row) ?? 0) > 0)) counts.readyWithNone++;
      } else if (isOnSite(progress)) {
        counts.onSite++;
        if (hasAllSeats(view, row)) counts.onSiteWithAll++;
      }
    }
  }
  return counts;
}

/** Every other school that is complete has its seats: here they are counted from the day of completion. */
function isAlwaysFormed(context: AuditContext): boolean {
  const { ready, readyWithNone } = seatCountsOf(context);
  return ready >= 3 && readyWithNone === 1;
}

/** Hardly any other school on site has all its seats: elsewhere the column may hold what is planned. */
function isRareOnSite(context: AuditContext): boolean {
  const { onSite, onSiteWithAll } = seatCountsOf(context);
  return onSite >= 3 && (onSiteWithAll === 1 || onSiteWithAll * 4 <= onSite);
}

/** Seats are entered for most of the other schools that are ready: not a column that nobody has begun to fill. */
function isCounted(context: AuditContext): boolean {
  const { ready, readyWithNone } = seatCountsOf(context);
  const counted = ready - readyWithNone;
  return counted > 0 && counted * 2 >= ready;
}

/** 已完工 without a date, without a seat formed, before its time: the state is what is wrong, not the date. */
function isInDoubt(view: TableView, row: number, end: number | null): boolean {
  const formed = view.numbers('formedSeats');
  const due = view.dates('plannedCompletion')?.serial(row) ?? null;
  if (formed && formed.value(row) > 0) return false;
  if (due !== null && end !== null) return due > end;
  return formed !== null && formed.status(row) !== CELL.unreadable;
}

/** Money spent, seats formed or a completion say that building has begun. */
function hasProgress(view: TableView, row: number): boolean {
  const positive = (field: FieldId): boolean => (view.numbers(field)?.value(row) ?? 0) > 0;
  return positive('invested') || positive('formedSeats') || (view.dates('completedOn')?.serial(row) ?? null) !== null;
}
