import type { HostProblem, Progress, SpreadsheetPort } from '../../excel/port';
import { problemLine, type Wish } from '../messages';
import type { Run, Work } from '../work/work';
import type { Notice, PaneState } from './state';
import type { Store } from './store';

/** What each of the session's actions works with. */
export interface Desk {
  readonly port: SpreadsheetPort;
  readonly work: Work;
  readonly store: Store<PaneState>;
  /** Milliseconds; injected so that tests do not depend on the clock. */
  readonly now: () => number;
  /** Ends the work under way, if there is any that can be ended. */
  cancel: () => void;
  /** Change events before this moment are our own writing. */
  quietUntil: number;
}

/** What {@link runTask} hands to the work. */
export interface TaskRun extends Run {
  /** The host's progress in the pane's words. */
  readonly host: Progress;
}

const STEP_WORDS = { reading: '读取工作簿', writing: '写入' } as const;
/** Shorter than what an eye follows; more would only cost drawing. */
const PROGRESS_EVERY_MS = 60;

/**
 * Runs one piece of work, which the user knows as `wish`, with progress and cancel. `null` when other work is under way or it was cancelled:
 * a cancelled run is let go at once, whether or not the work listens.
 */
export async function runTask<T>(
  desk: Desk,
  title: string,
  wish: Wish,
  canCancel: boolean,
  work: (run: TaskRun) => Promise<T>,
): Promise<T | null> {
  if (desk.store.get().task) return null;
  const controller = new AbortController();
  const step = (word: string, done: number, total: number): void => {
    if (!controller.signal.aborted) desk.store.set({ task: { title, step: word, done, total, canCancel } });
  };
  let told = -Infinity;
  const progress = (word: string, done: number, total: number): void => {
    const now = desk.now();
    if (now - told < PROGRESS_EVERY_MS && desk.store.get().task?.step === word) return;
    told = now;
    step(word, done, total);
  };
  const cancelled = new Promise<null>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  desk.cancel = () => {
    if (!canCancel) return;
    controller.abort();
    desk.store.set({ task: null });
    announce(desk, `已取消${title}`);
  };
  desk.store.set({ task: { title, step: '准备', done: 0, total: 0, canCancel }, notice: null });
  try {
    return await Promise.race([
      work({
        progress,
        signal: controller.signal,
        host: (kind, done, total) => progress(STEP_WORDS[kind], done, total),
      }),
      cancelled,
    ]);
  } catch (error) {
    if (controller.signal.aborted) return null;
    fail(
      desk,
      { code: 'unknown', detail: error instanceof Error ? `${error.name}: ${error.message}` : 'not an Error' },
      '一键审核',
    );
    return null;
  } finally {
    if (!controller.signal.aborted) desk.store.set({ task: null });
  }
}

/** Says something to screen readers. */
export function announce(desk: Desk, text: string): void {
  desk.store.set({ announcement: { text, count: desk.store.get().announcement.count + 1 } });
}

/** Shows one line, and says it. */
export function notify(desk: Desk, intent: Notice['intent'], text: string, offersUndo = false): void {
  desk.store.set({ notice: { intent, text, offersUndo } });
  announce(desk, text);
}

/** Shows the one line of a host problem; cancelling is no problem. */
export function fail(desk: Desk, problem: HostProblem, wish: Wish): void {
  if (problem.code === 'cancelled') return announce(desk, problemLine(problem, wish));
  const seen = [...desk.store.get().problems, `${problem.code}${problem.detail ? ` ${problem.detail}` : ''}`];
  desk.store.set({ problems: seen.slice(-20) });
  notify(desk, problem.code === 'cellEditing' ? 'warning' : 'error', problemLine(problem, wish));
}
