import { clean } from './precision';

/** How a typed number came to differ from the right one. */
export type Slip = 'tenfold' | 'wan' | 'area' | 'transposed' | 'repeated' | 'signed' | 'digit';

const TEN = [10, 100, 1000];

/** The slip of the fingers that turns `right` into `typed`, or `null` where none does. */
export function slipBetween(typed: number, right: number): Slip | null {
  if (right === 0 || typed === 0) return null;
  if (typed === -right) return 'signed';
  const ratio = typed / right;
  if (near(ratio, 10_000) || near(ratio, 0.0001)) return 'wan';
  if (TEN.some((power) => near(ratio, power) || near(ratio, 1 / power))) return 'tenfold';
  if (near(ratio, 666.667) || near(ratio, 0.0015) || near(ratio, 15) || near(ratio, 1 / 15)) return 'area';
  const a = digits(typed);
  const b = digits(right);
  if (isTransposed(a, b)) return 'transposed';
  if (isRepeated(a, b) || isRepeated(b, a)) return 'repeated';
  return isOneDigitOff(a, b) ? 'digit' : null;
}

/** What the slip looks like to a person. */
export function slipWords(slip: Slip): string {
  switch (slip) {
    case 'tenfold':
      return '疑似多写或少写了 0、或小数点错位';
    case 'wan':
      return '相差一万倍，疑似“个”与“万个”、“元”与“万元”混用';
    case 'area':
      return '疑似用地单位混用（亩、平方米、公顷）';
    case 'transposed':
      return '疑似相邻数字写颠倒';
    case 'repeated':
      return '疑似一位数字多打或少打了一次';
    case 'signed':
      return '疑似多写了负号';
    case 'digit':
      return '疑似有一位数字写错';
  }
}

function near(value: number, ideal: number): boolean {
  return Math.abs(value / ideal - 1) < 0.006;
}

function digits(value: number): string {
  return String(clean(Math.abs(value)));
}

/** Two neighbouring digits changed places, once. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i + 1 < a.length; i++) {
    const j = a[i + 1] === '.' ? i + 2 : i + 1;
    if (a[i] === a[j] || a[i] !== b[j] || a[j] !== b[i]) continue;
    if (a.slice(0, i) === b.slice(0, i) && a.slice(i + 1, j) === b.slice(i + 1, j) && a.slice(j + 1) === b.slice(j + 1))
      return true;
  }
  return false;
}

/** `longer` is `shorter` with one digit typed twice: 118 for 18. */
function isRepeated(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  for (let i = 0; i + 1 < longer.length; i++) {
    if (longer[i] === longer[i + 1] && longer.slice(0, i) + longer.slice(i + 1) === shorter) return true;
  }
  return false;
}

function isOneDigitOff(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let off = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) off++;
  return off === 1;
}
