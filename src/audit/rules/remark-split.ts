import { folded, squeezed } from '../../workbook';
import type { AuditContext } from '../context';
import { cellsInRow } from '../leaning';
import { cellPlace } from '../places';
import { shown } from '../precision';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** 备注拆分: `小学30班1350人；初中18班900人` must add up to the row's own classes and seats. */
export const remarkSplit = defineRule({
  ids: ['A06'],
  name: 'remark-split',
  level: 'error',
  group: 'arithmetic',
  stage: 'row',
  tables: ['schools'],
  title: '备注拆分与本行不等',
  protects: '一校多学段时，备注里的构成就是分学段统计的依据。',
  fixable: 'none',
  source: '本行备注',
  whenToExplain: '',
  messages: {
    classes: (d: { school: string; parts: string; expected: number; found: string }) =>
      `${d.school}备注各部分合计 ${d.expected} 班（${d.parts}），本行规划班数为 ${d.found}。`,
    plan: (d: { school: string; found: string; expected: string }) =>
      `${d.school}备注“${d.found}”与方案的备注“${d.expected}”数字不同。`,
    kind: (d: { school: string; found: string; expected: string }) =>
      `${d.school}备注“${d.found}”，方案的备注为“${d.expected}”，建设方式不同。`,
    seats: (d: { school: string; parts: string; expected: number; found: string }) =>
      `${d.school}备注各部分合计 ${d.expected} 人（${d.parts}），本行规划学位为 ${d.found}。`,
    another: (d: { school: string; remark: string; other: string }) =>
      `${d.school}的备注“${d.remark}”在方案里是${d.other}的。`,
  },
  advice: {
    plan: '按方案核对备注。',
    kind: '按方案核对备注；方案之后改了建设方式的写审核说明。',
    classes: '核对班数和备注。',
    seats: '核对学位和备注。',
    another: '核对后改正备注。',
  },
  *check(context, report) {
    for (const view of context.tablesOf('schools')) {
      if (!view.has('remark')) continue;
      for (const row of view.table.dataRows) {
        const remark = view.text(row, 'remark');
        const other = schoolOfRemark(context, view, row, remark);
        if (other !== null) {
          yield report('another', { school: view.name(row), remark, other }, cellPlace(view, row, 'remark'), {
            level: 'warning',
            found: remark,
            source: '附件2 · 备注列',
            causes: { blocks: true },
          });
          continue;
        }
        const ofPlan = context.matchAt(view, row).school?.remark;
        if (ofPlan?.value && isOfOtherKind(remark, ofPlan.value)) {
          const data = { school: view.name(row), found: remark, expected: ofPlan.value };
          yield report('kind', data, cellPlace(view, row, 'remark'), {
            level: 'warning',
            found: remark,
            expected: ofPlan.value,
            source: ofPlan.source,
          });
          continue;
        }
        if (!/\d\s*个?班/u.test(remark)) continue;
        const parts = partsOf(remark);
        if (parts.length < 2) continue;
        // Where the row has no figures of its own, the plan's remark is what the parts are held against.
        if (
          !view.has('plannedSeats') &&
          !view.has('plannedClasses') &&
          ofPlan?.value &&
          isOtherwise(remark, ofPlan.value)
        )
          yield report(
            'plan',
            { school: view.name(row), found: remark, expected: ofPlan.value },
            cellPlace(view, row, 'remark'),
            { level: 'warning', found: remark, expected: ofPlan.value, source: ofPlan.source },
          );
        for (const [field, group] of [
          ['plannedClasses', 1],
          ['plannedSeats', 2],
        ] as const) {
          const numbers = view.numbers(field);
          const value = numbers?.value(row) ?? NaN;
          const values = parts.map((part) => Number(part[group]));
          const expected = values.reduce((sum, each) => sum + each, 0);
          if (!numbers || Number.isNaN(value) || value === expected) continue;
          // What the plan prints for this row may count more than the remark lists.
          const school = context.matchAt(view, row).school;
          const isPlanned = school?.[field].value === value;
          if (isPlanned && (school.remark.value === null || squeezed(school.remark.value) === squeezed(remark)))
            continue;
          const found = shown(value / numbers.column.factor);
          yield report(
            field === 'plannedClasses' ? 'classes' : 'seats',
            { school: view.name(row), parts: values.join('＋'), expected, found },
            cellPlace(view, row, isPlanned || isOfPlan(school?.remark.value ?? null, group, value) ? 'remark' : field),
            {
              found,
              expected,
              source: '本行备注',
              causes: isPlanned ? {} : { corrected: [expected] },
              leansOn: [cellsInRow(view.sheet, row, [numbers.column.column])],
            },
          );
        }
      }
    }
  },
});

/** A remark in so many characters is one school's own. */
const OWN_REMARK = 8;
/** A shorter one is where it names a place: 某某小区配建. */
const OWN_PLACE = /^.{2,}(?:小区|花苑|家园|花园|学校|校区|新城|广场).{2,}$/u;

/** The one other school of the plan whose remark, word for word, this row bears; `null` where the row's own may read so. */
function schoolOfRemark(context: AuditContext, view: TableView, row: number, remark: string): string | null {
  const { school } = context.matchAt(view, row);
  if (school === null) return null;
  const bare = squeezed(remark);
  if (bare.length < OWN_REMARK && !OWN_PLACE.test(bare)) return null;
  const owners = context.plan.schools.filter(({ remark: own }) => own.value !== null && squeezed(own.value) === bare);
  const [owner] = owners;
  return owners.length === 1 && owner && owner.id !== school.id ? owner.name : null;
}

/** The same words with other figures. */
function isOtherwise(remark: string, planned: string): boolean {
  const [own, other] = [squeezed(remark), squeezed(planned)];
  const words = (text: string): string => text.replace(/\d+/gu, '#');
  return own !== other && words(own) === words(other);
}

/** Ways in which a school comes to be. */
const WAYS = /新建|改扩建|扩建|改建|迁建|配建|代建|回购|购置|收购|改造|租赁|置换/u;

/** The plan's words but for the way of building: 某某小区回购 for 某某小区配建. */
function isOfOtherKind(remark: string, planned: string): boolean {
  const [own, other] = [squeezed(remark), squeezed(planned)];
  const rest = own.replace(WAYS, '#');
  return (
    own !== other && own.length <= 30 && rest.length >= 4 && rest.includes('#') && rest === other.replace(WAYS, '#')
  );
}

/** The plan's own remark adds up to what the row says, so the remark is what was changed. */
function isOfPlan(remark: string | null, group: 1 | 2, value: number): boolean {
  if (remark === null) return false;
  const parts = partsOf(remark);
  return parts.length >= 2 && parts.reduce((sum, part) => sum + Number(part[group]), 0) === value;
}

/** `小学30班1350人` → classes and seats of each part. */
function partsOf(remark: string): readonly RegExpMatchArray[] {
  return [...folded(remark).matchAll(/(\d+)个?班[,、(]?(?:共|约)?(\d+)(?:人|个)/gu)];
}
