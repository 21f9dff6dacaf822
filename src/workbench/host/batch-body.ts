import type { Batch } from './protocol';

/** The batch in a request's body; `null` where it is none. What its actions ask for is checked as they run. */
export function parseBatch(body: string | Batch): Batch | null {
  let parsed: unknown = body;
  if (typeof body === 'string') {
    try {
      parsed = JSON.parse(body);
    } catch {
      return null;
    }
  }
  return isBatch(parsed) ? parsed : null;
}

function isBatch(value: unknown): value is Batch {
  if (!isObject(value)) return false;
  const { Actions: actions, ObjectPaths: paths } = value;
  return Array.isArray(actions) && actions.every(isObject) && isObject(paths) && Object.values(paths).every(isObject);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
