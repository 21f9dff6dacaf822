import { HostError, itemNotFound, notImplemented } from './errors';
import type { Faults } from './faults';
import { Arguments, OfficeObject, type Json } from './office-object';

/**
 * The client's batch protocol. One `context.sync()` is one {@link Batch}; its answer lists one result per action,
 * in order, up to the first failure. Names are PascalCase on the wire.
 */
export interface Batch {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

interface WireArguments {
  readonly Arguments?: readonly Json[];
  /** Same length as `Arguments`: the path of an object argument, or null. */
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}

interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly QueryInfo?: WireQuery;
  readonly ArgumentInfo?: WireArguments;
}

interface WireQuery {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}

const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
const PATH = { root: 1, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

export interface Answer {
  readonly HttpStatusCode: number;
  readonly Headers: Readonly<Record<string, string>>;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Body: {
    readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
    readonly TraceIds: readonly number[];
    readonly Error?: {
      readonly Code: string;
      readonly Message: string;
      readonly Location: string;
      readonly ActionIndex: number;
    };
  } | null;
}

/** What the batch runs against. */
export interface BatchHost {
  readonly root: OfficeObject;
  readonly faults: Faults;
  referenced(id: string): OfficeObject | null;
  /** Begins to keep the object across batches and gives its reference id. */
  keep(object: OfficeObject): string;
  /** The id under which the object is kept, or null. */
  referenceOf(object: OfficeObject): string | null;
  /** Waits until pending formulas are calculated. */
  settle(): Promise<void>;
}

/** A refusal of the whole batch, before any action. */
export function refusal(code: string, message: string): Answer {
  return { HttpStatusCode: 400, Headers: {}, ErrorCode: code, ErrorMessage: message, Body: null };
}

/** Runs the actions of a batch in order and stops at the first that fails; what was done before stays done, as in Excel. */
export async function executeBatch(batch: Batch, host: BatchHost): Promise<Answer> {
  const run = new Run(batch, host);
  const results: { ActionId: number; Value: Json }[] = [];
  const traces: number[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    if (action.ActionType === ACTION.trace) {
      traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: null });
      continue;
    }
    try {
      host.faults.beforeAction();
      results.push({ ActionId: action.Id, Value: await run.perform(action) });
    } catch (thrown) {
      const error = asHostError(thrown);
      const { code: Code, message: Message, location: Location } = error;
      const failed = { Code, Message, Location, ActionIndex: index };
      return answer(Code === 'ItemNotFound' ? 404 : 400, { Results: results, TraceIds: traces, Error: failed });
    }
  }
  return answer(200, { Results: results, TraceIds: traces });
}

function answer(status: number, body: Answer['Body']): Answer {
  return { HttpStatusCode: status, Headers: {}, ErrorCode: '', ErrorMessage: '', Body: body };
}

