import { describeEdit, readJournal, recordEdits, shownContent, takeBack, type Journal } from '../../src/fill';
import { EMPTY, setContent, sheetFromGrid, workbookOf, type CellContent, type Edit } from '../../src/workbook';
import { written } from './desk';

const about = { title: '合成改动', on: '2023-06-30T09:00:00Z' };
const value = (one: string | number | boolean): CellContent => ({ kind: 'value', value: one });
const put = (row: number, column: number, content: CellContent, sheet = '表'): Edit =>
  setContent({ sheet, row, column }, content);
const format = (row: number, column: number, code: string): Edit => ({
  kind: 'format', sheet: '表', row, column, format: code,
}); // prettier-ignore
const insert = (row: number, count = 1, sheet = '表'): Edit => ({ kind: 'insertRows', sheet, row, count });
const part = (name: string, text: string | null): Edit => ({ kind: 'storePart', name, text });

describe('a journal as JSON brings it back', () => {
  const entry = { id: '1', ...about, edits: [put(0, 0, value('甲'))], inverse: [put(0, 0, EMPTY)] };
  const read = (entries: unknown) =>
    readJournal({ 'plancheck-journal': JSON.stringify({ version: 1, entries }) }).entries;

  test('is what was stored', () => {
    expect(read([entry])).toEqual([entry]);
    expect(readJournal({})).toEqual({ entries: [] });
  });

  test.each<[string, Edit]>([
    ['a number', put(2, 3, value(0))],
    ['a truth value', put(2, 3, value(false))],
    ['a formula', put(2, 3, { kind: 'formula', formula: '=A1' })],
    ['an empty cell', put(2, 3, EMPTY)],
    ['a format', format(2, 3, '0%')],
    ['inserted rows', insert(2, 4)],
    ['deleted rows', { kind: 'deleteRows', sheet: '表', row: 0, count: 0 }],
    ['a part', part('甲', '字')],
    ['a part taken away', part('甲', null)],
  ])('%s is an edit', (_, edit) => expect(read([{ ...entry, edits: [edit] }])).toHaveLength(1));

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', '表'],
    ['of no kind', { sheet: '表', row: 0, column: 0 }],
    ['of another kind', { kind: 'other', sheet: '表', row: 0, column: 0, count: 1 }],
    ['a part without a name', { kind: 'storePart', text: '字' }],
    ['a part with a number', { kind: 'storePart', name: '甲', text: 1 }],
    ['a part without a word on its text', { kind: 'storePart', name: '甲' }],
    ['on no sheet', { ...put(0, 0, value(1)), sheet: 1 }],
    ['in no row', { ...put(0, 0, value(1)), row: '0' }],
    ['in a row before the first', put(-1, 0, value(1))],
    ['between two rows', put(0.5, 0, value(1))],
    ['in no column', { ...put(0, 0, value(1)), column: null }],
    ['with a content that is none', { ...put(0, 0, value(1)), content: '1' }],
    ['with no content', { ...put(0, 0, value(1)), content: null }],
    ['with a content of no kind', { ...put(0, 0, value(1)), content: { value: 1 } }],
    ['with a list as value', { ...put(0, 0, value(1)), content: { kind: 'value', value: [1] } }],
    ['with a formula that is a number', { ...put(0, 0, value(1)), content: { kind: 'formula', formula: 1 } }],
    ['a format in no column', { ...format(0, 0, '0%'), column: -1 }],
    ['a format without a code', { ...format(0, 0, '0%'), format: 1 }],
    ['rows without a count', { ...insert(0), count: undefined }],
    ['fewer rows than none', insert(0, -1)],
  ])('an edit %s is none: the journal is empty', (_, edit) => {
    expect(read([entry, { ...entry, edits: [entry.edits[0], edit] }])).toEqual([]);
    expect(read([entry, { ...entry, inverse: [entry.inverse[0], edit] }])).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', '1'],
    ['without an id', { ...entry, id: 1 }],
    ['without a title', { ...entry, title: null }],
    ['without a date', { ...entry, on: 20230630 }],
    ['without edits', { ...entry, edits: {} }],
    ['without a way back', { ...entry, inverse: undefined }],
  ])('an entry %s is none', (_, one) => expect(read([entry, one])).toEqual([]));

  test.each(['1', '"entries"', '[]', '{}', '{"entries":{}}', 'null'])('%s is no journal', (text) =>
    expect(readJournal({ 'plancheck-journal': text })).toEqual({ entries: [] }),
  );
});

