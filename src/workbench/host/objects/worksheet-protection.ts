import { HostError, invalidArgument } from '../errors';
import { defineType, readOnly } from '../office-object';
import type { Sheet } from '../sheet';

/** Protection as Excel has it: kept in the document, and heeded by every write of the client. */
export const protectionType = defineType<Sheet>('WorksheetProtection', {
  scalars: {
    Protected: readOnly((sheet) => sheet.data.protection !== null || sheet.host.faults.protectedSheets),
    Options: readOnly((sheet) => sheet.data.protection?.options ?? null),
  },
  methods: {
    Protect: (sheet, args) => {
      if (sheet.data.protection) {
        throw new HostError('InvalidOperation', 'The worksheet is already protected.', 'WorksheetProtection.protect');
      }
      const password = args.json(1);
      if (password !== null && typeof password !== 'string') throw invalidArgument('WorksheetProtection.protect');
      sheet.data.protection = { options: { ...args.record(0) }, password };
      return null;
    },
    Unprotect: (sheet, args) => {
      if (sheet.host.faults.protectedSheets) sheet.demandWritable('WorksheetProtection.unprotect');
      const password = sheet.data.protection?.password ?? null;
      if (password !== null && password !== args.json(0)) throw invalidArgument('WorksheetProtection.unprotect');
      sheet.data.protection = null;
      return null;
    },
  },
});
