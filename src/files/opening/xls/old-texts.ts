import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../../workbook';
import { Refusal } from '../../failure';
import { RECORD, Records } from './records';

const BIFF5 = 0x0500;
const CODE_PAGE = 0x0042;
/** ISO 8859-1: each byte of a text becomes the character of the same number, and can be read anew. */
const BYTE_BY_BYTE = 28591;

/** Holds all of GBK. Under the name of GBK itself, Node passes over bytes that are none. */
const CHINESE_ENCODING = 'gb18030';

/** Code pages of texts as Excel 5 and 95 state them ([MS-XLS] 2.4.52) by the names that decoders know them under. */
const ENCODINGS: Readonly<Record<number, string>> = {
  367: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: CHINESE_ENCODING,
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  10008: CHINESE_ENCODING,
  28591: 'windows-1252',
  32768: 'macintosh',
  32769: 'windows-1252',
  54936: CHINESE_ENCODING,
  65001: 'utf-8',
};
const OF_MANY_BYTES: ReadonlySet<string> = new Set(['shift_jis', 'euc-kr', 'big5', CHINESE_ENCODING, 'utf-8']);

/** A stream whose texts come byte by byte, and in what they are written; `null` where nothing says it. */
export interface OldTexts {
  readonly stream: Uint8Array;
  readonly codePage: number | null;
}

/**
 * Prepares a stream of Excel 5 or 95, where texts are in the code page of the writer's system; `null` for later
 * versions, where they are Unicode. SheetJS would know a few code pages in one host and none in another.
 */
export function oldTexts(stream: Uint8Array): OldTexts | null {
  const records = new Records(stream, false);
  if (!records.next() || records.size < 2 || records.u16(0) !== BIFF5) return null;
  while (records.next() && records.type !== RECORD.endOfFile) {
    if (records.type !== CODE_PAGE || records.size < 2) continue;
    const copy = new Uint8Array(stream);
    new DataView(copy.buffer).setUint16(records.at, BYTE_BY_BYTE, true);
    return { stream: copy, codePage: records.u16(0) };
  }
  return { stream, codePage: null };
}

/** The workbook with its texts as they were written; `isGuessed` where the file says otherwise than it is written. */
export function decodeTexts(
  snapshot: WorkbookSnapshot,
  codePage: number | null,
): { readonly snapshot: WorkbookSnapshot; readonly isGuessed: boolean } {
  const stated = codePage === null ? null : (ENCODINGS[codePage] ?? null);
  const texts = foreignTexts(snapshot);
  if (texts.length === 0) return { snapshot, isGuessed: false };
  if (stated !== null && OF_MANY_BYTES.has(stated)) return { snapshot: decoded(snapshot, stated), isGuessed: false };
  // Programs of the time wrote Chinese without saying so, or under the code page of their author.
  const share = shareOfChinese(texts);
  if (share >= CHINESE) return { snapshot: decoded(snapshot, CHINESE_ENCODING), isGuessed: true };
  if (stated === null || share > FOREIGN) throw new Refusal('encoding');
  return { snapshot: decoded(snapshot, stated), isGuessed: false };
}

/** From which share on a text is taken for Chinese, and up to which it is not. */
const CHINESE = 0.8;
const FOREIGN = 0.2;

/** A sheet's name that a message is to say, as well as it can be read. */
export function decodeName(name: string, codePage: number | null): string {
  try {
    return decodeText(name, ENCODINGS[codePage ?? 936] ?? CHINESE_ENCODING);
  } catch {
    return name;
  }
}

const isForeign = (text: string): boolean => /[\u0080-\u00ff]/.test(text) && !/[^\0-\u00ff]/.test(text);

function foreignTexts({ sheets }: WorkbookSnapshot): readonly string[] {
  return sheets.flatMap(({ name, values, formulas, formatCodes }) => [
    ...[name, ...formatCodes].filter(isForeign),
    ...values.filter((value): value is string => typeof value === 'string' && isForeign(value)),
    ...[...formulas.values()].filter(isForeign),
  ]);
}

/** Which share of the letters beyond ASCII stand in pairs that are common Chinese characters (GB 2312). */
function shareOfChinese(texts: readonly string[]): number {
  const runs = texts.flatMap((text) => text.match(/[\u0080-\u00ff]+/g) ?? []);
  const chinese = runs.filter((run) => /^(?:[\u00a1-\u00f7][\u00a1-\u00fe])+$/.test(run));
  return chinese.length / runs.length;
}

function decoded(snapshot: WorkbookSnapshot, encoding: string): WorkbookSnapshot {
  const text = (one: string): string => decodeText(one, encoding);
  const value = (one: CellValue): CellValue => (typeof one === 'string' ? text(one) : one);
  const sheet = (one: SheetSnapshot): SheetSnapshot => ({
    ...one,
    name: text(one.name),
    values: one.values.map(value),
    formulas: new Map([...one.formulas].map(([at, formula]) => [at, text(formula)])),
    formatCodes: one.formatCodes.map(text),
  });
  return { ...snapshot, sheets: snapshot.sheets.map(sheet) };
}

/** A text that is no text in its encoding would be garbled in silence. */
function decodeText(text: string, encoding: string): string {
  if (!isForeign(text)) return text;
  try {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('encoding');
  }
}
