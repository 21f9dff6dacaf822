import { areaName, type ConditionalFormatSpec, type ValidationSpec } from '../../workbook';
import { PAGE_FOOTER } from '../../reports';
import type { PrintSpec } from '../../workbook';
import type { StyleTable } from './style-table';
import { escapeXml } from './xml-text';

/** Excel keeps no longer list than this inside a validation; longer ones must stand in cells. */
const LIST_CHARACTERS = 255;
const PROMPT_CHARACTERS = 255;

export function conditionalFormatsXml(formats: readonly ConditionalFormatSpec[], styles: StyleTable): string {
  return formats
    .map(
      (format, i) =>
        `<conditionalFormatting sqref="${areaName(format.area)}"><cfRule type="expression" dxfId="${styles.differenceOf(format)}"` +
        ` priority="${i + 1}"><formula>${escapeXml(format.formula.replace(/^=/, ''))}</formula></cfRule></conditionalFormatting>`,
    )
    .join('');
}

/** `listSource` gives the cells that hold a list which is too long to stand in the validation itself. */
export function validationsXml(
  validations: readonly ValidationSpec[],
  listSource: (items: readonly string[]) => string,
): string {
  if (validations.length === 0) return '';
  const items = validations.map((validation) => {
    const prompt = validation.prompt
      ? ` showInputMessage="1" prompt="${escapeXml(validation.prompt.slice(0, PROMPT_CHARACTERS))}"`
      : '';
    const where = ` allowBlank="1"${prompt} sqref="${areaName(validation.area)}"`;
    if (validation.kind === 'list') {
      const show = validation.strict ? ' showErrorMessage="1"' : '';
      const formula = fitsInline(validation.items) ? `"${validation.items.join(',')}"` : listSource(validation.items);
      return `<dataValidation type="list"${show}${where}><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
    }
    const type = validation.kind === 'wholeNumber' ? 'whole' : validation.kind;
    return (
      `<dataValidation type="${type}" operator="between" showErrorMessage="1"${where}>` +
      `<formula1>${validation.min}</formula1><formula2>${validation.max}</formula2></dataValidation>`
    );
  });
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

/** A comma would end an item, a quote the list; spaces at the ends would be lost. */
function fitsInline(items: readonly string[]): boolean {
  return items.join(',').length <= LIST_CHARACTERS && items.every((item) => !/[,"]/.test(item) && item.trim() === item);
}

/** A4, one page wide, page numbers below; breaks before whole blocks. */
export function printXml(print: PrintSpec): string {
  const inches = (centimetres: number): string => (centimetres / 2.54).toFixed(4);
  const { top, bottom, left, right } = print.margins;
  const breaks = [...new Set(print.breaksBefore ?? [])].filter((row) => row > 0).sort((a, b) => a - b);
  const items = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  return (
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${print.orientation}" fitToWidth="1" fitToHeight="${print.pagesTall}"/>` +
    `<headerFooter><oddFooter>${escapeXml(`&C${PAGE_FOOTER}`)}</oddFooter></headerFooter>` +
    (breaks.length > 0
      ? `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${items}</rowBreaks>`
      : '')
  );
}
