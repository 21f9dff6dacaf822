import { firstDayOf, lastDayOf, type Period } from '../../recognize';
import { dayOfSerial, isoDay, readDate } from '../../workbook';
import { sheetPlace } from '../places';
import { defineRule } from '../rule';
import type { AuditContext } from '../context';

/** Who hands in later than this after the period has mistyped the year. */
const MOST_DAYS_LATE = 366;

/** 填报日期: a day that the calendar does not have, before the period that is reported, or years after it. */
export const reportDate = defineRule({
  ids: ['V10', 'V08', 'V09'],
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
    late: (d: { label: string; date: string; period: string }) =>
      `${d.label} ${d.date} 比报告期（${d.period}）晚一年以上。`,
    offPlan: (d: { label: string; date: string; first: number; last: number }) =>
      `${d.label} ${d.date} 不在方案期（${d.first}-${d.last} 年）前后。`,
  },
  advice: {
    impossible: '改为实际填报的日期。',
    unreadable: '写明年、月、日。',
    before: '核对日期和报告期，改正其中一个。',
    late: '核对年份。',
    offPlan: '核对年份。',
  },
  *check(context, report) {
    const { workbook, recognition, plan } = context;
    for (const { label, word, value, at } of recognition.formLines) {
      if (label !== 'reportedOn' || value === '') continue;
      const sheetIndex = workbook.sheets.findIndex(({ name }) => name === at.sheet);
      const place = sheetPlace(sheetIndex, at.sheet, at, `form|reportedOn|${at.sheet}|${value}`);
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
      const [first] = [...periods].sort((a, b) => firstDayOf(a) - firstDayOf(b));
      const [last] = [...periods].sort((a, b) => lastDayOf(b) - lastDayOf(a));
      const { year } = dayOfSerial(serial);
      if (first && serial < firstDayOf(first))
        yield report('before', { label: word, date, period: first.text }, place, {
          found: value,
          expected: first.text,
        });
      else if (last && serial > lastDayOf(last) + MOST_DAYS_LATE)
        yield report('late', { label: word, date, period: last.text }, place, { found: value, expected: last.text });
      else if (year < plan.firstYear - 2 || year > plan.lastYear + 2)
        yield report('offPlan', { label: word, date, first: plan.firstYear, last: plan.lastYear }, place, {
          found: value,
          source: `方案期 ${plan.firstYear}-${plan.lastYear} 年`,
        });
    }
  },
});

/** The periods that the sheet states; where it states none, the one that all other places agree on. */
function periodsFor({ recognition }: AuditContext, sheet: string): readonly Period[] {
  const own = recognition.periods.filter(({ at }) => at?.sheet === sheet).map(({ value }) => value);
  if (own.length > 0) return own;
  const all = recognition.periods.map(({ value }) => value);
  return new Set(all.map(({ text }) => text)).size === 1 ? all.slice(0, 1) : [];
}
