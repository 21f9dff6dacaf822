import { editXlsx, snapshotToXlsx } from '../../files';
import { nodeCodec, type JobFile } from '../../files/node';
import {
  chosenEdits,
  describeEdit,
  proposeFill,
  staleFormulas,
  type DescribedEdit,
  type FillRefusal,
} from '../../fill';
import { DEFAULT_LIMITS } from '../../files';
import type { Plan } from '../../plan';
import { isUnread, recognizeWorkbook } from '../../recognize';
import { planOfFile } from './plan-of-file';

/** What the command line asks a worker to fill. Cloned into the worker. */
export interface FillRequest {
  /** `null`: the baseline kept in the workbook, else the plan that the program brings along. */
  readonly plan: Plan | null;
  readonly unit: string | null;
  /** Kinds of groups to write beside those that are ticked, and kinds to leave out. */
  readonly also: readonly string[];
  readonly skip: readonly string[];
  /** A file of the old format is taken over into a new xlsx, which keeps cells and number formats and no other looks. */
  readonly takesOver?: boolean;
  /** Only tell what would be written. */
  readonly isDryRun: boolean;
}

/** A group of changes as it is listed. */
export interface ListedGroup {
  readonly kind: string;
  readonly title: string;
  readonly isChosen: boolean;
  readonly changes: readonly DescribedEdit[];
}

export type FillOutcome =
  /** `why`: where the tables lie on their side, that and what to do. */
  | { readonly kind: 'noTable'; readonly why?: string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  | {
      readonly kind: 'filled';
      readonly groups: readonly ListedGroup[];
      readonly refused: readonly FillRefusal[];
      /** How many edits were chosen. */
      readonly count: number;
      /** The changed file; `null` in a dry run. */
      readonly bytes: Uint8Array | null;
    };

/** Fills an opened workbook, inside a worker. */
export async function fillFile(file: JobFile, request: FillRequest): Promise<FillOutcome> {
  const { plan } = await planOfFile(request.plan, file.snapshot.parts);
  const unit = request.unit === null ? {} : { unit: request.unit };
  const recognition = recognizeWorkbook(file.snapshot, plan, { fileName: file.name, ...unit });
  if (recognition.tables.length === 0) {
    const lying = recognition.unrecognized.find(isUnread);
    return { kind: 'noTable', ...(lying ? { why: `“${lying.sheet}”：${lying.detail}` } : {}) };
  }
  const proposal = proposeFill(file.snapshot, recognition, plan, { newColumns: request.also.includes('new-columns') });
  const kindOf = (id: string): string => id.slice(0, id.indexOf('@'));
  const wanted = proposal.groups.filter(
    ({ id, ticked }) => (ticked || request.also.includes(kindOf(id))) && !request.skip.includes(kindOf(id)),
  );
  const chosen = new Set(wanted.map(({ id }) => id));
  const edits = chosenEdits(proposal, chosen);
  const written = edits.map(({ edit }) => edit);
  const all = [...staleFormulas(file.snapshot, written), ...written];
  const write = (bytes: Uint8Array): ReturnType<typeof editXlsx> => editXlsx(bytes, all, DEFAULT_LIMITS, nodeCodec);
  let edited = request.isDryRun ? null : write(file.bytes);
  if (edited && !edited.ok && edited.code === 'xlsNotEditable' && request.takesOver)
    edited = write(snapshotToXlsx(file.snapshot));
  if (edited && !edited.ok) return { kind: 'failed', code: edited.code, message: edited.message };
  const isWritten = new Set(edits);
  return {
    kind: 'filled',
    groups: proposal.groups.map(({ id, title, edits: own }) => ({
      kind: kindOf(id),
      title,
      isChosen: own.some((edit) => isWritten.has(edit)),
      changes: own.map(describeEdit),
    })),
    refused: proposal.refused,
    count: edits.length,
    bytes: edited ? edited.bytes : null,
  };
}
