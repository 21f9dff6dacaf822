/**
 * The audit: rules over recognized tables, giving findings with reasons and fixes.
 *
 * May be imported by fill, reports, consolidate and the hosts. Imports `workbook`, `plan`, `recognize`.
 * Must not read files or cells that no table claims (but for rules about the whole sheet), nor write anything.
 */
export {
  confirmAlias,
  confirmedSchools,
  planWithAliases,
  readAliases,
  withdrawAlias,
  type SchoolAliases,
} from './aliases';
export { auditInSteps, auditWorkbook, type AuditOptions, type AuditProgress } from './audit';
export { CODE_TITLES } from './code-titles';
export {
  explain,
  isExplained,
  readExplanations,
  SHORTEST_REASON,
  withdrawExplanation,
  type ExplainResult,
  type StoredExplanation,
} from './explanations';
export * from './finding';
export { parseProfile, THRESHOLD_BOUNDS, type ParsedProfile } from './profile-file';
export {
  allowedLevels,
  FREE_PROFILE,
  PROFILES,
  profileById,
  profilePart,
  storedProfile,
  type LevelChoice,
  type Profile,
  type Thresholds,
} from './profiles';
export type { Rule, RuleMeta } from './rule';
export { RULES, RULES_VERSION } from './rules';
