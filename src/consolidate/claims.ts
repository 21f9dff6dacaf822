import type { FieldId } from '../recognize';
import { compareText, type StoredSubmission } from './gather';
import { newestFirst, type Party } from './parties';
import type { Origin, SubmittedRow, SumFigure } from './types';

/** A figure of one file that says otherwise than another cell of the same file about the same thing. */
export interface InnerConflict {
  readonly field: FieldId;
  readonly kept: SumFigure;
  readonly other: SumFigure;
}

/** What one unit's file says about one entry of the plan, all its tables together. */
export interface Claim {
  readonly party: Party;
  readonly submission: StoredSubmission;
  readonly rows: readonly SubmittedRow[];
  readonly figures: Readonly<Partial<Record<FieldId, SumFigure>>>;
  readonly conflicts: readonly InnerConflict[];
}

/** `schools|S2.3` → the claims on it; among several the order says nothing yet. */
export type Claims = ReadonlyMap<string, readonly Claim[]>;

export function claimKey(kind: string, item: string): string {
  return `${kind}|${item}`;
}

/** What the standing files of all parties say, by the plan's entries. */
export function claimsOf(parties: readonly Party[]): Claims {
  const claims = new Map<string, Claim[]>();
  for (const party of parties) {
    for (const submission of party.standing) {
      for (const [key, rows] of rowsByEntry(submission)) {
        const claim = { party, submission, rows, ...merged(party.unit, submission, rows) };
        const list = claims.get(key);
        if (list) list.push(claim);
        else claims.set(key, [claim]);
      }
    }
  }
  return claims;
}

export function originOf(unit: string, submission: StoredSubmission, row: SubmittedRow, at: string): Origin {
  return { unit, file: submission.fileName, sheet: row.sheet, cell: at };
}

/** Newest first among claims of several units. */
export function newestClaimFirst(a: Claim, b: Claim): number {
  return newestFirst(a.submission, b.submission) || compareText(a.party.unit, b.party.unit);
}

export function rowsByEntry(submission: StoredSubmission): ReadonlyMap<string, readonly SubmittedRow[]> {
  const rows = new Map<string, SubmittedRow[]>();
  for (const row of submission.rows) {
    if (row.item === null) continue;
    const key = claimKey(row.kind, row.item);
    const list = rows.get(key);
    if (list) list.push(row);
    else rows.set(key, [row]);
  }
  return rows;
}

/** A school may stand in two tables of a file, once with its plan, once with its progress: the first filled cell counts. */
export function merged(
  unit: string,
  submission: StoredSubmission,
  rows: readonly SubmittedRow[],
): Pick<Claim, 'figures' | 'conflicts'> {
  const figures: Partial<Record<FieldId, SumFigure>> = {};
  const conflicts: InnerConflict[] = [];
  for (const row of rows) {
    for (const field of Object.keys(row.figures) as FieldId[]) {
      const figure = row.figures[field];
      if (!figure) continue;
      const filled: SumFigure = { ...figure, origin: originOf(unit, submission, row, figure.at) };
      const kept = figures[field];
      if (!kept) figures[field] = filled;
      else if (kept.value !== filled.value) conflicts.push({ field, kept, other: filled });
    }
  }
  return { figures, conflicts };
}
