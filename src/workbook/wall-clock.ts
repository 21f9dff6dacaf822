const two = (part: number): string => String(part).padStart(2, '0');

/** The day as a clerk's calendar has it: `2023-06-30`. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Day and time as the clock on the wall has it: `2023-06-30T18:05:00`. */
export function localTime(at: Date): string {
  return `${localDay(at)}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
