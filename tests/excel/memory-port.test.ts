import { createMemoryPort } from '../../src/excel';
import { findSheet, sheetFromGrid, valueAt, workbookOf, type Edit } from '../../src/workbook';
import { noProgress, valueOf } from './headless';

const start = () =>
  workbookOf([sheetFromGrid('附件2', [['a', 1]]), sheetFromGrid('隐藏', [[1]], { visibility: 'hidden' })]);
const set = (value: number): Edit => ({
  kind: 'content',
  sheet: '附件2',
  row: 0,
  column: 1,
  content: { kind: 'value', value },
});

test('edits are applied to what it holds, unless that has changed', async () => {
  const port = createMemoryPort(start());
  const seen = valueOf(await port.readSnapshot(noProgress, new AbortController().signal));
  valueOf(await port.applyEdits([set(2)], seen, noProgress));
  const sheet = findSheet(port.workbook, '附件2');
  expect(sheet && valueAt(sheet, 0, 1)).toBe(2);
  expect(await port.applyEdits([set(3)], seen, noProgress)).toMatchObject({
    ok: false,
    problem: { code: 'changedSince', left: [{ sheet: '附件2', row: 0, column: 1 }] },
  });
});

test('a sheet that is not there is not found', async () => {
  const port = createMemoryPort(start());
  const edit: Edit = { ...set(1), sheet: '没有' } as Edit;
  expect(await port.applyEdits([edit], port.workbook, noProgress)).toMatchObject({
    ok: false,
    problem: { code: 'notFound', where: '没有' },
  });
});

test('remembers the selection and the marks', async () => {
  const port = createMemoryPort(start());
  const at = { sheet: '附件2', row: 3, column: 1 };
  valueOf(await port.select(at));
  expect(port.selected).toEqual(at);
  expect(await port.select({ ...at, sheet: '隐藏' })).toMatchObject({ ok: false });
  valueOf(await port.mark([{ at, colour: '#FF0000' }]));
  expect(port.marks).toHaveLength(1);
  valueOf(await port.clearMarks());
  expect(port.marks).toEqual([]);
});

test('tells listeners of a change until they stop', async () => {
  const port = createMemoryPort(start());
  const heard: (string | null)[] = [];
  const stop = await port.onChanged((sheet) => heard.push(sheet));
  port.change(start(), '附件2');
  await stop();
  port.change(start(), null);
  expect(heard).toEqual(['附件2']);
});

test('answers every call with the problem that it is given, and recovers', async () => {
  const port = createMemoryPort(start());
  port.problem = { code: 'cellEditing' };
  expect(await port.readPart('plancheck-profile')).toEqual({ ok: false, problem: { code: 'cellEditing' } });
  port.problem = null;
  valueOf(await port.writePart('plancheck-profile', '{}'));
  expect(valueOf(await port.readPart('plancheck-profile'))).toBe('{}');
});
