import { TRIP_BYTES } from './block-plan';

/** About what one queued action takes on the wire: its path, its name and a short value. */
export const ACTION_BYTES = 260;

/** Round trips of writing: what is queued is sent along until it would exceed 4 MB. */
export class Trip {
  private used = 0;

  constructor(private readonly context: Excel.RequestContext) {}

  /** Makes room for so many bytes, sending what is queued where there is none left. Call before queueing them. */
  async room(bytes: number): Promise<void> {
    if (this.used > 0 && this.used + bytes > TRIP_BYTES) {
      await this.context.sync();
      this.used = 0;
    }
    this.used += bytes;
  }
}
