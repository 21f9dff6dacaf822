/** Every rule of the audit, in the order in which they run. Adding one means a file and a line here. */
import type { Rule } from '../rule';
import { acrossPeriods } from './across-periods';
import { acrossTables } from './across-tables';
import { builder } from './builder';
import { classSize } from './class-size';
import { dates } from './dates';
import { departmentTwice } from './department-twice';
import { errorValue } from './error-value';
import { formulaPattern } from './formula-pattern';
import { formulaReach } from './formula-reach';
import { headerUnit } from './header-unit';
import { headersExchanged } from './headers-exchanged';
import { headerBlank } from './header-blank';
import { headerRepeated } from './header-repeated';
import { hiddenRows } from './hidden-rows';
import { indicatorFigures } from './indicator-figures';
import { indicators } from './indicators';
import { lineWords } from './line-words';
import { planWording } from './plan-wording';
import { kindRemark } from './kind-remark';
import { measureState } from './measure-state';
import { mergedData } from './merged-data';
import { missingColumn } from './missing-column';
import { mixedBrackets } from './mixed-brackets';
import { mixedText } from './mixed-text';
import { moneyOrder } from './money-order';
import { monthSeries } from './month-series';
import { notWhole } from './not-whole';
import { numberSign } from './number-sign';
import { otherFigures } from './other-figures';
import { outsideNorms } from './outside-norms';
import { phoneNumber } from './phone-number';
import { placeholder } from './placeholder';
import { otherSchool } from './other-school';
import { planFunds } from './plan-funds';
import { planMeasures } from './plan-measures';
import { planValue } from './plan-value';
import { progressShare } from './progress-share';
import { rateScale } from './rate-scale';
import { remarkSplit } from './remark-split';
import { reportDate } from './report-date';
import { reportingUnit } from './reporting-unit';
import { requiredBlank } from './required-blank';
import { rowArithmetic } from './row-arithmetic';
import { rowSum } from './row-sum';
import { rowSlip } from './row-slip';
import { saidBeside } from './said-beside';
import { sameSchool } from './same-school';
import { schoolName } from './school-name';
import { schoolTwice } from './school-twice';
import { schoolsComplete } from './schools-complete';
import { sectionOrder } from './section-order';
import { sequence } from './sequence';
import { shareRank } from './share-rank';
import { sheetReference } from './sheet-reference';
import { shownAsDate } from './shown-as-date';
import { staleValue } from './stale-value';
import { statusDate } from './status-date';
import { statusUnknown } from './status-unknown';
import { strayNumber } from './stray-number';
import { straySpace } from './stray-space';
import { submissionForm } from './submission-form';
import { subtotalMismatch } from './subtotal-mismatch';
import { subtotalRow } from './subtotal-row';
import { sumRange } from './sum-range';
import { textNumber } from './text-number';
import { valueScale } from './value-scale';
import { totalLine } from './total-line';
import { summaryFigures } from './summary-figures';
import { summaryRows } from './summary-rows';
import { totalMismatch } from './total-mismatch';
import { writtenNumbers } from './written-numbers';
import { unitLine } from './unit-line';
import { wrongStage } from './wrong-stage';
import { yesNo } from './yes-no';

/** Stands on audit reports; raised whenever a rule is added, dropped or judges otherwise. */
export const RULES_VERSION = '1.0';

export const RULES: readonly Rule[] = [
  errorValue,
  formulaReach,
  staleValue,
  sheetReference,
  sumRange,
  sectionOrder,
  missingColumn,
  headersExchanged,
  headerBlank,
  headerUnit,
  unitLine,
  headerRepeated,
  mergedData,
  schoolTwice,
  wrongStage,
  schoolsComplete,
  requiredBlank,
  textNumber,
  mixedText,
  placeholder,
  numberSign,
  shownAsDate,
  otherFigures,
  notWhole,
  dates,
  statusUnknown,
  yesNo,
  formulaPattern,
  builder,
  schoolName,
  otherSchool,
  planValue,
  planFunds,
  planMeasures,
  planWording,
  measureState,
  departmentTwice,
  indicators,
  indicatorFigures,
  rowSlip,
  valueScale,
  classSize,
  remarkSplit,
  rateScale,
  rowArithmetic,
  rowSum,
  shareRank,
  monthSeries,
  moneyOrder,
  statusDate,
  progressShare,
  kindRemark,
  acrossPeriods,
  subtotalMismatch,
  totalMismatch,
  totalLine,
  acrossTables,
  summaryRows,
  summaryFigures,
  sameSchool,
  saidBeside,
  lineWords,
  sequence,
  writtenNumbers,
  subtotalRow,
  hiddenRows,
  submissionForm,
  reportingUnit,
  reportDate,
  phoneNumber,
  strayNumber,
  straySpace,
  mixedBrackets,
  outsideNorms,
];
