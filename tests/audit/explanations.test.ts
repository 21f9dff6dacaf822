import {
  auditWorkbook,
  explain,
  isExplained,
  readExplanations,
  withdrawExplanation,
  type Finding,
} from '../../src/audit';
import { applyEdits, PARTS, type Edit, type WorkbookSnapshot } from '../../src/workbook';
import { changed, districtGrid, plan, workbookOfGrid } from './workbooks';

const ON = '2023-07-01T09:00:00Z';
const small = changed(districtGrid(), [10, 2, 10], [8, 2, 40], [12, 2, 130]);
const doubt = (workbook: WorkbookSnapshot): Finding => {
  const finding = auditWorkbook(workbook, plan).findings.find((each) => each.rule === 'A05');
  if (!finding) throw new Error('no A05');
  return finding;
};
const apply = (workbook: WorkbookSnapshot, edit: Edit): WorkbookSnapshot => {
  const result = applyEdits(workbook, [edit]);
  if (!result.ok) throw new Error('not applied');
  return result.value;
};
const explained = (grid = small): WorkbookSnapshot => {
  const workbook = workbookOfGrid(grid);
  const result = explain(workbook.parts, doubt(workbook), '复式教学，班额较大', '张三', ON);
  if (!result.ok) throw new Error(result.reason);
  return apply(workbook, result.edit);
};

describe('an explanation', () => {
  test('keeps a warning and counts in the verdict', () => {
    const workbook = explained();
    expect(doubt(workbook).explanation).toEqual({
      text: '复式教学，班额较大',
      by: '张三',
      on: ON,
      value: '540',
      isVoid: false,
    });
    expect(isExplained(doubt(workbook))).toBe(true);
    expect(auditWorkbook(workbook, plan).counts.explained).toBe(1);
  });

  test('needs at least five characters, and cannot excuse an error', () => {
    const finding = doubt(workbookOfGrid(small));
    expect(explain({}, finding, '如此', '张三', ON).ok).toBe(false);
    expect(explain({}, { ...finding, level: 'error' }, '确实如此无误', '张三', ON).ok).toBe(false);
  });

  test('stays with its school when rows are inserted above', () => {
    const workbook = apply(explained(), { kind: 'insertRows', sheet: '附件2', row: 3, count: 2 });
    expect(isExplained(doubt(workbook))).toBe(true);
  });

  test('is void, and says so, once the value has changed', () => {
    const workbook = apply(explained(), {
      kind: 'content',
      sheet: '附件2',
      row: 10,
      column: 3,
      content: { kind: 'value', value: 555 },
    });
    const finding = doubt(workbook);
    expect(finding.explanation).toMatchObject({ isVoid: true });
    expect(isExplained(finding)).toBe(false);
  });

  test('counts no longer when another figure of the comparison has changed', () => {
    const workbook = apply(explained(), {
      kind: 'content',
      sheet: '附件2',
      row: 10,
      column: 2,
      content: { kind: 'value', value: 11 },
    });
    expect(isExplained(doubt(workbook))).toBe(false);
  });

  test('of a whole column is void as soon as one of its cells changes, not when its rows are sorted', () => {
    const dashes = changed(districtGrid(), [9, 4, '—'], [10, 4, '—'], [11, 4, '—']);
    const of = (workbook: WorkbookSnapshot) => {
      const found = auditWorkbook(workbook, plan).findings.find((each) => each.count >= 3 && each.level === 'warning');
      if (!found) throw new Error('not merged');
      return found;
    };
    const workbook = workbookOfGrid(dashes);
    const result = explain(workbook.parts, of(workbook), '用地尚未划定，待批复', '张三', ON);
    if (!result.ok) throw new Error(result.reason);
    const kept = apply(workbook, result.edit);
    expect(isExplained(of(kept))).toBe(true);
    const sorted = dashes.map((row) => [...row]);
    [sorted[9], sorted[11]] = [sorted[11] ?? [], sorted[9] ?? []];
    expect(isExplained(of({ ...workbookOfGrid(sorted), parts: kept.parts }))).toBe(true);
    const other = { ...workbookOfGrid(changed(dashes, [10, 4, '/'])), parts: kept.parts };
    expect(of(other).explanation).toMatchObject({ isVoid: true });
  });

  test('can be withdrawn without leaving anything behind', () => {
    const workbook = explained();
    const after = apply(workbook, withdrawExplanation(workbook.parts, doubt(workbook).identity));
    expect(after.parts).toEqual({});
  });

  test.each(['', 'no json', '[]', '{"version":2,"items":{}}', '{"version":1,"items":{"a":{"text":1}}}'])(
    'a damaged part is read as empty: %s',
    (text) => expect(readExplanations({ [PARTS.explanations]: text }).size).toBe(0),
  );
});
