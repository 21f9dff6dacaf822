import { foldName } from './names';
import { oncePer } from './match';
import type { Plan, PlanNote, PlanSchool, PlanStage, StageId } from './types';

const stagesById = oncePer((plan: Plan) => new Map(plan.stages.map((stage) => [stage.id, stage])));
const schoolsByStage = oncePer(
  (plan: Plan) =>
    new Map(plan.stages.map((stage) => [stage.id, plan.schools.filter((school) => school.stage === stage.id)])),
);
const stagesByWord = oncePer((plan: Plan) => {
  const words = new Map<string, PlanStage>();
  for (const stage of plan.stages) {
    for (const word of [stage.name, stage.heading, ...stage.words]) {
      if (!words.has(foldName(word))) words.set(foldName(word), stage);
    }
  }
  return words;
});
const notesById = oncePer((plan: Plan) => new Map(plan.notes.map((note) => [note.id, note])));

export function stageOf(plan: Plan, id: StageId): PlanStage | null {
  return stagesById(plan).get(id) ?? null;
}

/** The schools of a stage in the plan's order. */
export function schoolsOf(plan: Plan, stage: StageId): readonly PlanSchool[] {
  return schoolsByStage(plan).get(stage) ?? [];
}

/** The stage that one of the plan's own words names, numbering and widths aside. */
export function findStage(plan: Plan, text: string): PlanStage | null {
  const words = stagesByWord(plan);
  return (
    words.get(foldName(text)) ?? words.get(foldName(text.replace(/^\s*[一二三四五六七八九十]+[、.．]/u, ''))) ?? null
  );
}

/** The notes behind the ids that a row, a stage or an indicator carries. */
export function notesOf(plan: Plan, ids: readonly string[]): readonly PlanNote[] {
  return ids.flatMap((id) => notesById(plan).get(id) ?? []);
}

/**
 * The departments that a cell lists: one a line, separated by any usual mark, or written on without a mark where the
 * plan knows their names (`市委组织部市委宣传部`).
 */
export function splitDepartments(plan: Plan, text: string): readonly string[] {
  const known = [...plan.departments].sort((a, b) => b.length - a.length);
  return text
    .split(/[\r\n\t、，,；;/|]+|\s{2,}/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .flatMap((piece) => splitKnown(piece, known));
}

function splitKnown(piece: string, known: readonly string[]): readonly string[] {
  const found: string[] = [];
  let rest = foldName(piece);
  while (rest !== '') {
    const name = known.find((one) => rest.startsWith(foldName(one)));
    if (name === undefined) return found.length === 0 ? [piece] : [...found, rest];
    found.push(name);
    rest = rest.slice(foldName(name).length);
  }
  return found;
}
