import { escapeXml } from '../../../files/writing/xml-text';
import type { StoredPage } from '../../host';

const POINTS_PER_INCH = 72;
/** The numbers of Excel's paper sizes. */
export const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };

/** The print set-up of a sheet as the elements of its part, in the order of the schema. */
export function pageXml(page: StoredPage): string {
  const inches = (points: number): string => (points / POINTS_PER_INCH).toFixed(4);
  const { margins, zoom, headersFooters: texts } = page;
  const flag = (name: string, on: boolean): string => (on ? ` ${name}="1"` : '');
  const options =
    flag('horizontalCentered', page.centerHorizontally) +
    flag('verticalCentered', page.centerVertically) +
    flag('gridLines', page.printGridlines);
  const fits = zoom.pagesWide !== null || zoom.pagesTall !== null;
  const size = fits
    ? ` fitToWidth="${zoom.pagesWide ?? 0}" fitToHeight="${zoom.pagesTall ?? 0}"`
    : zoom.scale !== null && zoom.scale !== 100
      ? ` scale="${zoom.scale}"`
      : '';
  const header = sided(texts.leftHeader, texts.centerHeader, texts.rightHeader);
  const footer = sided(texts.leftFooter, texts.centerFooter, texts.rightFooter);
  const breaks = [...new Set(page.breaks)].filter((row) => row > 0).sort((a, b) => a - b);
  return (
    (options === '' ? '' : `<printOptions${options}/>`) +
    `<pageMargins left="${inches(margins.left)}" right="${inches(margins.right)}" top="${inches(margins.top)}"` +
    ` bottom="${inches(margins.bottom)}" header="${inches(margins.header)}" footer="${inches(margins.footer)}"/>` +
    `<pageSetup paperSize="${PAPERS[page.paperSize] ?? 9}"${size}` +
    ` orientation="${page.orientation === 'Landscape' ? 'landscape' : 'portrait'}"` +
    `${flag('blackAndWhite', page.blackAndWhite)}/>` +
    (header + footer === ''
      ? ''
      : `<headerFooter>${header ? `<oddHeader>${header}</oddHeader>` : ''}${footer ? `<oddFooter>${footer}</oddFooter>` : ''}</headerFooter>`) +
    (breaks.length === 0
      ? ''
      : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">` +
        `${breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>`)
  );
}

function sided(left: string, centre: string, right: string): string {
  const part = (letter: string, text: string): string => (text === '' ? '' : `&${letter}${text}`);
  return escapeXml(part('L', left) + part('C', centre) + part('R', right));
}

/** `&L甲&C第 &P 页&R` → its three parts. */
export function readSided(text: string | undefined): { left: string; centre: string; right: string } {
  const found = { left: '', centre: '', right: '' };
  if (!text) return found;
  const [first = '', ...rest] = text.split(/&(?=[LCR](?![a-z]))/u);
  found.centre = first;
  for (const part of rest) {
    const key = part.startsWith('L') ? 'left' : part.startsWith('R') ? 'right' : 'centre';
    found[key] = part.slice(1);
  }
  return found;
}
