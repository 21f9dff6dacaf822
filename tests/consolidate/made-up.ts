import { yichunPlan, type PlanSchool } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { extractSubmission, type Submission } from '../../src/consolidate';
import { sheetFromGrid, workbookOf, type CellValue, type WorkbookSnapshot } from '../../src/workbook';
import type { AuditResult } from '../../src/audit';

/** 合成数据: figures and file names in these tests are made up; only the schools' names are the plan's. */
export const plan = yichunPlan;

/** The plan's schools that have a name. */
export const namedSchools: readonly (PlanSchool & { readonly name: string })[] = plan.schools.flatMap((school) =>
  school.name === null ? [] : [{ ...school, name: school.name }],
);

export const HEADER = ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '备注'];

export interface MadeUpFile {
  readonly unit?: string;
  readonly period?: string;
  readonly reportedOn?: string;
  readonly fileName?: string;
  readonly receivedOn?: string;
  readonly fingerprint?: string;
  readonly header?: readonly CellValue[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly audit?: Partial<AuditResult>;
}

export function workbook({ unit, period, reportedOn, header, rows }: MadeUpFile): WorkbookSnapshot {
  const grid: (readonly CellValue[])[] = [['附件2'], [`中心城区学校建设项目表${period ? `（${period}）` : ''}`]];
  if (unit !== undefined) grid.push([`填报单位：${unit}`]);
  grid.push(header ?? HEADER, ...rows);
  if (reportedOn !== undefined) grid.push([`填报人：张三    填报日期：${reportedOn}`]);
  return workbookOf([sheetFromGrid('附件2', grid)]);
}

const CLEAN: AuditResult = {
  unit: null,
  period: null,
  tables: [],
  findings: [],
  counts: { error: 0, warning: 0, info: 0, explained: 0 },
  verdict: 'pass',
};

/** A submission as a worker would extract it, with a made-up verdict of the audit. */
export function submission(file: MadeUpFile): Submission {
  const snapshot = workbook(file);
  const fileName = file.fileName ?? `${file.unit ?? '无单位'}.xlsx`;
  const recognition = recognizeWorkbook(snapshot, plan, { fileName });
  return extractSubmission(recognition, snapshot, { ...CLEAN, ...file.audit }, plan, {
    fileName,
    receivedOn: file.receivedOn ?? '2023-07-01',
    fingerprint: file.fingerprint ?? `${fileName}#${JSON.stringify([file.rows, file.period, file.reportedOn])}`,
  });
}

/** Any workbook as a worker would extract it, without a fault. */
export function extracted(snapshot: WorkbookSnapshot, fileName: string): Submission {
  const recognition = recognizeWorkbook(snapshot, plan, { fileName });
  const named = { fileName, receivedOn: '2023-07-01', fingerprint: fileName };
  return extractSubmission(recognition, snapshot, CLEAN, plan, named);
}

/** School name → reported figures of the sum, blanks left out. */
export function figuresOf(
  rows: readonly { name: string; kind: string; figures: object }[],
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    rows
      .filter(({ kind, figures }) => kind === 'schools' && Object.keys(figures).length > 0)
      .map(({ name, figures }) => [
        name,
        Object.fromEntries(
          Object.entries(figures as Record<string, { value: unknown }>).map(([field, { value }]) => [field, value]),
        ),
      ]),
  );
}
