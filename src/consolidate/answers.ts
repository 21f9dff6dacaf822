import type { Consolidation, Decisions } from './types';

/** An answer as a person writes it: the unit or the school, and the file that stands. */
export interface WrittenAnswer {
  readonly subject: string;
  readonly file: string;
}

/** `袁州区=报表.xlsx,数圆小学=甲.xlsx` (or with full-width signs) → its answers; `null` where a part is no answer. */
export function parseAnswers(text: string): readonly WrittenAnswer[] | null {
  const answers = text
    .split(/[,，]/u)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [subject = '', file = '', ...more] = part.split(/[=＝]/u).map((word) => word.trim());
      return subject === '' || file === '' || more.length > 0 ? null : { subject, file };
    });
  return answers.length === 0 || answers.includes(null) ? null : answers.filter((answer) => answer !== null);
}

/** The answers as decisions, and those that answer no question or name no one file of its choices. */
export function decisionsFrom(
  { findings }: Pick<Consolidation, 'findings'>,
  answers: readonly WrittenAnswer[],
): { readonly decisions: Decisions; readonly unknown: readonly WrittenAnswer[] } {
  const units: Record<string, string> = {};
  const schools: Record<string, string> = {};
  const unknown = answers.filter(({ subject, file }) => {
    const asked = findings.filter(({ question, subject: own }) => question && own === subject);
    for (const { question } of asked) {
      const chosen = question?.choices.filter(({ label }) => label.includes(file)) ?? [];
      const [choice] = chosen;
      if (!question || !choice || chosen.length > 1) continue;
      (question.about === 'unit' ? units : schools)[question.key] = choice.id;
      return false;
    }
    return true;
  });
  return { decisions: { units, schools }, unknown };
}
