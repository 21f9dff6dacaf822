import { PARTS } from '../workbook';
import type { StoredFile, StoredState } from './types';

/** The text under which a consolidation workbook keeps its state. */
export function storedText(state: StoredState): string {
  return JSON.stringify(state);
}

/** True where a workbook is the outcome of a consolidation, and so none to consolidate. */
export function isConsolidation(parts: Readonly<Record<string, string>>): boolean {
  return parts[PARTS.consolidation] !== undefined;
}

export type StateReading =
  { readonly ok: true; readonly state: StoredState } | { readonly ok: false; readonly message: string };

/** The state that a consolidation workbook keeps; a workbook without one, or with a damaged one, is refused in words. */
export function readStoredState(parts: Readonly<Record<string, string>>): StateReading {
  const text = parts[PARTS.consolidation];
  if (text === undefined) return { ok: false, message: '该文件不是本程序生成的汇总簿，无法接着汇总。' };
  try {
    const stored: unknown = JSON.parse(text);
    return isState(stored) ? { ok: true, state: stored } : DAMAGED;
  } catch {
    return DAMAGED;
  }
}

const DAMAGED: StateReading = { ok: false, message: '汇总簿中保存的汇总记录已损坏。请用原始报送文件重新汇总。' };

function isState(value: unknown): value is StoredState {
  if (!isRecord(value) || value['version'] !== 1 || typeof value['planId'] !== 'string') return false;
  const { period, decisions, files, log } = value;
  return (
    (period === null || typeof period === 'string') &&
    isRecord(decisions) &&
    isTextMap(decisions['units']) &&
    isTextMap(decisions['schools']) &&
    Array.isArray(log) &&
    log.every((entry) => isRecord(entry) && typeof entry['on'] === 'string' && typeof entry['text'] === 'string') &&
    Array.isArray(files) &&
    files.every(isFile)
  );
}

/** Checks what the sum and the rules lean on; a workbook may have been edited by other programs. */
function isFile(value: unknown): value is StoredFile {
  if (!isRecord(value) || typeof value['fileName'] !== 'string' || typeof value['receivedOn'] !== 'string')
    return false;
  if (value['status'] === 'failed') return typeof value['code'] === 'string' && typeof value['message'] === 'string';
  if (value['status'] !== 'read' || typeof value['fingerprint'] !== 'string') return false;
  const lists = ['rows', 'findings', 'units', 'totals', 'tables', 'periods'];
  return (
    lists.every((name) => Array.isArray(value[name])) &&
    isRecord(value['counts']) &&
    (value['rows'] as readonly unknown[]).every(
      (row) =>
        isRecord(row) && typeof row['kind'] === 'string' && typeof row['name'] === 'string' && isRecord(row['figures']),
    )
  );
}

function isTextMap(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
