import { standingEdit, type ProposedEdit, type SheetSnapshot } from '../workbook';
import type { Fix } from './finding';

/** What counts lines: rows of an upright table are columns of one that lies on its side. 排列、列出、执行、补列 count none. */
const LINE =
  /(?<=[各同本该整每两一]|缺少|认出|所在|相加的|别的|多余的|小计|合计|标题|明细|完工)(?:行|列)(?![动业政知出入为举明表])/gu;

/**
 * A sentence about a table as it is true of the table where it stands: on a turned sheet rows are columns. What stands in
 * quotation marks is somebody else's words and stays.
 */
export function standingText(sheet: SheetSnapshot | undefined, text: string): string {
  if (!sheet?.standing || sheet.gathered) return text;
  return text
    .split(/(“[^”]*”)/u)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replace(LINE, (word) => (word === '行' ? '列' : '行')).replaceAll('上下各列', '左右各列'),
    )
    .join('');
}

/** A fix made for a table's sheet, as the workbook must be edited and in words that are true there. */
export function standingFix(sheet: SheetSnapshot | undefined, fix: Fix | null): Fix | null {
  if (!sheet?.standing || fix === null) return fix;
  const inPlace = (proposed: ProposedEdit): ProposedEdit => {
    const standing = standingEdit(sheet, proposed);
    return { ...standing, reason: standingText(sheet, standing.reason) };
  };
  const label = standingText(sheet, fix.label);
  return fix.kind === 'auto'
    ? { ...fix, label, edits: fix.edits.map(inPlace) }
    : {
        ...fix,
        label,
        choices: fix.choices.map((choice) => ({ ...choice, edits: choice.edits.map(inPlace) })),
      };
}
