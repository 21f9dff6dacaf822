import { LEVELS } from '../../audit';
import { runAudit } from './auditing';
import type { Desk } from './desk';
import { NO_FILTER, type Filter, type FindingState, type GroupBy, type PaneState, type PlaceId } from './state';

/** Where the pane keeps a few words while its page is loaded anew; `window.sessionStorage` is one. */
export interface Keeper {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

const KEY = 'plancheck.place';
const STATES: readonly FindingState[] = ['all', 'open', 'fixable', 'explained', 'voided'];
const GROUPS: readonly GroupBy[] = ['sheet', 'rule', 'unit', 'subject'];

/**
 * Lets where one was and how one looked outlive the page: Excel may close a pane or load it anew at any time. What was
 * found is not kept, since it is the unit's data: the workbook is audited again. `workbook` names the open one, so that
 * nothing is taken up for another. Returns how to stop.
 */
export function outlive(desk: Desk, keeper: Keeper, workbook: string, places: readonly PlaceId[]): () => void {
  const kept = readKept(attempt(() => keeper.getItem(KEY)) ?? '', workbook, places);
  if (kept) {
    desk.store.set(kept.state);
    if (kept.isAudited) void runAudit(desk, true);
  }
  let before = '';
  return desk.store.subscribe(() => {
    const text = keptText(desk.store.get(), workbook);
    if (text !== before) attempt(() => keeper.setItem(KEY, text));
    before = text;
  });
}

function keptText({ place, filter, collapsed, activeId, openId, audited }: PaneState, workbook: string): string {
  return JSON.stringify({
    workbook,
    place,
    filter: { ...filter, levels: [...filter.levels] },
    collapsed: [...collapsed],
    activeId,
    openId,
    isAudited: audited !== null,
  });
}

/** What was kept for this workbook, each part only if it is sound; `null` where nothing was. */
function readKept(
  text: string,
  workbook: string,
  places: readonly PlaceId[],
): { readonly state: Partial<PaneState>; readonly isAudited: boolean } | null {
  const kept = attempt((): unknown => JSON.parse(text)) ?? null;
  if (!isRecord(kept) || kept['workbook'] !== workbook) return null;
  const place = places.find((id) => id === kept['place']) ?? 'audit';
  const collapsed = new Set(textsOf(kept['collapsed']));
  const state = { place, collapsed, activeId: textOf(kept['activeId']), openId: textOf(kept['openId']) };
  return { state: { ...state, filter: filterOf(kept['filter']) }, isAudited: kept['isAudited'] === true };
}

function filterOf(kept: unknown): Filter {
  if (!isRecord(kept)) return NO_FILTER;
  const levels = textsOf(kept['levels']);
  return {
    levels: new Set(LEVELS.filter((level) => levels.includes(level))),
    sheet: textOf(kept['sheet']) ?? '',
    rule: textOf(kept['rule']) ?? '',
    search: textOf(kept['search']) ?? '',
    state: STATES.find((one) => one === kept['state']) ?? 'all',
    groupBy: GROUPS.find((one) => one === kept['groupBy']) ?? 'sheet',
  };
}

/** A host that forbids storage just forgets, and damaged text is none. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
