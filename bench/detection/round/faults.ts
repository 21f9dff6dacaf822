import type { Fault } from '../proof/fault';
import { FIGURE_FAULTS } from './faults-figures';
import { FUND_FAULTS, MEASURE_FAULTS, OTHER_FAULTS, SUMMARY_FAULTS, TARGET_FAULTS } from './faults-sheets';
import { ROW_FAULTS, SUM_FAULTS } from './faults-sums';
import { LINE_FAULTS, NAME_FAULTS, STATUS_FAULTS } from './faults-words';

/** What has gone wrong in twenty years of such workbooks. */
export const FAULTS: readonly Fault[] = [
  ...FIGURE_FAULTS, ...NAME_FAULTS, ...STATUS_FAULTS, ...LINE_FAULTS, ...SUM_FAULTS, ...ROW_FAULTS,
  ...SUMMARY_FAULTS, ...TARGET_FAULTS, ...FUND_FAULTS, ...MEASURE_FAULTS, ...OTHER_FAULTS,
]; // prettier-ignore
