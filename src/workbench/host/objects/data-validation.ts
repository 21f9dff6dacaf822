import type { StoredValidation } from '../document';
import { asRecord, defineType, flagProperty, readOnly, type Json, type Scalar } from '../office-object';
import { subtractArea } from '../shifting';
import type { CellRange } from '../sheet';

/** The validation rule of one or more rectangles; kept in the document, not enforced on typing. */
export const dataValidationType = defineType<readonly CellRange[]>('DataValidation', {
  scalars: {
    Rule: part('rule'),
    Prompt: part('prompt'),
    ErrorAlert: part('errorAlert'),
    IgnoreBlanks: flagProperty(
      'DataValidation.ignoreBlanks',
      (ranges) => find(ranges)?.ignoreBlanks ?? true,
      (ranges, on) => change(ranges, (rule) => ({ ...rule, ignoreBlanks: on })),
    ),
    Type: readOnly((ranges) => {
      const [kind] = Object.keys(find(ranges)?.rule ?? {});
      return kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : 'None';
    }),
  },
  methods: {
    Clear: (ranges) => {
      for (const range of ranges) {
        range.sheet.demandWritable('DataValidation.clear');
        cut(range);
      }
      return null;
    },
  },
});

function part(key: 'rule' | 'prompt' | 'errorAlert'): Scalar<readonly CellRange[]> {
  return {
    get: (ranges): Json => find(ranges)?.[key] ?? null,
    set: (ranges, value) =>
      change(ranges, (rule) => ({ ...rule, [key]: { ...asRecord(value, `DataValidation.${key}`) } })),
  };
}

/** The rule on the first cell. */
function find(ranges: readonly CellRange[]): StoredValidation | null {
  const [range] = ranges;
  if (!range) return null;
  const { top, left } = range.area;
  const holds = ({ areas }: StoredValidation): boolean =>
    areas.some((area) => area.top <= top && area.bottom >= top && area.left <= left && area.right >= left);
  return range.sheet.data.validations.find(holds) ?? null;
}

function cut(range: CellRange): void {
  const { data } = range.sheet;
  for (const rule of data.validations) rule.areas = subtractArea(rule.areas, range.area);
  data.validations = data.validations.filter((rule) => rule.areas.length > 0);
}

function change(ranges: readonly CellRange[], by: (rule: StoredValidation) => StoredValidation): void {
  const [first] = ranges;
  if (!first) return;
  first.sheet.demandWritable('DataValidation');
  const old = find(ranges) ?? { areas: [], rule: {}, ignoreBlanks: true, prompt: null, errorAlert: null };
  ranges.forEach(cut);
  first.sheet.data.validations.push({ ...by(old), areas: ranges.map((range) => ({ ...range.area })) });
}
