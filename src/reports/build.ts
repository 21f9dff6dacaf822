import {
  generatedPart,
  generatedSheets,
  madeSheetOf,
  madeSheets,
  PARTS,
  type MadeSheet,
  type SheetSpec,
  type WorkbookSpec,
} from '../workbook';
import { contextOf, REPORT_IDS, type Report, type ReportId, type ReportInput } from './context';
import { auditReport } from './sheets/audit-report';
import { byBuilder } from './sheets/by-builder';
import { byStage } from './sheets/by-stage';
import { funds } from './sheets/funds';
import { gaps } from './sheets/gaps';
import { ledger } from './sheets/ledger';
import { byDepartment, measures } from './sheets/measures';
import { overview } from './sheets/overview';
import { submissions } from './sheets/submissions';
import { targets } from './sheets/targets';
import { summaryOf } from './summary-text';

/** All reports in the order in which they are bound: the overview in front, the audit report last. */
export const REPORTS: readonly Report[] = [
  overview,
  targets,
  gaps,
  byStage,
  byBuilder,
  ledger,
  measures,
  byDepartment,
  funds,
  submissions,
  auditReport,
];

/** The report that a user names, by its id; `null` for other words. */
export function reportId(name: string): ReportId | null {
  return REPORT_IDS.find((id) => id === name.trim()) ?? null;
}

/** The reports asked for and those whose cells they use, in binding order. Without `only`: all that have something to say. */
function chosen(input: ReportInput, only: readonly ReportId[] | null): readonly Report[] {
  if (only === null) {
    const isLeftOut = (id: ReportId): boolean =>
      (id === '报送情况' && !input.submissions) || (id === '审核报告' && !input.audit);
    return REPORTS.filter((report) => !isLeftOut(report.id));
  }
  const wanted = new Set<ReportId>(only);
  for (const report of REPORTS) if (only.includes(report.id)) for (const id of report.needs) wanted.add(id);
  return REPORTS.filter((report) => wanted.has(report.id));
}

/**
 * Makes the reports as sheet specs. 报送情况 is made only when submissions are given or it is asked for, 审核报告 likewise
 * with an audit. Never throws on any recognized workbook.
 */
export function buildReports(input: ReportInput, only: readonly ReportId[] | null = null): readonly SheetSpec[] {
  const context = contextOf(input);
  return chosen(input, only).map((report) => report.make(context));
}

/** The same reports as a workbook of their own, marked as generated, so that they are not taken for a submission. */
export function buildReportWorkbook(input: ReportInput, only: readonly ReportId[] | null = null): WorkbookSpec {
  const sheets = buildReports({ ...input, linked: false }, only);
  return {
    sheets,
    parts: {
      [PARTS.generated]: generatedPart(
        sheets.map((sheet) => sheet.name),
        madeOf(sheets),
      ),
    },
  };
}

function madeOf(specs: readonly SheetSpec[]): ReadonlyMap<string, MadeSheet> {
  return new Map(specs.map((spec) => [spec.name, madeSheetOf(spec)]));
}

/** The part to store in the open workbook after `specs` were written into it. */
export function generatedPartWith(parts: Readonly<Record<string, string>>, specs: readonly SheetSpec[]): string {
  const made = new Map([...madeSheets(parts), ...madeOf(specs)]);
  return generatedPart([...generatedSheets(parts), ...specs.map((spec) => spec.name)], made);
}

/** The overview as text to copy. */
export function summaryText(input: ReportInput): string {
  return summaryOf(contextOf(input));
}
