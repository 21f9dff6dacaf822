import data from './data/yichun.json';
import type { Plan } from './types';

/**
 * The plan that the program brings along. A test reads the file through the schema, so that a start does not have to;
 * the compiler cannot narrow a file's plain strings to the literal types.
 */
export const yichunPlan = data as unknown as Plan;
