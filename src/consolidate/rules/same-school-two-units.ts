import { fieldOf } from '../../recognize';
import { cellName } from '../../workbook';
import { claimKey, newestClaimFirst, originOf, type Claim } from '../claims';
import { idOf } from '../gather';
import { inOrderOfStanding } from '../sum';
import { defineManyRule, originText } from './rule';

const placeOf = ({ party, submission, rows }: Claim) => {
  const row = rows[0];
  return row
    ? originOf(party.unit, submission, row, row.fillsColumn ? cellName(0, row.row) : cellName(row.row, 0))
    : { unit: party.unit, file: submission.fileName, sheet: '', cell: '' };
};

/** 跨单位重复报送: two units hand in the same school. Both are kept; one is counted. */
export const sameSchoolTwoUnits = defineManyRule({
  ids: ['D02', 'D01'],
  name: 'same-school-two-units',
  level: 'error',
  group: 'duplicate',
  title: '跨单位重复报送',
  protects: '同一所学校被两个单位报送，班数和学位会重复计算。',
  source: '附件2每所学校只有一个建设主体',
  messages: {
    twoUnits: ({ name, units, kept, where }: { name: string; units: string; kept: string; where: string }) =>
      `“${name}”由${units}同时报送（${where}）。汇总暂以${kept}所报为准，其余未计入。`,
    twiceInFile: (data: { name: string; unit: string; field: string; kept: string; other: string; where: string }) =>
      `“${data.name}”在${data.unit}同一文件中出现两次且${data.field}不一致：${data.kept}、${data.other}（${data.where}）。汇总暂以前者为准。`,
  },
  advice: {
    twoUnits: '请按附件2的建设主体确定由哪个单位报送，另一单位删除该行。',
    twiceInFile: '请报送单位删除重复行或改为一致。',
  },
  *check({ plan, rows, claims, decisions }, report) {
    for (const { kind, item, name } of rows) {
      const found = claims.get(claimKey(kind, item)) ?? [];
      for (const claim of found) {
        for (const { field, kept, other } of claim.conflicts) {
          const unit = claim.party.unit;
          yield report(
            'twiceInFile',
            {
              name,
              unit,
              field: fieldOf(field).title,
              kept: String(kept.value),
              other: String(other.value),
              where: `${claim.submission.fileName} ${kept.origin.sheet}!${kept.at}、${other.origin.sheet}!${other.at}`,
            },
            {
              id: 'D01',
              key: `${claim.submission.fingerprint}|${item}|${field}|${other.origin.sheet}|${other.at}`,
              subject: name,
              units: [unit],
              origins: [kept.origin, other.origin],
              found: other.value,
              expected: kept.value,
              source: '同一文件中同一学校的同一数应当一致',
            },
          );
        }
      }
      if (kind !== 'schools' || found.length < 2) continue;
      const [standing, ...others] = inOrderOfStanding(plan, item, found, decisions);
      if (!standing) continue;
      const all = [standing, ...others];
      const origins = all.map(placeOf);
      yield report(
        'twoUnits',
        {
          name,
          units: all.map(({ party }) => party.unit).join('和'),
          kept: standing.party.unit,
          where: origins.map(originText).join('、'),
        },
        {
          key: item,
          subject: name,
          units: all.map(({ party }) => party.unit),
          origins,
          found: all.length,
          expected: 1,
          question: {
            about: 'school',
            key: item,
            // Not by which one stands: after an answer every choice must be found where it was.
            choices: [...all]
              .sort(newestClaimFirst)
              .map((claim) => ({ id: idOf(claim.submission), label: originText(placeOf(claim)) })),
            suggested: idOf(standing.submission),
          },
        },
      );
    }
  },
});
