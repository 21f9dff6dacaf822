import { auditInSteps, profileById, RULES } from '../../audit';
import { yichunPlan } from '../../plan';
import { recognizeWorkbook } from '../../recognize';
import type { WorkbookSnapshot } from '../../workbook';
import type { AuditAnswer, AuditSettings } from './work';

/** Where a job is; `total` 0 means that the end is not known. */
export interface JobStep {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** Work that can be watched and stopped between its steps, in a worker or in slices of the pane's own time. */
export type Job<Input, Output> = (input: Input) => Generator<JobStep, Output, void>;

export interface AuditInput {
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

export const JOBS = { audit } as const;

export type JobName = keyof typeof JOBS;
export type JobInput<N extends JobName> = Parameters<(typeof JOBS)[N]>[0];
export type JobOutput<N extends JobName> =
  ReturnType<(typeof JOBS)[N]> extends Generator<JobStep, infer O, void> ? O : never;
