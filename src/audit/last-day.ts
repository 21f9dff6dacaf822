import { lastDayOf } from '../recognize';
import { isoDay, readDate } from '../workbook';
import type { AuditContext } from './context';

/** Excel's number of the last day of which a workbook can tell, and where that day comes from. */
interface LastDay {
  readonly day: number;
  readonly of: '报告期' | '填报日期';
  readonly text: string;
}

/** The end of the reporting period; where no sheet states one, the latest day on which it was filled in. */
export function lastDay(context: AuditContext): LastDay | null {
  const period = context.recognition.periods[0]?.value;
  if (period) return { day: lastDayOf(period), of: '报告期', text: period.text };
  const days = context.recognition.formLines.flatMap(({ label, value }) => {
    const reading = label === 'reportedOn' && value !== '' ? readDate(value, 'General') : null;
    const isDay = reading?.kind === 'date' && reading.precision === 'day' && reading.sure !== 'guess';
    return isDay && reading.serial !== null ? [reading.serial] : [];
  });
  if (days.length === 0) return null;
  const day = Math.max(...days);
  return { day, of: '填报日期', text: isoDay(day) };
}
