import { FREE_PROFILE, RULES } from '../../../src/audit';
import type { Report } from '../../../src/audit/rule';
import { DECLARED } from '../all-cases';
import { reportsOf } from '../rule-desk';

/** What the rules say of their own wrong examples, by rule and message. */
const told = new Map<string, readonly Report[]>();
beforeAll(() => {
  for (const rule of RULES) {
    const reports = (DECLARED.get(rule.name)?.invalid ?? []).flatMap((one) =>
      reportsOf(rule, one, {
        profile: one.audit?.profile ?? FREE_PROFILE,
        ...(one.audit?.unit ? { unit: one.audit.unit } : {}),
      }),
    );
    for (const message of rule.messageIds)
      told.set(
        `${rule.name} ${message}`,
        reports.filter((report) => report.message === message),
      );
  }
});

type Faults = Readonly<Record<string, string>>;
/** The listed faults of which no example shows it. */
const without = (faults: Faults, shows: (report: Report) => boolean): readonly string[] =>
  Object.entries(faults)
    .flatMap(([rule, messages]) => messages.split(' ').map((message) => `${rule} ${message}`))
    .filter((fault) => !told.get(fault)?.some(shows));

test('cannot be counted, so that nothing that rests on its cell can be judged', () => {
  const faults: Faults = {
    'error-value': 'shown typed',
    'formula-reach': 'circular',
    'stale-value': 'stale many',
    'sheet-reference': 'column sheet typed',
    'sum-range': 'leavesOut includes twice otherColumn typedIn',
    'merged-data': 'hides',
    'required-blank': 'name emptied blank derivable mostlyBlank',
    'mixed-text': 'unreadable',
    placeholder: 'number date',
    'not-whole': 'fraction',
    dates: 'impossible unreadable tooEarly tooLate',
    'status-unknown': 'unknown',
    'yes-no': 'neither',
    'formula-pattern': 'other typed',
    'measure-state': 'unknown',
    indicators: 'target scale above wan',
    'indicator-figures': 'parts',
    'value-scale': 'small',
    'remark-split': 'another',
    'row-arithmetic': 'exceeds',
    'progress-share': 'above',
    'rate-scale': 'share',
    'total-line': 'other differs words blank rate',
    'subtotal-row': 'blank',
  };
  expect(without(faults, ({ causes }) => causes.blocks === true)).toEqual([]);
});

test('has a right value, with which sums are tried again', () => {
  const faults: Faults = {
    'schools-complete': 'planSubtotal',
    'text-number': 'asText fullWidth separators innerSpaces',
    'mixed-text': 'withUnit letterForDigit doubledPoint sum bracketNegative approximate chineseDigits',
    placeholder: 'number',
    'number-sign': 'negative',
    'other-figures': 'negative words',
    'plan-value': 'differs derived',
    'plan-funds': 'amount total',
    indicators: 'target',
    'row-slip': 'slip',
    'value-scale': 'land column small',
    'class-size': 'seats classes',
    'remark-split': 'classes seats',
    'row-arithmetic': 'balance',
    'subtotal-mismatch': 'differs',
    'total-mismatch': 'differs',
  };
  expect(without(faults, ({ causes }) => (causes.corrected ?? []).length > 0)).toEqual([]);
});

test('spoils more cells than its own', () => {
  const faults: Faults = {
    'section-order': 'unknown lost',
    'headers-exchanged': 'exchanged',
    'header-blank': 'blank twice',
    'header-unit': 'contradicts unknown',
    'merged-data': 'merged',
    'school-twice': 'twice',
    'wrong-stage': 'wrongStage wrongHeading unknownStage',
    'schools-complete': 'missing missingCity',
    'plan-value': 'swapped',
    'plan-funds': 'missing twice',
    indicators: 'unit',
    'class-size': 'swapped',
    'summary-figures': 'unit',
  };
  expect(without(faults, ({ causes }) => causes.reaches !== undefined)).toEqual([]);
});

test('is one finding where it stands several times in a column', () => {
  const faults: Faults = {
    'formula-reach': 'external literal',
    'required-blank': 'mostlyBlank',
    'text-number': 'asText fullWidth separators innerSpaces',
    'mixed-text': 'withUnit',
    placeholder: 'number date',
    dates: 'asText asNumber rough unreadable',
    'status-unknown': 'unknown',
    builder: 'unknown',
    'school-name': 'renamed',
    'status-date': 'noneFormed',
    'subtotal-mismatch': 'cannotAdd',
    'total-mismatch': 'cannotAdd',
    'stray-space': 'edge inside',
    'mixed-brackets': 'brackets zero',
    'outside-norms': 'land size',
  };
  expect(without(faults, ({ merges }) => merges)).toEqual([]);
});

test('is a consequence where a cell that it compares is at fault', () => {
  const faults: Faults = {
    'error-value': 'shown',
    'sheet-reference': 'column sheet typed',
    'sum-range': 'leavesOut includes twice',
    'section-order': 'order twice',
    'wrong-stage': 'wrongStage',
    'schools-complete': 'missing missingCity planSubtotal',
    'plan-value': 'differs swapped derived notShown',
    'plan-funds': 'amount total',
    indicators: 'target',
    'indicator-figures': 'parts falls',
    'row-slip': 'slip',
    'value-scale': 'land column small',
    'class-size': 'seats classes swapped noSuchSize',
    'remark-split': 'classes seats',
    'row-arithmetic': 'exceeds rate balance gap classSize',
    'row-sum': 'differs remainder',
    'month-series': 'falls beyond',
    'status-date':
      'noCompletion notFinished notStarted noStart order future overdue formed noneFormed money noMoney remark note planRemark',
    'progress-share': 'low full none begun open closed',
    'kind-remark': 'differs planDiffers',
    'across-periods': 'falls planChanged',
    'subtotal-mismatch': 'differs exceeds cannotAdd',
    'total-mismatch': 'differs exceeds cannotAdd',
    'total-line': 'other differs words blank rate',
    'across-tables': 'seats schools formed',
    'summary-figures': 'lists plan parts',
    sequence: 'repeated skipped blank',
    'subtotal-row': 'missing typed',
    'outside-norms': 'land size',
  };
  expect(without(faults, ({ leansOn }) => leansOn.length > 0)).toEqual([]);
});
