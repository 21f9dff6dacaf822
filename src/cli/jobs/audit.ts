import {
  auditWorkbook,
  CODE_TITLES,
  isExplained,
  type AuditResult,
  type Finding,
  type Level,
  type Profile,
  type TableSummary,
} from '../../audit';
import type { JobFile } from '../../files/node';
import { readWorkbookFile } from '../../files/node';
import { baselineLine } from '../../fill';
import type { Plan } from '../../plan';
import { isUnread, recognizeWorkbook, type Recognition } from '../../recognize';
import { buildReports } from '../../reports';
import { areaName, workbookOf, type SheetSpec } from '../../workbook';
import { planOfFile } from './plan-of-file';

/** What the command line asks a worker to audit against. Cloned into the worker. */
export interface AuditRequest {
  /** `null`: the baseline kept in the workbook, else the plan that the program brings along. */
  readonly plan: Plan | null;
  readonly unit: string | null;
  /** `null`: the profile kept in the workbook, else the free one. */
  readonly profile: Profile | null;
  /** Path of the same unit's previous submission. */
  readonly previous: string | null;
  /** Day that a printed audit report shows (`2023-06-30`); `null`: no such report is wanted. */
  readonly reportOn: string | null;
}

/** A finding as it is listed: its place as text, without its edits. */
export interface ListedFinding {
  readonly rule: string;
  /** Stable when rows are inserted or sorted. */
  readonly identity: string;
  readonly level: Level;
  readonly title: string;
  readonly sheet: string | null;
  /** A1 of the cell or range; `null` for the whole sheet or workbook. */
  readonly cell: string | null;
  readonly text: string;
  readonly found: string;
  readonly expected: string;
  readonly source: string;
  readonly advice: string;
  readonly fixable: boolean;
  /** The reason with which a warning was kept and which still holds; empty where there is none. */
  readonly explanation: string;
  /** Who gave the reason, and the day: `张三，2023-07-01`; empty where there is none. */
  readonly explainedBy: string;
  /** A reason that no longer counts, because the value changed after it; empty where there is none. */
  readonly voided: string;
  /** How many other findings this one causes. */
  readonly caused: number;
  /** The first of them, with their own consequences. */
  readonly consequences: readonly ListedConsequence[];
}

/** A finding that goes away with the one it hangs below. */
export type ListedConsequence = Pick<ListedFinding, 'rule' | 'sheet' | 'cell' | 'text'>;

/** What became of one file that could be read. */
export interface AuditOutcome {
  readonly unit: string | null;
  readonly period: string | null;
  readonly verdict: 'pass' | 'explain' | 'mend' | 'nothingFound';
  readonly tables: readonly TableSummary[];
  readonly counts: Readonly<Record<Level, number>> & { readonly explained: number };
  readonly findings: readonly ListedFinding[];
  /** What opening the file has to say: macros, nothing in it. */
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  /** Set where the previous submission could not be read. */
  readonly previousFailed: { readonly code: string; readonly message: string } | null;
  /** Why a previous submission that was read was not compared. */
  readonly previousUnused?: Exclude<AuditResult['previous'], 'compared' | undefined> | null;
  /** 审核报告 as a sheet, where it was asked for. */
  readonly reportSheet: SheetSpec | null;
}

/** Audits an opened workbook, inside a worker. */
export async function auditFile(file: JobFile, request: AuditRequest): Promise<AuditOutcome> {
  const previous = request.previous === null ? null : await readWorkbookFile(request.previous);
  const { profile } = request;
  const { plan } = await planOfFile(request.plan, file.snapshot.parts);
  const named = { fileName: file.name, ...(request.unit === null ? {} : { unit: request.unit }) };
  const recognition = recognizeWorkbook(file.snapshot, plan, named);
  const result = auditWorkbook(file.snapshot, plan, {
    ...named,
    recognition,
    ...(profile ? { profile } : {}),
    ...(previous?.ok ? { previous: { workbook: previous.snapshot } } : {}),
  });
  const report = { recognition, plan, snapshot: workbookOf([]), audit: result, madeOn: request.reportOn ?? '' };
  const [sheet] = request.reportOn === null ? [] : buildReports(report, ['审核报告']);
  return {
    unit: result.unit,
    period: result.period,
    verdict: result.verdict,
    tables: result.tables,
    counts: result.counts,
    findings: result.findings.map((finding) => listed(finding)),
    notes: [
      ...file.notes,
      ...baselineNote(plan),
      ...(result.verdict === 'nothingFound' ? lyingNotes(recognition) : []),
    ],
    previousUnused: result.previous === undefined || result.previous === 'compared' ? null : result.previous,
    previousFailed: previous && !previous.ok ? { code: previous.code, message: previous.message } : null,
    reportSheet: sheet ?? null,
  };
}

/** Of a workbook with nothing to audit: which sheets hold tables with one entry per column, and what to do. */
function lyingNotes({ unrecognized }: Recognition): AuditOutcome['notes'] {
  return unrecognized
    .filter(isUnread)
    .map(({ sheet, detail }) => ({ code: 'lyingTable', message: `“${sheet}”：${detail}` }));
}

/** A baseline in place of the published plan is said with its source. */
function baselineNote(plan: Plan): AuditOutcome['notes'] {
  const line = baselineLine(plan);
  return line === null ? [] : [{ code: 'baseline', message: `按登记的方案基准审核（${line}）。` }];
}

function listed(finding: Finding): ListedFinding {
  const { rule, level, text, found, expected, source, advice, place, explanation } = finding;
  const below = allBelow(finding);
  return {
    rule,
    identity: finding.identity,
    level,
    title: CODE_TITLES[finding.rule] ?? '',
    sheet: place.sheet,
    cell: place.area === null ? null : areaName(place.area),
    text,
    found,
    expected,
    source,
    advice,
    fixable: finding.fix !== null,
    explanation: explanation && isExplained(finding) ? explanation.text : '',
    explainedBy: explanation
      ? [explanation.by, explanation.on.slice(0, 10)].filter((part) => part !== '').join('，')
      : '',
    voided: explanation?.isVoid ? explanation.text : '',
    caused: below.length,
    consequences: below.slice(0, MOST_CONSEQUENCES).map(({ rule, place, text }) => ({
      rule,
      sheet: place.sheet,
      cell: place.area === null ? null : areaName(place.area),
      text,
    })),
  };
}

/** A unit in a header can bring about thousands. */
const MOST_CONSEQUENCES = 20;

function allBelow({ consequences }: Finding): readonly Finding[] {
  return consequences.flatMap((one) => [one, ...allBelow(one)]);
}
