import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsNodeCorePreset } from '@univerjs/preset-sheets-node-core';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import type { Engine } from '../engine';

/** An engine that can be thrown away. */
export interface HeadlessEngine extends Engine {
  dispose(): void;
}

/**
 * Univer without a screen, holding one workbook with one empty sheet (`Sheet1`). The node preset is registered
 * plugin by plugin, because the metapackage would bring packages without a declared licence; it lacks number formats.
 */
export function createEngine(size: { readonly rows: number; readonly columns: number } = SHEET_SIZE): HeadlessEngine {
  const univer = new Univer({ locale: LocaleType.EN_US, locales: {}, logLevel: LogLevel.WARN });
  for (const plugin of UniverSheetsNodeCorePreset().plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  const univerAPI = FUniver.newAPI(univer);
  const workbook = univerAPI.createWorkbook({
    id: 'workbook',
    name: 'Book1',
    sheetOrder: ['sheet-1'],
    sheets: { 'sheet-1': { id: 'sheet-1', name: 'Sheet1', rowCount: size.rows, columnCount: size.columns } },
  });
  return { univerAPI, workbook, dispose: () => univer.dispose() };
}

const SHEET_SIZE = { rows: 1000, columns: 50 };
