import type { Fault } from './fault';
import { DATE_FAULTS } from './faults-dates';
import { FIGURE_FAULTS } from './faults-figures';
import { FRAME_FAULTS } from './faults-frame';
import { INDICATOR_FAULTS } from './faults-indicators';
import { OTHER_FAULTS } from './faults-others';
import { ROW_FAULTS } from './faults-rows';
import { ROW_SUM_FAULTS } from './faults-row-sums';
import { SUM_FAULTS } from './faults-sums';

/** Every fault of the set; each changes one thing that plan and workbook together show to be wrong. */
export const EXAM_FAULTS: readonly Fault[] = [
  ...FIGURE_FAULTS,
  ...SUM_FAULTS,
  ...ROW_SUM_FAULTS,
  ...ROW_FAULTS,
  ...DATE_FAULTS,
  ...FRAME_FAULTS,
  ...INDICATOR_FAULTS,
  ...OTHER_FAULTS,
];
