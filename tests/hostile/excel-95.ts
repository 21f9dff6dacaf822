/** Writes the workbook stream of Excel 5 and 95 (BIFF5), whose texts are bytes in some code page. 合成数据. */

type Bytes = readonly number[];

export interface OldSheet {
  readonly name: Bytes;
  /** Texts as bytes, numbers, and formulas that are one text. */
  readonly rows: readonly (readonly (Bytes | number | { readonly formula: Bytes })[])[];
}

export interface OldBook {
  readonly sheets: readonly OldSheet[];
  /** `null` leaves the record out. */
  readonly codePage: number | null;
  readonly formatCode?: Bytes;
}

const GLOBALS = 5;
const WORKSHEET = 0x10;
const TEXT_STYLE = 0;
const NUMBER_STYLE = 1;

export function excel95({ sheets, codePage, formatCode = ascii('0') }: OldBook): Uint8Array {
  const bodies = sheets.map(sheetRecords);
  const globals = (places: readonly number[]): Bytes => [
    ...beginning(GLOBALS),
    ...(codePage === null ? [] : record(0x42, u16(codePage))),
    ...record(0x41e, [...u16(164), ...short(formatCode)]),
    ...[0, 164].flatMap((format) => record(0xe0, [...u16(0), ...u16(format), ...u16(1), ...u16(0x20), ...zeros(8)])),
    ...sheets.flatMap(({ name }, i) => record(0x85, [...u32(places[i] ?? 0), 0, 0, ...short(name)])),
    ...record(0x0a, []),
  ];
  let at = globals([]).length;
  const places = bodies.map((body) => (at += body.length) - body.length);
  return Uint8Array.from([...globals(places), ...bodies.flat()]);
}

export function ascii(text: string): Bytes {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function sheetRecords({ rows }: OldSheet): Bytes {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return [
    ...beginning(WORKSHEET),
    ...record(0x200, [...u16(0), ...u16(rows.length), ...u16(0), ...u16(columns), ...u16(0)]),
    ...rows.flatMap((row, r) => row.flatMap((content, c) => cellRecords(r, c, content))),
    ...record(0x23e, [...u16(0x6b6), ...zeros(8)]),
    ...record(0x0a, []),
  ];
}

function cellRecords(row: number, column: number, content: OldSheet['rows'][number][number]): Bytes {
  const place = [...u16(row), ...u16(column)];
  if (typeof content === 'number') return record(0x203, [...place, ...u16(NUMBER_STYLE), ...double(content)]);
  if (!('formula' in content)) return record(0x204, [...place, ...u16(TEXT_STYLE), ...long(content)]);
  const tokens = [0x17, ...short(content.formula)];
  const textResult = [...zeros(6), 0xff, 0xff];
  return [
    ...record(6, [...place, ...u16(TEXT_STYLE), ...textResult, ...zeros(6), ...u16(tokens.length), ...tokens]),
    ...record(0x207, long(content.formula)),
  ];
}

const beginning = (kind: number): Bytes => record(0x809, [0x500, kind, 0x0dbb, 0x07cc].flatMap(u16));
const record = (type: number, content: Bytes): Bytes => [...u16(type), ...u16(content.length), ...content];
const short = (text: Bytes): Bytes => [text.length, ...text];
const long = (text: Bytes): Bytes => [...u16(text.length), ...text];
const zeros = (count: number): Bytes => new Array<number>(count).fill(0);
const u16 = (number: number): Bytes => [number & 0xff, number >> 8];
const u32 = (number: number): Bytes => [...u16(number & 0xffff), ...u16(number >>> 16)];
const double = (number: number): Bytes => [...new Uint8Array(new Float64Array([number]).buffer)];
