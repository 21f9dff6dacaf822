import { invalidArgument, notImplemented } from './errors';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a method or a child answers: another object, no object (`…OrNullObject`), data, or nothing. */
type Outcome = OfficeObject | Json | undefined;

/** A property that `load` returns; without `set` it is read-only. */
export interface Scalar<T> {
  readonly get: (self: T) => Json;
  readonly set?: (self: T, value: Json) => void;
}

/** Everything that one Office type can do, by the wire's PascalCase names. */
export interface Members<T> {
  /** Identifies an item of a collection across batches. */
  readonly id?: (self: T) => string;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly children?: Readonly<Record<string, (self: T) => OfficeObject | null>>;
  readonly methods?: Readonly<Record<string, (self: T, args: Arguments) => Outcome | Promise<Outcome>>>;
  /** Present on collections only. */
  readonly items?: (self: T) => readonly OfficeObject[];
}

/** One object of the host's side, as the protocol sees it. */
export class OfficeObject {
  constructor(
    readonly typeName: string,
    readonly id: string | null,
    /** Same for two objects that stand for the same thing; only objects that can be tracked have one. */
    readonly self: object,
    private readonly access: Access,
  ) {}

  get scalarNames(): readonly string[] {
    return this.access.scalarNames;
  }

  hasScalar(name: string): boolean {
    return this.access.scalarNames.includes(name);
  }

  hasChild(name: string): boolean {
    return this.access.hasChild(name);
  }

  read(name: string): Json {
    return this.access.read(name);
  }

  write(name: string, value: Json): void {
    this.access.write(name, value);
  }

  child(name: string): OfficeObject | null {
    return this.access.child(name);
  }

  call(name: string, args: Arguments): Outcome | Promise<Outcome> {
    return this.access.call(name, args);
  }

  items(): readonly OfficeObject[] | null {
    return this.access.items();
  }
}

interface Access {
  readonly scalarNames: readonly string[];
  hasChild(name: string): boolean;
  read(name: string): Json;
  write(name: string, value: Json): void;
  child(name: string): OfficeObject | null;
  call(name: string, args: Arguments): Outcome | Promise<Outcome>;
  items(): readonly OfficeObject[] | null;
}

/** An Office type: makes objects for the protocol, and finds what such an object stands for. */
export interface OfficeType<T extends object> {
  of(self: T): OfficeObject;
  /** What the object stands for; `null` where it is of another type. */
  selfOf(object: OfficeObject): T | null;
}

/** The names of what a type can do, as they are on the wire. */
export interface MemberNames {
  readonly readable: ReadonlySet<string>;
  readonly settable: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  readonly isCollection: boolean;
}

const DEFINED = new Map<string, MemberNames>();

/** All Office types that were defined, by name; so that the product's use of Office.js can be held against them. */
export function definedTypes(): ReadonlyMap<string, MemberNames> {
  return DEFINED;
}

/** Defines an Office type by its members; a member that is not listed answers `NotImplemented` by its name. */
export function defineType<T extends object>(typeName: string, members: Members<T>): OfficeType<T> {
  const selves = new WeakMap<OfficeObject, T>();
  const scalars = new Map(Object.entries(members.scalars ?? {}));
  const children = new Map(Object.entries(members.children ?? {}));
  const methods = new Map(Object.entries(members.methods ?? {}));
  const scalarNames = [...scalars.keys()];
  DEFINED.set(typeName, {
    readable: new Set([...scalarNames, ...children.keys()]),
    settable: new Set(scalarNames.filter((name) => scalars.get(name)?.set)),
    methods: new Set(methods.keys()),
    isCollection: members.items !== undefined,
  });
  const need = <M>(table: ReadonlyMap<string, M>, name: string): M => {
    const member = table.get(name);
    if (member === undefined) throw notImplemented(`${typeName}.${name}`);
    return member;
  };
  const accessTo = (self: T): Access => ({
    scalarNames,
    hasChild: (name) => children.has(name),
    read: (name) => need(scalars, name).get(self),
    write: (name, value) => {
      const set = need(scalars, name).set;
      if (!set) throw notImplemented(`${typeName}.${name} (set)`);
      set(self, value);
    },
    child: (name) => need(children, name)(self),
    call: (name, args) => need(methods, name)(self, args),
    items: () => members.items?.(self) ?? null,
  });
  return {
    of(self) {
      const object = new OfficeObject(typeName, members.id?.(self) ?? null, self, accessTo(self));
      selves.set(object, self);
      return object;
    },
    selfOf: (object) => selves.get(object) ?? null,
  };
}

/** The arguments of one call; each reader answers `InvalidArgument` where the type is another. */
export class Arguments {
  constructor(
    private readonly values: readonly (OfficeObject | Json | undefined)[],
    private readonly location: string,
  ) {}

  private plain(index: number): Json {
    const value = this.values[index];
    if (value instanceof OfficeObject) throw invalidArgument(this.location);
    return value ?? null;
  }

  json(index: number): Json {
    return this.plain(index);
  }

  text(index: number): string {
    const value = this.plain(index);
    if (typeof value !== 'string') throw invalidArgument(this.location);
    return value;
  }

  textOr(index: number, fallback: string): string {
    return this.plain(index) === null ? fallback : this.text(index);
  }

  number(index: number): number {
    const value = this.plain(index);
    if (typeof value !== 'number') throw invalidArgument(this.location);
    return value;
  }

  numberOr(index: number, fallback: number): number {
    return this.plain(index) === null ? fallback : this.number(index);
  }

  flag(index: number): boolean {
    return this.plain(index) === true;
  }

  /** The named values of an object argument, e.g. options; empty where it is absent. */
  record(index: number): { readonly [key: string]: Json } {
    return asRecord(this.plain(index), this.location);
  }

  /** The raw argument: an object, or data. */
  either(index: number): OfficeObject | Json {
    return this.values[index] ?? null;
  }

  object<T extends object>(index: number, type: OfficeType<T>): T {
    const value = this.values[index];
    const self = value instanceof OfficeObject ? type.selfOf(value) : null;
    if (!self) throw invalidArgument(this.location);
    return self;
  }
}

/** An object's values; `null` is an empty object, anything else is an `InvalidArgument`. */
export function asRecord(value: Json, location: string): { readonly [key: string]: Json } {
  if (value === null) return {};
  if (typeof value !== 'object' || isList(value)) throw invalidArgument(location);
  return value;
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A read-only property. */
export function readOnly<T>(get: (self: T) => Json): Scalar<T> {
  return { get };
}

/** A property that holds text; setting anything else is an `InvalidArgument`. */
export function textProperty<T>(
  location: string,
  get: (self: T) => string | null,
  set: (self: T, text: string) => void,
): Scalar<T> {
  return {
    get,
    set: (self, value) => {
      if (typeof value !== 'string') throw invalidArgument(location);
      set(self, value);
    },
  };
}

export function numberProperty<T>(
  location: string,
  get: (self: T) => number | null,
  set: (self: T, value: number) => void,
): Scalar<T> {
  return {
    get,
    set: (self, value) => {
      if (typeof value !== 'number') throw invalidArgument(location);
      set(self, value);
    },
  };
}

export function flagProperty<T>(
  location: string,
  get: (self: T) => boolean | null,
  set: (self: T, value: boolean) => void,
): Scalar<T> {
  return {
    get,
    set: (self, value) => {
      if (typeof value !== 'boolean') throw invalidArgument(location);
      set(self, value);
    },
  };
}
