import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import zhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import '@univerjs/preset-sheets-core/lib/index.css';
import type { WorkbookSnapshot } from '../../workbook';
import type { Engine } from '../host';
import type { SheetLooks } from './looks';
import { workbookData } from './workbook-data';

/** A grid on the page, with its workbook; thrown away when another file is opened. */
export interface Grid extends Engine {
  /** Light letters on dark ground; colours of cells are turned along. */
  setDark(isDark: boolean): void;
  dispose(): void;
}

/** Draws the workbook into the element. The preset is registered plugin by plugin, as in the headless engine. */
export function createGrid(container: HTMLElement, name: string, snapshot: WorkbookSnapshot, looks: SheetLooks): Grid {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: zhCN },
    logLevel: LogLevel.ERROR,
  });
  for (const plugin of UniverSheetsCorePreset({ container }).plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const univerAPI = FUniver.newAPI(univer);
  const workbook = univerAPI.createWorkbook(workbookData(name, snapshot, looks));
  return {
    univerAPI,
    workbook,
    setDark: (isDark) => univerAPI.toggleDarkMode(isDark),
    dispose: () => {
      univer.dispose();
      container.replaceChildren();
    },
  } as Grid;
}
