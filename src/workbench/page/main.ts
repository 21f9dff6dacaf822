import './workbench.css';
import type { OpenedFile } from '../../files';
import { createHost, type OfficeHost } from '../host';
import { showCharts } from './charts';
import { chosenSample, madeFile, wireChoosing, type Chosen } from './choosing';
import { offerChoices } from './choices';
import { DiscardDialog } from './discard-dialog';
import { showDocumentName } from './document-name';
import { wireDrawer } from './drawer';
import type { Grid } from './grid';
import { guardGrid } from './guard';
import { LateHost } from './late-host';
import { showMarks } from './marks';
import { messageLine } from './message-line';
import { Opening } from './opening';
import { elementOf } from './page-elements';
import type { FileLooks } from './saving';
import { Unsaved } from './unsaved';
import type { OfficeTheme, WorkbenchWindow } from './workbench-window';
import { WORDS } from './words';

/** Names of the sample files, filled in by the build from `samples/`. */
declare const SAMPLE_FILES: readonly string[];

const THEMES: Readonly<Record<string, OfficeTheme>> = {
  light: theme('#FFFFFF', '#242424'),
  dark: theme('#262626', '#FFFFFF'),
  contrast: theme('#000000', '#FFFFFF'),
};

function theme(back: string, text: string): OfficeTheme {
  return {
    bodyBackgroundColor: back,
    bodyForegroundColor: text,
    controlBackgroundColor: back,
    controlForegroundColor: text,
  };
}

function ownPage(address: string | null): string | null {
  if (address === null || !URL.canParse(address, location.href)) return null;
  const url = new URL(address, location.href);
  return url.origin === location.origin ? url.href : null;
}

/** The open workbook: its name, the grid that shows it, and the host that answers for it. */
interface Open {
  readonly name: string;
  readonly isSample: boolean;
  readonly grid: Grid;
  readonly host: OfficeHost;
  readonly close: () => void;
}

/** Time for an answer to reach the pane's frame. */
const ANSWER_MS = 200;

const messages = messageLine();
const pane = elementOf('pane', HTMLIFrameElement);
const samples = elementOf('samples', HTMLSelectElement);
const themeChoice = elementOf('theme', HTMLSelectElement);
/** The pane to show: the one that was built with the page, or with `?pane=` a packaged one on the same server. */
const paneAddress = ownPage(new URLSearchParams(location.search).get('pane')) ?? 'pane.html';
if (paneAddress !== 'pane.html') pane.src = paneAddress;
const unsaved = new Unsaved(() => showOpen());
const discardDialog = new DiscardDialog();
let late = new LateHost();
let open: Open | null = null;

(window as unknown as WorkbenchWindow).plancheckWorkbench = {
  // The frame connects before the grid is there, and anew whenever another file is opened.
  get host() {
    return late as unknown as OfficeHost;
  },
  documentUrl: () => late.documentUrl,
  commands: new Map(),
  theme: () => THEMES[themeChoice.value] ?? theme('#FFFFFF', '#242424'),
  selection: () => {
    const range = open?.grid.workbook.getActiveRange();
    return range ? `${open?.grid.workbook.getActiveSheet().getSheetName() ?? ''}!${range.getA1Notation()}` : '';
  },
  cell: (sheet, row, column) =>
    open?.grid.workbook.getSheetByName(sheet)?.getSheet().getCellRaw(row, column)?.v ?? null,
  select: (sheet, row, column) => {
    const found = open?.grid.workbook.getSheetByName(sheet);
    if (!found) return;
    found.activate();
    found.getRange(row, column).activate();
  },
  insertRow: (sheet, row) => {
    const found = open?.grid.workbook.getSheetByName(sheet);
    found?.activate();
    found?.insertRows(row, 1);
  },
  isReady: () => open !== null,
};

