import { firstDayOf, lastDayOf, type Period, type Stated } from '../../recognize';
import { dayOfSerial, isoDay, readDate, squeezed } from '../../workbook';
import { sheetPlace } from '../places';
import { defineRule } from '../rule';
import type { AuditContext } from '../context';

/** Who hands in later than this after the period has mistyped the year. */
const MOST_DAYS_LATE = 366;

/** 填报日期: a day that the calendar does not have, before the period that is reported, or years after it. */
export const reportDate = defineRule({
  ids: ['V10', 'V08', 'V09', 'X07'],
  name: 'report-date',
  level: 'warning',
  group: 'value',
  stage: 'note',
  tables: [],
  title: '填报日期不对',
  protects: '日期写错，就分不清是哪一期、是否按时报送。',
  fixable: 'none',
  source: '填报日期应在报告期之内或之后不久',
  whenToExplain: '补报以前年度的，写明。',
  messages: {
    impossible: (d: { label: string; text: string }) => `${d.label}“${d.text}”不是存在的日期。`,
    unreadable: (d: { label: string; text: string }) => `${d.label}“${d.text}”看不出是哪一天。`,
    before: (d: { label: string; date: string; period: string }) => `${d.label} ${d.date} 早于报告期（${d.period}）。`,
    titled: (d: { title: string; sheet: string; label: string; date: string }) =>
      `标题写的是 ${d.title}，工作表名（${d.sheet}）和${d.label} ${d.date} 却都在此前。`,
    late: (d: { label: string; date: string; period: string }) =>
      `${d.label} ${d.date} 比报告期（${d.period}）晚一年以上。`,
    offPlan: (d: { label: string; date: string; first: number; last: number }) =>
      `${d.label} ${d.date} 不在方案期（${d.first}-${d.last} 年）前后。`,
  },
  advice: {
    impossible: '改为实际填报的日期。',
    unreadable: '写明年、月、日。',
    before: '核对日期和报告期，改正其中一个。',
    titled: '核对标题里的月份。',
    late: '核对年份。',
    offPlan: '核对年份。',
  },
  *check(context, report) {
    const { workbook, recognition, plan } = context;
    const { firstYear: first, lastYear: last } = plan;
    const isFar = (year: number): boolean => year < first - 2 || year > last + 2;
    for (const { label, word, value, at } of recognition.formLines) {
      if ((label !== 'reportedOn' && label !== 'period') || value === '') continue;
      const sheetIndex = workbook.sheets.findIndex(({ name }) => name === at.sheet);
      const place = sheetPlace(sheetIndex, at.sheet, at, `form|${label}|${at.sheet}|${value}`);
      if (label === 'period') {
        const { isImpossible, year } = periodSaid(value);
        if (isImpossible)
          yield report('impossible', { label: word, text: value }, place, { id: 'V08', level: 'error', found: value });
        else if (year !== null && isFar(year))
          yield report('offPlan', { label: word, date: value, first, last }, place, {
            found: value,
            source: `方案期 ${first}-${last} 年`,
          });
        continue;
      }
      const text = value.replace(/\(?(?:星期|周)[一二三四五六日天]\)?|[上下]午.*$/gu, '');
      const reading = readDate(text, 'General');
      if (reading.kind === 'impossible') {
        yield report('impossible', { label: word, text: value }, place, { id: 'V08', level: 'error', found: value });
        continue;
      }
      if (reading.kind !== 'date' || reading.serial === null) {
        yield report('unreadable', { label: word, text: value }, place, { id: 'V09', level: 'info', found: value });
        continue;
      }
      const { serial } = reading;
      const date = isoDay(serial);
      const periods = periodsFor(context, at.sheet);
      const [earliest] = [...periods].sort((a, b) => firstDayOf(a) - firstDayOf(b));
      const [latest] = [...periods].sort((a, b) => lastDayOf(b) - lastDayOf(a));
      const { year } = dayOfSerial(serial);
      const titled = titleAgainst(context, at.sheet, serial, earliest);
      if (titled?.at)
        yield report(
          'titled',
          { title: titled.value.text, sheet: at.sheet, label: word, date },
          sheetPlace(sheetIndex, at.sheet, titled.at, `title|${at.sheet}`),
          { id: 'X07', found: titled.value.text, expected: at.sheet, source: '工作表名和填报日期' },
        );
      else if (earliest && serial < firstDayOf(earliest))
        yield report('before', { label: word, date, period: earliest.text }, place, {
          found: value,
          expected: earliest.text,
        });
      else if (latest && serial > lastDayOf(latest) + MOST_DAYS_LATE)
        yield report('late', { label: word, date, period: latest.text }, place, {
          found: value,
          expected: latest.text,
        });
      else if (isFar(year))
        yield report('offPlan', { label: word, date, first, last }, place, {
          found: value,
          source: `方案期 ${first}-${last} 年`,
        });
    }
  },
});

/** What is wrong with a period as it is written: `2023年13月`, `2023年6月31日`; the year where it names one. */
function periodSaid(value: string): { readonly isImpossible: boolean; readonly year: number | null } {
  const bare = squeezed(value);
  const [, year, month] = /((?:19|2\d)\d\d)(?:年|[.\-/](?=\d))(?:(\d{1,2})(?![\d季]))?/u.exec(bare) ?? [];
  const day = /(?:19|2\d)\d\d[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?/u.exec(bare)?.[0];
  const isSchoolYear = /学[年期]|^\d{4}-\d\d$/u.test(bare);
  const isNoMonth = month !== undefined && !isSchoolYear && (Number(month) < 1 || Number(month) > 12);
  const isNoDay = day !== undefined && readDate(day, 'General').kind === 'impossible';
  return { isImpossible: isNoMonth || isNoDay, year: year === undefined ? null : Number(year) };
}

/** A sheet named after its month alone: `9月`, `2023年9月`, `9月份`, `9月报表`. */
const MONTH_SHEET = /^(?:20\d\d年?)?(1[0-2]|0?[1-9])月(?:份|度)?(?:月?报表?)?$/u;

/** The title of the sheet, where it speaks of a later month than both the sheet's name and the day of reporting. */
function titleAgainst(
  { recognition }: AuditContext,
  sheet: string,
  serial: number,
  earliest: Period | undefined,
): Stated<Period> | null {
  if (!earliest || serial >= firstDayOf(earliest)) return null;
  const month = Number(MONTH_SHEET.exec(squeezed(sheet))?.[1] ?? 0);
  if (month !== dayOfSerial(serial).month) return null;
  const own = recognition.periods.filter(({ at }) => at?.sheet === sheet);
  return own.length === 1 ? (own.find(({ from }) => from === '标题') ?? null) : null;
}

/** The periods that the sheet states; where it states none, the one that all other places agree on. */
function periodsFor({ recognition }: AuditContext, sheet: string): readonly Period[] {
  const own = recognition.periods.filter(({ at }) => at?.sheet === sheet).map(({ value }) => value);
  if (own.length > 0) return own;
  const all = recognition.periods.map(({ value }) => value);
  return new Set(all.map(({ text }) => text)).size === 1 ? all.slice(0, 1) : [];
}