describe('recording', () => {
  const book = workbookOf([sheetFromGrid('表', [['甲', 1]])]);
  const EMPTY_JOURNAL: Journal = { entries: [] };

  test('keeps what was written and what takes it back, but never the journal itself', () => {
    const edits = [put(0, 0, value('乙')), part('plancheck-journal', '{}'), part('plancheck-marks', '[]')];
    const recording = recordEdits(book, EMPTY_JOURNAL, edits, about);
    expect(recording).toMatchObject({
      kind: 'recorded',
      dropped: 0,
      entry: {
        id: '1',
        ...about,
        edits: [edits[0], edits[2]],
        inverse: [part('plancheck-marks', null), put(0, 0, value('甲'))],
      },
    });
  });

  test('gives each entry a number of its own, also after others went', () => {
    const journal: Journal = {
      entries: [
        { id: '7', ...about, edits: [], inverse: [] },
        { id: '合成', ...about, edits: [], inverse: [] },
      ],
    };
    const recording = recordEdits(book, journal, [put(0, 0, value('乙'))], about);
    expect(recording.kind === 'recorded' && recording.entry.id).toBe('8');
  });

  test('refuses what cannot be taken back', () =>
    expect(recordEdits(book, EMPTY_JOURNAL, [put(0, 0, value('乙'), '没有')], about)).toEqual({
      kind: 'notInvertible',
      problem: { code: 'noSuchSheet', sheet: '没有' },
    }));
});

