import type { AuditOutcome } from '../jobs/audit';

/** What is said about one file: its audit, or why there is none. */
export type FileReport =
  | { readonly kind: 'audited'; readonly file: string; readonly outcome: AuditOutcome }
  | { readonly kind: 'unreadable'; readonly file: string; readonly code: string; readonly message: string };

/** Turns the reports of all files into output, one piece per file as they come, in the order of the files. */
export interface ReportFormat {
  /** Before the first file. */
  begin(): string;
  one(report: FileReport): string;
  /** After the last file. */
  end(): string;
}
