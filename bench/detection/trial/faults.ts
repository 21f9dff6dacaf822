import type { Fault } from '../proof/fault';
import { NUMBER_FAULTS } from './faults-numbers';
import { SCHOOL_FAULTS } from './faults-schools';
import { TABLE_FAULTS } from './faults-tables';

/** By the classes of data quality: accuracy and form of figures, sums; a row's consistency; the other tables and the frame. */
export const FAULTS: readonly Fault[] = [...NUMBER_FAULTS, ...SCHOOL_FAULTS, ...TABLE_FAULTS];
