import './workbench.css';
import { openFile } from '../../files';
import type { WorkbookSnapshot } from '../../workbook';
import { createHost, type OfficeHost } from '../host';
import type { WorkbookDocument } from '../host';
import { showCharts } from './charts';
import { wireDrawer } from './drawer';
import type { Grid } from './grid';
import { guardGrid } from './guard';
import { LateHost } from './late-host';
import { showMarks } from './marks';
import { elementOf } from './page-elements';
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
  readonly grid: Grid;
  readonly host: OfficeHost;
  readonly close: () => void;
}

const status = elementOf('status', HTMLElement);
const pane = elementOf('pane', HTMLIFrameElement);
const themeChoice = elementOf('theme', HTMLSelectElement);
/** The pane to show: the one that was built with the page, or with `?pane=` a packaged one on the same server. */
const paneAddress = ownPage(new URLSearchParams(location.search).get('pane')) ?? 'pane.html';
if (paneAddress !== 'pane.html') pane.src = paneAddress;
const unsaved = new Unsaved();
let late = new LateHost();
let open: Open | null = null;

(window as unknown as WorkbenchWindow).plancheckWorkbench = {
  // The frame connects before the grid is there, and anew whenever another file is opened.
  get host() {
    return late as unknown as OfficeHost;
  },
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

async function show(
  name: string,
  snapshot: WorkbookSnapshot,
  looks: Parameters<typeof import('./grid').createGrid>[3],
  document?: WorkbookDocument,
  names: readonly { readonly name: string; readonly formula: string }[] = [],
): Promise<void> {
  const { createGrid } = await import(/* webpackChunkName: "grid" */ './grid');
  const isAnother = open !== null;
  open?.close();
  open = null;
  if (isAnother) {
    late = new LateHost();
    pane.src = paneAddress;
  }
  const grid = createGrid(elementOf('grid', HTMLElement), name, snapshot, looks);
  for (const one of names) grid.workbook.insertDefinedName(one.name, one.formula);
  const host = createHost({ ...grid, ...(document ? { document } : {}) });
  const stopCharts = showCharts(elementOf('charts', HTMLElement), host, grid);
  const stopMarks = showMarks(elementOf('charts', HTMLElement), host, grid);
  const stopDrawer = wireDrawer(host);
  const stopGuard = guardGrid(grid, host, (line) => {
    status.textContent = line;
  });
  const stopWatching = unsaved.follow(grid, host);
  open = {
    name,
    grid,
    host,
    close: () => {
      stopCharts();
      stopMarks();
      stopDrawer();
      stopGuard();
      stopWatching();
      host.dispose();
      grid.dispose();
    },
  };
  late.arrive(host);
  status.textContent = WORDS.opened(name);
}

async function openBytes(name: string, bytes: Uint8Array): Promise<void> {
  if (!unsaved.mayOpen(name)) {
    status.textContent = WORDS.discard;
    return;
  }
  status.textContent = WORDS.opening(name);
  const opened = openFile(bytes, name);
  if (!opened.ok) {
    status.textContent = opened.message;
    return;
  }
  const { readLooks, storedDocument } = await import(/* webpackChunkName: "saving" */ './saving');
  const { looks, sheets, names } = await readLooks(bytes);
  await show(name, opened.snapshot, looks, storedDocument(opened.snapshot, sheets), names);
}

async function openSample(name: string): Promise<void> {
  const answer = await fetch(`samples/${encodeURIComponent(name)}`);
  await openBytes(name, new Uint8Array(await answer.arrayBuffer()));
}

async function save(): Promise<void> {
  if (!open) return;
  const { saveWorkbook } = await import(/* webpackChunkName: "saving" */ './saving');
  const bytes = saveWorkbook(open.grid, open.host);
  const name = `${open.name.replace(/\.(?:xlsx|xlsm|xls)$/iu, '')}.xlsx`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  unsaved.saved();
  status.textContent = WORDS.saved(name);
}

const samples = elementOf('samples', HTMLSelectElement);
samples.append(...SAMPLE_FILES.map((name) => new Option(name)));
const report = (): void => {
  status.textContent = WORDS.noGrid;
};
samples.addEventListener('change', () => void openSample(samples.value).catch(report));
const openChosen = (file: File | undefined): void => {
  if (file)
    void file
      .arrayBuffer()
      .then((buffer) => openBytes(file.name, new Uint8Array(buffer)))
      .catch(report);
};
elementOf('file', HTMLInputElement).addEventListener('change', (event) => {
  const input = event.target as HTMLInputElement;
  openChosen(input.files?.[0]);
  input.value = '';
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  openChosen(event.dataTransfer?.files[0]);
});
elementOf('save', HTMLButtonElement).addEventListener('click', () => void save().catch(report));
elementOf('width', HTMLSelectElement).addEventListener('change', (event) => {
  pane.style.width = `${(event.target as HTMLSelectElement).value}px`;
});
themeChoice.addEventListener('change', () => pane.contentWindow?.dispatchEvent(new Event('focus')));

status.textContent = WORDS.loading;
const wanted = new URLSearchParams(location.search).get('sample');
const first =
  SAMPLE_FILES.find((name) => name === wanted) ?? SAMPLE_FILES.find((name) => name.includes('有误')) ?? SAMPLE_FILES[0];
if (first !== undefined) {
  samples.value = first;
  // The pane's frame paints first; the grid is by far the larger part.
  requestAnimationFrame(() => void openSample(first).catch(report));
}