function asHostError(thrown: unknown): HostError {
  if (thrown instanceof HostError) return thrown;
  const text = thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ''}` : String(thrown);
  return new HostError('GeneralException', text, '');
}

/** The objects of one batch, found once each. */
class Run {
  private readonly objects = new Map<number, OfficeObject | null>();
  /** Being found: a path that leads back to itself would be followed for ever. */
  private readonly sought = new Set<number>();

  constructor(
    private readonly batch: Batch,
    private readonly host: BatchHost,
  ) {}

  async perform(action: WireAction): Promise<Json> {
    const object = await this.find(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && this.identity(object);
      case ACTION.query:
        await this.host.settle();
        return object && this.describe(object, action.QueryInfo ?? {});
      case ACTION.method:
        return object && this.invoke(object, action);
      case ACTION.setProperty: {
        const [value] = await this.argumentsOf(action.ArgumentInfo);
        if (value instanceof OfficeObject) throw notImplemented(`${action.Name} set to an object`);
        object?.write(action.Name, value ?? null);
        return null;
      }
      default:
        throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  private async invoke(object: OfficeObject, action: WireAction): Promise<Json> {
    if (action.Name === '_KeepReference') {
      this.host.keep(object);
      return null;
    }
    const result = await this.call(object, action.Name, action.ArgumentInfo);
    return result instanceof OfficeObject || result === undefined ? null : result;
  }

  private async call(
    object: OfficeObject,
    name: string,
    info: WireArguments | undefined,
  ): Promise<OfficeObject | Json | undefined> {
    return object.call(name, new Arguments(await this.argumentsOf(info), `${object.typeName}.${name}`));
  }

  private async argumentsOf(info: WireArguments | undefined): Promise<(OfficeObject | Json)[]> {
    const paths = info?.ReferencedObjectPathIds;
    const found: (OfficeObject | Json)[] = [];
    for (const [index, value] of (info?.Arguments ?? []).entries()) {
      const path = paths?.[index];
      found.push(path ? await this.find(path) : value);
    }
    return found;
  }

  private async find(id: number): Promise<OfficeObject | null> {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[id];
    if (!path || this.sought.has(id)) throw itemNotFound(`object path ${id}`);
    this.sought.add(id);
    try {
      const object = await this.resolve(path);
      this.objects.set(id, object);
      return object;
    } finally {
      this.sought.delete(id);
    }
  }

  private async resolve(path: WirePath): Promise<OfficeObject | null> {
    if (path.ObjectPathType === PATH.root) return this.host.root;
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.reference) {
      const kept = this.host.referenced(path.Name);
      if (!kept) throw itemNotFound('_reference');
      return kept;
    }
    const parent = path.ParentObjectPathId ? await this.find(path.ParentObjectPathId) : null;
    if (!parent) return null;
    if (path.ObjectPathType === PATH.property) return parent.child(path.Name);
    if (path.ObjectPathType !== PATH.method && path.ObjectPathType !== PATH.indexer) {
      throw notImplemented(`object path type ${path.ObjectPathType}`);
    }
    const name = path.ObjectPathType === PATH.indexer ? 'Indexer' : path.Name;
    const result = await this.call(parent, name, path.ArgumentInfo);
    return result instanceof OfficeObject ? result : null;
  }

  private identity(object: OfficeObject): { readonly [key: string]: Json } {
    const reference = this.host.referenceOf(object);
    return { ...(object.id === null ? {} : { Id: object.id }), ...(reference ? { _ReferenceId: reference } : {}) };
  }

  /** What `load` returns of an object: the selected properties, or all plain ones where none are named. */
  private describe(object: OfficeObject, query: WireQuery): Json {
    const selected = query.Select ? [...query.Select, ...(query.Expand ?? [])] : (query.Expand ?? null);
    return this.properties(object, selected, query);
  }

  private properties(object: OfficeObject, selected: readonly string[] | null, query: WireQuery = {}): Json {
    const items = object.items();
    if (!items) return { ...this.identity(object), ...this.scalarsAndChildren(object, selected) };
    // What is selected of a collection is meant of its items; the client leaves `items/` away at the top level.
    const inner = selected?.map((path) => path.replace(/^items(\/|$)/, '')).filter((path) => path !== '') ?? [];
    const first = query.Skip ?? 0;
    const shown = query.Top === undefined ? items : items.slice(first, first + query.Top);
    return { _Items: shown.map((item) => this.properties(item, inner.length > 0 ? inner : null)) };
  }

  private scalarsAndChildren(
    object: OfficeObject,
    selected: readonly string[] | null,
  ): { readonly [key: string]: Json } {
    const found: Record<string, Json> = {};
    if (!selected) {
      for (const name of object.scalarNames) found[name] = object.read(name);
      return found;
    }
    const nested = new Map<string, string[]>();
    for (const path of selected) {
      const [head = '', ...rest] = path.split('/');
      const name = head.charAt(0).toUpperCase() + head.slice(1);
      if (head === '$none') continue;
      if (!object.hasChild(name)) found[name] = object.read(name);
      else nested.set(name, [...(nested.get(name) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
    }
    for (const [name, paths] of nested) {
      const child = object.child(name);
      found[name] = child && this.properties(child, paths.length > 0 ? paths : null);
    }
    return found;
  }
}
