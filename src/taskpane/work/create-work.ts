import { explain, PROFILES, profileById, profilePart, SHORTEST_REASON, withdrawExplanation } from '../../audit';
import { yichunPlan } from '../../plan';
import type { JobRunner } from './runner';
import type { ExplanationWork, SettingsWork, Work } from './work';

const explanations: ExplanationWork = {
  fewest: SHORTEST_REASON,
  explain(snapshot, finding, { text, by, on }) {
    const kept = explain(snapshot.parts, finding, text, by, on);
    return kept.ok ? { ok: true, value: [kept.edit] } : { ok: false, message: kept.reason };
  },
  withdraw: (snapshot, { identity }) => ({ ok: true, value: [withdrawExplanation(snapshot.parts, identity)] }),
};

const settings: SettingsWork = {
  profiles: PROFILES.map(({ id, title }) => ({ id, title, about: '' })),
  profilePart(id) {
    const profile = profileById(id);
    return profile ? profilePart(profile) : null;
  },
  plan: {
    title: yichunPlan.title,
    issuedBy: yichunPlan.issuedBy,
    baseline: yichunPlan.baseline ? `${yichunPlan.baseline.source}，${yichunPlan.baseline.capturedOn}` : null,
  },
  notes: () => Promise.resolve(yichunPlan.notes),
};

/** The core as the pane uses it; long work goes through `runJob`. */
export function createWork(runJob: JobRunner): Work {
  return {
    audit: (snapshot, auditSettings, run) => runJob('audit', { snapshot, settings: auditSettings }, run),
    explanations,
    settings,
  };
}
