/** The page's element of this id; the page and this code are written together, so its absence is a mistake here. */
export function elementOf<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`no element #${id}`);
  return element;
}
