const CHINESE = '零一二三四五六七八九';
const SCHOOL_ENDING = /^(.*?)第?([一二三四五六七八九十]{1,3})(中学|小学|幼儿园|中|小|幼)(?=$|[(])/u;
const FULL_ENDING: Readonly<Record<string, string>> = { 中: '中学', 小: '小学', 幼: '幼儿园' };

/** Width folded, without white space, quotation marks, stops and dashes; brackets become `(` and `)`. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(/[[{〔【<《]/gu, '(')
    .replace(/[\]}〕】>》]/gu, ')')
    .replace(/["'“”‘’「」『』.。,、;:·・\-—–_/]/gu, '')
    .toLowerCase();
}

/**
 * A school's name for comparing: folded, without 暂名 and without the city's name in front, numbered names in one
 * form (`宜春三小`, `第3小学` → `第三小学`). Brackets and what they hold stay. `city` is the plan's `cityName`.
 */
export function normalizeName(name: string, city = ''): string {
  const bare = foldName(name)
    .replace(/\((?:暂定名|暂定|暂名|暂用名)\)/gu, '')
    .replace(/^(?:暂定名|暂名)|(?:暂定名|暂名)$/gu, '');
  return numbered(withoutCity(bare, city));
}

/** The normalized name without what stands in brackets; empty where nothing else is left. */
export function outsideBrackets(normalized: string): string {
  return normalized.replace(/\([^()]*\)?/gu, '');
}

function withoutCity(name: string, city: string): string {
  for (const prefix of prefixesOf(city)) {
    if (!name.startsWith(prefix)) continue;
    const rest = name.slice(prefix.length);
    // 市直, 市属 are words of their own, and 宜春中学 would become a bare 中学.
    if (!/^[直属]/u.test(rest) && !/^(?:中学|小学|学校|幼儿园)/u.test(rest)) return rest;
  }
  return name;
}

/** What was asked for last: one run has one city and ten thousands of names. */
let lastCity: { readonly city: string; readonly prefixes: readonly string[] } = { city: '', prefixes: [] };

function prefixesOf(city: string): readonly string[] {
  if (city === lastCity.city) return lastCity.prefixes;
  const full = foldName(city);
  lastCity = { city, prefixes: full === '' ? [] : [full, full.replace(/市$/u, ''), '市'] };
  return lastCity.prefixes;
}

function numbered(name: string): string {
  const spelled = name.replace(/第?(\d{1,2})(?=中|小|幼)/gu, (_, digits: string) => `第${chineseOf(Number(digits))}`);
  return spelled.replace(SCHOOL_ENDING, (whole, before: string, number: string, ending: string) =>
    before !== '' && /[\d(]$/u.test(before) ? whole : `${before}第${number}${FULL_ENDING[ending] ?? ending}`,
  );
}

/** 1 to 99 in Chinese. */
function chineseOf(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return CHINESE[ones] ?? '';
  return `${tens === 1 ? '' : (CHINESE[tens] ?? '')}十${ones === 0 ? '' : (CHINESE[ones] ?? '')}`;
}

/** How many letters must be inserted, removed or replaced to turn one text into the other. */
export function editDistance(a: string, b: string): number {
  const { start, end } = shared(a, b);
  const left = [...a.slice(start, a.length - end)];
  const right = [...b.slice(start, b.length - end)];
  if (left.length === 0 || right.length === 0) return left.length + right.length;
  const row = right.map((_, i) => i + 1);
  left.forEach((letter, i) => {
    let before = i + 1;
    let diagonal = i;
    right.forEach((other, j) => {
      const above = row[j] ?? 0;
      before = Math.min(above + 1, before + 1, diagonal + (letter === other ? 0 : 1));
      diagonal = above;
      row[j] = before;
    });
  });
  return row[right.length - 1] ?? 0;
}

/** `editDistance(a, b) <= 1`, told without counting. */
export function isAtMostOneLetterApart(a: string, b: string): boolean {
  const { start, end } = shared(a, b);
  const longest = Math.max(a.length, b.length) - start - end;
  return longest <= 1 || (longest === 2 && editDistance(a, b) <= 1);
}

/** How many code units both begin and end with; names of one table share most of their letters. */
function shared(a: string, b: string): { readonly start: number; readonly end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (start > 0 && isHalfOfLetter(a.charCodeAt(start - 1), 0xd800)) start--;
  let end = 0;
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  if (end > 0 && isHalfOfLetter(a.charCodeAt(a.length - end), 0xdc00)) end--;
  return { start, end };
}

/** Letters beyond U+FFFF take two code units: the first from U+D800 on, the second from U+DC00 on. */
function isHalfOfLetter(code: number, from: number): boolean {
  return code >= from && code < from + 0x400;
}

/** 1 for equal texts, 0 for texts that share nothing. */
export function similarity(a: string, b: string): number {
  const longest = Math.max([...a].length, [...b].length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}
