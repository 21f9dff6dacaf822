import { auditInSteps, CODE_TITLES, readAliases, RULES } from '../../audit';
import {
  baselineFromFile,
  baselineLine,
  captureBaseline,
  planInUse,
  proposeFill,
  type BaselineCapture,
} from '../../fill';
import { baselineIn } from '../../fill/baseline/stored';
import { yichunPlan } from '../../plan';
import { loadPlan } from '../../plan/schema';
import { recognizeWorkbook } from '../../recognize';
import { buildReports, explanationSheet, REPORT_IDS, REPORTS, summaryText, type ReportId } from '../../reports';
import { areaName, standingArea, type SheetSpec, type WorkbookSnapshot } from '../../workbook';
import type { Job, JobStep } from './job';
import type { AuditAnswer, AuditSettings, FillPreview, PlanInfo, ReportChoice, RuleChoice } from './work';

interface AuditInput {
  readonly snapshot: WorkbookSnapshot;
  readonly settings: AuditSettings;
}

function* audit({ snapshot, settings }: AuditInput): Generator<JobStep, AuditAnswer, void> {
  yield { step: '识别表格', done: 0, total: 0 };
  const { plan } = planInUse(snapshot.parts, null, baselineIn);
  const recognition = recognizeWorkbook(snapshot, plan);
  const { profile, previous } = settings;
  const steps = auditInSteps(snapshot, plan, {
    recognition,
    ...(profile ? { profile } : {}),
    ...(previous ? { previous: { workbook: previous.snapshot } } : {}),
  });
  for (;;) {
    const step = steps.next();
    if (!step.done) {
      yield { step: `核对${step.value.rule}`, done: Math.round(step.value.done * 100), total: 100 };
      continue;
    }
    return {
      result: step.value,
      recognized: recognition.tables.map(({ kind, sheet, area, dataRows, confidence, reasons }) => ({
        kind,
        sheet: sheet.name,
        range: areaName(standingArea(sheet, area)),
        rows: dataRows.length,
        confidence,
        reasons,
      })),
      names: Object.entries(readAliases(snapshot.parts)).map(([name, id]) => ({
        name,
        school: plan.schools.find((school) => school.id === id)?.name ?? id,
      })),
      notRecognized: recognition.unrecognized.map(({ sheet, detail }) => ({ sheet, detail })),
      basis: baselineLine(plan),
      ruleTitles: CODE_TITLES,
    };
  }
}

interface FillInput {
  readonly snapshot: WorkbookSnapshot;
  /** Offer derived columns that the tables lack, too. */
  readonly newColumns: boolean;
}

function* fill({ snapshot, newColumns }: FillInput): Generator<JobStep, FillPreview, void> {
  yield { step: '识别表格', done: 0, total: 0 };
  const { plan } = planInUse(snapshot.parts, null, baselineIn);
  const recognition = recognizeWorkbook(snapshot, plan);
  yield { step: '计算小计、合计', done: 0, total: 0 };
  const { groups, refused } = proposeFill(snapshot, recognition, plan, { newColumns });
  return { groups, skipped: refused };
}

interface CaptureInput {
  readonly snapshot: WorkbookSnapshot;
  readonly source: string;
  readonly accepted: readonly string[];
  /** ISO day. */
  readonly capturedOn: string;
}

/** Always against what was published: a baseline that is there already is replaced, not built upon. */
function* capture(input: CaptureInput): Generator<JobStep, BaselineCapture | null, void> {
  const { snapshot, source, accepted, capturedOn } = input;
  yield { step: '识别表格', done: 0, total: 0 };
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  if (recognition.tables.length === 0) return null;
  yield { step: '与公开数字核对', done: 0, total: 0 };
  return captureBaseline(snapshot, recognition, yichunPlan, { source, capturedOn, accepted: new Set(accepted) });
}

