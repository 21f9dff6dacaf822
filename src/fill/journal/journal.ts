import { invertEdits, PARTS, type Edit, type EditProblem, type WorkbookSnapshot } from '../../workbook';
import { isEdit } from './stored-edit';

/** One apply: what was written and what takes it back, each in the order in which it is to be applied. */
export interface JournalEntry {
  readonly id: string;
  /** `补填小计、合计公式` */
  readonly title: string;
  /** ISO date and time of the apply. */
  readonly on: string;
  readonly edits: readonly Edit[];
  readonly inverse: readonly Edit[];
}

/** What this program wrote into the workbook and can take back; oldest first. Kept in the part `plancheck-journal`. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
}

/** The journal is cut from the oldest end beyond this many applies or characters of JSON. */
export const JOURNAL_LIMITS = { entries: 20, characters: 1_000_000 } as const;

export type Recording =
  /** `dropped`: how many old entries had to make room. */
  | { readonly kind: 'recorded'; readonly journal: Journal; readonly entry: JournalEntry; readonly dropped: number }
  /** More was written than a journal holds: it can be undone only while the pane remembers it. */
  | { readonly kind: 'tooLarge'; readonly journal: Journal }
  | { readonly kind: 'notInvertible'; readonly problem: EditProblem };

/** The journal kept in the workbook; empty where there is none or it is damaged. */
export function readJournal(parts: Readonly<Record<string, string>>): Journal {
  const text = parts[PARTS.journal];
  if (text === undefined) return { entries: [] };
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null || !('entries' in stored) || !Array.isArray(stored.entries))
      return { entries: [] };
    return { entries: stored.entries.every(isEntry) ? stored.entries : [] };
  } catch {
    return { entries: [] };
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Record<string, unknown>;
  return (
    typeof entry['id'] === 'string' &&
    typeof entry['title'] === 'string' &&
    typeof entry['on'] === 'string' &&
    Array.isArray(entry['edits']) &&
    entry['edits'].every(isEdit) &&
    Array.isArray(entry['inverse']) &&
    entry['inverse'].every(isEdit)
  );
}

/** Adds an apply. `workbook` is the state before `edits`; the journal's own part is never journalled. */
export function recordEdits(
  workbook: WorkbookSnapshot,
  journal: Journal,
  edits: readonly Edit[],
  about: { readonly title: string; readonly on: string },
): Recording {
  const own = edits.filter((edit) => edit.kind !== 'storePart' || edit.name !== PARTS.journal);
  const inverse = invertEdits(workbook, own);
  if (!inverse.ok) return { kind: 'notInvertible', problem: inverse.problem };
  const id = String(1 + Math.max(0, ...journal.entries.map((each) => Number(each.id) || 0)));
  const entry: JournalEntry = { id, ...about, edits: own, inverse: inverse.value };
  const entries = [...journal.entries, entry];
  const size = (list: readonly JournalEntry[]): number => JSON.stringify(list).length;
  if (size([entry]) > JOURNAL_LIMITS.characters) return { kind: 'tooLarge', journal };
  let dropped = Math.max(0, entries.length - JOURNAL_LIMITS.entries);
  while (size(entries.slice(dropped)) > JOURNAL_LIMITS.characters) dropped++;
  return { kind: 'recorded', journal: { entries: entries.slice(dropped) }, entry, dropped };
}

/** The journal without one entry, as after it was taken back. */
export function withoutEntry(journal: Journal, id: string): Journal {
  return { entries: journal.entries.filter((entry) => entry.id !== id) };
}

/** The edit that keeps the journal in the workbook; an empty one takes its part away. */
export function storeJournal(journal: Journal): Edit {
  const text = journal.entries.length === 0 ? null : JSON.stringify({ version: 1, entries: journal.entries });
  return { kind: 'storePart', name: PARTS.journal, text };
}

/** The edit that clears the journal: what was written stays, and can no longer be taken back. */
export const CLEAR_JOURNAL: Edit = { kind: 'storePart', name: PARTS.journal, text: null };
