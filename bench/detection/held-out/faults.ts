import { ENTRY_FAULTS } from './faults-entries';
import { NUMBER_FAULTS } from './faults-numbers';
import { OTHER_FAULTS } from './faults-others';
import { SUM_FAULTS } from './faults-sums';
import type { HeldOutFault } from './fault';

export const HELD_OUT_FAULTS: readonly HeldOutFault[] = [
  ...NUMBER_FAULTS,
  ...SUM_FAULTS,
  ...ENTRY_FAULTS,
  ...OTHER_FAULTS,
];