interface BaselineFileInput {
  readonly text: string;
  /** Stands for the source where the file names none. */
  readonly fileName: string;
  readonly accepted: readonly string[];
  /** ISO day. */
  readonly capturedOn: string;
}

/** A baseline from a plan file, or what is wrong with the file, line by line. */
function* baselineFile(input: BaselineFileInput): Generator<JobStep, BaselineCapture | readonly string[], void> {
  yield { step: '与公开数字核对', done: 0, total: 0 };
  const loaded = loadPlan(input.text);
  if (!loaded.ok) return loaded.problems;
  const { fileName: source, capturedOn, accepted } = input;
  return baselineFromFile(loaded.plan, yichunPlan, { source, capturedOn, accepted: new Set(accepted) });
}

function* keptBaseline(parts: Readonly<Record<string, string>>): Generator<JobStep, string | null, void> {
  yield LOOKING_UP;
  const kept = baselineIn(parts);
  return kept && baselineLine(kept);
}

function* units(parts: Readonly<Record<string, string>>): Generator<JobStep, readonly string[], void> {
  yield LOOKING_UP;
  return planInUse(parts, null, baselineIn).plan.builders.map(({ name }) => name);
}

interface ReportJobInput {
  readonly snapshot: WorkbookSnapshot;
  readonly settings: AuditSettings;
  readonly ids: readonly string[];
  /** ISO day. */
  readonly madeOn: string;
}

interface ReportJobOutput {
  readonly sheets: readonly SheetSpec[];
  readonly summaryText: string;
  readonly tables: number;
}

function* reports({ snapshot, settings, ids, madeOn }: ReportJobInput): Generator<JobStep, ReportJobOutput, void> {
  yield { step: '识别表格', done: 0, total: 0 };
  const { plan } = planInUse(snapshot.parts, null, baselineIn);
  const recognition = recognizeWorkbook(snapshot, plan);
  const needsAudit = ids.includes('审核报告' satisfies ReportId);
  const audited = needsAudit ? yield* audit({ snapshot, settings }) : null;
  yield { step: '生成报表', done: 0, total: 0 };
  const input = {
    recognition,
    plan,
    snapshot,
    audit: audited?.result ?? null,
    madeOn,
    linked: true,
  };
  const wanted = REPORT_IDS.filter((id) => ids.includes(id));
  return {
    sheets: buildReports(input, wanted),
    summaryText: wanted.includes('综述') ? summaryText(input) : '',
    tables: recognition.tables.length,
  };
}

function* explanations({
  snapshot,
  settings,
  madeOn,
}: Omit<ReportJobInput, 'ids'>): Generator<JobStep, SheetSpec, void> {
  const { result } = yield* audit({ snapshot, settings });
  return explanationSheet(result, madeOn);
}

const LOOKING_UP: JobStep = { step: '查找', done: 0, total: 0 };

/** Reports over one workbook; who has handed in is known only to a consolidation. */
const OVER_MANY: ReportId = '报送情况';

function* reportChoices(): Generator<JobStep, readonly ReportChoice[], void> {
  yield LOOKING_UP;
  return REPORTS.filter(({ id }) => id !== OVER_MANY).map(({ id, about }) => ({ id, title: id, about }));
}

function* planInfo(): Generator<JobStep, PlanInfo, void> {
  yield LOOKING_UP;
  const { title, issuedBy, notes } = yichunPlan;
  return { title, issuedBy, notes };
}

function* ruleList(): Generator<JobStep, readonly RuleChoice[], void> {
  yield LOOKING_UP;
  return RULES.map(({ ids, title, level }) => ({ ids, title, level }));
}

/** What the core does for the pane with the open workbook. */
export const JOBS = {
  audit,
  fill,
  capture,
  baselineFile,
  keptBaseline,
  units,
  reports,
  explanations,
  reportChoices,
  planInfo,
  ruleList,
} satisfies Readonly<Record<string, Job>>;
export type CoreJobs = typeof JOBS;
