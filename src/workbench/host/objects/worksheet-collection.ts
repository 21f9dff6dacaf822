import type { HostContext } from '../context';
import { alreadyExists, invalidArgument, itemNotFound } from '../errors';
import { defineType } from '../office-object';
import type { Sheet } from '../sheet';
import { worksheetType } from './worksheet';

const NEW_SHEET = { rows: 1000, columns: 50 };

/** The workbook's sheets, by name (case does not matter) or id. */
export const worksheetsType = defineType<HostContext>('WorksheetCollection', {
  items: (host) => host.sheets().map((sheet) => worksheetType.of(sheet)),
  methods: {
    Indexer: (host, args) => worksheetType.of(need(find(host, args.text(0)))),
    GetItem: (host, args) => worksheetType.of(need(find(host, args.text(0)))),
    GetItemOrNullObject: (host, args) => {
      const sheet = find(host, args.text(0));
      return sheet && worksheetType.of(sheet);
    },
    GetActiveWorksheet: (host) => worksheetType.of(host.sheetById(host.workbook.getActiveSheet().getSheetId())),
    GetFirst: (host, args) => worksheetType.of(need(shown(host, args.flag(0))[0])),
    GetLast: (host, args) => worksheetType.of(need(shown(host, args.flag(0)).at(-1))),
    GetCount: (host, args) => shown(host, args.flag(0)).length,
    Add: (host, args) => worksheetType.of(add(host, args.textOr(0, ''))),
    _RegisterDataChangedEvent: () => null,
    _UnregisterDataChangedEvent: () => null,
    _RegisterActivatedEvent: () => null,
    _UnregisterActivatedEvent: () => null,
    _RegisterAddedEvent: () => null,
    _UnregisterAddedEvent: () => null,
    _RegisterDeletedEvent: () => null,
    _UnregisterDeletedEvent: () => null,
    _RegisterSelectionChangedEvent: () => null,
    _UnregisterSelectionChangedEvent: () => null,
  },
});

function shown(host: HostContext, visibleOnly: boolean): readonly Sheet[] {
  return host.sheets().filter((sheet) => !visibleOnly || !sheet.facade.isSheetHidden());
}

function find(host: HostContext, key: string): Sheet | null {
  const wanted = key.toLowerCase();
  return host.sheets().find((sheet) => sheet.id === key || sheet.name.toLowerCase() === wanted) ?? null;
}

function need(sheet: Sheet | null | undefined): Sheet {
  if (!sheet) throw itemNotFound('WorksheetCollection.getItem');
  return sheet;
}

/** Adds a sheet at the end without leaving the active one, as Excel does. */
function add(host: HostContext, wanted: string): Sheet {
  if (wanted !== '') checkSheetName(host, wanted, 'WorksheetCollection.add');
  let name = wanted;
  for (let n = 1; name === ''; n++) if (!find(host, `Sheet${n}`)) name = `Sheet${n}`;
  host.keepingActiveSheet(() => void host.workbook.create(name, NEW_SHEET.rows, NEW_SHEET.columns));
  return need(find(host, name));
}

/** A sheet's name: 1 to 31 characters, none of `\ / ? * [ ] :`, not taken. */
export function checkSheetName(host: HostContext, name: string, location: string): void {
  if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) throw invalidArgument(location);
  if (find(host, name)) throw alreadyExists(location);
}
