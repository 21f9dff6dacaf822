import { areaName, parseArea, type Area } from '../../../workbook';
import { escapeXml } from '../../../files/writing/xml-text';
import type { StoredValidation } from '../../host';

type Rule = StoredValidation['rule'];

/** Excel's rule kinds → the types of xlsx. */
const TYPES: Readonly<Record<string, string>> = {
  list: 'list',
  wholeNumber: 'whole',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
  custom: 'custom',
};
const KINDS = new Map(Object.entries(TYPES).map(([kind, type]) => [type, kind]));
const OPERATORS: Readonly<Record<string, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};
const INLINE_CHARACTERS = 255;

/** The validations of a sheet as `<dataValidations>`; empty where there is none that xlsx can hold. */
export function storedValidationsXml(
  validations: readonly StoredValidation[],
  listSource: (items: readonly string[]) => string,
): string {
  const items = validations.flatMap((validation) => {
    const [kind] = Object.keys(validation.rule);
    const type = kind === undefined ? undefined : TYPES[kind];
    const formulas = kind === undefined ? null : formulasOf(kind, validation.rule, listSource);
    if (type === undefined || !formulas || validation.areas.length === 0) return [];
    const [first, second, operator] = formulas;
    return [
      `<dataValidation type="${type}"${alertOf(validation.errorAlert)}` +
        `${operator ? ` operator="${operator}"` : ''}${validation.ignoreBlanks ? ' allowBlank="1"' : ''}` +
        `${messagesOf(validation)} sqref="${validation.areas.map(areaName).join(' ')}">` +
        `<formula1>${escapeXml(first)}</formula1>${second === null ? '' : `<formula2>${escapeXml(second)}</formula2>`}` +
        '</dataValidation>',
    ];
  });
  return items.length === 0 ? '' : `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

function formulasOf(
  kind: string,
  rule: Rule,
  listSource: (items: readonly string[]) => string,
): readonly [string, string | null, string | null] | null {
  const terms = rule[kind] as Readonly<Record<string, unknown>> | undefined;
  if (!terms) return null;
  if (kind === 'list') {
    const source = String(terms['source'] ?? '');
    if (source.startsWith('=')) return [source.slice(1), null, null];
    const fits = source.length <= INLINE_CHARACTERS && !source.includes('"');
    return [fits ? `"${source}"` : listSource(source.split(',')), null, null];
  }
  if (kind === 'custom') return [bare(terms['formula']), null, null];
  const second = terms['formula2'] === undefined || terms['formula2'] === null ? null : bare(terms['formula2']);
  return [bare(terms['formula1']), second, OPERATORS[String(terms['operator'])] ?? 'between'];
}

/** Formulas without `=`, dates as Excel's day numbers. */
function bare(term: unknown): string {
  const text = String(term ?? '').replace(/^=/u, '');
  const day = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return day ? String(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 86_400_000 + 25_569) : text;
}

function alertOf(alert: StoredValidation['errorAlert']): string {
  if (alert && alert['showAlert'] === false) return '';
  const style = String(alert?.['style'] ?? 'Stop').toLowerCase();
  return `${style === 'stop' ? '' : ` errorStyle="${style}"`}`;
}

function messagesOf({ prompt, errorAlert }: StoredValidation): string {
  const attribute = (name: string, text: unknown, most: number): string =>
    typeof text === 'string' && text !== '' ? ` ${name}="${escapeXml(text.slice(0, most))}"` : '';
  const shows = prompt !== null && prompt['showPrompt'] !== false;
  const warns = errorAlert?.['showAlert'] !== false;
  return (
    (shows ? ' showInputMessage="1"' : '') +
    (warns ? ' showErrorMessage="1"' : '') +
    attribute('errorTitle', errorAlert?.['title'], 32) +
    attribute('error', errorAlert?.['message'], 255) +
    attribute('promptTitle', prompt?.['title'], 32) +
    attribute('prompt', prompt?.['message'], 255)
  );
}

/** A validation of a file, as its reader gives it; positions in A1. */
export interface FileValidation {
  readonly type: string;
  readonly operator?: string;
  readonly formula1?: string;
  readonly formula2?: string;
  readonly values?: readonly string[];
  readonly allowBlank?: boolean;
  readonly inputTitle?: string;
  readonly inputMessage?: string;
  readonly errorTitle?: string;
  readonly errorMessage?: string;
  readonly errorStyle?: string;
  readonly showErrorMessage?: boolean;
  readonly range: string;
}

/** The same as Excel's rule; `null` where the file's rule has no kind or no cells. */
export function storedValidation(found: FileValidation): StoredValidation | null {
  const kind = KINDS.get(found.type);
  const areas = found.range.split(/\s+/u).flatMap((text): Area[] => {
    const area = parseArea(text);
    return area ? [area] : [];
  });
  if (kind === undefined || areas.length === 0) return null;
  return {
    areas,
    rule: { [kind]: termsOf(kind, found) },
    ignoreBlanks: found.allowBlank ?? false,
    prompt:
      found.inputMessage === undefined
        ? null
        : { showPrompt: true, title: found.inputTitle ?? '', message: found.inputMessage },
    errorAlert: {
      showAlert: found.showErrorMessage ?? false,
      style: capital(found.errorStyle ?? 'stop'),
      title: found.errorTitle ?? '',
      message: found.errorMessage ?? '',
    },
  };
}

function termsOf(kind: string, found: FileValidation): Record<string, string | boolean> {
  const formula = (text: string | undefined): string => text ?? '';
  if (kind === 'list') {
    const inline = found.values?.join(',') ?? /^"(.*)"$/u.exec(formula(found.formula1))?.[1];
    return { inCellDropDown: true, source: inline ?? `=${formula(found.formula1)}` };
  }
  if (kind === 'custom') return { formula: `=${formula(found.formula1)}` };
  const operator = Object.entries(OPERATORS).find(([, xml]) => xml === found.operator)?.[0] ?? 'Between';
  return {
    formula1: formula(found.formula1),
    ...(found.formula2 === undefined ? {} : { formula2: found.formula2 }),
    operator,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
