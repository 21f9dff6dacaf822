import type { HostProblem, HostResult, SpreadsheetPort } from '../../src/excel/port';
import {
  applyEdits,
  contentAt,
  findSheet,
  sameContent,
  type SheetSpec,
  type WorkbookSnapshot,
} from '../../src/workbook';

/** A workbook in memory behind the pane's port, with a switch for what a host may refuse. */
export interface MadeUpPort extends SpreadsheetPort {
  workbook: WorkbookSnapshot;
  /** The next call answers with this problem, once. */
  nextProblem: HostProblem | null;
  readonly selected: string[];
  readonly written: SheetSpec[];
  readonly marks: Map<string, string>;
  readonly opened: Uint8Array[];
  /** Someone else changes the workbook. */
  change(workbook: WorkbookSnapshot): void;
  /** Reading waits until it is let go; for looking at what is shown meanwhile. */
  hold: Promise<void>;
}

export function madeUpPort(workbook: WorkbookSnapshot): MadeUpPort {
  const listeners = new Set<(sheet: string | null) => void>();
  const answer = <T>(value: () => T): HostResult<T> => {
    const problem = port.nextProblem;
    port.nextProblem = null;
    return problem ? { ok: false, problem } : { ok: true, value: value() };
  };
  const port: MadeUpPort = {
    workbook,
    nextProblem: null,
    selected: [],
    written: [],
    marks: new Map(),
    opened: [],
    hold: Promise.resolve(),
    abilities: { name: 'memory', api: '1.14', canStoreParts: true, canDrawCharts: false, canDownload: true },
    change(next) {
      port.workbook = next;
      for (const listener of listeners) listener(null);
    },
    async readSnapshot(progress) {
      progress('reading', 1, 2);
      await port.hold;
      return answer(() => port.workbook);
    },
    applyEdits(edits, expected) {
      const changed = edits.find((edit) => {
        if (edit.kind !== 'content') return false;
        const [now, then] = [findSheet(port.workbook, edit.sheet), findSheet(expected, edit.sheet)];
        return (
          !now || !then || !sameContent(contentAt(now, edit.row, edit.column), contentAt(then, edit.row, edit.column))
        );
      });
      if (changed && changed.kind === 'content') {
        return Promise.resolve({ ok: false, problem: { code: 'changedSince', where: changed.sheet } });
      }
      return Promise.resolve(
        answer(() => {
          const next = applyEdits(port.workbook, edits);
          if (next.ok) port.workbook = next.value;
        }),
      );
    },
    writeSheets(specs) {
      port.written.push(...specs);
      return Promise.resolve(answer(() => specs.map(({ name }) => name)));
    },
    select: (at) => Promise.resolve(answer(() => void port.selected.push(`${at.sheet}!${at.row},${at.column}`))),
    onChanged(listener) {
      listeners.add(listener);
      return Promise.resolve(() => {
        listeners.delete(listener);
        return Promise.resolve();
      });
    },
    readPart: (name) => Promise.resolve(answer(() => port.workbook.parts[name] ?? null)),
    writePart: (name, text) =>
      Promise.resolve(
        answer(() => {
          const next = applyEdits(port.workbook, [{ kind: 'storePart', name, text }]);
          if (next.ok) port.workbook = next.value;
        }),
      ),
    mark(marks) {
      return Promise.resolve(
        answer(() => {
          port.marks.clear();
          for (const { at, colour } of marks) port.marks.set(`${at.sheet}!${at.row},${at.column}`, colour);
        }),
      );
    },
    clearMarks: () => Promise.resolve(answer(() => port.marks.clear())),
    openWorkbook: (bytes) => Promise.resolve(answer(() => void port.opened.push(bytes))),
  };
  return port;
}
