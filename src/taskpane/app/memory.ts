/** What the pane remembers on this machine only; a host that forbids storage just forgets. */
const PREFIX = 'plancheck.';

export function remembered(name: 'by'): string {
  try {
    return window.localStorage.getItem(PREFIX + name) ?? '';
  } catch {
    return '';
  }
}

export function remember(name: 'by', text: string): void {
  try {
    window.localStorage.setItem(PREFIX + name, text);
  } catch {
    // Storage is refused in some embedded browsers; the name is then typed again.
  }
}
