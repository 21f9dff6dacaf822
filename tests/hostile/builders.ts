import { strToU8 } from 'fflate';
import { snapshotToXlsx, type FailureCode } from '../../src/files';
import { sheetFromGrid, workbookOf } from '../../src/workbook';
import { sketched, sketchParts, zipped } from '../files/packages';

export interface HostileFile {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** The codes that may come of it; `opens` where it is strange but readable. */
  readonly expected: FailureCode | 'opens' | 'empty';
}

export const good = (): Uint8Array =>
  snapshotToXlsx(
    workbookOf([
      sheetFromGrid('附件2', [
        ['学校名称', '班数'],
        ['合成第一小学', 24],
      ]),
    ]),
  );
export const sheet = (xml: string): Uint8Array => sketched({ sheets: { 表: xml } });
export const text = (content: string): Uint8Array => strToU8(content);
export const bytes = (...list: number[]): Uint8Array => Uint8Array.from([...list, ...new Array<number>(600).fill(0)]);
export const withParts = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipped({ ...sketchParts({ sheets: { 表: '<sheetData/>' } }), ...parts });
export const cell = (address: string, inner = '<v>1</v>', attributes = ''): string =>
  `<c r="${address}"${attributes}>${inner}</c>`;
export const rowOf = (row: number, cells: string): string => `<row r="${row}">${cells}</row>`;
export const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
export function many(count: number, make: (i: number) => string): string {
  let all = '';
  for (let i = 0; i < count; i++) all += make(i);
  return all;
}
