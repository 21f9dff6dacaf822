import type { FailureCode } from '../failure';
import { oleStreamNames } from './ole';

/** What the first bytes say a file is. */
export type Identity =
  { readonly kind: 'zip' } | { readonly kind: 'xls' } | { readonly kind: 'refused'; readonly code: FailureCode };

const MAGIC: readonly (readonly [code: FailureCode, signature: readonly number[], offset?: number])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x42, 0x4d]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x57, 0x45, 0x42, 0x50], 8],
  ['image', ascii('ftyphe'), 4],
  ['image', ascii('ftypmif1'), 4],
  ['image', ascii('ftypavif'), 4],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x42, 0x5a, 0x68]],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['archive', [0x75, 0x73, 0x74, 0x61, 0x72], 257],
];

/** The bytes of an ASCII text. */
function ascii(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

/** How far into the file the mark of a PDF may stand. */
const PDF_WITHIN = 1024;

/** BOF records of BIFF2, 3 and 4, from the time before compound files. */
const ANCIENT_BIFF = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];
/** BOF records of BIFF5 and 8; some programs write the stream without a compound file around it. */
const BARE_BIFF = [
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
];

/**
 * Says what a file is by its first bytes; `name` only decides between kinds with the same bytes
 * (`.et` is a compound file like `.xls`). The file must not be empty.
 */
export function identify(bytes: Uint8Array, name: string): Identity {
  if (startsWith(bytes, [0x50, 0x4b])) {
    return bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7 ? { kind: 'zip' } : refused('unknownFormat');
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return identifyOle(bytes, name);
  if (ANCIENT_BIFF.some((signature) => startsWith(bytes, signature))) return refused('ancient');
  if (BARE_BIFF.some((signature) => startsWith(bytes, signature))) return { kind: 'xls' };
  // Some programs put a byte order mark or an empty line before it.
  if (new TextDecoder('latin1').decode(bytes.subarray(0, PDF_WITHIN)).includes('%PDF-')) return refused('pdf');
  const text = textOf(bytes);
  if (text !== null) return refused(textKind(text, name));
  const magic = MAGIC.find(([, signature, offset]) => startsWith(bytes, signature, offset));
  return refused(magic?.[0] ?? 'unknownFormat');
}

function identifyOle(bytes: Uint8Array, name: string): Identity {
  if (bytes.length < 512) return refused('truncated');
  const streams = oleStreamNames(bytes);
  if (streams === null) return refused('truncated');
  const has = (stream: string): boolean => streams.some((one) => one.toLowerCase() === stream.toLowerCase());
  if (has('EncryptedPackage') || has('\tDRMContent')) return refused('password');
  if (/\.(et|ett)$/i.test(name)) return refused('wpsTable');
  if (has('Workbook') || has('Book')) return { kind: 'xls' };
  if (/\.(wps|wpt)$/i.test(name)) return refused('wpsText');
  if (has('WordDocument')) return refused('word');
  if (has('PowerPoint Document') || has('PP40')) return refused('powerPoint');
  return refused('otherOffice');
}

/** The beginning of the file as text, or `null` where it is binary. Chinese text is often GBK, so bytes over 0x7f pass. */
function textOf(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 4096);
  if (startsWith(head, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(head);
  if (startsWith(head, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(head);
  const isText = MAGIC.every(([, signature, offset]) => signature.length < 3 || !startsWith(head, signature, offset));
  if (!isText || head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12)) return null;
  return new TextDecoder('utf-8').decode(head);
}

function textKind(text: string, name: string): FailureCode {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'xmlSpreadsheet';
  if (/^<(!doctype\s+html|html|head|body|table|meta|style|div)\b/i.test(start)) return 'html';
  if (/urn:oasis:names:tc:opendocument/i.test(text)) return 'openDocument';
  if (/<uof:UOF\b|schemas\.uof\.org/i.test(text)) return 'otherOffice';
  if (/^<\?xml|^<!--/i.test(start)) return /<html\b/i.test(text) ? 'html' : 'text';
  if (/^MIME-Version:/i.test(start) || (/^MIME-Version:/im.test(start) && /multipart\/related/i.test(start)))
    return 'html';
  if (start.startsWith('{\\rtf')) return 'word';
  if (/\.csv$/i.test(name)) return 'csv';
  // The commas of JSON part no columns.
  if (/^[{[]/.test(start)) return 'text';
  const lines = start.split(/\r\n|\r|\n/).slice(0, 20);
  const separated = lines.filter((line) => /[,\t;]/.test(line)).length;
  return lines.length > 1 && separated * 2 > lines.length ? 'csv' : 'text';
}

function startsWith(bytes: Uint8Array, signature: readonly number[], offset = 0): boolean {
  return signature.every((byte, i) => bytes[offset + i] === byte);
}

function refused(code: FailureCode): Identity {
  return { kind: 'refused', code };
}
