import { auditWorkbook } from '../audit';
import type { Plan } from '../plan';
import { recognizeWorkbook } from '../recognize';
import { planFileText } from '../fill';
import { buildReports, REPORT_IDS, type Submission as ReportedSubmission } from '../reports';
import { generatedPart, PARTS, type SheetSpec, type WorkbookSpec } from '../workbook';
import { changeLogSheet, differencesSheet, originsSheet, unmatchedSheet } from './sheets/lists';
import { otherSumSheets } from './sheets/other-sums';
import { returnNotices } from './sheets/return-notice';
import { schoolSumSheet } from './sheets/school-sum';
import { submissionStateSheet } from './sheets/submission-state';
import { storedText } from './state';
import { snapshotOfSpecs } from './sum-snapshot';
import type { Consolidation, UnitStatus } from './types';

/**
 * The consolidation as a workbook: states, sum, differences, origins, notices, the reports over the sum, and the
 * state to go on with next month. Every sheet is marked as generated, so that none is ever summed or audited again.
 */
export function consolidationWorkbook(consolidation: Consolidation, plan: Plan): WorkbookSpec {
  const others = otherSumSheets(consolidation, plan);
  const own = [
    submissionStateSheet(consolidation),
    schoolSumSheet(consolidation, plan),
    ...others,
    differencesSheet(consolidation),
    unmatchedSheet(consolidation),
    originsSheet(consolidation),
    changeLogSheet(consolidation),
    ...returnNotices(consolidation),
  ];
  const sheets = [...own, ...reportSheets(consolidation, plan, others)];
  return {
    sheets,
    parts: {
      [PARTS.generated]: generatedPart(sheets.map(({ name }) => name)),
      [PARTS.consolidation]: storedText(consolidation.state),
      ...(plan.baseline === null ? {} : { [PARTS.baseline]: planFileText(plan) }),
    },
  };
}

/** 报送情况 is among the consolidation's own sheets, with the files in it. */
const OVER_THE_SUM = REPORT_IDS.filter((id) => id !== '报送情况');

function reportSheets(consolidation: Consolidation, plan: Plan, others: readonly SheetSpec[]): readonly SheetSpec[] {
  if (consolidation.standing.length === 0) return [];
  const snapshot = snapshotOfSpecs([schoolSumSheet(consolidation, plan, 'empty'), ...others]);
  const city = plan.builders.find(({ isCity }) => isCity)?.name ?? '';
  const recognition = recognizeWorkbook(snapshot, plan, { unit: city });
  const audit = auditWorkbook(snapshot, plan, { recognition, unit: city });
  const { period, asOf, units } = consolidation;
  const expected = units.filter(({ isExpected }) => isExpected);
  const silent = expected.filter(({ files }) => files.length === 0);
  return buildReports(
    {
      recognition,
      plan,
      snapshot,
      audit,
      submissions: units.map(reported),
      consolidates: {
        by: city,
        counted: namesOf(expected.filter(({ files }) => files.length > 0)),
        missing: namesOf(silent.filter(({ state }) => state === '未报')),
        uncounted: namesOf(silent.filter(({ state }) => state !== '未报')),
        unnamed: consolidation.standing.filter(({ unit, statedUnit }) => unit === null && statedUnit === null).length,
      },
      period,
      madeOn: asOf,
    },
    OVER_THE_SUM,
  );
}

function namesOf(units: readonly UnitStatus[]): readonly string[] {
  return units.map(({ unit }) => unit);
}

function reported(status: UnitStatus): ReportedSubmission {
  const isRead = status.files.length > 0;
  return {
    unit: status.unit,
    period: status.period,
    dueOn: null,
    handedInOn: status.receivedOn,
    times: status.times,
    state: status.state,
    errors: isRead ? status.counts.error : null,
    warnings: isRead ? status.counts.warning : null,
    explained: isRead ? status.counts.explained : null,
    returnReason: status.reason === '' ? null : status.reason,
    reminders: null,
    lastReminder: null,
    contact: status.contact,
    phone: status.phone,
  };
}
