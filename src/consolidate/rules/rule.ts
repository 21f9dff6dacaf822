import type { Level, RuleGroup } from '../../audit';
import type { Plan } from '../../plan';
import type { Claims } from '../claims';
import type { Party } from '../parties';
import type { Decisions, ManyFinding, Origin, Question, SumRow } from '../types';

/** What a rule about many submissions looks at. */
export interface ManyContext {
  readonly plan: Plan;
  readonly period: string | null;
  readonly parties: readonly Party[];
  readonly claims: Claims;
  readonly rows: readonly SumRow[];
  readonly decisions: Decisions;
}

export interface ManyRuleMeta {
  /** Catalogue ids that the rule answers for; the first unless a report says another. */
  readonly ids: readonly [string, ...string[]];
  readonly name: string;
  readonly level: Level;
  readonly group: RuleGroup;
  readonly title: string;
  readonly protects: string;
  readonly source: string;
}

export interface ManyRule extends ManyRuleMeta {
  check(context: ManyContext): Iterable<ManyFinding>;
}

interface Details {
  /** Names what the finding is about, without positions: part of its identity. */
  readonly key: string;
  readonly subject?: string;
  readonly found?: string | number;
  readonly expected?: string | number;
  readonly units?: readonly string[];
  readonly origins?: readonly Origin[];
  readonly question?: Question | null;
  readonly id?: string;
  readonly level?: Level;
  readonly source?: string;
}

// Messages take data of their own; `never` lets each keep its own parameter type.
type Messages = Readonly<Record<string, (data: never) => string>>;

export type ManyReporter<M extends Messages> = <K extends keyof M & string>(
  message: K,
  data: Parameters<M[K]>[0],
  details: Details,
) => ManyFinding;

interface ManyRuleDefinition<M extends Messages> extends ManyRuleMeta {
  readonly messages: M;
  readonly advice: Readonly<Record<keyof M, string>>;
  check(context: ManyContext, report: ManyReporter<M>): Iterable<ManyFinding>;
}

/** Builds a rule about many submissions. Texts come from `messages` alone; the check hands over data. */
export function defineManyRule<const M extends Messages>(definition: ManyRuleDefinition<M>): ManyRule {
  const { messages, advice, check, ...meta } = definition;
  const report: ManyReporter<M> = (message, data, details) => {
    const rule = details.id ?? meta.ids[0];
    const found = String(details.found ?? '');
    const expected = String(details.expected ?? '');
    return {
      rule,
      message,
      level: details.level ?? meta.level,
      group: meta.group,
      identity: `${rule}|${meta.name}|${message}|${details.key}`,
      place: { sheet: null, area: null },
      text: messages[message]?.(data as never) ?? '',
      found,
      expected,
      source: details.source ?? meta.source,
      advice: advice[message],
      subject: details.subject ?? '',
      count: 1,
      fix: null,
      withheld: [],
      unit: '',
      explanation: null,
      basis: { value: found, expected },
      consequences: [],
      units: details.units ?? [],
      origins: details.origins ?? [],
      question: details.question ?? null,
    };
  };
  return { ...meta, check: (context) => check(context, report) };
}

/** `袁州区（a.xlsx 附件2!C18）` */
export function originText({ unit, file, sheet, cell }: Origin): string {
  return sheet === '' ? `${unit}（${file}）` : `${unit}（${file} ${sheet}!${cell}）`;
}

/** A file as a message names it, where no cell matters. */
export function fileOrigin(unit: string, file: string): Origin {
  return { unit, file, sheet: '', cell: '' };
}
