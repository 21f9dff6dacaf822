/**
 * Files that nobody should be able to hurt us with, made anew each time: bombs, broken, encrypted, mislabelled,
 * enormous, lying. None is stored. 合成数据.
 */
import { PACKAGES } from './broken-packages';
import { HIDDEN_XML } from './hidden-xml';
import { PARTS } from './hostile-parts';
import { LYING_ZIPS } from './lying-zips';
import { MISLABELLED } from './mislabelled';
import { SHEET_TRICKS } from './sheet-tricks';
import { TWO_READERS } from './two-readers';
import { WORKBOOK_TRICKS } from './workbook-tricks';

import type { HostileFile } from './builders';

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...MISLABELLED,
  ...PACKAGES,
  ...LYING_ZIPS,
  ...TWO_READERS,
  ...PARTS,
  ...HIDDEN_XML,
  ...SHEET_TRICKS,
  ...WORKBOOK_TRICKS,
];
