/**
 * Files that nobody should be able to hurt us with, made anew each time: bombs, broken, encrypted, mislabelled,
 * enormous, lying. None is stored. 合成数据.
 */
import { PACKAGES } from './broken-packages';
import { PARTS } from './hostile-parts';
import { MISLABELLED } from './mislabelled';

import type { HostileFile } from './builders';

export const HOSTILE_FILES: readonly HostileFile[] = [...MISLABELLED, ...PACKAGES, ...PARTS];
