import { ANNEX_FAULTS } from './faults-annexes';
import { FIGURE_FAULTS } from './faults-figures';
import { PROGRESS_FAULTS } from './faults-progress';
import { SUM_FAULTS } from './faults-sums';
import type { Fault } from './seeds';

export const FAULTS: readonly Fault[] = [...FIGURE_FAULTS, ...PROGRESS_FAULTS, ...SUM_FAULTS, ...ANNEX_FAULTS];
