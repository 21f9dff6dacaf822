import type { Plan } from '../plan';
import { recognizeWorkbook, type Period, type Recognition } from '../recognize';
import { areaName, standingArea, type WorkbookSnapshot } from '../workbook';
import { makeContext, type AuditContext } from './context';
import { isExplained } from './explanations';
import { isTakenOver } from './leaning';
import type { AuditResult, Finding } from './finding';
import { finishReports } from './finish';
import { FREE_PROFILE, storedProfile, type Profile } from './profiles';
import type { Report } from './rule';
import { RULES } from './rules';

export interface AuditOptions {
  /** What is where, if the caller knows already. */
  readonly recognition?: Recognition;
  /** Reporting unit named by the caller; goes before what the workbook says. */
  readonly unit?: string | null;
  readonly fileName?: string;
  /** Without it: the profile kept in the workbook, else the free one. */
  readonly profile?: Profile;
  /** The same unit's previous submission. */
  readonly previous?: { readonly workbook: WorkbookSnapshot; readonly recognition?: Recognition };
}

/** A step of a sliced audit: how much is done, from 0 to 1, and the rule that comes next. */
export interface AuditProgress {
  readonly done: number;
  readonly rule: string;
}

/** Audits a workbook against a plan. Pure; the same input gives the same result. */
export function auditWorkbook(workbook: WorkbookSnapshot, plan: Plan, options: AuditOptions = {}): AuditResult {
  const steps = auditInSteps(workbook, plan, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same audit, one rule at a time: a host can paint, or stop, between the steps. */
export function* auditInSteps(
  workbook: WorkbookSnapshot,
  plan: Plan,
  options: AuditOptions = {},
): Generator<AuditProgress, AuditResult, void> {
  const named = {
    ...(options.fileName === undefined ? {} : { fileName: options.fileName }),
    ...(options.unit ? { unit: options.unit } : {}),
  };
  const recognition = options.recognition ?? recognizeWorkbook(workbook, plan, named);
  const before = options.previous
    ? {
        workbook: options.previous.workbook,
        recognition: options.previous.recognition ?? recognizeWorkbook(options.previous.workbook, plan),
      }
    : null;
  const comparison = before ? comparisonOf(recognition, before.recognition) : null;
  const context = makeContext({
    workbook,
    recognition,
    plan,
    profile: options.profile ?? storedProfile(workbook.parts) ?? FREE_PROFILE,
    unit: options.unit ?? recognition.unit?.value ?? null,
    previous: comparison === 'compared' ? before : null,
  });
  const reports: Report[] = [];
  for (const [position, rule] of RULES.entries()) {
    yield { done: position / RULES.length, rule: rule.title };
    for (const report of rule.check(context)) if (!isTakenOver(report, context.tables)) reports.push(report);
  }
  const result = resultOf(context, finishReports(reports, context));
  return comparison === null ? result : { ...result, previous: comparison };
}

/** Another unit's workbook, or a later one, says nothing about what fell or vanished. */
function comparisonOf(now: Recognition, before: Recognition): NonNullable<AuditResult['previous']> {
  const [unit, other] = [now.unit?.value, before.unit?.value];
  if (unit !== undefined && other !== undefined && unit !== other) return 'otherUnit';
  const [period, earlier] = [now.periods[0]?.value, before.periods[0]?.value];
  return period && earlier && monthOf(earlier) > monthOf(period) ? 'later' : 'compared';
}

/** Months since year 0; a quarter counts as its last month. */
function monthOf({ year, month }: Period): number {
  return year * 12 + month;
}

function resultOf(context: AuditContext, findings: readonly Finding[]): AuditResult {
  const { recognition } = context;
  const count = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
  const explained = findings.filter((finding) => finding.level === 'warning' && isExplained(finding)).length;
  const counts = { error: count('error'), warning: count('warning'), info: count('info'), explained };
  return {
    unit: context.unit?.name ?? recognition.unit?.value ?? null,
    period: recognition.periods[0]?.value.text ?? null,
    tables: recognition.tables.map((table) => ({
      kind: table.kind,
      sheet: table.sheet.name,
      range: areaName(standingArea(table.sheet, table.area)),
      rows: table.dataRows.length,
    })),
    findings,
    counts,
    verdict:
      counts.error > 0
        ? 'mend'
        : recognition.tables.length === 0
          ? 'nothingFound'
          : counts.warning > counts.explained
            ? 'explain'
            : 'pass',
  };
}
