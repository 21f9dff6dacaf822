import type { StoredConditionalFormat } from '../document';
import { areasOverlap } from '../../../workbook';
import { invalidArgument, itemNotFound } from '../errors';
import { defineType, flagProperty, readOnly, textProperty, type OfficeObject } from '../office-object';
import type { CellRange, Sheet } from '../sheet';

interface Rule {
  readonly sheet: Sheet;
  readonly stored: StoredConditionalFormat;
}

/** Rules of type `Custom` (a formula); kept in the document. The first of the list is the strongest. */
export const conditionalFormatsType = defineType<readonly CellRange[]>('ConditionalFormatCollection', {
  items: (ranges) => rulesOn(ranges).map((rule) => conditionalFormatType.of(rule)),
  methods: {
    Add: (ranges, args) => conditionalFormatType.of(add(ranges, args.text(0))),
    ClearAll: (ranges) => {
      rulesOn(ranges).forEach(remove);
      return null;
    },
    GetCount: (ranges) => rulesOn(ranges).length,
    GetItem: (ranges, args) => need(ranges, args.text(0)),
    Indexer: (ranges, args) => need(ranges, args.text(0)),
    GetItemOrNullObject: (ranges, args) => {
      const rule = rulesOn(ranges).find(({ stored }) => stored.id === args.text(0));
      return rule ? conditionalFormatType.of(rule) : null;
    },
  },
});

const conditionalFormatType = defineType<Rule>('ConditionalFormat', {
  id: ({ stored }) => stored.id,
  scalars: {
    Id: readOnly(({ stored }) => stored.id),
    Priority: readOnly(({ sheet, stored }) => sheet.data.conditionalFormats.indexOf(stored)),
    StopIfTrue: flagProperty(
      'ConditionalFormat.stopIfTrue',
      ({ stored }) => stored.stopIfTrue,
      ({ stored }, on) => {
        stored.stopIfTrue = on;
      },
    ),
    Type: readOnly(({ stored }) => stored.type),
  },
  children: {
    Custom: (rule) => customType.of(rule),
    CustomOrNullObject: (rule) => customType.of(rule),
  },
  methods: {
    Delete: (rule) => {
      remove(rule);
      return null;
    },
  },
});

const customType = defineType<Rule>('CustomConditionalFormat', {
  children: { Format: (rule) => formatType.of(rule), Rule: (rule) => ruleType.of(rule) },
});

const ruleType = defineType<Rule>('ConditionalFormatRule', {
  scalars: {
    Formula: textProperty(
      'ConditionalFormatRule.formula',
      ({ stored }) => stored.formula,
      ({ sheet, stored }, formula) => {
        stored.formula = formula;
        sheet.host.documentChanged();
      },
    ),
  },
});

const formatType = defineType<Rule>('ConditionalRangeFormat', {
  children: { Fill: (rule) => fillType.of(rule), Font: (rule) => fontType.of(rule) },
});

const fillType = defineType<Rule>('ConditionalRangeFill', {
  scalars: {
    Color: textProperty(
      'ConditionalRangeFill.color',
      ({ stored }) => stored.fill,
      ({ sheet, stored }, colour) => {
        stored.fill = colour;
        sheet.host.documentChanged();
      },
    ),
  },
});

const fontType = defineType<Rule>('ConditionalRangeFont', {
  scalars: {
    Bold: flagProperty(
      'ConditionalRangeFont.bold',
      ({ stored }) => stored.bold,
      ({ stored }, on) => {
        stored.bold = on;
      },
    ),
    Color: textProperty(
      'ConditionalRangeFont.color',
      ({ stored }) => stored.font,
      ({ stored }, colour) => {
        stored.font = colour;
      },
    ),
  },
});

function rulesOn(ranges: readonly CellRange[]): readonly Rule[] {
  const [first] = ranges;
  if (!first) return [];
  const { sheet } = first;
  const touches = ({ areas }: StoredConditionalFormat): boolean =>
    areas.some((area) => ranges.some((range) => areasOverlap(area, range.area)));
  return sheet.data.conditionalFormats.filter(touches).map((stored) => ({ sheet, stored }));
}

function add(ranges: readonly CellRange[], type: string): Rule {
  const [first] = ranges;
  if (!first || type !== 'Custom') throw invalidArgument('ConditionalFormatCollection.add');
  const { sheet } = first;
  sheet.demandWritable('ConditionalFormatCollection.add');
  const stored: StoredConditionalFormat = {
    id: sheet.host.newId('cf'),
    areas: ranges.map((range) => ({ ...range.area })),
    type,
    formula: '',
    fill: null,
    font: null,
    bold: null,
    stopIfTrue: false,
  };
  sheet.data.conditionalFormats.unshift(stored);
  return { sheet, stored };
}

function remove({ sheet, stored }: Rule): void {
  sheet.demandWritable('ConditionalFormat.delete');
  sheet.data.conditionalFormats = sheet.data.conditionalFormats.filter((one) => one !== stored);
  sheet.host.documentChanged();
}

function need(ranges: readonly CellRange[], id: string): OfficeObject {
  const rule = rulesOn(ranges).find(({ stored }) => stored.id === id);
  if (!rule) throw itemNotFound('ConditionalFormatCollection.getItem');
  return conditionalFormatType.of(rule);
}
