import { auditWorkbook } from '../../src/audit';
import { buildTemplate, captureBaseline, chosenEdits, proposeFill } from '../../src/fill';
import { storedBaseline } from '../../src/fill/baseline/stored';
import { openFile, workbookSpecToXlsx } from '../../src/files';
import { yichunPlan, type Plan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import {
  findSheet,
  formulaAt,
  serialOfDay,
  setContent,
  squeezed,
  valueAt,
  type CellValue,
  type Edit,
  type WorkbookSnapshot,
} from '../../src/workbook';
import { applied } from './desk';

const PARTS = ['plancheck-profile'];

function open(plan: Plan, unit: string | null): WorkbookSnapshot {
  const file = openFile(workbookSpecToXlsx(buildTemplate(plan, unit)), '模板.xlsx');
  if (!file.ok) throw new Error(file.message);
  return file.snapshot;
}

const tableOf = (workbook: WorkbookSnapshot, plan: Plan, kind: string) => {
  const table = recognizeWorkbook(workbook, plan).tables.find((each) => each.kind === kind);
  if (!table) throw new Error(kind);
  return table;
};

describe('the template of a district', () => {
  const book = open(yichunPlan, '袁州区');
  const found = recognizeWorkbook(book, yichunPlan);

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

  test('empty, it says what is missing without one error in the table of schools', () => {
    const { findings } = auditWorkbook(book, yichunPlan);
    expect(findings.filter(({ rule }) => rule === 'S08').length).toBeGreaterThan(3);
    expect(findings.filter(({ level, place }) => level === 'error' && place.sheet === '附件2')).toEqual([]);
    expect(findings.length).toBeLessThan(15);
  });

  test('filled in, it passes the audit', () => {
    const filled = fillIn(book, '袁州区');
    const { findings } = auditWorkbook(filled, yichunPlan);
    expect(findings.filter(({ level }) => level === 'error').map(({ rule, text }) => `${rule} ${text}`)).toEqual([]);
  });

  test('nothing is left for the program to fill once its sheets are opened', () => {
    const unlocked = {
      ...fillIn(book, '袁州区'),
      sheets: fillIn(book, '袁州区').sheets.map((sheet) => ({ ...sheet, isProtected: false })),
    };
    expect(chosenEdits(proposeFill(unlocked, recognizeWorkbook(unlocked, yichunPlan), yichunPlan))).toEqual([]);
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

/** Fills the open cells as a careful clerk would. */
function fillIn(book: WorkbookSnapshot, unit: string): WorkbookSnapshot {
  const edits: Edit[] = [];
  const put = (sheet: string, row: number, column: number, value: CellValue): void => {
    if (value !== null) edits.push(setContent({ sheet, row, column }, { kind: 'value', value }));
  };
  const cover: Readonly<Record<string, string>> = {
    '报告期:': '2023年6月',
    '填报人:': '张三（合成）',
    '联系电话:': '0795-0000000',
    '审核人:': '李四（合成）',
    '单位负责人:': '王五（合成）',
    '填报日期:': '2023年6月30日',
  };
  const front = findSheet(book, '封面');
  for (let row = 0; front && row < front.top + front.rowCount; row++) {
    put('封面', row, 1, cover[squeezed(String(valueAt(front, row, 0) ?? ''))] ?? null);
  }
  const targets = tableOf(book, yichunPlan, 'indicators');
  targets.dataRows.forEach((row, i) => {
    const indicator = yichunPlan.indicators[i];
    const value = indicator?.unit === '%' ? 90 : indicator?.unit === '万个' ? 0.1 : 1;
    put('目标完成情况', row, 5, indicator?.target === null ? '推进中' : value);
  });
  for (const row of tableOf(book, yichunPlan, 'responsibilities').dataRows) {
    put('附件1', row, 3, '已印发实施方案，正在推进。');
    put('附件1', row, 4, '推进中');
  }
  const amounts = [null, 60, 60, 60, 60, null, 60, 60, 60, 80];
  tableOf(book, yichunPlan, 'funds').dataRows.forEach((row, i) => put('附件3', row, 3, amounts[i] ?? null));
  const schools = tableOf(book, yichunPlan, 'schools');
  const own = schools.dataRows[0] ?? 0;
  const lines: readonly (readonly [number, readonly CellValue[]])[] = [
    [own, []],
    [(schools.sections[1]?.subtotalRow ?? 0) + 1, ['北湖学校（暂名）', 30, 1500, 45, unit]],
    [(schools.sections[2]?.subtotalRow ?? 0) + 1, ['枫林小学', 36, 1620, 30, unit]],
  ];
  for (const [row, values] of lines) {
    values.forEach((value, i) => put('附件2', row, i + 1, value));
    put('附件2', row, 7, '装修施工');
    put('附件2', row, 8, serialOfDay(2022, 9, 1));
    put('附件2', row, 9, serialOfDay(2024, 8, 20));
    put('附件2', row, 11, 0);
    put('附件2', row, 12, 1200);
    put('附件2', row, 13, '装修施工');
    put('附件2', row, 15, serialOfDay(2023, 6, 28));
  }
  return applied(book, edits);
}
