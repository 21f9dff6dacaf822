// Whole processes: wall time and the peak of the resident memory of a process and all that it starts, read from /proc.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';

const EVERY_MS = 15;

function childrenOf(pid) {
  try {
    const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return own.flatMap((child) => [child, ...childrenOf(child)]);
  } catch {
    return [];
  }
}

function residentKb(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Runs a command once; `null` for the memory where the system has no /proc. */
export function once(command, args, options = {}) {
  const began = performance.now();
  let peak = existsSync('/proc/self/status') ? 0 : null;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
    let output = '';
    child.stdout.on('data', (piece) => (output += piece));
    const timer = setInterval(() => {
      if (peak === null) return;
      peak = Math.max(
        peak,
        [child.pid, ...childrenOf(child.pid)].reduce((sum, pid) => sum + residentKb(pid), 0),
      );
    }, EVERY_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ code, output, ms: performance.now() - began, mb: peak === null ? null : peak / 1024 });
    });
  });
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Runs all commands in turn, `times` rounds, so that a busy moment meets all of them; medians and ranges by name. */
export async function interleaved(commands, times) {
  const runs = new Map(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < times; round++)
    for (const { name, command, args, options } of commands) {
      const run = await once(command, args, options);
      if (run.code !== 0 && run.code !== 1) throw new Error(`${name} ended with ${run.code}`);
      runs.get(name).push(run);
    }
  return new Map(
    [...runs].map(([name, all]) => {
      const ms = all.map((run) => run.ms);
      return [
        name,
        {
          ms: median(ms),
          least: Math.min(...ms),
          most: Math.max(...ms),
          mb: all[0].mb === null ? null : median(all.map((run) => run.mb)),
          output: all[0].output,
        },
      ];
    }),
  );
}
