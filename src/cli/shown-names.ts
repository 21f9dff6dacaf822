/**
 * How files are named in a consolidation: by their own name, and by as many of the folders around them as it takes to
 * tell them apart. The names do not depend on where the command was started.
 */
export function shownNames(paths: readonly string[]): readonly string[] {
  const parts = paths.map((path) => path.split(/[\\/]+/u).filter((part) => part !== '' && part !== '.'));
  const tail = (own: readonly string[], count: number): string => own.slice(-count).join('/');
  return parts.map((own, i) => {
    for (let count = 1; count < own.length; count++) {
      const name = tail(own, count);
      if (parts.every((other, k) => k === i || tail(other, count) !== name)) return name;
    }
    return own.join('/');
  });
}
