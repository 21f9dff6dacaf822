import type { OfficeHost } from './host';
import type { Answer, Batch } from './protocol';

/** The globals that Microsoft's client leaves behind, as far as the host plugs into them. */
export interface OfficeClient {
  readonly OfficeExtension: {
    readonly SessionBase: SessionBaseClass;
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
    readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
    readonly _testTriggerRichApiMessageEvent: (message: { readonly entries: readonly unknown[] }) => void;
  };
  readonly Excel: unknown;
  Office?: unknown;
}

interface RequestExecutor {
  executeAsync(custom: unknown, flags: number, message: { readonly Body: string | Batch }): Promise<Answer>;
}

interface SessionBaseClass {
  new (): object;
  _overrideSession?: object | null;
}

const INFO = { host: 'Excel', platform: 'OfficeOnline' } as const;

/**
 * Lets the unmodified client talk to the host: plain `Excel.run` works afterwards, events arrive, and
 * `Office.onReady`, `Office.context.requirements` exist and answer honestly. Returns how to take it apart.
 */
export function connectClient(client: OfficeClient, host: OfficeHost): () => void {
  const { OfficeExtension } = client;
  class LocalSession extends OfficeExtension.SessionBase {
    _createRequestExecutorOrNull(): RequestExecutor {
      return { executeAsync: (_custom, _flags, message) => host.execute(message.Body) };
    }
  }
  OfficeExtension.SessionBase._overrideSession = new LocalSession();
  // An older Excel refuses members that it does not know; the client knows the version of each and can refuse for it.
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const context = {
    host: INFO.host,
    platform: INFO.platform,
    diagnostics: { ...INFO, version: '0.0.0.0' },
    requirements: {
      isSetSupported: (name: string, version?: string | number) =>
        host.faults.isSetSupported(name, version === undefined ? undefined : String(version)),
    },
  };
  const onReady = async (callback?: (info: typeof INFO) => unknown): Promise<typeof INFO> => {
    await Promise.resolve();
    callback?.(INFO);
    return INFO;
  };
  // The client's own object has a getter for `context`, so ours goes in front of it.
  const office: object = Object.create(isObject(client.Office) ? client.Office : {}, {
    context: { value: context, enumerable: true },
    onReady: { value: onReady, enumerable: true },
  }) as object;
  client.Office = office;
  const stop = host.onEvents((entries) => OfficeExtension._testTriggerRichApiMessageEvent({ entries }));
  return () => {
    stop();
    OfficeExtension.SessionBase._overrideSession = null;
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
