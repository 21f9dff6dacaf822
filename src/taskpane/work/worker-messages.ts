import type { JobStep } from './job';

/** What the pane sends to a worker: one job at a time. */
export interface JobRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** What the worker answers, under the request's id. */
export type JobReply =
  | { readonly id: number; readonly kind: 'step'; readonly step: JobStep }
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly detail: string };

/** The part of a Web Worker that is used, so that tests can stand in for it. */
export interface WorkerLike {
  postMessage(message: JobRequest): void;
  terminate(): void;
  onmessage: ((event: { readonly data: JobReply }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}
