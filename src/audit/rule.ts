import type { FieldId, TableKind } from '../recognize';
import { standingFormula, type Area, type SheetSnapshot } from '../workbook';
import type { AuditContext } from './context';
import type { Fix, Level, RuleGroup } from './finding';
import { innerQuotes } from './wording';
import type { TableView } from './views/table-view';

/** Where a report stands and what it is called after sorting or inserting. Rows and columns are 0-based. */
export interface ReportPlace {
  readonly sheet: string | null;
  readonly area: Area | null;
  /** Position of the sheet, for sorting; -1 for the workbook. */
  readonly sheetIndex: number;
  /** Table, row and field by name, never by position. */
  readonly key: string;
  readonly subject: string;
  readonly view: TableView | null;
  readonly field: FieldId | null;
  /** The sheet that the area counts by, where it is turned on its side and the place is none of a table. */
  readonly turned?: SheetSnapshot;
}

/** The sheet that the place's area counts by, where it is known to the place: perhaps one turned on its side. */
export function sheetOf({ view, turned }: ReportPlace): SheetSnapshot | undefined {
  return turned ?? view?.sheet;
}

/** The cells that a comparison rests on: where one of them is at fault, the comparison is only a consequence. */
export interface LeansOn {
  readonly sheet: string;
  readonly columns: readonly number[];
  has(row: number): boolean;
  /** Fast path for a few rows; absent where there are many. */
  readonly rows?: readonly number[];
  /**
   * Does the comparison come right with these values put in? `corrected` gives a cell's right value in the field's
   * unit, `undefined` where the cell stays. Absent: any fault in these cells explains it.
   */
  explainedBy?(corrected: (row: number, column: number) => number | undefined): boolean;
}

/**
 * A column that no sheet has: stands for the question to which section a row belongs. A wrong heading reaches what rests
 * on that, and none of the figures below it.
 */
export const MEMBERSHIP = -2;

/** How a fault acts on comparisons that rest on its cell. */
export interface Causes {
  /** The cell's right value where it is known; several where it is one of them. */
  readonly corrected?: readonly number[];
  /** The corrected cell's column (0-based), where the place covers more than that cell. */
  readonly column?: number;
  /** The cell cannot be counted at all, so nothing that rests on it can be judged. */
  readonly blocks?: boolean;
  /** The fault spoils more cells than its own: a header's unit (its column), a row that stands twice (its row). */
  readonly reaches?: {
    readonly sheet: string;
    readonly rows: readonly number[] | null;
    readonly columns: readonly number[] | null;
    /** Only what stands in the rows themselves, not the sums over them. */
    readonly notSums?: boolean;
  };
}

/** What a rule says about one place, before texts, levels and causes are settled. */
export interface Report {
  readonly rule: Rule;
  readonly id: string;
  readonly message: string;
  readonly data: unknown;
  readonly text: string;
  readonly place: ReportPlace;
  readonly found: string;
  readonly expected: string;
  readonly source: string;
  readonly level: Level;
  /** The rule's stage, unless the report judges later than the rest of its rule. */
  readonly stage: Stage;
  readonly repair: (() => Fix | null) | null;
  readonly leansOn: readonly LeansOn[];
  readonly causes: Causes;
  /** Equal faults down a column become one finding. */
  readonly merges: boolean;
}

export interface ReportDetails {
  readonly id?: string;
  readonly level?: Level;
  readonly stage?: Stage;
  readonly found?: string | number | null;
  readonly expected?: string | number | null;
  readonly source?: string;
  readonly repair?: (() => Fix | null) | null;
  readonly leansOn?: readonly LeansOn[];
  readonly causes?: Causes;
  readonly merges?: boolean;
}

// Messages take data of their own; `never` lets each keep its own parameter type.
type MessageText = (data: never) => string;
export type Messages = Readonly<Record<string, MessageText>>;

/** Makes a report; the message's id and its data are checked by the compiler. */
export type Reporter<M extends Messages> = <K extends keyof M & string>(
  message: K,
  data: Parameters<M[K]>[0],
  place: ReportPlace,
  details?: ReportDetails,
) => Report;

/** How late a rule judges: what comes later can only be a consequence of what comes earlier. */
export const STAGES = [
  'structure',
  'value',
  'plan',
  'figures', // one figure against the plan's
  'formula',
  'slip',
  'ratio',
  'row',
  'subtotal',
  'total',
  'cross',
  'note',
] as const;
export type Stage = (typeof STAGES)[number];

export interface RuleMeta {
  /** Catalogue ids that the rule answers for. */
  readonly ids: readonly [string, ...string[]];
  /** Readable alias and file name: `subtotal-mismatch`. */
  readonly name: string;
  readonly level: Level;
  readonly group: RuleGroup;
  readonly stage: Stage;
  readonly tables: readonly TableKind[];
  readonly title: string;
  /** What goes wrong when nobody looks, in plain Chinese. */
  readonly protects: string;
  readonly fixable: 'auto' | 'choice' | 'none';
  /** Where the expected value comes from unless a report says more. */
  readonly source: string;
  /** When a warning may rightly be kept with a reason; empty where never. */
  readonly whenToExplain: string;
}

export interface Rule extends RuleMeta {
  readonly messageIds: readonly string[];
  advice(message: string): string;
  check(context: AuditContext): Iterable<Report>;
}

interface RuleDefinition<M extends Messages> extends RuleMeta {
  readonly messages: M;
  /** What to do, per message. */
  readonly advice: Readonly<Record<keyof M, string>>;
  check(context: AuditContext, report: Reporter<M>): Iterable<Report>;
}

/** Builds a rule. Texts come from `messages` alone; the check hands over data. */
export function defineRule<const M extends Messages>(definition: RuleDefinition<M>): Rule {
  const { messages, advice, check, ...meta } = definition;
  const rule: Rule = {
    ...meta,
    messageIds: Object.keys(messages),
    advice: (message) => advice[message] ?? '',
    check: (context) => check(context, reporter),
  };
  const reporter: Reporter<M> = (message, data, place, details = {}) => ({
    rule,
    id: details.id ?? meta.ids[0],
    message,
    data,
    text: innerQuotes(messages[message]?.(standingData(place, data) as never) ?? ''),
    place,
    found: textOf(details.found),
    expected: textOf(details.expected),
    source: details.source ?? meta.source,
    level: details.level ?? meta.level,
    stage: details.stage ?? meta.stage,
    repair: details.repair ?? null,
    leansOn: details.leansOn ?? [],
    causes: details.causes ?? {},
    merges: details.merges ?? false,
  });
  return rule;
}

/** Formulas as the workbook's own cells hold them, where the table's sheet is turned on its side. */
function standingData(place: ReportPlace, data: unknown): unknown {
  const sheet = sheetOf(place);
  if (!sheet?.standing || typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' && value.startsWith('=') ? standingFormula(sheet, value) : value,
    ]),
  );
}

function textOf(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
