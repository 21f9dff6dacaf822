import type { Level } from '../audit';
import { periodOrder, periodsDiffer, type StoredSubmission } from './gather';
import type { Party } from './parties';
import type { FileStatus, UnitState, UnitStatus } from './types';

type Counts = Readonly<Record<Level, number>> & { readonly explained: number };

const NONE: Counts = { error: 0, warning: 0, info: 0, explained: 0 };

/** Where a unit stands. `退回` says why; a file that could not be opened counts as returned, never as an empty report. */
export function unitStatus(party: Party, period: string | null): UnitStatus {
  const { unit, isExpected, standing, rivals, earlier, failed, copies } = party;
  const [leader] = standing;
  const { state, reason } = stateOfParty(party, period);
  const counts = standing.reduce<Counts>((sum, one) => added(sum, one.counts), NONE);
  const told = (pick: (one: StoredSubmission) => string | null): string | null =>
    standing.map(pick).find((value) => value !== null) ?? null;
  return {
    unit,
    isExpected,
    state,
    period: leader?.period ?? null,
    files: standing.map(({ fileName }) => fileName),
    receivedOn: dayOf(leader?.receivedOn ?? failed[0]?.receivedOn ?? null),
    reportedOn: told(({ reportedOn }) => reportedOn),
    times: standing.length + rivals.length + earlier.length + failed.length + copies.length,
    counts,
    reason,
    contact: told(({ contact }) => contact),
    phone: told(({ phone }) => phone),
  };
}

function stateOfParty(party: Party, period: string | null): { readonly state: UnitState; readonly reason: string } {
  const { standing, failed } = party;
  const [leader] = standing;
  if (!leader) {
    const [first] = failed;
    return first
      ? { state: '退回', reason: failed.map(({ fileName, message }) => `${fileName}：${message}`).join('；') }
      : { state: '未报', reason: '' };
  }
  if (periodOrder(leader.period) > 0 && periodOrder(leader.period) < periodOrder(period)) {
    const words = `本期${period ?? ''}尚未报送，现有的是${leader.period ?? ''}的表`;
    // What had come for an earlier period is no late report of this one.
    return leader.arrivedIn !== null && periodOrder(leader.arrivedIn) < periodOrder(period)
      ? { state: '未报', reason: `${words}。` }
      : { state: '退回', reason: `${words}，请改报本期。` };
  }
  const empty = standing.filter((one) => !one.isZeroReport && one.rows.length + one.moreRows === 0);
  if (empty.length > 0)
    return {
      state: '退回',
      reason: `${namesOf(empty)}中没有找到可以汇总的内容，请使用模板填报；确无内容的请注明“零报送”。`,
    };
  const wrong = standing.filter(({ verdict, isZeroReport }) => verdict === 'mend' && !isZeroReport);
  if (wrong.length > 0) {
    const errors = wrong.reduce((sum, { counts }) => sum + counts.error, 0);
    return { state: '退回', reason: `有${errors}项强制性问题须改正。` };
  }
  if (standing.every(({ isZeroReport }) => isZeroReport)) return { state: '零报送', reason: '' };
  const open = standing.reduce((sum, { counts }) => sum + counts.warning - counts.explained, 0);
  return open > 0 ? { state: '已报', reason: `有${open}项核实性问题须改正或说明。` } : { state: '通过', reason: '' };
}

/** What became of every file of a unit. */
export function fileStatuses(party: Party, period: string | null): readonly FileStatus[] {
  const { unit, standing, rivals, earlier, copies, failed } = party;
  const [leader] = standing;
  const read = (one: StoredSubmission, fate: FileStatus['fate'], note: string): FileStatus => ({
    fileName: one.fileName,
    unit,
    period: one.period,
    receivedOn: dayOf(one.receivedOn) ?? '',
    fate,
    note,
    counts: one.counts,
  });
  return [
    ...standing.map((one) => read(one, 'standing', standingNote(one, period))),
    ...rivals.map((one) => read(one, 'superseded', `与${leader?.fileName ?? ''}重复报送，未计入`)),
    ...earlier.map((one) => read(one, 'earlierPeriod', `${one.period ?? ''}的表，未计入本期`)),
    ...copies.map(({ copy, of }) => read(copy, 'sameFile', `与${of.fileName}内容相同，只计一份`)),
    ...failed.map((one): FileStatus => ({
      fileName: one.fileName,
      unit,
      period: null,
      receivedOn: dayOf(one.receivedOn) ?? '',
      fate: 'failed',
      note: one.message,
      counts: null,
    })),
  ];
}

function standingNote(one: StoredSubmission, period: string | null): string {
  if (one.isZeroReport) return '零报送';
  if (one.rows.length + one.moreRows === 0) return '没有可以汇总的内容';
  return periodsDiffer(one.period, period) ? `已计入，但报告期为${one.period}` : '已计入';
}

function added(a: Counts, b: Counts): Counts {
  return {
    error: a.error + b.error,
    warning: a.warning + b.warning,
    info: a.info + b.info,
    explained: a.explained + b.explained,
  };
}

function namesOf(files: readonly StoredSubmission[]): string {
  return files.map(({ fileName }) => fileName).join('、');
}

function dayOf(moment: string | null): string | null {
  return moment === null ? null : moment.slice(0, 10);
}
