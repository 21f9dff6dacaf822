import { failure } from '../../files/failure';
import { DEFAULT_LIMITS } from '../../files/limits';
import { localTime } from '../../workbook';
import type { FileJobs, ReadSubmission } from './file-jobs';
import { Cancelled, type JobRunner } from './runner';
import type { ConsolidationWork, Run, SubmissionResult } from './work';

/** A file that takes longer is given up; the others go on. */
const PATIENCE_MS = 10_000;

/** Files that were handed in, read one after another in a worker that can be ended. */
export function consolidationWork(runJob: JobRunner<FileJobs>): ConsolidationWork {
  let known: readonly (ReadSubmission | null)[] = [];
  return {
    async read(files, ownBaseline, onFile, isDropped, run) {
      const results: (ReadSubmission | null)[] = files.map(() => null);
      known = results;
      for (const [index, file] of files.entries()) {
        if (run.signal.aborted) return;
        if (isDropped(index)) continue;
        run.progress(`读取 ${file.name}`, index, files.length);
        onFile(index, { ...blank(file.name), state: 'reading' });
        const read = await readOne(runJob, file, ownBaseline, run);
        results[index] = read;
        onFile(index, resultOf(read));
      }
    },
    async combine(snapshot, chosen, decisions, run) {
      // A failed file is a row in the result, never a silent gap.
      const failed = [...known.keys()].filter((index) => known[index]?.input.status === 'failed');
      const taken = [...chosen, ...failed].flatMap((index) => known[index] ?? []);
      const inputs = taken.map(({ input }) => input);
      const baselines = taken.flatMap(({ baseline }) => baseline ?? []);
      const made = await runJob('combine', { inputs, baselines, parts: snapshot.parts, decisions }, run);
      if (typeof made === 'string') return { ok: false, message: made };
      const { workbook, ...rest } = made;
      return { ok: true, value: { ...rest, sheets: workbook.sheets, parts: workbook.parts } };
    },
  };
}

async function readOne(
  runJob: JobRunner<FileJobs>,
  file: File,
  ownBaseline: string | null,
  run: Run,
): Promise<ReadSubmission> {
  const receivedOn = localTime(new Date(file.lastModified));
  const own = new AbortController();
  const stop = (): void => own.abort();
  const failed = (code: string, message: string): ReadSubmission => ({
    input: { status: 'failed', fileName: file.name, receivedOn, code, message },
    baseline: null,
  });
  // Looked at before the bytes are: gigabytes must not be read into the pane.
  if (file.size > DEFAULT_LIMITS.fileBytes) {
    const { code, message } = failure('tooLarge', `${(file.size / 1024 / 1024).toFixed(1)} MB`);
    return failed(code, message);
  }
  run.signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(stop, PATIENCE_MS);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fingerprint = await digest(bytes);
    return await runJob(
      'readSubmission',
      { bytes, fileName: file.name, receivedOn, fingerprint, ownBaseline },
      { progress: () => undefined, signal: own.signal },
    );
  } catch (error) {
    if (!(error instanceof Cancelled))
      return failed('readFailed', '读取文件时出错，请重新选择该文件，或请报送单位重新发送。');
    return failed('timeout', `读取超过 ${PATIENCE_MS / 1000} 秒仍未完成，已停止。请报送单位删除无关内容后重新报送。`);
  } finally {
    clearTimeout(timer);
    run.signal.removeEventListener('abort', stop);
  }
}

/** The same bytes have the same digest. Pages without https have no `subtle`; length and a running sum serve there. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle) {
    const hash = new Uint8Array(await subtle.digest('SHA-256', bytes));
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  let sum = 0;
  for (const byte of bytes) sum = (Math.imul(sum, 31) + byte) >>> 0;
  return `${bytes.length}-${sum}`;
}

function blank(file: string): SubmissionResult {
  return { file, state: 'waiting', unit: null, period: null, verdict: null, counts: null, message: null };
}

function resultOf({ input }: ReadSubmission): SubmissionResult {
  if (input.status === 'failed') return { ...blank(input.fileName), state: 'failed', message: input.message };
  const { fileName, unit, statedUnit, period, verdict, counts } = input;
  return { ...blank(fileName), state: 'read', unit: unit ?? statedUnit, period, verdict, counts };
}
