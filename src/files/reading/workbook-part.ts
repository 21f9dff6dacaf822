import type { SheetSnapshot } from '../../workbook';
import { Refusal } from '../failure';
import type { Limits } from '../limits';
import { Tag, XmlScanner } from './xml-scanner';

export interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetSnapshot['visibility'];
  readonly relationshipId: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

export function readWorkbookPart(bytes: Uint8Array, limits: Limits): WorkbookPart {
  const scanner = new XmlScanner(bytes, limits.depth);
  scanner.enterRoot('workbook');
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
    if (tag === Tag.close) continue;
    if (scanner.is('workbookPr')) is1904 = scanner.flag('date1904');
    if (!scanner.is('sheet')) continue;
    if (sheets.length >= limits.sheets) throw new Refusal('tooManySheets', `超过 ${limits.sheets} 个`);
    const state = scanner.attribute('state');
    sheets.push({
      name: scanner.attribute('name') ?? '',
      visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      relationshipId: scanner.attribute('id') ?? '',
    });
  }
  return { sheets, is1904 };
}
