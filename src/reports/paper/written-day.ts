import { dayOfSerial } from '../../workbook';

/** `2023年6月30日`, from Excel's number of the day. */
export function dayInWords(serial: number): string {
  const { year, month, day } = dayOfSerial(serial);
  return `${year}年${month}月${day}日`;
}

/** `2023-07-01` as official papers write a day: `2023年7月1日`; other texts stay as they are. */
export function writtenDay(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : iso;
}
