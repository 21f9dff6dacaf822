import { elementOf } from './page-elements';

/** A file that a person chose: its name, and how to get what is in it. */
export interface Chosen {
  readonly name: string;
  /** It is one of the samples, so the list of samples shows it. */
  readonly isSample: boolean;
  /** How many others were dropped along with it. */
  readonly others: number;
  read(): Promise<Uint8Array>;
}

export function chosenSample(name: string): Chosen {
  return {
    name,
    isSample: true,
    others: 0,
    async read() {
      const answer = await fetch(`samples/${encodeURIComponent(name)}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

/** A file that nobody chose: the pane made it. */
export function madeFile(name: string, bytes: Uint8Array): Chosen {
  return { name, isSample: false, others: 0, read: () => Promise.resolve(bytes) };
}

function chosenFile(files: FileList | undefined | null): Chosen | null {
  const file = files?.[0];
  if (!files || !file) return null;
  return {
    name: file.name,
    isSample: false,
    others: files.length - 1,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

/** Joins the page's three ways of choosing a file: the list of samples, the button, and dropping one on the page. */
export function wireChoosing(open: (chosen: Chosen) => void): void {
  const take = (files: FileList | undefined | null): void => {
    const chosen = chosenFile(files);
    if (chosen) open(chosen);
  };
  const samples = elementOf('samples', HTMLSelectElement);
  samples.addEventListener('change', () => open(chosenSample(samples.value)));
  const input = elementOf('file', HTMLInputElement);
  input.addEventListener('change', () => {
    take(input.files);
    // The same file can be chosen again.
    input.value = '';
  });
  const hint = elementOf('drop-hint', HTMLElement);
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    hint.hidden = !event.dataTransfer?.types.includes('Files');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) hint.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    hint.hidden = true;
    take(event.dataTransfer?.files);
  });
}
