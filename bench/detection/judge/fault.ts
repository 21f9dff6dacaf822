import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import type { Random } from '../random';
import type { Draft, Spot, Tag } from './draft';

export interface Fault {
  readonly id: string;
  /** Changes one thing and says where a person would have to change something; `null` where the layout has no such thing. */
  seed(draft: Draft, random: Random): readonly Spot[] | null;
}

/** One of the cells with such a meaning and, where asked, such a content. */
export function pickCell(
  draft: Draft,
  random: Random,
  wanted: Partial<Tag>,
  isFit: (value: CellValue, of: string, at: Spot) => boolean = () => true,
): Spot | null {
  const found = draft.find(wanted).filter((at) => isFit(draft.shown(at), draft.tag(at)?.of ?? '', at));
  return found.length === 0 ? null : random.pick(found);
}

/** A fault that replaces the content of one cell. */
export function replacing(
  id: string,
  wanted: Partial<Tag>,
  change: (value: CellValue, random: Random, of: string) => CellValue,
  isFit?: (value: CellValue, of: string, at: Spot, draft: Draft) => boolean,
): Fault {
  return {
    id,
    seed(draft, random) {
      const at = pickCell(
        draft,
        random,
        wanted,
        (value, of, spot) => isFit?.(value, of, spot, draft) ?? value !== null,
      );
      if (!at) return null;
      draft.change(at, change(draft.shown(at), random, draft.tag(at)?.of ?? ''));
      return [at];
    },
  };
}

const MEASURES = { classes: 'plannedClasses', seats: 'plannedSeats', land: 'plannedLand' } as const;
export type Measured = keyof typeof MEASURES;

/** Whether the plan itself shows the figure. */
export function isShown(id: string, field: Measured): boolean {
  return yichunPlan.schools.find((one) => one.id === id)?.[MEASURES[field]].value != null;
}

export function builderShown(id: string): string | null {
  return yichunPlan.schools.find((one) => one.id === id)?.builder.value ?? null;
}

/** Whether seats and classes divide by a size that the stage's own rows show. */
export function hasClassSize(id: string): boolean {
  return /^S[1235]\./u.test(id) && id !== 'S2.10';
}

export const schools = (field: string): Partial<Tag> => ({ table: 'schools', field, role: 'detail' });

export const isPositive = (value: CellValue): value is number => typeof value === 'number' && value > 0;
