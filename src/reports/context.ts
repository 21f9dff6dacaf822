import type { AuditResult } from '../audit';
import type { Plan } from '../plan';
import {
  lastDayOf,
  readPeriod,
  type FormLine,
  type Period,
  type Recognition,
  type RecognizedTable,
} from '../recognize';
import { generatedSheets, serialOfDay, type SheetSpec, type WorkbookSnapshot } from '../workbook';
import { readFunds, type FundLine } from './facts/funds';
import { readIndicators, type IndicatorLine } from './facts/indicators';
import { readMeasures, type MeasureLine } from './facts/measures';
import { readProjects, type Project } from './facts/projects';
import type { Taken } from './facts/taken';
import type { Ink } from './paper/paper';
import type { Submission } from './submission';

/** Ids of the reports; they are also the names by which a user asks for them. */
export const REPORT_IDS = [
  '综述',
  '目标完成情况',
  '目标差额',
  '分学段汇总',
  '分建设主体汇总',
  '项目进度台账',
  '部门责任清单',
  '按部门',
  '经费安排及执行',
  '报送情况',
  '审核报告',
] as const;
export type ReportId = (typeof REPORT_IDS)[number];

/** Whose submissions a consolidated set of reports sums. */
export interface Consolidated {
  /** Who consolidates: `市本级`. */
  readonly by: string;
  /** Units that had to report and whose figures are in the sums. */
  readonly counted: readonly string[];
  /** Units that had to report and did not. */
  readonly missing: readonly string[];
  /** Units that reported, but whose files could not be counted: unreadable ones, for instance. */
  readonly uncounted: readonly string[];
  /** Files in the sums that do not say whose they are. */
  readonly unnamed: number;
}

/** Whose workbooks the reports add up, where they are several units' or some do not say whose they are. */
export interface Reporters {
  /** In the order of the files, each once. */
  readonly units: readonly string[];
  /** Files that do not say whose they are. */
  readonly unnamed: number;
}

/** What the reports are made from. */
export interface ReportInput {
  readonly recognition: Recognition;
  readonly plan: Plan;
  /** The workbook that receives the reports: its own sheets keep their names. */
  readonly snapshot: WorkbookSnapshot;
  readonly audit: AuditResult | null;
  /** Which unit a table comes from, where the reports are on several workbooks. */
  readonly unitOf?: (table: RecognizedTable) => string;
  /** Set where the reports are on several workbooks that are not all the same unit's. */
  readonly reporters?: Reporters | null;
  /** Who has handed in what; only the consolidation knows. */
  readonly submissions?: readonly Submission[] | null;
  /** Set where the data are the sum of several units' submissions. */
  readonly consolidates?: Consolidated | null;
  /** As a person writes it (`2023年6月`); `null` takes what the workbook says. */
  readonly period?: string | null;
  /** Day of making, `2023-06-30`. */
  readonly madeOn: string;
  /** The reports go into the workbook itself: data cells become formulas on its own cells. */
  readonly linked?: boolean;
}

/** Everything a report may use, read once. */
export interface ReportContext extends Pick<ReportInput, 'recognition' | 'plan' | 'audit'> {
  /** The plan's title without the word for the document: `宜春中心城区教育提升专项行动`. */
  readonly campaign: string;
  /** `中心城区` where the plan's title speaks of it, else empty. */
  readonly area: string;
  /** `袁州区`; empty where the workbook does not say. */
  readonly unit: string;
  /** Set where the data are the sum of several units' submissions; `unit` is then the one that consolidates. */
  readonly consolidates: Consolidated | null;
  readonly reporters: Reporters | null;
  readonly period: Period | null;
  readonly madeOn: string;
  /** Excel's number of the day up to which progress is judged: the period's last day, else the day of making. */
  readonly cutOff: number;
  readonly projects: readonly Project[];
  readonly funds: readonly FundLine[];
  readonly measures: readonly MeasureLine[];
  readonly indicators: readonly IndicatorLine[];
  readonly submissions: readonly Submission[];
  /** The sheet's name of a report; differs from the id where the workbook has a sheet of its own of that name. */
  readonly sheetName: (id: ReportId) => string;
  /** What is written for a datum taken from the workbook: a formula on its cell, or the value. */
  readonly ink: (taken: Taken) => Ink;
  readonly formLine: (label: FormLine['label']) => string;
}

/** A report: from the context to a sheet. */
export interface Report {
  readonly id: ReportId;
  /** What it shows, one line for a person choosing. */
  readonly about: string;
  /** Reports whose cells its formulas use. */
  readonly needs: readonly ReportId[];
  readonly make: (context: ReportContext) => SheetSpec;
}

export function contextOf(input: ReportInput): ReportContext {
  const { recognition, plan, snapshot, audit, madeOn } = input;
  const given = input.period ? readPeriod(input.period) : null;
  const period = given ?? recognition.periods[0]?.value ?? null;
  const consolidates = input.consolidates ?? null;
  const unit = consolidates?.by ?? recognition.unit?.value ?? recognition.statedUnit?.value ?? '';
  const own = new Set(generatedSheets(snapshot.parts));
  const taken = new Set(snapshot.sheets.filter((sheet) => !own.has(sheet.name)).map((sheet) => sheet.name));
  return {
    recognition,
    plan,
    audit,
    campaign: plan.title.replace(/(?:实施|工作)?方案.*$/u, ''),
    area: plan.title.includes('中心城区') ? '中心城区' : '',
    unit,
    consolidates,
    reporters: input.reporters ?? null,
    period,
    madeOn,
    cutOff: period ? lastDayOf(period) : serialOfIsoDay(madeOn),
    projects: readProjects(recognition, plan),
    funds: readFunds(recognition, plan),
    measures: readMeasures(recognition, plan, input.unitOf ?? (() => unit)),
    indicators: readIndicators(recognition, plan),
    submissions: input.submissions ?? [],
    sheetName: (id) => (taken.has(id) ? `${id}（报表）` : id),
    ink: (datum) =>
      input.linked && datum.formula !== null ? { value: datum.value ?? '', formula: datum.formula } : datum.value,
    formLine: (label) => recognition.formLines.find((line) => line.label === label && line.value !== '')?.value ?? '',
  };
}

function serialOfIsoDay(day: string): number {
  const [year = 1900, month = 1, date = 1] = day.split('-').map(Number);
  return serialOfDay(year, month, date);
}
