import { createOfficePort } from '../excel';
import { mountPane } from './app/mount';
import { officeLook } from './page/office-look';
import { officeReady } from './page/office-ready';
import { createSession, type Keeper, type Session } from './session';
import { createWork } from './work/create-work';
import { workerRunner } from './work/runner';
import { startCoreWorker, startFileWorker } from './work/start-worker';

/** The page's one session, for the pane and for the ribbon's commands; `null` outside of Excel. */
export const started: Promise<Session | null> = start();

async function start(): Promise<Session | null> {
  const runJob = workerRunner(startCoreWorker, async () => (await import('./work/jobs')).JOBS, true);
  const runFileJob = workerRunner(startFileWorker, async () => (await import('./work/file-jobs')).FILE_JOBS);
  const host = await officeReady();
  const element = document.getElementById('pane');
  if (host === null || !element) {
    const message = document.getElementById('loading');
    if (message) message.textContent = '请在 Excel 中打开“规划表校核”。';
    document.getElementById('not-loaded')?.remove();
    return null;
  }
  const session = createSession(createOfficePort(), createWork(runJob, runFileJob));
  const workbook = (Office.context.document as Office.Document | undefined)?.url ?? '';
  // Asked for each time: a browser that forbids storage throws already at its name.
  const keeper: Keeper = {
    getItem: (key) => window.sessionStorage.getItem(key),
    setItem: (key, text) => window.sessionStorage.setItem(key, text),
  };
  session.outlive(keeper, workbook);
  mountPane(element, session, { look: officeLook() });
  return session;
}
