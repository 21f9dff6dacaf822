import { PARTS } from '../workbook';
import { isPacked, packLines, unpackLines } from './packed-lines';
import { restoreRows, storeRows } from './stored-rows';
import type { StoredFile, StoredState } from './types';

/**
 * The text under which a consolidation workbook keeps its state: packed lines of JSON, first what concerns the whole,
 * then a line for each file.
 */
export function storedText({ files, ...whole }: StoredState): string {
  const line = (file: StoredFile): string =>
    JSON.stringify(file.status === 'read' ? { ...file, rows: storeRows(file.rows) } : file);
  return packLines(
    (function* () {
      yield JSON.stringify({ ...whole, count: files.length });
      for (const file of files) yield line(file);
    })(),
  );
}

/** True where a workbook is the outcome of a consolidation, and so none to consolidate. */
export function isConsolidation(parts: Readonly<Record<string, string>>): boolean {
  return parts[PARTS.consolidation] !== undefined;
}

export type StateReading =
  { readonly ok: true; readonly state: StoredState } | { readonly ok: false; readonly message: string };

const DAMAGED: StateReading = {
  ok: false,
  message: '汇总簿中保存的汇总记录已损坏。请用原始报送文件重新汇总。',
};

/** The state that a consolidation workbook keeps; a workbook without one, or with a damaged one, is refused in words. */
export function readStoredState(parts: Readonly<Record<string, string>>): StateReading {
  const text = parts[PARTS.consolidation];
  if (text === undefined) return { ok: false, message: '该文件不是本程序生成的汇总簿，无法接着汇总。' };
  try {
    const restored = isPacked(text) ? fromLines(text) : fromOneText(text);
    return restored && isState(restored) ? { ok: true, state: restored } : DAMAGED;
  } catch {
    return DAMAGED;
  }
}

function fromLines(text: string): Record<string, unknown> | null {
  let whole: Record<string, unknown> | null = null;
  const files: unknown[] = [];
  for (const line of unpackLines(text)) {
    const value: unknown = JSON.parse(line);
    if (whole) files.push(restoreFile(value));
    else if (isRecord(value)) whole = { ...value };
    else return null;
  }
  if (whole?.['count'] !== files.length) return null;
  delete whole['count'];
  return { ...whole, files };
}

/** As version 0.2.0 wrote it. */
function fromOneText(text: string): Record<string, unknown> | null {
  const stored: unknown = JSON.parse(text);
  if (!isRecord(stored) || !Array.isArray(stored['files'])) return null;
  return { ...stored, files: (stored['files'] as readonly unknown[]).map(restoreFile) };
}

function restoreFile(file: unknown): unknown {
  return isRecord(file) && file['status'] === 'read' ? { ...file, rows: restoreRows(file['rows']) } : file;
}

function isState(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & StoredState {
  const { version, planId, period, decisions, files, log } = value;
  return (
    version === 1 &&
    typeof planId === 'string' &&
    isTextOrNull(period) &&
    isRecord(decisions) &&
    isTextMap(decisions['units']) &&
    isTextMap(decisions['schools']) &&
    Array.isArray(log) &&
    log.every((entry) => isRecord(entry) && typeof entry['on'] === 'string' && typeof entry['text'] === 'string') &&
    Array.isArray(files) &&
    files.every(isFile)
  );
}

const TEXTS = ['fileName', 'receivedOn', 'fingerprint', 'verdict'];
const TEXTS_OR_NULL = ['unit', 'statedUnit', 'period', 'reportedOn', 'contact', 'phone', 'arrivedIn'];
const LISTS = ['findings', 'units', 'totals', 'tables', 'periods'];
const COUNTS = ['error', 'warning', 'info', 'explained'];

/** Checks what the sum and the rules lean on: a workbook may have been edited by other programs. */
function isFile(value: unknown): value is StoredFile {
  if (!isRecord(value)) return false;
  const isText = (name: string): boolean => typeof value[name] === 'string';
  if (value['status'] === 'failed') {
    return ['fileName', 'receivedOn', 'code', 'message'].every(isText) && isTextOrNull(value['arrivedIn']);
  }
  const { counts, rows, moreRows, moreFindings, moreSums } = value;
  return (
    value['status'] === 'read' &&
    TEXTS.every(isText) &&
    TEXTS_OR_NULL.every((name) => isTextOrNull(value[name])) &&
    LISTS.every((name) => Array.isArray(value[name]) && (value[name] as readonly unknown[]).every(isRecord)) &&
    isRecord(counts) &&
    COUNTS.every((name) => typeof counts[name] === 'number') &&
    Array.isArray(rows) &&
    typeof moreRows === 'number' &&
    typeof moreFindings === 'number' &&
    isRecord(moreSums) &&
    typeof value['isZeroReport'] === 'boolean'
  );
}

function isTextMap(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
