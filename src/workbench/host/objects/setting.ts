import type { HostContext } from '../context';
import { itemNotFound } from '../errors';
import { defineType, readOnly, type OfficeObject } from '../office-object';

interface Setting {
  readonly host: HostContext;
  readonly key: string;
}

const settingType = defineType<Setting>('Setting', {
  id: ({ key }) => key,
  scalars: {
    Key: readOnly(({ key }) => key),
    Value: {
      get: ({ host, key }) => host.document.settings[key] ?? null,
      set: ({ host, key }, value) => {
        host.document.settings[key] = value;
      },
    },
  },
  methods: {
    Delete: ({ host, key }) => {
      delete host.document.settings[key];
      return null;
    },
  },
});

/** Settings of the add-in, kept in the workbook. */
export const settingsType = defineType<HostContext>('SettingCollection', {
  items: (host) => Object.keys(host.document.settings).map((key) => settingType.of({ host, key })),
  methods: {
    Add: (host, args) => {
      const key = args.text(0);
      host.document.settings[key] = args.json(1);
      return settingType.of({ host, key });
    },
    GetCount: (host) => Object.keys(host.document.settings).length,
    GetItem: (host, args) => need(host, args.text(0)),
    Indexer: (host, args) => need(host, args.text(0)),
    GetItemOrNullObject: (host, args) => find(host, args.text(0)),
  },
});

function find(host: HostContext, key: string): OfficeObject | null {
  return Object.hasOwn(host.document.settings, key) ? settingType.of({ host, key }) : null;
}

function need(host: HostContext, key: string): OfficeObject {
  const setting = find(host, key);
  if (!setting) throw itemNotFound('SettingCollection.getItem');
  return setting;
}
