import { auditWorkbook } from '../../src/audit';
import { yichunPlan as plan } from '../../src/plan';
import type { Checker } from './checker';

/** This program, without options: what the button does. Consequences hang below their findings and are not counted. */
export const ownAudit: Checker = {
  name: 'plancheck',
  check: (workbook) =>
    Promise.resolve(
      auditWorkbook(workbook, plan).findings.map(({ identity, level, message, place, text }) => ({
        ...place,
        text: level === 'info' ? text : `${identity} ${message}`,
        isSerious: level !== 'info',
      })),
    ),
};
