import { parseBatch } from './batch-body';
import { Calculation } from './calculation';
import type { HostContext } from './context';
import { emptyDocument, type WorkbookDocument } from './document';
import type { Engine } from './engine';
import { listenToEngine, type EngineChange } from './engine-changes';
import { Counters, Faults } from './faults';
import { eventsFor, type EventEntry } from './messages';
import { workbookType } from './objects/workbook';
import { executeBatch, refusal, type Answer, type Batch } from './protocol';
import { References } from './references';
import { Sheet } from './sheet';
import { shiftDocument } from './shifting';

/** The local Office.js host over one workbook of a running Univer. */
export interface OfficeHost {
  /** Charts, print set-up, marks, settings, parts: what Univer does not hold. Save it with the workbook. */
  readonly document: WorkbookDocument;
  readonly faults: Faults;
  readonly counters: Counters;
  /** Executes one batch of the client: its body, as JSON text or parsed. Batches run one after another. */
  execute(body: string | Batch): Promise<Answer>;
  /** Hears of events as the client's message channel would; returns how to stop. */
  onEvents(listener: (entries: readonly EventEntry[]) => void): () => void;
  /** Hears that the document changed in a way that can be seen (charts, conditional formats); returns how to stop. */
  onDocumentChanged(listener: () => void): () => void;
  /** True while a batch of the client is at work: what the engine does then is the client's doing, not a person's. */
  readonly isExecuting: boolean;
  /** Number of objects that clients keep across batches: zero when all of them cleaned up. */
  readonly keptObjects: number;
  dispose(): void;
}

export interface HostOptions extends Engine {
  /** What an earlier host over the same workbook left in `document`; its sheets are known by Univer's ids. */
  readonly document?: WorkbookDocument;
  /** Opens an xlsx that a client makes, after the batch is answered; `false` where the open one is not given up for it. */
  readonly openFile?: (bytes: Uint8Array) => Promise<boolean>;
}

/** Makes a host. It listens to Univer until it is disposed of; Univer itself stays the caller's. */
export function createHost(options: HostOptions): OfficeHost {
  return new LocalHost(options, options.document ?? emptyDocument(), options.openFile ?? null);
}

const EDITING = 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB and try again.';
const NO_BATCH = 'The request is not a batch of actions and object paths.';
const TOO_LARGE = 'The payload exceeds the limit.';

class LocalHost implements OfficeHost {
  readonly faults = new Faults();
  readonly counters = new Counters();
  private readonly references = new References();
  private readonly calculation: Calculation;
  private readonly eventListeners = new Set<(entries: readonly EventEntry[]) => void>();
  private readonly documentListeners = new Set<() => void>();
  private readonly context: HostContext;
  private readonly stopListening: () => void;
  private queue: Promise<unknown> = Promise.resolve();
  private inBatch = false;
  private isQuiet = false;
  /** The engine tells of activations late and repeatedly; only one that holds, of another sheet, is news. */
  private activeSheet: string;

  constructor(
    engine: Engine,
    readonly document: WorkbookDocument,
    private readonly openFile: HostContext['openFile'],
  ) {
    this.calculation = new Calculation(engine);
    this.context = this.makeContext(engine);
    this.activeSheet = engine.workbook.getActiveSheet().getSheetId();
    this.stopListening = listenToEngine(engine, (change) => this.heard(change));
  }

  get isExecuting(): boolean {
    return this.inBatch;
  }

  get keptObjects(): number {
    return this.references.size;
  }

