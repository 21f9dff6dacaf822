import { writeFileSync } from 'node:fs';
import { DECLARED } from '../tests/audit/all-cases';
import { ruleManual } from './manual/rule-manual';

writeFileSync('docs/rules.md', ruleManual(DECLARED));
