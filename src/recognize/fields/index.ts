/** Every known column, one file each. Adding one means a file and a line here. */
import type { FieldDefinition, FieldId, TableKind } from '../types';
import { sequence } from './sequence';
import { remark } from './remark';
import { progressNote } from './progress-note';
import { problem } from './problem';
import { rate } from './rate';
import { gap } from './gap';
import { schoolName } from './school-name';
import { stage } from './stage';
import { plannedClasses } from './planned-classes';
import { plannedSeats } from './planned-seats';
import { plannedLand } from './planned-land';
import { builder } from './builder';
import { buildKind } from './build-kind';
import { status } from './status';
import { progressShare } from './progress-share';
import { startedOn } from './started-on';
import { plannedCompletion } from './planned-completion';
import { completedOn } from './completed-on';
import { updatedOn } from './updated-on';
import { formedSeats } from './formed-seats';
import { originalSeats } from './original-seats';
import { suppliedLand } from './supplied-land';
import { invested } from './invested';
import { investedBefore } from './invested-before';
import { investedThisPeriod } from './invested-this-period';
import { investedThisYear } from './invested-this-year';
import { floorArea } from './floor-area';
import { plannedInvestment } from './planned-investment';
import { classSize } from './class-size';
import { isLagging } from './is-lagging';
import { isOpen } from './is-open';
import { groupName } from './group-name';
import { schoolCount } from './school-count';
import { finishedCount } from './finished-count';
import { buildingCount } from './building-count';
import { waitingCount } from './waiting-count';
import { fundName } from './fund-name';
import { fundContent } from './fund-content';
import { amount } from './amount';
import { allocated } from './allocated';
import { spent } from './spent';
import { balance } from './balance';
import { usingUnit } from './using-unit';
import { heading } from './heading';
import { measure } from './measure';
import { departments } from './departments';
import { state } from './state';
import { deadline } from './deadline';
import { nextStep } from './next-step';
import { indicatorName } from './indicator-name';
import { unit } from './unit';
import { target } from './target';
import { previous } from './previous';
import { actual } from './actual';
import { isReached } from './is-reached';
import { responsibleUnit } from './responsible-unit';

export const FIELDS: readonly FieldDefinition[] = [
  sequence,
  remark,
  progressNote,
  problem,
  rate,
  gap,
  schoolName,
  stage,
  plannedClasses,
  plannedSeats,
  plannedLand,
  builder,
  buildKind,
  status,
  progressShare,
  startedOn,
  plannedCompletion,
  completedOn,
  updatedOn,
  formedSeats,
  originalSeats,
  suppliedLand,
  invested,
  investedBefore,
  investedThisPeriod,
  investedThisYear,
  plannedInvestment,
  floorArea,
  classSize,
  isLagging,
  isOpen,
  groupName,
  schoolCount,
  finishedCount,
  buildingCount,
  waitingCount,
  fundName,
  fundContent,
  amount,
  allocated,
  spent,
  balance,
  usingUnit,
  heading,
  measure,
  departments,
  state,
  deadline,
  nextStep,
  indicatorName,
  unit,
  target,
  previous,
  actual,
  isReached,
  responsibleUnit,
];

const byId = new Map(FIELDS.map((field) => [field.id, field]));

/** The definition of a known column. */
export function fieldOf(id: FieldId): FieldDefinition {
  const field = byId.get(id);
  if (!field) throw new Error(`unknown field ${id}`);
  return field;
}

/** The columns that a kind of table may have. */
export function fieldsOf(kind: TableKind): readonly FieldDefinition[] {
  return FIELDS.filter((field) => field.tables.includes(kind));
}
