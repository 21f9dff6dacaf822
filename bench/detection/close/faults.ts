import type { Fault } from '../proof/fault';
import { NUMBER_FAULTS } from './faults-numbers';
import { TABLE_FAULTS } from './faults-tables';
import { WORD_FAULTS } from './faults-words';
export const CLOSE_FAULTS: readonly Fault[] = [...NUMBER_FAULTS, ...WORD_FAULTS, ...TABLE_FAULTS];
