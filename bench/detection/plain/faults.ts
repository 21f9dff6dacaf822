import type { Fault } from './fault';
import { FIGURE_FAULTS } from './faults-figures';
import { FORM_FAULTS } from './faults-forms';
import { FORMULA_FAULTS } from './faults-formulas';
import { TARGET_FAULTS } from './faults-targets';
import { TEXT_FAULTS } from './faults-text';
import { WORD_FAULTS } from './faults-words';

/** In the order of the catalogue's groups: figures, values, arithmetic, names, targets and funds, forms. */
export const FAULTS: readonly Fault[] = [
  ...FIGURE_FAULTS,
  ...TEXT_FAULTS,
  ...FORMULA_FAULTS,
  ...WORD_FAULTS,
  ...TARGET_FAULTS,
  ...FORM_FAULTS,
];
