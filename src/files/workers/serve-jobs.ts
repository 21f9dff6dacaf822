import { basename } from 'node:path';
import type { OpenFailure } from '../failure';
import { nodeCodec } from '../node-codec';
import { openFileLazily } from '../opening/open-file-lazily';
import { DEFAULT_LIMITS, type Limits } from '../limits';
import { readBytes } from '../read-path';
import type { Answer, FileInput, JobTable, Request } from './protocol';

/**
 * The body of a worker entry: opens each file that is asked for and runs the named job over it.
 * A job that throws ends the worker, and with it this file alone: the pool says `crashed` and starts another.
 */
export function serveJobs(jobs: JobTable, limits: Limits = DEFAULT_LIMITS): void {
  const { send } = process;
  if (!send) throw new Error('serveJobs is called in a worker process only');
  process.on('disconnect', () => process.exit());
  process.on('message', (request: Request) => {
    void answer(jobs, limits, request).then((result) =>
      send.call(process, { id: request.id, result } satisfies Answer),
    );
  });
}

async function answer(jobs: JobTable, limits: Limits, request: Request): Promise<Answer['result']> {
  const job: ((file: never, argument: never) => unknown) | undefined = jobs[request.job];
  if (!job) throw new Error(`no such job: ${request.job}`);
  const file = await openInput(request.input, limits);
  if (!file.ok) return file;
  return { ok: true, value: await job(file as never, request.argument as never) };
}

async function openInput(input: FileInput, limits: Limits) {
  const name = 'path' in input ? basename(input.path) : input.name;
  const bytes = 'path' in input ? await readBytes(input.path, limits) : input.bytes;
  if (!(bytes instanceof Uint8Array)) return bytes satisfies OpenFailure;
  const opened = await openFileLazily(bytes, name, limits, nodeCodec);
  return opened.ok ? { ...opened, name, bytes } : opened;
}
