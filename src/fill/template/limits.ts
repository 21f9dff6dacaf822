import type { Plan } from '../../plan';
import { serialOfDay, type Area, type ValidationSpec } from '../../workbook';

/** One column of a sheet from row to row (0-based, inclusive). */
export const columnArea = (column: number, top: number, bottom: number): Area => ({
  top,
  bottom,
  left: column,
  right: column,
});

export function listOf(area: Area, items: readonly string[], strict: boolean, prompt?: string): ValidationSpec {
  return { kind: 'list', area, items, strict, ...(prompt === undefined ? {} : { prompt }) };
}

export function wholeNumbers(area: Area, max: number): ValidationSpec {
  return { kind: 'wholeNumber', area, min: 0, max, prompt: `填整数，不加单位，0 到 ${max}` };
}

export function decimals(area: Area, max: number, unit: string): ValidationSpec {
  return { kind: 'decimal', area, min: 0, max, prompt: `填数字，单位为${unit}，格内不写单位` };
}

/** Days from some years before the plan begins to some years after it ends. */
export function dates(area: Area, plan: Plan): ValidationSpec {
  return {
    kind: 'date',
    area,
    min: serialOfDay(plan.firstYear - 10, 1, 1),
    max: serialOfDay(plan.lastYear + 10, 12, 31),
    prompt: '填日期，如 2023-06-30',
  };
}
