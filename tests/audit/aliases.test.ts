import { auditWorkbook, planWithAliases, readAliases, withdrawAlias, type Finding } from '../../src/audit';
import { extractSubmission } from '../../src/consolidate';
import { recognizeWorkbook } from '../../src/recognize';
import { applyEdits, PARTS, type Edit, type WorkbookSnapshot } from '../../src/workbook';
import { changed, districtGrid, plan, workbookOfGrid } from './workbooks';

// Row 11 of the grid is 袁山's school; here it goes by a name that no likeness could lead to.
const NEW_NAME = '合成明德外国语学校';
const grid = changed(districtGrid(), [9, 1, NEW_NAME]);
const school = plan.schools.find(({ name }) => name === districtGrid()[9]?.[1]);
const stranger = (workbook: WorkbookSnapshot): Finding | undefined =>
  auditWorkbook(workbook, plan).findings.find(({ found }) => found === NEW_NAME);
const apply = (workbook: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot => {
  const result = applyEdits(workbook, edits);
  if (!result.ok) throw new Error('not applied');
  return result.value;
};
const registered = (): WorkbookSnapshot => {
  const workbook = workbookOfGrid(grid);
  const fix = stranger(workbook)?.fix;
  const choice = fix?.kind === 'choice' ? fix.choices.find(({ label }) => label.includes(school?.name ?? '?')) : null;
  if (!choice) throw new Error('not offered');
  return apply(workbook, choice.edits.map(({ edit }) => edit)); // prettier-ignore
};

describe('a name that a person confirms once', () => {
  test('is offered for the schools that the table lacks, and changes no cell', () => {
    expect(school).toBeDefined();
    const after = registered();
    expect(after.sheets).toEqual(workbookOfGrid(grid).sheets);
    expect(readAliases(after.parts)).toEqual({ [NEW_NAME]: school?.id });
  });

  test('is then the same school for the audit: neither a stranger nor a missing school', () => {
    const before = auditWorkbook(workbookOfGrid(grid), plan).findings.map(({ rule }) => rule);
    expect(before).toContain('P01');
    const after = auditWorkbook(registered(), plan).findings;
    expect(after.filter(({ rule }) => rule === 'P01' || rule === 'C06')).toEqual([]);
    expect(after.filter(({ rule, text }) => rule === 'P02' && text.includes(school?.name ?? '?'))).toEqual([]);
  });

  test('and for the consolidation and whatever else looks schools up', () => {
    const workbook = registered();
    const recognition = recognizeWorkbook(workbook, plan);
    const audit = auditWorkbook(workbook, plan, { recognition });
    const options = { fileName: '合成数据.xlsx', receivedOn: '2023-07-01T00:00:00Z', fingerprint: '1' };
    const { rows } = extractSubmission(recognition, workbook, audit, plan, options);
    expect(rows.find(({ name }) => name === NEW_NAME)?.item).toBe(school?.id);
    const known = planWithAliases(plan, readAliases(workbook.parts)).schools.find(({ id }) => id === school?.id);
    expect(known?.aliases).toContain(NEW_NAME);
    expect(planWithAliases(plan, {})).toBe(plan);
  });

  test('can be taken back without leaving anything behind', () => {
    const workbook = registered();
    expect(apply(workbook, [withdrawAlias(workbook.parts, NEW_NAME)]).parts).toEqual({});
  });

  test.each(['', '[]', '{"schools":3}', '{"version":1,"schools":{"甲":4}}'])('a damaged part is none: %s', (text) =>
    expect(readAliases({ [PARTS.aliases]: text })).toEqual({}),
  );
});
