/** Every rule about many submissions, one file each. Adding one means a file and a line here. */
import { againstPlan } from './against-plan';
import { againstPrevious } from './against-previous';
import { notCounted } from './not-counted';
import type { ManyRule } from './rule';
import { samePeriod } from './same-period';
import { sameSchoolTwoUnits } from './same-school-two-units';
import { sameUnitTwice } from './same-unit-twice';
import { scales } from './scales';
import { senderIsBuilder } from './sender-is-builder';
import { totals } from './totals';

export const MANY_RULES: readonly ManyRule[] = [
  sameUnitTwice,
  sameSchoolTwoUnits,
  samePeriod,
  senderIsBuilder,
  scales,
  totals,
  againstPlan,
  againstPrevious,
  notCounted,
];
