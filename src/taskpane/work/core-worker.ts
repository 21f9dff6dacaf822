import { JOBS, type Job } from './jobs';
import type { JobReply, JobRequest } from './worker-messages';

/** The core in a Web Worker: long audits never hold up the pane, and cancelling is ending the worker. */
interface Scope {
  onmessage: ((event: { readonly data: JobRequest }) => void) | null;
  postMessage(reply: JobReply): void;
}
const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data: { id, name, input } }) => {
  try {
    // The pane's side pairs names with inputs (see `JobInput`); a message has lost that pairing.
    const steps = (JOBS[name] as Job<unknown, unknown>)(input);
    let told = 0;
    for (;;) {
      const next = steps.next();
      if (next.done) {
        scope.postMessage({ id, kind: 'done', value: next.value });
        return;
      }
      if (performance.now() - told < 50) continue;
      told = performance.now();
      scope.postMessage({ id, kind: 'step', step: next.value });
    }
  } catch (error) {
    scope.postMessage({ id, kind: 'failed', detail: error instanceof Error ? `${error.name}: ${error.message}` : '' });
  }
};
