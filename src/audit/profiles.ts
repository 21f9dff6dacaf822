import type { EntryKind } from '../recognize';
import { PARTS } from '../workbook';
import type { Level } from './finding';
import { parseProfile } from './profile-file';

/** What a person may make of a rule's findings. */
export type LevelChoice = Level | 'off';

/** How strict the audit is, as data. */
export interface Profile {
  readonly id: string;
  /** As the pane shows it. */
  readonly title: string;
  /** Tables that a submission must hold. */
  readonly requiredTables: readonly EntryKind[];
  /** Does the workbook count as handed in, whatever it says of itself? `null`: as recognized. */
  readonly isSubmission: boolean | null;
  /** Catalogue id → another level, or `off`. */
  readonly levels: Readonly<Record<string, LevelChoice>>;
  readonly thresholds: Thresholds;
  /** Hints from norms outside the plan (class size, land per seat). */
  readonly norms: boolean;
  /** Who hands in cannot excuse itself: rules may be made stricter, never milder. */
  readonly onlyStricter: boolean;
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
    onlyStricter: false,
  },
  {
    id: 'district',
    title: '区级报送',
    requiredTables: ['schools'],
    isSubmission: true,
    levels: {},
    thresholds: THRESHOLDS,
    norms: true,
    onlyStricter: true,
  },
  {
    id: 'city',
    title: '市级接收',
    requiredTables: ['schools', 'funds', 'responsibilities', 'indicators'],
    isSubmission: true,
    levels: {},
    thresholds: THRESHOLDS,
    norms: false,
    onlyStricter: false,
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
  const parsed = parseProfile(text, PROFILES);
  return parsed.ok ? parsed.profile : null;
}

/** A profile as text: what {@link storedProfile} finds again in a workbook and `--profile FILE` takes. */
export function profilePart(profile: Profile): string {
  const { id, requiredTables, isSubmission, levels, thresholds, norms } = profile;
  return JSON.stringify({ version: 1, id, requiredTables, isSubmission, levels, thresholds, norms });
}

const CHOICES: readonly LevelChoice[] = ['error', 'warning', 'info', 'off'];

/** The levels that a person may choose for a rule of this level, the strictest first. */
export function allowedLevels(profile: Profile, level: Level): readonly LevelChoice[] {
  return profile.onlyStricter && level !== 'info' ? CHOICES.slice(0, CHOICES.indexOf(level) + 1) : CHOICES;
}

/**
 * The level of one finding under a profile. A rule that is made stricter leaves alone what it only mentions (a
 * contradiction of the plan stays a note); one that is made milder takes its lesser findings with it.
 */
export function levelUnder(profile: Profile, id: string, ruleLevel: Level, level: Level): LevelChoice {
  const chosen = profile.levels[id];
  if (chosen === undefined || !allowedLevels(profile, ruleLevel).includes(chosen)) return level;
  if (level === ruleLevel) return chosen;
  return CHOICES[Math.max(CHOICES.indexOf(chosen), CHOICES.indexOf(level))] ?? level;
}
