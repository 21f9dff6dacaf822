import { matchSchool } from './match-school';
import type { Plan } from './types';

/** What the form of a plan file cannot say: ids that are used but not defined, defined twice, and the like. */
export function crossProblems(plan: Plan): readonly string[] {
  return [...doubleIds(plan), ...brokenReferences(plan), ...rowProblems(plan)];
}

function doubleIds(plan: Plan): readonly string[] {
  const lists = {
    builders: plan.builders,
    stages: plan.stages,
    schools: plan.schools,
    indicators: plan.indicators,
    measures: plan.measures,
    funds: plan.funds,
    norms: plan.norms,
    notes: plan.notes,
  };
  return Object.entries(lists).flatMap(([list, entries]) => {
    const seen = new Set<string>();
    return entries.flatMap(({ id }) => {
      if (seen.has(id)) return [`${list}：编号 ${id} 重复`];
      seen.add(id);
      return [];
    });
  });
}

function brokenReferences(plan: Plan): readonly string[] {
  const stages = new Set(plan.stages.map(({ id }) => id));
  const notes = new Set(plan.notes.map(({ id }) => id));
  const problems: string[] = [];
  const stageUsed = (where: string, stage: string | null) => {
    if (stage !== null && !stages.has(stage)) problems.push(`${where}：没有学段 ${stage}`);
  };
  for (const { id, stage } of [...plan.schools, ...plan.norms]) stageUsed(id, stage);
  for (const { id, measures } of plan.indicators) stageUsed(id, measures?.stage ?? null);
  for (const entry of [...plan.stages, ...plan.schools, ...plan.indicators, ...plan.measures, ...plan.funds]) {
    for (const note of entry.notes) if (!notes.has(note)) problems.push(`${entry.id}：没有说明 ${note}`);
  }
  const builders = new Set(plan.builders.map(({ name }) => name));
  for (const { id, builder } of plan.schools) {
    if (builder.value !== null && !builders.has(builder.value)) {
      problems.push(`${id}：建设主体“${builder.value}”不在 builders 中`);
    }
  }
  return problems;
}

function rowProblems(plan: Plan): readonly string[] {
  const problems: string[] = [];
  if (plan.lastYear < plan.firstYear) problems.push(`lastYear：${plan.lastYear} 早于 firstYear ${plan.firstYear}`);
  if (plan.builders.filter(({ isCity }) => isCity).length > 1) problems.push('builders：市本级只能有一个');
  for (const stage of plan.stages) {
    const rows = plan.schools.filter((school) => school.stage === stage.id);
    if (rows.length !== stage.expectedRows) {
      problems.push(`${stage.id}：expectedRows 为 ${stage.expectedRows}，列出 ${rows.length} 行`);
    }
    rows.forEach((school, index) => {
      if (school.sequence !== index + 1) problems.push(`${school.id}：序号应为 ${index + 1}，现为 ${school.sequence}`);
    });
  }
  plan.measures.forEach((measure, index) => {
    if (measure.sequence !== index + 1) problems.push(`${measure.id}：序号应为 ${index + 1}，现为 ${measure.sequence}`);
  });
  for (const { id, comparison, target, targetText } of plan.indicators) {
    const needed = comparison === 'text' ? targetText : target;
    if (needed === null) problems.push(`${id}：${comparison === 'text' ? '文字目标没有 targetText' : '目标没有数值'}`);
  }
  for (const school of plan.schools) {
    if (school.name === null) continue;
    const match = matchSchool(plan, school.name, school.stage);
    if (match.kind !== 'exact' || match.item.id !== school.id) problems.push(`${school.id}：学校名称与另一行相同`);
  }
  return problems;
}
