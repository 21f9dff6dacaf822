import { auditWorkbook, type Finding, type Level } from '../../src/audit';
import { buildTemplate, captureBaseline, chosenEdits, proposeFill } from '../../src/fill';
import { storedBaseline } from '../../src/fill/baseline/stored';
import { openFile, workbookSpecToXlsx } from '../../src/files';
import { yichunPlan, type Plan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { applyEdits, formulaAt, setContent, type WorkbookSnapshot } from '../../src/workbook';
import { fillIn } from './filled-template';

const PARTS = ['plancheck-profile'];

function open(plan: Plan, unit: string | null): WorkbookSnapshot {
  const file = openFile(workbookSpecToXlsx(buildTemplate(plan, unit)), '模板.xlsx');
  if (!file.ok) throw new Error(file.message);
  return file.snapshot;
}

const said = (findings: readonly Finding[], level: Level): readonly string[] =>
  findings.filter((finding) => finding.level === level).map(({ rule, text }) => `${rule} ${text}`);

const tableOf = (workbook: WorkbookSnapshot, plan: Plan, kind: string) => {
  const table = recognizeWorkbook(workbook, plan).tables.find((each) => each.kind === kind);
  if (!table) throw new Error(kind);
  return table;
};

describe('the template of a district', () => {
  const book = open(yichunPlan, '袁州区');
  const found = recognizeWorkbook(book, yichunPlan);
  /** Rows for schools, as far as the plan has names for them. */
  const openRows = 33;

  test('holds the four tables in the form that recognition knows, and says whose it is', () => {
    expect(found.tables.map(({ kind, sheet }) => [sheet.name, kind])).toEqual([
      ['目标完成情况', 'indicators'],
      ['附件1', 'responsibilities'],
      ['附件2', 'schools'],
      ['附件3', 'funds'],
    ]);
    expect(found.tables.flatMap(({ unknownColumns }) => unknownColumns)).toEqual([]);
    expect(found.unit?.value).toBe('袁州区');
    expect(found.purpose).toBe('submission');
    expect(Object.keys(book.parts)).toEqual(PARTS);
  });

  test('is locked but for its open cells, and has its sums as formulas', () => {
    expect(book.sheets.every(({ isProtected }) => isProtected)).toBe(true);
    const { sheet, sections, totalRow } = tableOf(book, yichunPlan, 'schools');
    const subtotals = sections.flatMap(({ subtotalRow }) => (subtotalRow === null ? [] : [subtotalRow]));
    expect(subtotals).toHaveLength(4);
    for (const row of [...subtotals, totalRow ?? 0]) expect(formulaAt(sheet, row, 3)).toMatch(/^=SUM\(/);
  });

  test('the example in its instructions is no period; the cover states it', async () => {
    expect(found.periods).toEqual([]);
    const { periods } = recognizeWorkbook(await fillIn(book, '袁州区', '2024年9月'), yichunPlan);
    expect(new Set(periods.map(({ value, at }) => `${at?.sheet} ${value.text}`))).toEqual(new Set(['封面 2024年9月']));
  });

  test('filled in, row for row, it passes the audit in all four tables', async () => {
    const filled = await fillIn(book, '袁州区');
    const { tables } = recognizeWorkbook(filled, yichunPlan);
    expect(tables.map(({ kind, dataRows }) => [kind, dataRows.length])).toEqual([
      ['indicators', yichunPlan.indicators.length],
      ['responsibilities', yichunPlan.measures.length],
      ['schools', openRows],
      ['funds', yichunPlan.funds.length],
    ]);
    const { findings, verdict } = auditWorkbook(filled, yichunPlan);
    expect(said(findings, 'error')).toEqual([]);
    expect(verdict).not.toBe('mend');
    // What is left are the plan's own gaps.
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['P04']));
  });

  test('filled in with one figure wrong, it does not pass: the audit looks at each of the four tables', async () => {
    const filled = await fillIn(book, '袁州区');
    const wrong = (sheet: string, row: number, column: number, value: string | number) =>
      applyEdits(filled, [setContent({ sheet, row, column }, { kind: 'value', value })]);
    for (const [sheet, row, column, value] of [
      ['目标完成情况', 3, 6, 12],
      ['附件1', 5, 1, '方案没有的举措'],
      ['附件2', 5, 3, 1],
      ['附件3', 14, 3, 1],
    ] as const) {
      const workbook = wrong(sheet, row, column, value);
      if (!workbook.ok) throw new Error(workbook.problem.code);
      const { findings } = auditWorkbook(workbook.value, yichunPlan);
      const there = findings.filter(({ place, level }) => place.sheet === sheet && level !== 'info');
      expect([sheet, there.length > 0]).toEqual([sheet, true]);
    }
  });

  test('nothing is left for the program to fill once its sheets are opened', async () => {
    const filled = await fillIn(book, '袁州区');
    const unlocked = { ...filled, sheets: filled.sheets.map((sheet) => ({ ...sheet, isProtected: false })) };
    expect(chosenEdits(proposeFill(unlocked, recognizeWorkbook(unlocked, yichunPlan), yichunPlan))).toEqual([]);
  });
});

describe.each([null, ...yichunPlan.builders.map(({ name }) => name)])('the template of %s', (unit) => {
  const book = open(yichunPlan, unit);

  test('empty, it says what is missing in each of its tables without one error', () => {
    const { findings } = auditWorkbook(book, yichunPlan);
    expect(said(findings, 'error')).toEqual([]);
    const missing = findings.filter(({ rule }) => rule === 'S08' || rule === 'V15');
    expect(new Set(missing.map(({ place }) => place.sheet))).toEqual(new Set(['封面', '附件1', '附件2', '附件3']));
    expect(findings.length).toBeLessThan(25);
  });

  test('filled in, it has no error', async () => {
    expect(said(auditWorkbook(await fillIn(book, unit ?? '市本级'), yichunPlan).findings, 'error')).toEqual([]);
  });
});

describe('the city-wide template', () => {
  test('has every row of annex 2 in its section', () => {
    const { sections } = tableOf(open(yichunPlan, null), yichunPlan, 'schools');
    expect(sections.map(({ stage, rows }) => [stage, rows.length])).toEqual(
      yichunPlan.stages.map(({ id, expectedRows }) => [id, expectedRows]),
    );
  });
});

test('a captured baseline travels inside, and leaves each unit its own schools only', () => {
  const complete: Plan = {
    ...yichunPlan,
    schools: yichunPlan.schools.map((school) => ({
      ...school,
      builder: { ...school.builder, value: school.stage === 'S5' ? '袁州区' : '市本级' },
    })),
    baseline: { source: '合成数据', capturedOn: '2023-06-30', accepted: [] },
  };
  const book = open(complete, '袁州区');
  expect(storedBaseline(book.parts)).toEqual({ ok: true, plan: complete });
  const { sections, sheet } = tableOf(book, complete, 'schools');
  expect(sections.map(({ stage, rows }) => [stage, rows.length])).toEqual([['S5', 13]]);
  expect(sheet.name).toBe('附件2');
});

test('the template of a unit is a workbook that a baseline can be captured from', () => {
  const book = open(yichunPlan, null);
  const options = { source: '合成数据', capturedOn: '2023-06-30' };
  const captured = captureBaseline(book, recognizeWorkbook(book, yichunPlan), yichunPlan, options);
  expect(captured.filled).toBe(0);
  expect(captured.open).toEqual([]);
});
