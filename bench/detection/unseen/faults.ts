import { DATE_FAULTS } from './faults-dates';
import { FIGURE_FAULTS } from './faults-figures';
import { FRAME_FAULTS } from './faults-frame';
import { OTHER_FAULTS } from './faults-others';
import { ROW_FAULTS } from './faults-rows';
import { SUM_FAULTS } from './faults-sums';
import type { Fault } from './fault';

export const UNSEEN_FAULTS: readonly Fault[] = [
  ...FIGURE_FAULTS,
  ...ROW_FAULTS,
  ...DATE_FAULTS,
  ...SUM_FAULTS,
  ...OTHER_FAULTS,
  ...FRAME_FAULTS,
];
