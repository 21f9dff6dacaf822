import fc from 'fast-check';
import {
  CLEAR_JOURNAL,
  chosenEdits,
  JOURNAL_LIMITS,
  readJournal,
  recordEdits,
  storeJournal,
  takeBack,
  withoutEntry,
  type Journal,
} from '../../src/fill';
import { applyEdits, contentAt, setContent, type Edit, type WorkbookSnapshot } from '../../src/workbook';
import { bookOf, propose, written } from './desk';

const EMPTY: Journal = { entries: [] };
const about = { title: '补填小计、合计公式', on: '2023-06-30T09:00:00Z' };
const table = [
  ['序号', '学校名称', '规划班数', '规划学位'],
  ['二、初中'],
  [1, '宜阳二中', 54, 2700],
  [2, '春华中学', '36', 1800],
  ['三、小学'],
  ['小计：', null, 36, null],
  [1, '枫林小学', 36, 1620],
];

function fillAndRecord(book: WorkbookSnapshot): { after: WorkbookSnapshot; journal: Journal } {
  const edits = chosenEdits(propose(book)).map(({ edit }) => edit);
  const recording = recordEdits(book, EMPTY, edits, about);
  if (recording.kind !== 'recorded') throw new Error(recording.kind);
  const after = written(book, [...edits, storeJournal(recording.journal)]);
  return { after, journal: readJournal(after.parts) };
}

const editsOf = (workbook: WorkbookSnapshot, journal: Journal, id = '1'): readonly Edit[] => {
  const result = takeBack(workbook, journal, id);
  if (result.kind !== 'edits') throw new Error(result.why);
  return result.edits;
};

const at = (workbook: WorkbookSnapshot, row: number, column: number) => {
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return contentAt(sheet, row, column);
};

test('an apply is taken back exactly, also after the journal went through the file', () => {
  const book = bookOf(table);
  const { after, journal } = fillAndRecord(book);
  expect(journal.entries).toHaveLength(1);
  expect(after.sheets[0]?.rowCount).toBe(8);
  const back = written(after, [...editsOf(after, journal), storeJournal(withoutEntry(journal, '1'))]);
  expect(back.parts).toEqual({});
  expect(back.sheets[0]?.values).toEqual(book.sheets[0]?.values);
  expect(back.sheets[0]?.formulas.size).toBe(0);
});

test('cells changed since are named and left alone', () => {
  const { after, journal } = fillAndRecord(
    bookOf([['序号', '学校名称', '规划班数'], ['三、小学'], ['小计：', null, null], [1, '枫林小学', '36']]),
  );
  const changed = written(after, [setContent({ sheet: '附件2', row: 3, column: 2 }, { kind: 'value', value: 40 })]);
  const result = takeBack(changed, journal, '1');
  expect(result).toMatchObject({ kind: 'edits', left: ['附件2!C4'] });
  const back = written(changed, editsOf(changed, journal));
  expect([at(back, 2, 2), at(back, 3, 2)]).toEqual([{ kind: 'empty' }, { kind: 'value', value: 40 }]);
});

test('an inserted row that someone used since is not deleted', () => {
  const { after, journal } = fillAndRecord(bookOf(table));
  const used = written(after, [
    setContent({ sheet: '附件2', row: 2, column: 1 }, { kind: 'value', value: '另有说明' }),
  ]);
  expect(takeBack(used, journal, '1')).toMatchObject({ kind: 'blocked', left: ['附件2!B3'] });
});

test('an older apply waits for a later one that moved its rows', () => {
  const book = bookOf(table);
  const first = recordEdits(
    book,
    EMPTY,
    [setContent({ sheet: '附件2', row: 2, column: 2 }, { kind: 'value', value: 55 })],
    about,
  );
  if (first.kind !== 'recorded') throw new Error(first.kind);
  const second = recordEdits(book, first.journal, [{ kind: 'insertRows', sheet: '附件2', row: 2, count: 1 }], about);
  if (second.kind !== 'recorded') throw new Error(second.kind);
  expect(second.journal.entries.map(({ id }) => id)).toEqual(['1', '2']);
  expect(takeBack(book, second.journal, '1')).toMatchObject({
    kind: 'blocked',
    why: expect.stringContaining('先撤消'),
  });
});

test('the journal keeps a limited number of applies, and can be cleared', () => {
  const book = bookOf(table);
  let journal = EMPTY;
  for (let i = 0; i < JOURNAL_LIMITS.entries + 3; i++) {
    const recording = recordEdits(
      book,
      journal,
      [setContent({ sheet: '附件2', row: 2, column: 2 }, { kind: 'value', value: i })],
      about,
    );
    if (recording.kind !== 'recorded') throw new Error(recording.kind);
    journal = recording.journal;
  }
  expect(journal.entries).toHaveLength(JOURNAL_LIMITS.entries);
  expect(journal.entries[0]?.id).toBe('4');
  const cleared = applyEdits(book, [storeJournal(journal), CLEAR_JOURNAL]);
  expect(cleared.ok && cleared.value.parts).toEqual({});
});

test('more than the journal holds is said, not half recorded', () => {
  const long = 'x'.repeat(JOURNAL_LIMITS.characters);
  const recording = recordEdits(
    bookOf(table),
    EMPTY,
    [setContent({ sheet: '附件2', row: 0, column: 0 }, { kind: 'value', value: long })],
    about,
  );
  expect(recording.kind).toBe('tooLarge');
});

test('damaged parts read as an empty journal', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readJournal({ 'plancheck-journal': text }).entries).toEqual([]);
    }),
  );
});
