import { auditWorkbook, type AuditOptions, type Finding, type Rule } from '../../src/audit';
import { yichunPlan } from '../../src/plan';
import {
  applyEdits,
  cellIndex,
  cellName,
  parseArea,
  sheetFromGrid,
  workbookOf,
  type Area,
  type CellValue,
  type SheetOptions,
  type WorkbookSnapshot,
} from '../../src/workbook';

/** What a rule must say about a grid. `at` is A1 on the first sheet, or `表名!A1`; empty for the workbook. */
export interface Expected {
  readonly at: string;
  readonly message: string;
  readonly id?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly level?: Finding['level'];
}

export interface Case {
  /** What the case shows, in Chinese: it becomes the caption of the example in the manual. */
  readonly name: string;
  /** Rows as `| 1 | 学校名称 | … |`, with a line of column letters above; numbers are numbers, `'12` is text. */
  readonly grid: string;
  readonly sheet?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly options?: SheetOptions & {
    readonly dates?: readonly string[];
    readonly percents?: readonly string[];
    readonly textCells?: readonly string[];
  };
  readonly audit?: AuditOptions;
  readonly before?: string;
  readonly externalLinks?: readonly string[];
}

export interface InvalidCase extends Case {
  readonly finds: readonly Expected[];
  /** Cells after the fix of the first finding (the first choice where there are several). */
  readonly fixed?: Readonly<Record<string, CellValue>>;
}

export interface RuleCases {
  readonly valid: readonly Case[];
  readonly invalid: readonly InvalidCase[];
}

/** All cases that were declared, by the rule's name: the manual takes its examples from here. */
export const DECLARED = new Map<string, RuleCases>();

/** Set by those who want the tables and not the tests. */
export const mode = { collectOnly: false };

/** Declares the table of cases of one rule and makes a test of each. */
export function cases(rule: Rule, table: RuleCases): void {
  DECLARED.set(rule.name, table);
  if (mode.collectOnly || typeof describe !== 'function') return;
  describe(`${rule.ids.join(' ')} ${rule.title}`, () => {
    test.each(table.invalid)('finds: $name', (one) => {
      const workbook = workbookOfCase(one);
      const own = findingsOf(rule, workbook, one);
      expect(own.map((finding) => describeFinding(finding, workbook))).toEqual(
        one.finds.map((each) => expect.objectContaining(expectation(each, workbook))),
      );
      for (const finding of own) {
        expect(finding.advice).not.toBe('');
        expect(finding.source).not.toBe('');
        expect(finding.text).not.toMatch(/undefined|NaN|null/u);
      }
      if (one.fixed) checkFix(rule, workbook, own[0], one);
    });
    test.each(table.valid)('keeps silent: $name', (one) => {
      const workbook = workbookOfCase(one);
      expect(
        findingsOf(rule, workbook, one)
          .filter((finding) => finding.level !== 'info')
          .map((finding) => finding.text),
      ).toEqual([]);
    });
  });
}

function checkFix(rule: Rule, workbook: WorkbookSnapshot, finding: Finding | undefined, one: InvalidCase): void {
  const fix = finding?.fix;
  if (!finding || !fix) throw new Error(`${rule.name}: no fix`);
  const edits = fix.kind === 'auto' ? fix.edits : (fix.choices[0]?.edits ?? []);
  const applied = applyEdits(
    workbook,
    edits.map((each) => each.edit),
  );
  if (!applied.ok) throw new Error('the fix cannot be applied');
  for (const [cell, value] of Object.entries(one.fixed ?? {}))
    expect([cell, contentOf(applied.value, cell)]).toEqual([cell, value]);
  const after = findingsOf(rule, applied.value, one).map((each) => each.identity);
  expect(after).not.toContain(finding.identity);
}

function contentOf(workbook: WorkbookSnapshot, cell: string): CellValue {
  const { sheet, area } = locate(workbook, cell);
  const found = workbook.sheets.find((each) => each.name === sheet);
  if (!found) return null;
  const index = cellIndex(found, area.top, area.left);
  return found.formulas.get(index) ?? found.values[index] ?? null;
}

