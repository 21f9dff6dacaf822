import type { HostResult } from './port';
import { problemOf } from './problems';

/** Few enough for the arguments of one call. */
const PIECE = 0x8000;

/** Opens an xlsx as a new workbook that has no file yet; the workbook of the pane stays as it is. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<HostResult<void>> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return { ok: true, value: undefined };
  } catch (thrown) {
    return { ok: false, problem: problemOf(thrown) };
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
