import { lazy } from 'react';

const loadPreview = () => import('./preview-panel');
const loadFilter = () => import('../audit-place/filter-bar');
const loadExplain = () => import('../audit-place/explain-form');

/** Parts that are not needed for the first paint; each has a bundle of its own. */
export const PreviewPanel = lazy(loadPreview);
export const FilterBar = lazy(loadFilter);
export const ExplainForm = lazy(loadExplain);

/** Long after the first paint, long before anyone has read the first finding. */
const QUIET_MS = 300;

/** Fetches those parts once the pane stands, so that nobody waits for them. */
export function loadLater(): void {
  setTimeout(() => {
    // What fails here is tried again when it is needed, and says so then.
    for (const load of [loadFilter, loadPreview, loadExplain]) load().catch(() => undefined);
  }, QUIET_MS);
}
