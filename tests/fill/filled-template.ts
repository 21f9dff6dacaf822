import { matchSchool, matched, yichunPlan, type PlanSchool, type StageId } from '../../src/plan';
import { recognizeWorkbook, type RecognizedTable, type TableKind } from '../../src/recognize';
import {
  applyEdits,
  findSheet,
  serialOfDay,
  setContent,
  squeezed,
  valueAt,
  type CellValue,
  type Edit,
  type WorkbookSnapshot,
} from '../../src/workbook';
import { startBench } from '../excel/headless';

/** What the careful clerk writes on the cover (合成数据). */
const COVER: Readonly<Record<string, string>> = {
  '填报人:': '张三（合成）',
  '联系电话:': '0795-0000000',
  '审核人:': '李四（合成）',
  '单位负责人:': '王五（合成）',
};

/** Pupils a class where the plan shows no seats. */
const CLASS_SIZE: Readonly<Partial<Record<StageId, number>>> = { S3: 45, S5: 30 };
/** Funds in 万元 (合成数据); with the two that the plan shows they come to its total of 1000. */
const AMOUNTS = [null, 60, 60, 60, 60, null, 60, 60, 60, 80];

type Put = (field: string, row: number, value: CellValue) => void;

/** Fills every open row of all four tables of a unit's template, as a careful clerk would for a month. */
export async function fillIn(book: WorkbookSnapshot, unit: string, period = '2023年6月'): Promise<WorkbookSnapshot> {
  const edits: Edit[] = [];
  const front = findSheet(book, '封面');
  const cover: Readonly<Record<string, string>> = { ...COVER, '报告期:': period, '填报日期:': `${period}30日` };
  for (let row = 0; front && row < front.top + front.rowCount; row++) {
    const value = cover[squeezed(String(valueAt(front, row, 0) ?? ''))];
    if (value !== undefined) edits.push(setContent({ sheet: '封面', row, column: 1 }, { kind: 'value', value }));
  }
  const tables = recognizeWorkbook(book, yichunPlan).tables;
  const fill = (kind: TableKind, each: (put: Put, table: RecognizedTable) => void): void => {
    const table = tables.find((one) => one.kind === kind);
    if (!table) throw new Error(`no table of ${kind}`);
    each((field, row, value) => {
      const column = table.columns.find((one) => one.field === field)?.column;
      if (column === undefined) throw new Error(`no column for ${field}`);
      if (value === null || (valueAt(table.sheet, row, column) ?? '') !== '') return;
      edits.push(setContent({ sheet: table.sheet.name, row, column }, { kind: 'value', value }));
    }, table);
  };
  fill('indicators', fillIndicators);
  fill('responsibilities', fillMeasures);
  fill('funds', fillFunds);
  fill('schools', (put, table) => fillSchools(put, table, unit));
  const filled = applyEdits(book, edits);
  if (!filled.ok) throw new Error(filled.problem.code);
  return calculated(filled.value);
}

/** The workbook with what a spreadsheet program makes of its formulas. */
async function calculated(book: WorkbookSnapshot): Promise<WorkbookSnapshot> {
  const bench = startBench();
  try {
    for (const sheet of book.sheets) {
      const cells = sheet.values.map((value, index) => sheet.formulas.get(index) ?? value ?? '');
      const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
        cells.slice(row * sheet.columnCount, (row + 1) * sheet.columnCount),
      );
      await bench.fill(sheet.name, rows);
    }
    const results = await bench.snapshot();
    return {
      ...book,
      sheets: book.sheets.map((sheet) => {
        const result = findSheet(results, sheet.name);
        const values = sheet.values.slice();
        for (const index of sheet.formulas.keys()) {
          const [row, column] = [Math.floor(index / sheet.columnCount), index % sheet.columnCount];
          values[index] = result ? (valueAt(result, sheet.top + row, sheet.left + column) ?? '') : null;
        }
        return { ...sheet, values };
      }),
    };
  } finally {
    bench.dispose();
  }
}

function fillIndicators(put: Put, table: RecognizedTable): void {
  table.dataRows.forEach((row, i) => {
    const { unit, target, measures } = yichunPlan.indicators[i] ?? {};
    const parts = yichunPlan.indicators.filter(
      (part) => measures?.stage === null && part.measures?.what === measures.what && part.measures.stage !== null,
    ).length;
    const [before, now] = (unit === '%' ? [88, 90] : unit === '万个' ? [0.05, 0.1] : [0, 1]).map(
      (value) => Math.round(value * Math.max(1, parts) * 100) / 100,
    ) as [number, number];
    put('previous', row, target === null ? '推进中' : before);
    put('actual', row, target === null ? '推进中' : now);
    put('responsibleUnit', row, '市教体局');
  });
}

function fillMeasures(put: Put, table: RecognizedTable): void {
  for (const row of table.dataRows) {
    put('departments', row, '市教体局');
    put('progressNote', row, '已印发实施方案，正在推进。');
    put('state', row, '推进中');
    put('nextStep', row, '按月调度，年底前完成。');
  }
}

function fillFunds(put: Put, table: RecognizedTable): void {
  table.dataRows.forEach((row, i) => {
    put('amount', row, AMOUNTS[i] ?? null);
    put('allocated', row, 40);
    put('spent', row, 30);
    put('usingUnit', row, '市教体局');
  });
}

/** Every row of every stage: the schools that stand there, then those of the plan that the unit may be building. */
function fillSchools(put: Put, table: RecognizedTable, unit: string): void {
  const { sheet, sections, totalRow } = table;
  sections.forEach(({ stage, headingRow, subtotalRow }, i) => {
    const first = (subtotalRow ?? headingRow ?? 0) + 1;
    const last = (sections[i + 1]?.headingRow ?? totalRow ?? 0) - 1;
    const written = Array.from({ length: last - first + 1 }, (_, at) => String(valueAt(sheet, first + at, 1) ?? ''));
    const known = written.flatMap((name) => matched(matchSchool(yichunPlan, name, stage)) ?? []);
    const others = yichunPlan.schools.filter(
      (school) =>
        school.stage === stage &&
        school.name !== null &&
        (school.builder.value === null || school.builder.value === unit) &&
        !known.includes(school),
    );
    written.forEach((name, at) => {
      const school = name === '' ? others.shift() : known.shift();
      if (school) fillSchool(put, first + at, school, unit);
    });
  });
}

function fillSchool(put: Put, row: number, school: PlanSchool, unit: string): void {
  const size = CLASS_SIZE[school.stage] ?? 50;
  const shown = (measure: 'plannedClasses' | 'plannedSeats' | 'plannedLand'): number | null =>
    school[measure].value ?? school.derivations[measure]?.value ?? null;
  const seats = shown('plannedSeats');
  const classes = shown('plannedClasses') ?? (seats === null ? 12 : Math.round(seats / size));
  put('schoolName', row, school.name);
  put('plannedClasses', row, classes);
  put('plannedSeats', row, seats ?? classes * size);
  put('plannedLand', row, shown('plannedLand') ?? 20);
  put('builder', row, unit);
  put('status', row, '装修施工');
  put('startedOn', row, serialOfDay(2022, 9, 1));
  put('plannedCompletion', row, serialOfDay(2024, 8, 20));
  put('formedSeats', row, 0);
  put('invested', row, 1200);
  put('progressNote', row, '装修施工');
  put('updatedOn', row, serialOfDay(2023, 6, 28));
}
