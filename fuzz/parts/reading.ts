import fc from 'fast-check';
import {
  areaName,
  chineseNumber,
  columnIndex,
  columnName,
  dayOfSerial,
  folded,
  parseArea,
  readDate,
  readNumber,
  trimmed,
} from '../../src/workbook';
import { must, same, type FuzzPart } from '../part';

const PIECES = [
  ...'0123456789０１２９.,，。．-—－+＋×*/()（）%％ 　\t\n~至约近余多一二三四十百千万亿零〇两年月日底初季度上下半中旬个亩㎡㎡元OlI',
  '平方米', '万元', '公顷', '班', '预计', '20', '2023', '31', '2.30', '待定', '1350+900', 'e9', '\u00a0', '\u200b', '#REF!', '∞', '½', '²',
]; // prettier-ignore
const typed = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  // A thousand times the same piece is what makes a careless pattern take for ever.
  fc.tuple(fc.constantFrom(...PIECES), fc.nat(1500), fc.constantFrom(...PIECES)).map(([a, n, b]) => a.repeat(n) + b),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const FORMATS = ['General', '@', 'yyyy-m-d', 'm"月"d"日"', '0.00', '[$-804]yyyy"年"m"月"', '[h]:mm'];

function readsNumber(text: string): void {
  const reading = readNumber(text);
  if (reading.kind === 'number') {
    must(Number.isFinite(reading.value), `number ${reading.value}`);
    must(Number.isInteger(reading.decimals) && reading.decimals >= 0, `decimals ${reading.decimals}`);
    const wide = readNumber(text.replace(/[0-9]/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)));
    must(wide.kind === 'number' && Object.is(wide.value, reading.value), 'full-width digits read otherwise');
  }
  const padded = readNumber(`  ${text}\u3000`);
  must(padded.kind === reading.kind, `blanks around it make ${reading.kind} ${padded.kind}`);
}

function readsDate(value: string | number, format: string): void {
  const reading = readDate(value, format);
  if (reading.kind !== 'date') return;
  const { year, month, day, serial } = reading;
  must(month === null || (Number.isInteger(month) && month >= 1 && month <= 12), `month ${month}`);
  must(day === null || (Number.isInteger(day) && day >= 1 && day <= 31), `day ${day}`);
  must((serial === null) === (year === null), 'a serial without a year, or a year without a serial');
  if (serial === null || year === null) return;
  const back = dayOfSerial(serial);
  must(back.year === year, `serial ${serial} is in ${back.year}, not in ${year}`);
  if (day !== null) same([back.month, back.day], [month, day], 'the serial is another day');
}

/** What a person typed: read without harm, the same in any writing, in time that grows with its length. */
export const numbersAndDates: FuzzPart = {
  name: 'reading',
  property: () =>
    fc.property(
      typed,
      fc.double(),
      fc.constantFrom(...FORMATS),
      fc.nat(16_383),
      fc.nat(1_048_575),
      (text, number, format, column, row) => {
        const begun = process.cpuUsage();
        readsNumber(text);
        for (const each of FORMATS) readsDate(text, each);
        readsDate(number, format);
        const plain = readNumber(number);
        must(plain.kind === (Number.isFinite(number) ? 'number' : 'unreadable'), `${number} is ${plain.kind}`);
        if (plain.kind === 'number') must(plain.value === number, `${number} reads ${plain.value}`);
        const chinese = chineseNumber(text);
        must(chinese === null || Number.isFinite(chinese), `${chinese}`);
        same(trimmed(trimmed(text)), trimmed(text), 'trimming twice differs');
        same(folded(folded(text)), folded(text), 'folding twice differs');
        must(columnIndex(columnName(column)) === column, 'column name');
        const area = { top: row >> 1, left: column >> 1, bottom: row, right: column };
        same(parseArea(areaName(area)), area, 'area name');
        parseArea(text);
        must(process.cpuUsage(begun).user < 2e6, 'more than two seconds of work for one cell');
      },
    ),
};
