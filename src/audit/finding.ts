import type { Area, ProposedEdit } from '../workbook';

/** 强制性 / 核实性 / 提示. */
export type Level = 'error' | 'warning' | 'info';
export const LEVELS: readonly Level[] = ['error', 'warning', 'info'];

export type RuleGroup =
  'structure' | 'value' | 'arithmetic' | 'crossTable' | 'plan' | 'duplicate' | 'consistency' | 'formula';

/** Where a finding stands: one cell or, for equal faults, several; 0-based. `area: null` is the whole sheet, `sheet: null` the workbook. */
export interface FindingPlace {
  readonly sheet: string | null;
  readonly area: Area | null;
}

/** What a fix offers. `auto`: only one right answer. `choice`: a person picks one. */
export type Fix =
  | { readonly kind: 'auto'; readonly label: string; readonly edits: readonly ProposedEdit[] }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly choices: readonly { readonly label: string; readonly edits: readonly ProposedEdit[] }[];
    };

/** A cell that stays as it is, because it is protected or nobody sees it. */
export interface Withheld {
  /** `附件2!D16` */
  readonly where: string;
  readonly why: string;
}

/** A reason with which a unit keeps a value that a warning questions (审核说明). */
export interface Explanation {
  readonly text: string;
  readonly by: string;
  /** ISO date and time. */
  readonly on: string;
  /** The value that was explained; another value voids the explanation. */
  readonly value: string;
  readonly isVoid: boolean;
}

/** The questioned values and the expected ones, each as one text; rows of formulas are counted from their own. */
export interface ExplanationBasis {
  readonly value: string;
  readonly expected: string;
}

export interface Finding {
  /** Catalogue id, e.g. `A01`; several ids may belong to one rule. */
  readonly rule: string;
  /** Id of the message within the rule, e.g. `differs`. */
  readonly message: string;
  readonly level: Level;
  readonly group: RuleGroup;
  /** Stable when rows are inserted or sorted: rule + table + row's key + field. */
  readonly identity: string;
  readonly place: FindingPlace;
  /** One plain Chinese sentence: what is wrong and by how much. */
  readonly text: string;
  /** What the cell shows, as text; empty where it has no meaning. */
  readonly found: string;
  /** What was expected; empty where nothing definite was. */
  readonly expected: string;
  /** Line of the plan, or the arithmetic. Never empty. */
  readonly source: string;
  /** What to do, in plain Chinese. Never empty. */
  readonly advice: string;
  /** School, fund, measure or indicator concerned; empty where none is. */
  readonly subject: string;
  /** Unit that the row names (建设主体、责任单位); empty where it names none. */
  readonly unit: string;
  /** How many cells have the same fault, when one finding stands for a range. */
  readonly count: number;
  readonly fix: Fix | null;
  /** Cells that the fix would have to write and must not, with the reason. */
  readonly withheld: readonly Withheld[];
  readonly explanation: Explanation | null;
  /** What an explanation rests on: as soon as one of these changes, it is void. */
  readonly basis: ExplanationBasis;
  /** Findings that this one causes: they go away with it. */
  readonly consequences: readonly Finding[];
}

export interface TableSummary {
  readonly kind: string;
  readonly sheet: string;
  /** A1 of the table. */
  readonly range: string;
  /** Number of data rows. */
  readonly rows: number;
}

/** The outcome of auditing one workbook. Findings are sorted: level, sheet order, row, column, rule. */
export interface AuditResult {
  readonly unit: string | null;
  readonly period: string | null;
  readonly tables: readonly TableSummary[];
  readonly findings: readonly Finding[];
  /** Counted over findings, not over consequences. An explained warning counts in `explained` too. */
  readonly counts: Readonly<Record<Level, number>> & { readonly explained: number };
  /**
   * What became of the previous submission, where one was given: `otherUnit` and `later` (a later period than this
   * one) are not compared.
   */
  readonly previous?: 'compared' | 'otherUnit' | 'later';
  /** Can be handed in: no error, and every warning explained. */
  readonly verdict: 'pass' | 'explain' | 'mend' | 'nothingFound';
}
