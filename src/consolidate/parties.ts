import type { Plan } from '../plan';
import {
  compareText,
  idOf,
  isFailed,
  isRead,
  periodOrder,
  periodsDiffer,
  unitOfFailure,
  type StoredFailure,
  type StoredSubmission,
} from './gather';
import type { Decisions, StoredFile } from './types';

/** One unit and all that came from it. */
export interface Party {
  /** The builder's name, the unit as written, or a stand-in that names the file. */
  readonly unit: string;
  readonly isExpected: boolean;
  /** Counted in the sum, newest first. Several where one unit sent its schools in several files. */
  readonly standing: readonly StoredSubmission[];
  /** Of the same period as the standing ones, and about the same rows: a person may choose one of them instead. */
  readonly rivals: readonly StoredSubmission[];
  /** Of other periods, newest first. */
  readonly earlier: readonly StoredSubmission[];
  /** The same bytes as another of the unit's files. */
  readonly copies: readonly { readonly copy: StoredSubmission; readonly of: StoredSubmission }[];
  readonly failed: readonly StoredFailure[];
}

/** Sorts the files by unit and settles which of a unit's files stand. The plan's units come first, in its order. */
export function partiesOf(files: readonly StoredFile[], plan: Plan, decisions: Decisions): readonly Party[] {
  const groups = new Map<string, { submissions: StoredSubmission[]; failed: StoredFailure[] }>();
  for (const { name } of plan.builders) groups.set(name, { submissions: [], failed: [] });
  const groupOf = (unit: string) => {
    let group = groups.get(unit);
    if (!group) groups.set(unit, (group = { submissions: [], failed: [] }));
    return group;
  };
  for (const file of files.filter(isRead)) groupOf(unitOf(file)).submissions.push(file);
  for (const file of files.filter(isFailed)) {
    groupOf(unitOfFailure(plan, file) ?? unknownUnit(file.fileName)).failed.push(file);
  }
  const expected = new Set(plan.builders.map(({ name }) => name));
  const others = [...groups.keys()].filter((unit) => !expected.has(unit)).sort(compareText);
  return [...expected, ...others].map((unit) => {
    const { submissions, failed } = groupOf(unit);
    return { unit, isExpected: expected.has(unit), failed, ...settle(submissions, decisions.units[unit]) };
  });
}

export function unitOf(submission: StoredSubmission): string {
  return submission.unit ?? submission.statedUnit ?? unknownUnit(submission.fileName);
}

function unknownUnit(fileName: string): string {
  return `单位不明（${fileName}）`;
}

/** Newest first: by period, by the day that the form names, by arrival; the digest settles what is left. */
export function newestFirst(a: StoredSubmission, b: StoredSubmission): number {
  return (
    Number(hasContent(b)) - Number(hasContent(a)) ||
    periodOrder(b.period) - periodOrder(a.period) ||
    compareText(b.reportedOn ?? '', a.reportedOn ?? '') ||
    compareText(b.receivedOn, a.receivedOn) ||
    compareText(b.fingerprint, a.fingerprint) ||
    compareText(a.fileName, b.fileName)
  );
}

function hasContent(submission: StoredSubmission): boolean {
  return submission.isZeroReport || submission.rows.length > 0;
}

function settle(
  submissions: readonly StoredSubmission[],
  chosen: string | undefined,
): Pick<Party, 'standing' | 'rivals' | 'earlier' | 'copies'> {
  const first = new Map<string, StoredSubmission>();
  const copies: { copy: StoredSubmission; of: StoredSubmission }[] = [];
  for (const one of [...submissions].sort((a, b) => compareText(a.fileName, b.fileName))) {
    const of = first.get(idOf(one));
    if (of) copies.push({ copy: one, of });
    else first.set(idOf(one), one);
  }
  const ordered = [...first.values()].sort(newestFirst);
  const leader = ordered.find((one) => idOf(one) === chosen) ?? ordered[0];
  if (!leader) return { standing: [], rivals: [], earlier: [], copies };
  const standing = [leader];
  const rivals: StoredSubmission[] = [];
  const earlier: StoredSubmission[] = [];
  const taken = new Set(rowKeys(leader));
  for (const one of ordered) {
    if (one === leader) continue;
    const keys = rowKeys(one);
    if (periodsDiffer(one.period, leader.period)) earlier.push(one);
    else if (keys.length > 0 && taken.size > 0 && !keys.some((key) => taken.has(key))) {
      standing.push(one);
      for (const key of keys) taken.add(key);
    } else rivals.push(one);
  }
  return { standing, rivals, earlier, copies };
}

/** What a submission speaks about. Files of one unit that share none of it are parts of one submission. */
function rowKeys(submission: StoredSubmission): readonly string[] {
  return submission.rows.map((row) => `${row.kind}|${row.item ?? `?${row.stage ?? ''}${row.name}`}`);
}
