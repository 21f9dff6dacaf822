import { defineType, readOnly } from '../office-object';
import type { Sheet } from '../sheet';
import { rangeArgument } from './range';

interface PageBreak {
  readonly sheet: Sheet;
  readonly row: number;
}

const pageBreakType = defineType<PageBreak>('PageBreak', {
  id: ({ row }) => String(row),
  scalars: { RowIndex: readOnly(({ row }) => row) },
  methods: {
    Delete: ({ sheet, row }) => {
      sheet.data.page.breaks = sheet.data.page.breaks.filter((one) => one !== row);
      return null;
    },
  },
});

/** Horizontal page breaks: a page ends above each of the rows. */
export const pageBreaksType = defineType<Sheet>('PageBreakCollection', {
  items: (sheet) => sheet.data.page.breaks.map((row) => pageBreakType.of({ sheet, row })),
  methods: {
    Add: (sheet, args) => {
      const row = rangeArgument(sheet, args, 0).area.top;
      sheet.data.page.breaks = [...new Set([...sheet.data.page.breaks, row])].sort((a, b) => a - b);
      return pageBreakType.of({ sheet, row });
    },
    RemovePageBreaks: (sheet) => {
      sheet.data.page.breaks = [];
      return null;
    },
    GetCount: (sheet) => sheet.data.page.breaks.length,
  },
});
