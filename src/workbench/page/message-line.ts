import { elementOf } from './page-elements';

/** The page's line of messages, read aloud as it changes. The newest stands until the next; a warning can be closed. */
export interface MessageLine {
  note(text: string): void;
  /** Returns how to take the warning back; without effect once something else was said. */
  warn(text: string): () => void;
}

export function messageLine(): MessageLine {
  const line = elementOf('message', HTMLElement);
  const status = elementOf('status', HTMLElement);
  const dismiss = elementOf('dismiss', HTMLButtonElement);
  let turn = 0;
  const show = (text: string, isWarning: boolean): number => {
    status.textContent = text;
    line.classList.toggle('warning', isWarning);
    dismiss.hidden = !isWarning;
    return ++turn;
  };
  dismiss.addEventListener('click', () => show('', false));
  return {
    note: (text) => void show(text, false),
    warn: (text) => {
      const said = show(text, true);
      return () => {
        if (said === turn) show('', false);
      };
    },
  };
}
