import { OfficeObject } from './office-object';
import type { Shift } from './shifting';
import { CellRange } from './sheet';

/** Objects that the client keeps across batches (`trackedObjects`). Kept ranges move with their cells. */
export class References {
  private readonly objects = new Map<string, OfficeObject>();
  private readonly ids = new WeakMap<object, string>();
  private last = 0;

  keep(object: OfficeObject): string {
    const known = this.referenceOf(object);
    if (known) return known;
    this.last += 1;
    const id = `reference-${this.last}`;
    this.objects.set(id, object);
    this.ids.set(object.self, id);
    return id;
  }

  referenceOf(object: OfficeObject): string | null {
    const id = this.ids.get(object.self);
    return id !== undefined && this.objects.has(id) ? id : null;
  }

  get(id: string): OfficeObject | null {
    return this.objects.get(id) ?? null;
  }

  forget(id: string): void {
    this.objects.delete(id);
  }

  get size(): number {
    return this.objects.size;
  }

  /** Moves every kept range of the sheet; one whose cells all went away is gone from then on. */
  shift(engineSheetId: string, shift: Shift): void {
    for (const { self } of this.objects.values()) {
      if (self instanceof CellRange) self.follow(engineSheetId, shift);
    }
  }
}
