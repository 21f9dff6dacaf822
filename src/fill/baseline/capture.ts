import { viewWorkbook } from '../../audit/context';
import type { Plan } from '../../plan';
import type { Recognition } from '../../recognize';
import { PARTS, type Edit, type WorkbookSnapshot } from '../../workbook';
import { captureFunds, captureMeasures, compareTargets } from './capture-others';
import { captureSchools } from './capture-schools';
import { Ledger } from './ledger';
import type { BaselineCapture, CaptureOptions } from './types';

/**
 * 登记方案基准: takes over from the official annex workbook the cells that the public text lost, and lists everything
 * that differs from what was published. Contradicting values stay the published ones until they are accepted by id;
 * what was accepted is recorded in the plan's `baseline`.
 */
export function captureBaseline(
  workbook: WorkbookSnapshot,
  recognition: Recognition,
  plan: Plan,
  options: CaptureOptions,
): BaselineCapture {
  const { tables } = viewWorkbook(workbook, recognition);
  const ledger = new Ledger(options);
  const schools = captureSchools(tables, plan, ledger);
  const funds = captureFunds(tables, plan, ledger);
  const measures = captureMeasures(tables, plan, ledger);
  compareTargets(tables, plan, ledger);
  const weighty = ledger.differences.filter(({ needsYes }) => needsYes);
  const accepted = weighty.filter(({ id }) => ledger.isAccepted(id)).map(({ id, text }) => `${id} ${text}`);
  return {
    plan: {
      ...plan,
      ...schools,
      ...funds,
      ...measures,
      baseline: { source: options.source, capturedOn: options.capturedOn, accepted },
    },
    filled: ledger.filled,
    differences: ledger.differences,
    open: weighty.filter(({ id }) => !ledger.isAccepted(id)),
  };
}

/** The edit that keeps a captured baseline in the workbook; only for a capture without open differences. */
export function storeBaseline(plan: Plan): Edit {
  return { kind: 'storePart', name: PARTS.baseline, text: planFileText(plan) };
}

/** A plan as the text of a `.plan.json`; the same plan gives the same text. */
export function planFileText(plan: Plan): string {
  return `${JSON.stringify(plan, null, 1)}\n`;
}
