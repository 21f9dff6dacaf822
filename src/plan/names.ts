const NUMERALS: Readonly<Record<string, string>> = {
  一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
}; // prettier-ignore

/** Width folded, white space, quotes and punctuation taken out: for comparing texts letter by letter. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff"'“”‘’《》〈〉,，。．.、;；:：\-—–·]/gu, '')
    .toLowerCase();
}

/**
 * A school's name as it is compared: 暂名, brackets around a second name, the city's name in front and the way
 * of writing a number do not count. `宜春市春华中学（暂名）` and `春华中学` are equal; so are `第三小学` and `三小`.
 */
export function normalizeName(name: string, cityName = ''): string {
  let bare = bareText(name)
    .replace(/[([【]?(?:暂名|暂定名|暂定|拟|新校区)[)\]】]?/gu, '')
    .replace(/[()[\]【】]/gu, '');
  if (cityName !== '') bare = bare.replace(new RegExp(`^${cityName}市?`, 'u'), '');
  return bare
    .replace(
      /第?(十[一二三四五六七八九]?|[一二三四五六七八九])(?=(?:小学?|中学?|幼儿园|完全小学|初级中学|高级中学)|$)/gu,
      (_, number: string) =>
        number.startsWith('十') ? `1${NUMERALS[number[1] ?? ''] ?? '0'}` : (NUMERALS[number] ?? number),
    )
    .replace(/(\d+)小$/u, '$1小学')
    .replace(/(\d+)中$/u, '$1中学')
    .replace(/完全小学$/u, '小学')
    .replace(/幼$/u, '幼儿园');
}

/** Number of letters to insert, remove or change; stops counting above `most`. */
export function editDistance(a: string, b: string, most = 4): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}

/** 0 to 1: how alike two texts are, by their common letters in order. */
export function similarity(a: string, b: string): number {
  const left = bareText(a);
  const right = bareText(b);
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - editDistance(left, right, longest) / longest;
}
