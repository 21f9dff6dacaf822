import type { Spot } from './draft';
import { pick, type Bench, type Fault } from './fault';

/** Puts another content after the line's own label. */
function line(id: string, field: string, to: (value: string, bench: Bench) => string | undefined): Fault {
  return {
    id,
    seed(bench) {
      const spot = pick(bench, 'info', field);
      if (!spot) return null;
      const value = to(String(bench.draft.show(spot)).slice(spot.tag.key.length), bench);
      if (value === undefined) return null;
      const content = spot.tag.key + value;
      bench.draft.set(spot, content === '' ? null : content, 'General');
      return [spot];
    },
  };
}

/** A header's word changes; the cell is the lowest of its column. */
function header(id: string, fields: readonly string[], to: (word: string, spot: Spot) => string | null): Fault {
  return {
    id,
    seed(bench) {
      for (const field of bench.random.shuffled(fields)) {
        const spot = pick(bench, 'head', field, (_, s, value) => to(String(value), s) !== value);
        if (!spot) continue;
        bench.draft.set(spot, to(String(bench.draft.show(spot)), spot));
        return [spot];
      }
      return null;
    },
  };
}

export const FRAME_FAULTS: readonly Fault[] = [
  line('reporting-unit-missing', 'unit', () => ''),
  line('preparer-missing', 'preparedBy', () => ''),
  line('reviewer-missing', 'reviewedBy', () => ''),
  line('report-day-missing', 'reportedOn', () => ''),
  line('report-day-not-filled-in', 'reportedOn', () => '    年  月  日'),
  line('report-day-impossible', 'reportedOn', (_, { figures }) => `${figures.year}年${figures.month}月32日`),
  line(
    'report-day-outside-the-plan',
    'reportedOn',
    (_, { figures }) => `${figures.year + 180}年${figures.month}月25日`,
  ),
  line('report-phone-too-short', 'phone', (value) => value.slice(0, 8)),
  line('report-period-thirteenth-month', 'period', (_, { figures }) => `${figures.year}年13月`),
  header('land-header-in-square-metres', ['land'], (word) => word.replace(/亩(?!数)/u, '平方米')),
  header('seats-header-in-ten-thousands', ['seats'], (word) => word.replace(/[（(][个人][）)]/u, '（万个）')),
  header('money-header-in-yuan', ['invest', 'cum', 'amount', 'spent'], (word) => word.replace('万元', '元')),
  header('seats-header-twice', ['classes'], (word) =>
    /规划班数|^班数$|^班级数$/u.test(word)
      ? word.replace(/规划班数|班级数|班数/u, (one) => (one.startsWith('规划') ? '规划学位' : '学位数'))
      : word,
  ),
  header('header-missing', ['seats', 'classes', 'land', 'status', 'name'], (word) =>
    word.length > 1 && !/^[（(]/u.test(word) ? null : word,
  ),
];
