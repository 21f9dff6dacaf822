import type { ConditionalFormatSpec, SheetSpec, ValidationSpec } from '../workbook';
import { passing } from './problems';
import { rangeOf } from './write-cells';

/** Excel takes at most this many characters as a list that is typed into the rule. */
const LIST_LENGTH = 255;

/** Validation of input, and conditional formats. */
export function queueRules(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const validation of spec.validations) queueValidation(sheet, validation);
  for (const format of spec.conditionalFormats) queueFormat(sheet, format);
}

function queueValidation(sheet: Excel.Worksheet, spec: ValidationSpec): void {
  const rule = ruleOf(spec);
  if (!rule) return;
  const { dataValidation } = passing(rangeOf(sheet, spec.area));
  dataValidation.rule = rule;
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = {
    showAlert: true,
    style: spec.kind === 'list' && !spec.strict ? 'Warning' : 'Stop',
    title: '填写不符合要求',
    message: spec.prompt ?? '请按本列要求填写。',
  };
  if (spec.prompt !== undefined) {
    dataValidation.prompt = { showPrompt: true, title: '填写说明', message: spec.prompt };
  }
}

/** The rule in Excel's terms; `null` for a list that is too long for a rule (the audit checks those words anyway). */
function ruleOf(spec: ValidationSpec): Excel.DataValidationRule | null {
  if (spec.kind === 'list') {
    const source = spec.items.join(',');
    return source.length > LIST_LENGTH ? null : { list: { inCellDropDown: true, source } };
  }
  const between = { formula1: spec.min, formula2: spec.max, operator: 'Between' } as const;
  if (spec.kind === 'wholeNumber') return { wholeNumber: between };
  if (spec.kind === 'decimal') return { decimal: between };
  return { date: { formula1: isoDate(spec.min), formula2: isoDate(spec.max), operator: 'Between' } };
}

/** Excel's day number → `2023-06-30`. */
function isoDate(day: number): string {
  return new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

function queueFormat(sheet: Excel.Worksheet, spec: ConditionalFormatSpec): void {
  const { custom } = passing(rangeOf(sheet, spec.area)).conditionalFormats.add('Custom');
  custom.rule.formula = spec.formula;
  if (spec.fill !== undefined) custom.format.fill.color = spec.fill;
  if (spec.font !== undefined) custom.format.font.color = spec.font;
  if (spec.bold !== undefined) custom.format.font.bold = spec.bold;
}
