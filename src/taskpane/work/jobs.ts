import { auditInSteps, profileById, RULES } from '../../audit';
import { proposeFill } from '../../fill';
import { yichunPlan } from '../../plan';
import { recognizeWorkbook } from '../../recognize';
import { buildReports, REPORT_IDS, REPORTS, summaryText, type ReportId } from '../../reports';
import type { SheetSpec, WorkbookSnapshot } from '../../workbook';
import type { Job, JobStep } from './job';
import type { AuditAnswer, AuditSettings, FillPreview, PlanInfo, ReportChoice } from './work';

interface AuditInput {
  readonly snapshot: WorkbookSnapshot;
  readonly settings: AuditSettings;
}

function* audit({ snapshot, settings }: AuditInput): Generator<JobStep, AuditAnswer, void> {
  yield { step: '识别表格', done: 0, total: 0 };
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  const profile = profileById(settings.profile);
  const steps = auditInSteps(snapshot, yichunPlan, { recognition, ...(profile ? { profile } : {}) });
  for (;;) {
    const step = steps.next();
    if (!step.done) {
      yield { step: `核对${step.value.rule}`, done: Math.round(step.value.done * 100), total: 100 };
      continue;
    }
    return {
      result: step.value,
      notRecognized: recognition.unrecognized.map(({ sheet, detail }) => ({ sheet, detail })),
      ruleTitles: Object.fromEntries(RULES.flatMap(({ ids, title }) => ids.map((id) => [id, title]))),
    };
  }
}

function* fill(snapshot: WorkbookSnapshot): Generator<JobStep, FillPreview, void> {
  yield { step: '识别表格', done: 0, total: 0 };
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  yield { step: '计算小计、合计', done: 0, total: 0 };
  const { groups, refused } = proposeFill(snapshot, recognition, yichunPlan);
  return { groups, skipped: refused };
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
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  const needsAudit = ids.includes('审核报告' satisfies ReportId);
  const audited = needsAudit ? yield* audit({ snapshot, settings }) : null;
  yield { step: '生成报表', done: 0, total: 0 };
  const input = {
    recognition,
    plan: yichunPlan,
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

const LOOKING_UP: JobStep = { step: '查找', done: 0, total: 0 };

/** Reports over one workbook; who has handed in is known only to a consolidation. */
const OVER_MANY: ReportId = '报送情况';

function* reportChoices(): Generator<JobStep, readonly ReportChoice[], void> {
  yield LOOKING_UP;
  return REPORTS.filter(({ id }) => id !== OVER_MANY).map(({ id, about }) => ({ id, title: id, about }));
}

function* planInfo(): Generator<JobStep, PlanInfo, void> {
  yield LOOKING_UP;
  const { title, issuedBy, baseline, notes } = yichunPlan;
  return { title, issuedBy, baseline: baseline ? `${baseline.source}，${baseline.capturedOn}` : null, notes };
}

/** What the core does for the pane with the open workbook. */
export const JOBS = { audit, fill, reports, reportChoices, planInfo } satisfies Readonly<Record<string, Job>>;
export type CoreJobs = typeof JOBS;
