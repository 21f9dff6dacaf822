import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
export const LAUNCHER = join(ROOT, 'bin', 'plancheck.mjs');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly note: string;
}

/** Starts `plancheck` as a person would, in the checkout or in another folder. */
export function start(args: readonly string[], cwd = ROOT, launcher = LAUNCHER): ChildProcess {
  return spawn(process.execPath, [launcher, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What a started process printed and how it ended. */
export function ended(child: ChildProcess): Promise<Ended> {
  const pieces = { out: [] as Buffer[], note: [] as Buffer[] };
  child.stdout?.on('data', (piece: Buffer) => pieces.out.push(piece));
  child.stderr?.on('data', (piece: Buffer) => pieces.note.push(piece));
  return new Promise((resolve) =>
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(pieces.out).toString(), note: Buffer.concat(pieces.note).toString() }),
    ),
  );
}

export function plancheck(...args: readonly string[]): Promise<Ended> {
  return ended(start(args));
}

/** The lines of ndjson output. */
export function lines(out: string): readonly Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
