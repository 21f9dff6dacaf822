import { matched, matchMeasure, splitDepartments, type Plan, type PlanMeasure } from '../../plan';
import type { Recognition, RecognizedTable } from '../../recognize';
import { NOTHING, takeText, type Taken } from './taken';

/** What was reported on one measure of the plan; `null` plan for a row that the plan does not list. */
export interface MeasureLine {
  readonly plan: PlanMeasure | null;
  readonly heading: string;
  readonly text: string;
  /** As reported, else as the plan shows them; empty where neither does. */
  readonly departments: readonly string[];
  readonly progressNote: Taken;
  readonly state: Taken;
  readonly problem: Taken;
  readonly nextStep: Taken;
  /** The unit that the row comes from; empty where the workbook does not say. */
  readonly reportedBy: string;
}

/** The plan's measures in their order with what was reported on each, then reported rows that the plan lacks. */
export function readMeasures(
  recognition: Recognition,
  plan: Plan,
  unitOf: (table: RecognizedTable) => string,
): readonly MeasureLine[] {
  const reported = recognition.tables
    .filter((table) => table.kind === 'responsibilities')
    .flatMap((table) =>
      table.dataRows.map((row) => {
        const text = String(takeText(table, row, 'measure').value ?? '');
        const sequence = Number(takeText(table, row, 'sequence').value ?? NaN);
        const departments = splitDepartments(plan, String(takeText(table, row, 'departments').value ?? ''));
        const line: Omit<MeasureLine, 'plan'> = {
          heading: String(takeText(table, row, 'heading').value ?? ''),
          text,
          departments,
          progressNote: takeText(table, row, 'progressNote'),
          state: takeText(table, row, 'state'),
          problem: takeText(table, row, 'problem'),
          nextStep: takeText(table, row, 'nextStep'),
          reportedBy: unitOf(table),
        };
        const known = matched(matchMeasure(plan, text, Number.isInteger(sequence) ? sequence : null));
        return { plan: known, line };
      }),
    )
    .filter(({ plan: known, line }) => known !== null || line.text !== '');
  const ofPlan = plan.measures.flatMap((measure): MeasureLine[] => {
    const all = reported.filter(({ plan: known }) => known === measure);
    // Of several units, those that say nothing on a measure need no line of their own.
    const telling = all.filter(({ line }) => line.progressNote.value !== null || line.state.value !== null);
    const rows = telling.length > 0 ? telling : all.slice(0, 1);
    if (rows.length === 0) return [silent(measure)];
    return rows.map(({ line }) => ({
      ...line,
      plan: measure,
      heading: measure.heading,
      text: line.text === '' ? measure.text : line.text,
      departments: line.departments.length > 0 ? line.departments : measure.departments,
    }));
  });
  return [
    ...ofPlan,
    ...reported.filter(({ plan: known }) => known === null).map(({ line }) => ({ ...line, plan: null })),
  ];
}

function silent(measure: PlanMeasure): MeasureLine {
  const { heading, text, departments } = measure;
  const nothing = { progressNote: NOTHING, state: NOTHING, problem: NOTHING, nextStep: NOTHING };
  return { plan: measure, heading, text, departments, ...nothing, reportedBy: '' };
}
