import { legalText } from './xml-text';

const LONGEST = 31;

/** Sheet names as Excel takes them: no `[]:*?/\`, no quote at an end, at most 31 characters, no two alike. */
export function legalSheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const legal =
      legalText(name)
        .replace(/[[\]:*?/\\\t\n\r]/g, '_')
        .slice(0, LONGEST)
        .replace(/^'+|'+$/g, '')
        .trim() || '工作表';
    let unique = legal;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      const ending = `(${n})`;
      unique = legal.slice(0, LONGEST - ending.length) + ending;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
