import { auditWorkbook, readAliases, type AuditResult, type SchoolAliases } from '../../audit';
import type { JobFile } from '../../files/node';
import type { Plan } from '../../plan';
import type { WorkbookSnapshot } from '../../workbook';
import { planOfFile } from './plan-of-file';

export interface ReportRequest {
  /** `null`: the baseline kept in the workbook, else the plan that the program brings along. */
  readonly plan: Plan | null;
}

/** What a report needs of one file: its cells and what the audit says of them. */
export interface ReportMaterial {
  readonly snapshot: WorkbookSnapshot;
  readonly audit: AuditResult;
  /** The baseline that the file keeps. */
  readonly baseline: Plan | null;
  /** Names that were confirmed in it. */
  readonly aliases: SchoolAliases;
}

/** Opens and audits one file, inside a worker. */
export async function readForReport(file: JobFile, request: ReportRequest): Promise<ReportMaterial> {
  const { snapshot } = file;
  const { plan, kept } = await planOfFile(request.plan, snapshot.parts);
  const audit = auditWorkbook(snapshot, plan, { fileName: file.name });
  return { snapshot, audit, baseline: kept, aliases: readAliases(snapshot.parts) };
}
