import { Counters, Faults, type OfficeHost } from '../host';

type HostForClient = Pick<OfficeHost, 'execute' | 'onEvents' | 'faults' | 'counters'>;

/**
 * Stands in for the host while the grid is still loading, so that the pane need not wait to be drawn: batches wait,
 * listeners are passed on when the real host comes.
 */
export class LateHost implements HostForClient {
  private static count = 0;
  /** What Office would name the open document by: another for each that is opened, the same while it is open. */
  readonly documentUrl = `workbench:${performance.timeOrigin}/${(LateHost.count += 1)}`;
  private settle: (host: OfficeHost) => void = () => undefined;
  private host: OfficeHost | null = null;
  private readonly coming: Promise<OfficeHost>;
  private readonly waiting = new Faults();
  private readonly none = new Counters();

  constructor() {
    this.coming = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  get faults(): Faults {
    return this.host?.faults ?? this.waiting;
  }

  get counters(): Counters {
    return this.host?.counters ?? this.none;
  }

  arrive(host: OfficeHost): void {
    this.host = host;
    this.settle(host);
  }

  async execute(body: Parameters<OfficeHost['execute']>[0]): ReturnType<OfficeHost['execute']> {
    return (await this.coming).execute(body);
  }

  onEvents(listener: Parameters<OfficeHost['onEvents']>[0]): () => void {
    let stop: (() => void) | null = null;
    let isWanted = true;
    void this.coming.then((host) => {
      if (isWanted) stop = host.onEvents(listener);
    });
    return () => {
      isWanted = false;
      stop?.();
    };
  }
}
