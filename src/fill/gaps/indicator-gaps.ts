import { agree, clean } from '../../audit/precision';
import { notesOf, type Plan, type PlanIndicator } from '../../plan';
import { achievedSchools, achievedSeats, type Achieved } from './achieved';
import { annexTarget, type AnnexTarget } from './annex-targets';
import type { IndicatorFact } from './indicator-facts';
import { makeGap, type GapParts } from './make-gap';
import type { SchoolFact } from './school-facts';
import type { Gap, GapAlternative, GapOptions } from './types';

/** The gap of one target of the text. */
export function indicatorGap(
  plan: Plan,
  indicator: PlanIndicator,
  fact: IndicatorFact | undefined,
  schools: readonly SchoolFact[],
  options: GapOptions,
): Gap {
  const base = {
    id: `indicator:${indicator.id}`,
    scope: 'indicator' as const,
    name: indicator.name,
    unit: indicator.unit,
    target: indicator.target,
    targetSource: indicator.source,
    until: indicator.targetYear,
    notes: indicator.notes,
  };
  if (indicator.target === null) {
    const why = `文字目标（${indicator.targetText ?? '未列示'}），不计算差额`;
    return makeGap({ ...base, achieved: null, basis: '', why }, options);
  }
  const counted = countedFrom(indicator, schools);
  const reported = fact?.actual ?? null;
  const parts: Pick<GapParts, 'achieved' | 'basis' | 'why' | 'nearlyDone' | 'remarks'> =
    reported !== null
      ? { achieved: reported, basis: fact?.from ?? '', why: null, remarks: difference(indicator, reported, counted) }
      : {
          achieved: counted?.value ?? null,
          basis: counted?.basis ?? '',
          nearlyDone: counted?.nearlyDone ?? null,
          why: counted?.why ?? missing(indicator, fact),
          remarks: counted?.remarks ?? [],
        };
  const annex = annexTarget(plan, indicator.measures);
  const other = annex ? alternative(indicator, indicator.target, annex) : null;
  return makeGap(
    {
      ...base,
      ...parts,
      alternatives: other ? [other] : [],
      remarks: [...(parts.remarks ?? []), ...contradictions(plan, indicator)],
    },
    options,
  );
}

/** From the table of schools, in the indicator's unit; `null` where the indicator does not count schools or seats. */
function countedFrom({ measures, unit }: PlanIndicator, schools: readonly SchoolFact[]): Achieved | null {
  if (!measures || measures.what === 'improvedSeats') return null;
  const own = schools.filter(
    (school) =>
      (measures.stage === null || school.stage === measures.stage) &&
      (measures.kind === null || school.kind === measures.kind),
  );
  if (measures.what === 'schools') return achievedSchools(own);
  const seats = achievedSeats(own);
  const factor = unit === '万个' ? 1e-4 : 1;
  const times = (value: number | null): number | null => (value === null ? null : clean(value * factor));
  return { ...seats, value: times(seats.value), nearlyDone: times(seats.nearlyDone) };
}

function missing({ measures }: PlanIndicator, fact: IndicatorFact | undefined): string {
  if (fact?.why) return fact.why;
  const reason = measures?.what === 'improvedSeats' ? '方案没有优化学位的项目清单，只能由目标表填报；' : '';
  return `${reason}目标表没有这一指标的完成数`;
}

/** The reported figure and the one counted from the schools are both told where they differ. */
function difference({ unit }: PlanIndicator, reported: number, counted: Achieved | null): readonly string[] {
  if (counted?.value === null || counted === null) return [];
  if (Math.abs(counted.value - reported) < (unit === '万个' ? 0.005 : 0.5)) return [];
  return [`目标表填 ${clean(reported)}${unit}，按学校表（${counted.basis}）为 ${counted.value}${unit}`];
}

/** The annex's figure where it is not merely the text's one, rounded. */
function alternative(indicator: PlanIndicator, target: number, annex: AnnexTarget): Omit<GapAlternative, 'gap'> | null {
  const factor = indicator.unit === '万个' ? 10_000 : 1;
  const step = indicator.unit === '万个' ? 100 : 0;
  const agreement = agree(target * factor, annex.value, step);
  if (agreement === 'equal' || agreement === 'rounded') return null;
  return { label: '附件2', target: clean(annex.value / factor), source: annex.source };
}

function contradictions(plan: Plan, indicator: PlanIndicator): readonly string[] {
  return notesOf(plan, indicator.notes)
    .filter(({ kind }) => kind === 'contradiction' || kind === 'gap')
    .map(({ id, text }) => `${id} ${text}`);
}