  execute(body: string | Batch): Promise<Answer> {
    const answer = this.queue.then(() => this.executeNow(body));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  onEvents(listener: (entries: readonly EventEntry[]) => void): () => void {
    this.eventListeners.add(listener);
    return () => void this.eventListeners.delete(listener);
  }

  onDocumentChanged(listener: () => void): () => void {
    this.documentListeners.add(listener);
    return () => void this.documentListeners.delete(listener);
  }

  dispose(): void {
    this.stopListening();
    this.calculation.dispose();
    this.eventListeners.clear();
    this.documentListeners.clear();
  }

  private async executeNow(body: string | Batch): Promise<Answer> {
    const { faults, counters } = this;
    counters.roundTrips += 1;
    if (faults.latency > 0) await new Promise((resolve) => setTimeout(resolve, faults.latency));
    const bytesIn = byteLength(typeof body === 'string' ? body : JSON.stringify(body));
    counters.bytesIn += bytesIn;
    if (faults.cellEditing) return refusal('InvalidOperationInCellEditMode', EDITING);
    if (this.isOverLimit(bytesIn)) return refusal('RequestPayloadSizeLimitExceeded', TOO_LARGE);
    const batch = parseBatch(body);
    if (!batch) return refusal('InvalidArgument', NO_BATCH);
    this.inBatch = true;
    try {
      const answer = await executeBatch(batch, {
        root: workbookType.of(this.context),
        faults,
        referenced: (id) => this.references.get(id),
        keep: (object) => this.references.keep(object),
        referenceOf: (object) => this.references.referenceOf(object),
        settle: () => this.calculation.settle(),
      });
      const bytesOut = byteLength(JSON.stringify(answer));
      counters.bytesOut += bytesOut;
      return this.isOverLimit(bytesOut) ? refusal('ResponsePayloadSizeLimitExceeded', TOO_LARGE) : answer;
    } finally {
      this.inBatch = false;
    }
  }

  private isOverLimit(bytes: number): boolean {
    return this.faults.payloadLimit !== null && bytes > this.faults.payloadLimit;
  }

  private heard(change: EngineChange): void {
    if (this.isQuiet && (change.kind === 'activated' || change.kind === 'selected')) return;
    if (change.kind === 'activated') {
      const active = this.context.workbook.getActiveSheet().getSheetId();
      if (change.sheetId !== active || active === this.activeSheet) return;
      this.activeSheet = active;
    }
    if (change.kind === 'shifted') {
      this.references.shift(change.sheetId, change.shift);
      shiftDocument(this.document, change.sheetId, change.shift);
      this.documentChanged();
    }
    if (change.kind === 'deleted') delete this.document.sheets[change.sheetId];
    if (change.kind !== 'selected' && change.kind !== 'activated') {
      this.calculation.changed(change.kind === 'edited' && change.hasFormula);
    }
    if (this.eventListeners.size === 0) return;
    const entries = eventsFor(change, this.context, this.inBatch);
    // Excel tells of a change after the batch that made it, never inside it.
    void this.queue.then(() => this.eventListeners.forEach((listener) => listener(entries)));
  }

  private documentChanged(): void {
    for (const listener of this.documentListeners) listener();
  }

  private makeContext({ univerAPI, workbook }: Engine): HostContext {
    const sheets = new Map<string, Sheet>();
    const sheetById = (id: string): Sheet => {
      let sheet = sheets.get(id);
      if (!sheet) sheets.set(id, (sheet = new Sheet(context, id)));
      return sheet;
    };
    const used = new Set(JSON.stringify(this.document).match(/"(?:part|chart|cf)-\d+"/g));
    let last = 0;
    const context: HostContext = {
      workbook,
      document: this.document,
      faults: this.faults,
      hasFormulas: () => this.calculation.hasFormulas,
      sheetById,
      sheets: () => workbook.getSheets().map((sheet) => sheetById(sheet.getSheetId())),
      keepingActiveSheet: (work, on) => {
        const active = workbook.getActiveSheet().getSheetId();
        this.isQuiet = true;
        try {
          if (on && on.engineId !== active) workbook.setActiveSheet(on.engineId);
          work();
          if (workbook.getActiveSheet().getSheetId() !== active) workbook.setActiveSheet(active);
        } finally {
          this.isQuiet = false;
        }
      },
      selection: () => {
        const sheet = sheetById(workbook.getActiveSheet().getSheetId());
        const { startRow, startColumn, endRow, endColumn } = workbook.getActiveRange()?.getRange() ?? ORIGIN;
        return sheet.range({ top: startRow, left: startColumn, bottom: endRow, right: endColumn });
      },
      restyle: (sheet, cellValue) => {
        const target = { unitId: workbook.getId(), subUnitId: sheet.engineId };
        const params = { ...target, cellValue, trigger: 'sheet.command.set-style' };
        univerAPI.syncExecuteCommand('sheet.mutation.set-range-values', params);
      },
      newId: (prefix) => {
        do last += 1;
        while (used.has(`"${prefix}-${last}"`));
        return `${prefix}-${last}`;
      },
      kept: (id) => this.references.get(id),
      forget: (id) => this.references.forget(id),
      openFile: this.openFile,
      recalculate: () => this.calculation.recalculate(),
      documentChanged: () => this.documentChanged(),
    };
    return context;
  }
}

const ORIGIN = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
