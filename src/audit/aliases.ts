import { normalizeName, type Plan, type PlanSchool } from '../plan';
import { PARTS, type Edit } from '../workbook';

/** Names that a person confirmed once (曾用名, the official name after a 暂名) → id of the plan's school. */
export type SchoolAliases = Readonly<Record<string, string>>;

/** The names kept in a workbook: `{ "version": 1, "schools": { "春华中学": "S2.2" } }`; none where the part is damaged. */
export function readAliases(parts: Readonly<Record<string, string>>): SchoolAliases {
  const text = parts[PARTS.aliases];
  if (text === undefined) return {};
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null || !('schools' in stored)) return {};
    const { schools } = stored;
    if (typeof schools !== 'object' || schools === null) return {};
    return Object.fromEntries(
      Object.entries(schools).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** The edit that keeps a name as another name of a school of the plan. */
export function confirmAlias(parts: Readonly<Record<string, string>>, name: string, school: string): Edit {
  return storeAliases({ ...readAliases(parts), [name.trim()]: school });
}

/** The edit that takes a confirmed name back. */
export function withdrawAlias(parts: Readonly<Record<string, string>>, name: string): Edit {
  return storeAliases(Object.fromEntries(Object.entries(readAliases(parts)).filter(([other]) => other !== name)));
}

function storeAliases(schools: SchoolAliases): Edit {
  const sorted = Object.entries(schools).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const text = sorted.length === 0 ? null : JSON.stringify({ version: 1, schools: Object.fromEntries(sorted) });
  return { kind: 'storePart', name: PARTS.aliases, text };
}

/** The confirmed names with the schools that they mean, as far as the plan has them; under the name's folded form. */
export function confirmedSchools(plan: Plan, aliases: SchoolAliases): ReadonlyMap<string, PlanSchool> {
  const found = new Map<string, PlanSchool>();
  for (const [alias, id] of Object.entries(aliases)) {
    const school = plan.schools.find((each) => each.id === id);
    if (school) found.set(normalizeName(alias, plan.cityName), school);
  }
  return found;
}

/** The plan with confirmed names, for everything that looks schools up; the same plan where there are none. */
export function planWithAliases(plan: Plan, confirmed: SchoolAliases): Plan {
  const aliases = Object.entries(confirmed);
  if (aliases.length === 0) return plan;
  return {
    ...plan,
    schools: plan.schools.map((school) => {
      const own = aliases.flatMap(([alias, id]) => (id === school.id ? [alias] : []));
      return own.length === 0 ? school : { ...school, aliases: [...school.aliases, ...own] };
    }),
  };
}
