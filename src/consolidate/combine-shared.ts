import type { Plan } from '../plan';
import { fieldOf, type FieldId } from '../recognize';
import type { Claim } from './claims';
import { newestClaimFirst } from './claims';
import type { PlanEntry } from './plan-entries';
import type { SumFigure } from './types';

/** Fields that every unit reports for its own part, so that the parts add up. */
const PARTS: readonly FieldId[] = ['allocated', 'spent', 'balance', 'actual', 'previous'];
/** Fields in which every unit may say something of its own. */
const WORDS: readonly FieldId[] = ['progressNote', 'problem', 'nextStep', 'remark', 'usingUnit'];
/** Units of indicators that can be counted together; percentages cannot. */
const COUNTED = new Set(['所', '个', '万个', '人', '万人']);

/**
 * One entry that several units report: an indicator, a measure, a fund. Counts add up, words stand one after the
 * other under their units' names, and what must be the same for all stays only where it is. The rest is left blank.
 */
export function combineShared(
  plan: Plan,
  entry: PlanEntry,
  claims: readonly Claim[],
): Readonly<Partial<Record<FieldId, SumFigure>>> {
  const order = new Map(plan.builders.map(({ name }, index) => [name, index]));
  const place = (claim: Claim): number => order.get(claim.party.unit) ?? order.size;
  const ordered = [...claims].sort((a, b) => place(a) - place(b) || newestClaimFirst(a, b));
  const isCounted =
    entry.kind === 'funds' || COUNTED.has(plan.indicators.find(({ id }) => id === entry.item)?.unit ?? '');
  const figures: Partial<Record<FieldId, SumFigure>> = {};
  const fields = new Set(ordered.flatMap((claim) => Object.keys(claim.figures) as FieldId[]));
  for (const field of fields) {
    const told = ordered.flatMap((claim) => claim.figures[field] ?? []);
    const figure = combine(field, told, isCounted);
    if (figure) figures[field] = figure;
  }
  return figures;
}

function combine(field: FieldId, told: readonly SumFigure[], isCounted: boolean): SumFigure | null {
  const [first] = told;
  if (!first) return null;
  if (told.length === 1) return first;
  if (PARTS.includes(field)) {
    const numbers = told.map(({ value }) => value).filter((value) => typeof value === 'number');
    if (!isCounted || numbers.length < told.length) return agreed(told);
    const value = Number(numbers.reduce((sum, one) => sum + one, 0).toPrecision(12));
    return { value, at: first.at, origin: manyOrigins(told) };
  }
  const same = agreed(told);
  if (same || !WORDS.includes(field)) return same;
  const value = told.map((one) => `${one.origin.unit}：${one.value}`).join('；');
  return { value, at: first.at, origin: manyOrigins(told) };
}

/** The figure that all say alike; `null` where they do not. */
function agreed(told: readonly SumFigure[]): SumFigure | null {
  const [first] = told;
  return first && told.every(({ value }) => value === first.value) ? first : null;
}

function manyOrigins(told: readonly SumFigure[]): SumFigure['origin'] {
  const join = (pick: (figure: SumFigure) => string): string => told.map(pick).join('；');
  return {
    unit: join(({ origin }) => origin.unit),
    file: join(({ origin }) => origin.file),
    sheet: join(({ origin }) => origin.sheet),
    cell: join(({ origin }) => origin.cell),
  };
}

/** True where units' figures for a field could not be brought together and were left out. */
export function isLeftOut(field: FieldId, told: readonly SumFigure[], kept: SumFigure | undefined): boolean {
  return told.length > 1 && kept === undefined && fieldOf(field).type !== 'text';
}
