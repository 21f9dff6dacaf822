import fc from 'fast-check';
import { createSession, NO_FILTER, type Keeper } from '../../src/taskpane/session';
import { madeUpAudit, MADE_UP, TEXT_NUMBER } from './made-up-findings';
import { madeUpPort } from './made-up-port';
import { madeUpWork } from './made-up-work';

const makeKeeper = (): Keeper & { readonly texts: Map<string, string> } => {
  const texts = new Map<string, string>();
  return { texts, getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
};

/** A pane over a workbook, as it is each time that its page is loaded. */
const open = (port = madeUpPort(MADE_UP)) =>
  createSession(
    port,
    madeUpWork((snapshot) => Promise.resolve(madeUpAudit(snapshot))),
  );
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('a pane that is loaded anew for the same workbook', () => {
  it('is where it was, looks as it did, and audits again what was audited', async () => {
    const keeper = makeKeeper();
    const before = open();
    before.outlive(keeper, 'a.xlsx');
    await before.audit();
    before.filter({ search: '甲', groupBy: 'rule', levels: new Set(['error']) });
    before.go('settings');

    const after = open();
    after.outlive(keeper, 'a.xlsx');
    await settled();
    const { place, filter, audited } = after.store.get();
    expect(place).toBe('settings');
    expect(filter).toEqual({ ...NO_FILTER, search: '甲', groupBy: 'rule', levels: new Set(['error']) });
    expect(audited?.result.findings).toHaveLength(before.store.get().audited?.result.findings.length ?? -1);
  });

  it('audits nothing of its own accord where nothing was audited, and takes nothing up for another workbook', async () => {
    const keeper = makeKeeper();
    const before = open();
    before.outlive(keeper, 'a.xlsx');
    before.go('fill');
    const after = open();
    after.outlive(keeper, 'a.xlsx');
    await before.audit();
    const other = open();
    other.outlive(keeper, 'b.xlsx');
    await settled();
    expect(after.store.get()).toMatchObject({ place: 'fill', audited: null });
    expect(other.store.get()).toMatchObject({ place: 'audit', audited: null });
  });

  it('keeps no figure and no name of what was found', async () => {
    const keeper = makeKeeper();
    const session = open();
    session.outlive(keeper, 'a.xlsx');
    await session.audit();
    const kept = [...keeper.texts.values()].join();
    expect(kept).not.toContain(TEXT_NUMBER.text);
    expect(kept).not.toContain(TEXT_NUMBER.found);
  });

  it('begins anew where what was kept is damaged, or storage is forbidden', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((kept) => JSON.stringify({ workbook: '', place: kept, filter: kept, openId: kept })),
        ),
        (text) => {
          const session = open();
          session.outlive({ getItem: () => text, setItem: () => undefined }, '');
          expect(['audit', 'fill', 'reports', 'consolidation', 'settings']).toContain(session.store.get().place);
          expect(session.store.get().filter.levels).toBeInstanceOf(Set);
        },
      ),
    );
    const forbidden = (): never => {
      throw new Error('SecurityError');
    };
    const session = open();
    session.outlive({ getItem: forbidden, setItem: forbidden }, '');
    session.go('fill');
    expect(session.store.get().place).toBe('fill');
  });
});

describe('what lies in the workbook', () => {
  it('is known to whoever opens the pane next: marks can be taken away', async () => {
    const port = madeUpPort(MADE_UP);
    const before = open(port);
    await before.audit();
    await before.mark();
    const after = open(port);
    await after.audit();
    expect(after.store.get().isMarked).toBe(true);
    await after.unmark();
    expect(port.marks.size).toBe(0);
    const last = open(port);
    await last.audit();
    expect(last.store.get().isMarked).toBe(false);
  });

  it('can be taken back at once, although the new pane wrote nothing itself', async () => {
    const port = madeUpPort(MADE_UP);
    const before = open(port);
    await before.audit();
    before.previewFix(TEXT_NUMBER);
    expect(await before.apply(new Set([0]))).toBe(true);
    const after = open(port);
    await after.undo();
    expect(after.store.get().notice?.text).toMatch(/^已撤消/);
    expect(port.workbook.sheets).toEqual(MADE_UP.sheets);
  });
});
