import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { OfficeClient } from '../connect';

const CLIENT_FILE = '@microsoft/office-js/dist/excel-web-16.00.debug.js';

/** What the client gives once it is loaded: its globals. */
export interface LoadedClient extends OfficeClient {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: OfficeClient['OfficeExtension'] & typeof OfficeExtension;
  /** Ends what the client still has in mind, e.g. to try a failed clean-up again. */
  stop(): void;
}

let source: string | null = null;

/**
 * Loads Microsoft's Excel client, unmodified, in Node: it is a browser script that expects its top-level `var X`
 * to be `window.X`, so it runs with a small stand-in window as its scope, in this realm (its arrays are our arrays).
 */
export function loadClient(): LoadedClient {
  source ??= readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve(CLIENT_FILE), 'utf8');
  const timers = new Timers();
  const scope: Record<string, unknown> = standInWindow(timers);
  scope['stop'] = () => timers.stop();
  for (const [, name = ''] of source.matchAll(/^var (\w+)/gm)) if (!(name in scope)) scope[name] = undefined;
  const run = new Function('window', `with (window) {${source}\n}`) as (window: object) => void;
  run(scope);
  return scope as unknown as LoadedClient;
}

/** Timers of the client, which end with it. */
class Timers {
  private readonly running = new Set<ReturnType<typeof setTimeout>>();
  private stopped = false;

  readonly set = (work: () => void, delay?: number): ReturnType<typeof setTimeout> => {
    const timer = setTimeout(() => {
      this.running.delete(timer);
      work();
    }, delay);
    if (this.stopped) clearTimeout(timer);
    else this.running.add(timer);
    return timer;
  };

  stop(): void {
    this.stopped = true;
    for (const timer of this.running) clearTimeout(timer);
    this.running.clear();
  }
}

function standInWindow(timers: Timers): Record<string, unknown> {
  const nothing = (): void => undefined;
  const element = (): object => ({
    style: {},
    setAttribute: nothing,
    appendChild: nothing,
    getElementsByTagName: () => [],
  });
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
  const origin = 'http://localhost';
  const window: Record<string, unknown> = {
    Promise,
    setTimeout: timers.set,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
    performance,
    navigator: { userAgent: 'node', language: 'en-US' },
    location: { href: `${origin}/`, search: '', hash: '', origin, protocol: 'http:', host: 'localhost' },
    addEventListener: nothing,
    removeEventListener: nothing,
    attachEvent: nothing,
    postMessage: nothing,
    sessionStorage: storage,
    localStorage: storage,
    document: {
      getElementsByTagName: () => [],
      createElement: element,
      getElementById: () => null,
      addEventListener: nothing,
      cookie: '',
      URL: `${origin}/`,
      head: element(),
      body: element(),
    },
  };
  for (const self of ['window', 'self', 'top', 'parent']) window[self] = window;
  return window;
}
