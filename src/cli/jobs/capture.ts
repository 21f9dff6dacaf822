import type { JobFile } from '../../files/node';
import { captureBaseline, type BaselineCapture } from '../../fill';
import { yichunPlan, type Plan } from '../../plan';
import { recognizeWorkbook } from '../../recognize';

/** What the command line asks a worker to capture. Cloned into the worker. */
export interface CaptureRequest {
  /** `null`: the plan that the program brings along. */
  readonly plan: Plan | null;
  /** Where the figures come from; the file's name where the user says nothing. */
  readonly source: string | null;
  /** ISO day. */
  readonly capturedOn: string;
  /** Ids of accepted differences. */
  readonly accepted: readonly string[];
}

/** The baseline in an opened workbook, inside a worker; `null` where it holds none of the plan's tables. */
export function captureFile(file: JobFile, request: CaptureRequest): BaselineCapture | null {
  const plan = request.plan ?? yichunPlan;
  const recognition = recognizeWorkbook(file.snapshot, plan, { fileName: file.name });
  if (recognition.tables.length === 0) return null;
  return captureBaseline(file.snapshot, recognition, plan, {
    source: request.source ?? file.name,
    capturedOn: request.capturedOn,
    accepted: new Set(request.accepted),
  });
}
