import { createHash } from 'node:crypto';
import { auditWorkbook } from '../../audit';
import {
  extractSubmission,
  isConsolidation,
  readStoredState,
  type StateReading,
  type Submission,
} from '../../consolidate';
import type { JobFile } from '../../files/node';
import type { Plan } from '../../plan';
import { recognizeWorkbook } from '../../recognize';
import { planOfFile } from './plan-of-file';

/** Cloned into the worker. */
export interface SubmissionRequest {
  /** `null`: the baseline kept in the workbook, else the plan that the program brings along. */
  readonly plan: Plan | null;
  /** The file's name as the consolidation will show it; may begin with the names of folders that tell it apart. */
  readonly fileName: string;
  readonly receivedOn: string;
}

/** What a file turned out to be. */
export type ReadSubmission =
  | {
      readonly kind: 'submission';
      readonly submission: Submission;
      readonly baseline: Plan | null;
      /** What may be wrong with the texts that were read; empty where nothing is. */
      readonly doubt: string;
    }
  | { readonly kind: 'consolidation' };

/** Audits one file and extracts what a consolidation needs of it, inside a worker. */
export async function readSubmission(
  file: JobFile,
  { plan: given, ...named }: SubmissionRequest,
): Promise<ReadSubmission> {
  const { snapshot, bytes } = file;
  if (isConsolidation(snapshot.parts)) return { kind: 'consolidation' };
  const { plan, kept } = await planOfFile(given, snapshot.parts);
  const recognition = recognizeWorkbook(snapshot, plan, { fileName: named.fileName });
  const audit = auditWorkbook(snapshot, plan, { recognition, fileName: named.fileName });
  const fingerprint = createHash('sha256').update(bytes).digest('hex');
  return {
    kind: 'submission',
    baseline: kept,
    doubt: file.notes.find(({ code }) => code === 'encoding')?.message ?? '',
    submission: extractSubmission(recognition, snapshot, audit, plan, { ...named, fingerprint }),
  };
}

/** The state and the plan that an earlier consolidation workbook keeps, inside a worker: that file is as little trusted as any. */
export async function readEarlierState(
  file: JobFile,
): Promise<{ readonly state: StateReading; readonly plan: Plan | null }> {
  const { parts } = file.snapshot;
  return { state: readStoredState(parts), plan: (await planOfFile(null, parts)).kept };
}
