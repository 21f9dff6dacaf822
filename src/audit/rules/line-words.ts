import { readDate } from '../../workbook';
import { ownSheets, type AuditContext } from '../context';
import { anyCellPlace } from '../places';
import { placesNamed } from '../place-names';
import { defineRule } from '../rule';
import { linesBeside, type Line } from '../views/lines-beside';
import { shortened } from '../wording';

/** 标题和表外各行: what a template left, a period or day that does not exist, another place's name. */
export const lineWords = defineRule({
  ids: ['S19', 'V08'],
  name: 'line-words',
  level: 'warning',
  group: 'structure',
  stage: 'note',
  tables: [],
  title: '标题或表外文字没有改好',
  protects: '标题、报告期照抄旧表或模板，报上去就成了别处、别期的表。',
  fixable: 'none',
  source: '标题和表外文字本身',
  whenToExplain: '确属其他地区的表，或符号另有含义的，写明。',
  messages: {
    mark: (d: { text: string; mark: string }) => `“${d.text}”里还留着模板的“${d.mark}”，没有改成实际内容。`,
    place: (d: { text: string; found: string; expected: string }) =>
      `“${d.text}”写的是${d.found}，本方案是${d.expected}的，疑从别处照抄。`,
    period: (d: { text: string; found: string }) => `“${d.text}”里的“${d.found}”不存在。`,
    day: (d: { text: string; found: string }) => `“${d.text}”里的“${d.found}”不是存在的日期。`,
  },
  advice: {
    mark: '换成实际的单位、时间或内容。',
    place: '核对地名，改正标题。',
    period: '改为实际的月份或季度。',
    day: '改为实际的日期。',
  },
  *check(context, report) {
    const { plan } = context;
    for (const [position, sheet] of ownSheets(context)) {
      const views = context.tables.filter((view) => view.sheet === sheet);
      // A table read from a turned or gathered copy of the sheet does not say which cells are its own.
      const isCopied = views.length === 0 && context.tables.some((view) => view.sheet.name === sheet.name);
      for (const line of linesBeside(views, sheet)) {
        const { row, column, text, isBelow } = line;
        if (isCopied && row >= sheet.top + TITLE_ROWS) continue;
        const said = shortened(text, LINE_SHOWN);
        const place = (name: string) =>
          anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, name);
        const unreal = unrealTime(text);
        if (unreal !== null && !isSaidElsewhere(context, sheet.name, line))
          yield report(unreal.isDay ? 'day' : 'period', { text: said, found: unreal.found }, place('line|time'), {
            id: 'V08',
            level: 'error',
            found: unreal.found,
            source: '日历',
          });
        if (isBelow || IS_NOTE.test(text) || text.length > LONGEST_TITLE) continue;
        const mark = markIn(text);
        if (mark !== null && !isSaidElsewhere(context, sheet.name, line))
          yield report('mark', { text: said, mark }, place('line|mark'), { found: mark });
        const named = placesNamed(plan, text);
        if (named !== null)
          yield report('place', { text: said, found: named, expected: plan.cityName }, place('line|place'), {
            found: named,
            expected: plan.cityName,
            source: '方案名称',
          });
      }
    }
  },
});

const LONGEST_TITLE = 60;
const TITLE_ROWS = 2;
/** Explanations may show by signs how a cell is filled in. */
const IS_NOTE = /^(?:注|备注|说明|填[报表写]说明|填[报表写]要求|要求|例|示例|样例)|表示|代表|例如|格式|样式|√/u;

const LINE_SHOWN = 30;

const MARKS: readonly RegExp[] = [
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}/u,
  /某某[市县区局校年月]?/u,
  /(?<![\p{Script=Han}\d])某(?=[市县区局校年月])/u,
  // Digits of telephone and identity numbers are hidden by the same signs.
  /20[xX×*]{1,2}(?=年|[-.])/u,
  /(?<![\d*a-zA-Z×])[xX×*]{2,}(?![\d*a-zA-Z×])/u,
  /(?<![\da-zA-Z×])[xX×](?=市|区|县|年|月|局|学校|单位|中心城区)/u,
  /[□〇○●?]{2,}(?=市|区|县|年|月|局|学校|单位|中心城区)/u,
  /\[(?:单位|地区|区县|年份?|月份?|日期|标题|名称|报告期)[^[\]]{0,6}\]/u,
  /(?:请|在此|此处)(?:填写|输入|录入)[^,，。]{0,8}/u,
];

/** `__年__月`, `(年月)`: a frame for the time with nothing in it. */
const OPEN_TIME =
  /[(]年(?:度|第?季度|月(?:日)?)[)]|(?:19|20)\d\d年(?:第季度|月(?:日)?)(?=[)]|$)|_+年_*(?:第_*季度|月)?/u;

/** `填报人：赵某某`, `吴某`: a person who is not to be named. */
const UNNAMED_PERSON =
  /^[\p{Script=Han}]某{1,2}$|(?:填报|填表|审核|报送|经办|联系|负责|主管|制表|复核|签发|分管)[^:]{0,4}:?[\p{Script=Han}]某{1,2}/gu;

function markIn(line: string): string | null {
  const text = line.replace(UNNAMED_PERSON, '');
  for (const pattern of MARKS) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  // Lines with a colon are lines of the form, which tell on their own what is open.
  return /:/u.test(text) ? null : (OPEN_TIME.exec(text)?.[0] ?? null);
}

/** A month or a quarter that no year has, or a day that no month has. */
function unrealTime(text: string): { readonly found: string; readonly isDay: boolean } | null {
  for (const pattern of [
    /(?<!\d)(?:19|20)\d\d年\d{1,2}月\d{1,2}日/gu,
    /(?<![\d.\-/])(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?![\d.\-/])/gu,
  ])
    for (const [found] of text.matchAll(pattern))
      if (readDate(found, 'General').kind === 'impossible') return { found, isDay: true };
  for (const [found, month = '', day = ''] of text.matchAll(/(?<![\d年.\-/])(\d{1,2})月(\d{1,2})日/gu))
    if (Number(day) < 1 || Number(day) > (LONGEST_MONTHS[Number(month)] ?? 31)) return { found, isDay: true };
  const isSchoolYear = /学[年期]/u.test(text);
  for (const [found, month = ''] of text.matchAll(/(?:19|20)\d\d年(?:度)?(\d{1,2})月/gu))
    if (!isSchoolYear && (Number(month) < 1 || Number(month) > 12)) return { found, isDay: false };
  const loose =
    /(?<![\d.年\-/~—至])(?:0|1[3-9]|[2-9]\d)月(?=份|底|末|报|[)]|$)|第?(?<![\d十年四个])(?:第[五六七八九05-9]|[五六七八九])季度/u.exec(
      text,
    );
  return loose && !isSchoolYear ? { found: loose[0], isDay: false } : null;
}

const LONGEST_MONTHS: readonly number[] = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The rules of form lines speak of what stands behind their labels. */
function isSaidElsewhere({ recognition }: AuditContext, sheet: string, { row, column }: Line): boolean {
  return recognition.formLines.some(
    ({ at, label, mark }) =>
      at.sheet === sheet &&
      at.row === row &&
      at.column === column &&
      (mark !== null || label === 'period' || label === 'reportedOn'),
  );
}
