import fc from 'fast-check';
import {
  applyEdits,
  contentAt,
  contentOf,
  EMPTY,
  findSheet,
  formatAt,
  invertEdits,
  mergeAt,
  sameContent,
  setContent,
  sheetFromGrid,
  workbookOf,
  type CellContent,
  type Edit,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook';

const SIZE = 9;

/** A sheet in the simplest form that there is: contents and formats by position. */
type Model = Map<string, { content: CellContent; format: string }>;

const at = (row: number, column: number): string => `${row},${column}`;

function modelOf(sheet: SheetSnapshot, size = SIZE * 3): Model {
  const model: Model = new Map();
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const content = contentAt(sheet, row, column);
      const format = formatAt(sheet, row, column);
      if (content.kind !== 'empty' || format !== 'General') model.set(at(row, column), { content, format });
    }
  return model;
}

/** The same edit on the model. */
function edited(model: Model, edit: Edit): Model {
  const next: Model = new Map(model);
  if (edit.kind === 'content' || edit.kind === 'format') {
    const key = at(edit.row, edit.column);
    const old = next.get(key) ?? { content: EMPTY, format: 'General' };
    const now = edit.kind === 'content' ? { ...old, content: edit.content } : { ...old, format: edit.format };
    if (now.content.kind === 'empty' && now.format === 'General') next.delete(key);
    else next.set(key, now);
    return next;
  }
  if (edit.kind === 'storePart') return next;
  next.clear();
  for (const [key, cell] of model) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (edit.kind === 'insertRows') next.set(at(row >= edit.row ? row + edit.count : row, column), cell);
    else if (row < edit.row) next.set(key, cell);
    else if (row >= edit.row + edit.count) next.set(at(row - edit.count, column), cell);
  }
  return next;
}

const position = fc.integer({ min: 0, max: SIZE - 1 });
const content: fc.Arbitrary<CellContent> = fc.oneof(
  fc.constant(EMPTY),
  fc.integer({ min: -9, max: 99 }).map((value): CellContent => ({ kind: 'value', value })),
  fc.constantFrom('小计', '=文字', '0').map((value): CellContent => ({ kind: 'value', value })),
  fc.constantFrom('=SUM(A1:A3)', '=B2*2').map((formula): CellContent => ({ kind: 'formula', formula })),
);
const cellEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('content' as const),
    sheet: fc.constant('表'),
    row: position,
    column: position,
    content,
  }),
  fc.record({
    kind: fc.constant('format' as const),
    sheet: fc.constant('表'),
    row: position,
    column: position,
    format: fc.constantFrom('General', '0.00', '@'),
  }),
);
const count = fc.integer({ min: 1, max: 3 });
const insertion: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constant('insertRows' as const),
  sheet: fc.constant('表'),
  row: position,
  count,
});
const deletion: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constant('deleteRows' as const),
  sheet: fc.constant('表'),
  row: position,
  count,
});
const grid = fc.array(fc.array(fc.constantFrom(null, 1, '文', '=A1', true, ''), { minLength: 1, maxLength: 5 }), {
  maxLength: 6,
});
const start = fc
  .tuple(grid, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
  .map(([cells, top, left]) =>
    workbookOf([sheetFromGrid('表', cells, { top, left }), sheetFromGrid('别', [['不动']])]),
  );

function applied(workbook: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot {
  const result = applyEdits(workbook, edits);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const sheet = (workbook: WorkbookSnapshot): SheetSnapshot => {
  const found = findSheet(workbook, '表');
  if (!found) throw new Error('the sheet is gone');
  return found;
};

describe('applying edits', () => {
  test('does to the sheet what it says, cell by cell, and nothing to other sheets', () => {
    fc.assert(
      fc.property(start, fc.array(fc.oneof(cellEdit, insertion, deletion), { maxLength: 8 }), (workbook, edits) => {
        const after = applied(workbook, edits);
        const model = edits.reduce(edited, modelOf(sheet(workbook)));
        expect(modelOf(sheet(after), SIZE * 5)).toEqual(model);
        expect(after.sheets[1]).toBe(workbook.sheets[1]);
      }),
      { numRuns: 400 },
    );
  });

  test('leaves the workbook before it as it was', () => {
    fc.assert(
      fc.property(start, fc.array(fc.oneof(cellEdit, insertion), { maxLength: 6 }), (workbook, edits) => {
        const before = modelOf(sheet(workbook));
        applied(workbook, edits);
        expect(modelOf(sheet(workbook))).toEqual(before);
      }),
    );
  });

  test('one after another or all at once is the same', () => {
    fc.assert(
      fc.property(start, fc.array(fc.oneof(cellEdit, insertion), { maxLength: 6 }), (workbook, edits) => {
        const oneByOne = edits.reduce((state, edit) => applied(state, [edit]), workbook);
        expect(modelOf(sheet(applied(workbook, edits)))).toEqual(modelOf(sheet(oneByOne)));
      }),
    );
  });

  test('refuses a sheet that is not there, by name', () => {
    const edit = setContent({ sheet: '没有', row: 0, column: 0 }, EMPTY);
    const workbook = workbookOf([sheetFromGrid('表', [[1]])]);
    expect(applyEdits(workbook, [edit])).toEqual({ ok: false, problem: { code: 'noSuchSheet', sheet: '没有' } });
    expect(invertEdits(workbook, [edit])).toEqual({ ok: false, problem: { code: 'noSuchSheet', sheet: '没有' } });
  });

  test('stores and removes parts', () => {
    const workbook = workbookOf([], { 甲: '1', 乙: '2' });
    const after = applied(workbook, [
      { kind: 'storePart', name: '甲', text: null },
      { kind: 'storePart', name: '丙', text: '3' },
    ]);
    expect(after.parts).toEqual({ 乙: '2', 丙: '3' });
    expect(workbook.parts).toEqual({ 甲: '1', 乙: '2' });
  });

  test('inserted rows push merged and hidden rows down; those around grow', () => {
    const workbook = workbookOf([
      sheetFromGrid('表', [[1], [2], [3], [4], [5]], {
        merges: [
          { top: 0, left: 0, bottom: 0, right: 1 },
          { top: 1, left: 0, bottom: 3, right: 0 },
          { top: 4, left: 0, bottom: 4, right: 1 },
        ],
        hiddenRows: [0, 3],
      }),
    ]);
    const after = sheet(applied(workbook, [{ kind: 'insertRows', sheet: '表', row: 2, count: 2 }]));
    expect(after.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 5, right: 0 },
      { top: 6, left: 0, bottom: 6, right: 1 },
    ]);
    expect([...after.hiddenRows]).toEqual([0, 5]);
    expect(mergeAt(after, 3, 0)).toEqual(after.merges[1]);
  });

  test('deleted rows take their merges and hidden marks along', () => {
    const workbook = workbookOf([
      sheetFromGrid('表', [[1], [2], [3], [4]], {
        merges: [
          { top: 1, left: 0, bottom: 1, right: 1 },
          { top: 0, left: 0, bottom: 2, right: 0 },
        ],
        hiddenRows: [1, 3],
      }),
    ]);
    const after = sheet(applied(workbook, [{ kind: 'deleteRows', sheet: '表', row: 1, count: 1 }]));
    expect(after.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }]);
    expect([...after.hiddenRows]).toEqual([2]);
  });
});

