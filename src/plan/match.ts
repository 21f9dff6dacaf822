/** Something of the plan that a text may mean, with how far the text is from its name. */
export interface Candidate<T> {
  readonly item: T;
  /** 1: equal; 0: nothing in common. */
  readonly similarity: number;
}

/**
 * What a text of a workbook means in the plan. `exact`: the plan's own name, brackets and widths aside;
 * `alias`: another accepted word for it; `near`: none, but these come close, best first; `none`: nothing comes close.
 */
export type Match<T> =
  | { readonly kind: 'exact' | 'alias'; readonly item: T }
  | { readonly kind: 'near'; readonly candidates: readonly [Candidate<T>, ...Candidate<T>[]] }
  | { readonly kind: 'none' };

export const NO_MATCH = { kind: 'none' } as const;

/** `near` with the best of the candidates first, or `none`. */
export function nearest<T>(candidates: readonly Candidate<T>[], limit = 3): Match<T> {
  const [first, ...rest] = [...candidates].sort((a, b) => b.similarity - a.similarity).slice(0, limit);
  return first ? { kind: 'near', candidates: [first, ...rest] } : NO_MATCH;
}

/** The thing that a text certainly means, or `null`. */
export function matched<T>(match: Match<T>): T | null {
  return match.kind === 'exact' || match.kind === 'alias' ? match.item : null;
}

/** Remembers what was made for an object, for as long as the object lives. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
