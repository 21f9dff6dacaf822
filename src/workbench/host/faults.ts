import { HostError } from './errors';

/** The newest requirement set that the host claims; what the product needs is below it. */
export const HOST_API = '1.14';

/** Excel refuses requests and answers above this (the web version's limit). */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Switches that make the host misbehave as Excel does; all off at first. May be changed at any time. */
export class Faults {
  /** A cell is being edited: every batch is refused. */
  cellEditing = false;
  /** Every write to any sheet is refused, as on a protected sheet. */
  protectedSheets = false;
  /** Requests and answers above this many bytes are refused. `null`: no limit. */
  payloadLimit: number | null = PAYLOAD_LIMIT;
  /** Range values are `null` where a range holds more cells than this, as Excel does with very large ranges. */
  cellLimit: number | null = null;
  /** Milliseconds added to each round trip. */
  latency = 0;
  /** The ExcelApi requirement set that the host admits to, e.g. `1.9`. */
  api = HOST_API;
  private countdown: number | null = null;
  private times = 0;

  /** From now on, the n-th action (from 1, over all batches) fails; with `times`, that many from there on. */
  failAtAction(n: number, times = 1): void {
    this.countdown = n;
    this.times = times;
  }

  /** Takes back {@link failAtAction}; tells whether it had struck. */
  clearFailure(): boolean {
    const struck = this.countdown === null || this.countdown <= 0;
    this.countdown = null;
    return struck;
  }

  beforeAction(): void {
    if (this.countdown === null) return;
    this.countdown -= 1;
    if (this.countdown > 0) return;
    this.times -= 1;
    if (this.times <= 0) this.countdown = null;
    throw new HostError('GeneralException', 'There was an internal error while processing the request.', '');
  }

  /** `ExcelApi` up to the admitted version; every other set is not supported. */
  isSetSupported(name: string, version = '1.1'): boolean {
    if (name.toLowerCase() !== 'excelapi') return false;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const [ownMajor = 0, ownMinor = 0] = this.api.split('.').map(Number);
    return major < ownMajor || (major === ownMajor && minor <= ownMinor);
  }
}

/** What went over the wire since the last reset. */
export class Counters {
  roundTrips = 0;
  bytesIn = 0;
  bytesOut = 0;

  reset(): void {
    this.roundTrips = 0;
    this.bytesIn = 0;
    this.bytesOut = 0;
  }
}
