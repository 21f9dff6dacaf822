import { formatAt, isoDay, readDate, serialOfDay, squeezed, valueAt } from '../../workbook';
import { areaPlace, cellPlace } from '../places';
import { isWritable, proposeContent } from '../repairs';
import { defineRule } from '../rule';
import type { Fix } from '../finding';
import type { TableView } from '../views/table-view';

/** 日期: dates kept as text or as plain numbers, days that the calendar does not have, years far off the plan. */
export const dates = defineRule({
  ids: ['V09', 'V08', 'V10'],
  name: 'dates',
  level: 'warning',
  group: 'value',
  stage: 'value',
  tables: ['schools', 'responsibilities'],
  title: '日期写法或范围不对',
  protects: '文本日期不能排序、比较，也算不出是否逾期。',
  fixable: 'auto',
  source: '日期列应为真正的日期',
  whenToExplain: '确实在方案期之外开工或完工的，写明原因。',
  messages: {
    asText: (d: { field: string; text: string; date: string }) =>
      `${d.field}“${d.text}”是文本，不是日期，应为 ${d.date}。`,
    asNumber: (d: { field: string; text: string; date: string }) =>
      `${d.field}“${d.text}”是数字，不是日期，应为 ${d.date}。`,
    rough: (d: { field: string; text: string }) => `${d.field}“${d.text}”只写到月份，未写到日，按月底计。`,
    noYear: (d: { field: string; text: string }) => `${d.field}“${d.text}”没有写年份。`,
    impossible: (d: { field: string; text: string }) => `${d.field}“${d.text}”不是存在的日期。`,
    unreadable: (d: { field: string; text: string }) => `${d.field}“${d.text}”看不出是哪一天。`,
    tooEarly: (d: { field: string; date: string; first: number }) =>
      `${d.field} ${d.date} 早于方案期（${d.first} 年起）。`,
    tooLate: (d: { field: string; date: string; last: number }) =>
      `${d.field} ${d.date} 晚于方案期（到 ${d.last} 年底）。`,
  },
  advice: {
    asText: '一键转为日期。',
    asNumber: '一键转为日期。',
    rough: '能确定到日的，填到日。',
    noYear: '补上年份。',
    impossible: '核对后改为存在的日期。',
    unreadable: '填日期，说明写在进展情况。',
    tooEarly: '核对年份；确实如此的写审核说明。',
    tooLate: '核对年份；确实如此的写审核说明。',
  },
  *check(context, report) {
    const { firstYear, lastYear } = context.plan;
    const first = serialOfDay(firstYear, 1, 1);
    const last = serialOfDay(lastYear, 12, 31);
    const isWithin = (serial: number | null): boolean => serial !== null && serial >= first && serial <= last;
    const habits = context.tables.map((view) => textDates(view));
    // Lists of one or two schools each, as by stage or form by form, show it together.
    const isCommon = !habits.includes(null) && habits.reduce<number>((sum, texts) => sum + (texts ?? 0), 0) >= 3;
    for (const [at, view] of context.tables.entries()) {
      const isHabit = isCommon || (habits[at] ?? 0) >= 3;
      for (const { field, column } of view.dateFields()) {
        const read = view.dates(field);
        if (!read) continue;
        const title = view.title(field);
        for (const row of view.table.dataRows) {
          const reading = read.reading(row);
          if (reading.kind === 'blank' || reading.kind === 'error' || reading.kind === 'placeholder') continue;
          // A true date within the plan's years, as nearly all are, needs no texts.
          if (reading.kind === 'date' && reading.stored === 'cell' && isWithin(reading.serial)) continue;
          const place = cellPlace(view, row, field);
          const text = String(view.raw(row, field) ?? '').trim();
          // 长期坚持 is a deadline as well; a month is as near as most deadlines come.
          const isDeadline = field === 'deadline';
          if (isDeadline && reading.kind === 'unreadable' && !/20\d\d.*\d/u.test(text)) continue;
          if (reading.kind === 'impossible') {
            yield report('impossible', { field: title, text }, place, {
              id: 'V08',
              level: 'error',
              found: text,
              causes: { blocks: true },
            });
            continue;
          }
          if (reading.kind === 'unreadable') {
            yield report('unreadable', { field: title, text }, place, {
              id: 'V09',
              level: field === 'updatedOn' ? 'info' : 'warning',
              found: text,
              merges: true,
              causes: { blocks: true },
            });
            continue;
          }
          const { serial } = reading;
          if (serial === null) {
            yield report('noYear', { field: title, text }, place, { id: 'V09', found: text });
            continue;
          }
          const date = isoDay(serial);
          const isWrongYear = field !== 'updatedOn' && (serial < first - 366 * 4 || serial > last + 366 * 5);
          if (isWrongYear || (field !== 'updatedOn' && serial > last)) {
            yield report(
              serial > last ? 'tooLate' : 'tooEarly',
              { field: title, date, first: firstYear, last: lastYear },
              place,
              {
                id: 'V10',
                ...(isDeadline && !isWrongYear ? { level: 'info' } : {}),
                found: text,
                source: `方案期 ${firstYear}-${lastYear} 年`,
                causes: isWrongYear ? { blocks: true } : {},
              },
            );
            continue;
          }
          if (field !== 'updatedOn' && serial < first) {
            const isDoubtful = field !== 'startedOn';
            yield report('tooEarly', { field: title, date, first: firstYear }, place, {
              id: 'V10',
              level: isDoubtful ? 'warning' : 'info',
              found: text,
              source: `方案期 ${firstYear}-${lastYear} 年`,
              causes: isDoubtful ? { blocks: true } : {},
            });
            if (isDoubtful) continue;
          }
          if (reading.stored === 'cell' || isDeadline) continue;
          if (reading.precision !== 'day') {
            yield report('rough', { field: title, text }, place, {
              id: 'V09',
              level: reading.stored === 'number' ? 'warning' : 'info',
              found: text,
              merges: true,
            });
            continue;
          }
          yield report(reading.stored === 'text' ? 'asText' : 'asNumber', { field: title, text, date }, place, {
            id: 'V09',
            ...(isHabit && reading.stored === 'text' ? { level: 'info' } : {}),
            found: text,
            expected: date,
            merges: true,
            repair: () => toDate(view, row, column, serial, date),
          });
        }
      }
    }
    for (const view of context.tables) yield* otherDates(view);

    /** Columns that no known field claims, where most of the cells are dates. */
    function* otherDates(view: TableView) {
      for (const { column, header } of view.table.unknownColumns) {
        if (!OF_A_DATE.test(squeezed(header))) continue;
        const read = view.table.dataRows.map((row) => ({
          row,
          text: String(valueAt(view.sheet, row, column) ?? '').trim(),
          reading: readDate(valueAt(view.sheet, row, column), formatAt(view.sheet, row, column)),
        }));
        if (read.filter(({ reading }) => reading.kind === 'date').length < LEAST_DATES) continue;
        const field = `“${squeezed(header)}”`;
        for (const { row, text, reading } of read) {
          const area = { top: row, bottom: row, left: column, right: column };
          const place = areaPlace(view, area, `${view.rowKey(row)}|${squeezed(header)}`);
          if (reading.kind === 'impossible')
            yield report('impossible', { field, text }, place, { id: 'V08', level: 'error', found: text });
          else if (reading.kind === 'date' && reading.serial !== null) {
            const isLate = reading.serial > last + 366 * 5;
            if (!isLate && reading.serial >= first - 366 * 4) continue;
            const date = isoDay(reading.serial);
            yield report(isLate ? 'tooLate' : 'tooEarly', { field, date, first: firstYear, last: lastYear }, place, {
              id: 'V10',
              found: text,
              source: `方案期 ${firstYear}-${lastYear} 年`,
            });
          }
        }
      }
    }
  },
});

/** 完成时限, 报建日期; not a length of time. */
const OF_A_DATE = /时限$|期限$|[日时]期$|时间$|年月$/u;
const LEAST_DATES = 3;

/** How many cells of the table's date columns are dates as text; `null` where one is a true date. At least three are its own custom. */
function textDates(view: TableView): number | null {
  let texts = 0;
  for (const { field } of view.dateFields()) {
    const read = view.dates(field);
    for (const row of read ? view.table.dataRows : []) {
      const reading = read?.reading(row);
      if (reading?.kind !== 'date') continue;
      if (reading.stored === 'cell') return null;
      if (reading.stored === 'text') texts++;
    }
  }
  return texts;
}

function toDate(view: TableView, row: number, column: number, serial: number, date: string): Fix | null {
  if (!isWritable(view, row, column)) return null;
  const reason = `改为日期 ${date}`;
  return {
    kind: 'auto',
    label: '文本转为日期',
    edits: [
      {
        edit: { kind: 'format', sheet: view.sheet.name, row, column, format: 'yyyy-mm-dd' },
        before: null,
        reason: '单元格格式改为日期',
      },
      proposeContent(view, row, column, { kind: 'value', value: serial }, reason),
    ],
  };
}
