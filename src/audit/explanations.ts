import { PARTS, type Edit } from '../workbook';
import type { ExplanationBasis, Finding } from './finding';

/** A stored reason; `value` is what the cell showed when it was explained. */
export interface StoredExplanation {
  readonly text: string;
  readonly by: string;
  /** ISO date and time. */
  readonly on: string;
  readonly value: string;
  /** What was expected then; absent in parts of older versions. */
  readonly expected?: string;
}

/** A reason with fewer characters than this does not count. */
export const SHORTEST_REASON = 5;

/** The explanations kept in a workbook, by the finding's identity; none where the part is absent or damaged. */
export function readExplanations(parts: Readonly<Record<string, string>>): ReadonlyMap<string, StoredExplanation> {
  const found = new Map<string, StoredExplanation>();
  const text = parts[PARTS.explanations];
  if (text === undefined) return found;
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return found;
  }
  if (!isRecord(stored) || stored['version'] !== 1 || !isRecord(stored['items'])) return found;
  for (const [identity, item] of Object.entries(stored['items'])) {
    if (!isRecord(item)) continue;
    const { text: reason, by, on, value, expected } = item;
    if (typeof reason === 'string' && typeof by === 'string' && typeof on === 'string' && typeof value === 'string') {
      found.set(identity, { text: reason, by, on, value, ...(typeof expected === 'string' ? { expected } : {}) });
    }
  }
  return found;
}

/** The part's text for these explanations; `null` where there are none, so that nothing is left behind. */
export function writeExplanations(explanations: ReadonlyMap<string, StoredExplanation>): string | null {
  if (explanations.size === 0) return null;
  const items = Object.fromEntries([...explanations].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return JSON.stringify({ version: 1, items });
}

export type ExplainResult =
  { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly reason: string };

/** The edit that keeps a warning's value with a reason. Errors cannot be explained away. `on` is an ISO date and time. */
export function explain(
  parts: Readonly<Record<string, string>>,
  finding: Finding,
  text: string,
  by: string,
  on: string,
): ExplainResult {
  if (finding.level === 'error') return { ok: false, reason: '强制性问题必须改正，不能用说明代替。' };
  const reason = text.trim();
  if ([...reason].length < SHORTEST_REASON) return { ok: false, reason: `审核说明至少 ${SHORTEST_REASON} 个字。` };
  const all = new Map(readExplanations(parts));
  const { value, expected } = brief(finding.basis);
  all.set(finding.identity, { text: reason, by: by.trim(), on, value, expected });
  return { ok: true, edit: { kind: 'storePart', name: PARTS.explanations, text: writeExplanations(all) } };
}

/** The edit that takes an explanation back. */
export function withdrawExplanation(parts: Readonly<Record<string, string>>, identity: string): Edit {
  const all = new Map(readExplanations(parts));
  all.delete(identity);
  return { kind: 'storePart', name: PARTS.explanations, text: writeExplanations(all) };
}

/** Does a stored reason still speak of these values? */
export function holds(stored: StoredExplanation, basis: ExplanationBasis): boolean {
  const { value, expected } = brief(basis);
  return stored.value === value && (stored.expected ?? expected) === expected;
}

/** Longer texts (a whole column at once) are kept as their length and a check number. */
const LONGEST_BASIS = 120;

function brief({ value, expected }: ExplanationBasis): ExplanationBasis {
  const short = (text: string): string =>
    text.length <= LONGEST_BASIS ? text : `${text.slice(0, 40)}…（${text.length}，${checkNumber(text)}）`;
  return { value: short(value), expected: short(expected) };
}

/** FNV-1a, 32 bit: enough to see that one of many values changed. */
function checkNumber(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

/** True for a warning that is kept with a reason that still holds. */
export function isExplained(finding: Finding): boolean {
  const { explanation } = finding;
  return explanation !== null && !explanation.isVoid && [...explanation.text].length >= SHORTEST_REASON;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
