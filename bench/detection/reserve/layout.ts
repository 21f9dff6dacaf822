import { yichunPlan } from '../../../src/plan';
import type { Random } from '../random';
import type { Draft } from './draft';
import { BUILDERS, type Figures, type Indicator, type Line } from './figures';
import type { Group } from './table';

export interface Layout {
  readonly name: string;
  draw(draft: Draft, figures: Figures, random: Random): void;
}

export function byStage(lines: readonly Line[], label = (stage: string) => stage): Group[] {
  return yichunPlan.stages.flatMap(({ name }) => {
    const own = lines.filter((line) => line.stage === name);
    return own.length > 0 ? [{ label: label(name), lines: own }] : [];
  });
}

export function byBuilder(lines: readonly Line[]): Group[] {
  return BUILDERS.flatMap((builder) => {
    const own = lines.filter((line) => line.builder === builder);
    return own.length > 0 ? [{ label: builder, lines: own }] : [];
  });
}

export function ofBuilder(figures: Figures, builder: string): Line[] {
  return figures.lines.filter((line) => line.builder === builder);
}

export function plain(lines: readonly Line[]): Group[] {
  return [{ label: '', lines }];
}

/** The plan's own headings: `一、高中阶段`, numbered anew where a unit has no school of a stage. */
export function numbered(lines: readonly Line[]): Group[] {
  return byStage(lines).map((group, i) => ({ ...group, label: `${'一二三四五六'[i] ?? ''}、${group.label}` }));
}

export function indicatorsOf(figures: Figures, ...ids: readonly string[]): Indicator[] {
  return figures.indicators.filter((one) => ids.includes(one.id));
}

export function sumOfField(
  lines: readonly Line[],
  field: 'seats' | 'cum' | 'invest' | 'formed' | 'classes' | 'land',
): number {
  return Math.round(lines.reduce((sum, line) => sum + line[field], 0) * 100) / 100;
}
