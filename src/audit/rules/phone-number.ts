import { folded, valueAt } from '../../workbook';
import { areaPlace, sheetPlace } from '../places';
import { defineRule } from '../rule';

/** 电话: a number that is neither a mobile's nor a landline's, mostly for a digit too few or too many. */
export const phoneNumber = defineRule({
  ids: ['V17'],
  name: 'phone-number',
  level: 'warning',
  group: 'value',
  stage: 'note',
  tables: [],
  title: '电话号码位数不对',
  protects: '号码错一位，审核时就联系不上填报人。',
  fixable: 'none',
  source: '手机 11 位；座机为区号加 7 至 8 位',
  whenToExplain: '确为特殊号码的，写明。',
  messages: {
    wrong: (d: { label: string; text: string; digits: number }) =>
      `${d.label}“${d.text}”有 ${d.digits} 位，不是手机号，也不是座机号。`,
  },
  advice: { wrong: '核对后补正。' },
  *check(context, report) {
    const { workbook, recognition } = context;
    for (const { label, word, value, at } of recognition.formLines) {
      if (label !== 'phone') continue;
      const wrong = wrongNumber(value, false);
      if (wrong === null) continue;
      const sheetIndex = workbook.sheets.findIndex(({ name }) => name === at.sheet);
      const place = sheetPlace(sheetIndex, at.sheet, at, `form|phone|${at.sheet}`);
      yield report('wrong', { label: word, ...wrong }, place, { found: value });
    }
    for (const view of context.tables) {
      for (const { header, column } of view.table.unknownColumns) {
        if (!/电话|手机|联系方式|座机/u.test(header)) continue;
        for (const row of view.table.dataRows) {
          const value = valueAt(view.sheet, row, column);
          if (value === null || typeof value === 'boolean') continue;
          const wrong = wrongNumber(String(value), typeof value === 'number');
          if (wrong === null) continue;
          const place = areaPlace(
            view,
            { top: row, bottom: row, left: column, right: column },
            `${view.rowKey(row)}|phone`,
          );
          yield report('wrong', { label: header, ...wrong }, place, { found: String(value) });
        }
      }
    }
  },
});

const MOBILE = '(?:\\+?86-?)?1[3-9]\\d-?\\d{4}-?\\d{4}';
const LANDLINE = '\\(?0(?:(?:10|2\\d)\\)?-?\\d{4}-?\\d{4}|[3-9]\\d{2}\\)?-?\\d{3,4}-?\\d{4})(?:-\\d{1,6})?';
const LOCAL = '[2-8]\\d{2,3}-?\\d{4}';
const SERVICE = '[48]00-?\\d{3,4}-?\\d{3,4}';
/** Numbers that follow each other without anything between them were written in two lines or with spaces. */
const RIGHT = new RegExp(`^(?:${MOBILE}|${LANDLINE}|${SERVICE}|${LOCAL})+$`, 'u');

/** An area's number with hardly anything behind it. */
const CUT_OFF = /^0\d{2,3}-\d{1,6}$/u;

/** Digits that stand together and can be no telephone number; `null` where there are none or some are masked. */
function wrongNumber(value: string, isNumber: boolean): { readonly text: string; readonly digits: number } | null {
  const text = folded(value).replace(/[—–−~]/gu, '-');
  if (/[*xX]{2,}|×/u.test(text)) return null;
  for (const [run] of text.matchAll(/[+(]?\d[\d\s()-]*/gu)) {
    const bare = run.replace(/\s+/gu, '').replace(/[-(]+$/u, '');
    const digits = bare.replace(/\D/gu, '').length;
    // Short numbers of an office's own exchange, extensions.
    if ((digits < 7 && !CUT_OFF.test(bare)) || RIGHT.test(bare)) continue;
    if (
      run
        .trim()
        .split(/\s+/u)
        .every((part) => RIGHT.test(part))
    )
      continue;
    // A landline kept as a number has lost its 0.
    if (isNumber && RIGHT.test(`0${bare}`)) continue;
    return { text: run.trim(), digits };
  }
  return null;
}
