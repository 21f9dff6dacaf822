import { auditInSteps, auditWorkbook, profileById, profilePart, type Finding, type Profile } from '../../src/audit';
import { PARTS, workbookOf, sheetFromGrid } from '../../src/workbook';
import { changed, districtGrid, plan, workbookOfGrid } from './workbooks';

const audit = (grid = districtGrid()) => auditWorkbook(workbookOfGrid(grid), plan);
const serious = (findings: readonly Finding[]) => findings.filter((finding) => finding.level !== 'info');

describe('auditWorkbook', () => {
  test('a district without faults has neither errors nor unexplained doubts but a school that is not reported', () => {
    expect(serious(audit().findings).map((finding) => finding.rule)).toEqual(['P02']);
    expect(audit()).toMatchObject({ unit: '袁州区', period: '2023年6月', verdict: 'explain' });
  });

  test('one fault, one finding: subtotal and total hang below the cell', () => {
    const result = audit(changed(districtGrid(), [9, 4, 200]));
    const [finding] = result.findings;
    expect(finding).toMatchObject({ rule: 'A16', place: { area: { top: 9, left: 4 } }, expected: '20' });
    expect(finding?.consequences.map((each) => each.rule)).toEqual(['A03']);
    expect(result.counts.error).toBe(1);
    expect(result.verdict).toBe('mend');
  });

  test('equal faults down a column are one finding with a range and a count', () => {
    const texts = changed(districtGrid(), [9, 3, '810'], [10, 3, '540'], [11, 3, '540']);
    const merged = audit(texts).findings.filter((finding) => finding.rule === 'V01');
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({ count: 3, place: { area: { top: 9, bottom: 11, left: 3, right: 3 } } });
    expect(merged[0]?.fix?.kind).toBe('auto');
  });

  test('a workbook without any of the tables says so', () => {
    expect(auditWorkbook(workbookOf([sheetFromGrid('a', [['通讯录'], ['张三', '123']])]), plan).verdict).toBe(
      'nothingFound',
    );
  });

  test('the same input gives the same result, in one go or in steps', () => {
    const workbook = workbookOfGrid(changed(districtGrid(), [9, 4, 200], [5, 5, '袁洲区']));
    const steps = auditInSteps(workbook, plan);
    let step = steps.next();
    let before = -1;
    while (!step.done) {
      expect(step.value.done).toBeGreaterThan(before);
      before = step.value.done;
      step = steps.next();
    }
    expect(JSON.stringify(step.value)).toBe(JSON.stringify(auditWorkbook(workbook, plan)));
  });

  test('protected sheets and hidden cells are reported but not fixed', () => {
    const grid = changed(districtGrid(), [9, 3, '810']);
    const locked = auditWorkbook(workbookOfGrid(grid, { isProtected: true }), plan).findings.find(
      (each) => each.rule === 'V01',
    );
    expect(locked).toBeDefined();
    expect(locked?.fix).toBeNull();
    expect(locked?.withheld).toEqual([{ where: '附件2!D10', why: '工作表受保护' }]);
    expect(locked?.advice).toBe('转为数字。工作表受保护，不能代为改写，请先取消再改。');
  });

  test('of equal faults those in hidden rows are left out of the fix and named', () => {
    const grid = changed(districtGrid(), [9, 3, '810'], [10, 3, '540'], [11, 3, '540']);
    const found = auditWorkbook(workbookOfGrid(grid, { hiddenRows: new Set([10]) }), plan).findings.find(
      (each) => each.rule === 'V01',
    );
    expect(found?.count).toBe(3);
    expect(found?.fix?.kind === 'auto' && found.fix.edits.map(({ edit }) => 'row' in edit && edit.row)).toEqual([
      9, 11,
    ]);
    expect(found?.withheld).toEqual([{ where: '附件2!D11', why: '所在行已隐藏' }]);
    expect(found?.advice).toBe('一键转为数字。其中 1 处不能代为改写：附件2!D11（所在行已隐藏）。');
  });
});

describe('profiles', () => {
  test('set the level of a rule or turn it off', () => {
    const base = profileById('free') as Profile;
    const workbook = workbookOfGrid(changed(districtGrid(), [5, 5, '袁洲区']));
    const levelOf = (profile: Profile) =>
      auditWorkbook(workbook, plan, { profile }).findings.find((finding) => finding.rule === 'V12')?.level;
    expect(levelOf(base)).toBe('error');
    expect(levelOf({ ...base, levels: { V12: 'warning' } })).toBe('warning');
    expect(levelOf({ ...base, levels: { V12: 'off' } })).toBeUndefined();
  });

  test('travel with the workbook', () => {
    const city = profileById('city') as Profile;
    const workbook = { ...workbookOfGrid(districtGrid()), parts: { [PARTS.profile]: profilePart(city) } };
    expect(auditWorkbook(workbook, plan).findings.filter((finding) => finding.rule === 'S01')).toHaveLength(3);
  });
});
