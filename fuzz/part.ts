import type { IAsyncProperty, IProperty } from 'fast-check';

/** One thing that must hold whatever the input; it throws where it does not. */
export interface FuzzPart {
  readonly name: string;
  /** Made anew for each run, so that what a run leaves behind cannot spoil the next. */
  readonly property: () => IProperty<unknown> | IAsyncProperty<unknown>;
}

export function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export function same(got: unknown, wanted: unknown, what: string): void {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  must(a === b, `${what}\n  got    ${a}\n  wanted ${b}`);
}
