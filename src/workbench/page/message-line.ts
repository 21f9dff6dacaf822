import { elementOf } from './page-elements';

/** The page's line of messages, read aloud as it changes. The newest stands until the next; one that warns can be closed. */
export interface MessageLine {
  note(text: string): void;
  warn(text: string): void;
}

export function messageLine(): MessageLine {
  const line = elementOf('message', HTMLElement);
  const status = elementOf('status', HTMLElement);
  const dismiss = elementOf('dismiss', HTMLButtonElement);
  const show = (text: string, isWarning: boolean): void => {
    status.textContent = text;
    line.classList.toggle('warning', isWarning);
    dismiss.hidden = !isWarning;
  };
  dismiss.addEventListener('click', () => show('', false));
  return { note: (text) => show(text, false), warn: (text) => show(text, true) };
}