function findingsOf(rule: Rule, workbook: WorkbookSnapshot, one: Case): readonly Finding[] {
  const previous =
    one.before === undefined
      ? {}
      : { previous: { workbook: workbookOf([sheetFromGrid(one.sheet ?? '附件2', parseGrid(one.before))]) } };
  const all = auditWorkbook(workbook, yichunPlan, { ...one.audit, ...previous }).findings;
  const flat = (findings: readonly Finding[]): readonly Finding[] =>
    findings.flatMap((each) => [each, ...flat(each.consequences)]);
  const messages = new Set(rule.messageIds);
  return flat(all).filter(
    (finding) => rule.ids.includes(finding.rule) && messages.has(finding.message) && finding.group === rule.group,
  );
}

function describeFinding(finding: Finding, workbook: WorkbookSnapshot): Record<string, unknown> {
  const { sheet, area } = finding.place;
  return {
    sheet: sheet ?? workbook.sheets[0]?.name,
    at: area
      ? area.top === area.bottom && area.left === area.right
        ? cellName(area.top, area.left)
        : `${cellName(area.top, area.left)}:${cellName(area.bottom, area.right)}`
      : '',
    message: finding.message,
    id: finding.rule,
    level: finding.level,
    found: finding.found,
    expected: finding.expected,
  };
}

function expectation(each: Expected, workbook: WorkbookSnapshot): Record<string, unknown> {
  const { at, ...rest } = each;
  const [sheet, cell] = at.includes('!') ? at.split('!') : [workbook.sheets[0]?.name, at];
  return { ...rest, sheet, at: cell };
}

function locate(workbook: WorkbookSnapshot, at: string): { readonly sheet: string; readonly area: Area } {
  const [sheet, cell] = at.includes('!') ? at.split('!') : [workbook.sheets[0]?.name ?? '', at];
  const area = parseArea(cell ?? '');
  if (!area) throw new Error(`no cell: ${at}`);
  return { sheet: sheet ?? '', area };
}

/** The workbook of a case; formulas written as `=SUM(C4:C5) → 90` carry a value. */
export function workbookOfCase(one: Case): WorkbookSnapshot {
  const grid = parseGrid(one.grid);
  const { dates = [], percents = [], textCells = [], ...options } = one.options ?? {};
  const formats = grid.map((row) => row.map((): string | null => null));
  for (const [cells, code] of [
    [dates, 'yyyy-mm-dd'],
    [percents, '0.0%'],
    [textCells, '@'],
  ] as const) {
    for (const cell of cells) {
      const area = parseArea(cell);
      const line = area ? formats[area.top] : undefined;
      if (area && line) line[area.left] = code;
    }
  }
  const sheets = [
    sheetFromGrid(one.sheet ?? '附件2', grid, { ...options, formats }),
    ...Object.entries(one.more ?? {}).map(([name, text]) => sheetFromGrid(name, parseGrid(text))),
  ];
  return { ...workbookOf(sheets), externalLinks: one.externalLinks ?? [] };
}

type GridCell = CellValue | { readonly formula: string; readonly value: CellValue };

/** `| 3 | 小计： | 90 |` → cells; the first line names the columns, the first cell of a line its row. */
export function parseGrid(text: string): GridCell[][] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('|'));
  const rows: GridCell[][] = [];
  for (const line of lines.slice(1)) {
    const [number = '', ...cells] = line
      .slice(1, line.endsWith('|') ? -1 : undefined)
      .split('|')
      .map((cell) => cell.trim());
    rows[Number(number) - 1] = cells.map(parseCell);
  }
  return Array.from({ length: rows.length }, (_, i) => rows[i] ?? []);
}

function parseCell(text: string): GridCell {
  if (text === '') return null;
  if (text.startsWith('=')) {
    const [formula = '', value] = text.split('→').map((part) => part.trim());
    return { formula, value: value === undefined ? null : parseValue(value) };
  }
  return parseValue(text);
}

function parseValue(text: string): CellValue {
  if (text.startsWith("'")) return unescaped(text.slice(1));
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : unescaped(text);
}

/** `␣` and `⏎` stand for white space that a grid would not show. */
function unescaped(text: string): string {
  return text.replaceAll('␣', ' ').replaceAll('⏎', '\n');
}
