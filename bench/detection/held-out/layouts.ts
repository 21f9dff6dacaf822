import { LATER_LAYOUTS } from './layouts-later';
import { LIST_LAYOUTS } from './layouts-lists';
import { STACKED_LAYOUTS } from './layouts-stacked';
import type { HeldOutLayout } from './layout';

/** Layouts written from what clerks' workbooks look like, without reading the recognizer. */
export const HELD_OUT_LAYOUTS: readonly HeldOutLayout[] = [...STACKED_LAYOUTS, ...LIST_LAYOUTS, ...LATER_LAYOUTS];