test('a merge over all rows that there are is moved like any other', () => {
  const workbook = workbookOf([
    sheetFromGrid('表', [[1], [2]], { merges: [{ top: 1, left: 0, bottom: 1_048_575, right: 3 }] }),
  ]);
  const shrunk = sheet(applied(workbook, [{ kind: 'deleteRows', sheet: '表', row: 0, count: 3 }]));
  expect(shrunk.merges).toEqual([{ top: 0, left: 0, bottom: 1_048_572, right: 3 }]);
  const cut = sheet(applied(workbook, [{ kind: 'deleteRows', sheet: '表', row: 10, count: 2_000_000 }]));
  expect(cut.merges).toEqual([{ top: 1, left: 0, bottom: 9, right: 3 }]);
});

describe('taking edits back', () => {
  test('the inverse gives the cells that were there, whatever was changed', () => {
    fc.assert(
      fc.property(start, fc.array(fc.oneof(cellEdit, insertion), { maxLength: 8 }), (workbook, edits) => {
        const inverse = invertEdits(workbook, edits);
        if (!inverse.ok) throw new Error(inverse.problem.code);
        const back = applied(applied(workbook, edits), inverse.value);
        expect(modelOf(sheet(back))).toEqual(modelOf(sheet(workbook)));
      }),
      { numRuns: 300 },
    );
  });

  test('a part comes back, or goes again where there was none', () => {
    const workbook = workbookOf([], { 甲: '1' });
    const edits: Edit[] = [
      { kind: 'storePart', name: '甲', text: '2' },
      { kind: 'storePart', name: '乙', text: '3' },
    ];
    const inverse = invertEdits(workbook, edits);
    expect(inverse.ok && applied(applied(workbook, edits), inverse.value).parts).toEqual({ 甲: '1' });
  });

  test('deleted rows cannot be taken back, and that is said', () => {
    const edit: Edit = { kind: 'deleteRows', sheet: '表', row: 0, count: 1 };
    const workbook = workbookOf([sheetFromGrid('表', [[1]])]);
    expect(invertEdits(workbook, [edit])).toEqual({ ok: false, problem: { code: 'notInvertible', edit } });
  });
});

describe('contents', () => {
  test('blank text is no content; false and 0 are', () => {
    expect([null, '', ' ', 0, false].map((value) => contentOf(value).kind)).toEqual([
      'empty', 'empty', 'value', 'value', 'value',
    ]); // prettier-ignore
  });

  test('equal kinds with equal values are the same, and nothing else', () => {
    const all: CellContent[] = [
      EMPTY,
      { kind: 'value', value: 1 },
      { kind: 'value', value: '1' },
      { kind: 'formula', formula: '=1' },
      { kind: 'formula', formula: '=2' },
    ];
    all.forEach((a, i) => all.forEach((b, j) => expect(sameContent(a, b)).toBe(i === j)));
  });
});
