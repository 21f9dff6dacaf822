import { elementOf } from './page-elements';
import { WORDS } from './words';

/** Asks whether another file may be opened over one with changes. */
export class DiscardDialog {
  private readonly dialog = elementOf('discard', HTMLDialogElement);
  private answer: (mayOpen: boolean) => void = () => undefined;

  constructor() {
    this.dialog.addEventListener('close', () => {
      if (!this.dialog.open) this.answer(this.dialog.returnValue === 'open');
    });
  }

  /** False when the person refuses, closes the dialog, or is asked about yet another file before answering. */
  ask(open: string, next: string): Promise<boolean> {
    this.answer(false);
    return new Promise((resolve) => {
      this.answer = resolve;
      elementOf('discard-text', HTMLElement).textContent = WORDS.discard(open, next);
      this.dialog.returnValue = 'no';
      if (!this.dialog.open) this.dialog.showModal();
    });
  }
}
