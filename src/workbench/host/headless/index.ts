/**
 * The host without a screen, in Node: a Univer engine, Microsoft's client, and the two connected. For tests and
 * benchmarks only; the one place under `host/` that may use Node and load Univer.
 */
import { connectClient } from '../connect';
import type { Engine } from '../engine';
import { createHost, type HostOptions, type OfficeHost } from '../host';
import { loadClient, type LoadedClient } from './client';
import { createEngine, type HeadlessEngine } from './univer-engine';

export interface HeadlessExcel {
  readonly client: LoadedClient;
  readonly engine: HeadlessEngine;
  readonly host: OfficeHost;
  /** Frees the engine and takes the globals away again. */
  dispose(): void;
}

/**
 * Starts an engine with one empty sheet, connects the client to it, and puts `Excel`, `Office` and
 * `OfficeExtension` on `globalThis`, where code for Excel expects them.
 */
export function startHeadlessExcel(options: Omit<HostOptions, keyof Engine> = {}): HeadlessExcel {
  const client = loadClient();
  const engine = createEngine();
  const host = createHost({ ...engine, ...options });
  const disconnect = connectClient(client, host);
  const { Excel, OfficeExtension, Office } = client;
  Object.assign(globalThis, { Excel, OfficeExtension, Office });
  return {
    client,
    engine,
    host,
    dispose: () => {
      client.stop();
      disconnect();
      host.dispose();
      engine.dispose();
      for (const name of ['Excel', 'OfficeExtension', 'Office']) Reflect.deleteProperty(globalThis, name);
    },
  };
}
