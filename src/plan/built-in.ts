import data from './data/yichun.json';
import type { Plan } from './types';

/**
 * 宜春中心城区教育提升专项行动方案（2022-2025年）. Its shape is checked by a test instead of at every start,
 * because the check costs more than everything else that a small audit does.
 */
export const yichunPlan: Plan = data as unknown as Plan;
