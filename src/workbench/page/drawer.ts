import type { OfficeHost } from '../host';
import { elementOf } from './page-elements';

/** Joins the developer drawer with the host's faults and counters; returns how to part them. */
export function wireDrawer(host: OfficeHost): () => void {
  const { faults, counters } = host;
  const editing = elementOf('fault-editing', HTMLInputElement);
  const isProtected = elementOf('fault-protected', HTMLInputElement);
  const limit = elementOf('fault-limit', HTMLSelectElement);
  const latency = elementOf('fault-latency', HTMLSelectElement);
  const api = elementOf('fault-api', HTMLSelectElement);
  const action = elementOf('fault-action', HTMLInputElement);
  const apply = (): void => {
    faults.cellEditing = editing.checked;
    faults.protectedSheets = isProtected.checked;
    faults.payloadLimit = limit.value === '' ? null : Number(limit.value);
    faults.latency = Number(latency.value);
    faults.api = api.value;
    if (action.value !== '') faults.failAtAction(Number(action.value));
    else faults.clearFailure();
  };
  const drawer = elementOf('drawer', HTMLElement);
  const button = elementOf('drawer-button', HTMLButtonElement);
  const toggle = (): void => {
    drawer.hidden = !drawer.hidden;
    button.setAttribute('aria-expanded', String(!drawer.hidden));
  };
  const reset = elementOf('counters-reset', HTMLButtonElement);
  const clear = (): void => counters.reset();
  const output = elementOf('counters', HTMLOutputElement);
  const timer = setInterval(() => {
    if (drawer.hidden) return;
    output.value = `${counters.roundTrips} round trips, ${counters.bytesIn} B out, ${counters.bytesOut} B in`;
  }, 300);
  apply();
  drawer.addEventListener('change', apply);
  button.addEventListener('click', toggle);
  reset.addEventListener('click', clear);
  return () => {
    clearInterval(timer);
    drawer.removeEventListener('change', apply);
    button.removeEventListener('click', toggle);
    reset.removeEventListener('click', clear);
  };
}
