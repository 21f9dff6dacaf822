import {
  allowedLevels,
  explain,
  parseProfile,
  PROFILES,
  profilePart,
  SHORTEST_REASON,
  withdrawAlias,
  withdrawExplanation,
} from '../../audit';
import type { BaselineCapture } from '../../fill';
import { localDay } from '../../workbook';
import { consolidationWork } from './consolidation-work';
import type { FileJobs } from './file-jobs';
import type { CoreJobs } from './jobs';
import type { JobRunner } from './runner';
import { previousWork } from './previous-work';
import type { ExplanationWork, Run, Work } from './work';

const explanations: ExplanationWork = {
  fewest: SHORTEST_REASON,
  explain(snapshot, finding, { text, by, on }) {
    const kept = explain(snapshot.parts, finding, text, by, on);
    return kept.ok ? { ok: true, value: [kept.edit] } : { ok: false, message: kept.reason };
  },
  withdraw: (snapshot, { identity }) => ({ ok: true, value: [withdrawExplanation(snapshot.parts, identity)] }),
};

/** For what is looked up without anyone watching. */
const unwatched = (): Run => ({ progress: () => undefined, signal: new AbortController().signal });

/** The answer of the first call for all; a failed one is asked again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () =>
    (answer ??= ask().catch((error: unknown) => {
      answer = null;
      throw error;
    }));
}

/** What came instead of a baseline. */
function isProblems(read: BaselineCapture | readonly string[]): read is readonly string[] {
  return Array.isArray(read);
}

/** The core as the pane uses it; long work goes through the runners. */
export function createWork(runJob: JobRunner<CoreJobs>, runFileJob: JobRunner<FileJobs>): Work {
  return {
    audit: (snapshot, settings, run) => runJob('audit', { snapshot, settings }, run),
    explanations,
    names: { withdraw: ({ parts }, name) => [withdrawAlias(parts, name)] },
    previous: previousWork(runFileJob),
    fill: {
      plan: (snapshot, { newColumns }, run) => runJob('fill', { snapshot, newColumns }, run),
      async chosen({ groups, skipped }, ticked) {
        const { chosenEdits } = await import('../../fill/propose');
        return chosenEdits({ groups, refused: skipped }, ticked);
      },
    },
    baseline: {
      capture: (snapshot, source, accepted, run) =>
        runJob('capture', { snapshot, source, accepted: [...accepted], capturedOn: localDay(new Date()) }, run),
      async fromFile({ name, text }, accepted, run) {
        const input = { text, fileName: name, accepted: [...accepted], capturedOn: localDay(new Date()) };
        const read = await runJob('baselineFile', input, run);
        if (!isProblems(read)) return { ok: true, value: read };
        return { ok: false, message: `“${name}”不是可用的方案基准文件：${read.join('；')}` };
      },
      async keep({ plan }) {
        const { storeBaseline } = await import('../../fill/baseline/capture');
        return storeBaseline(plan);
      },
      kept: (parts) => runJob('keptBaseline', parts, unwatched()),
    },
    templates: {
      units: (parts) => runJob('units', parts, unwatched()),
      make: (parts, unit, run) => runFileJob('template', { parts, unit }, run),
    },
    reports: {
      async explanations(snapshot, settings, run) {
        const sheet = await runJob('explanations', { snapshot, settings, madeOn: localDay(new Date()) }, run);
        return { ok: true, value: { sheets: [sheet], summaryText: '', notes: [] } };
      },
      choices: once(() => runJob('reportChoices', undefined, unwatched())),
      async generate(snapshot, settings, ids, run) {
        const made = await runJob('reports', { snapshot, settings, ids, madeOn: localDay(new Date()) }, run);
        if (made.tables === 0) return { ok: false, message: '没有认出方案中的表，无法生成报表。请先审核。' };
        return { ok: true, value: { sheets: made.sheets, summaryText: made.summaryText, notes: [] } };
      },
    },
    consolidation: consolidationWork(runFileJob),
    settings: {
      profiles: PROFILES,
      profilePart,
      readProfile(text) {
        const parsed = parseProfile(text, PROFILES);
        return parsed.ok ? parsed.profile : null;
      },
      allowed: allowedLevels,
      rules: once(() => runJob('ruleList', undefined, unwatched())),
      plan: once(() => runJob('planInfo', undefined, unwatched())),
    },
  };
}
