import type { HostProblem, HostProblemCode, HostResult } from './port';

/** What Excel's error codes mean to the user of the port; all others are `unknown`. */
const MEANING: Readonly<Record<string, HostProblemCode>> = {
  InvalidOperationInCellEditMode: 'cellEditing',
  AccessDenied: 'protected',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  ApiNotFound: 'tooOld',
  ApiNotAvailable: 'tooOld',
  ItemNotFound: 'notFound',
  UnsavedChanges: 'unsaved',
};

/** A problem that the port itself found, on its way out of a batch. */
export class PortProblem extends Error {
  constructor(readonly problem: HostProblem) {
    super(problem.code);
  }
}

/** Whatever was thrown, as a problem; `detail` names the failing member, never a cell's contents. */
export function problemOf(thrown: unknown): HostProblem {
  if (thrown instanceof PortProblem) return thrown.problem;
  const code = field(thrown, 'code');
  const location = field(field(thrown, 'debugInfo'), 'errorLocation');
  const detail = [code ?? (thrown instanceof Error ? thrown.name : 'Error'), location].filter(Boolean).join(' at ');
  return { code: MEANING[String(code)] ?? 'unknown', detail };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/**
 * Runs a batch function against Excel and gives its result, or the problem. It does not wait for a cell that is
 * being edited (`delayForCellEdit` waits for ever): the user is told instead.
 */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<HostResult<T>> {
  try {
    return { ok: true, value: await Excel.run(work) };
  } catch (thrown) {
    return { ok: false, problem: problemOf(thrown) };
  }
}

/** A range that is used in one batch only: Excel need not follow it, and cleaning up costs no round trip. */
export function passing<R extends Excel.Range | Excel.RangeAreas>(range: R): R {
  range.untrack();
  return range;
}
