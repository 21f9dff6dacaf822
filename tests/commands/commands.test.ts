import { COMMANDS, type CommandId } from '../../src/commands';
import { createSession } from '../../src/taskpane';
import { placesOf, type PlaceId } from '../../src/taskpane/session';
import { madeUpAudit, MADE_UP } from '../taskpane/made-up-findings';
import { madeUpPort } from '../taskpane/made-up-port';
import { madeUpWork } from '../taskpane/made-up-work';

function office() {
  const port = madeUpPort(MADE_UP);
  const session = createSession(
    port,
    madeUpWork((snapshot) => Promise.resolve(madeUpAudit(snapshot))),
  );
  let shown = 0;
  const around = {
    showPane: () => Promise.resolve(void shown++),
    activeSheet: () => Promise.resolve('经费表'),
  };
  return { session, around, port, run: (id: CommandId) => COMMANDS[id](session, around), shown: () => shown };
}

describe('ribbon commands', () => {
  it('audit the workbook without the pane being open, and show the result in it', async () => {
    const { session, run, shown } = office();
    await run('auditWorkbook');
    expect(session.store.get().audited?.result.verdict).toBe('mend');
    expect(session.store.get().place).toBe('audit');
    expect(shown()).toBe(1);
  });

  it('list only the findings of the sheet that the context menu was opened on', async () => {
    const { session, run } = office();
    await run('auditSheet');
    expect(session.store.get().filter.sheet).toBe('经费表');
  });

  it('compute what can be filled and leave the choice to the pane', async () => {
    const { session, run, port } = office();
    await run('openFill');
    expect(session.store.get().fill?.preview.groups).toHaveLength(1);
    expect(port.workbook).toBe(MADE_UP);
  });

  it.each([
    ['openReports', 'reports'],
    ['openConsolidation', 'consolidation'],
    ['openHelp', 'settings'],
  ] as const)('%s opens a place that is there', async (id, place: PlaceId) => {
    const { session, run } = office();
    await run(id);
    expect(session.store.get().place).toBe(place);
    expect(placesOf(session.work)).toContain(place);
  });

  it('say in the pane why the host refused', async () => {
    const { session, run, port, shown } = office();
    port.nextProblem = { code: 'cellEditing' };
    await run('auditWorkbook');
    expect(session.store.get().notice?.text).toBe('请先按 Enter 或 Esc 结束单元格编辑，再点一次“一键审核”。');
    expect(shown()).toBe(1);
  });
});
