import { auditWorkbook, type Finding } from '../../src/audit';
import { standingText } from '../../src/audit/standing';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import {
  applyEdits,
  areaName,
  sheetFromGrid,
  turnArea,
  turnFormula,
  turnSheet,
  workbookOf,
  type Edit,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook';
import { DECLARED } from './all-cases';
import { parseGrid, workbookOfCase, type Case } from './cases';

const flat = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((each) => [each, ...flat(each.consequences)]);
const findingsOf = (workbook: WorkbookSnapshot, one?: Case): readonly Finding[] =>
  flat(auditWorkbook(workbook, yichunPlan, one?.audit).findings);

/** The sheet as somebody would have it who lays the table on its side. */
function onItsSide(sheet: SheetSnapshot): SheetSnapshot {
  const turned = turnSheet(sheet);
  if (!turned) throw new Error('cannot be turned');
  const { standing, ...lying } = turned;
  if (standing !== sheet) throw new Error('another sheet');
  return lying;
}

function editsOf({ fix }: Finding): readonly Edit[] {
  if (!fix) return [];
  return (fix.kind === 'auto' ? fix.edits : (fix.choices[0]?.edits ?? [])).map(({ edit }) => edit);
}

/** The edit at the place that the cell has on the other sheet. */
function turnedEdit(edit: Edit): Edit {
  if (edit.kind !== 'content' && edit.kind !== 'format') return edit;
  const at = { ...edit, row: edit.column, column: edit.row };
  if (at.kind !== 'content' || at.content.kind !== 'formula') return at;
  return { ...at, content: { kind: 'formula', formula: turnFormula(at.content.formula, edit.sheet) } };
}

const turnedText = (text: string, sheet: string): string => (text.startsWith('=') ? turnFormula(text, sheet) : text);

/** Everything about a finding that must not depend on how the table lies, at the cells of the sheet on its side. */
function essence(finding: Finding, sheet: string, turn: boolean): unknown {
  const { rule, message, level, identity, place, found, expected, subject, count, basis } = finding;
  const edits = editsOf(finding);
  const address = new RegExp(`(?<=\\|${sheet}\\|)[A-Z]+\\d+$`, 'u');
  const isPlace = ['S06', 'S07'].includes(rule);
  return {
    rule,
    message,
    level,
    // A cell that no known column claims is called by its sheet and address.
    identity: turn ? identity.replace(address, (at) => turnFormula(at, sheet)) : identity,
    subject,
    count,
    basis: isPlace ? null : basis,
    // What names cells or lines, and not what they hold, is another name on its side.
    found: isPlace ? null : turn ? turnedText(found, sheet) : found,
    expected: turn ? turnedText(expected, sheet) : expected,
    at: place.area ? areaName(turn ? turnArea(place.area) : place.area) : '',
    edits: turn ? edits.map(turnedEdit) : edits,
  };
}

/** Cases of every rule with one table that begins in the first row: nothing stands around it that would lie, too. */
const CASES = [...DECLARED].flatMap(([rule, { valid, invalid }]) =>
  [...valid, ...invalid].flatMap((one) => {
    const workbook = workbookOfCase(one);
    const [sheet, ...more] = workbook.sheets;
    const { tables, formLines } = recognizeWorkbook(workbook, yichunPlan);
    const [table] = tables;
    const isAlone = more.length === 0 && tables.length === 1 && formLines.length === 0 && table?.area.top === 0;
    // SUBTOTAL leaves out hidden rows, but no hidden columns: on its side such a sum is another.
    const leavesOut =
      sheet && sheet.hiddenRows.size > 0 && [...sheet.formulas.values()].some((f) => /SUBTOTAL/u.test(f));
    // Without a header a line of a table on its side is not told from a table that ends there.
    const lacksHeader = sheet && sheet.merges.length === 0 && sheet.values.slice(0, sheet.columnCount).includes(null);
    return sheet && isAlone && !leavesOut && !lacksHeader && !table.sheet.standing
      ? [{ name: `${rule}: ${one.name}`, one, workbook, sheet }]
      : [];
  }),
);

test('most cases of the rules can be laid on their side', () => {
  expect(CASES.length).toBeGreaterThan(200);
});

test.each(CASES)('on its side: $name', ({ one, workbook, sheet }) => {
  const lying = { ...workbook, sheets: [onItsSide(sheet)] };
  const upright = findingsOf(workbook, one);
  const found = findingsOf(lying, one);
  expect(found.map((finding) => essence(finding, sheet.name, false))).toEqual(
    upright.map((finding) => essence(finding, sheet.name, true)),
  );
  for (const finding of found) {
    const { fix } = finding;
    const proposed = !fix ? [] : fix.kind === 'auto' ? fix.edits : fix.choices.flatMap(({ edits }) => edits);
    for (const { edit, before } of proposed)
      if (edit.kind === 'content' && before)
        expect([edit.row, edit.column, before]).toEqual([edit.row, edit.column, contentOf(lying, edit)]);
  }
});

function contentOf(workbook: WorkbookSnapshot, edit: Extract<Edit, { kind: 'content' }>): unknown {
  const sheet = workbook.sheets.find(({ name }) => name === edit.sheet);
  if (!sheet) return null;
  const index = (edit.row - sheet.top) * sheet.columnCount + edit.column - sheet.left;
  const formula = sheet.formulas.get(index);
  const value = sheet.values[index] ?? null;
  if (formula !== undefined) return { kind: 'formula', formula };
  return value === null || value === '' ? { kind: 'empty' } : { kind: 'value', value };
}

/** 合成数据: schools of two stages, one per column; the sums of the primary schools leave one out. */
const SCHOOLS = `
  |   | A            | B        | C                      | D                  | E        | F        | G        |
  | 1 | 学校建设（合成数据） |
  | 2 | 学校名称     | 二、初中 | 宜春市春华中学（暂名） | 春雨学校（暂名）   | 三、小学 | 江丰小学 | 枫林小学 |
  | 3 | 规划班数(个) | =SUM(C3:D3) → 90 | 36 | 54 | =SUM(F3:F3) → 18 | 18 | 12 |
  | 4 | 规划学位(个) | 4500 | 1800 | 2700 | 1350 | 810 | '540 |
  | 5 | 建设主体     |      | 袁州区 | 袁州区 |   | 袁州区 | 袁州区 |`;

describe('what is said of a table on its side', () => {
  const workbook = workbookOf([sheetFromGrid('附件2', parseGrid(SCHOOLS))]);
  const findings = findingsOf(workbook);
  const saying = (message: string) =>
    findings
      .filter((finding) => finding.message === message)
      .map(({ text, advice, place }) => [place.area ? areaName(place.area) : '', text, advice]);

  test('names its columns where it would name the rows of another, and its formulas as they stand', () => {
    expect(saying('leavesOut')).toEqual([
      ['E3', '小学小计的规划班数公式 =SUM(F3:F3) 漏了G 列。', '一键改为完整的求和公式。'],
    ]);
  });

  test('and mends the cells where they stand', () => {
    const edits = findings.filter(({ fix }) => fix?.kind === 'auto').flatMap(editsOf);
    const mended = applyEdits(workbook, edits);
    expect(edits).toContainEqual({
      kind: 'content',
      sheet: '附件2',
      row: 2,
      column: 4,
      content: { kind: 'formula', formula: '=SUM(F3:G3)' },
    });
    expect(edits).toContainEqual({
      kind: 'content',
      sheet: '附件2',
      row: 3,
      column: 6,
      content: { kind: 'value', value: 540 },
    });
    expect(mended.ok && findingsOf(mended.value).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.each([
    ['同列其余各行均已填写', '同行其余各列均已填写'],
    ['与上下各行不一致', '与左右各列不一致'],
    ['没有逐一列出，补列该校', '没有逐一列出，补列该校'],
    ['执行率、进行中、排列', '执行率、进行中、排列'],
    ['“本行”与本行', '“本行”与本列'],
  ])('%s → %s', (upright, lying) => {
    expect(standingText(turnSheet(sheetFromGrid('表', [['一']])) ?? undefined, upright)).toBe(lying);
    expect(standingText(undefined, upright)).toBe(upright);
  });
});

test('a formula of another sheet is calculated from the cells of a table on its side where they stand', () => {
  const rates = [
    ['指标名称', '学前三年毛入园率', '义务教育巩固率'],
    ['目标值', 93, 97],
    ['本期完成', 91, 96],
  ];
  const staleIn = (value: number): readonly string[] =>
    findingsOf(
      workbookOf([
        sheetFromGrid('目标', [...rates, ['合计', { formula: '=目标!B3+C3', value: 187 }, null]]),
        sheetFromGrid('汇总', [['巩固率', { formula: '=目标!C3*1', value }]]),
      ]),
    )
      .filter(({ rule }) => rule === 'F07')
      .map(({ text }) => text);
  expect(staleIn(96)).toEqual([]);
  expect(staleIn(97)).toEqual(['公式 =目标!C3*1 现为 97，按所引用的单元格应为 96，没有重新计算。']);
});
