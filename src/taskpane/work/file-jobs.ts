import { auditWorkbook } from '../../audit';
import {
  consolidate,
  consolidationWorkbook,
  extractSubmission,
  isConsolidation,
  readStoredState,
  type ConsolidationInput,
  type Decisions,
} from '../../consolidate';
import { openFile, workbookSpecToXlsx } from '../../files';
import { baselineLine, buildTemplate, planInUse, sharedPlan, type BaselineConflict } from '../../fill';
import { baselineIn } from '../../fill/baseline/stored';
import { yichunPlan, type Plan } from '../../plan';
import { recognizeWorkbook } from '../../recognize';
import { PARTS, type WorkbookSpec } from '../../workbook';
import type { Job, JobStep } from './job';
import type { AskedQuestion, PreviousFile } from './work';

interface SubmissionInput {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** ISO date and time. */
  readonly receivedOn: string;
  readonly fingerprint: string;
  /** Text of the baseline that the open workbook keeps; it goes before that of the file. */
  readonly ownBaseline: string | null;
}

/** What a file that was handed in turned out to be. */
export interface ReadSubmission {
  readonly input: ConsolidationInput;
  /** The baseline that the file brings along. */
  readonly baseline: Plan | null;
}

function* readSubmission(request: SubmissionInput): Generator<JobStep, ReadSubmission, void> {
  const { bytes, fileName, receivedOn, fingerprint, ownBaseline } = request;
  const failed = (code: string, message: string): ReadSubmission => ({
    input: { status: 'failed', fileName, receivedOn, code, message },
    baseline: null,
  });
  yield { step: `打开 ${fileName}`, done: 0, total: 0 };
  const opened = openFile(bytes, fileName);
  if (!opened.ok) return failed(opened.code, opened.message);
  const { snapshot } = opened;
  if (isConsolidation(snapshot.parts)) {
    const message = '这是本程序生成的汇总簿，不是报送文件。请先打开它，再在其中汇总新的文件。';
    return failed('isConsolidation', message);
  }
  yield { step: `审核 ${fileName}`, done: 0, total: 0 };
  const own = ownBaseline === null ? null : baselineIn({ [PARTS.baseline]: ownBaseline });
  const { plan, kept } = planInUse(snapshot.parts, own, baselineIn);
  const recognition = recognizeWorkbook(snapshot, plan, { fileName });
  const audit = auditWorkbook(snapshot, plan, { recognition, fileName });
  return {
    input: extractSubmission(recognition, snapshot, audit, plan, { fileName, receivedOn, fingerprint }),
    baseline: kept,
  };
}

/** The previous submission, or one Chinese line that says why there is none. */
function* readPrevious({
  bytes,
  fileName,
}: Pick<SubmissionInput, 'bytes' | 'fileName'>): Generator<JobStep, PreviousFile | string, void> {
  yield { step: `打开 ${fileName}`, done: 0, total: 0 };
  const opened = openFile(bytes, fileName);
  if (!opened.ok) return `“${fileName}”无法读取：${opened.message}`;
  const { snapshot } = opened;
  const { plan } = planInUse(snapshot.parts, null, baselineIn);
  const recognition = recognizeWorkbook(snapshot, plan, { fileName });
  if (recognition.tables.length === 0) return `“${fileName}”中没有方案的表，请选择本单位上期报送的工作簿。`;
  const { unit, periods } = recognition;
  return { fileName, snapshot, unit: unit?.value ?? null, period: periods[0]?.value.text ?? null };
}

interface CombineInput {
  readonly inputs: readonly ConsolidationInput[];
  /** The baselines that the files bring along. */
  readonly baselines: readonly Plan[];
  /** Parts of the open workbook: an earlier consolidation is gone on with. */
  readonly parts: Readonly<Record<string, string>>;
  /** Answers given in the pane; they go before those that the workbook keeps. */
  readonly decisions: Decisions;
}

interface CombineOutput {
  readonly questions: readonly AskedQuestion[];
  readonly conflict: BaselineConflict | null;
  readonly workbook: WorkbookSpec;
  readonly notes: readonly string[];
}

function* combine({
  inputs,
  baselines,
  parts,
  decisions,
}: CombineInput): Generator<JobStep, CombineOutput | string, void> {
  yield { step: '汇总', done: 0, total: 0 };
  const previous = isConsolidation(parts) ? readStoredState(parts) : null;
  if (previous && !previous.ok) return previous.message;
  const own = baselineIn(parts);
  const { plan, conflict } = sharedPlan(baselines, own, yichunPlan);
  const adopted = own === null ? baselineLine(plan) : null;
  const consolidation = consolidate(inputs, plan, previous?.state ?? null, { decisions });
  yield { step: '生成汇总表', done: 0, total: 0 };
  const missing = consolidation.units.filter(({ isExpected, state }) => isExpected && state === '未报');
  const returned = consolidation.units.filter(({ state }) => state === '退回');
  const names = (units: typeof missing): string => units.map(({ unit }) => unit).join('、');
  const open = consolidation.findings.filter(({ level }) => level !== 'info').length;
  return {
    workbook: consolidationWorkbook(consolidation, plan),
    conflict,
    questions: consolidation.findings.flatMap(({ question, text }) =>
      question ? [{ ...question, text, standing: question.suggested }] : [],
    ),
    notes: [
      ...(adopted === null ? [] : [`按报送文件登记的方案基准汇总（${adopted}），已随本工作簿保存。`]),
      missing.length === 0 ? '应报单位已全部报送。' : `未报：${names(missing)}。`,
      ...(returned.length === 0 ? [] : [`需退回修改：${names(returned)}，见各单位退回通知。`]),
      ...(open === 0 ? [] : [`各单位之间有 ${open} 项差异，见差异表。`]),
    ],
  };
}

interface TemplateInput {
  /** Parts of the open workbook: its baseline goes into the template. */
  readonly parts: Readonly<Record<string, string>>;
  readonly unit: string | null;
}

function* template({ parts, unit }: TemplateInput): Generator<JobStep, Uint8Array, void> {
  yield { step: '生成模板', done: 0, total: 0 };
  const kept = baselineIn(parts);
  return workbookSpecToXlsx(buildTemplate(kept ?? yichunPlan, unit, { embedPlan: kept !== null }));
}

/** What the core does with files that were handed in; a worker of its own, because a hostile file may have to be ended. */
export const FILE_JOBS = { readSubmission, readPrevious, combine, template } satisfies Readonly<Record<string, Job>>;
export type FileJobs = typeof FILE_JOBS;
