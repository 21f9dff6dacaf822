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
import { yichunPlan, type Plan } from '../../plan';
import { recognizeWorkbook } from '../../recognize';

/** Cloned into the worker. */
export interface SubmissionRequest {
  /** `null`: the plan that the program brings along. */
  readonly plan: Plan | null;
  /** The file's name as the consolidation will show it; may begin with the names of folders that tell it apart. */
  readonly fileName: string;
  readonly receivedOn: string;
}

/** What a file turned out to be. */
export type ReadSubmission =
  { readonly kind: 'submission'; readonly submission: Submission } | { readonly kind: 'consolidation' };

/** Audits one file and extracts what a consolidation needs of it, inside a worker. */
export function readSubmission(file: JobFile, { plan: given, ...named }: SubmissionRequest): ReadSubmission {
  const { snapshot, bytes } = file;
  if (isConsolidation(snapshot.parts)) return { kind: 'consolidation' };
  const plan = given ?? yichunPlan;
  const recognition = recognizeWorkbook(snapshot, plan, { fileName: named.fileName });
  const audit = auditWorkbook(snapshot, plan, { recognition, fileName: named.fileName });
  const fingerprint = createHash('sha256').update(bytes).digest('hex');
  return {
    kind: 'submission',
    submission: extractSubmission(recognition, snapshot, audit, plan, { ...named, fingerprint }),
  };
}

/** The state that an earlier consolidation workbook keeps, inside a worker: that file is as little trusted as any. */
export function readEarlierState(file: JobFile): StateReading {
  return readStoredState(file.snapshot.parts);
}
