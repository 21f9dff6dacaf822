import { Refusal } from '../failure';
import type { Limits } from '../limits';
import { BUILT_IN_FORMATS, showsCalendarDay } from '../opening/number-format';
import { Tag, XmlScanner } from './xml-scanner';

/** What a reader needs of the styles part: the number format of each cell style. */
export interface CellFormats {
  /** Style (`s`) → number of its format in `codes`; 0 is General. */
  readonly ofStyle: Uint16Array;
  readonly codes: readonly string[];
  /** By number of the format: a number under it is a calendar day. */
  readonly isDay: readonly boolean[];
}

export const NO_FORMATS: CellFormats = { ofStyle: new Uint16Array(1), codes: ['General'], isDay: [false] };

/** Excel takes no longer format code. */
const LONGEST_CODE = 255;

export function readStyles(bytes: Uint8Array, limits: Limits): CellFormats {
  const scanner = new XmlScanner(bytes, limits.depth);
  scanner.enterRoot('styleSheet');
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  for (let tag = scanner.next(); tag !== Tag.end; tag = scanner.next()) {
    if (scanner.is('cellXfs')) inCellFormats = tag === Tag.open;
    else if (tag === Tag.close) continue;
    else if (scanner.is('numFmt'))
      own.set(Number(scanner.attribute('numFmtId')), (scanner.attribute('formatCode') ?? '').slice(0, LONGEST_CODE));
    else if (inCellFormats && scanner.is('xf')) {
      if (ids.length >= limits.styles) throw new Refusal('tooManyStyles');
      ids.push(Number(scanner.attribute('numFmtId') ?? '0'));
    }
  }
  const codes = ['General'];
  const numbers = new Map([['General', 0]]);
  const ofStyle = Uint16Array.from(ids, (id) => {
    const code = own.get(id) || BUILT_IN_FORMATS[id] || 'General';
    let number = numbers.get(code);
    if (number === undefined) numbers.set(code, (number = codes.push(code) - 1));
    return number;
  });
  return { ofStyle, codes, isDay: codes.map(showsCalendarDay) };
}
