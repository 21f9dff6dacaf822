import { LEVELS } from '../audit';
import type { Plan } from '../plan';
import { changesBetween } from './changes';
import { claimsOf } from './claims';
import { compareText, gather, mainPeriod } from './gather';
import { partiesOf } from './parties';
import { MANY_RULES } from './rules';
import { fileStatuses, unitStatus } from './status';
import { sumRows } from './sum';
import {
  NO_DECISIONS,
  type Consolidation,
  type ConsolidationInput,
  type Decisions,
  type ManyFinding,
  type StoredFile,
  type StoredState,
} from './types';

export interface ConsolidateOptions {
  /** The period that is being consolidated; without it, what most files of this run say. */
  readonly period?: string | null;
  /** Answers to questions; they go before those kept in the previous state. */
  readonly decisions?: Partial<Decisions>;
}

/**
 * Many submissions → one outcome. The order of `inputs` plays no part. With the state of an earlier consolidation,
 * its files still count, and what changes against it is logged; the same files again change nothing.
 */
export function consolidate(
  inputs: readonly ConsolidationInput[],
  plan: Plan,
  previous: StoredState | null = null,
  options: ConsolidateOptions = {},
): Consolidation {
  const before = previous?.planId === plan.id ? previous : null;
  const period = mainPeriod(inputs, before, options.period ?? null);
  const decisions: Decisions = {
    units: { ...before?.decisions.units, ...options.decisions?.units },
    schools: { ...before?.decisions.schools, ...options.decisions?.schools },
  };
  const files = gather(inputs, before, period);
  const now = settle(files, plan, period, decisions);
  const old = before ? settle(before.files, plan, before.period, before.decisions) : null;
  const log = [...(before?.log ?? []), ...changesBetween(old, now, dayOfRun(files, before))];
  return {
    ...now,
    planId: plan.id,
    asOf: newestDay(files),
    log,
    state: { version: 1, planId: plan.id, period, decisions, files, log },
  };
}

type Settled = Omit<Consolidation, 'planId' | 'asOf' | 'log' | 'state'>;

function settle(
  files: readonly StoredFile[],
  plan: Plan,
  period: string | null,
  decisions: Decisions = NO_DECISIONS,
): Settled {
  const parties = partiesOf(files, plan, decisions);
  const claims = claimsOf(parties);
  const rows = sumRows(plan, claims, decisions);
  const context = { plan, period, parties, claims, rows, decisions };
  const findings = MANY_RULES.flatMap((rule) => [...rule.check(context)]);
  const standing = parties.flatMap((party) => party.standing.map((submission) => ({ unit: party.unit, submission })));
  return {
    period,
    units: parties
      .filter(({ isExpected, standing: own, failed }) => isExpected || own.length > 0 || failed.length > 0)
      .map((party) => unitStatus(party, period)),
    files: parties.flatMap((party) => fileStatuses(party, period)),
    rows,
    unmatched: standing.flatMap(({ unit, submission }) =>
      submission.rows.filter(({ item }) => item === null).map((row) => ({ row, unit, file: submission.fileName })),
    ),
    moreUnmatched: standing.flatMap(({ unit, submission }) =>
      submission.moreRows > 0 ? [{ file: submission.fileName, unit, count: submission.moreRows }] : [],
    ),
    findings: inOrder(findings),
    standing: standing.map(({ submission }) => submission),
  };
}

/** By level, then as the rules give them; equal order for equal files. */
function inOrder(findings: readonly ManyFinding[]): readonly ManyFinding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

function newestDay(files: readonly StoredFile[]): string {
  return files.map(({ receivedOn }) => receivedOn.slice(0, 10)).reduce((a, b) => (compareText(a, b) < 0 ? b : a), '');
}

/** The log carries the day of the newest file that was not there before, so that a run twice is a run once. */
function dayOfRun(files: readonly StoredFile[], before: StoredState | null): string {
  const known = new Set(before?.files.map(({ fileName, receivedOn }) => `${fileName}|${receivedOn}`));
  const fresh = files.filter(({ fileName, receivedOn }) => !known.has(`${fileName}|${receivedOn}`));
  return newestDay(fresh.length > 0 ? fresh : files);
}
