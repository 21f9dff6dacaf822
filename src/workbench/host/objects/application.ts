import type { HostContext } from '../context';
import { invalidArgument } from '../errors';
import { defineType, readOnly } from '../office-object';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

/** Calculation. The engine always calculates by itself; the mode is kept, `calculate` asks for everything anew. */
export const applicationType = defineType<HostContext>('Application', {
  scalars: {
    CalculationMode: {
      get: (host) => host.document.calculationMode,
      set: (host, value) => {
        const mode = MODES.find((known) => known === value);
        if (!mode) throw invalidArgument('Application.calculationMode');
        host.document.calculationMode = mode;
      },
    },
    CalculationState: readOnly(() => 'Done'),
  },
  methods: {
    Calculate: (host) => {
      host.recalculate();
      return null;
    },
    // Nothing is painted or calculated inside a batch, so there is nothing to hold back.
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
});
