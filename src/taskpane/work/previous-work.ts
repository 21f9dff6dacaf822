import type { FileJobs } from './file-jobs';
import { Cancelled, type JobRunner } from './runner';
import type { PreviousWork } from './work';

/** A file that takes longer is given up. */
const PATIENCE_MS = 10_000;

/** Opens the previous submission in the worker for files, which is ended when it takes too long. */
export function previousWork(runJob: JobRunner<FileJobs>): PreviousWork {
  return {
    async read(file, run) {
      const own = new AbortController();
      const stop = (): void => own.abort();
      run.signal.addEventListener('abort', stop, { once: true });
      const timer = setTimeout(stop, PATIENCE_MS);
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const read = await runJob(
          'readPrevious',
          { bytes, fileName: file.name },
          { progress: run.progress, signal: own.signal },
        );
        return typeof read === 'string' ? { ok: false, message: read } : { ok: true, value: read };
      } catch (error) {
        const message =
          error instanceof Cancelled
            ? `读取“${file.name}”超过 ${PATIENCE_MS / 1000} 秒，已停止。请删除该文件中的无关内容后重新选择。`
            : `读取“${file.name}”时出错，请重新选择。`;
        return { ok: false, message };
      } finally {
        clearTimeout(timer);
        run.signal.removeEventListener('abort', stop);
      }
    },
  };
}
