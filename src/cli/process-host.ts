import { setMaxListeners } from 'node:events';
import { version } from '../../package.json';
import { EXIT, type ExitCode } from './exit-code';
import { cut } from './formats/width';
import type { CliHost } from './host';

/** This process as the command line's host: output that may be a closed pipe, Ctrl-C, a terminal's width. */
export function processHost(workerEntry: URL): { readonly host: CliHost; finish(code: ExitCode): void } {
  const stop = new AbortController();
  // Every file that waits listens; Node would call more than ten a leak.
  setMaxListeners(0, stop.signal);
  const { stdout, stderr } = process;
  let isOutClosed = false;
  let isInterrupted = false;
  let hasProgress = false;

  // `plancheck … | head` closes the pipe: nobody reads on, so there is nothing left to do.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    isOutClosed = true;
    if (error.code !== 'EPIPE') process.exitCode = EXIT.fileFailed;
    stop.abort();
  });
  stderr.on('error', () => undefined);
  const interrupt = (): void => {
    if (isInterrupted) process.exit(EXIT.interrupted);
    isInterrupted = true;
    stop.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);

  const clear = (): void => {
    if (hasProgress) stderr.write('\r\u001b[K');
    hasProgress = false;
  };
  const progress = (line: string): void => {
    stderr.write(`\r\u001b[K${cut(line, (stderr.columns || 80) - 1)}`);
    hasProgress = true;
  };
  return {
    host: {
      out: (text) => {
        clear();
        if (!isOutClosed) stdout.write(text);
      },
      note: (text) => {
        clear();
        stderr.write(text);
      },
      progress: stderr.isTTY ? progress : null,
      signal: stop.signal,
      workerEntry,
      version,
    },
    finish: (code) => {
      clear();
      if (isInterrupted) stderr.write('已取消，没有写完的文件未保留。\n');
      process.exitCode = isInterrupted ? EXIT.interrupted : (process.exitCode ?? code);
    },
  };
}
