import type { CellRef, Edit, SheetSpec, WorkbookSnapshot } from '../workbook';
import { applyEdits } from './apply-edits';
import { listenToChanges } from './changes';
import { clearMarks, setMarks, type Mark } from './marks';
import { openNewWorkbook } from './open-workbook';
import { loadTexts, PartNames, queuePart } from './parts';
import type { HostAbilities, HostResult, Progress, SpreadsheetPort } from './port';
import { inExcel } from './problems';
import { readWorkbook } from './read-workbook';
import { selectCell } from './selection';
import { writeSheets } from './write-sheets';

/** The newest set that the port asks for; the pane says so when Excel is older. */
export const NEEDED_API = '1.13';

const NEWEST_API = 20;

/** The port over Office.js. `name` says which host the client talks to: Excel, or the workbench's own. */
export function createOfficePort(name: HostAbilities['name'] = 'excel'): SpreadsheetPort {
  const names = new PartNames();
  return {
    get abilities() {
      return { name, api: highestApi(), canStoreParts: true, canDrawCharts: true, canDownload: isWeb() };
    },
    readSnapshot: (progress: Progress, signal: AbortSignal): Promise<HostResult<WorkbookSnapshot>> =>
      inExcel((context) => readWorkbook(context, names, progress, signal)),
    applyEdits: (edits: readonly Edit[], expected: WorkbookSnapshot, progress: Progress) =>
      applyEdits(edits, expected, names, progress),
    writeSheets: (specs: readonly SheetSpec[], progress: Progress, signal?: AbortSignal) =>
      writeSheets(specs, names, progress, signal),
    select: (at: CellRef, reveal = false) => inExcel((context) => selectCell(context, at, reveal)),
    onChanged: listenToChanges,
    readPart: (part: string) =>
      inExcel(async (context) => {
        const { texts } = await loadTexts(context, names);
        return texts.get(part) ?? null;
      }),
    writePart: (part: string, text: string | null) =>
      inExcel(async (context) => {
        const { ids } = await loadTexts(context, names);
        const learn = queuePart(context, ids, names, { name: part, text });
        await context.sync();
        learn();
      }),
    mark: (marks: readonly Mark[]) => inExcel((context) => setMarks(context, marks)),
    clearMarks: () => inExcel(clearMarks),
    openWorkbook: openNewWorkbook,
  };
}

/** True where the pane is a frame in a browser: Excel on the web, and the workbench. */
function isWeb(): boolean {
  return typeof Office !== 'undefined' && String(Office.context.platform) === 'OfficeOnline';
}

/** `1.14` where that is the highest ExcelApi set that the host has; empty where there is no host. */
function highestApi(): string {
  if (typeof Office === 'undefined') return '';
  for (let minor = NEWEST_API; minor > 0; minor--) {
    if (Office.context.requirements.isSetSupported('ExcelApi', `1.${minor}`)) return `1.${minor}`;
  }
  return '';
}