/** Makes name, title and list of samples say what is open. */
function showOpen(): void {
  showDocumentName(open?.name ?? null, unsaved.hasChanges);
  samples.value = open?.isSample ? open.name : '';
}

/** Gives page, grid and pane the theme that is chosen. */
function showTheme(): void {
  document.documentElement.dataset['theme'] = themeChoice.value;
  open?.grid.setDark(themeChoice.value !== 'light');
  // The pane asks for its theme whenever it comes to the front.
  pane.contentWindow?.dispatchEvent(new Event('focus'));
}

async function show({ name, isSample }: Chosen, { snapshot }: OpenedFile, { looks, sheets, names }: FileLooks) {
  const { createGrid } = await import(/* webpackChunkName: "grid" */ './grid');
  const { storedDocument } = await import(/* webpackChunkName: "saving" */ './saving');
  const isAnother = open !== null;
  open?.close();
  open = null;
  if (isAnother) {
    late = new LateHost();
    pane.src = paneAddress;
  }
  const grid = createGrid(elementOf('grid', HTMLElement), name, snapshot, looks);
  for (const one of names) grid.workbook.insertDefinedName(one.name, one.formula);
  const host = createHost({ ...grid, document: storedDocument(snapshot, sheets), openFile: openMade });
  const stops = [
    showCharts(elementOf('charts', HTMLElement), host, grid),
    showMarks(elementOf('marks', HTMLElement), host, grid),
    wireDrawer(host),
    offerChoices(elementOf('choices', HTMLElement), host, grid),
    guardGrid(grid, host, messages),
    unsaved.follow(grid, host),
  ];
  open = {
    name,
    isSample,
    grid,
    host,
    close: () => {
      for (const stop of stops) stop();
      host.dispose();
      grid.dispose();
    },
  };
  showTheme();
  late.arrive(host);
}

async function save(): Promise<void> {
  if (!open) return;
  const name = `${open.name.replace(/\.(?:xlsx|xlsm|xlsb|xls)$/iu, '')}.xlsx`;
  try {
    const { saveWorkbook } = await import(/* webpackChunkName: "saving" */ './saving');
    const bytes = saveWorkbook(open.grid, open.host);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
    );
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    unsaved.saved();
    messages.note(WORDS.saved(name));
  } catch {
    messages.warn(WORDS.notSaved(name));
  }
}

function mayReplace(next: string): Promise<boolean> {
  return open && unsaved.hasChanges ? discardDialog.ask(open.name, next) : Promise.resolve(true);
}

/** Opens a workbook that the pane made, once the pane has its answer: another workbook loads the pane anew. */
async function openMade(bytes: Uint8Array): Promise<boolean> {
  const made = madeFile(WORDS.newWorkbook, bytes);
  const isAgreed = await mayReplace(made.name);
  if (isAgreed) setTimeout(() => void opening.open(made, true), ANSWER_MS);
  return isAgreed;
}

const opening = new Opening({
  messages,
  mayReplace,
  show,
  ended: showOpen,
});
samples.append(...SAMPLE_FILES.map((name) => new Option(name)));
wireChoosing((chosen) => void opening.open(chosen));
elementOf('save', HTMLButtonElement).addEventListener('click', () => void save());
elementOf('width', HTMLSelectElement).addEventListener('change', (event) => {
  pane.style.width = `${(event.target as HTMLSelectElement).value}px`;
});
// A browser that comes back to the page keeps what was chosen in it.
showTheme();
themeChoice.addEventListener('change', showTheme);

messages.note(WORDS.loading);
const wanted = new URLSearchParams(location.search).get('sample');
const first =
  SAMPLE_FILES.find((name) => name === wanted) ?? SAMPLE_FILES.find((name) => name.includes('有误')) ?? SAMPLE_FILES[0];
if (first !== undefined) {
  samples.value = first;
  // The pane's frame paints first; the grid is by far the larger part.
  requestAnimationFrame(() => void opening.open(chosenSample(first)));
}
