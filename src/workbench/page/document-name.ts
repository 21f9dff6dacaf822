import { elementOf } from './page-elements';
import { WORDS } from './words';

/** Shows what is open, and whether it holds changes that are in no file: in the bar, in the window's title. */
export function showDocumentName(name: string | null, hasChanges: boolean): void {
  const shown = elementOf('document-name', HTMLElement);
  shown.textContent = name ?? '';
  elementOf('unsaved', HTMLElement).hidden = name === null || !hasChanges;
  document.title = name === null ? WORDS.page : `${hasChanges ? '● ' : ''}${name} - ${WORDS.page}`;
}
