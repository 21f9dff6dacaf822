import type { HostContext } from '../context';
import { invalidArgument, itemNotFound, notImplemented, unsavedChanges } from '../errors';
import { defineType, OfficeObject, readOnly } from '../office-object';
import { applicationType } from './application';
import { customXmlPartsType } from './custom-xml-part';
import { namesType } from './named-item';
import { rangeType } from './range';
import { settingsType } from './setting';
import { worksheetsType } from './worksheet-collection';

/** The root of every batch. */
export const workbookType = defineType<HostContext>('Workbook', {
  scalars: { Name: readOnly((host) => host.workbook.getName()) },
  children: {
    Application: (host) => applicationType.of(host),
    CustomXmlParts: (host) => customXmlPartsType.of({ host, namespace: null }),
    Names: (host) => namesType.of(host),
    Settings: (host) => settingsType.of(host),
    Worksheets: (host) => worksheetsType.of(host),
  },
  methods: {
    // The client asks Excel on the web in this way for `Excel.createWorkbook`.
    CreateAndOpenWorkbook: async (host, args) => {
      const location = 'Workbook.CreateAndOpenWorkbook';
      if (!host.openFile) throw notImplemented(location);
      if (!(await host.openFile(bytesOf(args.text(0), location)))) throw unsavedChanges(location);
      return null;
    },
    GetSelectedRange: (host) => rangeType.of(host.selection()),
    GetActiveCell: (host) => {
      const { sheet, area } = host.selection();
      return rangeType.of(sheet.range({ ...area, bottom: area.top, right: area.left }));
    },
    _GetObjectByReferenceId: (host, args) => {
      const kept = host.kept(args.text(0));
      if (!(kept instanceof OfficeObject)) throw itemNotFound('Workbook._GetObjectByReferenceId');
      return kept;
    },
    _GetRangeForEventByReferenceId: (host, args) => {
      const kept = host.kept(args.text(0));
      return kept instanceof OfficeObject ? kept : null;
    },
    _RemoveReference: (host, args) => {
      host.forget(args.text(0));
      return null;
    },
    _RegisterSelectionChangedEvent: () => null,
    _UnregisterSelectionChangedEvent: () => null,
    _RegisterActivatedEvent: () => null,
    _UnregisterActivatedEvent: () => null,
  },
});

function bytesOf(base64: string, location: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    throw invalidArgument(location);
  }
}
