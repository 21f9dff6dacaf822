import { zipSync, type Zippable } from 'fflate';
import type { WorkbookSnapshot } from '../../workbook';
import { failure, Refusal, type OpenFailure } from '../failure';
import { readOwnParts, readXlsx } from '../reading/read-xlsx';
import type { Limits } from '../limits';
import type { ZipCodec } from './codec';
import { identify } from './identify';
import { OfficePackage } from './package';
import { packageKind } from './package-kind';
import type { readWithSheetJs } from './sheetjs';
import { readXls } from './xls/read-xls';

/** What a reader should know about a file that was opened; `message` is plain Chinese. */
export interface FileNote {
  readonly code: 'empty' | 'macros' | 'encoding';
  readonly message: string;
}

export interface OpenedFile {
  readonly ok: true;
  readonly snapshot: WorkbookSnapshot;
  readonly notes: readonly FileNote[];
}

/**
 * {@link openFile} with the given reader for what the own one does not read (xls, xlsb, packages of unusual make);
 * without one, `null` where it would be needed.
 */
export function openWith(
  other: typeof readWithSheetJs | null,
  bytes: Uint8Array,
  name: string,
  limits: Limits,
  codec: ZipCodec,
): OpenedFile | OpenFailure | null {
  try {
    if (bytes.length === 0) return failure('emptyFile');
    if (bytes.length > limits.fileBytes) return failure('tooLarge', megabytes(bytes.length));
    const identity = identify(bytes, name);
    if (identity.kind === 'refused') return failure(identity.code);
    const content = identity.kind === 'zip' ? readPackage(bytes, limits, codec, other) : readOld(bytes, limits, other);
    if (content === null) return null;
    const { snapshot, notes } = content;
    if (snapshot.sheets.length === 0) return failure('noSheets');
    const isEmpty = snapshot.sheets.every((sheet) => sheet.values.length === 0);
    return { ok: true, snapshot, notes: isEmpty ? [...notes, EMPTY_NOTE] : notes };
  } catch (error) {
    if (error instanceof Refusal) return failure(error.code, error.detail);
    if (error instanceof RangeError) return failure('outOfMemory');
    throw error;
  }
}

const EMPTY_NOTE: FileNote = {
  code: 'empty',
  message: '文件中没有任何内容（所有工作表都是空的）。请确认报送单位发送的是填好的报表。',
};
const MACROS_NOTE: FileNote = { code: 'macros', message: '文件含有宏。宏没有被运行，也不会带入结果。' };
const ENCODING_NOTE: FileNote = {
  code: 'encoding',
  message: '旧格式（.xls）文件没有注明中文编码，已按国标编码（GBK）读取。请核对文字是否正确。',
};

interface Content {
  readonly snapshot: WorkbookSnapshot;
  readonly notes: readonly FileNote[];
}

function readOld(bytes: Uint8Array, limits: Limits, other: typeof readWithSheetJs | null): Content | null {
  if (other === null) return null;
  const { snapshot, isGuessed } = readXls(bytes, limits, other);
  return { snapshot, notes: isGuessed ? [ENCODING_NOTE] : [] };
}

function readPackage(
  bytes: Uint8Array,
  limits: Limits,
  codec: ZipCodec,
  other: typeof readWithSheetJs | null,
): Content | null {
  const parts = new OfficePackage(bytes, limits, codec);
  const kind = packageKind(parts);
  if (kind.kind === 'refused') throw new Refusal(kind.code);
  const notes = parts.entries.some((entry) => /vbaproject\.bin$/i.test(entry.name)) ? [MACROS_NOTE] : [];
  const snapshot = kind.kind === 'xlsx' ? readXlsx(parts, limits) : null;
  parts.verifyRest();
  if (snapshot) return { snapshot, notes };
  return other && { snapshot: readOtherwise(parts, limits, other), notes };
}

/** SheetJS gets a package of the parts that were checked, so that it cannot find others in the same bytes. */
function readOtherwise(parts: OfficePackage, limits: Limits, other: typeof readWithSheetJs): WorkbookSnapshot {
  const checked: Zippable = {};
  for (const entry of parts.entries) if (!entry.name.endsWith('/')) checked[entry.name] = parts.inflate(entry);
  return { ...other(zipSync(checked, { level: 0 }), limits), parts: readOwnParts(parts) };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
