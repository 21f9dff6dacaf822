import { profileById, profilePart } from '../../audit/profiles';
import type { Plan } from '../../plan';
import { PARTS, type WorkbookSpec } from '../../workbook';
import { planFileText } from '../baseline/capture';
import { measuresSheet } from './annex-measures';
import { fundsSheet } from './annex-funds';
import { schoolsSheet } from './annex-schools';
import { coverSheet, instructionsSheet } from './front-sheets';
import { targetsSheet } from './targets';

export interface TemplateOptions {
  /** Keep the plan in the workbook although it is no captured baseline: for a plan that the program does not bring along. */
  readonly embedPlan?: boolean;
}

/**
 * The submission workbook of a unit: instructions, cover, the four tables in the annexes' own form with columns for
 * progress, lists and limits, formulas for sums, open cells in a locked structure. `unit` is a builder's name of the
 * plan; `null` gives the city-wide workbook. A baseline and the rule profile travel inside.
 */
export function buildTemplate(plan: Plan, unit: string | null, options: TemplateOptions = {}): WorkbookSpec {
  const profile = profileById(unit === null ? 'city' : 'district');
  const keepsPlan = plan.baseline !== null || options.embedPlan === true;
  return {
    sheets: [
      instructionsSheet(plan, unit, '填报说明'),
      coverSheet(plan, unit, '封面'),
      targetsSheet(plan, unit, '目标完成情况'),
      measuresSheet(plan, unit, '附件1'),
      schoolsSheet(plan, unit, '附件2'),
      fundsSheet(plan, unit, '附件3'),
    ],
    parts: {
      ...(profile ? { [PARTS.profile]: profilePart(profile) } : {}),
      ...(keepsPlan ? { [PARTS.baseline]: planFileText(plan) } : {}),
    },
  };
}
