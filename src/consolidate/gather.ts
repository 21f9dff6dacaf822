import { builderIn, readPeriod } from '../recognize';
import type { Plan } from '../plan';
import type { ConsolidationInput, FailedFile, StoredFile, StoredState, Submission } from './types';

/** A submission as a consolidation keeps it. */
export type StoredSubmission = Submission & Pick<StoredFile, 'arrivedIn'>;
export type StoredFailure = FailedFile & Pick<StoredFile, 'arrivedIn'>;

export function isRead(file: StoredFile): file is StoredSubmission {
  return file.status === 'read';
}

export function isFailed(file: StoredFile): file is StoredFailure {
  return file.status === 'failed';
}

/** Names a submission: the same bytes from the same unit are the same submission, whatever the file is called. */
export function idOf(submission: Submission): string {
  return `${submission.fingerprint}|${submission.unit ?? ''}`;
}

/** `2023年6月` → 202306, for putting periods in order; 0 for none. */
export function periodOrder(period: string | null): number {
  const read = period === null ? null : readPeriod(period);
  return read ? read.year * 100 + read.month : 0;
}

/** True for two known periods that do not end together; 2023年6月 and 2023年第二季度 do. */
export function periodsDiffer(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && periodOrder(a) !== periodOrder(b);
}

/** Code units, not a locale: the order must be the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The period that this consolidation is about: what most files of this run say, but never one before the previous. */
export function mainPeriod(
  inputs: readonly ConsolidationInput[],
  previous: StoredState | null,
  asked: string | null,
): string | null {
  const wanted = asked === null ? null : readPeriod(asked);
  if (wanted) return wanted.text;
  const votes = new Map<string, number>();
  for (const input of inputs) {
    if (input.status === 'read' && input.period !== null) votes.set(input.period, (votes.get(input.period) ?? 0) + 1);
  }
  const [first] = [...votes].sort((a, b) => b[1] - a[1] || periodOrder(b[0]) - periodOrder(a[0]));
  const before = previous?.period ?? null;
  return first && periodOrder(first[0]) >= periodOrder(before) ? first[0] : before;
}

/** All files known so far, those of earlier runs included, in an order that does not depend on how they came. */
export function gather(
  inputs: readonly ConsolidationInput[],
  previous: StoredState | null,
  period: string | null,
): readonly StoredFile[] {
  const arrived = new Set(inputs.map(({ fileName }) => fileName));
  const files = new Map<string, StoredFile>();
  for (const file of previous?.files ?? []) {
    // A file that could not be opened is history once a file of that name has come again.
    if (file.status === 'failed' && arrived.has(file.fileName)) continue;
    files.set(keyOf(file), file);
  }
  const known = new Map((previous?.files ?? []).map((file) => [keyOf(file), file]));
  for (const input of [...inputs].sort((a, b) => compareText(b.receivedOn, a.receivedOn))) {
    const key = keyOf(input);
    const old = known.get(key) ?? files.get(key);
    const receivedOn = old && old.receivedOn < input.receivedOn ? old.receivedOn : input.receivedOn;
    files.set(key, { ...input, receivedOn, arrivedIn: old?.arrivedIn ?? period });
  }
  return [...files].sort((a, b) => compareText(a[0], b[0])).map(([, file]) => file);
}

function keyOf(file: ConsolidationInput): string {
  const rest = file.status === 'read' ? idOf(file) : `${file.code}|${file.message}`;
  return [file.fileName, file.status, rest].join('\u0000');
}

/** The unit that a file which cannot be opened seems to come from, by its name alone. */
export function unitOfFailure(plan: Plan, file: FailedFile): string | null {
  return builderIn(plan, file.fileName.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, ''));
}
