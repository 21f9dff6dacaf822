import { chosenEdits, readJournal, recordEdits, storeJournal, takeBack, withoutEntry } from '../../src/fill';
import { createOfficePort } from '../../src/excel';
import { contentAt, findSheet, type Edit, type ProposedEdit, type WorkbookSnapshot } from '../../src/workbook';
import { comparable, noProgress, startBench, valueOf, type Bench } from '../excel/headless';
import { propose } from './desk';

// What 填报 proposes, written through Office's own client into the local host.

const TABLE = [
  ['序号', '学校名称', '规划班数', '规划学位', '规划用地'],
  ['二、初中', '', '', '', ''],
  ['小计：', '', '', 4500, ''],
  ['', '宜阳二中', 54, 2700, 49.5],
  ['', '春华中学', "'36", 1800, 40.25],
  ['三、小学', '', '', '', ''],
  ['', '枫林小学', 36, 1620, 30],
  ['', '宜春市第二小学', 42, 1890, 35.5],
];

let bench: Bench;
beforeEach(async () => {
  bench = startBench();
  await bench.fill('附件2', TABLE);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('附件2');
    sheet.getRange('E4:E8').numberFormat = [['0.00'], ['0.00'], ['0.00'], ['0.00'], ['0.00']];
    sheet.getRange('C5').numberFormat = [['@']];
    await context.sync();
  });
});
afterEach(() => bench.dispose());

/** All that can be proposed for the workbook, whether ticked or not. */
function everything(workbook: WorkbookSnapshot): readonly ProposedEdit[] {
  const proposal = propose(workbook);
  return chosenEdits(proposal, new Set(proposal.groups.map(({ id }) => id)));
}

const about = { title: '计算填报', on: '2023-06-30T09:00:00Z' };
const JOURNAL = { entries: [] };

/** Applies as the pane does: the changes and the way back in one go. */
async function apply(before: WorkbookSnapshot, edits: readonly Edit[]) {
  const recording = recordEdits(before, JOURNAL, edits, about);
  if (recording.kind !== 'recorded') throw new Error(recording.kind);
  return bench.port.applyEdits([...edits, storeJournal(recording.journal)], before, noProgress);
}

const KINDS: readonly (readonly [string, (edit: Edit) => boolean])[] = [
  ['values', (edit) => edit.kind === 'content' && edit.content.kind === 'value'],
  ['formulas', (edit) => edit.kind === 'content' && edit.content.kind === 'formula'],
  ['formats', (edit) => edit.kind === 'format'],
  ['inserted rows and what is written into them', (edit) => edit.kind === 'insertRows'],
];

describe.each(KINDS)('an apply that fails at its n-th action, for every n: %s', (_, isOfKind) => {
  test('leaves the workbook as it was, with nothing in the journal', async () => {
    const before = await bench.snapshot();
    const all = everything(before).map(({ edit }) => edit);
    const moving = all.findIndex(({ kind }) => kind === 'insertRows');
    const inserts = isOfKind({ kind: 'insertRows', sheet: '附件2', row: 0, count: 1 });
    const edits = inserts ? all.slice(moving) : all.slice(0, moving).filter(isOfKind);
    expect(edits.length).toBeGreaterThan(0);
    let failures = 0;
    for (let n = 1; ; n++) {
      bench.host.faults.failAtAction(n);
      const result = await apply(before, edits);
      bench.host.faults.clearFailure();
      if (result.ok) break;
      failures += 1;
      expect(['unknown', 'rolledBack']).toContain(result.problem.code);
      const after = await bench.snapshot();
      expect(comparable(after)).toEqual(comparable(before));
      expect(after.parts).toEqual(before.parts);
    }
    expect(failures).toBeGreaterThan(5);
    expect(readJournal((await bench.snapshot()).parts).entries).toHaveLength(1);
  }, 120_000);
});

test('all of it takes two round trips; where rows come, the client tidies up once more behind the answer', async () => {
  valueOf(await bench.port.writePart('plancheck-journal', '[]'));
  const before = await bench.snapshot();
  const edits = everything(before).map(({ edit }) => edit);
  const moving = edits.findIndex(({ kind }) => kind === 'insertRows');
  bench.host.counters.reset();
  valueOf(await apply(before, edits.slice(0, moving)));
  expect(bench.host.counters.roundTrips).toBe(2);
  const between = await bench.snapshot();
  bench.host.counters.reset();
  valueOf(await apply(between, edits.slice(moving)));
  expect(bench.host.counters.roundTrips).toBeLessThanOrEqual(3);
});

test('taken back after the pane was closed and opened again, contents and formats are those of before', async () => {
  const before = await bench.snapshot();
  valueOf(
    await apply(
      before,
      everything(before).map(({ edit }) => edit),
    ),
  );
  const reopened = createOfficePort('workbench');
  const now = valueOf(await reopened.readSnapshot(noProgress, new AbortController().signal));
  expect(comparable(now)).not.toEqual(comparable(before));
  const journal = readJournal(now.parts);
  const way = takeBack(now, journal, '1');
  if (way.kind !== 'edits') throw new Error(way.why);
  expect(way.left).toEqual([]);
  valueOf(await reopened.applyEdits([...way.edits, storeJournal(withoutEntry(journal, '1'))], now, noProgress));
  const after = await bench.snapshot();
  expect(comparable(after)).toEqual(comparable(before));
  expect(after.parts).toEqual(before.parts);
});

test('a cell that a person changed since is named and left alone; the others go back', async () => {
  const before = await bench.snapshot();
  const edits = everything(before).map(({ edit }) => edit);
  const inPlace = edits.slice(
    0,
    edits.findIndex(({ kind }) => kind === 'insertRows'),
  );
  valueOf(await apply(before, inPlace));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('附件2').getRange('C5').values = [[40]];
    await context.sync();
  });
  const now = await bench.snapshot();
  const way = takeBack(now, readJournal(now.parts), '1');
  if (way.kind !== 'edits') throw new Error(way.why);
  expect(way.left).toContain('附件2!C5');
  valueOf(await bench.port.applyEdits(way.edits, now, noProgress));
  const sheet = findSheet(await bench.snapshot(), '附件2');
  if (!sheet) throw new Error('no sheet');
  expect(contentAt(sheet, 4, 2)).toEqual({ kind: 'value', value: 40 });
  expect(contentAt(sheet, 2, 3)).toEqual({ kind: 'value', value: 4500 });
});
