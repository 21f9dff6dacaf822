import { auditWorkbook, type AuditResult } from '../../audit';
import type { JobFile } from '../../files/node';
import type { Plan } from '../../plan';
import type { WorkbookSnapshot } from '../../workbook';
import { planInUse } from './plan-in-use';

export interface ReportRequest {
  /** `null`: the baseline kept in the workbook, else the plan that the program brings along. */
  readonly plan: Plan | null;
}

/** What a report needs of one file: its cells and what the audit says of them. */
export interface ReportMaterial {
  readonly snapshot: WorkbookSnapshot;
  readonly audit: AuditResult;
  /** What it was held against. */
  readonly plan: Plan;
}

/** Opens and audits one file, inside a worker. */
export async function readForReport(file: JobFile, request: ReportRequest): Promise<ReportMaterial> {
  const plan = await planInUse(request.plan, file.snapshot.parts);
  const audit = auditWorkbook(file.snapshot, plan, { fileName: file.name });
  return { snapshot: file.snapshot, audit, plan };
}
