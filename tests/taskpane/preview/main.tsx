import { createSession, mountPane } from '../../../src/taskpane';
import { fixedLook, type Look } from '../../../src/taskpane/app/theme';
import type { Work } from '../../../src/taskpane/work/work';
import { createWork } from '../../../src/taskpane/work/create-work';
import { workerRunner } from '../../../src/taskpane/work/runner';
import { startCoreWorker, startFileWorker } from '../../../src/taskpane/work/start-worker';
import { manySchools } from './many-schools';
import { answerWith, finding, madeUpAudit, MADE_UP } from '../made-up-findings';
import { madeUpPort } from '../made-up-port';
import { madeUpWork } from '../made-up-work';

/** The pane over made-up data, to look at; never part of a release. `?state=…&look=dark` */
const query = new URLSearchParams(location.search);
const state = query.get('state') ?? 'empty';
const rows = Number(query.get('rows') ?? 0);
const port = madeUpPort(rows > 0 ? manySchools(rows) : MADE_UP);
const many = Array.from({ length: 10_000 }, (_, index) =>
  finding({ identity: `many ${index}`, level: index % 3 === 0 ? 'error' : index % 3 === 1 ? 'warning' : 'info' }),
);

const audits: Readonly<Record<string, Work['audit']>> = {
  pass: () => Promise.resolve(answerWith([])),
  nothing: () => Promise.resolve(answerWith([], { verdict: 'nothingFound', tables: [] })),
  many: () => Promise.resolve(answerWith(many)),
  running: (_, __, run) =>
    new Promise(() => {
      run.progress('核对小计', 40, 100);
    }),
};
const realWork = (): Work =>
  createWork(
    workerRunner(startCoreWorker, async () => (await import('../../../src/taskpane/work/jobs')).JOBS, true),
    workerRunner(startFileWorker, async () => (await import('../../../src/taskpane/work/file-jobs')).FILE_JOBS),
  );
const work =
  state === 'core' ? realWork() : madeUpWork(audits[state] ?? ((snapshot) => Promise.resolve(madeUpAudit(snapshot))));
const session = createSession(port, work);
const root = document.getElementById('pane');
if (root) mountPane(root, session, { look: fixedLook((query.get('look') ?? 'light') as Look) });

async function reach(): Promise<void> {
  if (state === 'empty' || state === 'core') return;
  if (state === 'editing') port.nextProblem = { code: 'cellEditing' };
  const place = (['fill', 'reports', 'consolidation', 'settings'] as const).find((id) => id === state);
  if (place) return session.go(place);
  const audited = session.audit();
  if (state !== 'running') await audited;
  if (state === 'stale') setTimeout(() => port.change(port.workbook), 1000);
  const [first, second] = session.store.get().audited?.result.findings ?? [];
  if (state === 'preview' && first) session.previewFix(first);
  if (state === 'explain' && second) {
    session.open(`${second.rule}/${second.message}/${second.identity}`);
    session.startExplaining(second);
  }
  if (state === 'open' && first) session.open(`${first.rule}/${first.message}/${first.identity}`);
}
void reach();
