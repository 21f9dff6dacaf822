import type { FileNote } from '../opening/open-with';
import type { OpenFailure } from '../failure';
import type { WorkbookSnapshot } from '../../workbook';

/** A file for a worker: by path, which the worker reads itself, or by its bytes. */
export type FileInput = { readonly path: string } | { readonly bytes: Uint8Array; readonly name: string };

/** What a job works on, inside the worker. */
export interface JobFile {
  /** The file's name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly snapshot: WorkbookSnapshot;
  readonly notes: readonly FileNote[];
}

/**
 * The work that a worker entry offers, by name. A job takes an opened file and an argument that can be cloned;
 * what it returns is cloned back, so it should be small: findings, not snapshots.
 */
export type JobTable = Readonly<Record<string, (file: JobFile, argument: never) => unknown>>;

export interface Request {
  readonly id: number;
  readonly job: string;
  readonly input: FileInput;
  readonly argument: unknown;
}

export interface Answer {
  readonly id: number;
  readonly result: { readonly ok: true; readonly value: unknown } | OpenFailure;
}
