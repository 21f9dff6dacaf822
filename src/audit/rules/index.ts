/** Every rule of the audit, in the order in which they run. Adding one means a file and a line here. */
import type { Rule } from '../rule';

export const RULES: readonly Rule[] = [];
