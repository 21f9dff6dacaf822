import { progressOf, PROGRESS } from '../../reports/facts/progress';
import { fieldOf, FIELDS, type FieldId } from '../../recognize';
import { claimKey, merged, rowsByEntry, type Claim } from '../claims';
import { periodOrder } from '../gather';
import type { SumFigure } from '../types';
import { defineManyRule } from './rule';

const CUMULATIVE: readonly FieldId[] = FIELDS.filter(({ cumulative }) => cumulative).map(({ id }) => id);
/** The statuses of the form in the order of building; others are ordered by their class. */
const STATUSES = ['未开工', '前期', '在建', '主体封顶', '装修施工', '基本完工', '已完工', '投入使用'];

interface Earlier {
  readonly period: string;
  readonly figures: Claim['figures'];
}

/** 与上期汇总相比: cumulative figures fall, a status goes back, 上期 is not what the unit reported then. */
export const againstPrevious = defineManyRule({
  ids: ['C04', 'C03', 'A10'],
  name: 'against-previous',
  level: 'error',
  group: 'consistency',
  title: '与上期汇总相比不合理',
  protects: '累计数只增不减，状态只进不退；倒退说明上期或本期有一期报错。',
  source: '同一单位上期报表',
  messages: {
    falls: (data: { name: string; field: string; found: string; before: string; period: string; unit: string }) =>
      `${data.unit}“${data.name}”${data.field}累计${data.found}，小于${data.period}的${data.before}。`,
    back: (data: { name: string; found: string; before: string; period: string; unit: string }) =>
      `${data.unit}“${data.name}”${data.period}为“${data.before}”，本期为“${data.found}”，状态倒退。`,
    previous: (data: { name: string; found: string; before: string; period: string; unit: string }) =>
      `${data.unit}“${data.name}”所填上期数${data.found}，与${data.period}所报累计${data.before}不一致。`,
  },
  advice: {
    falls: '请报送单位核实；上期多报的，请说明原因。',
    back: '请报送单位核实；确有变动的，请说明原因。',
    previous: '请报送单位按上期所报数填写，或说明调整原因。',
  },
  *check({ rows, claims }, report) {
    for (const { kind, item, name } of rows) {
      for (const claim of claims.get(claimKey(kind, item)) ?? []) {
        const earlier = earlierOf(claim, claimKey(kind, item));
        if (!earlier) continue;
        const { unit } = claim.party;
        const about = (field: FieldId, now: SumFigure, before: SumFigure) => ({
          key: `${unit}|${kind}|${item}|${field}`,
          subject: name,
          units: [unit],
          origins: [now.origin, before.origin],
          found: now.value,
          expected: before.value,
        });
        for (const field of CUMULATIVE) {
          const now = claim.figures[field];
          const before = earlier.figures[field];
          if (typeof now?.value !== 'number' || typeof before?.value !== 'number' || now.value >= before.value)
            continue;
          const data = { name, field: fieldOf(field).title, found: String(now.value), before: String(before.value) };
          yield report('falls', { ...data, period: earlier.period, unit }, about(field, now, before));
        }
        const now = claim.figures.status;
        const before = earlier.figures.status;
        if (now && before && goesBack(String(before.value), String(now.value)))
          yield report(
            'back',
            { name, found: String(now.value), before: String(before.value), period: earlier.period, unit },
            { ...about('status', now, before), id: 'C03', level: 'warning' },
          );
        const said = claim.figures.previous;
        const was = earlier.figures.actual;
        if (typeof said?.value === 'number' && typeof was?.value === 'number' && said.value !== was.value)
          yield report(
            'previous',
            { name, found: String(said.value), before: String(was.value), period: earlier.period, unit },
            { ...about('previous', said, was), id: 'A10' },
          );
      }
    }
  },
});

/** What the same unit said about the same entry in the newest period before. */
function earlierOf({ party, submission }: Claim, key: string): Earlier | null {
  for (const file of party.earlier) {
    if (file.period === null || periodOrder(file.period) >= periodOrder(submission.period)) continue;
    const rows = rowsByEntry(file).get(key);
    if (rows) return { period: file.period, figures: merged(party.unit, file, rows).figures };
  }
  return null;
}

function goesBack(before: string, now: string): boolean {
  const exact = [STATUSES.indexOf(before), STATUSES.indexOf(now)] as const;
  if (exact[0] >= 0 && exact[1] >= 0) return exact[1] < exact[0];
  const [was, is] = [progressOf(before), progressOf(now)];
  return was !== null && is !== null && PROGRESS.indexOf(is) < PROGRESS.indexOf(was);
}
