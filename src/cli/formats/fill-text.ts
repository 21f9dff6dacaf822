import type { FillOutcome, ListedGroup } from '../jobs/fill';

type Filled = Extract<FillOutcome, { kind: 'filled' }>;

/** The changes of one file for a person at a terminal. `out`: where the file went, or `null` in a dry run. */
export function fillText(file: string, outcome: Filled, out: string | null): string {
  const lines: string[] = [file];
  const chosen = outcome.groups.filter(({ isChosen }) => isChosen);
  for (const group of chosen) lines.push('', ...groupLines(group));
  const offered = outcome.groups.filter(({ isChosen }) => !isChosen);
  if (offered.length > 0) lines.push('', '未选择（加 --also 选用）：');
  for (const group of offered) lines.push(...groupLines({ ...group, title: `${group.title}（${group.kind}）` }));
  if (outcome.refused.length > 0) lines.push('', '没有填写：');
  for (const { where, why } of outcome.refused) lines.push(`  ${where}  ${why}`);
  const done = out === null ? '试算，没有写入' : `已写入 ${out}`;
  lines.push('', outcome.count === 0 ? `没有需要填写的内容。${done}。` : `共 ${outcome.count} 处改动。${done}。`, '');
  return lines.join('\n');
}

function groupLines({ title, changes }: ListedGroup): readonly string[] {
  return [
    `${title}，${changes.length} 处`,
    ...changes.map(
      ({ where, before, after, reason }) => `  ${where}  ${before === '' ? '' : `${before} → `}${after}  ${reason}`,
    ),
  ];
}

/** The same as one JSON object a line. */
export function fillNdjson(file: string, outcome: Filled, out: string | null): string {
  const objects: object[] = [
    ...outcome.groups.flatMap(({ kind, isChosen, changes }) =>
      changes.map((change) => ({ type: 'change', file, group: kind, chosen: isChosen, ...change })),
    ),
    ...outcome.refused.map((refusal) => ({ type: 'refused', file, ...refusal })),
    { type: 'summary', file, out, changes: outcome.count, refused: outcome.refused.length },
  ];
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
}
