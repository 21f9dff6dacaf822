import type { TableKind } from '../recognize';
import { PARTS } from '../workbook';
import type { Level } from './finding';

/** How strict the audit is, as data. */
export interface Profile {
  readonly id: string;
  /** As the pane shows it. */
  readonly title: string;
  /** Tables that a submission must hold. */
  readonly requiredTables: readonly TableKind[];
  /** Does the workbook count as handed in, whatever it says of itself? `null`: as recognized. */
  readonly isSubmission: boolean | null;
  /** Catalogue id → another level, or `off`. */
  readonly levels: Readonly<Record<string, Level | 'off'>>;
  readonly thresholds: Thresholds;
  /** Hints from norms outside the plan (class size, land per seat). */
  readonly norms: boolean;
}

export interface Thresholds {
  /** Seats per class may differ from the plan's measure by this much. */
  readonly classSizeSlack: number;
  /** Equal faults in one column from this many on become one finding. */
  readonly mergeFrom: number;
}

const THRESHOLDS: Thresholds = { classSizeSlack: 0.5, mergeFrom: 3 };

export const PROFILES: readonly Profile[] = [
  {
    id: 'free',
    title: '自由校核',
    requiredTables: [],
    isSubmission: null,
    levels: {},
    thresholds: THRESHOLDS,
    norms: true,
  },
  {
    id: 'district',
    title: '区级报送',
    requiredTables: ['schools'],
    isSubmission: true,
    levels: {},
    thresholds: THRESHOLDS,
    norms: true,
  },
  {
    id: 'city',
    title: '市级接收',
    requiredTables: ['schools', 'funds', 'responsibilities', 'indicators'],
    isSubmission: true,
    levels: {},
    thresholds: THRESHOLDS,
    norms: false,
  },
];

export const FREE_PROFILE: Profile = PROFILES[0] as Profile;

export function profileById(id: string): Profile | null {
  return PROFILES.find((profile) => profile.id === id) ?? null;
}

/** The profile chosen for this workbook (kept in it), or `null` where none was. */
export function storedProfile(parts: Readonly<Record<string, string>>): Profile | null {
  const text = parts[PARTS.profile];
  if (text === undefined) return null;
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null || !('id' in stored) || typeof stored.id !== 'string')
      return null;
    const base = profileById(stored.id);
    if (!base) return null;
    const levels = 'levels' in stored ? levelsOf(stored.levels) : {};
    return { ...base, levels: { ...base.levels, ...levels } };
  } catch {
    return null;
  }
}

/** The text with which {@link storedProfile} finds the profile again. */
export function profilePart(profile: Profile): string {
  return JSON.stringify({ version: 1, id: profile.id, levels: profile.levels });
}

function levelsOf(stored: unknown): Record<string, Level | 'off'> {
  if (typeof stored !== 'object' || stored === null) return {};
  const levels: Record<string, Level | 'off'> = {};
  for (const [id, level] of Object.entries(stored)) {
    if (level === 'error' || level === 'warning' || level === 'info' || level === 'off') levels[id] = level;
  }
  return levels;
}
