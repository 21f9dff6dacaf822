import type { FailureCode } from '../failure';
import type { OfficePackage } from './package';

/** What a zip holds, by the parts that only one kind of document has. */
export type PackageKind = { readonly kind: 'xlsx' | 'xlsb' } | { readonly kind: 'refused'; readonly code: FailureCode };

export function packageKind(parts: OfficePackage): PackageKind {
  const names = parts.entries.map((entry) => entry.name.toLowerCase());
  const any = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const mimeType = parts.find('mimetype');
  if (mimeType && mimeType.size < 200) {
    const text = new TextDecoder().decode(parts.inflate(mimeType));
    if (text.includes('opendocument')) {
      return { kind: 'refused', code: text.includes('spreadsheet') ? 'openDocument' : 'openDocumentOther' };
    }
  }
  if (any(/(^|\/)workbook\.bin$/)) return { kind: 'xlsb' };
  if (any(/^word\/document\d*\.xml$/)) return { kind: 'refused', code: 'word' };
  if (any(/^ppt\/presentation\.xml$/)) return { kind: 'refused', code: 'powerPoint' };
  if (any(/^ofd\.xml$/)) return { kind: 'refused', code: 'ofd' };
  if (any(/^index\/.*\.iwa$/)) return { kind: 'refused', code: 'otherOffice' };
  if (any(/(^|\/)workbook\d*\.xml$/) || parts.has('[Content_Types].xml')) return { kind: 'xlsx' };
  return { kind: 'refused', code: names.length === 0 ? 'truncated' : 'archive' };
}
