import { BOOKS } from './layouts-books';
import { LISTS } from './layouts-lists';
import { OTHERS } from './layouts-others';
import { SHARES } from './layouts-shares';
import type { Layout } from './layout';

export const UNSEEN_LAYOUTS: readonly Layout[] = [...LISTS, ...BOOKS, ...OTHERS, ...SHARES];