describe('taking back', () => {
  const book = workbookOf([
    sheetFromGrid('表', [
      ['甲', 1],
      ['乙', 2],
      ['丙', 3],
    ]),
    sheetFromGrid('别', [['丁']]),
  ]);
  /** The workbook after an apply and after what a person did since, and what can be taken back. */
  const after = (edits: readonly Edit[], since: readonly Edit[] = []) => {
    const recording = recordEdits(book, { entries: [] }, edits, about);
    if (recording.kind !== 'recorded') throw new Error(recording.kind);
    return takeBack(written(book, [...edits, ...since]), recording.journal, '1');
  };

  test('of an entry that is not there is refused', () =>
    expect(takeBack(book, { entries: [] }, '1')).toEqual({
      kind: 'blocked',
      why: '撤消记录中没有这次改动，可能已被清除。',
      left: [],
    }));

  test('gives the cells, formats and parts of before', () =>
    expect(after([put(0, 1, value(9)), format(0, 1, '0%'), part('plancheck-marks', '[]')])).toEqual({
      kind: 'edits',
      left: [],
      edits: [part('plancheck-marks', null), format(0, 1, 'General'), put(0, 1, value(1))],
    }));

  test('leaves a cell alone whose format was changed since, with its content', () =>
    expect(after([put(0, 1, value(9)), format(0, 1, '0%')], [format(0, 1, '0.00')])).toEqual({
      kind: 'edits',
      left: ['表!B1'],
      edits: [],
    }));

  test('leaves a part alone that was changed or taken away since, and names it', () => {
    const left = { kind: 'edits', left: ['随工作簿保存的设置'], edits: [put(0, 1, value(1))] };
    const edits = [put(0, 1, value(9)), part('plancheck-marks', '[]')];
    expect(after(edits, [part('plancheck-marks', '[1]')])).toEqual(left);
    expect(after(edits, [part('plancheck-marks', null)])).toEqual(left);
    expect(after([part('plancheck-marks', null)])).toMatchObject({ left: [] });
  });

  test('leaves what lies on a sheet that is gone', () => {
    const recording = recordEdits(book, { entries: [] }, [put(0, 0, value('戊'), '别'), put(0, 1, value(9))], about);
    if (recording.kind !== 'recorded') throw new Error(recording.kind);
    const [sheet] = written(book, [put(0, 1, value(9))]).sheets;
    expect(takeBack(workbookOf(sheet ? [sheet] : []), recording.journal, '1')).toEqual({
      kind: 'edits',
      left: ['别!A1'],
      edits: [put(0, 1, value(1))],
    });
  });

  test('follows cells and formulas that rows of the same apply pushed down', () => {
    const formula = (text: string): CellContent => ({ kind: 'formula', formula: text });
    const edits = [put(2, 1, formula('=B1+B2&"B2"')), put(0, 0, value('首')), insert(1), put(1, 0, value('新'))];
    const since = (now: string) => after(edits, [put(3, 1, formula(now))]);
    expect(since('=B1+B3&"B2"')).toMatchObject({ kind: 'edits', left: [] });
    expect(since('=B1+B2&"B2"')).toMatchObject({ kind: 'edits', left: [] });
    expect(since('=B1+B4&"B2"')).toMatchObject({ kind: 'edits', left: ['表!B4'] });
    expect(since('=B1+B3&"B3"')).toMatchObject({ kind: 'edits', left: ['表!B4'] });
    expect(after([...edits.slice(1), put(3, 1, value(7))], [put(3, 1, formula('=B1'))])).toMatchObject({
      left: ['表!B4'],
    });
    expect(after(edits.slice(1), [put(0, 0, value('尾'))])).toMatchObject({ kind: 'edits', left: ['表!A1'] });
  });

  test('a row put in that someone wrote into since stays, and is named', () => {
    const edits = [insert(1, 2), put(1, 0, value('新')), put(2, 0, value('又新'))];
    expect(after(edits)).toMatchObject({ kind: 'edits', left: [] });
    expect(after(edits, [put(2, 1, value(5))])).toEqual({
      kind: 'blocked',
      why: '表!B3 在写入后又有改动，插入的行未撤消。请先核对这些单元格。',
      left: ['表!B3'],
    });
    expect(after(edits, [put(1, 0, value('改'))])).toMatchObject({ kind: 'blocked', left: ['表!A2', '表!A2'] });
  });

  test('an earlier apply waits only for a later one that moved rows of its own sheets', () => {
    const record = (journal: Journal, edits: readonly Edit[]): Journal => {
      const recording = recordEdits(book, journal, edits, { ...about, title: edits.length > 1 ? '插行' : '改格' });
      if (recording.kind !== 'recorded') throw new Error(recording.kind);
      return recording.journal;
    };
    const first = record({ entries: [] }, [put(0, 0, value('甲'))]);
    const other = record(first, [put(0, 0, value('丁'), '别'), insert(0, 1, '别')]);
    expect(takeBack(book, other, '1').kind).toBe('edits');
    const own = record(other, [put(0, 0, value('甲')), insert(1)]);
    expect(takeBack(book, own, '1')).toEqual({ kind: 'blocked', why: '“插行”之后插入过行，请先撤消它。', left: [] });
  });
});

describe('an edit in words', () => {
  const described = (edit: Edit, before: CellContent | null = null) => {
    const { where, before: was, after } = describeEdit({ edit, before, reason: '合成' });
    return [where, was, after];
  };
  test.each<[Edit, CellContent | null, readonly string[]]>([
    [put(17, 2, value(54), '附件2'), value('54'), ['附件2!C18', '“54”', '54']],
    [put(0, 0, { kind: 'formula', formula: '=B1' }), EMPTY, ['表!A1', '（空）', '=B1']],
    [put(0, 0, value(true), '表 1'), value(false), ["'表 1'!A1", 'FALSE', 'TRUE']],
    [format(0, 1, '0%'), null, ['表!B1', '', '数字格式 0%']],
    [insert(4, 2), null, ['表 第 5 行前', '', '插入 2 行']],
    [{ kind: 'deleteRows', sheet: '表', row: 4, count: 2 }, null, ['表 第 5 行起', '', '删除 2 行']],
    [part('甲', '字'), null, ['随工作簿保存的设置', '', '保存']],
    [part('甲', null), null, ['随工作簿保存的设置', '', '删除']],
  ])('%j', (edit, before, expected) => expect(described(edit, before)).toEqual(expected));

  test('keeps its reason', () =>
    expect(describeEdit({ edit: insert(0), before: null, reason: '缺合计行' }).reason).toBe('缺合计行'));

  test('tells a number from the same digits as text', () =>
    expect([shownContent(value(1)), shownContent(value('1'))]).toEqual(['1', '“1”']));
});
