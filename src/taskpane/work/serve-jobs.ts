import type { Jobs } from './job';
import type { JobReply, JobRequest } from './worker-messages';

/** The part of a worker's own global that is used. */
interface Scope {
  onmessage: ((event: { readonly data: JobRequest }) => void) | null;
  postMessage(reply: JobReply): void;
}

/** Often enough for a moving bar. */
const TELL_EVERY_MS = 50;

/** Answers the pane's requests inside a Web Worker; cancelling is ending the worker. */
export function serveJobs(jobs: Jobs, scope: Scope = globalThis as unknown as Scope): void {
  scope.onmessage = ({ data: { id, name, input } }) => {
    try {
      const job = jobs[name];
      if (!job) throw new Error(`unknown job ${name}`);
      // The pane's side pairs names with inputs (see `JobRunner`); a message has lost that pairing.
      const steps = job(input as never);
      let told = -TELL_EVERY_MS;
      for (;;) {
        const next = steps.next();
        if (next.done) return scope.postMessage({ id, kind: 'done', value: next.value });
        if (performance.now() - told < TELL_EVERY_MS) continue;
        told = performance.now();
        scope.postMessage({ id, kind: 'step', step: next.value });
      }
    } catch (error) {
      scope.postMessage({
        id,
        kind: 'failed',
        detail: error instanceof Error ? `${error.name}: ${error.message}` : '',
      });
    }
  };
}
