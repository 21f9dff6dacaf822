import { auditWorkbook, type AuditResult } from '../../audit';
import type { JobFile } from '../../files/node';
import { yichunPlan, type Plan } from '../../plan';
import type { WorkbookSnapshot } from '../../workbook';

export interface ReportRequest {
  /** `null`: the plan that the program brings along. */
  readonly plan: Plan | null;
}

/** What a report needs of one file: its cells and what the audit says of them. */
export interface ReportMaterial {
  readonly snapshot: WorkbookSnapshot;
  readonly audit: AuditResult;
}

/** Opens and audits one file, inside a worker. */
export function readForReport(file: JobFile, request: ReportRequest): ReportMaterial {
  const audit = auditWorkbook(file.snapshot, request.plan ?? yichunPlan, { fileName: file.name });
  return { snapshot: file.snapshot, audit };
}
